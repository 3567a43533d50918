"""Games in normal form in the files of Gambit (.nfg), in and out."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
