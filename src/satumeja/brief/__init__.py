"""What was found, for people: words, tables, figures and the brief, in each language.

Everything here speaks English and Indonesian; the words are data, one file a language.
Tables and figures show themselves in notebooks.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
