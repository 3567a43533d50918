"""A text and its parts: article, paragraphs, sentences, quotations and dates.

This room knows the shape of news pages, not who says what in them. What it knows of
a language is in the data files of ``languages/``, one folder a language.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
