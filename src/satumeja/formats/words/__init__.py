"""What is said of a model file that can be read: what it holds, and what deserves a look."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
