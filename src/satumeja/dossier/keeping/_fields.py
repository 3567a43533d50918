"""What can be set of each thing in a dossier file, and what values each field takes."""

from __future__ import annotations

import calendar
import datetime as dt
import json
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from satumeja.display import ShownInLine
from satumeja.dossier._links import LINK_KINDS
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._names import KINDS, Names, a, unknown
from satumeja.errors import ReportError, did_you_mean
from satumeja.report import LANGUAGES
from satumeja.report.kit import knowledge, moment_given

__all__ = [
    "FIELDS",
    "Field",
    "Setting",
    "act_kinds",
    "columns_of",
    "fields_of",
    "is_actor",
    "known_actors",
]

_ROOM = "satumeja.dossier"
_DIGITS = 12
"""No report has a number of more digits."""

FIELDS: Mapping[str, Mapping[str, str]] = {
    "statement": {
        "speaker": "actor",
        "addressee": "party",
        "mode": "mode",
        "act": "first_act",
        "date": "date",
        "medium": "words",
    },
    "act": {
        "kind": "kind",
        "actor": "actor",
        "by": "actor",
        "target": "actor",
        "issue": "issue",
        "date": "date",
        "due": "date",
        "statement": "statement",
        "condition": "part",
        "condition_issue": "issue",
        "condition_actor": "actor",
    },
    "link": {"kind": "link"},
    "report": {
        "published": "moment",
        "outlet": "words",
        "title": "words",
        "author": "words",
        "language": "language",
    },
    "actor": {
        "name": "words",
        "name.en": "words",
        "name.id": "words",
        "kind": "actor_kind",
        "body": "actor",
        "office": "words",
    },
    "issue": {"name": "words", "name.en": "words", "name.id": "words"},
}
"""What can be set, by what it is set of: each field with what its values are."""

_NEEDED = {
    ("statement", "mode"),
    ("statement", "act"),
    ("act", "kind"),
    ("act", "actor"),
    ("link", "kind"),
    ("report", "language"),
    ("actor", "kind"),
    ("issue", "name"),
}
_OLD = {"day": "date"}  # as it was called before dates could be more than a day


@dataclass(frozen=True, repr=False)
class Field(ShownInLine):
    """A field that can be set.

    Parameters
    ----------
    name : str
        What it is called.
    values : str
        What its values are, as the key of a message: ``actor``, ``date``, ``kind``, ...
    choices : tuple of str
        The values it takes, where it takes some only.
    needed : bool
        Whether it cannot be emptied.
    """

    name: str
    values: str
    choices: tuple[str, ...] = ()
    needed: bool = False


@dataclass(frozen=True)
class Setting:
    """Where a value is to be set.

    Parameters
    ----------
    file : DossierFile
        The file.
    names : Names
        Its actors and issues.
    report : int or None
        The report of the item.
    span : pair of int, optional
        The words of the item.
    """

    file: DossierFile
    names: Names
    report: int | None = None
    span: tuple[int, int] | None = None


def fields_of(item: str, names: Names, actors: Iterable[str]) -> tuple[Field, ...]:
    """Give what can be set of a thing, with the values each field takes.

    Parameters
    ----------
    item : str
        statement, act, link, report, actor or issue.
    names : Names
        The issues of the file.
    actors : iterable of str
        Its actors, by id.
    """
    choices: Mapping[str, Iterable[str]] = {
        **_choices(),
        "issue": sorted(names.issues),
        "actor": list(actors),
    }
    return tuple(
        Field(name, values, tuple(choices.get(values, ())), (item, name) in _NEEDED)
        for name, values in FIELDS[item].items()
    )


def act_kinds() -> tuple[str, ...]:
    """Give the kinds of acts a statement can be, ``say`` first."""
    return tuple(_choices()["first_act"])


def _choices() -> dict[str, list[str]]:
    """Give what fields say that take one of a list, whatever the file holds."""
    kinds = list(knowledge(_ROOM, "codes"))
    return {
        "mode": ["direct", "indirect", "mixed"],
        "kind": [kind for kind in kinds if kind != "say"],
        "first_act": list(dict.fromkeys(["say", *kinds])),
        "link": list(LINK_KINDS),
        "language": list(LANGUAGES),
        "actor_kind": list(KINDS),
    }


