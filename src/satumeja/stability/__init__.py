"""Solution concepts, the engines that decide them, and the witnesses that prove it."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
