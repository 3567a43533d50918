"""What has been found of who said what, while a report is being read."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from satumeja.dossier.reading._gazetteer import Cue, lists
from satumeja.dossier.reading._scan import People
from satumeja.dossier.reading._starts import Starts
from satumeja.report import DateMention, Report, Span

__all__ = ["Find", "Work", "paragraph_of", "sentence_at", "slots_of", "trim", "words_at"]

_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\Z")
_UNPOINTED = re.compile(r"[\s.!?…,;:]*$")


@dataclass
class Find:
    """One shape found: its cue, speaker and where the content stands."""

    order: int
    cue: Span | None
    kind: str
    speaker: str | None
    speaker_span: Span | None
    content: Span
    direct: bool
    where: int
    doubtful: bool = False
    medium: str | None = None


@dataclass
class Work:
    """The statements found so far and what they have used up."""

    report: Report
    people: People
    said: str
    spoken: dict[Span, None]
    quotes: Starts[Span]
    dates: Starts[DateMention]
    cues: dict[int, tuple[int, Cue]] = field(init=False)
    finds: list[Find] = field(default_factory=list)
    near: dict[int, list[Find]] = field(default_factory=dict)
    used_cues: set[int] = field(default_factory=set)
    used_quotes: set[Span] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Put the nouns for something said beside the words of saying."""
        self.cues = self.people.nouns | self.people.cues


@cache
def slots_of(language: str) -> tuple[tuple[str, str], ...]:
    """Give the slots of a language's shapes."""
    return tuple(lists(language, "speech")["slots"].items())


def words_at(text: str, span: Span, offset: int) -> str:
    """Give the words of a span found in a stretch, on one line."""
    return " ".join(text[span[0] + offset : span[1] + offset].split())


def sentence_at(report: Report, place: int) -> int:
    """Give the index of the sentence a place stands in, or of the last before it."""
    return max(0, bisect_right(report.sentences, place, key=lambda one: one.start) - 1)


def paragraph_of(report: Report, span: Span) -> int:
    """Give the index of the paragraph a span stands in."""
    return bisect_right(report.paragraphs, span[0], key=lambda one: one[0]) - 1


def trim(text: str, start: int, end: int) -> Span | None:
    """Leave out white space around and pointing at the end."""
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    unpointed = _UNPOINTED.search(text, start, end)
    stop = unpointed.start() if unpointed else end
    if _INITIALS.search(text[max(start, stop - 6) : stop]) and text[stop : stop + 1] == ".":
        stop += 1
    return (start, stop) if start < stop else None
