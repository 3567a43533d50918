"""What options tie together stands together, however far apart they are listed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from satumeja.formats import from_dict
from satumeja.model import Condition, Model, Prioritisation
from satumeja.stability.symbolic._engine import SymbolicEngine

KINDS: Mapping[str, tuple[str, str]] = {
    "pairs": ("(o{} iff o{})", " & "),
    "either of two": ("(o{} & o{})", " | "),
}


PARTNERS: Mapping[str, Callable[[int, int], int]] = {
    "shifted": lambda place, pairs: pairs + place,
    "mirrored": lambda place, pairs: 2 * pairs - 1 - place,
    "scattered": lambda place, pairs: pairs + 7 * place % pairs,
}


def far(pairs: int, kind: str, partner: str = "shifted", *, ruled: bool = False) -> Model:
    """Give one decision maker the first of each pair, and another the second."""
    form, sign = KINDS[kind]
    tied = sign.join(form.format(k, PARTNERS[partner](k, pairs)) for k in range(pairs))
    makers: dict[str, Any] = {
        dm: {"options": dict.fromkeys(f"o{first + k}" for k in range(pairs)), "preferences": []}
        for dm, first in (("a", 0), ("b", pairs))
    }
    data: dict[str, Any] = {"satumeja": 1, "title": "Far", "decision_makers": makers}
    if ruled:
        data["infeasible"] = [tied]
    else:
        makers["a"]["preferences"] = [tied]
    return from_dict(data)


def _wanted(model: Model) -> list[Condition]:
    preference = model["a"].preference
    assert isinstance(preference, Prioritisation)
    return [statement.condition for statement in preference.statements]


@pytest.mark.parametrize("ruled", [False, True], ids=["statement", "rule"])
@pytest.mark.parametrize("partner", PARTNERS)
@pytest.mark.parametrize("kind", KINDS)
def test_far_pairs_take_as_many_nodes_as_there_are_pairs(
    kind: str, partner: str, *, ruled: bool
) -> None:
    def nodes(pairs: int) -> int:
        model = far(pairs, kind, partner, ruled=ruled)
        states = SymbolicEngine(model).states
        [tied] = [rule.condition for rule in model.infeasible] or _wanted(model)
        return sum(1 for _ in states.space.rising(states.where(tied)))

    # In the order in which they are listed, 24 pairs would be sixteen million nodes.
    assert nodes(24) < 3 * nodes(12) < 400
