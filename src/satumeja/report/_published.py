"""Read the line that says when a page was published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from satumeja.report._clock import clock_pattern, is_american, time_of, zone_of
from satumeja.report._dates import absolute_dates
from satumeja.report._knowledge import LANGUAGES, knowledge, word_choice
from satumeja.report._types import DateMention, Span

__all__ = ["DateLine", "dated_part", "parts_of", "read_date_line"]

_ROOM = "satumeja.report"
_LONGEST = 140
_MOST_OTHER_WORDS = 6
_MOST_UNTIMED = 3
_MOST_BESIDE = 2
_MOST_NAMES, _MOST_SMALL = 9, 1  # words of names beside a date, and small words among them
_MOST_IN_OTHER_PARTS = 90
_STROKE = re.compile(r"\s*[|•·]\s*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^][]*\]")
_REMARK = re.compile(r"[^()|;]{0,20}\(([^()\d]{3,20})\)")
_PAUSE = ",:;()–—-/]["


@dataclass(frozen=True)
class DateLine:
    """When a page was published, and whether that was an update or a guess of zone.

    A line that gives no time of day says on which day, and no more; one in figures of which
    nobody can tell day and month apart says nothing.
    """

    published: dt.datetime | dt.date | None
    zone_assumed: bool
    updated: bool


def read_date_line(
    text: str, start: int, end: int, language: str, *, alone: bool = False
) -> DateLine | None:
    """Read a line as the page's date line.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        The line.
    language : str
        The report's language; the other one's dates are tried as well.
    alone : bool
        Whether hardly a word may stand beside the date, as inside or below a story.

    Returns
    -------
    DateLine or None
        None where the line is something else. Of an update and a publication the latter.
    """
    if end - start > _LONGEST:
        return None
    dates = _whole_dates(text, start, end, language)
    if not dates:
        return None
    table = knowledge(_ROOM, language, "article")
    place, updated = _chosen(text, start, dates, table)
    mention = dates[place]
    following = dates[place + 1].start if place + 1 < len(dates) else end
    inside = text.find("T", mention.start, mention.end) + 1 or mention.end
    clock = clock_pattern().search(text, inside, following)
    clock = clock or clock_pattern().search(text, start, mention.start)
    line = _Beside(text, (start, end), mention, table)
    if not line.says_published() and not line.is_date_line(timed=clock is not None, alone=alone):
        return None
    day = _day_meant(text, mention, clock)
    if clock is None or day is None:
        return DateLine(day, zone_assumed=False, updated=updated)
    zone, assumed = zone_of(clock, day, table)
    time = dt.time(*time_of(clock), tzinfo=zone)
    return DateLine(dt.datetime.combine(day, time), assumed, updated)


def dated_part(text: str, start: int, end: int, language: str) -> Span | None:
    """Give the stretch of a line that is a date and a time of day; None where it has no date."""
    mention = next(iter(_whole_dates(text, start, end, language)), None)
    if mention is None:
        return None
    clock = clock_pattern().search(text, mention.end, end)
    between = text[mention.end : clock.start()] if clock else ""
    reaches = clock is not None and len(re.findall(r"\w+", between)) <= 1
    return mention.start, clock.end() if clock is not None and reaches else mention.end


def parts_of(text: str, start: int, end: int) -> list[Span]:
    """Give the parts of a line between strokes and dots; one where it has none."""
    marks = [match.span() for match in _STROKE.finditer(text, start, end)]
    begins, stops = [start, *(stop for _, stop in marks)], [*(begin for begin, _ in marks), end]
    return [span for span in zip(begins, stops, strict=True) if span[0] < span[1]]


def _whole_dates(text: str, start: int, end: int, language: str) -> list[DateMention]:
    """Give the whole dates of a line, in the report's language or else in the other."""
    for tongue in (language, *(other for other in LANGUAGES if other != language)):
        dates = absolute_dates(text, start, end, tongue)
        if dates:
            return dates
    return []


def _chosen(
    text: str, start: int, dates: Sequence[DateMention], table: Mapping[str, Any]
) -> tuple[int, bool]:
    """Say which date of a line is that of publication, and whether it is an update all the same.

    What a date is stands before it, or in brackets behind: "Updated 13 March, first published
    12 March", "13 March, 08:00 (updated)".
    """
    words = table["date_line_updated"]
    behind = [_REMARK.match(text, date.end) for date in dates]
    ends = [
        remark.end() if remark else date.end for date, remark in zip(dates, behind, strict=True)
    ]
    begins = [start, *ends[:-1]]
    updates = [
        any(word in text[begin : date.start] + (remark[1] if remark else "") for word in words)
        for begin, date, remark in zip(begins, dates, behind, strict=True)
    ]
    place = updates.index(False) if False in updates else 0
    return place, updates[place]


