"""A ranking from the most preferred class down, and what sets each class above the next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from satumeja.display import Shown, ShownInLine
from satumeja.model._adjusted import Adjusted, Preference, statements_of
from satumeja.model._conditions import holds
from satumeja.model._preferences import Ranking, Ranks
from satumeja.model._states import Decimal, GraphStates, OptionStates
from satumeja.model._text import NO_TEXT, Text

if TYPE_CHECKING:
    from satumeja.documents import Document
    from satumeja.model._model import Model

_SMALL = 64
"""The most states of a class that are made rows together with those of other classes."""

__all__ = ["Order", "Separation", "order_of"]


@dataclass(frozen=True, repr=False)
class Separation(ShownInLine):
    """What sets a class of states above the next one.

    Parameters
    ----------
    by : {"statement", "weights", "ranking", "edit"}
        A preference statement, the sums of weights, a direct ranking, or an edit by hand.
    place : int
        Which statement or edit of the list, 1-based; 0 for weights and rankings.
    text : str
        The statement as written; for an edit, the state that was put.
    greatly, unknown : bool
        Whether those above are greatly preferred; whether the order is not known.
    because, evidence
        What it rests on.
    """

    by: Literal["statement", "weights", "ranking", "edit"]
    place: int = 0
    text: str = ""
    greatly: bool = False
    unknown: bool = False
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the separation as plain data."""
        data: dict[str, Any] = {"by": self.by, "place": self.place or None, "text": self.text}
        data |= {"greatly": self.greatly, "unknown": self.unknown}
        return data | {"because": str(self.because), "evidence": list(self.evidence)}


@dataclass(frozen=True, repr=False)
class Order(Shown):
    """A ranking of states, and what sets each class of it above the next.

    Parameters
    ----------
    dm : str
        Whose it is, by id.
    classes : tuple of tuple of int
        State numbers (1-based), most preferred class first.
    separations : tuple of Separation
        One fewer than classes.
    """

    dm: str
    classes: tuple[tuple[int, ...], ...]
    separations: tuple[Separation, ...]

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the order as plain data, in the schema ``satumeja/rank/1``."""
        from satumeja.documents import plain

        data: dict[str, Any] = plain(self.document(model))
        return data

    def document(self, model: Model) -> Document:
        """Return what `to_json` does, its long lists as they are, to be written in pieces."""
        from satumeja.documents import Listing, Mapped

        def rows(classes: list[tuple[int, ...]]) -> list[Any]:
            return _rows(model.states, classes)

        return {
            "schema": "satumeja/rank/1",
            "decision_maker": self.dm,
            "classes": Listing(Mapped(self.classes, rows)),
            "separations": [separation.to_json() for separation in self.separations],
        }


def _rows(states: OptionStates | GraphStates, classes: list[tuple[int, ...]]) -> list[Any]:
    """Give the states in some classes, those of small classes as they are, of others as rows."""
    from satumeja.documents import Mapped, Rows

    small = [number for members in classes if len(members) <= _SMALL for number in members]
    forms = iter(zip(small, states.forms(small), strict=True))
    return [
        [{"number": number, "form": form} for number, form in islice(forms, len(members))]
        if len(members) <= _SMALL
        else Rows({"number": members, "form": Mapped(members, states.forms)})
        for members in classes
    ]


def order_of(model: Model, dm_id: str) -> Order:
    """Rank the states for a decision maker, and say what sets each class above the next.

    Parameters
    ----------
    model : Model
        Its states must be few enough to be listed.
    dm_id : str
        Whose ranking, by id.

    Returns
    -------
    Order
        Classes of states that tie, most preferred first, and between every two the most
        important statement that tells them apart, or the edit, weights or ranking.

    Raises
    ------
    QuestionError
        If there is no such decision maker.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> order = order_of(load("december-2021-b"), "russia")
    >>> order.classes[:2], order.separations[0].text
    (((31,), (29,)), 'withdraw iff (guarantee | rollback)')
    """
    dm = model[dm_id]
    ranks = model.ranks(dm)
    states = np.argsort(-ranks, kind="stable")
    cuts = np.flatnonzero(np.diff(ranks[states])) + 1
    classes = tuple(tuple((part + 1).tolist()) for part in np.split(states, cuts))
    parted = _Parted(model, dm.preference, ranks)
    separations = tuple(parted.separation(*pair) for pair in pairwise(classes))
    return Order(dm_id, classes, separations)


class _Parted:
    """Finds what tells two neighbouring classes of one ranking apart."""

    def __init__(self, model: Model, preference: Preference, ranks: Ranks) -> None:
        self.preference, self.states = preference, model.states
        self.statements = statements_of(preference)
        self.base = ranks
        self.moved: dict[int, int] = {}
        self.place: dict[int, int] = {}
        if isinstance(preference, Ranking):
            self.place = {s: k for k, states in enumerate(preference.classes) for s in states}
        if isinstance(self.states, OptionStates):
            codes = self.states.codes
            self.truth = np.array([holds(s.condition, codes) for s in self.statements])
            if isinstance(preference, Adjusted):
                self.base = preference.base.ranks(codes)
                edits = preference.applying(codes)
                self.moved = {self.states.number(Decimal(e.state)): place for place, e in edits}

    def separation(self, above: tuple[int, ...], below: tuple[int, ...]) -> Separation:
        upper = next((s for s in above if s not in self.moved), 0)
        lower = next((s for s in below if s not in self.moved), 0)
        if not upper or not lower or self.base[upper - 1] <= self.base[lower - 1]:
            edited = [self.moved[s] for s in (*above, *below) if s in self.moved]
            if edited:
                return self._edit(max(edited))
        if self.statements:
            return self._statement(upper, lower)
        if isinstance(self.preference, Ranking):
            return Separation("ranking", greatly=self.place[above[0]] in self.preference.great)
        return Separation("weights")

    def _edit(self, place: int) -> Separation:
        if not isinstance(self.preference, Adjusted) or not isinstance(self.states, OptionStates):
            raise AssertionError("only states in option form are put by hand")
        edit = self.preference.edits[place]
        form = self.states.form(self.states.number(Decimal(edit.state)))
        return Separation("edit", place + 1, form, because=edit.because, evidence=edit.evidence)

    def _statement(self, upper: int, lower: int) -> Separation:
        place = int(np.argmax(self.truth[:, upper - 1] != self.truth[:, lower - 1]))
        said = self.statements[place]
        return Separation(
            "statement",
            place + 1,
            said.text,
            greatly=said.greatly,
            unknown=said.unknown,
            because=said.because,
            evidence=said.evidence,
        )
