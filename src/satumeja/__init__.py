"""Satu Meja: from the reports on a conflict to the outcomes that hold, and why.

The names below are loaded when first used, so that importing the package costs
nothing. The rooms behind them (`satumeja.report`, `satumeja.dossier`,
`satumeja.model`, `satumeja.formats`, `satumeja.evidence`, `satumeja.stability`,
`satumeja.table`, `satumeja.questions`, `satumeja.brief`, `satumeja.gallery`,
`satumeja.schemas`) have more.

Examples
--------
>>> import satumeja as sm
>>> model = sm.gallery.load("prisoners-dilemma")
>>> sm.analyse(model).equilibria("nash").tolist()
[4]
"""

from typing import Any

from lazy_loader import attach_stub

_attribute, __dir__, __all__ = attach_stub(__name__, __file__)
__all__ += ["__version__"]


def __getattr__(name: str) -> Any:
    if name != "__version__":
        return _attribute(name)
    from satumeja.release import VERSION

    return VERSION
