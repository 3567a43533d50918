"""The forms a brief takes in an office: a submission, and the telaahan staf of Indonesia."""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
