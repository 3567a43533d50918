"""What a page says of the present situation, as data: what holds it, and what could move it."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
