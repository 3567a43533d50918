"""The zone and its openings where nobody could list the states: with sets of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from satumeja.display import Shown
from satumeja.errors import LimitError, QuestionError
from satumeja.model import AtLeast, Binary, Condition, Model, Not, Prioritisation
from satumeja.model.kit import Pattern, holds_in
from satumeja.stability import Limits, StateSet, analyse_symbolically
from satumeja.table._changes import statements_of
from satumeja.table._ground import Seats, seated
from satumeja.table._red_lines import RedLine, red_lines
from satumeja.table._symbolic_parts import moved

__all__ = ["SymbolicOpening", "SymbolicOpenings", "symbolic_openings"]

_MOST_IDLE = 200
_NEVER: Condition = AtLeast(1, 0)  # at least one of no options


@dataclass(frozen=True, repr=False)
class SymbolicOpening(Shown):
    """A minimal set of what would have to give, and the packages that are then possible.

    Parameters
    ----------
    ease : tuple of str
        The red lines that would have to ease, such as ``us#1``.
    accept_less : tuple of str
        Members who, besides, would have to put up with less than without a deal.
    zone : StateSet
        The packages that are then possible.

    See Also
    --------
    symbolic_openings : Makes it.
    Opening : The same of states that are listed.
    """

    ease: tuple[str, ...]
    accept_less: tuple[str, ...]
    zone: StateSet

    def to_json(self) -> dict[str, Any]:
        """Return the opening as plain data."""
        asks = dict.fromkeys([*(name.split("#")[0] for name in self.ease), *self.accept_less])
        return {
            "ease": list(self.ease),
            "accept_less": list(self.accept_less),
            "asks": list(asks),
            "zone": self.zone.to_json(),
            "best": None,
            "holds": None,
        }


@dataclass(frozen=True, eq=False, repr=False)
class SymbolicOpenings(Shown):
    """The zone of possible agreement of a table, and its openings, as sets of states.

    Parameters
    ----------
    model : Model
        The conflict.
    table : str
        The table's id, empty where it has none.
    seats : tuple of str
        Who sits there.
    start : int
        The decimal of the state that holds without a deal.
    wanting : str
        What every package must bring, empty for nothing in particular.
    red_lines : tuple of RedLine
        Those of the members.
    reached : StateSet
        The states the members can bring about, the start included.
    zone : StateSet
        The packages in nobody's way.
    openings, concessions : tuple of SymbolicOpening
        As those of `Openings`.

    See Also
    --------
    symbolic_openings : Makes it.
    Openings : The same of states that are listed.
    """

    model: Model
    table: str
    seats: tuple[str, ...]
    start: int
    wanting: str
    red_lines: tuple[RedLine, ...]
    reached: StateSet
    zone: StateSet
    openings: tuple[SymbolicOpening, ...]
    concessions: tuple[SymbolicOpening, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/openings/1``.

        States are given by count, patterns and a sample of decimals; ``from`` is an
        option form.
        """
        return {
            "schema": "satumeja/openings/1",
            "engine": "symbolic",
            "table": self.table or None,
            "seats": list(self.seats),
            "from": self.model.form(self.start),
            "from_form": self.model.form(self.start),
            "wanting": self.wanting or None,
            "red_lines": {
                line.name: {"dm": line.dm, "statement": line.statement.text}
                for line in self.red_lines
            },
            "reached": self.reached.count,
            "zone": self.zone.to_json(),
            "best": None,
            "openings": [opening.to_json() for opening in self.openings],
            "concessions": [opening.to_json() for opening in self.concessions],
            "linkage": None,
        }


