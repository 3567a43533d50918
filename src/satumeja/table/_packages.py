"""What beats walking away, and which package the classic solutions choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import Any, Literal

import numpy as np

from satumeja.display import Shown, ShownInLine
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model import Model, OptionStates, StateName, Weighting
from satumeja.stability import analyse
from satumeja.table._efficient import efficient
from satumeja.table._ground import Ground, Mask, Numbers, Seats, seated
from satumeja.table._listing import LISTED, as_json
from satumeja.table._reach import reachable
from satumeja.table._red_lines import crossed, names_in, red_lines, require_few_lines

__all__ = ["NoDeal", "Packages", "Solution", "packages", "with_points"]

Bargain = Literal["nash", "kalai", "kalai_smorodinsky"]
Gains = tuple[Fraction, ...]


@dataclass(frozen=True, repr=False)
class NoDeal(ShownInLine):
    """What a decision maker has without a deal.

    Parameters
    ----------
    dm : str
        Who.
    state : int
        The number of the state, one of those the conflict may end in.

    See Also
    --------
    packages : Measures packages by it.
    """

    dm: str
    state: int


@dataclass(frozen=True, repr=False)
class Solution(Shown):
    """What a bargaining solution chooses among the packages.

    Parameters
    ----------
    name : {"nash", "kalai", "kalai_smorodinsky"}
        The highest product of gains [1]_; the highest least gain [2]_; the highest least
        share of the most each could gain [3]_.
    states : tuple of int
        The numbers of the packages it chooses: all that tie exactly.
    value : Fraction
        The product, least gain or least share.
    margin : float
        One of them stays the best as long as no gain (no share, for the last) is misjudged
        by more than this fraction of it. 1 where nothing else could be chosen.

    See Also
    --------
    Packages.solutions : Makes them.

    References
    ----------
    .. [1] Nash, "The bargaining problem", Econometrica, 1950.
    .. [2] Kalai, "Proportional solutions to bargaining situations: interpersonal utility
       comparisons", Econometrica, 1977.
    .. [3] Kalai & Smorodinsky, "Other solutions to Nash's bargaining problem",
       Econometrica, 1975.
    """

    name: Bargain
    states: tuple[int, ...]
    value: Fraction
    margin: float

    def to_json(self) -> dict[str, Any]:
        """Return the solution as plain data."""
        return {
            "name": self.name,
            "states": list(self.states),
            "value": str(self.value),
            "margin": round(self.margin, 6),
        }


@dataclass(frozen=True, eq=False, repr=False)
class Packages(Shown):
    """What those at a table could agree on that beats walking away.

    Parameters
    ----------
    model : Model
        The conflict.
    table : str
        The table's id, empty where it has none.
    seats : tuple of str
        Who sits there.
    start : int
        The number of the state they start from.
    concept : str
        Under which the states hold that the conflict may end in without a deal.
    without : index array
        Numbers of these states; where one state was named, that one.
    no_deal : mapping of str to NoDeal
        What each member has without a deal.
    numbers : index array
        Numbers of the packages each member prefers to that, ascending.
    efficient : bool array
        For each package.
    ground : Ground
        The table, its states and rankings, from which the rest is answered.

    See Also
    --------
    packages : Makes it.
    """

    model: Model
    table: str
    seats: tuple[str, ...]
    start: int
    concept: str
    without: Numbers
    no_deal: Mapping[str, NoDeal]
    numbers: Numbers
    efficient: Mask
    ground: Ground

    def gains(self, number: int) -> dict[str, int]:
        """Return by how many places each member prefers a package to walking away."""
        ranks = self.ground.ranks
        return {
            dm: int(ranks[dm][number - 1] - ranks[dm][have.state - 1])
            for dm, have in self.no_deal.items()
        }

    @cached_property
    def points(self) -> Mapping[int, Gains] | None:
        """By package, what each member gains in points; None where somebody has no points."""
        weightings = [self.model[dm].preference for dm in self.seats]
        states = self.model.states
        if not isinstance(states, OptionStates):
            return None
        columns = []
        for dm, weighting in zip(self.seats, weightings, strict=True):
            if not isinstance(weighting, Weighting):
                return None
            base = _score(weighting, states.decimal(self.no_deal[dm].state))
            codes = states.codes[self.numbers - 1].tolist()
            columns.append([_score(weighting, code) - base for code in codes])
        return dict(zip(self.numbers.tolist(), zip(*columns, strict=True), strict=True))

    @cached_property
    def solutions(self) -> tuple[Solution, ...]:
        """What the bargaining solutions choose; nothing where somebody has no points."""
        if not self.points:
            return ()
        best = set(self.numbers[self.efficient].tolist())
        gains = {state: gain for state, gain in self.points.items() if state in best}
        most = [max(column) for column in zip(*gains.values(), strict=True)]
        shares = {
            s: tuple(g / top for g, top in zip(gain, most, strict=True))
            for s, gain in gains.items()
        }
        return (
            _chosen("nash", {s: prod(gain, start=Fraction(1)) for s, gain in gains.items()},
                    len(self.seats)),
            _chosen("kalai", {s: min(gain) for s, gain in gains.items()}, 1),
            _chosen("kalai_smorodinsky", {s: min(share) for s, share in shares.items()}, 1),
        )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/packages/1``."""
        kept = self.numbers[np.lexsort((self.numbers, ~self.efficient))][:LISTED]
        shown, best = np.sort(kept).tolist(), set(self.numbers[self.efficient].tolist())
        points = self.points or {}
        return {
            "schema": "satumeja/packages/1",
            "table": self.table or None,
            "seats": list(self.seats),
            "from": self.start,
            "concept": self.concept or None,
            "without_a_deal": as_json(self.model, self.without),
            "no_deal": {dm: fallback.state for dm, fallback in self.no_deal.items()},
            "count": len(self.numbers),
            "packages": [
                {
                    "state": state,
                    "form": self.model.states.form(state),
                    "gains": self.gains(state),
                    "points": dict(zip(self.seats, map(str, points[state]), strict=True))
                    if points
                    else None,
                    "efficient": state in best,
                    "red_lines": list(self.red_lines(state)),
                }
                for state in shown
            ],
            "solutions": [solution.to_json() for solution in self.solutions],
        }

    def red_lines(self, number: int) -> tuple[str, ...]:
        """Return the red lines of anybody that a package crosses."""
        if self.model.is_graph:
            return ()
        lines = red_lines(self.model)
        return names_in(int(crossed(lines, self.ground.codes()[[number - 1]])[0]), lines)


