"""The file of many reports: what is kept, corrected, searched and shown."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
