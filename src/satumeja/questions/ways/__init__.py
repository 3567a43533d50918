"""What can come about: paths from a state, and the ways to where it holds."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
