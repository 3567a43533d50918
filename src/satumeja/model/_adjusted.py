"""Preferences tuned by hand: edits, each of one state, on top of statements or weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from satumeja.display import Shown, ShownInLine
from satumeja.model._conditions import Codes
from satumeja.model._ladder import Ladder, Placing
from satumeja.model._preferences import (
    Prioritisation,
    Ranking,
    Ranks,
    Statement,
    Weighting,
)
from satumeja.model._text import NO_TEXT, Text

__all__ = [
    "Adjusted",
    "Edit",
    "Placing",
    "Preference",
    "item_of",
    "listed_statements",
    "statements_of",
]


@dataclass(frozen=True, repr=False)
class Edit(ShownInLine):
    """One state put elsewhere in a ranking by hand.

    Parameters
    ----------
    state, anchor : int
        The state that is put, and the one it is put next to, by their decimals: these
        stay the same when rules change, and with them the numbers of states.
    placing : {"above", "below", "level_with"}
        Directly above or below the anchor and all that tie with it, or into a tie with it.
    because, evidence
        What it rests on.
    """

    state: int
    placing: Placing
    anchor: int
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Adjusted(Shown):
    """Statements or weights, and edits of the ranking that follows from them.

    Parameters
    ----------
    base : Prioritisation or Weighting
        What the ranking comes from.
    edits : tuple of Edit
        Made one after the other. One that names a state which is not feasible is passed
        over, and made again once that state is.

    Examples
    --------
    >>> from fractions import Fraction
    >>> base = Weighting({0: Fraction(1), 1: Fraction(2)})
    >>> Adjusted(base, (Edit(0, "above", 2),)).ranks(np.arange(4)).tolist()
    [3, 1, 2, 4]
    """

    base: Prioritisation | Weighting
    edits: tuple[Edit, ...]

    def ranks(self, codes: Codes) -> Ranks:
        """Rank states (bit sets), 1 the least preferred; ties share a rank."""
        ladder, places = Ladder(self.base.ranks(codes)), self._places(codes)
        for _, edit in self._among(places):
            ladder.put(places[edit.state], edit.placing, places[edit.anchor])
        return ladder.ranks()

    def applying(self, codes: Codes) -> Iterator[tuple[int, Edit]]:
        """Yield the edits, with their places, whose states are all among `codes`."""
        return self._among(self._places(codes))

    def idle(self, codes: Codes) -> list[int]:
        """Return the places (0-based) of edits that apply, and change nothing."""
        ladder, places = Ladder(self.base.ranks(codes)), self._places(codes)
        return [
            place
            for place, edit in self._among(places)
            if not ladder.put(places[edit.state], edit.placing, places[edit.anchor])
        ]

    def _among(self, places: Mapping[int, int]) -> Iterator[tuple[int, Edit]]:
        for place, edit in enumerate(self.edits):
            if edit.state in places and edit.anchor in places and edit.state != edit.anchor:
                yield place, edit

    def _places(self, codes: Codes) -> dict[int, int]:
        """Find the states that edits name among some that are listed."""
        if not len(codes):
            return {}
        named = {code for edit in self.edits for code in (edit.state, edit.anchor)}
        here = np.flatnonzero(np.isin(codes, np.array(sorted(named), dtype=np.int64)))
        return dict(zip(codes[here].tolist(), here.tolist(), strict=True))


Preference = Prioritisation | Weighting | Ranking | Adjusted
"""What a decision maker prefers, as stated: in any of these ways."""


def statements_of(preference: Preference) -> tuple[Statement, ...]:
    """Return the preference statements a ranking comes from, none where it does not."""
    if isinstance(preference, Adjusted):
        preference = preference.base
    return preference.statements if isinstance(preference, Prioritisation) else ()


def listed_statements(preference: Preference) -> list[tuple[Statement, ...]]:
    """Return the statements a ranking comes from as a file lists them, item by item.

    An item of several statements is a list of conditions of equal importance, which as many
    statements say together.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("december-2021-b").with_preferences(russia=["-arm", ["talk", "withdraw"]])
    >>> [[part.text for part in item] for item in listed_statements(model["russia"].preference)]
    [['-arm'], ['talk & withdraw', 'talk | withdraw']]
    """
    items, rest = list[tuple[Statement, ...]](), statements_of(preference)
    while rest:
        size = len(rest[0].among) or 1
        items.append(rest[:size])
        rest = rest[size:]
    return items


def item_of(preference: Preference, place: int) -> int:
    """Return which item of the list of a file has the statement at a place (from 1); from 0.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = load("december-2021-b").with_preferences(russia=[["talk", "withdraw"], "-arm"])
    >>> [item_of(model["russia"].preference, place) for place in (1, 2, 3)]
    [0, 0, 1]
    """
    last = 0
    for item, statements in enumerate(listed_statements(preference)):
        last += len(statements)
        if place <= last:
            return item
    raise IndexError(f"there is no statement {place}")
