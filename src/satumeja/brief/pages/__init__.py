"""The pages a person reads: the brief and the dossier, as self-contained HTML."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
