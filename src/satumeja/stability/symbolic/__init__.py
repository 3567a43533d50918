"""The engine that decides sets of states, where they are too many to be listed."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
