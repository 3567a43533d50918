"""Dossiers for other programs, and coded projects of other programs as dossiers."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