def _score(weighting: Weighting, code: int) -> Fraction:
    return sum((w for k, w in weighting.weights.items() if code >> k & 1), Fraction(0))


def _chosen(name: Bargain, values: Mapping[int, Fraction], power: int) -> Solution:
    """Choose the states of the highest value; `power` gains are multiplied in a value."""
    best = max(values.values())
    states = tuple(state for state, value in values.items() if value == best)
    ratio = float(max((v for v in values.values() if v < best), default=Fraction(0)) / best)
    # v (1 - r) ** k = w (1 + r) ** k has the solution (1 - q) / (1 + q), q the k-th root of w / v.
    ratio = ratio ** (1 / power)
    return Solution(name, states, best, (1 - ratio) / (1 + ratio))


def packages(
    model: Model,
    seats: Seats = None,
    *,
    start: StateName | None = None,
    no_deal: StateName = "worst",
    concept: str = "seq",
) -> Packages:
    """Find what beats walking away for everybody at a table.

    Parameters
    ----------
    model : Model
        A conflict.
    seats : str, sequence of str, or None
        The id of a table of the model, decision makers by id, or None for everybody.
    start : int or str, optional
        The state they start from, by number or by a name as for `Model.require_state`; the
        status quo by default.
    no_deal : {"worst", "best"}, int or str
        What a member expects without a deal: the worst, or the best for it, of the states
        that hold under `concept`; or the state of this number or name.
    concept : str
        One of nash, gmr, smr, seq and sseq.

    Returns
    -------
    Packages
        The states the members can bring about and that each of them prefers to what it
        has without a deal; where all their preferences are weights, what the bargaining
        solutions choose among them.

    Raises
    ------
    QuestionError
        If there is no such table, state or concept, or no state holds under the concept.
    LimitError
        If the model has more feasible states than can be listed.

    See Also
    --------
    with_points : Gives decision makers the points that solutions ask for.
    deals : What is preferred to the start instead.

    Notes
    -----
    The solutions are those of Nash [1]_, Kalai and Smorodinsky [2]_ and Kalai [3]_. The
    packages are finitely many, so each solution takes the efficient ones with the
    highest value, in exact arithmetic, and all that tie. If each gain may be wrong by a
    fraction r of it, the best of value v stays ahead of the next, of value w, while
    ``v (1 - r) ** k >= w (1 + r) ** k``, k gains being multiplied; that gives `margin`.

    References
    ----------
    .. [1] Nash, "The bargaining problem", Econometrica, 1950.
    .. [2] Kalai & Smorodinsky, "Other solutions to Nash's bargaining problem",
       Econometrica, 1975.
    .. [3] Kalai, "Proportional solutions to bargaining situations: interpersonal utility
       comparisons", Econometrica, 1977.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> table = packages(load("prisoners-dilemma"), start=4, concept="nash")
    >>> table.numbers.tolist(), table.gains(1)
    ([1], {'row': 1, 'column': 1})
    """
    name, members = seated(model, seats)
    require_few_lines(red_lines(model))
    ground = Ground(model, start)
    named = no_deal not in ("worst", "best")
    if named:
        without = np.array([model.require_state(no_deal)], dtype=np.intp)
    else:
        without = analyse(model, [concept]).equilibria(concept)
        if not len(without):
            raise QuestionError(
                f"no state holds under {concept}, so nothing is known of walking away; name a "
                "state or another concept"
            )
    have = {dm: _has(ground, dm, without, best=no_deal == "best") for dm in members}
    reached = reachable(model, ground.start, [ground.places[dm] for dm in members], "joint")
    gains = np.stack(
        [ground.ranks[dm][reached] - ground.ranks[dm][have[dm].state - 1] for dm in members]
    )
    beats = gains.min(axis=0) > 0
    return Packages(
        model=model,
        table=name,
        seats=members,
        start=ground.start + 1,
        concept="" if named else concept,
        without=without,
        no_deal=have,
        numbers=reached[beats] + 1,
        efficient=efficient(gains[:, beats].T),
        ground=ground,
    )


