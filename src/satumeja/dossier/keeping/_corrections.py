"""What analysts correct: kept beside what the machine proposes, and never overwritten."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from satumeja.dossier.keeping._file import DossierFile
from satumeja.errors import ReportError, did_you_mean
from satumeja.report.kit import knowledge

__all__ = ["FIELDS", "VERBS", "add", "correct", "corrected_rows"]

_ROOM = "satumeja.dossier"

VERBS = ("accept", "reject", "edit", "add")
"""What can be done to an item."""

FIELDS: Mapping[str, tuple[str, ...]] = {
    "statement": ("speaker", "mode", "addressee", "medium", "day"),
    "act": ("kind", "actor", "by", "target", "issue", "statement", "day", "day_end"),
}
"""What can be edited of a statement and of an act."""


def correct(
    file: DossierFile,
    item: str,
    verb: str,
    who: str,
    change: Mapping[str, str | None] | None = None,
    note: str | None = None,
) -> None:
    """Accept, reject or edit a statement or an act.

    Parameters
    ----------
    file : DossierFile
        The file.
    item : str
        The statement or act, such as ``r1#s3`` or ``r2#a7``.
    verb : {"accept", "reject", "edit"}
        What is done to it.
    who : str
        Who does it.
    change : mapping, optional
        For an edit: fields (`FIELDS`) and their new values; None empties one.
    note : str, optional
        Why.

    Raises
    ------
    ReportError
        There is no such item or field, or the field takes no such value.
    """
    number, local = _parted(item)
    kind = "act" if local[:1] in ("a", "n") else "statement"
    rows = [row for row in corrected_rows(file, kind) if row["key"] == item]
    if not rows:
        raise ReportError(f'the dossier has no "{item}"')
    if verb not in VERBS[:3]:
        raise ReportError(f'nothing is known of "{verb}"{did_you_mean(verb, VERBS[:3])}')
    change = dict(change or {})
    _check_fields(kind, change)
    if verb == "edit" and not change:
        raise ReportError("an edit needs a field to change")
    row = rows[0]
    was = json.dumps(row["was"])
    digest = file.rows("SELECT sha256 FROM source WHERE id = ?", (number,))[0]["sha256"]
    _write(file, who, verb, kind, digest, (row["start"], row["stop"]), was, change, note)


def add(
    file: DossierFile,
    report: str,
    kind: str,
    words: str,
    who: str,
    fields: Mapping[str, str | None],
    note: str | None = None,
) -> None:
    """Add a statement or an act the machine did not find.

    Parameters
    ----------
    file : DossierFile
        The file.
    report : str
        The report, such as ``r1``.
    kind : {"statement", "act"}
        What is added.
    words : str
        The words of the report it rests on, exactly.
    who : str
        Who adds it.
    fields : mapping
        What is known of it (`FIELDS`); an act needs a kind and an actor.
    note : str, optional
        Why.

    Raises
    ------
    ReportError
        The words are not in the report, or a field is missing or unknown.
    """
    number, _ = _parted(f"{report}#")
    rows = file.rows("SELECT sha256, text FROM source WHERE id = ?", (number,))
    if not rows:
        raise ReportError(f'the dossier has no report "{report}"')
    if kind not in FIELDS:
        raise ReportError(f'nothing is known of "{kind}"{did_you_mean(kind, list(FIELDS))}')
    start = rows[0]["text"].find(words) if words.strip() else -1
    if start < 0:
        raise ReportError(f"{report} does not have these words: {words[:60]}")
    _check_fields(kind, fields)
    missing = [name for name in ("kind", "actor") if kind == "act" and not fields.get(name)]
    if missing:
        raise ReportError(f"an act needs its {' and '.join(missing)}")
    span = (start, start + len(words))
    _write(file, who, "add", kind, rows[0]["sha256"], span, None, dict(fields), note)


def _parted(item: str) -> tuple[int, str]:
    """Part ``r1#s3`` into the source's number and the item's own name."""
    report, mark, local = item.partition("#")
    if not mark or not report.startswith("r") or not report[1:].isdigit():
        raise ReportError(f'"{item}" is not an item; one is written r1#s3 or r1#a3')
    return int(report[1:]), local


def _choices() -> dict[str, list[str]]:
    """Give what the fields can say that take one of a list, since pages name these."""
    issues, codes = knowledge(_ROOM, "issues")["issues"], knowledge(_ROOM, "codes")
    return {"mode": ["direct", "indirect", "mixed"], "kind": list(codes), "issue": list(issues)}


def _check_fields(kind: str, change: Mapping[str, str | None]) -> None:
    """Refuse fields that are not known, and values that are none of theirs."""
    choices = _choices()
    for name, value in change.items():
        if name not in FIELDS[kind]:
            hint = did_you_mean(name, FIELDS[kind])
            raise ReportError(f'{kind} has no field "{name}" to change{hint}')
        if name in choices and value not in (*choices[name], None):
            hint = did_you_mean(str(value), choices[name])
            raise ReportError(f'no {name} is called "{value}"{hint}')
        if name in ("mode", "kind") and value is None:
            raise ReportError(f"{kind} needs its {name}")
        if name.startswith("day") and value:
            try:
                dt.date.fromisoformat(value)
            except ValueError:
                raise ReportError(f'"{value}" is no day; one is written 2021-12-23') from None


