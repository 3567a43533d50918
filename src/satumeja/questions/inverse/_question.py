"""What preferences would make a wished-for state an equilibrium."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import factorial
from typing import Any, Literal

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model import Model, StateName
from satumeja.questions.inverse._counting import count_below, count_listed
from satumeja.questions.inverse._least import Changes, least_changes
from satumeja.questions.inverse._requirements import (
    Answered,
    Requirement,
    coupled,
    require_few,
    requirements,
    sanctions_of,
)
from satumeja.stability import Analysis, Concept, analyse, concepts_named
from satumeja.stability.further import Relations, bits, legal_sequences

__all__ = ["Conditions", "Inverse", "Other", "invert"]

Dependence = Literal["always", "never", "depends"]


@dataclass(frozen=True, repr=False)
class Other(Shown):
    """Whether the state is stable for somebody else when one decision maker is free.

    Parameters
    ----------
    dm : str
        Who.
    stable : {"always", "never", "depends"}
        Whatever the free one prefers; whatever it prefers not; or depending on it.
    needs : tuple of Answered, or None
        Where it depends, what the free one would have to prefer. None where there are
        too many ways to list.

    See Also
    --------
    Conditions : What it is a part of.
    """

    dm: str
    stable: Dependence
    needs: tuple[Answered, ...] | None = ()


@dataclass(frozen=True, repr=False)
class Conditions(Shown):
    """What makes a state an equilibrium when one decision maker's ranking is free.

    Parameters
    ----------
    dm : str
        Who is free; all others keep their preferences.
    requirements : tuple of Requirement
        What its own preferences must be like for the state to be stable for it.
    others : tuple of Other
        Whether the state is stable for each of the others.
    met : bool
        Whether its present preferences meet the requirements.
    stable_in : int or None
        In how many strict rankings the state is stable for it; None where these are too
        entangled to count.
    count : int or None
        In how many the state is an equilibrium; None where that is not known exactly.
    of : int
        How many strict rankings there are.

    See Also
    --------
    Inverse.symbols : Writes the requirements in symbols.
    """

    dm: str
    requirements: tuple[Requirement, ...]
    others: tuple[Other, ...]
    met: bool
    stable_in: int | None
    count: int | None
    of: int


@dataclass(frozen=True, eq=False, repr=False)
class Inverse(Shown):
    """What it would take for a state to be an equilibrium under a concept.

    Parameters
    ----------
    model : Model
        The conflict.
    state : int
        The number of the wished-for state.
    concept : Concept
        Under which it is to hold.
    free : tuple of str
        Whose preferences may change.
    holds : bool
        Whether it holds already.
    conditions : mapping of str to Conditions
        By decision maker, each free alone.
    count, of : int or None
        In how many profiles of strict rankings of those who are free the state is an
        equilibrium, out of how many. None where that is not known exactly.
    changes : Changes
        The least that would have to change.

    See Also
    --------
    invert : Makes it.
    """

    model: Model
    state: int
    concept: Concept
    free: tuple[str, ...]
    holds: bool
    conditions: Mapping[str, Conditions]
    count: int | None
    of: int
    changes: Changes

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/invert/1``."""
        return {
            "schema": "satumeja/invert/1",
            "state": self.state,
            "form": self.model.states.form(self.state),
            "concept": self.concept.id,
            "free": list(self.free),
            "holds": self.holds,
            "count": self.count,
            "of": self.of,
            "conditions": [self._plain(alone) for alone in self.conditions.values()],
            "changes": self.changes.to_json(self.model),
        }

    def _plain(self, alone: Conditions) -> dict[str, Any]:
        return {
            "dm": alone.dm,
            "count": alone.count,
            "of": alone.of,
            "stable_in": alone.stable_in,
            "met": alone.met,
            "requirements": [
                {
                    "improvement": requirement.improvement + 1,
                    "no_worse_than": [[k + 1 for k in bits(part)] for part in requirement.any_of],
                }
                for requirement in alone.requirements
            ],
            "symbols": self.symbols(alone),
            "others": [_other(other) for other in alone.others],
        }

    def symbols(self, found: Conditions) -> str:
        """Write what a decision maker's own preferences must be like, in symbols.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> inverse = invert(load("syria-iraq"), 2, "gmr", dm="syria")
        >>> inverse.symbols(inverse.conditions["syria"])
        '(2 ≿ 1 ∨ 2 ≿ 4) ∧ (2 ≿ 3 ∨ 2 ≿ 6)'
        """
        clauses = [
            [self._below(part) for part in requirement.any_of]
            for requirement in found.requirements
        ]
        several = len(clauses) > 1
        terms = [_joined(parts, " ∨ ", brackets=several) for parts in clauses]
        return " ∧ ".join(terms) or "⊤"

    def _below(self, part: int) -> str:
        states = [f"{self.state} ≿ {k + 1}" for k in bits(part)]
        return _joined(states, " ∧ ", brackets=True)


