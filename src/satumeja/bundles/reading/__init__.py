"""What every kind is read with: streams of text, markup and XML, days, and paragraphs."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
