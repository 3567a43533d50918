"""An article of an archive: its own text, what its export states of it, and where it stood."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, fields

from satumeja.errors import Fault, ReportError

__all__ = ["STATED", "Article", "Place", "article_in", "is_record"]

STATED = ("kind", "section", "length", "identifier", "link", "language", "location")
"""What an archive states of an article beside what every report has."""

_FORMAT = "satumeja/article/1"
_MARK = f'{{"format":"{_FORMAT}"'.encode()


@dataclass(frozen=True)
class Place:
    """Where an article stood: in which file, and as which of its articles.

    Parameters
    ----------
    bundle : str
        The file of many articles, as it was named.
    number : int
        Its place in it, counted from 1 over all that the file lists, left out or not.
    kind : str
        What kind of file it is, such as ``nexis-text``.
    """

    bundle: str
    number: int
    kind: str

    @property
    def name(self) -> str:
        """What a report is called that was taken from there: ``export.txt#3``."""
        return f"{self.bundle}#{self.number}"


@dataclass(frozen=True)
class Article:
    """An article as its archive gives it.

    Parameters
    ----------
    kind : str
        The kind of export it was taken from, such as ``nexis-text``.
    title : str
        Its headline; empty where the export has none.
    text : str
        Its paragraphs, a blank line between them, without headline and labels.
    outlet, author, section, length : str or None
        Who published and who wrote it, where it stood there, and how long it is as the archive
        counts ("512 words").
    published : datetime.datetime, datetime.date or None
        When it was published. A time without a zone is that of whoever exported it.
    identifier, link : str or None
        What the archive calls it, and where it stands on the web.
    language, location : str or None
        The language and the place of writing, as the archive words them.
    """

    kind: str
    title: str
    text: str
    outlet: str | None = None
    published: dt.datetime | dt.date | None = None
    author: str | None = None
    section: str | None = None
    length: str | None = None
    identifier: str | None = None
    link: str | None = None
    language: str | None = None
    location: str | None = None

    @property
    def words(self) -> str:
        """What is read of it: the headline, then the paragraphs."""
        return "\n\n".join(filter(None, (self.title, self.text))) + "\n"

    def record(self) -> bytes:
        """Give the article as bytes that hold all of it, and nothing of where it stood.

        Returns
        -------
        bytes
            The same for the same article, in whatever file it is delivered; `article_in` reads
            them back.
        """
        columns = {name: value for name, value in asdict(self).items() if value}
        if self.published is not None:
            columns["published"] = self.published.isoformat()
        written = json.dumps(
            {"format": _FORMAT} | columns, ensure_ascii=False, separators=(",", ":")
        )
        return written.encode("utf-8", "replace")


def is_record(data: bytes) -> bool:
    """Whether bytes are the record of an article."""
    return data.startswith(_MARK)


def article_in(data: bytes, name: str) -> Article:
    """Read the record of an article.

    Parameters
    ----------
    data : bytes
        What `Article.record` gave.
    name : str
        What it is called in messages.

    Raises
    ------
    ReportError
        It is damaged.

    Examples
    --------
    >>> article = Article("feed", "Talks open", "They met.", published=dt.date(2024, 3, 9))
    >>> article_in(article.record(), "x") == article
    True
    """
    try:
        columns = json.loads(data)
        names = {field.name for field in fields(Article)}
        columns = {column: str(value) for column, value in columns.items() if column in names}
        moment = columns.get("published")
        if moment:
            timed = "T" in moment
            read = dt.datetime.fromisoformat if timed else dt.date.fromisoformat
            columns["published"] = read(moment)
        return Article(**({"kind": "", "title": "", "text": ""} | columns))
    except (ValueError, TypeError, AttributeError):
        raise ReportError(Fault("is a damaged record of an article", name)) from None
