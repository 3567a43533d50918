"""Models and results for other programs: networkx, pandas, polars, GraphML, DOT and LaTeX."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