def columns_of(item: str, fields: Mapping[str, str | None], setting: Setting) -> dict[str, Any]:
    """Check fields and values, and give what they are kept as.

    Parameters
    ----------
    item : str
        statement, act, link, report, actor or issue.
    fields : mapping
        Fields and values; None empties a field.
    setting : Setting
        Where they are to be set.

    Returns
    -------
    dict
        Columns and their values.

    Raises
    ------
    ReportError
        There is no such field, or it takes no such value; what may be meant is said.
    """
    columns: dict[str, Any] = {}
    for wish, value in fields.items():
        name = _OLD.get(wish, wish)
        if name == "day_end" and item == "act":
            columns["day_end"] = _date(value, setting)[0] if value else None
            continue
        if name not in FIELDS[item]:
            hint = did_you_mean(wish, list(FIELDS[item]))
            raise ReportError(f'{a(item)} has no field "{wish}" to change{hint}')
        if value is None and (item, name) in _NEEDED:
            raise ReportError(f"{a(item)} needs its {name}")
        columns |= _column(name, FIELDS[item][name], value, setting)
    return columns


def _column(name: str, values: str, value: str | None, setting: Setting) -> dict[str, Any]:
    """Check one value, and give what it is kept as."""
    if values == "date":
        first, last, precision = _date(value, setting) if value else (None, None, None)
        column = {"date": "day"}.get(name, name)
        kept = {column: first, f"{column}_end": last}
        kept["precision" if column == "day" else "due_precision"] = precision
        return kept | ({"day_doubtful": 0} if column == "day" else {})
    if value is None:
        return {name: None}
    choices = _choices().get(values)
    if choices is not None:
        if value not in choices:
            raise ReportError(unknown(name, value, choices))
        return {name: value}
    return {name: _READ[values](value, setting)}


def _date(value: str, _: Setting) -> tuple[str, str, str]:
    """Read a day, a month, a year, or two with a stroke between, as first and last day."""
    first, mark, last = value.partition("/")
    begin, end = _period(first.strip(), value), _period((last if mark else first).strip(), value)
    if end[1] < begin[0]:
        raise ReportError(f'"{value}" ends before it begins')
    precision = "span" if mark else begin[2]
    return begin[0].isoformat(), end[1].isoformat(), precision


def _period(words: str, whole: str) -> tuple[dt.date, dt.date, str]:
    """Read a day, a month or a year as its first and last day."""
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", words)
    try:
        if match is None:
            raise ValueError
        year, month, number = (int(part or 0) for part in match.groups())
        if not match[2]:
            return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"
        if not match[3]:
            last = calendar.monthrange(year, month)[1]
            return dt.date(year, month, 1), dt.date(year, month, last), "month"
        day = dt.date(year, month, number)
    except (ValueError, calendar.IllegalMonthError):
        shapes = "2021-12-23, 2021-12, 2021 or 2021-12-21/2021-12-23"
        raise ReportError(f'"{whole}" is no day; one is written {shapes}') from None
    return day, day, "day"


def _moment(value: str, _: Setting) -> str:
    """Read a day, or a time with its zone."""
    return moment_given(value).isoformat()


def _actor(value: str, setting: Setting) -> str:
    """Find an actor by its id or its name; looking through all names only for the latter."""
    if is_actor(value, setting.file, setting.names):
        return setting.names.actor(value, setting.report)
    names_by_actor = known_actors(setting.file, setting.names)
    by_name = {
        name.casefold(): actor for actor, called in names_by_actor.items() for name in called
    }
    if value.casefold() in by_name:
        return setting.names.actor(by_name[value.casefold()], setting.report)
    listed = [*names_by_actor, *(name for called in names_by_actor.values() for name in called)]
    raise ReportError(_unlisted("actor", value, listed, names_by_actor))


