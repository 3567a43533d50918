"""Who said what: names, speakers, cues and the words that were said."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
