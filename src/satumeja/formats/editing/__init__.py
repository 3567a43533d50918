"""Changes to a model text in place, all else kept to the letter."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
