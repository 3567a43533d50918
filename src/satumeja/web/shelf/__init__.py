"""The shelf: the cases there are, new ones, and what one holds."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
