"""The server: the app made of its routes, who may ask it, and how it is opened."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
