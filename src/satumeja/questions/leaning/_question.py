"""What the answers of a model rest on: single changes that flip them, how often they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import factorial, prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.dossier.grading import Grade
from satumeja.errors import LimitError
from satumeja.evidence import Archive
from satumeja.model import Model, StateName
from satumeja.questions._orders import listed_orders, random_orders
from satumeja.questions.leaning._answers import Answer, Findings
from satumeja.questions.leaning._assumptions import Assumption, Change, assumption_changes
from satumeja.questions.leaning._pairs import Pair, smallest_pairs
from satumeja.questions.leaning._statements import Orders, Statements
from satumeja.stability import CONCEPTS, concepts_named

__all__ = ["Leaning", "RestsOn", "Standing", "rests_on"]

MOST_STATES = 1 << 15
"""The most states of a model whose assumptions are changed one by one."""

_STATEMENTS = 62
_OPENINGS = 200
_PAIRS = 20
_AT_ONCE = 512


@dataclass(frozen=True, repr=False)
class Standing(Shown):
    """An answer, what flips it, and how often it stands.

    Parameters
    ----------
    answer : Answer
        What the model says.
    flips : tuple of Change
        Of each assumption, and for each way to change it, the smallest change after which
        it no longer says so; those that rest on the least evidence first, then the smaller.
    pairs : tuple of (Change, Change)
        Where no single change flips it: the pairs of changes to preference statements that
        do, with the fewest places in all.
    stands, of : int
        In how many orders of the preference statements it stands, out of how many.

    See Also
    --------
    rests_on : Makes it.
    """

    answer: Answer
    flips: tuple[Change, ...]
    pairs: tuple[Pair, ...]
    stands: int
    of: int

    @property
    def share(self) -> float:
        """The share of orders in which it stands; 1 where there are none to try."""
        return self.stands / self.of if self.of else 1.0

    def to_json(self) -> dict[str, Any]:
        """Return the answer and what it rests on as plain data."""
        flips = [change.to_json() for change in self.flips]
        shares = {"stands": self.stands, "of": self.of, "share": round(self.share, 6)}
        pairs = [[change.to_json() for change in pair] for pair in self.pairs[:_PAIRS]]
        return self.answer.to_json() | shares | {"flips": flips, "pairs": pairs}


@dataclass(frozen=True, repr=False)
class Leaning(Shown):
    """An assumption, and the answers that lean on it.

    Parameters
    ----------
    assumption : Assumption
        What is assumed.
    weaker, stronger : tuple of Answer
        The answers that some change flips after which it counts for less, or for more.
        A swap of neighbours in a ranking is counted as weakening it.

    See Also
    --------
    RestsOn.leanings : Makes them.
    """

    assumption: Assumption
    weaker: tuple[Answer, ...]
    stronger: tuple[Answer, ...]

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers that lean on it."""
        return tuple(dict.fromkeys((*self.weaker, *self.stronger)))


