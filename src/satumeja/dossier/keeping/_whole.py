"""All reports of a dossier file as one dossier, as corrected, up to a day."""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act, Actor, Mention, Statement
from satumeja.dossier.keeping._corrections import corrected_rows
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.reading import state_names
from satumeja.errors import ReportError
from satumeja.report import Report, Span
from satumeja.report.kit import knowledge

__all__ = ["KeptReport", "Whole", "whole"]

_BETWEEN = "\n\n"


@dataclass(frozen=True)
class KeptReport:
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
    """

    key: str
    name: str
    sha256: str
    title: str
    day: dt.date | None
    language: str
    begin: int
    end: int


@dataclass(frozen=True)
class Whole:
    """The reports of a file as one dossier over their joined texts.

    Parameters
    ----------
    dossier : Dossier
        Statements and acts are named ``r1#s3``, ``r2#a7``; spans point into the joined text.
    reports : tuple of KeptReport
        Where each report's text stands in it.
    states : dict
        Of each statement and act: ``proposed``, ``accepted``, ``edited`` or ``added``.
    """

    dossier: Dossier
    reports: tuple[KeptReport, ...]
    states: Mapping[str, str]

    def report_at(self, span: Span) -> KeptReport:
        """Give the report a span stands in."""
        return self.reports[bisect_right(self.reports, span[0], key=lambda one: one.begin) - 1]

    def report_of(self, key: str) -> KeptReport:
        """Give the report of a statement or act."""
        return self._by_key[key.split("#", 1)[0]]

    @cached_property
    def _by_key(self) -> dict[str, KeptReport]:
        """Give each report by its key."""
        return {report.key: report for report in self.reports}


def whole(file: DossierFile, as_of: dt.date | None = None) -> Whole:
    """Join the reports of a file into one dossier.

    Parameters
    ----------
    file : DossierFile
        The file.
    as_of : datetime.date, optional
        Leave out reports published later; reports without a day stay.

    Raises
    ------
    ReportError
        The file has no report, or none by that day.
    """
    rows = [
        row
        for row in file.rows("SELECT * FROM source ORDER BY id")
        if as_of is None or row["day"] is None or row["day"] <= as_of.isoformat()
    ]
    if not rows:
        by = f" by {as_of}" if as_of else ""
        raise ReportError(f"{file.path}: the dossier has no report{by}")
    reports: list[KeptReport] = []
    place = 0
    for row in rows:
        end = place + len(row["text"])
        reports.append(
            KeptReport(
                *(f"r{row['id']}", row["name"], row["sha256"], row["title"], _day(row["day"])),
                *(row["language"], place, end),
            )
        )
        place = end + len(_BETWEEN)
    offsets = {int(one.key[1:]): one.begin for one in reports}
    statements = _in_reports(file, "statement", offsets)
    acts = _in_reports(file, "act", offsets)
    made_statements = tuple(_statement(row, offsets[row["source"]]) for row in statements)
    made_acts = tuple(_act(row, offsets[row["source"]]) for row in acts)
    joined = Report(
        text=_BETWEEN.join(row["text"] for row in rows),
        name=file.path,
        language=_language(rows),
        title=rows[0]["title"] if len(rows) == 1 else _title(rows, _language(rows)),
        published=as_of or max((one.day for one in reports if one.day), default=None),
    )
    actors = _actors(file, offsets, made_statements, made_acts)
    return Whole(
        Dossier(joined, actors, made_statements, made_acts),
        tuple(reports),
        {row["key"]: row["state"] for row in (*statements, *acts)},
    )


def _in_reports(file: DossierFile, kind: str, offsets: Mapping[int, int]) -> list[dict[str, Any]]:
    """Give the corrected rows of the reports taken."""
    return [row for row in corrected_rows(file, kind) if row["source"] in offsets]


def _language(rows: list[Any]) -> str:
    """Give the language most of the reports are in."""
    languages: list[str] = [row["language"] for row in rows]
    return max(sorted(set(languages)), key=languages.count)


def _title(rows: list[Any], language: str) -> str:
    """Name what many reports make together, by the days they are of."""
    days = sorted(row["day"] for row in rows if row["day"])
    spread = f", {days[0]} – {days[-1]}" if days else ""
    words: str = knowledge("satumeja.dossier", "drafts")["title"][language]
    return words.format(count=len(rows)) + spread


def _day(words: str | None) -> dt.date | None:
    """Read a day."""
    return dt.date.fromisoformat(words) if words else None


def _shifted(words: str | None, offset: int) -> Span | None:
    """Read a span and move it into the joined text."""
    if not words:
        return None
    start, end = json.loads(words)
    return start + offset, end + offset


def _origin(row: Mapping[str, Any]) -> str:
    """Say where an item is from; what an analyst looked at is no mere proposal."""
    return str(row["origin"] or "rules") if row["state"] == "proposed" else "rules"


def _statement(row: Mapping[str, Any], offset: int) -> Statement:
    """Make a statement of a row."""
    return Statement(
        id=row["key"],
        speaker=row["speaker"],
        speaker_span=_shifted(row["speaker_span"], offset),
        cue=_shifted(row["cue"], offset),
        cue_kind=row["cue_kind"],
        content=(row["start"] + offset, row["stop"] + offset),
        mode=row["mode"],
        addressee=row["addressee"],
        medium=row["medium"],
        date=_day(row["day"]),
        doubtful=bool(row["doubtful"]),
        within=f"r{row['source']}#{row['within']}" if row["within"] else None,
        origin=_origin(row),
        act=row["act"] or "say",
    )


def _act(row: Mapping[str, Any], offset: int) -> Act:
    """Make an act of a row."""
    statement = row["statement"]
    if statement and "#" not in statement:
        statement = f"r{row['source']}#{statement}"
    return Act(
        id=row["key"],
        kind=row["kind"],
        actor=row["actor"],
        by=row["by"],
        target=row["target"],
        statement=statement,
        span=(row["start"] + offset, row["stop"] + offset),
        issue=row["issue"],
        condition=_shifted(row["condition"], offset),
        condition_issue=row["condition_issue"],
        condition_actor=row["condition_actor"],
        date=_day(row["day"]),
        date_end=_day(row["day_end"]),
        precision=row["precision"],
        origin=_origin(row),
        doubtful=bool(row["doubtful"]) and row["state"] == "proposed",
    )


def _actors(
    file: DossierFile,
    offsets: Mapping[int, int],
    statements: tuple[Statement, ...],
    acts: tuple[Act, ...],
) -> tuple[Actor, ...]:
    """Give the actors with all their mentions; those only corrections name too."""
    actors: dict[str, Actor] = {}
    for row in file.rows("SELECT * FROM actor ORDER BY source, rowid"):
        if row["source"] not in offsets:
            continue
        offset = offsets[row["source"]]
        mentions = tuple(
            Mention(start + offset, end + offset, row["id"], role)
            for start, end, role in json.loads(row["mentions"])
        )
        old = actors.get(row["id"])
        actors[row["id"]] = Actor(
            row["id"],
            old.kind if old and old.kind == "state" else row["kind"],
            max(old.name if old else "", row["name"], key=len),
            (*(old.mentions if old else ()), *mentions),
            (old.office if old else None) or row["office"],
            (old.state if old else None) or row["state"],
        )
    named: dict[str, Span] = {}
    for statement in statements:
        if statement.speaker:
            named.setdefault(statement.speaker, statement.content)
    for act in acts:
        for one in (act.actor, act.target):
            if one:
                named.setdefault(one, act.span)
    for identifier, span in named.items():
        if identifier not in actors:
            kind, name = _listed(identifier)
            actors[identifier] = Actor(
                identifier, kind, name, (Mention(*span, identifier, "actor"),)
            )
    return tuple(actors.values())


def _listed(identifier: str) -> tuple[str, str]:
    """Say what an actor that only a correction names is, by the lists."""
    names = state_names().get(identifier)
    if names:
        return "state", names["en"]
    entry = knowledge("satumeja.dossier", "states")["organisations"].get(identifier)
    if entry:
        return "organisation", entry["en"][0].removeprefix("the ")
    return "person", identifier.replace("_", " ").title()
