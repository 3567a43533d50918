"""What a report is made of: spans of its text, and what each span is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from satumeja.display import Shown, ShownInLine
from satumeja.report._article import Article, Place

__all__ = ["DateMention", "Furniture", "Plain", "Report", "Sentence", "Source", "Span"]

Span = tuple[int, int]
"""Start (inclusive) and end (exclusive), Python string indices into the report."""


@dataclass(frozen=True, repr=False)
class Source(ShownInLine):
    """A text to read, and what is known of where it stood.

    Parameters
    ----------
    name : str
        The file as the user named it; ``-`` for standard input.
    form : str
        ``text``, ``html``, ``pdf``, or ``article`` of an archive.
    text : str
        What is read, and what every offset points into: a text as given, or the text
        taken out of a page or a PDF.
    sha256 : str
        Of the bytes as given.
    encoding : str
        What a text or a page was decoded from, as Python names it; empty of a PDF.
    given : bytes
        The file as given; empty where they are the text in UTF-8.
    title, byline, site : str or None
        What a page's own data say.
    published : datetime.datetime, datetime.date or None
        When a page's own data say it was published.
    host : str or None
        The name of the site a page's own address has, as ``example.co.id``.
    made : datetime.date or None
        The day a file says it was made, as a PDF does: seldom that of publication.
    article : Article or None
        What an archive states of it, where it was taken from a file of many.
    place : Place or None
        Where it stood in that file.
    """

    name: str
    form: str
    text: str
    sha256: str
    encoding: str = "utf-8"
    given: bytes = field(default=b"", repr=False)
    title: str | None = None
    byline: str | None = None
    site: str | None = None
    published: dt.datetime | dt.date | None = None
    host: str | None = None
    made: dt.date | None = None
    article: Article | None = None
    place: Place | None = None


@dataclass(frozen=True)
class Plain:
    """The plain words of a text, and where each of their characters stands in it.

    Parameters
    ----------
    text : str
        The plain words.
    starts, ends : sequence of int
        Of each character: where in the text it was taken from.
    """

    text: str
    starts: list[int]
    ends: list[int]

    def back(self, span: Span) -> Span:
        """Give the place in the text of a stretch of the plain words."""
        start, end = span
        return self.starts[start], self.ends[end - 1] if end > start else self.starts[start]


@dataclass(frozen=True, repr=False)
class Sentence(ShownInLine):
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


@dataclass(frozen=True, repr=False)
class DateMention(ShownInLine):
    """Words that name a time, and the days they cover.

    Parameters
    ----------
    start, end : int
        The span of the words.
    first, last : datetime.date
        First and last day covered.
    granularity : str
        ``day``, ``week``, ``month``, ``year``, ``decade`` or ``span``: from one day to another.
    approximate : bool
        Whether the words themselves are vague ("early next year", "more than").
    doubtful : bool
        Whether the days are a guess: counted from a day of publication that is only inferred,
        or by a number that is not exact ("several years ago"), or not the weekday they name.
    bound : str or None
        ``by`` where the words end a term that is still to come ("by Friday", "sampai Senin"),
        ``from`` where they begin what is to come ("from Monday"), ``since`` where they begin
        what was; None where they set no bound.
    coming : bool
        Whether it is still to come, by the words or on the day of publication.
    """

    start: int
    end: int
    first: dt.date
    last: dt.date
    granularity: str
    approximate: bool = False
    doubtful: bool = False
    bound: str | None = None
    coming: bool = False


@dataclass(frozen=True, repr=False)
class Furniture(ShownInLine):
    """A line of the page that is not the article: kept, named, and not read.

    Parameters
    ----------
    start, end : int
        The span of the line.
    kind : str
        ``kicker``, ``header``, ``caption``, ``date``, ``dateline``, ``byline``, ``heading``,
        ``prompt`` or ``footer``.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, repr=False)
class Report(Shown):
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
        where the dateline alone names it. Where `day_doubtful`, that is a guess.
    zone_assumed : bool
        Whether the zone is the language's or the outlet's own, because none was named, or only
        that of Greenwich in what the page says to machines.
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
        The dates named in the headline, the body, its dateline and the photo caption.
    furniture : tuple of Furniture
        Everything else on the page.
    source : Source or None
        Where the text was taken from, where it was opened from a file.
    read_as : pair of Report and Plain, or None
        The report of the plain words it was read by, where they are not the text itself:
        it holds invisible characters, or was decoded twice.
    published_by : str or None
        By what the day of publication is known: ``archive`` (what an archive states),
        ``line`` (the page's own date line),
        ``dateline``, ``page`` (what the page says of itself to machines), ``caption``,
        ``file`` (a time of the file) or ``given`` (by whoever had it read).
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
    source: Source | None = field(default=None, compare=False, repr=False)
    read_as: tuple[Report, Plain] | None = field(default=None, compare=False, repr=False)
    published_by: str | None = None

    @property
    def day_doubtful(self) -> bool:
        """Whether the day of publication is only inferred, and never told as certain."""
        return self.published_by in ("caption", "file")

    @property
    def day(self) -> dt.date | None:
        """Day of publication, where the page says it."""
        published = self.published
        return published.date() if isinstance(published, dt.datetime) else published