@dataclass(frozen=True, eq=False, repr=False)
class RestsOn(Shown):
    """What the answers of a model rest on.

    Parameters
    ----------
    model : Model
        The conflict.
    start : int or None
        The number of the state from which tables were asked about.
    standings : tuple of Standing
        For each answer.
    exact : bool
        Whether all orders of the statements were gone through, not a sample.
    tried : int
        How many single changes were tried.
    archive : Archive
        Where the evidence of the model is looked up.

    See Also
    --------
    rests_on : Makes it.
    """

    model: Model
    start: int | None
    standings: tuple[Standing, ...]
    exact: bool
    tried: int
    archive: Archive = field(repr=False)

    def grade(self, about: Assumption) -> Grade:
        """Grade what an assumption rests on; dossiers and reports are opened for it.

        Parameters
        ----------
        about : Assumption
            One of the model's.
        """
        return self.archive.grade(about.evidence)

    @cached_property
    def leanings(self) -> tuple[Leaning, ...]:
        """The assumptions that answers lean on: what to find out next.

        Those that rest on the least evidence come first, then those that more answers
        lean on.
        """
        by_assumption: dict[Assumption, dict[bool, list[Answer]]] = {}
        for standing in self.standings:
            for change in standing.flips:
                sides = by_assumption.setdefault(change.assumption, {True: [], False: []})
                side = sides[change.way != "up"]
                if standing.answer not in side:
                    side.append(standing.answer)
        leanings = [
            Leaning(assumption, tuple(sides[True]), tuple(sides[False]))
            for assumption, sides in by_assumption.items()
        ]
        leanings.sort(key=lambda leaning: (leaning.assumption.thinness, -len(leaning.answers)))
        return tuple(leanings)

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/rests-on/1``."""
        return {
            "schema": "satumeja/rests-on/1",
            "from": self.start,
            "exact": self.exact,
            "tried": self.tried,
            "answers": [standing.to_json() for standing in self.standings],
            "find_out": [
                {
                    "kind": leaning.assumption.kind,
                    "dm": leaning.assumption.dm or None,
                    "place": leaning.assumption.place,
                    "text": leaning.assumption.text,
                    "evidence": list(leaning.assumption.evidence),
                    "grade": self.grade(leaning.assumption).to_json(),
                    "reasoned": bool(leaning.assumption.because),
                    "weaker": len(leaning.weaker),
                    "stronger": len(leaning.stronger),
                }
                for leaning in self.leanings
            ],
        }


def rests_on(
    model: Model,
    *,
    start: StateName | None = None,
    state: StateName | None = None,
    concepts: Sequence[str] = tuple(CONCEPTS),
    samples: int = 1000,
    seed: int = 1,
    archive: Archive | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RestsOn:
    """Find what the equilibria, deals and openings of a model rest on.

    Parameters
    ----------
    model : Model
        Up to 32,768 states.
    start : int or str, optional
        The state from which tables are asked about, by number or by a name as for
        `Model.find_state`; the status quo by default. Without either, only equilibria are
        asked about.
    state : int or str, optional
        Ask about answers on this state only.
    concepts : sequence of str
        Under which equilibria are asked about.
    samples : int
        How many orders of the statements to draw; all are gone through where there are
        no more.
    seed : int
        Where chance starts.
    archive : Archive, optional
        Where the evidence of the model is looked up; made anew where none is given.
    progress : callable, optional
        Called with the number of changes and orders tried, and of all, as they are tried.

    Returns
    -------
    RestsOn
        For each answer the single changes that flip it, and the share of orders of the
        preference statements in which it stands.

    Raises
    ------
    QuestionError
        If there is no such state or concept.
    LimitError
        If the model has more states, or of more than 2,048 states a ranking more classes, than
        changes are tried for.

    See Also
    --------
    invert : What would have to be so for a state to hold.
    statement_orders : The orders of one decision maker's statements, for a sweep.

    Notes
    -----
    Every single change is tried: each preference statement at every other place of its
    list and left out, neighbours in direct rankings swapped, each feasibility rule and
    red line left out. A source says what somebody wants, seldom what more than what, so
    every order of the statements of everybody is taken to be consistent with the
    evidence. All changes to preferences are decided in one batch; of more than 2,048 states one
    after another, which for 32,768 and three decision makers takes some 40 ms each. Where no
    single change flips an answer, all pairs of changes to statements are tried, 20,000 at most,
    of larger models as many times fewer as they are larger.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> (standing,) = rests_on(load("december-2021-b"), state=7, concepts=["seq"]).standings
    >>> standing.share > 0.5
    True
    >>> change = standing.flips[0]
    >>> change.assumption.dm, change.assumption.text, change.way, change.places
    ('russia', '-arm', 'removed', 0)
    """
    concept_ids = [concept.id for concept in concepts_named(concepts)]
    if len(model.states) > MOST_STATES:
        raise LimitError(
            f"{len(model.states):,} states are more than the {MOST_STATES:,} for which all "
            "changes are tried"
        )
    findings = Findings(model, start, concept_ids)
    number = None if state is None else model.require_state(state)
    chosen = [k for k, answer in enumerate(findings.answers) if number in (None, answer.state)]
    edits = list(assumption_changes(model, findings.stated))
    tried = _orders(findings.stated, samples, seed)
    tell = _counted_from(0, len(edits) + tried.count, progress)
    stand = findings.stand(edits, tell)
    tell = _counted_from(len(edits), len(edits) + tried.count, progress)
    pairs = smallest_pairs(findings, edits, [k for k in chosen if stand[k].all()])
    stands, of = _shares(findings, tried, tell)
    standings = tuple(
        Standing(
            findings.answers[k],
            _smallest(edit.change for edit, kept in zip(edits, stand[k], strict=True) if not kept),
            pairs.get(k, ()),
            int(stands[k]),
            int(of[k]),
        )
        for k in chosen
    )
    where = archive or Archive(model)
    return RestsOn(model, findings.start, standings, tried.exact, len(edits), where)


def _counted_from(
    start: int, total: int, progress: Callable[[int, int], None] | None
) -> Callable[[int], None]:
    """Give what to call with the number tried after so many of all; that many are told at once."""
    if progress is None:
        return lambda _: None
    progress(start, total)
    return lambda count: progress(start + count, total)


def _smallest(changes: Iterator[Change]) -> tuple[Change, ...]:
    """Keep the smallest change of each assumption in each way, the thinnest first."""
    least: dict[tuple[Assumption, str], Change] = {}
    for change in changes:
        key = (change.assumption, change.way)
        if key not in least or change.places < least[key].places:
            least[key] = change
    order = sorted(least.values(), key=lambda c: (*c.assumption.thinness, c.places))
    return tuple(order)


@dataclass(frozen=True)
class _Tried:
    """Orders of the statements of everybody who states several, by place; all, or a sample."""

    orders: Mapping[int, Orders]
    count: int
    exact: bool


def _orders(stated: Statements, samples: int, seed: int) -> _Tried:
    """List all orders of the statements where they are few, or draw some."""
    counts = {place: count for place, count in stated.counts.items() if 1 < count <= _STATEMENTS}
    every = prod(factorial(count) for count in counts.values())
    if every <= samples:
        before, listed = 1, dict[int, Orders]()
        for place, count in counts.items():
            own = listed_orders(count, 0, factorial(count))
            # As digits of a number: each maker's orders go round once while those of the
            # next stay, so that every combination comes once.
            listed[place] = own[:, np.arange(every) // before % factorial(count)]
            before *= factorial(count)
        return _Tried(listed, every if counts else 0, exact=True)
    listed = {
        place: random_orders(
            count, samples, np.random.PCG64(np.random.SeedSequence(seed, spawn_key=(place,)))
        )
        for place, count in counts.items()
    }
    return _Tried(listed, samples, exact=False)


def _shares(
    findings: Findings, tried: _Tried, tell: Callable[[int], None]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Count for each answer the orders in which it stands, and those tried."""
    stands = np.zeros(len(findings.answers), dtype=np.int64)
    of = np.full(len(findings.answers), tried.count, dtype=np.int64)
    step = findings.at_once(_AT_ONCE)
    for first in range(0, tried.count, step):
        last = min(first + step, tried.count)
        ranks = findings.unchanged(last - first)
        for place, orders in tried.orders.items():
            ranks[place] = findings.stated.ranks(place, orders[:, first:last])
        stands += findings.stand_in(ranks).sum(axis=1)
        tell(last)
    few = min(tried.count, _OPENINGS)
    some = {place: orders[:, :few] for place, orders in tried.orders.items()}
    for table, eases in findings.openings.items():
        opened = findings.zones.ordered(table, some)
        for k, ease in eases.items():
            stands[k], of[k] = np.broadcast_to(opened[ease], few).sum(), few
    return stands, of
