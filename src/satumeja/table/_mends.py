"""What single commitment would make a deal hold that somebody would leave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from satumeja.model import Is, Model, Not, OptionStates
from satumeja.stability import CONCEPTS, Explicit
from satumeja.table._changes import Change, Commitment, Promotion, owners
from satumeja.table._reading import read_conditionals

if TYPE_CHECKING:
    from satumeja.table._ground import Ground

__all__ = ["Failing", "mends"]

Failing = tuple[int, str]
"""A state (0-based) and a concept under which it does not hold."""


def mends(
    ground: Ground, members: Sequence[str], failing: Sequence[Failing]
) -> dict[Failing, tuple[Change, ...]]:
    """Find the single commitments that would make deals hold.

    Parameters
    ----------
    ground : Ground
        The model and the start.
    members : sequence of str
        Who sits at the table.
    failing : sequence of (state, concept)
        The deals, and the concepts under which they do not hold.

    Returns
    -------
    dict of (state, concept) to tuple of Change
        Commitments first: an option of the deal that its owner could not change any
        more. Then promotions, for concepts that ask for credible sanctions: of each
        threat or promise stated in a preference list the fewest places it must move up;
        those at the table must still like the deal as they did (better, or as much).

    Notes
    -----
    Each change tried costs one analysis of the changed model: two for an option at
    most, and one for each place a threat can move up.
    """
    changes: dict[Failing, list[Change]] = defaultdict(list)
    for commitment, cases in _commitments(ground.model, failing):
        for case in _mended(ground.model, commitment, cases):
            changes[case].append(commitment)
    credible = [case for case in failing if CONCEPTS[case[1]].credible]
    for tried in _promotions(ground.model) if credible else ():
        left = list(credible)
        for promotion in tried:
            mended = [
                case
                for case in _mended(ground.model, promotion, left)
                if _still_liked(ground, promotion, members, case[0])
            ]
            for case in mended:
                changes[case].append(promotion)
            # The smallest move up is tried first, and is all that is told of a statement.
            left = [case for case in left if case not in mended]
    return {case: tuple(single) for case, single in changes.items()}


def _commitments(
    model: Model, failing: Sequence[Failing]
) -> Iterator[tuple[Commitment, list[Failing]]]:
    states = model.states
    if not isinstance(states, OptionStates):
        return
    for option, owner in enumerate(owners(model)):
        for taken in (True, False):
            kept = states.holds(Is(option) if taken else Not(Is(option)))
            cases = [case for case in failing if kept[case[0]]]
            if cases:
                yield Commitment(owner, option, taken), cases


def _promotions(model: Model) -> Iterator[list[Promotion]]:
    """For each threat or promise that is stated, list its promotions, the smallest first."""
    for threat in read_conditionals(model):
        place = threat.statement
        yield [Promotion(threat.by, place, to) for to in range(place - 1, 0, -1)]


def _mended(model: Model, change: Change, cases: Iterable[Failing]) -> list[Failing]:
    """Decide which states hold in the changed model."""
    listed = list(cases)
    engine = Explicit(change.applied(model))
    concepts = dict.fromkeys(concept for _, concept in listed)
    laid = engine.thresholds(CONCEPTS[concept] for concept in concepts)
    everyone = {concept: np.ones(engine.moves.size, dtype=np.bool_) for concept in concepts}
    for (concept, dm), values in laid.items():
        everyone[concept] &= engine.ranks[engine.place(dm)] >= engine.moves.listed(values)
    return [(state, concept) for state, concept in listed if everyone[concept][state]]


def _still_liked(ground: Ground, change: Promotion, members: Sequence[str], state: int) -> bool:
    """Decide whether a member whose list has changed likes the deal as it did before."""
    if change.dm not in members:
        return True
    before = int(ground.gains(change.dm, np.array([state]))[0])
    ranks = change.preference(ground.model).ranks(ground.codes())
    after = int(ranks[state]) - int(ranks[ground.start])
    return after > 0 if before > 0 else after >= 0
