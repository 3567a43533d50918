"""What a report is made of: spans of its text, and what each span is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

__all__ = ["DateMention", "Furniture", "Report", "Sentence", "Span"]

Span = tuple[int, int]
"""Start (inclusive) and end (exclusive), Python string indices into the report."""


@dataclass(frozen=True)
class Sentence:
    """One sentence of the body.

    Parameters
    ----------
    start, end : int
        Its span in the report.
    paragraph : int
        Index of the paragraph it stands in.
    """

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True)
class DateMention:
    """Words that name a time, and the days they cover.

    Parameters
    ----------
    start, end : int
        The span of the words.
    first, last : datetime.date
        First and last day covered.
    granularity : str
        ``day``, ``week``, ``month``, ``year`` or ``decade``.
    approximate : bool
        Whether the words themselves are vague ("early next year", "more than").
    """

    start: int
    end: int
    first: dt.date
    last: dt.date
    granularity: str
    approximate: bool = False


@dataclass(frozen=True)
class Furniture:
    """A line of the page that is not the article: kept, named, and not read.

    Parameters
    ----------
    start, end : int
        The span of the line.
    kind : str
        ``header``, ``caption``, ``date``, ``byline``, ``heading``, ``prompt`` or ``footer``.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Report:
    """A news report and its parts; every span indexes `text` as it was given.

    Parameters
    ----------
    text : str
        The report as given, byte order mark and line ends included.
    name : str
        The file as the user named it; empty where there is none.
    language : str
        ``id`` or ``en``.
    title : str
        The headline; empty where the text has none.
    title_span : Span or None
        Where the headline stands.
    published : datetime.datetime, datetime.date or None
        Publication time with its zone; only the day where the page gives no time, or
        where the dateline alone names it.
    zone_assumed : bool
        Whether the date line named no zone, so that the language's own was taken.
    place : str or None
        The place of the dateline, by its English name.
    byline : str or None
        The writer as the page signs.
    site : str or None
        The site the dateline or date line names.
    agency : tuple of str
        The news agencies the report quotes or carries, in order of appearance.
    agency_date : datetime.date or None
        The day given with the agency quoted.
    caption : Span or None
        The line of the photo caption.
    paragraphs : tuple of Span
        The body without furniture.
    sentences : tuple of Sentence
        The sentences of the body; a dateline is not part of one.
    quotations : tuple of Span
        What stands inside quotation marks in the body.
    dates : tuple of DateMention
        The dates named in the body.
    furniture : tuple of Furniture
        Everything else on the page.
    """

    text: str
    name: str
    language: str
    title: str = ""
    title_span: Span | None = None
    published: dt.datetime | dt.date | None = None
    zone_assumed: bool = False
    place: str | None = None
    byline: str | None = None
    site: str | None = None
    agency: tuple[str, ...] = ()
    agency_date: dt.date | None = None
    caption: Span | None = None
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Span, ...] = ()
    dates: tuple[DateMention, ...] = ()
    furniture: tuple[Furniture, ...] = field(default=())

    @property
    def day(self) -> dt.date | None:
        """Day of publication, where the page says it."""
        published = self.published
        return published.date() if isinstance(published, dt.datetime) else published
