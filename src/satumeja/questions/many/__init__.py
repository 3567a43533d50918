"""Which of many equilibria: how strongly they hold, what tells them apart, step by step."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
