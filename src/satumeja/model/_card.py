"""What a model shows of itself in a prompt and in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from satumeja.display import Card, brief

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["card_of"]

_AT_ONCE = 16
"""So many options are counted through without a wait that anybody notices."""


def card_of(model: Model) -> Card:
    """Say who can do what, and how many states there are where that is known at once."""
    rows = []
    for dm in model.decision_makers:
        moves = 0 if dm.moves is None else len(dm.moves)
        doing = f"{moves:,} moves" if model.is_graph else _options(dm.options)
        rows.append((dm.id, doing, type(dm.preference).__name__.lower()))
    form = "graph form" if model.is_graph else f"{len(model.options)} options"
    parts = [f"{len(model)} decision makers", form]
    if model.is_graph or len(model.options) <= _AT_ONCE or "states" in vars(model):
        parts.append(f"{len(model.states):,} states")
        if model.status_quo is not None:
            parts.append(f"status quo {model.status_quo_number}")
    return Card(f"Model: {brief(model.title)}", rows, note=", ".join(parts))


def _options(options: tuple[object, ...]) -> str:
    return brief([getattr(option, "id", "") for option in options])