def _has(ground: Ground, dm: str, without: Numbers, *, best: bool) -> NoDeal:
    ranks = ground.ranks[dm][without - 1]
    place = int(np.argmax(ranks) if best else np.argmin(ranks))
    return NoDeal(dm, int(without[place]))


def with_points(model: Model, points: Mapping[str, Mapping[str, Fraction | int]]) -> Model:
    """Give decision makers points for options in place of what they are said to prefer.

    Parameters
    ----------
    model : Model
        In option form.
    points : mapping of str to mapping of str to number
        By decision maker: what each option is worth to it when taken, by the name that
        results print; an option without points is worth nothing.

    Returns
    -------
    Model
        The model in which these decision makers have weights.

    Raises
    ------
    QuestionError
        If there is no such decision maker or option.

    See Also
    --------
    packages : Whose solutions choose by points.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> model = with_points(load("december-2021-b"), {"us": {"guarantee": -3, "attack": -5}})
    >>> int(model.ranks(model["us"]).max())
    4
    """
    names = list(model.option_names)
    makers = {dm.id: dm for dm in model.decision_makers}
    for dm_id, own in points.items():
        weights = {_option(names, name): Fraction(worth) for name, worth in own.items()}
        makers[dm_id] = replace(model[dm_id], preference=Weighting(weights))
    return replace(model, decision_makers=tuple(makers.values()))


def _option(names: Sequence[str], name: str) -> int:
    if name not in names:
        raise QuestionError(f'unknown option "{name}"{did_you_mean(name, names)}')
    return names.index(name)
