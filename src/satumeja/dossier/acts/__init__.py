"""What words do: demand, refuse, threaten, deny, and to whom."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
