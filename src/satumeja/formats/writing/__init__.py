"""From a model back to text: what a file would say, and what it says already."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