def symbolic_openings(
    model: Model,
    seats: Seats = None,
    *,
    start: int | None = None,
    wanting: str = "",
    walk_away: bool = True,
    limits: Limits | None = None,
) -> SymbolicOpenings:
    """Find the zone of agreement and its openings without listing states.

    Parameters
    ----------
    model : Model
        In option form, any number of options; members state preferences or have none.
    seats, wanting, walk_away
        As for `openings`.
    start : int, optional
        The decimal of the state that holds without a deal; the status quo by default.
    limits : Limits, optional
        What the sets may take.

    Returns
    -------
    SymbolicOpenings
        The same zone, openings and concessions as `openings` finds, as sets; what is
        efficient and what would hold is not looked for.

    Raises
    ------
    QuestionError
        If there is no such table or decision maker, no status quo, or the start is not
        feasible.
    LimitError
        If the model is in graph form, a member's preferences are weights or a ranking,
        or the sets take more than they may.

    See Also
    --------
    openings : The same where states can be listed, with what is efficient and would hold.

    Notes
    -----
    The zone of agreement is that of [1]_, the start being everybody's walk-away. Red lines
    and what a member likes less than the start are conditions on the options.
    While a package is left, one is taken, and what is in its way made smaller as long as
    some package asks for less; that is a minimal set, and all packages that ask for it
    and more are left out. So the cost is a few operations on sets for each minimal set
    and each red line, whatever the number of packages.

    References
    ----------
    .. [1] Raiffa, *The Art and Science of Negotiation*, Harvard University Press, 1982.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> osce = symbolic_openings(load("december-2021-b"), "osce")
    >>> bool(osce.zone), [(opening.ease, opening.zone.count) for opening in osce.openings]
    (False, [(('us#1', 'nato#1'), 2)])
    """
    name, members = seated(model, seats)
    code = model.status_quo if start is None else start
    if code is None:
        raise QuestionError("the model names no status quo; say which state to start from")
    feasible = _feasible(model, limits)
    if code not in feasible:
        raise QuestionError(f"state {model.form(code)} is not feasible")
    reached = feasible.where(_kept(model, members, code))
    lines = red_lines(model, members)
    chosen = reached.where(Not(Pattern((1 << len(model.options)) - 1, code)))
    if wanting:
        chosen = chosen.where(model.condition(wanting))
    ways: list[tuple[str, Condition]] = [(line.name, line.statement.condition) for line in lines]
    worse: list[tuple[str, Condition]] = []
    if walk_away:
        liked = {dm: _likings(model, dm, lines, code, feasible) for dm in members}
        chosen = chosen.where(reduce(_or, (better for better, _ in liked.values())))
        worse = [(dm, less) for dm, (_, less) in liked.items()]
    every = [*ways, *worse]
    content = _clear(chosen, [less for _, less in worse])
    zone = _clear(content, [line for _, line in ways])

    def asking(some: StateSet, least: frozenset[str]) -> StateSet:
        """Leave out what asks somebody merely to suffer, where it counts what they prefer."""
        giving = [dm for dm in members if dm in {name.split("#")[0] for name in least}]
        return moved(some, model, members, code, giving) if walk_away else some

    opened = [] if zone else _openings(content, ways, asking)
    beyond = [] if zone or opened else _openings(chosen, every, asking)
    return SymbolicOpenings(
        model=model,
        table=name,
        seats=members,
        start=code,
        wanting=wanting,
        red_lines=lines,
        reached=reached,
        zone=zone,
        openings=tuple(opened),
        concessions=tuple(beyond),
    )


def _or(left: Condition, right: Condition) -> Condition:
    return Binary("or", left, right)


def _and(left: Condition, right: Condition) -> Condition:
    return Binary("and", left, right)


def _feasible(model: Model, limits: Limits | None) -> StateSet:
    """Return the feasible states; what anybody prefers plays no part."""
    makers = tuple(replace(dm, preference=Prioritisation(())) for dm in model.decision_makers)
    plain = replace(model, decision_makers=makers)
    return analyse_symbolically(plain, [], limits=limits).feasible


def _kept(model: Model, members: Sequence[str], code: int) -> Condition:
    """Say what the members cannot change from a state."""
    mask, place = 0, 0
    for dm in model.decision_makers:
        for option in dm.options:
            taken = bool(code >> place & 1)
            stuck = option.direction == ("forward" if taken else "back")
            if stuck or dm.id not in members:
                mask |= 1 << place
            place += 1
    return Pattern(mask, code & mask)