def _write(
    file: DossierFile,
    who: str,
    verb: str,
    kind: str,
    digest: str,
    span: tuple[int, int],
    was: str | None,
    change: Mapping[str, str | None],
    note: str | None,
) -> None:
    """Keep one correction."""
    if not who.strip():
        raise ReportError("a correction needs to say who makes it")
    at = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    file.do(
        "INSERT INTO correction (at, who, verb, item, sha256, start, stop, was, change, note) "
        "VALUES (?,?,?,?,?,?,?,?,?,?)",
        (at, who, verb, kind, digest, *span, was, json.dumps(dict(change)), note),
    )


def corrected_rows(file: DossierFile, kind: str) -> list[dict[str, Any]]:
    """Give the statements or acts of a file as corrected, the last correction of each holding.

    Parameters
    ----------
    file : DossierFile
        The file.
    kind : {"statement", "act"}
        Which.

    Returns
    -------
    list of dict
        The columns, with ``key``, ``state`` (``proposed``, ``accepted``, ``edited`` or
        ``added``), ``who`` and ``note``. What is rejected is left out; what was accepted or
        edited and is no longer proposed stays.
    """
    found = {
        (row["source"], row["id"]): _plain(row)
        for row in file.rows(f"SELECT * FROM {kind} ORDER BY source, rowid")  # noqa: S608
    }
    places: dict[tuple[str, int, int, str], tuple[int, str]] = {}
    numbers = {row["id"]: row["sha256"] for row in file.rows("SELECT id, sha256 FROM source")}
    for place, row in found.items():
        places.setdefault(_anchor(numbers[place[0]], row), place)
    sources = {digest: number for number, digest in numbers.items()}
    for one in file.rows("SELECT * FROM correction WHERE item = ? ORDER BY id", (kind,)):
        number = sources.get(one["sha256"])
        if number is not None:
            _apply(file, kind, found, places, number, one)
    return [row for row in found.values() if row["state"] != "rejected"]


def _plain(row: Any) -> dict[str, Any]:
    """Give a row of the machine's as an item nobody corrected."""
    plain = dict(row)
    return {
        **plain,
        "key": f"r{row['source']}#{row['id']}",
        "state": "proposed",
        "who": None,
        "note": None,
        "was": plain,
    }


def _anchor(digest: str, row: Mapping[str, Any]) -> tuple[str, int, int, str]:
    """Give where an item stands and what the machine took it for."""
    told = [row.get(name) for name in ("kind", "actor", "target", "issue")]
    return digest, row["start"], row["stop"], json.dumps(told)


def _apply(
    file: DossierFile,
    kind: str,
    found: dict[tuple[int, str], dict[str, Any]],
    places: dict[tuple[str, int, int, str], tuple[int, str]],
    number: int,
    one: Any,
) -> None:
    """Apply one correction to the items."""
    change = json.loads(one["change"])
    if one["verb"] == "add":
        row = _added(file, kind, number, one, {})
        found[number, row["id"]] = {**row, **change}
        return
    was = json.loads(one["was"])
    place = places.get(_anchor(one["sha256"], was))
    if place is None:
        if one["verb"] == "reject":
            return
        row = _added(file, kind, number, one, was)
        place = (number, row["id"])
        places[_anchor(one["sha256"], was)] = place
        found[place] = row
    state = {"accept": "accepted", "reject": "rejected", "edit": "edited"}[one["verb"]]
    found[place] = {
        **found[place],
        **change,
        "state": state,
        "who": one["who"],
        "note": one["note"],
    }


def _added(
    file: DossierFile, kind: str, number: int, one: Any, was: Mapping[str, Any]
) -> dict[str, Any]:
    """Give an item that stands only in a correction, named after it."""
    columns = [row["name"] for row in file.rows(f"PRAGMA table_info({kind})")]
    text = file.rows("SELECT text FROM source WHERE id = ?", (number,))[0]["text"]
    local = f"{'a' if kind == 'act' else 's'}c{one['id']}"
    row = {name: was.get(name) for name in columns}
    row |= {
        "source": number,
        "id": local,
        "start": one["start"],
        "stop": one["stop"],
        "words": text[one["start"] : one["stop"]],
    }
    if kind == "statement":
        row |= {"mode": row["mode"] or "indirect", "doubtful": 0, "cue_kind": "say"}
    return {
        **row,
        "key": f"r{number}#{local}",
        "state": "added",
        "who": one["who"],
        "note": one["note"],
        "was": json.loads(one["was"]) if one["was"] else row,
    }
