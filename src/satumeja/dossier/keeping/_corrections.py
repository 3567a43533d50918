"""What analysts correct: kept beside what the machine proposes, and never overwritten."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from satumeja.dossier._links import LINK_KINDS
from satumeja.dossier.keeping._disputes import disputes
from satumeja.dossier.keeping._events import Correction, correction_of, record
from satumeja.dossier.keeping._fields import (
    FIELDS,
    Field,
    Setting,
    columns_of,
    fields_of,
    is_actor,
    known_actors,
)
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._items import Item, item_of, items
from satumeja.dossier.keeping._names import Names, a, names_of, unknown
from satumeja.dossier.keeping._reports import report_number
from satumeja.dossier.keeping._shapes import VERBS
from satumeja.dossier.keeping._whole import Whole, whole
from satumeja.errors import ReportError, did_you_mean

__all__ = [
    "IDENTIFIER",
    "correct",
    "is_named",
    "kind_of_key",
    "listed_names",
    "require_correction",
    "require_there",
    "settable",
]

_KEYS = {
    r"r\d{1,12}#[sm]\w+": "statement",
    r"r\d{1,12}#[an]\w+": "act",
    r"r\d{1,12}#[an]\w+:\w+:r\d{1,12}#[an]\w+": "link",
    r"r\d{1,12}": "report",
    r"actor:\S+": "actor",
    r"issue:\S+": "issue",
    r"c\d{1,12}": "correction",
}
IDENTIFIER = re.compile(r"[^\W\d_][\w.-]*")
_SHAPES = "r1#s3, r1#a3, r1#a3:denies:r2#a1, r1, actor:russia, issue:talk or c4"


def kind_of_key(key: str) -> str:
    """Say what a key names: a statement, an act, a link, a report, an actor, an issue ..."""
    for shape, kind in _KEYS.items():
        if re.fullmatch(shape, key):
            return kind
    raise ReportError(f'"{key}" is not an item; one is written {_SHAPES}')


def settable(file: DossierFile, item: str) -> tuple[Field, ...]:
    """Give what can be set of a thing, with the values each field takes.

    Parameters
    ----------
    file : DossierFile
        The file.
    item : str
        A kind of thing (statement, act, link, report, actor, issue), or the key of one.

    Raises
    ------
    ReportError
        The file has no such thing.
    """
    kind = item if item in FIELDS else kind_of_key(item)
    if kind != item:
        require_there(file, item)
    if kind not in FIELDS:
        raise ReportError(f"of {a(kind)} nothing is set; {item} withdraw takes it back")
    names = names_of(file)
    actors = known_actors(file, names) if kind in ("statement", "act", "actor") else {}
    return fields_of(kind, names, actors)


def require_there(file: DossierFile, key: str) -> None:
    """Say which may be meant where the file has nothing that is called so."""
    kind = kind_of_key(key)
    if kind == "report":
        report_number(file, key)
    elif kind == "correction":
        require_correction(file, key)
    elif kind in ("actor", "issue"):
        names, identifier = names_of(file), key.partition(":")[2]
        if not is_named(file, names, kind, identifier):
            raise ReportError(unknown(kind, identifier, listed_names(file, names, kind)))
    else:
        for act in re.findall(r"r\d+#\w+", key):
            _item(file, act)


def correct(
    file: DossierFile,
    item: str,
    verb: str,
    who: str,
    change: Mapping[str, str | None] | None = None,
    note: str | None = None,
) -> Correction:
    """Accept, reject or edit a statement, an act or a link; state a report, an actor, an issue.

    Parameters
    ----------
    file : DossierFile
        The file.
    item : str
        What is corrected: a statement or act, such as ``r1#s3`` or ``r2#a7``; a link,
        ``r2#a7:denies:r1#a3``; a report, ``r2``; ``actor:lavrov``; ``issue:wages``.
    verb : str
        What is done to it (`VERBS`).
    who : str
        Who does it.
    change : mapping, optional
        For an edit: fields (`FIELDS`) and their new values; None empties one.
    note : str, optional
        Why.

    Returns
    -------
    Correction
        What was written.

    Raises
    ------
    ReportError
        There is no such item or field, or the field takes no such value; nothing is written.

    Notes
    -----
    Cost is that of the item, however much the file holds; of a link, that of the whole,
    since acts of all reports can bear on each other. Two people can correct
    one file at the same time: one waits for the other, and both corrections are kept.
    """
    kind = kind_of_key(item)
    if verb not in VERBS[kind]:
        hint = did_you_mean(verb, VERBS[kind])
        verbs = f"; it takes {', '.join(VERBS[kind])}"
        raise ReportError(f'{a(kind)} takes no "{verb}"{hint or verbs}')
    fields = dict(change or {})
    if verb == "edit" and not fields:
        names = ", ".join(FIELDS[kind])
        raise ReportError(f"an edit needs a field to change: of {a(kind)}, {names}")
    with file.whole(lasting=True):
        number = _CORRECTORS[kind](_Wish(file, item, verb, who, fields, note))
    return correction_of(file, number)


@dataclass(frozen=True)
class _Wish:
    """A correction that is asked for, before it is known to be right."""

    file: DossierFile
    key: str
    verb: str
    who: str
    fields: Mapping[str, str | None]
    note: str | None

    def record(
        self, kind: str, columns: Mapping[str, Any], was: Mapping[str, Any] | None = None
    ) -> int:
        """Write it into the log, and give its number."""
        return record(
            *(self.file, self.who, self.verb, kind, self.key),
            *(columns, was, self.note),
        )


def _correct_item(wish: _Wish) -> int:
    """Correct a statement or an act."""
    report = wish.key.partition("#")[0]
    item = _item(wish.file, wish.key)
    names = names_of(wish.file)
    span = item.value.content if item.kind == "statement" else item.value.span  # type: ignore[union-attr]
    setting = Setting(wish.file, names, int(report[1:]), span)
    columns = columns_of(item.kind, wish.fields, setting)
    was = {"state": item.state, "words": item.words} | _before(wish.file, item.kind, wish.key)
    return wish.record(item.kind, columns, was)


def _item(file: DossierFile, key: str) -> Item:
    """Give an item of the file by its key; where there is none, say which may be meant."""
    item = item_of(file, key)
    if item is None:
        of_report = [other.key for other in items(file, key.partition("#")[0])]
        raise ReportError(f'the dossier has no "{key}"{did_you_mean(key, of_report)}')
    return item


def _before(file: DossierFile, kind: str, key: str) -> dict[str, Any]:
    """Give what the machine read of an item, for the log."""
    report, _, local = key.partition("#")
    rows = file.rows(
        f"SELECT * FROM {kind} WHERE source = ? AND id = ?",  # noqa: S608
        (int(report[1:]), local),
    )
    return {name: rows[0][name] for name in rows[0].keys()} if rows else {}  # noqa: SIM118


def _correct_link(wish: _Wish) -> int:
    """Accept, reject or add how an act bears on an earlier one."""
    first, kind, second = wish.key.split(":")
    if kind not in LINK_KINDS:
        raise ReportError(unknown("link", kind, LINK_KINDS))
    for act in (first, second):
        _item(wish.file, act)
    if first == second:
        raise ReportError(f"{first} cannot bear on itself")
    _require_link(wish.file, wish.key, wish.verb)
    return wish.record("link", {}, None)


def _require_link(file: DossierFile, key: str, verb: str) -> None:
    """Refuse to judge a link that nobody reads or named, and to add one that is there."""
    everything = whole(file)
    in_force = {f"{link.act}:{link.kind}:{link.of}" for link in everything.links}
    judged = {event.of for event in everything.link_events}
    links = in_force | judged | _denials(everything)
    if verb == "add" and key in in_force:
        raise ReportError(f"{key} is there already; accept says that it is right")
    if verb != "add" and key not in links:
        first = f"{key.partition(':')[0]}:"
        near = [link for link in sorted(links) if link.startswith(first)]
        hint = f"; of this act it has {', '.join(near)}" if near else "; add makes it one"
        raise ReportError(f'the dossier has no link "{key}"{hint}')


def _denials(everything: Whole) -> set[str]:
    """Give what is shown as denied, as links."""
    return {
        f"{denial.key}:denies:{dispute.claim.key}"
        for dispute in disputes(everything)
        for denial in dispute.denials
    }


def _correct_report(wish: _Wish) -> int:
    """State when a report was published, by whom, and what it is called."""
    number = report_number(wish.file, wish.key)
    if wish.verb == "add":
        raise ReportError(f"to add to {wish.key}, give the words it rests on, with --words")
    columns = columns_of("report", wish.fields, Setting(wish.file, names_of(wish.file), number))
    (row,) = wish.file.rows("SELECT * FROM source WHERE id = ?", (number,))
    was = {name: row[name] for name in ("published", "site", "title", "byline", "language")}
    return wish.record("report", columns, was)


def _correct_named(wish: _Wish) -> int:
    """Add an actor or an issue, or state what it is called and what it is."""
    kind, _, identifier = wish.key.partition(":")
    names = names_of(wish.file)
    is_there = is_named(wish.file, names, kind, identifier)
    if wish.verb == "edit" and not is_there:
        raise ReportError(unknown(kind, identifier, listed_names(wish.file, names, kind)))
    if wish.verb == "add":
        if is_there:
            raise ReportError(f'there is {a(kind)} "{identifier}" already; edit it')
        if not IDENTIFIER.fullmatch(identifier):
            raise ReportError(f'"{identifier}" is no id; one is written with letters and _')
    if wish.verb in ("merge", "split"):
        raise ReportError(
            f"say into what it is to be {'merged' if wish.verb == 'merge' else 'split'}"
        )
    columns = columns_of(kind, wish.fields, Setting(wish.file, names))
    if wish.verb == "add" and not any(name.startswith("name") for name in columns):
        raise ReportError(f"{a(kind)} needs its name")
    return wish.record(kind, columns, None)


def is_named(file: DossierFile, names: Names, kind: str, identifier: str) -> bool:
    """Whether the file knows an actor or an issue."""
    if kind == "issue":
        return identifier in names.issues
    return is_actor(identifier, file, names)


def listed_names(file: DossierFile, names: Names, kind: str) -> list[str]:
    """Give the ids of the actors or issues of a file."""
    return list(names.issues if kind == "issue" else known_actors(file, names))


def _correct_nothing(_: _Wish) -> int:
    """Say how a correction is withdrawn."""
    raise ReportError("a correction is withdrawn, not corrected")


_CORRECTORS: Mapping[str, Callable[[_Wish], int]] = {
    "statement": _correct_item,
    "act": _correct_item,
    "link": _correct_link,
    "report": _correct_report,
    "actor": _correct_named,
    "issue": _correct_named,
    "correction": _correct_nothing,
}


def require_correction(file: DossierFile, key: str) -> int:
    """Give the number of a correction the file has."""
    number = int(key[1:]) if re.fullmatch(r"c\d{1,12}", key) else 0
    if not file.rows("SELECT 1 FROM correction WHERE id = ?", (number,)):
        raise ReportError(f'there is no correction "{key}"; one is written c4')
    return number
