"""How acts bear on each other: what denies, rejects, answers, repeats or contradicts what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from satumeja.dossier._types import Act

__all__ = ["Link", "answered", "links_between"]

_FAR = 400  # acts between two that are linked, at most
_FOR = ("offer", "agree", "promise", "agree_to_talk", "concede", "retreat")
_REFUSALS = ("reject", "refuse")
_AGAINST = (*_REFUSALS, "deny")
_ASKS = ("demand", "offer", "threaten")


@dataclass(frozen=True)
class Link:
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


def links_between(acts: Sequence[Act]) -> tuple[Link, ...]:
    """Find how acts, in the order of the text, bear on earlier ones."""
    return tuple(link for index in range(len(acts)) for link in _of(acts, index))


def answered(acts: Sequence[Act], index: int) -> Act | None:
    """Give the nearest earlier act that one act rejects or answers, if any."""
    act = acts[index]
    kind = "rejects" if act.kind in _REFUSALS else "answers"
    return _nearest(acts, index, _BEARS[kind])


def _of(acts: Sequence[Act], index: int) -> Iterator[Link]:
    """Link one act to the nearest earlier act of each kind of link."""
    act = acts[index]
    for kind, bears in _BEARS.items():
        other = _nearest(acts, index, bears) if _MAY[kind](act) else None
        if other is not None:
            yield Link(kind, act.id, other.id)


def _nearest(acts: Sequence[Act], index: int, bears: Callable[[Act, Act], bool]) -> Act | None:
    """Give the nearest earlier act that one bears on in some way."""
    act = acts[index]
    for place in range(index - 1, max(0, index - _FAR) - 1, -1):
        if bears(act, acts[place]):
            return acts[place]
    return None


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
    return other.kind in _ASKS and other.actor != act.actor and towards


def _rejects(act: Act, other: Act) -> bool:
    """Whether a refusal is of something asked of the one who refuses."""
    return act.kind in _REFUSALS and _put_to(act, other) and _agree_on_issue(act, other)


def _answers(act: Act, other: Act) -> bool:
    """Whether an agreement, offer or promise meets something asked."""
    return act.kind in _FOR and _put_to(act, other) and _agree_on_issue(act, other)


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

# What an act must be for a link of the kind, whatever the other is: most are not looked for.
_MAY: Mapping[str, Callable[[Act], bool]] = {
    "denies": lambda act: act.kind == "deny",
    "rejects": lambda act: act.kind in _REFUSALS,
    "answers": lambda act: act.kind in _FOR,
    "repeats": lambda act: act.issue is not None,
    "contradicts": lambda act: act.issue is not None and act.kind in (*_FOR, *_AGAINST),
}
