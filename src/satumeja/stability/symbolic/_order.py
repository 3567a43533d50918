"""In which order the diagrams look at the variables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["order", "with_last"]

_ROUNDS = 200
_SMALL = 4
"""A group of more says little about which of its variables belong side by side."""
_LESS = 2
"""So many times narrower another order has to be, so that small models keep theirs."""


def order(names: Sequence[str], groups: Sequence[Sequence[str]]) -> list[str]:
    """Order variables so that those of a group stand near each other.

    Parameters
    ----------
    names : sequence of str
        The variables, in the order to begin from.
    groups : sequence of sequence of str
        Variables that one condition ties together.

    Returns
    -------
    list of str
        The best order found: the sum over the groups of first to last is smallest.

    Notes
    -----
    FORCE: each variable goes to the mean of the centres of its groups, until nothing
    moves [1]_. Pairs that lie around one middle, the first variable tied to the last and so
    on, all have one centre, and nothing moves: so it begins once more from an order in which
    each variable is followed by those of its small groups, which is taken where the groups are
    less than half as wide then. Cost: a few dozen rounds over all groups.

    References
    ----------
    .. [1] Aloul, Markov & Sakallah, "FORCE: a fast and easy-to-implement
       variable-ordering heuristic", Great Lakes Symposium on VLSI, 2003.

    Examples
    --------
    >>> order(["a", "b", "c", "d"], [["a", "d"], ["d", "c"]])
    ['b', 'a', 'd', 'c']
    """
    groups = [group for group in groups if group]
    listed, width = _settled(names, groups)
    if width <= _LESS * sum(len(group) - 1 for group in groups):  # as near as can be, nearly
        return listed
    walked, other = _settled(_walked(names, groups), groups)
    return walked if _LESS * other < width else listed


def _walked(names: Sequence[str], groups: Sequence[Sequence[str]]) -> list[str]:
    """List variables so that each is followed by those that stand in a small group with it."""
    partners: dict[str, list[str]] = {name: [] for name in names}
    for group in groups:
        if len(group) <= _SMALL:
            for name in group:
                partners[name] += reversed(group)
    walked: dict[str, None] = {}
    for first in names:
        waiting = [first]
        while waiting:
            name = waiting.pop()
            if name not in walked:
                walked[name] = None
                waiting += partners[name]
    return list(walked)


def _settled(names: Sequence[str], groups: Sequence[Sequence[str]]) -> tuple[list[str], float]:
    """Move variables towards their groups; return the best order and how wide those are."""
    places = {name: float(place) for place, name in enumerate(names)}
    best, least = list(names), _span(places, groups)
    for _ in range(_ROUNDS):
        moved = sorted(names, key=_means(places, groups).__getitem__)
        following = {name: float(place) for place, name in enumerate(moved)}
        if following == places:
            break
        places = following
        # A round may stretch the groups again: the best order is kept, not the last.
        span = _span(places, groups)
        if span < least:
            best, least = moved, span
    return best, least


def with_last(
    names: Sequence[str], supports: Mapping[str, Sequence[str]], last: Sequence[str]
) -> list[str]:
    """Put some variables at the end, and others amid those they are about.

    Parameters
    ----------
    names : sequence of str
        The variables that are ordered already.
    supports : mapping of str to sequence of str
        By variable those of `names` it is about; where it has no place yet, it gets the mean
        of theirs.
    last : sequence of str
        Those that go to the end, in their order.

    Returns
    -------
    list of str
        All of them.

    Examples
    --------
    >>> with_last(["a", "b", "c"], {"x": ["a", "b"], "y": ["c"]}, ["y"])
    ['a', 'x', 'b', 'c', 'y']
    """
    places = {name: float(place) for place, name in enumerate(names)}
    for name, about in supports.items():
        if name not in places:
            centre = sum(places[other] for other in about) / max(1, len(about))
            # Where it meets one of these exactly, it stands after it.
            places[name] = centre + 0.01
    ending = set(last)
    kept = [name for name in places if name not in ending]
    return [*sorted(kept, key=places.__getitem__), *last]


def _span(places: dict[str, float], groups: Sequence[Sequence[str]]) -> float:
    spans = ([places[name] for name in group] for group in groups)
    return sum(max(span) - min(span) for span in spans)


def _means(
    places: dict[str, float], groups: Sequence[Sequence[str]]
) -> dict[str, tuple[float, float]]:
    """Give each variable the mean of its groups' centres, and its place to break ties."""
    pulls: dict[str, list[float]] = {name: [] for name in places}
    for group in groups:
        centre = sum(places[name] for name in group) / len(group)
        for name in group:
            pulls[name].append(centre)
    return {
        name: (sum(pull) / len(pull) if pull else places[name], places[name])
        for name, pull in pulls.items()
    }
