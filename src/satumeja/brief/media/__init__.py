"""What a table or a figure is written as: HTML, SVG, LaTeX and TikZ."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
