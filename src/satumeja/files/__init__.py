"""Files beside a model, files that ship with the package, and writing that loses nothing.

A file that a person names is replaced; a name that the program chose, as those in a folder,
only where what is there is known to be the program's own and unchanged.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
