"""Tell a news report from other texts, and say why a text is not one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._lines import Line
from satumeja.report._types import Span

__all__ = ["why_not_a_page", "why_not_news"]

_CODE_LINE = re.compile(
    r"[;{}]\s*$|^\s*(?:def |class |import |from \w+ import|return\b|if .*:$|for .*:$|#include"
    r"|public |private |function |const |let |var |SELECT |<\w+[^>]*>$|</|//"
    r"|\w+\s*=\s*[\w\"'\[{(])"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”»’)\]]*(?=\s|$)")
_PROSE_ALONE = "copy the words of the report alone"
_AS_TABLE = "a table of reports, a row each, is read from a file that ends in .csv"
_MORE_OF_IT = "give more of the report, whole sentences"
_DATED = "where it is news, say of what day: satumeja dossier FILE --published 2024-05-08"
_SAMPLE = 200


def why_not_a_page(text: str, lines: list[Line]) -> str | None:
    """Say why a text is plainly something else (code, a table), before its language."""
    sample = lines[:_SAMPLE]
    pieces = [text[line.start : min(line.end, line.start + 500)] for line in sample]
    if len(pieces) >= 3 and sum(bool(_CODE_LINE.search(p)) for p in pieces) * 2 > len(pieces):
        return f"it looks like program code or markup; {_PROSE_ALONE}"
    for mark in (",", ";", "\t", "|"):
        counts = [piece.count(mark) for piece in pieces]
        ends = sum(bool(_SENTENCE_END.search(piece)) for piece in pieces)
        steady = (
            max(counts.count(count) for count in set(counts) if count >= 2)
            if max(counts, default=0) >= 2
            else 0
        )
        if len(pieces) >= 3 and steady * 10 >= len(pieces) * 8 and ends * 2 < len(pieces):
            return f"it looks like a table of values; {_AS_TABLE}"
    return None


def why_not_news(
    text: str, body: Sequence[Span], has_mark: bool, language: str, *, is_news: bool | None = None
) -> str | None:
    """Say why a text in a known language is not a news report.

    Parameters
    ----------
    text : str
        The text.
    body : sequence of Span
        Its paragraphs.
    has_mark : bool
        Whether it carries a date line, a dateline or an agency.
    language : str
        Whose words of attribution to look for.
    is_news : bool, optional
        Of a few words, which need no sentence: whether they tell of politics.

    Returns
    -------
    str or None
        None where it is one: prose that is dated, or in which somebody says something.
    """
    sentences = sum(len(_SENTENCE_END.findall(text, s, e)) for s, e in body)
    words = sum(len(text[start:end].split()) for start, end in body)
    if is_news:
        return None
    if not body or sentences == 0:
        return f"it has no paragraph of prose; {_MORE_OF_IT}"
    if words / len(body) < 5 or words / sentences > 200:
        return f"its lines are not sentences; {_MORE_OF_IT}"
    if has_mark or _attributes(text, body, language):
        return None
    return f"it has no date line, no dateline, and nobody is said to have said anything; {_DATED}"


def _attributes(text: str, body: Sequence[Span], language: str) -> bool:
    """Whether a word of attribution stands beside a name, or closes a quotation."""
    table = knowledge("satumeja.report", language, "article")
    words, someone = word_choice(table["attribution"]), word_choice(table["someone"])
    letter = r"[\w.'’-]"
    name = rf"[A-Z]{letter}+"
    # A name before the word begins with the first capital of its letters: tried at each of them,
    # a run of capitals would take as many times its own length.
    first = rf"(?<!{letter})(?:(?![A-Z]){letter})*+[A-Z]{letter}++"
    pattern = re.compile(
        rf"(?:{first},? (?:\w+ ){{0,3}}\b{words}\b|[\"”,] ?{words}\b"
        rf"|\b{words} (?:\w+ ){{0,3}}{name}|(?i:\b{someone}) (?:\w+ ){{1,3}}{words}\b)"
    )
    return any(pattern.search(text, start, end) for start, end in body)
