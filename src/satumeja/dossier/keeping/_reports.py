"""The reports of a file: when each was published, by whom, and what analysts stated of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from satumeja.display import ShownInLine
from satumeja.dossier.keeping._events import Correction, in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.errors import ReportError
from satumeja.report.kit import Place

__all__ = [
    "BETWEEN",
    "KeptReport",
    "kept_report",
    "kept_reports",
    "report_number",
    "reports",
    "text_of",
]

_LONGEST = 12  # digits of a number
BETWEEN = "\n\n"
"""What stands between the texts of two reports where they are joined."""


@dataclass(frozen=True, repr=False)
class KeptReport(ShownInLine):
    """One report of a file: ``r1``, ``r2``, ... in the order they were read.

    Parameters
    ----------
    key : str
        What it is called in the file.
    name : str
        The file it was read from.
    sha256 : str
        Of the bytes as given.
    title : str
        Its heading.
    day : datetime.date or None
        When it was published.
    language : str
        The language it is written in.
    begin, end : int
        Where its text stands in the texts of the whole file.
    published : datetime.datetime, datetime.date or None
        The time of publication with its zone, where that is known.
    published_by : str or None
        By what it is known: as of `satumeja.report.Report`, or ``given`` by an analyst.
    day_doubtful : bool
        Whether the day rests on a caption or on a file's time.
    outlet, author : str or None
        Who published it, and who wrote it.
    agency : tuple of str
        The news agencies it carries or quotes.
    rejected : bool
        Whether an analyst left it out, as where a later version of it is there too.
    stated : mapping of str to str
        Of an article of an archive, what its export states of it: ``section``, ``length``,
        ``identifier``, ``link``, ``language``, ``location``, and the ``kind`` of export.
    places : tuple of Place
        Where it stands in files of many articles; none of a file of its own.
    """

    key: str
    name: str
    sha256: str
    title: str
    day: dt.date | None
    language: str
    begin: int
    end: int
    published: dt.datetime | dt.date | None = None
    published_by: str | None = None
    day_doubtful: bool = False
    outlet: str | None = None
    author: str | None = None
    agency: tuple[str, ...] = ()
    rejected: bool = False
    stated: Mapping[str, str] = field(default_factory=dict, hash=False)
    places: tuple[Place, ...] = ()

    @property
    def dated(self) -> bool:
        """Whether it is known for certain on what day it was published."""
        return self.day is not None and not self.day_doubtful


def kept_reports(file: DossierFile) -> list[tuple[KeptReport, str]]:
    """Give the reports of a file as corrected, each with its text; begin and end are its own."""
    return _kept(file, file.rows("SELECT * FROM source ORDER BY id"), _places(file))


def kept_report(file: DossierFile, key: str) -> tuple[KeptReport, str]:
    """Give one report of a file as corrected, with its text, and read no other.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        The report: ``r1``, ``r2``, ...

    Raises
    ------
    ReportError
        There is no such report.

    See Also
    --------
    reports : All of them.
    """
    number = report_number(file, key)
    rows = file.rows("SELECT * FROM source WHERE id = ?", (number,))
    return _kept(file, rows, _places(file, number))[0]


def _kept(
    file: DossierFile, rows: Iterable[Any], places: Mapping[int, list[Place]]
) -> list[tuple[KeptReport, str]]:
    """Give the reports of some rows with what analysts stated of them."""
    changes: dict[str, list[Correction]] = {}
    for event in in_force(file, ("report",)):
        changes.setdefault(event.of, []).append(event)
    pairs = []
    for row in rows:
        columns = dict(row) | {"rejected": False, "places": tuple(places.get(row["id"], ()))}
        for event in changes.get(f"r{row['id']}", ()):
            _apply(columns, event)
        pairs.append((_report(columns), row["text"]))
    return pairs


def _places(file: DossierFile, number: int | None = None) -> dict[int, list[Place]]:
    """Give the places of each report, or of one, in files of many articles."""
    places: dict[int, list[Place]] = {}
    where, values = ("", ()) if number is None else ("WHERE source = ?", (number,))
    query = f"SELECT * FROM place JOIN bundle ON bundle.id = place.bundle {where}"  # noqa: S608
    for row in file.rows(f"{query} ORDER BY bundle, number", values):
        place = Place(row["name"], row["number"], row["kind"])
        places.setdefault(row["source"], []).append(place)
    return places


def reports(file: DossierFile) -> tuple[KeptReport, ...]:
    """Give the reports of a file, with what analysts stated of them.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    tuple of KeptReport
        In the order they were read; `begin` and `end` are of each report's own text.

    See Also
    --------
    text_of : The text of one.
    """
    return tuple(report for report, _ in kept_reports(file))


def report_number(file: DossierFile, key: str) -> int:
    """Give the number of a report the file has."""
    number = key.removeprefix("r")
    if key[:1] != "r" or not number.isdecimal() or len(number) > _LONGEST:
        raise ReportError(f'"{key}" is no report; one is written r1')
    if not file.rows("SELECT 1 FROM source WHERE id = ?", (int(number),)):
        raise ReportError(f'the dossier has no report "{key}"')
    return int(number)


def text_of(file: DossierFile, key: str) -> str:
    """Give the text of a report of a file, into which the spans of its items point.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        The report: ``r1``, ``r2``, ...

    Raises
    ------
    ReportError
        There is no such report.
    """
    number = report_number(file, key)
    (row,) = file.rows("SELECT text FROM source WHERE id = ?", (number,))
    return str(row["text"])


def _apply(columns: dict[str, Any], event: Correction) -> None:
    """Take over what an analyst stated of a report."""
    change = dict(event.change)
    if event.verb in ("accept", "reject"):
        columns["rejected"] = event.verb == "reject"
    for name, column in (("outlet", "site"), ("author", "byline")):
        if name in change:
            columns[column] = change[name]
    columns |= {name: change[name] for name in ("title", "language") if name in change}
    columns["title"] = columns["title"] or ""
    if "published" in change:
        published = change["published"]
        columns |= {"published": published, "day": published and published[:10]}
        columns["published_by"] = "given" if published else None


def _report(row: Mapping[str, Any]) -> KeptReport:
    """Make a report of a row."""
    published = _moment(row["published"])
    return KeptReport(
        key=f"r{row['id']}",
        name=row["name"],
        sha256=row["sha256"],
        title=row["title"],
        day=dt.date.fromisoformat(row["day"]) if row["day"] else None,
        language=row["language"],
        begin=0,
        end=len(row["text"]),
        published=published,
        published_by=row["published_by"],
        day_doubtful=row["published_by"] in ("caption", "file"),
        outlet=row["site"],
        author=row["byline"],
        agency=tuple(json.loads(row["agency"])),
        rejected=row["rejected"],
        stated=json.loads(row["article"]) if row["article"] else {},
        places=row["places"],
    )


def _moment(words: str | None) -> dt.datetime | dt.date | None:
    """Read a time or a day."""
    if not words:
        return None
    return dt.datetime.fromisoformat(words) if "T" in words else dt.date.fromisoformat(words)
