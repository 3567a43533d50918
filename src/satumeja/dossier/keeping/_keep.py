"""Keep what was read of a report in a dossier file, with actors known across reports."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from satumeja.dossier._dossier import Dossier
from satumeja.dossier._types import Act, Actor, Statement
from satumeja.dossier.keeping._events import in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._identity import renamed
from satumeja.dossier.keeping._items import Row, effective
from satumeja.dossier.keeping._known import Known
from satumeja.dossier.keeping._names import names_of
from satumeja.dossier.keeping._words_index import indexed, rows_of
from satumeja.errors import Fault, ReportError
from satumeja.report import Report, Source, Span
from satumeja.report.kit import STATED, Place, fingerprint

__all__ = ["given", "keep", "keep_place", "keep_unread"]

_UNREAD = "none"
"""The reader of a report that none has read."""

_PUBLICATION = ("published", "published_by", "day")


def keep(file: DossierFile, source: Source, dossier: Dossier, reader: str, known: Known) -> int:
    """Keep one reading; an earlier one of the same bytes gives way, corrections stay.

    Returns
    -------
    int
        The number of the source in the file.

    Notes
    -----
    What stands at the same words keeps its name, so that what cites it means the same. What
    is no longer read is not thrown away, only set aside: a citation of it still has its words.
    """
    names = {actor.id: known.identify(actor) for actor in dossier.actors}
    with file.whole():
        old = file.rows("SELECT id FROM source WHERE sha256 = ?", (source.sha256,))
        number = _keep_source(file, old[0]["id"] if old else None, source, dossier, reader)
        file.do("DELETE FROM actor WHERE source = ?", (number,))
        file.do_all(
            "INSERT INTO actor VALUES (?,?,?,?,?,?,?,?)",
            [_actor(number, actor, names) for actor in dossier.actors],
        )
        statements = [_statement(number, one, dossier, names) for one in dossier.statements]
        acts = [_act(number, act, dossier, names) for act in dossier.acts]
        if old:
            statements, acts = _continued(file, number, statements, acts)
        for kind, rows in (("statement", statements), ("act", acts)):
            _insert(file, kind, rows)
        _index(file, number, source.text, statements)
        file.do("DELETE FROM refused WHERE sha256 = ?", (source.sha256,))
    return number


def keep_place(file: DossierFile, name: str, digest: str, place: Place) -> None:
    """Keep where an article stands in a file of many, where the file has its report.

    Parameters
    ----------
    file : DossierFile
        The dossier.
    name : str
        The file of many, from the folder of the dossier.
    digest : str
        The SHA-256 of the article.
    place : Place
        Where it stands; its `bundle` is here the SHA-256 of the file of many.
    """
    rows = file.rows("SELECT id FROM source WHERE sha256 = ?", (digest,))
    standing = "SELECT 1 FROM place JOIN bundle ON bundle.id = bundle"
    if not rows or file.rows(
        f"{standing} WHERE sha256 = ? AND name = ? AND number = ? AND source = ?",
        (place.bundle, name, place.number, rows[0]["id"]),
    ):
        return
    with file.whole():
        file.do(
            "INSERT INTO bundle (name, sha256, kind) VALUES (?,?,?)"
            " ON CONFLICT (sha256) DO UPDATE SET name = excluded.name",
            (name, place.bundle, place.kind),
        )
        file.do(
            "INSERT OR REPLACE INTO place SELECT id, ?, ? FROM bundle WHERE sha256 = ?",
            (place.number, rows[0]["id"], place.bundle),
        )


def keep_unread(file: DossierFile, source: Source, report: Report) -> str:
    """Keep a report that nobody has read yet, unless the file holds its bytes already.

    Parameters
    ----------
    file : DossierFile
        The file.
    source : Source
        Its text.
    report : Report
        What it says of itself.

    Returns
    -------
    str
        What it is called in the file, such as ``r1``. Where its bytes are gathered later,
        they are read then.
    """
    rows = file.rows("SELECT id FROM source WHERE sha256 = ?", (source.sha256,))
    if rows:
        return f"r{rows[0]['id']}"
    return f"r{keep(file, source, Dossier(report, (), (), ()), _UNREAD, Known.of(file))}"


def _insert(file: DossierFile, kind: str, rows: Sequence[Row]) -> None:
    """Write rows of statements or acts."""
    columns = _COLUMNS[kind]
    file.do_all(
        f"INSERT INTO {kind} ({','.join(columns)}) "  # noqa: S608
        f"VALUES ({','.join('?' * len(columns))})",
        [tuple(row[column] for column in columns) for row in rows],
    )


def _index(file: DossierFile, number: int, text: str, statements: Iterable[Row]) -> None:
    """Let the words of a report be found."""
    file.do("DELETE FROM search WHERE rowid BETWEEN ? AND ?", rows_of(number))
    words = [(row["id"], row["words"]) for row in statements if not row["retired"]]
    file.do_all(
        "INSERT INTO search (rowid, words, plain, item) VALUES (?,?,?,?)",
        indexed(number, text, words),
    )


def _continued(
    file: DossierFile, number: int, statements: list[Row], acts: list[Row]
) -> tuple[list[Row], list[Row]]:
    """Let a new reading go on under the names of the one before, and set aside what is gone."""
    names = names_of(file)
    kept: dict[str, list[Row]] = {}
    called: dict[str, Mapping[str, str]] = {}
    for kind, rows in (("statement", statements), ("act", acts)):
        query = f"SELECT * FROM {kind} WHERE source = ? ORDER BY rowid"  # noqa: S608
        before = [dict(row) for row in file.rows(query, (number,))]
        corrected = [row for row in effective(file, kind, names, number) if row["at"] is not None]
        used = [row["id"] for row in (*before, *corrected)]
        fate = renamed(kind, [*before, *corrected], rows, used)
        called[kind] = fate.keys
        now = [row | {"id": fate.keys[row["id"]]} for row in rows]
        back = {row["id"] for row in now}
        aside = [row | {"retired": 1} for row in before if row["id"] not in back]
        # What an analyst added and the reader now finds too stays the analyst's.
        own = {row["id"] for row in corrected} - {row["id"] for row in before}
        kept[kind] = [*(row for row in now if row["id"] not in own), *aside]
        file.do(f"DELETE FROM {kind} WHERE source = ?", (number,))  # noqa: S608
    for row in kept["statement"]:
        if not row["retired"]:
            row["within"] = called["statement"].get(row["within"], row["within"])
    for row in kept["act"]:
        if not row["retired"]:
            row["statement"] = called["statement"].get(row["statement"], row["statement"])
    return kept["statement"], kept["act"]


def _keep_source(
    file: DossierFile, number: int | None, source: Source, dossier: Dossier, reader: str
) -> int:
    """Keep the report itself."""
    report = dossier.report
    day = report.day or report.agency_date
    columns = {
        "name": source.name,
        "sha256": source.sha256,
        "form": source.form,
        "text": source.text,
        "language": report.language,
        "title": report.title,
        "published": report.published.isoformat() if report.published else None,
        "day": day.isoformat() if day else None,
        "place": report.place,
        "byline": report.byline,
        "site": report.site,
        "agency": json.dumps(report.agency),
        "paragraphs": json.dumps(report.paragraphs),
        "reader": reader,
        "encoding": source.encoding,
        "published_by": report.published_by,
        "article": _stated(source),
    }
    if number is None:
        number = file.do(
            f"INSERT INTO source ({','.join(columns)}) "  # noqa: S608
            f"VALUES ({','.join('?' * len(columns))})",
            tuple(columns.values()),
        )
    else:
        if _is_dated_by_hand(file, number):  # what the page says stays, should that be taken back
            columns = {name: value for name, value in columns.items() if name not in _PUBLICATION}
        setting = ",".join(f"{column} = ?" for column in columns)
        file.do(f"UPDATE source SET {setting} WHERE id = ?", (*columns.values(), number))  # noqa: S608
    if source.given:
        file.do("INSERT OR REPLACE INTO given VALUES (?,?)", (number, source.given))
    return number


def _stated(source: Source) -> str | None:
    """Give what an archive states of its article beside what every report has."""
    if source.article is None:
        return None
    columns = {name: getattr(source.article, name) for name in STATED}
    return json.dumps({name: value for name, value in columns.items() if value})


def _is_dated_by_hand(file: DossierFile, number: int) -> bool:
    """Whether a correction says when a report was published."""
    return any(
        event.of == f"r{number}" and "published" in event.change
        for event in in_force(file, ("report",))
    )


def given(file: DossierFile, key: str) -> bytes:
    """Give the very bytes of a report of a file, as it was before it was read.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        The report: ``r1``, ``r2``, ...

    Returns
    -------
    bytes
        Their SHA-256 is the one the file knows the report by.

    Raises
    ------
    ReportError
        There is no such report, or it was read before files kept what was given.
    """
    rows = file.rows(
        "SELECT text, sha256, bytes FROM source LEFT JOIN given ON source = id WHERE id = ?",
        (key.removeprefix("r"),),
    )
    if not rows:
        raise ReportError(Fault(f'has no report "{key}"', file.path))
    data: bytes = rows[0]["bytes"] or rows[0]["text"].encode("utf-8")
    if hashlib.sha256(data).hexdigest() != rows[0]["sha256"]:
        raise ReportError(
            Fault(f"does not hold the bytes of {key}; read it again with --again", file.path)
        )
    return data


def _actor(number: int, actor: Actor, names: Mapping[str, str]) -> tuple[object, ...]:
    """Give an actor with its mentions as a row."""
    mentions = [(one.start, one.end, one.role) for one in actor.mentions]
    state = names.get(actor.state or "", actor.state)
    return (
        *(number, actor.id, names[actor.id], actor.kind, actor.name, actor.office, state),
        json.dumps(mentions),
    )


def _span(span: Span | None) -> str | None:
    """Write a span that may be missing."""
    return json.dumps(span) if span else None


def _day(day: dt.date | None) -> str | None:
    """Write a day that may be missing."""
    return day.isoformat() if day else None


def _statement(number: int, one: Statement, dossier: Dossier, names: Mapping[str, str]) -> Row:
    """Give a statement with its words as a row."""
    words = dossier.words(one.content)
    return {
        "source": number,
        "id": one.id,
        "speaker": names.get(one.speaker or "", one.speaker),
        "speaker_span": _span(one.speaker_span),
        "cue": _span(one.cue),
        "cue_kind": one.cue_kind,
        "start": one.content[0],
        "stop": one.content[1],
        "mode": one.mode,
        "addressee": names.get(one.addressee or "", one.addressee),
        "medium": one.medium,
        "day": _day(one.date),
        "doubtful": int(one.doubtful),
        "within": one.within,
        "words": words,
        "origin": one.origin,
        "act": one.act,
        "day_end": _day(one.date_end),
        "precision": one.precision,
        "day_doubtful": int(one.date_doubtful),
        "retired": 0,
        "print": fingerprint(words),
    }


def _act(number: int, act: Act, dossier: Dossier, names: Mapping[str, str]) -> Row:
    """Give an act with its words as a row."""
    words = dossier.words(act.span)
    return {
        "source": number,
        "id": act.id,
        "kind": act.kind,
        "actor": names.get(act.actor, act.actor),
        "by": names.get(act.by or "", act.by),
        "target": names.get(act.target or "", act.target),
        "statement": act.statement,
        "start": act.span[0],
        "stop": act.span[1],
        "issue": act.issue,
        "condition": _span(act.condition),
        "condition_issue": act.condition_issue,
        "condition_actor": names.get(act.condition_actor or "", act.condition_actor),
        "day": _day(act.date),
        "day_end": _day(act.date_end),
        "precision": act.precision,
        "words": words,
        "origin": act.origin,
        "doubtful": int(act.doubtful),
        "day_doubtful": int(act.date_doubtful),
        "due": _day(act.due),
        "due_end": _day(act.due_end),
        "due_precision": act.due_precision,
        "retired": 0,
        "print": fingerprint(words),
    }


_COLUMNS = {
    "statement": (
        *("source", "id", "speaker", "speaker_span", "cue", "cue_kind", "start", "stop", "mode"),
        *("addressee", "medium", "day", "doubtful", "within", "words", "origin", "act"),
        *("day_end", "precision", "day_doubtful", "retired", "print"),
    ),
    "act": (
        *("source", "id", "kind", "actor", "by", "target", "statement", "start", "stop", "issue"),
        *("condition", "condition_issue", "condition_actor", "day", "day_end", "precision"),
        *("words", "origin", "doubtful", "day_doubtful", "due", "due_end", "due_precision"),
        *("retired", "print"),
    ),
}
"""The columns in which statements and acts are kept."""
