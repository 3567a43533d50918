"""What a brief says, a module a section: its key, when it applies, what it builds.

Beside each module stands the piece of template that lays it out, named by its key. A new
section is such a module, its piece and its words, and a line in `_sections.py`.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