def _joined(parts: list[str], sign: str, *, brackets: bool) -> str:
    term = sign.join(parts)
    return f"({term})" if brackets and len(parts) > 1 else term


def _other(other: Other) -> dict[str, Any]:
    needs = other.needs
    return {
        "dm": other.dm,
        "stable": other.stable,
        "needs": None
        if needs is None
        else [
            {
                "improvement": answer.improvement + 1,
                "any_of": [
                    [{"from": start + 1, "to": end + 1} for start, end in sorted(way)]
                    for way in answer.any_of
                ],
            }
            for answer in needs
        ],
    }


def invert(model: Model, state: StateName, concept: str, *, dm: str | None = None) -> Inverse:
    """Find the preferences that make a wished-for state an equilibrium, and count them.

    Parameters
    ----------
    model : Model
        Any number of decision makers; up to 4,096 states.
    state : int or str
        The wished-for state: its number, or a name as for `Model.require_state`.
    concept : str
        One of nash, gmr, smr, seq and sseq.
    dm : str, optional
        Whose preferences may change; those of everybody by default.

    Returns
    -------
    Inverse
        Conditions on preferences, how many strict rankings meet them, and the least
        change that makes the state an equilibrium.

    Raises
    ------
    QuestionError
        If there is no such state, concept or decision maker.
    LimitError
        If the model has more than 4,096 states.

    See Also
    --------
    every_ranking : All rankings of one decision maker, decided one by one by `sweep`.
    satumeja.stability.Analysis.distance : How far each state is from being an equilibrium.
    rests_on : What answers the model gives rest on.

    Notes
    -----
    The question is put in [1]_, and answered by matrices in [2]_; here it is answered as follows.
    The state is stable for a decision maker i if each move of i is no improvement or is
    sanctioned, and with the others' preferences given this depends only on which states
    i likes less than it. So the strict rankings that make it stable for i are counted
    exactly at any size (see `count_below`). Under SEQ and SSEQ the preferences of i
    also decide which of its moves are credible sanctions of others; where that matters,
    rankings are gone through one by one if the places of nine states at most matter,
    and else the count is left open. With everybody free, the counts of Nash, GMR and SMR
    multiply.

    References
    ----------
    .. [1] Kinsara, Kilgour & Hipel, "Inverse approach to the graph model for conflict
       resolution", IEEE Trans. SMC: Systems, 2015.
    .. [2] Wang, Hipel, Fang & Dang, "Matrix representations of the inverse problem in the
       graph model for conflict resolution", European J. Operational Research, 2018.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> inverse = invert(load("syria-iraq"), 2, "gmr", dm="syria")
    >>> inverse.count, inverse.of
    (384, 720)
    """
    (chosen,) = concepts_named([concept])
    number = model.require_state(state)
    ids = tuple(maker.id for maker in model.decision_makers)
    free = ids if dm is None else (model[dm].id,)
    require_few(len(model.states))
    relations = Relations.of(model)
    # The others too: bounds on the least change under SEQ and SSEQ rest on them.
    result = analyse(model, dict.fromkeys([chosen.id, "nash", "gmr", "smr"]))
    conditions = {
        dm_id: _conditions(result, relations, ids.index(dm_id), number - 1, chosen)
        for dm_id in free
    }
    count, of = _together(conditions, chosen)
    return Inverse(
        model=model,
        state=number,
        concept=chosen,
        free=free,
        holds=bool(result.is_equilibrium(chosen.id)[number - 1]),
        conditions=conditions,
        count=count,
        of=of,
        changes=least_changes(result, relations, number - 1, chosen, free),
    )


