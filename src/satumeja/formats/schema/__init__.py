"""What a model file may hold: its keys, its values, and what is said of others."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
