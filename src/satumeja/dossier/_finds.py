"""What has been found of who said what, while a report is being read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from satumeja.dossier._actors import People
from satumeja.dossier._gazetteer import lists
from satumeja.report import Report, Span

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
    spoken: list[Span]
    finds: list[Find] = field(default_factory=list)
    used_cues: set[int] = field(default_factory=set)
    used_quotes: set[Span] = field(default_factory=set)
    pending: list[tuple[Find, int]] = field(default_factory=list)


@cache
def slots_of(language: str) -> tuple[tuple[str, str], ...]:
    """Give the slots of a language's shapes."""
    return tuple(lists(language, "speech")["slots"].items())


def words_at(text: str, span: Span, offset: int) -> str:
    """Give the words of a span found in a stretch, on one line."""
    return " ".join(text[span[0] + offset : span[1] + offset].split())


def sentence_at(report: Report, place: int) -> int:
    """Index of the sentence a place stands in."""
    for index, sentence in enumerate(report.sentences):
        if sentence.start <= place < sentence.end:
            return index
    return max(0, len(report.sentences) - 1)


def paragraph_of(report: Report, span: Span) -> int:
    """Index of the paragraph a span stands in."""
    for index, (start, end) in enumerate(report.paragraphs):
        if start <= span[0] < end:
            return index
    return -1


def trim(text: str, start: int, end: int) -> Span | None:
    """Leave out white space around and pointing at the end."""
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    unpointed = _UNPOINTED.search(text, start, end)
    stop = unpointed.start() if unpointed else end
    if _INITIALS.search(text[max(start, stop - 6) : stop]) and text[stop : stop + 1] == ".":
        stop += 1
    return (start, stop) if start < stop else None