@dataclass(frozen=True)
class _Beside:
    """A line with a date in it, and what stands beside the date.

    A line such as "By Ana Roa | 9 December 2023 |" has parts, of which one is the date.
    """

    text: str
    line: Span
    mention: DateMention
    table: Mapping[str, Any]

    def says_published(self) -> bool:
        """Whether the line says in a sentence when the article was published."""
        words = self.text[slice(*self.line)]
        notice = re.compile(self.table["says_published"]).match(words)
        return notice is not None and self.mention.start <= self.line[0] + notice.end()

    def is_date_line(self, *, timed: bool, alone: bool) -> bool:
        """Whether few words stand beside the date in its part of the line, or only names."""
        begin, stop = self._part()
        rest = clock_pattern().sub(" ", self._around(begin, stop))
        others = self._others(rest)
        if self._governed(begin, rest, others) or re.search(r"[.!?]\s+[A-Z][a-z]", rest):
            return False
        if any(word.strip(".:").lower() in self.table["date_line_not"] for word in others):
            return False
        names_alone = self._are_names(_BRACKETS.sub(" ", rest)) and self._is_apart(begin, stop)
        most = _MOST_BESIDE if alone else _MOST_OTHER_WORDS if timed else _MOST_UNTIMED
        if len(others) > most and not (names_alone and self._may_be_named(alone=alone)):
            return False
        if alone and others and self.text[self.line[1] - 1] in ".!?":
            return False
        return self.line[1] - self.line[0] - (stop - begin) <= _MOST_IN_OTHER_PARTS

    def _part(self) -> Span:
        """Give the part of the line that the date stands in."""
        parts = parts_of(self.text, *self.line)
        begin, stop = next(part for part in parts if part[0] <= self.mention.start < part[1])
        return begin, max(stop, self.mention.end)

    def _around(self, begin: int, stop: int) -> str:
        """Give what stands beside the date."""
        before, after = self.text[begin : self.mention.start], self.text[self.mention.end : stop]
        return f"{before} {after}"

    def _others(self, words: str) -> list[str]:
        """Give the words that do not only go with a date."""
        noise = self.table["date_line_noise"]
        return [
            word
            for word in re.findall(r"[\w.'’-]*\w[\w.]*", words)
            if word.strip(".:") not in noise
        ]

    def _governed(self, begin: int, rest: str, others: Sequence[str]) -> bool:
        """Whether the date goes with the words before it: "Court sits on 7 April 2021".

        "Posted by Ana on 7 April 2021" is a date line.
        """
        if self._is_amid(begin):
            return True
        word = re.search(r"(\w+)\s+\Z", self.text[begin : self.mention.start])
        if word is None or word[1].lower() not in self.table["before_dates"]:
            return False
        every = len(re.findall(r"[\w.'’-]*\w[\w.]*", rest))
        return bool(others) and len(others) + 1 >= every > 1

    def _is_amid(self, begin: int) -> bool:
        """Whether words stand on both sides of the date, no pause between: "Deal 3 May holds"."""
        before = re.search(r"([^\W\d_]+) \Z", self.text[begin : self.mention.start])
        after = re.match(r" ([^\W\d_]{3,})", self.text[self.mention.end : self.line[1]])
        noise = self.table["date_line_noise"]
        if before is None or after is None:
            return False
        return not {before[1], after[1]} & set(noise)

    def _are_names(self, words: str) -> bool:
        """Whether the words beside the date are names and numbers, but for a small word."""
        others = self._others(words)
        small = [word for word in others if word[0].islower()]
        return len(others) <= _MOST_NAMES and len(small) <= _MOST_SMALL

    def _is_apart(self, begin: int, stop: int) -> bool:
        """Whether a pause parts the date from the words before or behind it."""
        noise = word_choice(self.table["date_line_noise"])
        before = re.sub(rf"(?:\b{noise}[ .]+)+\Z", "", self.text[begin : self.mention.start])
        after = re.sub(rf"\A(?:[ .]+{noise}\b)+", "", self.text[self.mention.end : stop])
        return before.rstrip()[-1:] in ("", *_PAUSE) and after.lstrip()[:1] in ("", *_PAUSE)

    def _may_be_named(self, *, alone: bool) -> bool:
        """Whether names may stand beside the date: below a story only those of who wrote it."""
        if not alone:
            return True
        words = self.text[slice(*self.line)]
        signed = any(words.startswith(label) for label in self.table["signing"])
        return signed or (words[0] in "([" and words[-1] in ")]")


def _day_meant(text: str, mention: DateMention, clock: re.Match[str] | None) -> dt.date | None:
    """Give the day of a date line; of figures that may be read both ways by the zone alone."""
    if not mention.doubtful or text[mention.start].isalpha():
        return mention.first
    american = is_american(clock)
    if american is None:
        return None
    if american:
        return mention.first
    return mention.first.replace(month=mention.first.day, day=mention.first.month)
