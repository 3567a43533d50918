"""Small models to ask about, and sets of them."""

from __future__ import annotations

from typing import Any

from satumeja import formats
from satumeja.gallery import load
from satumeja.model import Model

READINGS = ["december-2021-a", "december-2021-b", "december-2021-b2"]
TABLES = ["geneva", "brussels", "osce"]


def december(reading: str) -> Model:
    """Load one reading of December 2021."""
    return load(f"december-2021-{reading}")


def states_with(model: Model, wish: str) -> set[int]:
    """Number the feasible states in which an option is taken."""
    place = model.option_names.index(wish)
    forms = [model.states.form(k + 1).replace("|", "") for k in range(len(model.states))]
    return {k for k, form in enumerate(forms, start=1) if form[place] == "Y"}


def conflict(makers: dict[str, dict[str, Any]], **more: Any) -> Model:
    """Make a model of decision makers given as option names and the rest of their entry."""
    entries = {
        dm: entry | {"options": {name: {"name": name} for name in entry["options"]}}
        for dm, entry in makers.items()
    }
    return formats.from_dict(
        {"satumeja": 1, "title": "A conflict", "decision_makers": entries} | more
    )
