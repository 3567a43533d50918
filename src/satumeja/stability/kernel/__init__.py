"""The compiled kernel, where there is one: the inner loops of the explicit engine in C.

It is optional. Whatever it answers, numpy answers alike in every bit, at several times the
cost; `docs/explanation/the-compiled-kernel.md` says why it is as it is.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
