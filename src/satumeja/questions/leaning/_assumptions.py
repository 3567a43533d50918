"""The assumptions of a model, and the single changes to them that are tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from satumeja.model import (
    AtLeast,
    DecisionMaker,
    Model,
    OptionStates,
    Prioritisation,
    Ranking,
    Ranks,
    Statement,
    Text,
)

__all__ = ["Assumption", "Change", "Edit", "assumption_changes"]

_NEVER = AtLeast(1, 0)

Kind = Literal["statement", "ranking", "rule", "red_line"]
Way = Literal["up", "down", "removed", "swapped"]


@dataclass(frozen=True)
class Assumption:
    """Something the model states, and what that rests on.

    Parameters
    ----------
    kind : {"statement", "ranking", "rule", "red_line"}
        A preference statement, two neighbours in a ranking, a feasibility rule, or a red
        line.
    dm : str
        Whose; empty for a rule.
    place : int
        Its place in the list, from 1; of two neighbours in a ranking, that of the first,
        counted in classes from the most preferred.
    text : str
        As the file has it.
    because : Text
        The reason given.
    evidence : tuple of str
        References to what somebody said or did.
    """

    kind: Kind
    dm: str
    place: int
    text: str
    because: Text
    evidence: tuple[str, ...]

    @property
    def thinness(self) -> tuple[int, int]:
        """How little it rests on, for sorting: the thinnest first."""
        return len(self.evidence), int(bool(self.because))


@dataclass(frozen=True)
class Change:
    """A single change to an assumption.

    Parameters
    ----------
    assumption : Assumption
        What is changed.
    way : {"up", "down", "removed", "swapped"}
        A statement counts for more or for less; it, a rule or a red line is left out; or
        two neighbours in a ranking change places.
    places : int
        By how many places a statement moves; 0 where nothing moves.
    """

    assumption: Assumption
    way: Way
    places: int = 0

    @property
    def weakens(self) -> bool:
        """Whether the assumption counts for less."""
        return self.way in ("down", "removed")

    def to_json(self) -> dict[str, Any]:
        """Return the change as plain data."""
        about = self.assumption
        return {
            "kind": about.kind,
            "dm": about.dm or None,
            "place": about.place,
            "text": about.text,
            "evidence": list(about.evidence),
            "reasoned": bool(about.because),
            "way": self.way,
            "places": self.places,
        }


@dataclass(frozen=True, eq=False)
class Edit:
    """A change, the model in which it is made, and the ranks it makes new.

    `ranks` has the new ranks by place of the decision maker, and is None where other
    states become feasible.
    """

    change: Change
    model: Model
    ranks: dict[int, Ranks] | None


def assumption_changes(model: Model) -> Iterator[Edit]:
    """Give every single change to an assumption of a model.

    Notes
    -----
    Each preference statement is moved to every other place of its list, and left out;
    neighbouring classes of a direct ranking or of weights are swapped; each feasibility
    rule and each red line is left out. A direct ranking has no place for states that a
    rule leaves out, so where there is one the rules stay.
    """
    for place, dm in enumerate(model.decision_makers):
        if isinstance(dm.preference, Prioritisation):
            yield from _statements(model, place, dm, dm.preference.statements)
        else:
            yield from _rankings(model, place, dm)
        for k, line in enumerate(dm.red_lines):
            about = _said("red_line", dm.id, k, line)
            gone = replace(line, condition=_NEVER)  # so that the others keep their names
            kept = (*dm.red_lines[:k], gone, *dm.red_lines[k + 1 :])
            yield Edit(
                Change(about, "removed"), _with(model, place, replace(dm, red_lines=kept)), {}
            )
    ranked = any(isinstance(dm.preference, Ranking) for dm in model.decision_makers)
    for k, rule in enumerate(() if ranked else model.infeasible):
        if rule not in model.stated_rules:
            continue
        dropped = Assumption("rule", "", k + 1, rule.text, rule.because, rule.evidence)
        rules = (*model.infeasible[:k], *model.infeasible[k + 1 :])
        yield Edit(Change(dropped, "removed"), replace(model, infeasible=rules), None)


def _said(kind: Kind, dm: str, k: int, statement: Statement) -> Assumption:
    return Assumption(kind, dm, k + 1, statement.text, statement.because, statement.evidence)


def _statements(
    model: Model, place: int, dm: DecisionMaker, listed: tuple[Statement, ...]
) -> Iterator[Edit]:
    codes = model.states.codes if isinstance(model.states, OptionStates) else np.zeros(0, np.int64)

    def edit(change: Change, statements: tuple[Statement, ...]) -> Edit:
        preference = Prioritisation(statements)
        other = _with(model, place, replace(dm, preference=preference))
        return Edit(change, other, {place: preference.ranks(codes)})

    for k, statement in enumerate(listed):
        about, rest = _said("statement", dm.id, k, statement), (*listed[:k], *listed[k + 1 :])
        yield edit(Change(about, "removed"), rest)
        for to in range(len(listed)):
            if to != k:
                way: Way = "up" if to < k else "down"
                moved = (*rest[:to], statement, *rest[to:])
                yield edit(Change(about, way, abs(to - k)), moved)


def _rankings(model: Model, place: int, dm: DecisionMaker) -> Iterator[Edit]:
    ranks = model.ranks(dm)
    classes = [
        tuple((np.flatnonzero(ranks == rank) + 1).tolist()) for rank in range(ranks.max(), 0, -1)
    ]
    for k in range(len(classes) - 1):
        swapped = [*classes[:k], classes[k + 1], classes[k], *classes[k + 2 :]]
        text = " ≻ ".join(_class(states) for states in classes[k : k + 2])
        about = Assumption("ranking", dm.id, k + 1, text, dm.because, dm.evidence)
        preference = Ranking(tuple(swapped))
        other = _with(model, place, replace(dm, preference=preference))
        new = preference.ranks(np.zeros(0, np.int64))
        yield Edit(Change(about, "swapped"), other, {place: new})


def _class(states: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, states))
    return f"{{{listed}}}" if len(states) > 1 else listed


def _with(model: Model, place: int, dm: DecisionMaker) -> Model:
    makers = model.decision_makers
    return replace(model, decision_makers=(*makers[:place], dm, *makers[place + 1 :]))
