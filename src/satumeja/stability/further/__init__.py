"""Concepts beyond the five: foresight, coalitions, what is unknown, strength."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
