"""Where each side stands on each item, by all pairs of situations that differ in it alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from satumeja.display import ShownInLine
from satumeja.model import Model, OptionStates, Ranks, Statement, holds
from satumeja.model.kit import mask_of

__all__ = ["Between", "Stance", "View", "between", "stances"]

View = Literal["wants", "against", "depends", "red line", "no view"]
"""What a side thinks of an item."""
Between = Literal["shared", "open", "divides"]
"""How the views of all sides go together."""


@dataclass(frozen=True, repr=False)
class Stance(ShownInLine):
    """Where each side stands on one item.

    Parameters
    ----------
    dm, option : str
        Whose option it is, and its id; of one with levels, the step to a level.
    now : bool or None
        Whether it is taken now; None where that is not said, or members of a coalesced
        situation differ.
    views : mapping of str to str
        By decision maker: it *wants* it where taking it is never worse and somewhere better
        than leaving it, all else as it is; it is *against* it the other way round; it *depends*
        where both occur; *no view* where neither does, or nothing can be otherwise in it alone.
        A *red line* is one that speaks of it, that taking it crosses whatever else is done, and
        that leaving it does not.
    between : {"shared", "open", "divides"}
        Whether all want it, or none; whether nobody is against it and not all want it, or
        nobody wants it and not all are against it; or whether some are against it that others
        want, be it only at times.
    """

    dm: str
    option: str
    now: bool | None
    views: Mapping[str, View]
    between: Between


def stances(model: Model, ranks: Sequence[Ranks] | None = None) -> tuple[Stance, ...]:
    """Say where each side stands on each item.

    Parameters
    ----------
    model : Model
        A model in option form whose states can be listed; of one in graph form nothing is said.
    ranks : sequence of int32 array, optional
        How each decision maker ranks the states, where that is at hand.

    Returns
    -------
    tuple of Stance
        One an option, in the order of the file.

    Notes
    -----
    Derived from what is assumed, with no amounts. Cost: O(n) an option and decision maker.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> for item in stances(load("december-2021-b"))[:3]:
    ...     print(item.option, *item.views.values(), item.between)
    talk wants wants wants shared
    withdraw depends wants wants open
    attack depends red line against divides
    """
    states = model.states
    if not isinstance(states, OptionStates):
        return ()
    ranked = ranks or [model.ranks(dm) for dm in model.decision_makers]
    listed, place = list[Stance](), 0
    for maker in model.decision_makers:
        for option in maker.options:
            views = {
                dm.id: _view(states, place, own, dm.red_lines)
                for dm, own in zip(model.decision_makers, ranked, strict=True)
            }
            now = _is_now(model, states, place)
            listed.append(Stance(maker.id, option.id, now, views, between(views.values())))
            place += 1
    return tuple(listed)


def between(views: Collection[View]) -> Between:
    """Say how the views of all sides on one item go together.

    Examples
    --------
    >>> between(["wants", "wants"]), between(["wants", "depends"]), between(["wants", "red line"])
    ('shared', 'open', 'divides')
    """
    against = [view in ("against", "red line") for view in views]
    wanting = [view == "wants" for view in views]
    if any(against) and any(view in ("wants", "depends") for view in views):
        return "divides"
    return "shared" if all(against) or all(wanting) else "open"


def _view(states: OptionStates, place: int, ranks: Ranks, lines: Sequence[Statement]) -> View:
    taken = (states.every >> place & 1).astype(np.bool_)
    own = [line for line in lines if mask_of(line.condition) >> place & 1]
    if any(_is_crossed_by(line, states, taken) for line in own):
        return "red line"
    with_it = states.every[taken]
    without = states.places(with_it & ~(1 << place))
    pairs = without >= 0
    left = ranks[without[pairs]]
    chosen = ranks[states.places(with_it[pairs])]
    better, worse = bool((chosen > left).any()), bool((chosen < left).any())
    if better and worse:
        return "depends"
    return "wants" if better else "against" if worse else "no view"


def _is_crossed_by(line: Statement, states: OptionStates, taken: NDArray[np.bool_]) -> bool:
    """Whether a line is crossed wherever something is taken, and not wherever it is left."""
    crossed = holds(line.condition, states.every)
    return bool(taken.any() and crossed[taken].all() and not crossed[~taken].all())


def _is_now(model: Model, states: OptionStates, place: int) -> bool | None:
    number = model.status_quo_number
    if number is None:
        return None
    taken = {int(code) >> place & 1 for code in states.members(number)}
    return bool(taken.pop()) if len(taken) == 1 else None
