"""What a corrected thing says now: an item, a report, an actor, an issue or a link."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.dossier.keeping._corrections import kind_of_key
from satumeja.dossier.keeping._events import correction_of, in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._items import REVIEWED, Item, items
from satumeja.dossier.keeping._names import names_of
from satumeja.dossier.keeping._reports import KeptReport, reports
from satumeja.report import LANGUAGES

__all__ = ["Subject", "subject_of"]


@dataclass(frozen=True, repr=False)
class Subject(ShownInLine):
    """A thing of a dossier file, as it stands.

    Parameters
    ----------
    key : str
        What it is called: ``r2#s3``, ``r2``, ``actor:lavrov``, ``issue:wages``, ...
    kind : str
        statement, act, report, actor, issue or link.
    item : Item or None
        Of a statement or an act; None where its adding was taken back.
    report : KeptReport or None
        Of a report.
    names : mapping of str to str
        Of an actor or an issue: what it is called by language.
    now : str
        Of an actor or an issue that was merged: the one it is part of; else its own id.
    actor_kind, body, office : str or None
        Of an actor: what it is, whom it speaks for, the office it holds.
    state : str
        Of a link: ``proposed``, ``accepted``, ``rejected`` or ``added``.
    """

    key: str
    kind: str
    item: Item | None = None
    report: KeptReport | None = None
    names: tuple[tuple[str, str], ...] = ()
    now: str = ""
    actor_kind: str | None = None
    body: str | None = None
    office: str | None = None
    state: str = "proposed"


def subject_of(file: DossierFile, key: str) -> Subject:
    """Give what a thing of a dossier file says now.

    Parameters
    ----------
    file : DossierFile
        The file.
    key : str
        What it is called; of a correction, what it corrected.

    Raises
    ------
    ReportError
        The key is none.
    """
    kind = kind_of_key(key)
    while kind == "correction":
        key = correction_of(file, int(key[1:])).of
        kind = kind_of_key(key)
    if kind in ("statement", "act"):
        of_report = items(file, key.partition("#")[0])
        return Subject(key, kind, item=next((item for item in of_report if item.key == key), None))
    if kind == "report":
        return Subject(
            key, kind, report=next(report for report in reports(file) if report.key == key)
        )
    if kind == "link":
        events = [event.verb for event in in_force(file, ("link",)) if event.of == key]
        return Subject(key, kind, state=REVIEWED[events[-1]] if events else "proposed")
    names, identifier = names_of(file), key.partition(":")[2]
    if kind == "issue":
        called = names.issues.get(identifier, {})
        return Subject(key, kind, names=tuple(called.items()), now=names.issue(identifier))
    entry = names.entries.get(("actor", identifier))
    return Subject(
        *(key, kind),
        names=tuple((names.called(identifier) or _as_read(file, identifier)).items()),
        now=names.actor(identifier, None),
        actor_kind=names.kind_of(identifier),
        body=entry.body if entry else None,
        office=entry.office if entry else None,
    )


def _as_read(file: DossierFile, actor: str) -> dict[str, str]:
    """Give the fullest name reports give an actor, in every language."""
    rows = file.rows("SELECT DISTINCT name FROM actor WHERE id = ?", (actor,))
    if not rows:
        return {}
    return dict.fromkeys(LANGUAGES, max((row["name"] for row in rows), key=len))