def _conditions(
    result: Analysis, relations: Relations, place: int, state: int, concept: Concept
) -> Conditions:
    makers = result.model.decision_makers
    own = requirements(relations, place, state, concept)
    others = tuple(
        _dependence(result, relations, other, place, state, concept)
        for other in range(len(makers))
        if other != place
    )
    size = relations.size
    try:
        stable_in: int | None = count_below(own, size)
    except LimitError:
        stable_in = None
    return Conditions(
        dm=makers[place].id,
        requirements=own,
        others=others,
        met=bool(result.is_stable(concept.id, makers[place].id)[state]),
        stable_in=stable_in,
        count=_count(own, others, stable_in, state, size),
        of=factorial(size),
    )


def _count(
    own: tuple[Requirement, ...],
    others: tuple[Other, ...],
    stable_in: int | None,
    state: int,
    size: int,
) -> int | None:
    if any(other.stable == "never" for other in others):
        return 0
    if all(other.stable == "always" for other in others):
        return stable_in
    needed = list[Answered]()
    for other in others:
        if other.needs is None:
            return None
        needed += other.needs
    try:
        return count_listed(own, needed, state, size)
    except LimitError:
        return None


def _dependence(
    result: Analysis, relations: Relations, focal: int, free: int, state: int, concept: Concept
) -> Other:
    """Decide whether the state is stable for `focal` whatever `free` prefers."""
    dm = result.model.decision_makers[focal].id
    if not concept.credible:
        stable = bool(result.is_stable(concept.id, dm)[state])
        return Other(dm, "always" if stable else "never")
    if _answered(relations, focal, free, state, concept, credible=False):
        return Other(dm, "always")
    if not _answered(relations, focal, free, state, concept, credible=True):
        return Other(dm, "never")
    try:
        needs = coupled(relations, focal, free, state, concept)
    except LimitError:
        return Other(dm, "depends", None)
    if any(not answer.any_of for answer in needs):
        return Other(dm, "never")
    return Other(dm, "depends", needs)


def _answered(
    relations: Relations, focal: int, free: int, state: int, concept: Concept, *, credible: bool
) -> bool:
    """Decide stability for `focal` if every move of `free` is credible, or none is."""
    moves = {
        mover: relations.improvements[mover]
        for mover in range(len(relations.moves))
        if mover not in (focal, free)
    }
    if credible:
        moves[free] = relations.moves[free]
    holds = sanctions_of(relations, focal, state, concept)
    reached = legal_sequences(moves, relations.size) if moves else [0] * relations.size
    improvements = relations.improvements[focal][state]
    return all(reached[target] & holds for target in bits(improvements))


def _together(conditions: Mapping[str, Conditions], concept: Concept) -> tuple[int | None, int]:
    """Count the profiles of all who are free."""
    each_alone = list(conditions.values())
    if len(each_alone) == 1:
        return each_alone[0].count, each_alone[0].of
    of = each_alone[0].of ** len(each_alone)
    if concept.credible or any(alone.stable_in is None for alone in each_alone):
        return None, of
    # Without credibility nobody's stability depends on what another prefers.
    count = 1
    for alone in each_alone:
        count *= alone.stable_in or 0
    return count, of
