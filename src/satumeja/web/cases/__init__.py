"""A case: the folder that holds reports, a dossier, models and briefs, and what was done to it."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
