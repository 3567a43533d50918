"""How acts bear on each other: what denies, rejects, answers, repeats or contradicts what."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.dossier._meant import CHARGES, Meant, may_mean, means
from satumeja.dossier._types import Act

__all__ = ["ASKS", "LINK_KINDS", "REPLIES", "Earlier", "Link", "links_between", "meets"]

_FAR = 400  # acts between two that are linked, at most
_FOR = ("offer", "agree", "promise", "agree_to_talk", "concede", "retreat")
_REFUSALS = ("reject", "refuse")
_AGAINST = (*_REFUSALS, "deny")
ASKS = ("demand", "offer", "threaten")
"""The kinds of acts that others refuse or take up."""

REPLIES = (*_REFUSALS, *_FOR)
"""The kinds of acts that refuse or take up what others ask."""


@dataclass(frozen=True, repr=False)
class Link(ShownInLine):
    """An act and the earlier one it bears on.

    Parameters
    ----------
    kind : str
        ``denies``, ``rejects``, ``answers``, ``repeats`` or ``contradicts``.
    act, of : str
        The act, and the earlier act it bears on.
    """

    kind: str
    act: str
    of: str


def links_between(
    acts: Sequence[Act],
    named: Mapping[str, Meant] | None = None,
    kinds: Collection[str] | None = None,
) -> tuple[Link, ...]:
    """Find how acts bear on earlier ones.

    Parameters
    ----------
    acts : sequence of Act
        In the order of the text.
    named : mapping of str to Meant, optional
        What the words of an act name of an earlier one ("the accusation", "usul itu").
    kinds : collection of str, optional
        Of `LINK_KINDS` those that are wanted; none named, all.
    """
    named = named or {}
    earlier = Earlier(acts, named)
    return tuple(
        Link(kind, act.id, other.id)
        for index, act in enumerate(acts)
        for kind in kinds or LINK_KINDS
        if _MAY[kind](act) or may_mean(kind, act, named.get(act.id))
        if (other := earlier.borne_on(index, kind)) is not None
    )


class Earlier:
    """Finds the nearest earlier act that one bears on, among acts of the kinds it may be of.

    Parameters
    ----------
    acts : sequence of Act
        In the order of the text.
    named : mapping of str to Meant, optional
        What the words of an act name of an earlier one.
    """

    def __init__(self, acts: Sequence[Act], named: Mapping[str, Meant] | None = None) -> None:
        self._acts, self._named = acts, named or {}
        self._places: dict[str, list[int]] = {}
        for place, act in enumerate(acts):
            for group in (act.kind, *_GROUPS.get(act.kind, ())):
                self._places.setdefault(group, []).append(place)

    def answered(self, index: int) -> Act | None:
        """Give the nearest earlier act that one rejects or answers, if any."""
        return self.borne_on(
            index, "rejects" if self._acts[index].kind in _REFUSALS else "answers"
        )

    def borne_on(self, index: int, kind: str) -> Act | None:
        """Give the nearest earlier act that one bears on in some way, if any."""
        act, bears = self._acts[index], _BEARS[kind]
        nearest = -1
        if _MAY[kind](act):
            nearest = self._nearest(index, _OF.get(kind, act.kind), bears)
        if may_mean(kind, act, self._named.get(act.id)):
            named = self._nearest(
                index, _MEANT_OF[kind], lambda act, other: means(kind, act, other, self._named)
            )
            nearest = max(nearest, named)
        return self._acts[nearest] if nearest >= 0 else None

    def _nearest(self, index: int, group: str, fits: Callable[[Act, Act], bool]) -> int:
        """Give the place of the nearest earlier act of some kinds that fits; -1 for none."""
        places = self._places.get(group, ())
        for at in range(bisect_left(places, index) - 1, -1, -1):
            if places[at] < index - _FAR:
                return -1
            if fits(self._acts[index], self._acts[places[at]]):
                return places[at]
        return -1


def _agree_on_issue(act: Act, other: Act) -> bool:
    """Whether two acts are about the same, or one does not say about what."""
    return act.issue is None or other.issue is None or act.issue == other.issue


def _denies(act: Act, other: Act) -> bool:
    """Whether a denial is of an accusation of the one who makes it, or of another's claim.

    A claim is denied by whoever names the one who made it ("rejected X's claim"), even where
    the claim is about somebody else.
    """
    if act.kind != "deny" or other.kind not in ("accuse", "claim"):
        return False
    about = other.target == act.actor
    towards = act.target in (None, other.actor)
    same = act.issue is not None and act.issue == other.issue
    claimed = other.kind == "claim" and act.target == other.actor
    return claimed or (about and (towards or same) and _agree_on_issue(act, other))


def _put_to(act: Act, other: Act) -> bool:
    """Whether an earlier act was put to the one who acts, on the same issue."""
    towards = other.target == act.actor or (other.target is None and act.target == other.actor)
    return other.kind in ASKS and other.actor != act.actor and towards


def _rejects(act: Act, other: Act) -> bool:
    """Whether a refusal is of something asked of the one who refuses."""
    return act.kind in _REFUSALS and _put_to(act, other) and _agree_on_issue(act, other)


def _answers(act: Act, other: Act) -> bool:
    """Whether an agreement, offer or promise meets something asked."""
    return act.kind in _FOR and _put_to(act, other) and _agree_on_issue(act, other)


def meets(act: Act, other: Act) -> bool:
    """Whether an act refuses or takes up what another put to its actor, wherever both stand."""
    return _rejects(act, other) or _answers(act, other)


def _repeats(act: Act, other: Act) -> bool:
    """Whether an act was done before, in another statement."""
    same = (act.kind, act.actor, act.issue, act.target)
    before = (other.kind, other.actor, other.issue, other.target)
    return act.issue is not None and same == before and act.statement != other.statement


def _contradicts(act: Act, other: Act) -> bool:
    """Whether the same side was for an issue and is against it, or the other way round."""
    sides = [
        "for" if one.kind in _FOR else "against" if one.kind in _AGAINST else ""
        for one in (act, other)
    ]
    same = act.issue is not None and (act.actor, act.issue) == (other.actor, other.issue)
    return same and set(sides) == {"for", "against"}


_BEARS: Mapping[str, Callable[[Act, Act], bool]] = {
    "denies": _denies,
    "rejects": _rejects,
    "answers": _answers,
    "repeats": _repeats,
    "contradicts": _contradicts,
}

LINK_KINDS = tuple(_BEARS)
"""How an act can bear on an earlier one."""

# What an act must be for a link of the kind, whatever the other is: most are not looked for.
_MAY: Mapping[str, Callable[[Act], bool]] = {
    "denies": lambda act: act.kind == "deny",
    "rejects": lambda act: act.kind in _REFUSALS,
    "answers": lambda act: act.kind in _FOR,
    "repeats": lambda act: act.issue is not None,
    "contradicts": lambda act: act.issue is not None and act.kind in (*_FOR, *_AGAINST),
}

# What the earlier act of a link is; of a repeated one, an act of the same kind.
_OF = {"denies": "claims", "rejects": "asks", "answers": "asks", "contradicts": "stands"}
_MEANT_OF = {"denies": "charges", "rejects": "asks", "answers": "asks"}
_KINDS = {
    "claims": ("accuse", "claim"),
    "charges": CHARGES,
    "asks": ASKS,
    "stands": (*_FOR, *_AGAINST),
}
_GROUPS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(group for group, members in _KINDS.items() if kind in members)
    for kind in {kind for members in _KINDS.values() for kind in members}
}
