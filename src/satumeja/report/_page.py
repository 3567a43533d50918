"""Tell the lines of a page apart: headline, date, caption, body, and furniture."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TypeVar

from satumeja.report._dateline import Dateline, lone_dateline, read_dateline
from satumeja.report._grown import Grown
from satumeja.report._heading import GluedTitle, better_title, glued_title
from satumeja.report._knowledge import knowledge, word_choice
from satumeja.report._lines import Line
from satumeja.report._published import DateLine, parts_of, read_date_line
from satumeja.report._types import Furniture, Span

__all__ = ["Page", "agencies_in", "read_page"]

_Item = TypeVar("_Item")

_ROOM = "satumeja.report"
_HEADER_LINES = 12
_PROSE = re.compile(r"[.!?…][\"”»’)\]]*(?: \(?[\w/]{2,20}\)?)?$|[.!?,][\"”]|[:;]$")
_CLOSED = re.compile(r"[.…][\"”’)]?$|[”\"]$")
_BETWEEN = re.compile(r"[.!][\"”’]?\s+(?=[\"“‘]?[A-Z])")
_WHOLE = 4
_SHORT = 60
_LONG = 140
_LEAST_AFTER, _FULL = 2, 100
_LAST_LINES = 6
_LONGEST_STANDFIRST = 400
_LONGEST_FORM = 2_000


@dataclass(frozen=True)
class Page:
    """The lines of a page by what they are."""

    title: Span | None = None
    date_line: DateLine | None = None
    dateline: Dateline | None = None
    byline: str | None = None
    caption: Span | None = None
    body: Sequence[Span] = field(default_factory=Grown[Span])
    furniture: Sequence[Furniture] = field(default_factory=Grown[Furniture])
    awaits_name: bool = False
    """Whether the line before said that a name follows, or was the date line."""


@cache
def _patterns(language: str, key: str) -> re.Pattern[str]:
    """Compile a list of line forms of a language into one."""
    forms = knowledge(_ROOM, language, "article")[key]
    names: list[str] = []

    def number(match: re.Match[str]) -> str:
        names.append(match.group())
        return f"(?P<name{len(names)}>"

    return re.compile("|".join(f"(?:{re.sub(r'[(][?]P<name>', number, f)})" for f in forms))


def _matches(language: str, key: str, text: str, line: Line) -> re.Match[str] | None:
    """Match a whole line against a list of forms.

    A line far longer than any of them is none, and is not searched: what some forms allow in
    their middle would be tried at each of its words.
    """
    if line.end - line.start > _LONGEST_FORM:
        return None
    return _patterns(language, key).fullmatch(text, line.start, line.end)


def read_page(text: str, lines: list[Line], language: str, title: Span | None = None) -> Page:
    """Classify the lines of a page.

    Parameters
    ----------
    text : str
        The report.
    lines : list of Line
        Its lines.
    language : str
        Whose furniture to know.
    title : Span, optional
        The headline, where it is known; the lines are those below it.

    Returns
    -------
    Page
        Every line is in it once: as title, caption, body or furniture.
    """
    page = Page(title=title)
    behind: list[int] = []
    for index, line in enumerate(lines):
        footer = page.body and _matches(language, "footer", text, line)
        if footer:
            behind = behind or _prose_behind(text, lines)
        if footer and behind[index + 1] >= max(_LEAST_AFTER, len(page.body) // 2):
            page = _with_furniture(page, (line.start, line.end), "prompt")
            continue
        if footer:
            rest = [Furniture(later.start, later.end, "footer") for later in lines[index:]]
            page = replace(page, furniture=(*page.furniture, *rest))
            page = _signed_in_footer(text, lines[index:], language, page)
            break
        page = _place(text, line, index, language, page)
    if not page.body and page.title and title is None and _PROSE.search(text[slice(*page.title)]):
        page = replace(page, title=None, body=[page.title])
    page = _dated_below(text, language, page)
    page = page if title is not None else _with_headline(text, page)
    return _without_byline_tail(text, language, page)


def _prose_behind(text: str, lines: list[Line]) -> list[int]:
    """Count the lines of prose from each line on; where many are, the article goes on.

    What breaks off with dots leads to another article.
    """
    behind = [0]
    for line in reversed(lines):
        prose = (
            line.end - line.start > _FULL
            and _PROSE.search(text, line.end - 40, line.end)
            and not text.endswith(("...", "…"), line.start, line.end)
        )
        behind.append(behind[-1] + bool(prose))
    return behind[::-1]


def _place(text: str, line: Line, index: int, language: str, page: Page) -> Page:
    """Add one line to the page as what it is."""
    span = (line.start, line.end)
    if page.awaits_name:
        page = replace(page, awaits_name=False)
        if not page.body and _matches(language, "name", text, line):
            page = replace(page, byline=page.byline or text[slice(*span)])
            return _with_furniture(page, span, "byline")
    dated = _place_dated(text, span, language, page) if index < _HEADER_LINES else None
    if dated is not None:
        return dated
    alone = None if page.body else lone_dateline(text, *span, language)
    if alone:
        return _with_furniture(replace(page, dateline=alone), span, "dateline")
    if page.title is None and not page.body and _matches(language, "kicker", text, line):
        return _with_furniture(page, span, "kicker")
    if _matches(language, "byline_label", text, line):
        return _with_furniture(replace(page, awaits_name=True), span, "byline")
    signed = _matches(language, "byline", text, line)
    if signed:
        name = next(name for name in signed.groupdict().values() if name)
        page = replace(page, byline=page.byline or name)
        return _with_furniture(page, span, "byline")
    if _matches(language, "furniture", text, line):
        return _with_furniture(page, span, "prompt")
    if _matches(language, "caption", text, line) and _is_caption(text, line):
        page = page if page.caption else replace(page, caption=span)
        return _with_furniture(page, span, "caption")
    return _title_or_body(text, line, language, page)


def _place_dated(text: str, span: Span, language: str, page: Page) -> Page | None:
    """Add a line above the story that has the date of publication; None where it has none."""
    if page.body and not _is_standfirst(page):
        return None
    if page.title is None and page.date_line is None and not page.body:
        glued = glued_title(text, *span, language)
        if glued and not _patterns(language, "byline").fullmatch(text, *glued.title):
            return _with_glued_title(page, glued)
    date_line = read_date_line(text, *span, language, alone=bool(page.body))
    if date_line is None:
        return None
    return _with_date_line(text, span, language, _dated(page, date_line))


def _with_glued_title(page: Page, glued: GluedTitle) -> Page:
    """Add a headline and the date line on the same line."""
    page = _dated(replace(page, title=glued.title), glued.date_line)
    return _with_furniture(page, glued.date, "date")


def _is_standfirst(page: Page) -> bool:
    """Whether what stands so far is no more than a line or two under the headline."""
    length = sum(end - start for start, end in page.body)
    return page.date_line is None and page.dateline is None and length <= _LONGEST_STANDFIRST


def _with_date_line(text: str, span: Span, language: str, page: Page) -> Page:
    """Add a date line as furniture, and the signature that stands beside the date."""
    for begin, stop in parts_of(text, *span):
        signed = _patterns(language, "byline").fullmatch(text, begin, stop)
        if signed and page.byline is None:
            page = replace(page, byline=next(name for name in signed.groupdict().values() if name))
    return _with_furniture(replace(page, awaits_name=page.title is not None), span, "date")


def _dated_below(text: str, language: str, page: Page) -> Page:
    """Find the date line of a page that has it below the story."""
    if page.date_line is not None or (page.dateline and page.dateline.day):
        return page
    lines = sorted([*page.body, *((line.start, line.end) for line in page.furniture)])
    for span in reversed(lines[-_LAST_LINES:]):
        date_line = read_date_line(text, *span, language, alone=True)
        if date_line is None or (len(page.body) == 1 and span in page.body):
            continue
        page = replace(page, date_line=date_line)
        if span in page.body:
            body = [paragraph for paragraph in page.body if paragraph != span]
            return _with_furniture(replace(page, body=body), span, "date")
        return page
    return page


def _with_headline(text: str, page: Page) -> Page:
    """Put the headline right where the first line is only a menu or a symbol."""
    title = better_title(text, page.title, page.furniture, page.body)
    if title is None or title == page.title:
        return page
    furniture = [line for line in page.furniture if (line.start, line.end) != title]
    if page.title is None:
        caption = None if page.caption == title else page.caption
        signed = page.byline if page.byline and page.byline not in text[slice(*title)] else None
        return replace(page, title=title, furniture=furniture, caption=caption, byline=signed)
    return _with_furniture(replace(page, title=title, furniture=furniture), page.title, "kicker")


def _is_caption(text: str, line: Line) -> bool:
    """Whether a line that names a photo is short enough to be its caption."""
    return line.end - line.start <= 320 and text.count(". ", line.start, line.end) <= 3


def _title_or_body(text: str, line: Line, language: str, page: Page) -> Page:
    """Add a line that is the headline, a paragraph, or a heading between."""
    span = (line.start, line.end)
    dateline = None if page.body else read_dateline(text, *span, language)
    length = line.end - line.start
    prose = bool(_PROSE.search(text, max(line.start, line.end - 40), line.end))
    if dateline and (prose or length > _SHORT):
        return replace(page, dateline=dateline, body=(span,))
    closed = _CLOSED.search(text, max(line.start, line.end - 2), line.end) is not None
    longest = _SHORT if page.date_line and closed else _LONG
    paragraph = prose and (length > longest or _is_paragraph(text, line))
    if page.title is None and not page.body and not paragraph:
        if _matches(language, "no_title", text, line):
            return _with_furniture(page, span, "prompt")
        return replace(page, title=span)
    if prose or length > _LONG:
        return replace(page, body=_and_one(page.body, span))
    return _with_furniture(page, span, "heading" if page.body else "header")


def _is_paragraph(text: str, line: Line) -> bool:
    """Whether a line is of several whole sentences, as no headline is ("No deal. No talks.")."""
    sentences = _BETWEEN.split(text[line.start : line.end])
    return len(sentences) > 1 and all(len(sentence.split()) >= _WHOLE for sentence in sentences)


def _dated(page: Page, found: DateLine) -> Page:
    """Keep the publication time; the time of an update only where there is no other."""
    if page.date_line is None or (page.date_line.updated and not found.updated):
        return replace(page, date_line=found)
    return page


def _with_furniture(page: Page, span: Span, kind: str) -> Page:
    """Add a line as furniture."""
    return replace(page, furniture=_and_one(page.furniture, Furniture(*span, kind)))


def _and_one(items: Sequence[_Item], item: _Item) -> Sequence[_Item]:
    """Give a sequence with one more item; of many one by one, none is copied."""
    grown = items if isinstance(items, Grown) else Grown(list(items))
    return grown.and_one(item)


def _signed_in_footer(text: str, lines: list[Line], language: str, page: Page) -> Page:
    """Find a signature that stands below the first footer line."""
    for line in lines[:6]:
        signed = _matches(language, "byline", text, line)
        if signed and page.byline is None:
            name = next(name for name in signed.groupdict().values() if name)
            return replace(page, byline=name)
    return page


def _without_byline_tail(text: str, language: str, page: Page) -> Page:
    """Cut a signature off the end of the last paragraph."""
    if not page.body:
        return page
    start, end = page.body[-1]
    pattern = re.compile(knowledge(_ROOM, language, "article")["byline_tail"])
    signed = pattern.search(text, max(start, end - 300), end)
    if signed is None or signed.end() != end or signed.start() == start:
        return page
    cut = start + len(text[start : signed.start()].rstrip())
    page = _with_furniture(page, signed.span(), "byline")
    return replace(
        page, body=(*page.body[:-1], (start, cut)), byline=page.byline or signed["name"]
    )


def agencies_in(text: str, page: Page, language: str) -> tuple[tuple[str, ...], dt.date | None]:
    """Find the agencies a report quotes or carries, and the day given with the first."""
    names = knowledge(_ROOM, "common")["agencies"]
    found: dict[str, None] = {}
    day: dt.date | None = None
    if page.dateline and page.dateline.agency in names:
        found[names[page.dateline.agency]] = None
    for start, end in page.body:
        for match in _agency_lead(language).finditer(text, start, end):
            found.setdefault(names[match["agency"]])
            day = day or _quoted_day(match["date"])
    return tuple(found), day


@cache
def _agency_lead(language: str) -> re.Pattern[str]:
    """Match the words that name a quoted agency."""
    lead = knowledge(_ROOM, language, "article")["agency_lead"]
    weekdays = word_choice(knowledge(_ROOM, language, "dates")["weekdays"])
    agencies = word_choice(knowledge(_ROOM, "common")["agencies"])
    filled = lead.replace("<agencies>", agencies).replace("<weekday>", f"(?i:{weekdays})")
    return re.compile(rf"\b{filled}")


def _quoted_day(figures: str | None) -> dt.date | None:
    """Read day/month/year in figures."""
    if not figures:
        return None
    day, month, year = (int(part) for part in figures.split("/"))
    try:
        return dt.date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None
