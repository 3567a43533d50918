"""Tables: what those who sit at one could agree, whether it would hold, what it would take."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
