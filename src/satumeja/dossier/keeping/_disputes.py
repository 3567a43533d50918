"""What is disputed: claims and accusations, and the denials that answer them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
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
    where it was added. Cost is linear in the claims and in the denials that answer them.
    """
    stated = {
        (link.act, link.of): holds
        for link, holds in whole.stated_links.items()
        if link.kind == "denies"
    }
    linked = {act for pair, holds in stated.items() if holds for act in pair}
    linked |= {link.act for link in whole.denials if _report(link.act) == _report(link.of)}
    listed = moments(
        whole,
        (act for act in whole.dossier.acts if act.kind in _WORDS or act.id in linked),
    )
    answers = _Answers(whole, listed, stated)
    contested = ((claim, answers.of(claim)) for claim in listed)
    return tuple(
        Dispute(claim, tuple(listed[place] for place in sorted(places)))
        for claim, places in contested
        if places
    )


class _Answers:
    """Finds the denials that answer a claim, by their places among all that is listed in time.

    Denials of one actor are kept apart by what they are about, whom they are directed at and the
    report they are in, so that only those are looked at that may be of the claim.
    """

    def __init__(
        self, whole: Whole, listed: Sequence[Moment], stated: Mapping[tuple[str, str], bool]
    ) -> None:
        self._listed, self._stated = listed, stated
        self._places = {moment.key: place for place, moment in enumerate(listed)}
        self._added: dict[str, set[int]] = {}  # by claim, as an analyst said
        for (act, of), holds in stated.items():
            if holds and act in self._places:
                self._added.setdefault(of, set()).add(self._places[act])
        self._nearest: dict[str, set[str]] = {}  # what each denial is of, as the text has them
        self._denied: dict[str, list[int]] = {}
        for link in whole.denials:
            if _report(link.act) == _report(link.of):
                self._nearest.setdefault(link.act, set()).add(link.of)
                self._denied.setdefault(link.of, []).append(self._places[link.act])
        self._by: dict[tuple[str | None, ...], _Days] = {}
        for place, moment in enumerate(listed):
            for key in _keys(moment) if moment.kind == "deny" else ():
                self._by.setdefault(key, _Days()).add(place, moment)

    def of(self, claim: Moment) -> set[int]:
        """Give the places of what answers a claim."""
        answers = set(self._added.get(claim.key, ()))
        if claim.kind not in _CLAIMS:
            return answers
        answers.update(
            place
            for place in self._denied.get(claim.key, ())
            if _days_between(self._listed[place], claim) <= _DISPUTE_DAYS
        )
        if claim.target is None:
            return answers
        denials = self._apart(claim) | self._together(claim)
        if self._stated:
            denials = {
                place
                for place in denials
                if self._stated.get((self._listed[place].key, claim.key), True)
            }
        return answers | denials

    def _apart(self, claim: Moment) -> set[int]:
        """Give the denials in other reports: about the same, or directed at the one who claims."""
        towards = ("towards" if claim.issue is None else "about nothing towards", claim.actor)
        keys = [(claim.target, *towards)]
        if claim.issue is not None:
            keys.append((claim.target, "about", claim.issue))
        near = {place for key in keys if key in self._by for place in self._by[key].near(claim)}
        return near.difference(self._own(claim))

    def _together(self, claim: Moment) -> set[int]:
        """Give the denials in the report of the claim that answer it."""
        return {
            place
            for place in self._own(claim)
            if _answers(
                self._listed[place], claim, self._nearest.get(self._listed[place].key, set())
            )
        }

    def _own(self, claim: Moment) -> Sequence[int]:
        """Give the denials of the one accused in the report of the claim."""
        days = self._by.get((claim.target, "in", _report(claim.key)))
        return days.places if days else ()


def _keys(denial: Moment) -> Iterator[tuple[str | None, ...]]:
    """Give all by which a denial is looked for."""
    yield denial.actor, "in", _report(denial.key)
    yield denial.actor, "towards", denial.target
    if denial.issue is None:
        yield denial.actor, "about nothing towards", denial.target
    else:
        yield denial.actor, "about", denial.issue


class _Days:
    """Denials in order of time: those within some days of a claim are cut out of them."""

    def __init__(self) -> None:
        self.places: list[int] = []
        self._dateless: list[int] = []
        self._dated: list[int] = []
        self._first: list[int] = []
        self._last: list[int] = []
        self._latest: list[int] = []  # the last day of any so far

    def add(self, place: int, denial: Moment) -> None:
        """Add one that is no earlier than those before."""
        self.places.append(place)
        if denial.day is None or denial.last is None:
            self._dateless.append(place)
            return
        self._dated.append(place)
        self._first.append(denial.day.toordinal())
        self._last.append(denial.last.toordinal())
        self._latest.append(max(self._last[-1], self._latest[-1] if self._latest else 0))

    def near(self, claim: Moment) -> Iterator[int]:
        """Give those of which it is not known that too many days lie between them and a claim."""
        if claim.day is None or claim.last is None:
            yield from self.places
            return
        yield from self._dateless
        begin = claim.day.toordinal() - _DISPUTE_DAYS
        start = bisect_left(self._latest, begin)
        stop = bisect_right(self._first, claim.last.toordinal() + _DISPUTE_DAYS)
        for at in range(start, stop):
            if self._last[at] >= begin:
                yield self._dated[at]


def _report(key: str) -> str:
    """Give the report of an act."""
    return key.partition("#")[0]


def _answers(denial: Moment, claim: Moment, nearest: Set[str]) -> bool:
    """Whether a denial by the one accused answers a claim; `nearest` are those of its text."""
    if _days_between(denial, claim) > _DISPUTE_DAYS:
        return False
    together = _report(denial.key) == _report(claim.key)
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
