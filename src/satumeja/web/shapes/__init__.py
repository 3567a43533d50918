"""What goes over the wire: every body and answer of the app, as pydantic models."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
