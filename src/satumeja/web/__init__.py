"""The app: `satumeja open`, a conflict from its reports to its brief in a browser.

It binds to this computer alone, keeps nothing but files in the folder of a case, and asks
nothing of the network. `serve` opens it; `openapi` tells its routes.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
