"""What in a dossier speaks against what: denials, and stands that contradict each other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from satumeja.display import ShownInLine

if TYPE_CHECKING:
    from satumeja.dossier._links import Link
    from satumeja.dossier._types import Act

__all__ = ["Contest", "contests"]


@dataclass(frozen=True, repr=False)
class Contest(ShownInLine):
    """An act that speaks against a statement or an act.

    Parameters
    ----------
    kind : {"denied", "denies", "contradicted"}
        The act denies it; it denies what the act claims; or the same side took the other
        side later, or on a day that is not known to be earlier.
    by : str
        Whose act it is, by identifier.
    act : str
        The act.
    """

    kind: str
    by: str
    act: str


def contests(acts: Sequence[Act], links: Iterable[Link]) -> Mapping[str, tuple[Contest, ...]]:
    """Find what speaks against each statement and act of a dossier.

    Parameters
    ----------
    acts : sequence of Act
        The acts of the dossier.
    links : iterable of Link
        How they bear on each other.

    Returns
    -------
    mapping of str to tuple of Contest
        By the statement or act; what nobody contests is not listed.

    Notes
    -----
    A denial and what it denies contest each other: neither is more than a word against a
    word. Of two stands that contradict each other the later one is not contested, where it
    is known to be later: a change of mind is no dispute. Refusing a demand does not contest
    that it was made.
    """
    by_id = {act.id: act for act in acts}
    against: dict[str, dict[Contest, None]] = {}
    for link in links:
        later, earlier = by_id.get(link.act), by_id.get(link.of)
        if later is None or earlier is None:
            continue
        for act, contest in _between(link.kind, later, earlier):
            for item in filter(None, (act.id, act.statement)):
                against.setdefault(item, {})[contest] = None
    return {item: tuple(listed) for item, listed in against.items()}


def _between(kind: str, later: Act, earlier: Act) -> list[tuple[Act, Contest]]:
    """Say which of two linked acts is contested by which."""
    if kind == "denies":
        return [
            (earlier, Contest("denied", later.actor, later.id)),
            (later, Contest("denies", earlier.actor, earlier.id)),
        ]
    if kind != "contradicts":
        return []
    days = _day(later), _day(earlier)
    if None not in days and days[0] != days[1]:
        first, last = (later, earlier) if _before(*days) else (earlier, later)
        return [(first, Contest("contradicted", last.actor, last.id))]
    pairs = ((later, earlier), (earlier, later))
    return [(act, Contest("contradicted", other.actor, other.id)) for act, other in pairs]


def _day(act: Act) -> dt.date | None:
    """Give the day of an act where it is certain."""
    return None if act.date_doubtful else act.date


def _before(first: dt.date | None, second: dt.date | None) -> bool:
    return first is not None and second is not None and first < second
