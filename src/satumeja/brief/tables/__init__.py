"""The field's tables: options, states, moves, preferences and their evidence."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
