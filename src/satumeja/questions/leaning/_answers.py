"""The answers a model gives, and whether they stand when an assumption changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.model import Model, OptionStates, Ranks, StateName
from satumeja.questions.leaning._assumptions import Edit
from satumeja.questions.leaning._statements import Statements
from satumeja.questions.leaning._zones import Ease, Zones
from satumeja.stability import analyse
from satumeja.stability.explicit import LARGEST_BATCH, Batch, OneByOne
from satumeja.table.kit import reachable, seated

__all__ = ["Answer", "Findings"]

Flags = NDArray[np.bool_]
Profiles = NDArray[Any]

_AT_ONCE = 512


@dataclass(frozen=True, repr=False)
class Answer(Shown):
    """Something the model says.

    Parameters
    ----------
    kind : {"equilibrium", "deal", "no_deal", "opening"}
        A state holds under a concept; a state is a deal of a table; a table has no deal; or
        a set of red lines is an opening of a table.
    state : int
        The number of the state, 0 where the answer is about none.
    concept, table : str
        Which, empty where none.
    ease : tuple of str
        The red lines of an opening.

    See Also
    --------
    Standing : What it rests on.
    """

    kind: Literal["equilibrium", "deal", "no_deal", "opening"]
    state: int = 0
    concept: str = ""
    table: str = ""
    ease: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data."""
        return {
            "kind": self.kind,
            "state": self.state or None,
            "concept": self.concept or None,
            "table": self.table or None,
            "ease": list(self.ease) if self.kind == "opening" else None,
        }


