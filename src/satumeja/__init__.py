"""Satu Meja: from the reports on a conflict to the outcomes that hold, and why.

The names below are loaded when first used, so that importing the package costs
nothing. The rooms behind them (`satumeja.report`, `satumeja.dossier`,
`satumeja.model`, `satumeja.formats`, `satumeja.stability`, `satumeja.table`,
`satumeja.questions`, `satumeja.brief`, `satumeja.gallery`) have more.

Examples
--------
>>> import satumeja as sm
>>> model = sm.gallery.load("prisoners-dilemma")
>>> sm.analyse(model).equilibria("nash").tolist()
[4]
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from satumeja import (
        brief,
        dossier,
        exports,
        formats,
        gallery,
        questions,
        report,
        stability,
        table,
    )
    from satumeja.exports import to_networkx, to_pandas, to_polars
    from satumeja.formats import from_dict, load, loads
    from satumeja.model import Model
    from satumeja.questions import sweep
    from satumeja.stability import Analysis, Verdict, analyse, explain

__all__ = [
    "Analysis",
    "Model",
    "Verdict",
    "__version__",
    "analyse",
    "brief",
    "dossier",
    "explain",
    "exports",
    "formats",
    "from_dict",
    "gallery",
    "load",
    "loads",
    "questions",
    "report",
    "stability",
    "sweep",
    "table",
    "to_networkx",
    "to_pandas",
    "to_polars",
]

_HOME = {
    "Analysis": "stability",
    "Model": "model",
    "Verdict": "stability",
    "analyse": "stability",
    "explain": "stability",
    "from_dict": "formats",
    "load": "formats",
    "loads": "formats",
    "sweep": "questions",
    "to_networkx": "exports",
    "to_pandas": "exports",
    "to_polars": "exports",
}
_ROOMS = frozenset(
    {
        "brief",
        "dossier",
        "exports",
        "formats",
        "gallery",
        "questions",
        "report",
        "stability",
        "table",
    }
)


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return version("satumeja")
    if name in _HOME:
        return getattr(import_module(f"satumeja.{_HOME[name]}"), name)
    if name in _ROOMS:
        return import_module(f"satumeja.{name}")
    raise AttributeError(f"module 'satumeja' has no attribute {name!r}")


def __dir__() -> list[str]:
    return list(__all__)
