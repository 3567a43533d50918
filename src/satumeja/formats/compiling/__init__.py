"""From a checked tree to a model: conditions, rules, preferences, rankings."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
