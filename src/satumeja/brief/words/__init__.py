"""What the brief says things with: the words of each language, and a model's things in them."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
