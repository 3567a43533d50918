"""How well something is borne out: grades of evidence, made by rule."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
