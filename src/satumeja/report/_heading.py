"""Tell the headline from what stands beside it: menus, captions, symbols, a date glued to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from satumeja.report._knowledge import knowledge
from satumeja.report._published import DateLine, dated_part, read_date_line
from satumeja.report._types import Furniture, Span

__all__ = ["GluedTitle", "better_title", "glued_title"]

_ROOM = "satumeja.report"
_WORD = re.compile(r"\w[\w'’-]*")
_SENTENCES = re.compile(r"[.!?][”\"’']?\s+[A-Z“\"‘']")
_LEAST_WORDS, _MOST_LETTERS = 4, 200
_SHORT_TITLE, _WHOLE_TITLE = 2, 4
_LOOK_ALIKE = ("prompt", "byline", "caption", "kicker")
_LABELLED = re.compile(
    r"[/|>•·\[\]@(]|^\w+\s?: |^The\b|^(?:By|BY|Oleh|OLEH) (?:[A-Z][\w.'’-]* ?)+$"
)
"""What a headline has not: menus, credits, and the label of a signature."""
_LEAST_OF_LINE, _LEAST_OF_KIND = 3, {"kicker": 3, "byline": 3}


@dataclass(frozen=True)
class GluedTitle:
    """A headline and the date line that stands on the same line, as a PDF or a copy gives it."""

    title: Span
    date: Span
    date_line: DateLine


def glued_title(text: str, start: int, end: int, language: str) -> GluedTitle | None:
    """Part a headline from the date line glued before or behind it.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        A line where a headline may stand.
    language : str
        Whose dates and prepositions to know.

    Returns
    -------
    GluedTitle or None
        None where the line is no headline with a date; "Events of 7 April 2021" is a headline
        with its date in it.
    """
    if end - start > _MOST_LETTERS:
        return None
    part = dated_part(text, start, end, language)
    if part is None:
        return None
    before, after = text[start : part[0]], text[part[1] : end]
    if before.rstrip()[-1:] == "," or after.rstrip()[-1:] in (".", "!", "?"):
        return None  # a sentence, and when what it tells was said
    title = (start, start + len(before.rstrip(" |–—-(")))
    if after.strip(" .|–—-)"):
        title = (end - len(after.lstrip(" |–—-:")), end)
        if before.strip(" |"):
            return None
    table = knowledge(_ROOM, language, "article")
    noise, governing = table["date_line_noise"], table["before_dates"]
    if "|" in text[slice(*title)]:  # the sections of a site
        return None
    if _SENTENCES.search(text[slice(*title)]):  # a paragraph that ends on the day of its source
        return None
    words = [word for word in _WORD.findall(text[slice(*title)]) if word not in noise]
    if len(words) < _LEAST_WORDS or (title[0] == start and words[-1].lower() in governing):
        return None
    date_line = read_date_line(text, *part, language)
    return GluedTitle(title, part, date_line) if date_line is not None else None


def _may_head(text: str, line: Furniture) -> bool:
    """Whether a line taken for a part of the page may be a headline: words, and no label."""
    words = text[line.start : line.end]
    if line.kind not in _LOOK_ALIKE or _LABELLED.search(words) or words[-1] == ".":
        return False
    return len(_WORD.findall(words)) >= _LEAST_OF_KIND.get(line.kind, _LEAST_OF_LINE)


def better_title(
    text: str, title: Span | None, furniture: Sequence[Furniture], body: Sequence[Span]
) -> Span | None:
    """Give the headline among what stands above a story: not the two words of a menu.

    Where no line is one, it is the first that only looked like a part of the page: "Print
    workers walk out", "Foto menteri dibakar warga".
    """
    if title is None:
        above = [line for line in furniture if body and line.start < body[0][0]]
        return next(((line.start, line.end) for line in above if _may_head(text, line)), None)
    if len(_WORD.findall(text[slice(*title)])) > _SHORT_TITLE:
        return title
    for line in furniture:
        if (
            line.kind == "header"
            and len(_WORD.findall(text[line.start : line.end])) >= _WHOLE_TITLE
        ):
            return line.start, line.end
    return title
