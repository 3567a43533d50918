"""What a route is, what its handler gets, and what it may refuse."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
