"""Work that takes long: in processes of its own, with progress, and stopped when asked."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
