"""An analysis as a document, its long lists as the arrays they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from satumeja.documents import Document, Listing, Mapped, Rows
from satumeja.model import Model, OptionStates

if TYPE_CHECKING:
    from satumeja.stability._analysis import Analysis

__all__ = ["document_of"]


def document_of(analysis: Analysis, where: str | None) -> Document:
    """Give an analysis in the schema ``satumeja/analysis/1``, to be written in pieces."""
    model = analysis.model
    names = [concept.id for concept in analysis.concepts]
    data = {
        "schema": "satumeja/analysis/1",
        "title": str(model.title),
        "engine": analysis.engine,
        "decision_makers": [dm.id for dm in model.decision_makers],
        "options": list(model.option_names),
        "feasible": len(model.states),
        "status_quo": model.status_quo_number,
        "states": _states(model),
        "stable": {
            name: {
                "+".join(party): Listing(analysis.stable(name, *party))
                for party in analysis.parties(name)
            }
            for name in names
        },
        "equilibria": {name: Listing(analysis.equilibria(name)) for name in names},
        "conventions": dict(analysis.conventions),
    }
    if analysis.blocks:
        data["blocks"] = [list(block) for block in analysis.blocks]
    if where is not None:
        narrowed = {name: Listing(analysis.equilibria(name, where)) for name in names}
        data["where"] = {"condition": where, "equilibria": narrowed}
    return data


def _states(model: Model) -> Rows:
    """Give the states, and of coalesced ones the members."""
    states, rows = model.states, model.states.rows()
    if not (model.coalesce and isinstance(states, OptionStates)):
        return rows

    def members(numbers: list[int]) -> list[list[int]]:
        return [states.members(number).tolist() for number in numbers]

    return Rows({**rows.columns, "members": Mapped(range(1, len(states) + 1), members)})
