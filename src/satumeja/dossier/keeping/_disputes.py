"""What is disputed: claims and accusations, and the denials that answer them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Set
from dataclasses import dataclass

from satumeja.display import Shown
from satumeja.dossier.keeping._moments import Moment, moments
from satumeja.dossier.keeping._whole import Whole

__all__ = ["Dispute", "disputes"]

_CLAIMS = ("accuse", "claim")
_WORDS = (*_CLAIMS, "deny")
_DISPUTE_DAYS = 45


@dataclass(frozen=True, repr=False)
class Dispute(Shown):
    """A claim or accusation and the denials that answer it.

    Parameters
    ----------
    claim : Moment
        What was claimed, or who was accused of what.
    denials : tuple of Moment
        What answers it, in order of time.
    """

    claim: Moment
    denials: tuple[Moment, ...]


def disputes(whole: Whole) -> tuple[Dispute, ...]:
    """Set claims and accusations against the denials of those they are about.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Returns
    -------
    tuple of Dispute
        In order of time.

    Notes
    -----
    A denial answers a claim where the one accused makes it within 45 days and both are
    about the same issue, or one of them names none and an accusation stands in the same
    report, or the denial is directed at the one who claims; in one report, it answers what
    the text has it answer. What an analyst said comes first: a
    denial is no answer where the link ``denies`` was rejected, and is one, of whatever act,
    where it was added. Cost is linear in the claims and, of one actor, in their product
    with its denials.
    """
    stated = {
        (link.act, link.of): holds
        for link, holds in whole.stated_links.items()
        if link.kind == "denies"
    }
    linked = {act for pair, holds in stated.items() if holds for act in pair}
    listed = moments(
        whole,
        (act for act in whole.dossier.acts if act.kind in _WORDS or act.id in linked),
    )
    denials: dict[str | None, list[Moment]] = {}
    for moment in listed:
        if moment.kind == "deny":
            denials.setdefault(moment.actor, []).append(moment)
    places = {moment.key: place for place, moment in enumerate(listed)}
    nearest: dict[str, set[str]] = {}  # what each denial is of, as the text has them
    denied: dict[str, list[str]] = {}
    for link in whole.links:
        if link.kind == "denies" and link.act.split("#")[0] == link.of.split("#")[0]:
            nearest.setdefault(link.act, set()).add(link.of)
            denied.setdefault(link.of, []).append(link.act)
    contested = []
    for claim in listed:
        answers = {places[act] for (act, of), holds in stated.items() if holds and of == claim.key}
        if claim.kind in _CLAIMS:
            answers |= {
                places[act]
                for act in denied.get(claim.key, ())
                if _days_between(listed[places[act]], claim) <= _DISPUTE_DAYS
            }
        if claim.kind in _CLAIMS and claim.target is not None:
            answers |= {
                places[denial.key]
                for denial in denials.get(claim.target, ())
                if stated.get((denial.key, claim.key), True)
                and _answers(denial, claim, nearest.get(denial.key, set()))
            }
        if answers:
            contested.append(Dispute(claim, tuple(listed[place] for place in sorted(answers))))
    return tuple(contested)


def _answers(denial: Moment, claim: Moment, nearest: Set[str]) -> bool:
    """Whether a denial by the one accused answers a claim; `nearest` are those of its text."""
    if _days_between(denial, claim) > _DISPUTE_DAYS:
        return False
    together = denial.key.split("#")[0] == claim.key.split("#")[0]
    if together and nearest:
        return claim.key in nearest
    if denial.issue and claim.issue:
        return denial.issue == claim.issue
    # A charge is denied where it is told; what else is claimed of somebody may be anything.
    return (together and claim.kind == "accuse") or denial.target == claim.actor


def _days_between(denial: Moment, claim: Moment) -> int:
    """Give how many days lie between two at the least; none where a day is not known."""
    first, second = sorted((denial, claim), key=lambda moment: moment.day or dt.date.min)
    if first.last is None or second.day is None:
        return 0
    return (second.day - first.last).days
