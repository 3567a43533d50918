"""What is written beside a page: tables and figures by the suffix of their file."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
