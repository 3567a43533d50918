"""The field's pictures: graphs, strips, trees, zones, and who sits where."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
