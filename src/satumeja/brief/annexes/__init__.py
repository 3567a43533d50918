"""The annexes of a brief as data: what a reader of twenty minutes checks the front page by."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
