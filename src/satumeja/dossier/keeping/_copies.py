"""Which reports are copies of each other: one wire in several papers, versions of one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

from satumeja.display import Shown
from satumeja.dossier.keeping._reports import KeptReport

__all__ = ["Copies", "copies_of"]

_RUN = 4
_ALIKE = 0.5
"""How much of the shorter report stands in the longer one, at the least."""
_LEAST = 8
_SAMPLED, _KEPT = 96, 1 << 29  # of a long report an eighth of its runs is compared
_COMMON = (
    64  # a run in more reports than this tells nothing: it is of their page, not of their news
)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, repr=False)
class Copies(Shown):
    """Reports that have one text between them, and so are one source.

    Parameters
    ----------
    reports : tuple of str
        Their keys, the first published first.
    likeness : float
        How much of the shorter the longer has, of the pair that has the least, 0 to 1.
    """

    reports: tuple[str, ...]
    likeness: float


def _pairs(
    reports: Sequence[KeptReport], texts: Sequence[str]
) -> Iterator[tuple[KeptReport, KeptReport, float]]:
    """Yield the pairs of reports of which one has at least half of what the other says.

    Compared are the sums of their runs of words; of a long report those of an eighth of all sums,
    which are the same in its copies.
    """
    runs = [_runs(text) for text in texts]
    by_run: dict[int, list[int]] = {}
    for place, own in enumerate(runs):
        for run in own:
            by_run.setdefault(run, []).append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in by_run.values():
        # Of many copies each is compared with the next one alone: that puts them together too.
        shared.update(combinations(places, 2) if len(places) <= _COMMON else pairwise(places))
    for (first, second), count in sorted(shared.items()):
        shorter = min(len(runs[first]), len(runs[second]))
        if shorter >= _LEAST and count >= _ALIKE * shorter:
            yield reports[first], reports[second], count / shorter


def _runs(text: str) -> frozenset[int]:
    """Give the sums of the runs of a text that are compared."""
    words = _WORD.findall(text.lower())
    sums = frozenset(
        crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1)
    )
    if len(sums) < _SAMPLED:
        return sums
    return frozenset(number for number in sums if number < _KEPT)


def copies_of(reports: Sequence[KeptReport], texts: Sequence[str]) -> tuple[Copies, ...]:
    """Say which reports are copies of each other.

    Parameters
    ----------
    reports : sequence of KeptReport
        The reports.
    texts : sequence of str
        The text of each.

    Notes
    -----
    One wire in several papers, or versions of one story: two are copies where at least half of
    the shorter one's runs of four words stand in the other, and copies of copies are too. Cost is
    linear in the texts, and in the runs that reports share.
    """
    return _together(tuple(_pairs(reports, texts)))


def _together(pairs: Sequence[tuple[KeptReport, KeptReport, float]]) -> tuple[Copies, ...]:
    """Put reports that are copies of each other together."""
    group: dict[str, str] = {}
    by_key: dict[str, KeptReport] = {}

    def root(key: str) -> str:
        while group.setdefault(key, key) != key:
            key = group[key]
        return key

    for first, second, _ in pairs:
        by_key |= {first.key: first, second.key: second}
        group[root(second.key)] = root(first.key)
    members: dict[str, list[KeptReport]] = {}
    for key, report in by_key.items():
        members.setdefault(root(key), []).append(report)
    least: dict[str, float] = {}
    for first, _, likeness in pairs:
        name = root(first.key)
        least[name] = min(likeness, least.get(name, 1.0))
    groups = [
        Copies(tuple(report.key for report in sorted(own, key=_by_day)), round(least[name], 3))
        for name, own in members.items()
    ]
    return tuple(sorted(groups, key=lambda copies: _number(copies.reports[0])))


def _by_day(report: KeptReport) -> tuple[bool, str, int]:
    """Order by day of publication, what has none last."""
    return report.day is None, str(report.day), _number(report.key)


def _number(key: str) -> int:
    """Give the number of a report."""
    return int(key[1:])
