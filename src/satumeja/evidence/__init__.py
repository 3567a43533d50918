"""What a model rests on, looked up where it stands: in a dossier as corrected, or in a report."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
