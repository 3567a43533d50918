"""A file as a tree with places: YAML, JSON and Python objects, and faults at their place."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
