"""Questions beyond one analysis: paths, sweeps, what an answer rests on, what would change it."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
