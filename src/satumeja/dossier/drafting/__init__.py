"""From a dossier to a proposed model: parties, options and wishes with their sources."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