class Findings:
    """The answers of a model, asked for again under other assumptions.

    Parameters
    ----------
    model : Model
        The conflict.
    start : int or str, optional
        The state from which tables are asked about, by number or by name; the status quo
        by default. Without either only equilibria are.
    concepts : sequence of str
        Under which equilibria are asked about.
    """

    def __init__(self, model: Model, start: StateName | None, concepts: Sequence[str]) -> None:
        self.model, self.concepts = model, tuple(concepts)
        self.start = model.status_quo_number if start is None else model.require_state(start)
        self.ranks: list[Ranks] = [model.ranks(dm) for dm in model.decision_makers]
        self.tables = [table.id for table in model.tables] if self.start is not None else []

    @cached_property
    def _profiles(self) -> Batch | OneByOne:
        """What decides many profiles: all at once, or in large models one after another."""
        is_small = len(self.model.states) <= LARGEST_BATCH
        return Batch(self.model) if is_small else OneByOne(self.model)

    def at_once(self, most: int) -> int:
        """Return how many profiles are held at a time: fewer of a large model."""
        return max(1, min(most, most * LARGEST_BATCH // len(self.model.states)))

    @cached_property
    def stated(self) -> Statements:
        """The statements of everybody who states preferences."""
        return Statements(self.model)

    @cached_property
    def zones(self) -> Zones:
        """What opens the zone of each table."""
        return Zones(self.model, self.tables, self.start)

    @cached_property
    def reached(self) -> Mapping[str, tuple[list[int], NDArray[np.intp]]]:
        """By table: places of the members, and the states they can bring about."""
        by_table = {}
        for table in self.tables:
            ids = [dm.id for dm in self.model.decision_makers]
            members = [ids.index(dm) for dm in seated(self.model, table)[1]]
            start = (self.start or 0) - 1
            by_table[table] = members, reachable(self.model, start, members, "joint")
        return by_table

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """What the model says as it stands."""
        own = np.stack(self.ranks)[:, :, None]
        holds = self.equilibria(own, self.concepts)[:, :, 0]
        answers = [
            Answer("equilibrium", state=int(s) + 1, concept=concept)
            for s in np.flatnonzero(holds.any(axis=0))
            for k, concept in enumerate(self.concepts)
            if holds[k, s]
        ]
        for table in self.tables:
            deals = self.deals(table, own)[:, 0]
            states = self.reached[table][1][deals] + 1
            answers += [Answer("deal", state=int(state), table=table) for state in states]
            if not deals.any():
                answers.append(Answer("no_deal", table=table))
            eases = self.zones.eases(table)
            answers += [Answer("opening", table=table, ease=ease) for ease in eases]
        return tuple(answers)

    def equilibria(self, ranks: Profiles, concepts: Sequence[str]) -> Flags:
        """Decide which states hold: bool array, shape (concepts, n, profiles)."""
        stable = self._profiles.stable(ranks, concepts)
        everybody: Flags = np.logical_and.reduce(stable, axis=1)
        return everybody

    def deals(self, table: str, ranks: Profiles) -> Flags:
        """Decide which reached states are deals: shape (reached, profiles)."""
        members, reached = self.reached[table]
        start = (self.start or 0) - 1
        gains = [ranks[member][reached] > ranks[member][start] for member in members]
        all_gain: Flags = np.logical_and.reduce(gains)
        return all_gain

    @cached_property
    def openings(self) -> Mapping[str, Mapping[int, Ease]]:
        """By table that has openings: these among the answers, by place."""
        by_table: dict[str, dict[int, Ease]] = {}
        for k, answer in enumerate(self.answers):
            if answer.kind == "opening":
                by_table.setdefault(answer.table, {})[k] = answer.ease
        return by_table

    def stand(
        self, edits: Sequence[Edit], tell: Callable[[int], None] = lambda count: None
    ) -> Flags:
        """Decide which answers stand after each change: shape (answers, edits).

        Parameters
        ----------
        edits : sequence of Edit
            The changes.
        tell : callable
            Called with the number of changes to preferences that are decided.
        """
        stand = np.ones((len(self.answers), len(edits)), dtype=np.bool_)
        # Changes to preferences leave states and moves as they are: one batch decides them all.
        ranked = [k for k, edit in enumerate(edits) if edit.ranks is not None]
        if ranked:
            stand[:, ranked] = self._stand_after([edits[k] for k in ranked], tell)
        for k, edit in enumerate(edits):
            if edit.change.assumption.kind == "red_line" and edit.model is not None:
                stand[:, k] = self._stand_without_line(edit.model)
            elif edit.model is not None:
                stand[:, k] = self._stand_elsewhere(edit.model)
        return stand

    def _stand_after(self, edits: Sequence[Edit], tell: Callable[[int], None]) -> Flags:
        """Decide which answers stand after each change to preferences."""
        step, parts = self.at_once(_AT_ONCE), list[Flags]()
        for first in range(0, len(edits), step):
            parts.append(self.stand_in(self.profiles(edits[first : first + step])))
            tell(min(first + step, len(edits)))
        stand = np.concatenate(parts, axis=1)
        for table, eases in self.openings.items():
            opened = self.zones.after(table, edits, self.stated)
            for k, ease in eases.items():
                stand[k] = opened[ease]
        return stand

    def _stand_without_line(self, model: Model) -> Flags:
        """Decide which answers stand where a red line is left out: openings may not."""
        zones = Zones(model, list(self.openings), self.start)
        stand = np.ones(len(self.answers), dtype=np.bool_)
        for table, eases in self.openings.items():
            opened = zones.eases(table)
            for k, ease in eases.items():
                stand[k] = ease in opened
        return stand

    def profiles(self, edits: Sequence[Edit]) -> Profiles:
        """Return everybody's ranks after each of some changes to preferences."""
        ranks = self.unchanged(len(edits))
        for k, edit in enumerate(edits):
            assert edit.place is not None and edit.ranks is not None  # noqa: S101
            ranks[edit.place, :, k] = edit.ranks
        return ranks

    def unchanged(self, count: int) -> Profiles:
        """Return everybody's ranks as they are, so many times."""
        return np.repeat(np.stack(self.ranks)[:, :, None], count, axis=2)

    def stand_in(self, ranks: Profiles, places: Sequence[int] | None = None) -> Flags:
        """Decide which answers stand in each profile; of openings nothing is decided.

        Parameters
        ----------
        ranks : array of int, shape (DMs, n, profiles)
            Everybody's ranks.
        places : sequence of int, optional
            The answers, by place; all by default.

        Returns
        -------
        bool array, shape (answers, profiles)
        """
        answers = self.answers if places is None else [self.answers[k] for k in places]
        concepts = [c for c in self.concepts if any(answer.concept == c for answer in answers)]
        holds = self.equilibria(ranks, concepts)
        deals = {
            table: self.deals(table, ranks)
            for table in self.tables
            if any(answer.table == table for answer in answers)
        }
        stand = np.ones((len(answers), ranks.shape[2]), dtype=np.bool_)
        for row, answer in zip(stand, answers, strict=True):
            if answer.kind == "equilibrium":
                row[:] = holds[concepts.index(answer.concept), answer.state - 1]
            elif answer.kind == "no_deal":
                row[:] = ~deals[answer.table].any(axis=0)
            elif answer.kind == "deal":
                place = np.searchsorted(self.reached[answer.table][1], answer.state - 1)
                row[:] = deals[answer.table][place]
        return stand

    def _stand_elsewhere(self, model: Model) -> Flags:
        """Decide which answers stand where other states are feasible."""
        here, there = self.model.states, model.states
        assert isinstance(here, OptionStates) and isinstance(there, OptionStates)  # noqa: S101
        # A rule less leaves every state of here feasible there, so none is at place -1.
        places = there.places(here.codes)
        start = None if self.start is None else int(places[self.start - 1]) + 1
        analysis, other = analyse(model, self.concepts), Findings(model, start, self.concepts)
        own = np.stack(other.ranks)[:, :, None]
        answers = {
            Answer("equilibrium", state=int(s) + 1, concept=concept)
            for concept in self.concepts
            for s in np.flatnonzero(analysis.is_equilibrium(concept)[places])
        }
        for table in self.tables:
            deals = other.reached[table][1][other.deals(table, own)[:, 0]]
            if not len(deals):
                answers.add(Answer("no_deal", table=table))
            kept = np.flatnonzero(np.isin(places, deals)) + 1
            answers |= {Answer("deal", state=int(state), table=table) for state in kept}
            eases = other.zones.eases(table)
            answers |= {Answer("opening", table=table, ease=ease) for ease in eases}
        return np.array([answer in answers for answer in self.answers], dtype=np.bool_)
