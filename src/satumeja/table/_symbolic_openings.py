"""The zone and its openings where nobody could list the states: with sets of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
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
from satumeja.table._symbolic_parts import SymbolicParts

__all__ = ["SymbolicOpening", "SymbolicOpenings", "symbolic_openings"]

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
    While a package is left, one member after the other is let off as long as that leaves
    one; of what asks the rest, and them alone, that which somebody would merely suffer is
    left out. Of what remains one obstacle after the other is done without in the same way:
    that gives a minimal set, and all packages that ask for it and more are left out. So the
    cost is a few operations on sets for each minimal set and each obstacle, and for each
    group of members whose packages are all merely suffered, whatever the number of packages
    and of sets of red lines.

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
    content = _clear(chosen, [less for _, less in worse])
    zone = _clear(content, [line for _, line in ways])
    parts = SymbolicParts(reached, model, members, code)
    # Where it does not count what anybody prefers, nobody suffers anything.
    counted = parts.moved if walk_away else lambda packages, _: packages

    def opening(
        packages: StateSet, obstacles: Sequence[tuple[str, Condition]]
    ) -> list[SymbolicOpening]:
        blocked = [(name, reached.where(obstacle)) for name, obstacle in obstacles]
        return _openings(packages, blocked, counted)

    opened = [] if zone else opening(content, ways)
    beyond = [] if zone or opened else opening(chosen, [*ways, *worse])
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
    try:  # packages are cut by wishes of all at once: small in orders that CUDD goes on finding
        return analyse_symbolically(plain, [], limits=limits, backend="dd.cudd").feasible
    except ImportError:
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
    obstacles: Sequence[tuple[str, StateSet]],
    counted: Callable[[StateSet, Collection[str]], StateSet],
) -> list[SymbolicOpening]:
    """Find the minimal sets of obstacles in the way of some package, smaller ones first.

    `counted` returns those packages that count of some that ask the same members to give.
    """
    every = [states for _, states in obstacles]
    holders = [name.split("#")[0] for name, _ in obstacles]
    of_each = {
        dm: [states for of, states in zip(holders, every, strict=True) if of == dm]
        for dm in holders
    }
    left, minimal = packages, list[tuple[frozenset[int], StateSet]]()
    while left:
        # What counts turns on who gives, not on which line: so all packages that ask the same
        # members are looked at in one go, those that ask fewer of them before. A minimal set
        # among them is then one among all.
        givers, alike = _fewest(left, list(of_each.values()))
        left -= alike
        alike = counted(alike, [dm for k, dm in enumerate(of_each) if k in givers])
        while alike:
            least, zone = _fewest(alike, [[states] for states in every])
            minimal.append((least, zone))
            wider = reduce(lambda some, other: some & other, [every[k] for k in sorted(least)])
            alike, left = alike - wider, left - wider
    # As `minimal_sets` sorts them: with listed states the same openings come in this order.
    minimal.sort(key=lambda opening: (len(opening[0]), sum(1 << k for k in opening[0])))
    names = [name for name, _ in obstacles]
    return [_opening([names[k] for k in sorted(least)], zone) for least, zone in minimal]


def _fewest(
    packages: StateSet, groups: Sequence[Sequence[StateSet]]
) -> tuple[frozenset[int], StateSet]:
    """Return a minimal choice of groups that some package lies in sets of, and these packages.

    Each group is done without as long as a package is left; so what is left lies in every
    other one, and no package in fewer of them.
    """
    needed = list[int]()
    for k, group in enumerate(groups):
        free = reduce(lambda some, states: some - states, group, packages)
        if free:
            packages = free
        else:
            needed.append(k)
    return frozenset(needed), packages


def _opening(names: Sequence[str], zone: StateSet) -> SymbolicOpening:
    return SymbolicOpening(
        ease=tuple(name for name in names if "#" in name),
        accept_less=tuple(name for name in names if "#" not in name),
        zone=zone,
    )
