"""A conflict as stated: decision makers, options, conditions, feasibility, preferences.

This package stands on the ground: it knows neither files nor analysis.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
