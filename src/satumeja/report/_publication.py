"""On what day a report was published, by what that is known, and what is counted from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from satumeja.report._dates import absolute_dates
from satumeja.report._knowledge import knowledge
from satumeja.report._page import Page
from satumeja.report._types import Source

__all__ = ["Publication", "publication_of"]

_ROOM = "satumeja.report"
_LEAD = 4  # paragraphs in which a report says of which day its news is

Moment = dt.datetime | dt.date


@dataclass(frozen=True)
class Publication:
    """When a report was published, as far as that is known.

    Parameters
    ----------
    published : datetime.datetime, datetime.date or None
        When it was.
    by : str or None
        By what that is known, as `Report.published_by` says.
    zone_assumed : bool
        Whether the zone is the language's or the outlet's own, and none was named.
    anchor : datetime.date or None
        The day that "yesterday" and "Monday" are counted from.
    anchor_doubtful : bool
        Whether that day is only inferred.
    """

    published: Moment | None = None
    by: str | None = None
    zone_assumed: bool = False
    anchor: dt.date | None = None
    anchor_doubtful: bool = False


def publication_of(
    text: str,
    page: Page,
    language: str,
    source: Source | None,
    published: Moment | None,
    agency_date: dt.date | None,
) -> Publication:
    """Say when a report was published, and what its days are counted from.

    Parameters
    ----------
    text : str
        The report.
    page : Page
        Its lines by what they are.
    language : str
        Its language.
    source : Source or None
        What the file says of itself.
    published : datetime.datetime, datetime.date or None
        What whoever has it read says; it goes before all else.
    agency_date : datetime.date or None
        The day given with an agency the report quotes.

    Notes
    -----
    The first of these that says it counts: what is given, what an archive states, the page's date
    line, its dateline, what the page says to machines, the day of a photo caption, the time a
    file was made. Where none does, days are counted from the day given with an agency, or the
    first whole date of the opening paragraphs, and marked as doubtful.
    """
    moment, by, assumed = _known(text, page, language, source, published)
    day = moment.date() if isinstance(moment, dt.datetime) else moment
    if day is not None and by not in ("caption", "file"):
        return Publication(moment, by, assumed, day)
    news = _day_of_news(text, page, language)
    if by == "caption" and day is not None and news is not None and day < news:
        moment, by = None, None  # the photo is older than the news
    inferred = agency_date or news or day
    return Publication(moment, by, assumed, inferred, anchor_doubtful=True)


def _known(
    text: str, page: Page, language: str, source: Source | None, published: Moment | None
) -> tuple[Moment | None, str | None, bool]:
    """Give when a report was published, by what, and whether the zone is assumed."""
    if published is not None:
        return _zoned(published, language, source, "given")
    stated = source.article.published if source and source.article else None
    if stated is not None:
        return _zoned(stated, language, source, "archive")
    if page.date_line and page.date_line.published:
        return page.date_line.published, "line", page.date_line.zone_assumed
    if page.dateline and page.dateline.day:
        return page.dateline.day, "dateline", False
    if source and source.published:
        moment, assumed = _local(source.published, _own_zone(language, source))
        return moment, "page", assumed
    caption = absolute_dates(text, *page.caption, language) if page.caption else []
    if caption and not caption[0].doubtful:
        return caption[0].first, "caption", False
    if source and source.made:
        return source.made, "file", False
    return None, None, False


def _zoned(
    moment: Moment, language: str, source: Source | None, by: str
) -> tuple[Moment, str, bool]:
    """Give a moment somebody states, in the outlet's own zone where none is named."""
    if isinstance(moment, dt.datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=_own_zone(language, source)), by, True
    return moment, by, False


def _own_zone(language: str, source: Source | None) -> dt.timezone:
    """Give the zone of an outlet by its country's domain, else that of the language."""
    zones = knowledge(_ROOM, "common")["domain_zones"]
    domain = (source.host or "").rpartition(".")[2] if source else ""
    offset = zones.get(domain) or knowledge(_ROOM, language, "article")["default_zone"]
    sign = -1 if offset[0] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6])))


def _local(moment: Moment, zone: dt.timezone) -> tuple[Moment, bool]:
    """Give a moment in the zone of an outlet, where a page tells machines that of Greenwich.

    Near midnight "today" is another day there.
    """
    if not isinstance(moment, dt.datetime) or moment.utcoffset() or not zone.utcoffset(None):
        return moment, False
    return moment.astimezone(zone), True


def _day_of_news(text: str, page: Page, language: str) -> dt.date | None:
    """Give the first whole day the body names: what "next week" is counted from, if no other."""
    for start, end in page.body[:_LEAD]:
        for date in absolute_dates(text, start, end, language):
            if not date.doubtful:
                return date.first
    return None
