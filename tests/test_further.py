"""The further concepts decide every cell as their literal definitions do, with good witnesses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from proofs.differential import Disagreement
from proofs.further import FAMILIES, compare
from satumeja.stability import Joint
from satumeja.stability.further import _relations
from satumeja.stability.further._blocks import Blocks
from satumeja.stability.further._coalitions import Coalitional
from satumeja.stability.further._foresight import Foresight
from satumeja.stability.further._metarational import Metarational
from satumeja.stability.further._relations import Rows
from satumeja.stability.further._simultaneous import Simultaneous

SEEDS = range(200)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_agrees_with_its_definition(family: str) -> None:
    counts = [compare(family, seed) for seed in SEEDS]
    assert sum(count.models for count in counts) == len(SEEDS)
    assert sum(count.cells for count in counts) > 5 * len(SEEDS)


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_agrees_on_20_000_models(family: str) -> None:
    for seed in range(1000, 21_000):
        compare(family, seed)


# -- a wrong product is found out --------------------------------------------------------


def _staying_counts(relation: Mapping[int, Rows], size: int) -> Rows:
    led = _relations.legal_sequences(relation, size)
    return [row | 1 << s for s, row in enumerate(led)]


def _twice_in_a_row(relation: Mapping[int, Rows], size: int) -> Rows:
    again = {mover + copy: rows for mover, rows in relation.items() for copy in (0, 1000)}
    return _relations.legal_sequences(again, size)


def _improvements_only(self: Coalitional, group: tuple[int, ...]) -> Rows:
    moves = {i: self.relations.improvements[i] for i in group}
    return _relations.legal_sequences(moves, self.relations.size)


def _class_improvements(self: Blocks, party: tuple[int, ...]) -> Metarational:
    shape: Any = "seq" if self.asks.credible else self.asks.id
    return Coalitional(self.setting, shape, shape).question(party)


def _first_best(self: Foresight, i: int, s: int, worth: Mapping[int, int]) -> list[int]:
    targets = list(_relations.bits(self.moves[i][s]))
    best = max(targets, key=worth.__getitem__, default=s)
    return [best] if best != s and worth[best] > self.ranks[i][s] else []


def _all_at_once(self: Simultaneous, focal: int, state: int, reason: int) -> Joint | None:
    """Have everybody else leave the state as well, content or not."""
    improvements = self.setting.relations.improvements
    others = [j for j in self.setting.movers if j != focal]
    now, held = self.codes[state], self.sequential.of(focal).hold[state]
    for ends in product(*(_relations.bits(improvements[j][state]) for j in others)):
        result = self.places.get(now ^ sum(now ^ self.codes[end] for end in (reason, *ends)))
        if result is not None and held >> result & 1:
            moves = self.setting.steps(tuple(zip(others, ends, strict=True)))
            return Joint(reason + 1, moves, result + 1)
    return None


FURTHER = "satumeja.stability.further"
WRONG: dict[str, tuple[str, str, Callable[..., Any]]] = {
    "a threat to stay counts": (
        "unknown",
        f"{FURTHER}._metarational.legal_sequences",
        _staying_counts,
    ),
    "sanctions may move twice": (
        "strength",
        f"{FURTHER}._metarational.legal_sequences",
        _twice_in_a_row,
    ),
    "degrees are binary": ("fuzzy", f"{FURTHER}._kinds.exact", Fraction),
    "chances are binary": ("probabilistic", f"{FURTHER}._kinds.exact", Fraction),
    "groups move one by one upward": (
        "coalitions",
        f"{FURTHER}._coalitions.Coalitional._reach",
        _improvements_only,
    ),
    "blocks answer in parts": (
        "blocks",
        f"{FURTHER}._blocks.Blocks.question",
        _class_improvements,
    ),
    "ties are decided": ("foresight", f"{FURTHER}._foresight.Foresight.best", _first_best),
    "everyone must move at once": (
        "simultaneous",
        f"{FURTHER}._simultaneous.Simultaneous.joint",
        _all_at_once,
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_decision_is_found_out(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    family, target, replacement = WRONG[wrong]
    monkeypatch.setattr(target, replacement)
    with pytest.raises(Disagreement):
        for seed in range(300):
            compare(family, seed)
