"""Which words are the same or nearly so: statements reported twice, and acts about one thing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from satumeja.dossier.keeping._whole import Whole

__all__ = ["Group", "alike", "is_retold", "likeness", "plain", "runs", "same"]

_DAYS_APART = 3
_ALIKE = 0.5
"""What two reports of one statement share at least: the one may tell much more of it."""
_SHINGLE = 4
_ROUNDING = 1e-9
_NO_WORD = re.compile(r"\W+")

Runs = frozenset[str]
"""The runs of four letters of a text."""


@dataclass(frozen=True)
class Group:
    """Statements that may be one and the same, reported more than once."""

    keys: tuple[str, ...]
    likeness: float


def plain(words: str) -> str:
    """Give words as they are compared: without regard to case or what stands between them."""
    return _NO_WORD.sub(" ", words.lower()).strip()


def runs(words: str) -> Runs:
    """Give the runs of four letters of words that are plain."""
    return frozenset(words[i : i + _SHINGLE] for i in range(max(len(words) - _SHINGLE + 1, 1)))


def likeness(text: Runs, other: Runs) -> float:
    """Give the share of the shorter's runs the longer has."""
    return len(text & other) / max(min(len(text), len(other)), 1)


def is_retold(words: str, other: str) -> bool:
    """Whether words are so like others that the one report may have them from the other.

    Examples
    --------
    >>> is_retold("We do not want a war.", "we do not want a war, he added")
    True
    >>> is_retold("We do not want a war.", "The talks must not be dragged out.")
    False
    """
    return likeness(runs(plain(words)), runs(plain(other))) >= _ALIKE


_Text = TypeVar("_Text", bound=tuple[str, ...])


def alike(
    share: float, texts: Mapping[_Text, Runs], others: Mapping[_Text, Runs] | None = None
) -> Iterator[tuple[_Text, _Text]]:
    """Give the pairs of texts that have at least a share of the shorter one's runs in common.

    Parameters
    ----------
    share : float
        How large a share.
    texts : mapping
        The runs of each text.
    others : mapping, optional
        Those of others, to be paired with them; with each other where none are given.

    Yields
    ------
    tuple
        A text and another, each pair once.

    Notes
    -----
    Texts that have half of the shorter one's runs in common have one of any half of them and
    one more. So each is found again by its rarest runs, and few are compared that are not
    alike: cost is about linear in what the texts hold, where they are not mostly alike.
    """
    collections = (texts,) if others is None else (texts, others)
    if not all(collections):
        return
    rarity = Counter(run for members in collections for own in members.values() for run in own)
    by_length = sorted(
        (len(own), text, place)
        for place, members in enumerate(collections)
        for text, own in members.items()
    )
    shorter: list[dict[str, list[_Text]]] = [{} for _ in collections]
    for length, text, place in by_length:
        own = collections[place][text]
        partners, by_run = collections[place - 1], shorter[place - 1]
        for other in {other for run in by_run.keys() & own for other in by_run[run]}:
            if likeness(partners[other], own) >= share:
                yield (other, text) if place or others is None else (text, other)
        fewest = ceil(share * length - _ROUNDING)
        for run in sorted(own, key=rarity.__getitem__)[: length - fewest + 1]:
            shorter[place].setdefault(run, []).append(text)


@dataclass(frozen=True)
class _Remark:
    """A statement as it is compared: where, when, and its runs of letters."""

    key: str
    report: str
    day: int
    runs: Runs


def same(whole: Whole) -> tuple[Group, ...]:
    """Propose which statements of different reports are one and the same.

    Parameters
    ----------
    whole : Whole
        What a dossier file holds, from `whole`.

    Notes
    -----
    By the same speaker, within three days, in the same language, and at least half of the
    shorter one's runs of four letters in the other. Only proposed: nothing is joined. Cost
    is linear in the statements, and of one speaker quadratic in those within three days.
    """
    by_speaker: dict[tuple[str, str], list[_Remark]] = {}
    for statement in whole.dossier.statements:
        report = whole.report_of(statement.id)
        day = statement.date or report.day
        if statement.speaker is not None and day is not None:
            own = runs(plain(whole.dossier.words(statement.content)))
            remark = _Remark(statement.id, report.key, day.toordinal(), own)
            by_speaker.setdefault((statement.speaker, report.language), []).append(remark)
    groups = [group for members in by_speaker.values() for group in _grouped(members)]
    return tuple(sorted(groups, key=lambda group: group.keys))


def _grouped(members: list[_Remark]) -> Iterator[Group]:
    """Put the statements of one speaker that are alike together, each in one group at most."""
    by_day: dict[int, dict[int, _Remark]] = {}
    for place, statement in enumerate(members):
        by_day.setdefault(statement.day, {})[place] = statement
    for place, first in enumerate(members):
        if by_day[first.day].pop(place, None) is None:
            continue
        days = range(first.day - _DAYS_APART, first.day + _DAYS_APART + 1)
        near = {at: statement for day in days for at, statement in by_day.get(day, {}).items()}
        alike_at = {
            at: share
            for at, statement in sorted(near.items())
            if statement.report != first.report
            and (share := likeness(first.runs, statement.runs)) >= _ALIKE
        }
        for at in alike_at:
            del by_day[members[at].day][at]
        if alike_at:
            keys = (first.key, *(members[at].key for at in alike_at))
            yield Group(keys, round(min(alike_at.values()), 3))