def _party(value: str, setting: Setting) -> str:
    """Take an actor where it is one, and else the words as they are."""
    names_by_actor = known_actors(setting.file, setting.names)
    by_name = {
        name.casefold(): actor for actor, called in names_by_actor.items() for name in called
    }
    return value if value in names_by_actor else by_name.get(value.casefold(), value)


def is_actor(value: str, file: DossierFile, names: Names) -> bool:
    """Whether an actor is called so by the file, by what was stated, or by the lists."""
    listed = ("actor", value) in names.entries or value in names.bodies
    return listed or bool(file.rows("SELECT 1 FROM actor WHERE id = ? LIMIT 1", (value,)))


def known_actors(file: DossierFile, names: Names) -> dict[str, set[str]]:
    """Give every actor that can be named, with its names: of the file, stated, and listed."""
    names_by_actor: dict[str, set[str]] = {}
    for row in file.rows("SELECT DISTINCT id, name FROM actor ORDER BY id"):
        names_by_actor.setdefault(row["id"], set()).add(row["name"])
    for (item, identifier), entry in names.entries.items():
        if item == "actor":
            names_by_actor.setdefault(identifier, set()).update(entry.names.values())
    for identifier, called in names.bodies.items():
        names_by_actor.setdefault(identifier, set()).update(called.values())
    return names_by_actor


def _issue(value: str, setting: Setting) -> str:
    """Find an issue by its id or its name."""
    issues = setting.names.issues
    value = setting.names.issue(value)  # one that was merged is the one it was merged into
    if value in issues:
        return value
    by_name = {
        name.casefold(): issue for issue, called in issues.items() for name in called.values()
    }
    if value.casefold() in by_name:
        return by_name[value.casefold()]
    listed = [*issues, *(name for called in issues.values() for name in called.values())]
    raise ReportError(_unlisted("issue", value, listed, issues))


def _unlisted(kind: str, value: str, listed: Iterable[str], ids: Container[str]) -> str:
    """Say that there is no such actor or issue, which may be meant, and how one is added."""
    message = unknown(kind, value, listed)
    slug = re.sub(r"\W+", "_", value.casefold()).strip("_") or "name"
    if slug in ids:  # what is meant, and could not be added
        return message
    own = f"{a(kind)} of one's own is added first"
    return f'{message}; {own}: correct FILE {kind}:{slug} add --set name="{value}"'


def _statement(value: str, setting: Setting) -> str:
    """Find a statement of the file; of the same report where no other is named."""
    report, mark, local = value.rpartition("#")
    key = value if mark else f"r{setting.report}#{local}"
    number = (report if mark else f"r{setting.report}")[1:]
    in_file = setting.file.rows(
        "SELECT 1 FROM statement WHERE source = ? AND id = ? UNION ALL "
        "SELECT 1 FROM correction WHERE item = 'statement' AND verb = 'add' AND key = ?",
        (int(number) if number.isdecimal() and len(number) <= _DIGITS else -1, local, key),
    )
    if not in_file:
        raise ReportError(f'the dossier has no statement "{value}"; one is written s3 or r1#s3')
    return key if mark and number != str(setting.report) else local


def _part(value: str, setting: Setting) -> str:
    """Find words of the report near the item, as the part of it they are."""
    rows = setting.file.rows("SELECT text FROM source WHERE id = ?", (setting.report,))
    text: str = rows[0]["text"]
    near = setting.span[0] if setting.span else 0
    places = [match.start() for match in re.finditer(re.escape(value), text)]
    if not places:
        raise ReportError(f"r{setting.report} does not have these words: {value[:60]}")
    start = min(places, key=lambda place: abs(place - near))
    return json.dumps([start, start + len(value)])


def _words(value: str, _: Setting) -> str:
    """Take words as they are."""
    return value


_READ: Mapping[str, Callable[[str, Setting], str]] = {
    "moment": _moment,
    "actor": _actor,
    "party": _party,
    "issue": _issue,
    "statement": _statement,
    "part": _part,
    "words": _words,
}
