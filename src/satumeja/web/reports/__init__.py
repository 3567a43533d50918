"""Reports on the screen: what they say, what was decided on it, what the dossier tells."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
