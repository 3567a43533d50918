"""Cut a paragraph into sentences, aware of quotations, initials and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from satumeja.report._knowledge import knowledge
from satumeja.report._types import Span

__all__ = ["sentence_spans"]

_STOP = re.compile(r"[.?!…]+[\"”»’)\]]*(?=\s)|[.?!…]+[\"”»’)\]]*$|[,.?!…][\"”»](?=\s)")
_WORD_BEFORE = re.compile(r"[^\s(\"“”]*$")
_INITIAL = re.compile(r"(?:[A-Z]\.)*[A-Z]$")
_LONGEST_WORD = 24


@cache
def _abbreviations(language: str) -> frozenset[str]:
    """Words that take a full stop inside a sentence, in lower case without it."""
    words = knowledge("satumeja.report", language, "sentences")["abbreviations"]
    return frozenset(word.lower().rstrip(".") for word in words)


@cache
def _numbered(language: str) -> frozenset[str]:
    """Words that take a full stop inside a sentence before a number."""
    return frozenset(knowledge("satumeja.report", language, "sentences")["before_numbers"])


def sentence_spans(
    text: str, start: int, end: int, quoted: Sequence[Span], language: str
) -> list[Span]:
    """Find the sentences between `start` and `end`.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        The paragraph, without its dateline.
    quoted : sequence of Span
        Its quotations; a sentence never ends inside one.
    language : str
        Whose abbreviations to know.

    Returns
    -------
    list of Span
        In order, without the white space between them.
    """
    spans: list[Span] = []
    begin = _skip_space(text, start, end)
    remaining = iter(sorted(quoted))
    current = next(remaining, None)
    for match in _STOP.finditer(text, begin, end):
        while current is not None and current[1] <= match.start():
            current = next(remaining, None)
        if current is not None and current[0] <= match.start() < current[1] - 1:
            continue
        if _ends(text, match, end, language):
            spans.append((begin, match.end()))
            begin = _skip_space(text, match.end(), end)
    if begin < end:
        spans.append((begin, len(text[begin:end].rstrip()) + begin))
    return [span for span in spans if span[0] < span[1]]


def _ends(text: str, match: re.Match[str], end: int, language: str) -> bool:
    """Whether the stop really ends its sentence."""
    after = _skip_space(text, match.end(), end)
    if after >= end:
        return True
    following = text[after]
    if not (following.isupper() or following.isdigit() or following in '"“”«‘([-–—•'):
        return False
    stop = match.group()
    if stop[0] == ",":
        return False
    if stop != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    word = before.group() if before else ""
    if following.isdigit() and word.lower() in _numbered(language):
        return False
    return not (_INITIAL.match(word) or word.lower() in _abbreviations(language))


def _skip_space(text: str, place: int, end: int) -> int:
    """First index from `place` that is not white space."""
    while place < end and text[place].isspace():
        place += 1
    return place
