"""A text as a report: its article, paragraphs, sentences and dates."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from satumeja.errors import Fault, ReportError
from satumeja.report._dates import absolute_dates, find_dates
from satumeja.report._kinds import SEVERAL, holds_articles
from satumeja.report._language import detect_language
from satumeja.report._lines import Line, lines_of
from satumeja.report._load import LIMIT
from satumeja.report._newsworthy import why_not_a_page, why_not_news
from satumeja.report._page import Page, agencies_in, read_page
from satumeja.report._plain import in_given, plain
from satumeja.report._publication import Publication, publication_of
from satumeja.report._quotations import quotations
from satumeja.report._sentences import sentence_spans
from satumeja.report._short import is_short, tells, with_body
from satumeja.report._types import DateMention, Report, Sentence, Source, Span

__all__ = ["parse"]

_LONGEST_BODY = 200_000


def parse(
    text: str | Source, name: str = "", *, published: dt.datetime | dt.date | None = None
) -> Report:
    """Read a text as a news report.

    Parameters
    ----------
    text : str or Source
        The text as given; nothing in it is changed. What a source says of itself
        (title, time of publication, writer, site) stands in for what the text leaves out.
    name : str
        The file it came from, for messages.
    published : datetime.datetime or datetime.date, optional
        When it was published, where that is known otherwise; it goes before what the page says.
        A time without a zone is taken in that of the language, and marked so.

    Returns
    -------
    Report
        The article, its body and what is page furniture.

    Raises
    ------
    ReportError
        The text is empty, too long, in another language, or not a news report;
        the message says why, in one line.

    Examples
    --------
    >>> import datetime as dt
    >>> story = '''Talks set for January
    ...
    ... BRUSSELS, Dec 22 (Reuters) - The alliance will meet Russia, its chief said.'''
    >>> report = parse(story)
    >>> report.title, report.place, report.agency, report.language
    ('Talks set for January', 'Brussels', ('Reuters',), 'en')
    >>> parse(story, published=dt.date(2021, 12, 23)).published_by
    'given'
    """
    source = text if isinstance(text, Source) else None
    name = name or (source.name if source else "")
    given = source.text if source else str(text)
    words = plain(given)
    try:
        read = _parsed(words.text if words else given, name, source, published)
        return in_given(read, words, given) if words else read
    except ReportError as error:
        if error.faults[0].file or not name:
            raise
        raise ReportError(Fault(error.faults[0].message, name)) from None


def _parsed(
    text: str, name: str, source: Source | None, published: dt.datetime | dt.date | None
) -> Report:
    """Read a text whose faults have no file name yet."""
    if not text.strip("\ufeff\u200b \t\r\n"):
        raise ReportError("the text is empty")
    if (source is None or source.form == "text") and holds_articles(text):
        raise ReportError(SEVERAL)
    if len(text) > LIMIT:
        raise ReportError("is over 4 MiB, too long to be one report; give the reports one by one")
    if "\0" in text:
        raise ReportError("is binary, not text; give it as text, a web page or a PDF")
    lines = lines_of(text)
    reason = why_not_a_page(text, lines)
    if reason:
        raise ReportError(f"does not look like a news report: {reason}")
    language = detect_language(text)
    page = _page(text, lines, language, source)
    short = is_short(text)
    if short and not page.body:
        page = with_body(page)
    length = sum(end - start for start, end in page.body)
    if length > _LONGEST_BODY:
        raise ReportError(
            f"its body has {length} characters, more than one report has ({_LONGEST_BODY}); "
            "give the reports one by one"
        )
    agency, agency_date = agencies_in(text, page, language)
    publication = publication_of(text, page, language, source, published, agency_date)
    marked = bool(page.date_line or page.dateline or agency or publication.published)
    is_news = tells(text, page, language) if short else None
    reason = why_not_news(text, page.body, marked, language, is_news=is_news)
    if reason:
        raise ReportError(f"does not look like a news report: {reason}")
    report = Report(
        text=text,
        name=name,
        language=language,
        title=text[slice(*page.title)] if page.title else "",
        title_span=page.title,
        published=publication.published,
        published_by=publication.by,
        zone_assumed=publication.zone_assumed,
        place=page.dateline.place if page.dateline else None,
        byline=_stated(source, "author") or page.byline or (source.byline if source else None),
        site=_stated(source, "outlet")
        or (page.dateline.site if page.dateline else None)
        or (source.site if source else None),
        agency=agency,
        agency_date=agency_date,
        caption=page.caption,
        paragraphs=tuple(page.body),
        furniture=tuple(sorted(page.furniture, key=lambda item: item.start)),
        source=source,
    )
    quoted, sentences, dates = _inside(text, page, language, publication)
    return replace(report, sentences=sentences, quotations=quoted, dates=dates)


def _page(text: str, lines: list[Line], language: str, source: Source | None) -> Page:
    """Tell the lines apart; the headline is the one an archive states, where it states one."""
    if source is None or source.article is None or not source.article.title:
        return read_page(text, lines, language)
    title = (lines[0].start, lines[0].end)
    return read_page(text, lines[1:], language, title)


def _stated(source: Source | None, field: str) -> str | None:
    """Give what an archive states of its article; None where it is of no archive."""
    return getattr(source.article, field) if source and source.article else None


def _inside(
    text: str, page: Page, language: str, publication: Publication
) -> tuple[tuple[Span, ...], tuple[Sentence, ...], tuple[DateMention, ...]]:
    """Find the quotations and sentences of the body, and the dates of headline and body."""
    anchor, doubtful = publication.anchor, publication.anchor_doubtful
    quoted: list[Span] = []
    sentences: list[Sentence] = []
    dates: list[DateMention] = []
    if page.title:
        dates.extend(find_dates(text, *page.title, language, anchor, doubtful=doubtful))
    if page.caption:  # a photo may be of any day: what is counted from a day says nothing there
        dates.extend(find_dates(text, *page.caption, language, None))
    if page.dateline and page.body:
        dates.extend(absolute_dates(text, page.body[0][0], page.dateline.end, language))
    reference: dt.date | None = None
    for index, (start, end) in enumerate(page.body):
        inside = quotations(text, start, end)
        begin = max(start, page.dateline.end) if page.dateline and index == 0 else start
        spans = sentence_spans(text, begin, end, inside, language)
        quoted.extend(inside)
        sentences.extend(Sentence(*span, index) for span in spans)
        for span in spans:
            times = find_dates(text, *span, language, anchor, reference, doubtful=doubtful)
            days = (date.first for date in reversed(times) if date.granularity == "day")
            reference = next(days, reference)
            dates.extend(times)
    dates.sort(key=lambda date: date.start)
    return tuple(quoted), tuple(sentences), tuple(dates)
