"""Model files in and out: native YAML and JSON, .gmcr, and sheets; faults at their place."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
