"""The article of a web page and what the page's own data say of it.

`trafilatura` finds the article; what it leaves of an Indonesian or English page's
furniture is told apart when the text is read. Nothing of a page is run or fetched.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from satumeja.errors import MissingExtraError, ReportError
from satumeja.extras import calling, optional
from satumeja.report._decode import decoded
from satumeja.report._plain import plain

__all__ = ["Page", "page_of"]

_COPIED = "where it shows one in a browser, copy its words into a file that ends in .txt"
_MOST_MARKUP = 6 * 1024 * 1024
_BLOCK = re.compile(r"<(?:p|div|section|t[dhr]|li|h\d|blockquote|dd|dt|pre)\b", re.IGNORECASE)
_MOST_BLOCKS = 4_000
"""Of pages with more blocks the second opinion of another finder is not asked: it takes a time
that grows with the square of them, and the article of a newspaper has a few hundred."""
_UNREAD = re.compile(
    r"<(script|style|svg|noscript|template)\b(?![^<>]*ld\+json)[^<>]*>(?:.*?</\1\s*>|.*\Z)"
    r"|<!--(?:.*?-->|.*\Z)|data:[\w/+.-]{3,40};base64,[\w+/=]+",
    re.IGNORECASE | re.DOTALL,
)
_LONG_VALUE = re.compile(r"""=\s*(["'])[^"'<>]{4000,}\1""")
_NO_TAG = re.compile(r"<(?![a-zA-Z/!?])")
_MOST_DATA = 400_000
_LINKED = re.compile(
    r"<script\b[^<>]*ld\+json[^<>]*>((?:[^<]++|<(?!/?script\b))*+)</script\s*>", re.IGNORECASE
)
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "publishdate"),
    *("dtk:publishdate", "content_publishdate", "pubdate", "parsely-pub-date", "dc.date"),
    *("date", "article.published", "publish_date", "originalpublicationdate"),
)
_MOMENT = re.compile(
    r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*"
    r"(Z|[+-]\d\d:?\d\d)?)?"
)


@dataclass(frozen=True)
class Page:
    """The article's text, how the page was decoded, and what it says of the article."""

    text: str
    encoding: str
    title: str | None
    byline: str | None
    site: str | None
    published: dt.datetime | dt.date | None
    host: str | None


def page_of(data: bytes) -> Page:
    """Take the article out of a web page.

    Parameters
    ----------
    data : bytes
        The page as saved.

    Returns
    -------
    Page
        Title and paragraphs, a blank line between them, and what the page says.

    Raises
    ------
    ReportError
        The page has no article, is too long, or ``trafilatura`` is not installed.
    """
    try:
        trafilatura = optional("trafilatura", "html")
    except MissingExtraError as error:
        raise ReportError(f"is a web page, and {error}") from error
    found_as = decoded(data, markup=True)
    markup = found_as.text.removeprefix("\ufeff").replace("\0", "")
    linked = [json_ld for text in _LINKED.findall(markup) for json_ld in _objects(text)]
    markup = _article_markup(markup)
    if len(markup) > _MOST_MARKUP:
        long = "is a web page of over 6 MiB of markup, too long to be one report"
        raise ReportError(f"{long}; {_COPIED}")
    with calling(_unreadable):
        found = trafilatura.bare_extraction(
            markup,
            fast=len(_BLOCK.findall(markup)) > _MOST_BLOCKS,
            include_comments=False,
            include_tables=False,
            with_metadata=False,
        )
        said = trafilatura.extract_metadata(markup)
    body = str(getattr(found, "text", None) or "")
    if not body.strip():
        raise ReportError(f"is a web page without an article in it; {_COPIED}")
    title = _clean(said.title if said else None)
    lines = [line.strip() for line in _mended(body).split("\n") if line.strip()]
    if title and (not lines or lines[0] != title):
        lines.insert(0, title)
    return Page(
        "\n\n".join(lines) + "\n",
        found_as.encoding,
        title,
        _clean(said.author if said else None),
        _clean(said.sitename if said else None),
        _published(markup, linked, said.date if said else None),
        _clean(said.hostname if said else None),
    )


def _unreadable(why: str) -> ReportError:
    """Refuse a page that the library cannot read."""
    return ReportError(f"is a web page that cannot be read: {why}; {_COPIED}")


def _article_markup(markup: str) -> str:
    """Leave out of a page what holds no article, however it ends; a stray ``<`` is a sign."""
    markup = _UNREAD.sub(" ", markup)
    markup = _LONG_VALUE.sub('=""', _NO_TAG.sub("&lt;", markup))
    return _LINKED.sub(lambda one: one[0] if len(one[0]) <= _MOST_DATA else " ", markup)


def _mended(text: str) -> str:
    """Give the plain words of a text."""
    words = plain(text)
    return words.text if words else text


def _clean(words: str | None) -> str | None:
    """Give words of the page on one line, or None where there are none."""
    return " ".join(_mended(words).split()) or None if words else None


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Give the objects of a page's linked data, nested ones too."""
    try:
        waiting: list[Any] = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _published(
    markup: str, linked: list[dict[str, Any]], day: str | None
) -> dt.datetime | dt.date | None:
    """Find when a page says it was published: linked data, meta tags, else the day found."""
    said = [str(one["datePublished"]) for one in linked if "datePublished" in one]
    for tag in re.findall(r"<meta\b[^>]{1,400}>", markup, re.IGNORECASE):
        name = re.search(r"""(?:name|property|itemprop)\s*=\s*["']([^"']+)""", tag, re.IGNORECASE)
        value = re.search(r"""content\s*=\s*["']([^"']+)""", tag, re.IGNORECASE)
        if name and value and name[1].lower() in _DATES:
            said.append(value[1])
    moments = [moment for words in [*said, day or ""] if (moment := _moment(words))]
    timed = (moment for moment in moments if isinstance(moment, dt.datetime))
    return next(timed, moments[0] if moments else None)


def _moment(words: str) -> dt.datetime | dt.date | None:
    """Read a moment in ISO form, or near it; a time without a zone is left out."""
    found = _MOMENT.match(words.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        date = dt.date(int(year), int(month), int(day))
        if hour is None or zone is None:
            return date
        time = f"{int(hour):02}:{minute}:{second or '00'}"
        offset = "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        return dt.datetime.fromisoformat(f"{date.isoformat()}T{time}{offset}")
    except ValueError:
        return None