def _likings(
    model: Model, dm: str, lines: Sequence[RedLine], start: int, feasible: StateSet
) -> tuple[Condition, Condition]:
    """Say where a member likes a state better, and where less, than the start.

    The red lines that a state crosses count as eased there: statements that say nothing
    but to keep them are passed over.
    """
    if not isinstance(model[dm].preference, Prioritisation):
        raise LimitError(
            f"the preferences of {dm} are no list of statements, and are not compared without "
            "listing the states"
        )
    better: Condition = _NEVER
    worse: Condition = _NEVER
    own = [line.statement.condition for line in lines if line.dm == dm]
    # From the last up: a more important statement decides over all that are built in by then.
    for statement in reversed(statements_of(model[dm])):
        wish = statement.condition
        keeps = [line for line in own if not feasible.where(Binary("iff", wish, line))]
        differs: Condition = Not(wish) if holds_in(wish, start) else wish
        if keeps:
            differs = _and(differs, Not(reduce(_or, keeps)))
        if holds_in(wish, start):
            better, worse = _and(Not(differs), better), _or(differs, worse)
        else:
            better, worse = _or(differs, better), _and(Not(differs), worse)
    return better, worse


def _clear(packages: StateSet, obstacles: Sequence[Condition]) -> StateSet:
    for obstacle in obstacles:
        packages = packages.where(Not(obstacle))
    return packages


def _openings(
    packages: StateSet,
    obstacles: Sequence[tuple[str, Condition]],
    asking: Callable[[StateSet, frozenset[str]], StateSet],
) -> list[SymbolicOpening]:
    """Find the minimal sets of obstacles in the way of some package, smaller ones first.

    Of the packages that exactly such a set is in the way of, `asking` leaves those that count.
    """
    clear = [packages.where(Not(obstacle)) for _, obstacle in obstacles]
    left, minimal, passed_over = packages, list[tuple[frozenset[int], StateSet]](), 0
    while left:
        least = _in_the_way(left.sample(1)[0], obstacles)
        for k in sorted(least):
            if k in least:
                without = _only(left, clear, least - {k})
                if without:
                    least = _in_the_way(without.sample(1)[0], obstacles)
        zone = _only(left, clear, least)
        opened = asking(zone, frozenset(obstacles[k][0] for k in least))
        if opened:
            minimal.append((least, opened))
            left = left.where(Not(reduce(_and, (obstacles[k][1] for k in sorted(least)))))
        else:
            left, passed_over = left - zone, passed_over + 1
            if passed_over > _MOST_IDLE:
                raise LimitError(
                    f"more than {_MOST_IDLE} sets of red lines stand in the way of nothing but "
                    "what somebody would merely suffer; ask of fewer seats or with a condition"
                )
    # As `minimal_sets` sorts them: with listed states the same openings come in this order.
    minimal.sort(key=lambda opening: (len(opening[0]), sum(1 << k for k in opening[0])))
    return [_opening(obstacles, *opening) for opening in minimal]


def _in_the_way(code: int, obstacles: Sequence[tuple[str, Condition]]) -> frozenset[int]:
    return frozenset(k for k, (_, obstacle) in enumerate(obstacles) if holds_in(obstacle, code))


def _only(packages: StateSet, clear: Sequence[StateSet], allowed: frozenset[int]) -> StateSet:
    """Return the packages that nothing but what is allowed is in the way of."""
    for k, free in enumerate(clear):
        if k not in allowed:
            packages &= free
    return packages


def _opening(
    obstacles: Sequence[tuple[str, Condition]], least: frozenset[int], zone: StateSet
) -> SymbolicOpening:
    names = [obstacles[k][0] for k in sorted(least)]
    return SymbolicOpening(
        ease=tuple(name for name in names if "#" in name),
        accept_less=tuple(name for name in names if "#" not in name),
        zone=zone,
    )
