"""An analysis by sets as plain data."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any

from satumeja.model import Model
from satumeja.stability.symbolic._parts import Bounds
from satumeja.stability.symbolic._sets import StateSet

if TYPE_CHECKING:
    from satumeja.stability.symbolic._analysis import SymbolicAnalysis

__all__ = ["plain_data"]

_LISTED = 4096

Plain = Callable[[StateSet], Any]


def plain_data(analysis: SymbolicAnalysis, where: str | None) -> dict[str, Any]:
    """Return an analysis in the schema ``satumeja/analysis/1``."""
    names = [concept.id for concept in analysis.concepts]
    model = analysis.model
    dms, total = [dm.id for dm in model.decision_makers], analysis.feasible.count
    decimals = list(analysis.feasible) if total <= _LISTED else []
    numbers = {decimal: place for place, decimal in enumerate(decimals, 1)}

    written: dict[Hashable, Any] = {}

    def plain(states: StateSet) -> Any:
        # What bounds one set is another: each is written out once.
        if states.key not in written:
            listed = [numbers[decimal] for decimal in states] if decimals else states.to_json()
            written[states.key] = listed
        return written[states.key]

    def decided(bounds: Bounds) -> Any:
        return plain(bounds.at_least) if bounds.exact else None

    quo = model.status_quo
    data = {
        "schema": "satumeja/analysis/1",
        "title": str(model.title),
        "engine": analysis.engine,
        "decision_makers": dms,
        "options": list(model.option_names),
        "feasible": total,
        "status_quo": None if quo is None else analysis.number(quo),
        "states": _listed(model, decimals) if decimals else None,
        "stable": {name: {dm: decided(analysis.bounds(name, dm)) for dm in dms} for name in names},
        "equilibria": {name: decided(analysis.bounds(name)) for name in names},
        "conventions": dict(analysis.conventions),
    }
    if analysis.parts is not None:
        budget = analysis.parts.budget
        data["limits"] = {"seconds": budget.seconds, "memory": budget.memory}
        data["undecided"] = _undecided(analysis, plain)
    if where is not None:
        narrowed = {name: decided(analysis.bounds(name, where=where)) for name in names}
        data["where"] = {"condition": where, "equilibria": narrowed}
    return data


def _undecided(analysis: SymbolicAnalysis, plain: Plain) -> dict[str, Any]:
    """Say of each concept not decided for somebody for whom, why, and what is certain."""
    quo = analysis.model.status_quo
    every: dict[str, Any] = {}
    for concept, reasons in analysis.undecided.items():
        every[concept] = {
            "equilibria": _between(analysis.bounds(concept), plain),
            "stable": {
                dm: {
                    "reason": reason,
                    **_between(analysis.bounds(concept, dm), plain),
                    "status_quo": None if quo is None else analysis.is_stable(concept, dm, quo),
                }
                for dm, reason in reasons.items()
            },
        }
    return every


def _between(bounds: Bounds, plain: Plain) -> Mapping[str, Any]:
    return {"at_least": plain(bounds.at_least), "at_most": plain(bounds.at_most)}


def _listed(model: Model, decimals: list[int]) -> list[dict[str, Any]]:
    return [
        {"number": place, "decimal": code, "form": model.form(code)}
        for place, code in enumerate(decimals, 1)
    ]
