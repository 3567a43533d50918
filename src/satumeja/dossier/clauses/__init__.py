"""How a sentence is built: its clauses, who does what in each, and what is only imagined."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
