"""Find the times a text names and resolve each to the days it covers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from satumeja.report._knowledge import knowledge
from satumeja.report._tense import Around, around
from satumeja.report._time_clues import Clue, Days
from satumeja.report._time_forms import Form, forms_in
from satumeja.report._time_ranges import joined
from satumeja.report._time_values import resolved
from satumeja.report._types import DateMention, Span

__all__ = ["absolute_dates", "date_words", "find_dates"]

_FIGURE = re.compile(r"\d")
_TERMS = {"by": None, "from": "since"}  # what bounds what is to come, and what that is once over


def date_words(language: str) -> frozenset[str]:
    """Give the names of months and days, which are never names of persons."""
    table = knowledge("satumeja.report", language, "dates")
    return frozenset([*table["months"], *table["weekdays"]])


def find_dates(
    text: str,
    start: int,
    end: int,
    language: str,
    anchor: dt.date | None,
    reference: dt.date | None = None,
    *,
    doubtful: bool = False,
) -> list[DateMention]:
    """Find the dates between `start` and `end`.

    Parameters
    ----------
    text : str
        The report.
    start, end : int
        One sentence of it; its tense tells "in January" behind from ahead.
    language : str
        Whose forms to use.
    anchor : datetime.date or None
        The day of publication; without one, only absolute dates are found.
    reference : datetime.date, optional
        The day last named before `start`: "a week later" is counted from it.
    doubtful : bool
        Whether the day of publication is only inferred: what is counted from it is doubtful.

    Returns
    -------
    list of DateMention
        In order, the longest of those that overlap. Words that are part of a longer time which
        names no day for sure name none either.

    Examples
    --------
    >>> import datetime as dt
    >>> text = "They met last week, and will meet again by Friday."
    >>> for date in find_dates(text, 0, len(text), "en", dt.date(2021, 12, 23)):
    ...     print(text[date.start : date.end], date.first, date.last, date.bound)
    last week 2021-12-13 2021-12-19 None
    Friday 2021-12-24 2021-12-24 by
    """
    mentions: list[DateMention] = []
    table = knowledge("satumeja.report", language, "dates")
    for span, form, match in _longest(text, start, end, language):
        tense = around(text, start, end, span, language)
        clue = Clue(_words(match), form, anchor, tense, language, table, reference)
        days = joined(clue) if form.value.endswith("_range") else resolved(clue)
        if days is None:
            continue
        mention = _mention(span, days, _bound_of(form, days, tense), anchor)
        if doubtful and not days.doubtful and _counts(clue):
            mention = replace(mention, doubtful=True)
        mentions.append(mention)
        reference = mention.first if mention.granularity == "day" else reference
    return _paired(text, mentions, language)


def absolute_dates(text: str, start: int, end: int, language: str) -> list[DateMention]:
    """Find whole dates (day, month and year) between `start` and `end`."""
    if not _FIGURE.search(text, start, end):
        return []  # a year is in figures, and most lines have none: no form need be compiled
    return [
        mention
        for mention in find_dates(text, start, end, language, None)
        if mention.granularity == "day"
    ]


def _paired(text: str, mentions: list[DateMention], language: str) -> list[DateMention]:
    """Make one of two times that are the ends of one: "Monday (20/12) to Wednesday (22/12)"."""
    join = re.compile(knowledge("satumeja.report", language, "dates")["join"])
    pairs: list[DateMention] = []
    for mention in mentions:
        before = pairs[-1] if pairs else None
        if (
            before is not None
            and before.granularity == mention.granularity
            and before.first < mention.first
            and join.fullmatch(text, before.end, mention.start)
        ):
            doubtful = before.doubtful or mention.doubtful
            pairs[-1] = replace(
                before, end=mention.end, last=mention.last, granularity="span", doubtful=doubtful
            )
        else:
            pairs.append(mention)
    return pairs


def _longest(
    text: str, start: int, end: int, language: str
) -> Iterator[tuple[Span, Form, re.Match[str]]]:
    """Give what the forms match, in order: of what overlaps the first and longest."""
    matches: dict[Span, tuple[Form, re.Match[str]]] = {}
    for form in forms_in(text, start, end, language):
        for match in form.pattern.finditer(text, start, end):
            matches.setdefault(_named(match), (form, match))
    taken = start
    for span in sorted(matches, key=lambda item: (item[0], -item[1])):
        if span[0] >= taken:
            taken = span[1]
            yield span, *matches[span]


def _named(match: re.Match[str]) -> Span:
    """Give where the words stand that name the time: all, or those a form marks."""
    marked = (name for name in ("span", "span_2") if match.groupdict().get(name))
    return match.span(next(marked, 0))


def _words(match: re.Match[str]) -> dict[str, str | None]:
    """Give the slots filled; where a slot is used twice, `name` is the first that is filled.

    Then `name_1` and `name_2` are the two as they stand.
    """
    words: dict[str, str | None] = match.groupdict()
    for name, word in match.groupdict().items():
        base, _, number = name.partition("_")
        if number == "2":
            words[f"{base}_1"] = match[base]
        words[base] = words[base] or word
    return words


def _bound_of(form: Form, days: Days, tense: Around) -> str | None:
    """Say what a time bounds: by the words before it, or by its own ("within two weeks")."""
    if form.value.endswith("_range") and tense.bound == "from":
        return None  # "from Monday to Thursday" has both its ends
    return "by" if days.is_term else tense.bound


def _mention(span: Span, days: Days, bound: str | None, anchor: dt.date | None) -> DateMention:
    """Make a mention of days; what is over is no term, whatever the words before it."""
    if anchor is not None and days.last < anchor and bound in _TERMS:
        bound = _TERMS[bound]
    coming = bound in _TERMS or (anchor is not None and days.first > anchor)
    return DateMention(
        *span,
        days.first,
        days.last,
        days.unit,
        days.vague,
        days.doubtful,
        bound,
        coming,
    )


def _counts(clue: Clue) -> bool:
    """Whether a time is counted from the day of publication, and names no day by itself."""
    alone = replace(clue, anchor=None)
    days = joined(alone) if clue.form.value.endswith("_range") else resolved(alone)
    return days is None
