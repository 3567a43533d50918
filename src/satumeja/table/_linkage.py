"""Linkage: what one package across tables opens that separate tables cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.model.kit import distinct
from satumeja.table._ground import CHEAP, Ground, Index, Mask, Numbers
from satumeja.table._listing import as_json
from satumeja.table._reach import reachable
from satumeja.table._red_lines import crossed, red_lines

if TYPE_CHECKING:
    from satumeja.model import Model, StateName

__all__ = ["LINKED_STATES", "Linkage", "linkage"]

LINKED_STATES = CHEAP
"""The most states that linkage looks at."""

Group = frozenset[str]


@dataclass(frozen=True, repr=False)
class Linkage(Shown):
    """What those at several tables could agree as one package, and not apart.

    Parameters
    ----------
    tables : tuple of str
        The tables that are linked: all that seat only some of `seats`.
    seats : tuple of str
        Who sits at any of them.
    separate : index array
        Numbers of the states that agreements at narrower tables can lead to, one after
        the other; the start among them.
    packages : index array
        Numbers of the packages in the common zone that these cannot lead to.

    See Also
    --------
    linkage : Makes it.
    """

    tables: tuple[str, ...]
    seats: tuple[str, ...]
    separate: Numbers
    packages: Numbers

    def to_json(self, model: Model) -> dict[str, Any]:
        """Return the linkage as plain data."""
        return {
            "tables": list(self.tables),
            "seats": list(self.seats),
            "separate": as_json(model, self.separate),
            "packages": as_json(model, self.packages),
        }


class _Tracks:
    """Agreements of groups, each from wherever the one before has led."""

    def __init__(self, model: Model, ground: Ground) -> None:
        self.model, self.ground = model, ground
        codes = ground.codes()
        self.keeps: dict[str, Mask] = {
            dm.id: crossed(red_lines(model, [dm.id]), codes) == 0 for dm in model.decision_makers
        }

    def zone(self, group: Group, start: int) -> Index:
        """Return the packages a group could agree on from a state, the zone from there."""
        ids = [dm for dm in self.ground.places if dm in group]
        places = [self.ground.places[dm] for dm in ids]
        reached = reachable(self.model, start, places, "joint")
        possible, better = np.ones((2, len(reached)), dtype=np.bool_)
        better[:] = False
        for dm in ids:
            ranks = self.ground.ranks[dm]
            possible &= self.keeps[dm][reached] & (ranks[reached] >= ranks[start])
            better |= ranks[reached] > ranks[start]
        return reached[possible & better]

    def after(self, groups: Iterable[Group]) -> Index:
        """Return the states that successive agreements of groups can lead to."""
        reached, front = {self.ground.start}, [self.ground.start]
        listed = list(groups)
        while front:
            state = front.pop()
            for group in listed:
                new = set(self.zone(group, state).tolist()) - reached
                reached |= new
                front += sorted(new)
        return np.array(sorted(reached), dtype=np.intp)


def _unions(groups: Iterable[Group]) -> list[Group]:
    unions = set[Group]()
    for group in groups:
        # Joined to all unions so far, so that after the last group every union is there.
        unions |= {group} | {other | group for other in unions}
    return sorted(unions, key=lambda group: (len(group), sorted(group)))


def linkage(model: Model, *, start: StateName | None = None) -> tuple[Linkage, ...]:
    """Find what one package across tables opens that separate tables cannot.

    Parameters
    ----------
    model : Model
        In option form, with its tables.
    start : int or str, optional
        The state that holds without a deal, by number or by a name as for
        `Model.find_state`; the status quo by default.

    Returns
    -------
    tuple of Linkage
        For each set of decision makers that two or more narrower tables make up
        together: the packages in their common zone that no agreements at narrower
        tables, nor at unions of them, lead to one after the other. Sets without such
        packages are left out.

    Raises
    ------
    QuestionError
        If there is no such state, no status quo, or the model is in graph form.
    LimitError
        If there are more than 4,096 states: every state an agreement leads to is looked
        at from there again.

    See Also
    --------
    openings : The zone of one table.
    compare : The deals of several tables, each by itself.

    Notes
    -----
    To add issues and parties to a negotiation, or to take some away, changes what it can
    lead to [1]_. What is possible at a table is its zone (see `openings`), counted anew from
    each state that an agreement leads to: nobody accepts less than what is in force by
    then. Cost: a pass over the states for each group and each state reached.

    References
    ----------
    .. [1] Sebenius, "Negotiation arithmetic: adding and subtracting issues and parties",
       International Organization, 1983.

    Examples
    --------
    Each would pay for what another does, and no two of them have something for each other:

    >>> from satumeja.formats import from_dict
    >>> model = from_dict({
    ...     "satumeja": 1,
    ...     "title": "Three gifts",
    ...     "decision_makers": {
    ...         "a": {"options": {"x": "Gift"}, "preferences": ["y", "-x"]},
    ...         "b": {"options": {"y": "Gift"}, "preferences": ["z", "-y"]},
    ...         "c": {"options": {"z": "Gift"}, "preferences": ["x", "-z"]},
    ...     },
    ...     "status_quo": "N|N|N",
    ...     "tables": {"ab": {"seats": ["a", "b"]}, "bc": {"seats": ["b", "c"]}},
    ... })
    >>> [(link.tables, link.packages.tolist()) for link in linkage(model)]
    [(('ab', 'bc'), [8])]
    """
    ground = Ground(model, start)
    if len(model.states) > LINKED_STATES:
        raise LimitError(f"linkage looks at {LINKED_STATES:,} states at most")
    tracks, linked = _Tracks(model, ground), list[Linkage]()
    seats = {table.id: frozenset(table.seats) for table in model.tables}
    for union in _unions(seats.values()):
        inside = {name: group for name, group in seats.items() if group < union}
        if frozenset().union(*inside.values()) != union:
            continue
        separate = tracks.after(group for group in _unions(inside.values()) if group < union)
        packages = np.setdiff1d(
            distinct(tracks.zone(union, ground.start)), separate, assume_unique=True
        )
        if len(packages):
            ordered = tuple(dm for dm in ground.places if dm in union)
            linked.append(Linkage(tuple(inside), ordered, separate + 1, packages + 1))
    return tuple(linked)
