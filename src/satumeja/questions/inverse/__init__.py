"""What would have to be preferred for a state to hold, and the least change."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
