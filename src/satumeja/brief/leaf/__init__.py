"""The front page as data: sentences, the strip and the picture, before they are laid out."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
