"""The assumptions of a model, and the single changes to them that are tried."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model import (
    AtLeast,
    DecisionMaker,
    Model,
    Prioritisation,
    Ranking,
    Ranks,
    Statement,
    Text,
)
from satumeja.questions.leaning._statements import Statements, side_by_side

__all__ = ["Assumption", "Change", "Edit", "assumption_changes"]

_NEVER = AtLeast(1, 0)  # at least one of no options
_MOST_CELLS = 1 << 24  # of all rankings together; for 2,048 states more than there can be

Kind = Literal["statement", "ranking", "rule", "red_line"]
Way = Literal["up", "down", "removed", "swapped"]


@dataclass(frozen=True, repr=False)
class Assumption(Shown):
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

    See Also
    --------
    Leaning : The answers that lean on it.
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


@dataclass(frozen=True, repr=False)
class Change(Shown):
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

    See Also
    --------
    rests_on : Tries them all.
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
    """A change, and what it makes new.

    Parameters
    ----------
    change : Change
        What is changed, and how.
    place : int, optional
        Whose preferences or red lines it changes, by place in the model; a rule is nobody's.
    ranks : array, shape (n,), optional
        How they rank the states then, where preferences change.
    order : tuple of int, optional
        Their statements that are left, by place (0-based), the most important first.
    model : Model, optional
        The model in which a red line or a rule is left out.
    """

    change: Change
    place: int | None = None
    ranks: Ranks | None = None
    order: tuple[int, ...] | None = None
    model: Model | None = None


def assumption_changes(model: Model, stated: Statements) -> Iterator[Edit]:
    """Give every single change to an assumption of a model.

    Parameters
    ----------
    model : Model
        The conflict.
    stated : Statements
        Its preference statements.

    Notes
    -----
    Each preference statement is moved to every other place of its list, and left out;
    neighbouring classes of a direct ranking or of weights are swapped; each feasibility
    rule and each red line is left out. A direct ranking has no place for states that a
    rule leaves out, so where there is one the rules stay.
    """
    for place, dm in enumerate(model.decision_makers):
        if isinstance(dm.preference, Prioritisation):
            yield from _statements(stated, place, dm.id, dm.preference.statements)
        else:
            yield from _rankings(model, place, dm)
        for k, line in enumerate(dm.red_lines):
            about = _stated_as("red_line", dm.id, k, line)
            gone = replace(line, condition=_NEVER)  # so that the others keep their names
            kept = (*dm.red_lines[:k], gone, *dm.red_lines[k + 1 :])
            without = _with(model, place, replace(dm, red_lines=kept))
            yield Edit(Change(about, "removed"), place, model=without)
    ranked = any(isinstance(dm.preference, Ranking) for dm in model.decision_makers)
    for k, rule in enumerate(() if ranked else model.infeasible):
        if rule not in model.stated_rules:
            continue
        dropped = Assumption("rule", "", k + 1, rule.text, rule.because, rule.evidence)
        rules = (*model.infeasible[:k], *model.infeasible[k + 1 :])
        yield Edit(Change(dropped, "removed"), model=replace(model, infeasible=rules))


def _stated_as(kind: Kind, dm: str, k: int, statement: Statement) -> Assumption:
    return Assumption(kind, dm, k + 1, statement.text, statement.because, statement.evidence)


def _statements(
    stated: Statements, place: int, dm: str, listed: tuple[Statement, ...]
) -> Iterator[Edit]:
    changes = [
        (Change(_stated_as("statement", dm, k, statement), way, abs(to - k)), order)
        for k, statement in enumerate(listed)
        for way, to, order in _moved(k, len(listed))
    ]
    if changes:
        orders = side_by_side([order for _, order in changes], len(listed))
        ranks = stated.ranks(place, orders)
        for column, (change, order) in enumerate(changes):
            yield Edit(change, place, ranks[:, column], order)


def _moved(k: int, count: int) -> Iterator[tuple[Way, int, tuple[int, ...]]]:
    """Give the orders in which statement k is left out, or stands at another place."""
    rest = [j for j in range(count) if j != k]
    yield "removed", k, tuple(rest)
    for to in range(count):
        if to != k:
            yield "up" if to < k else "down", to, (*rest[:to], k, *rest[to:])


def _rankings(model: Model, place: int, dm: DecisionMaker) -> Iterator[Edit]:
    ranks = model.ranks(dm)
    classes = [
        tuple((np.flatnonzero(ranks == rank) + 1).tolist()) for rank in range(ranks.max(), 0, -1)
    ]
    if len(classes) * len(ranks) > _MOST_CELLS:
        raise LimitError(
            f"{dm.id} ranks {len(ranks):,} states in {len(classes):,} classes, more than the "
            f"{_MOST_CELLS // len(ranks):,} whose neighbours are swapped one by one; state "
            "preferences by statements"
        )
    for k in range(len(classes) - 1):
        swapped = [*classes[:k], classes[k + 1], classes[k], *classes[k + 2 :]]
        text = " ≻ ".join(_class(states) for states in classes[k : k + 2])
        # What is said of a decision maker is why it takes part, or moves; not why it prefers so.
        about = Assumption("ranking", dm.id, k + 1, text, Text(), ())
        new = Ranking(tuple(swapped)).ranks(())
        yield Edit(Change(about, "swapped"), place, new)


def _class(states: tuple[int, ...]) -> str:
    listed = ", ".join(map(str, states))
    return f"{{{listed}}}" if len(states) > 1 else listed


def _with(model: Model, place: int, dm: DecisionMaker) -> Model:
    makers = model.decision_makers
    return replace(model, decision_makers=(*makers[:place], dm, *makers[place + 1 :]))
