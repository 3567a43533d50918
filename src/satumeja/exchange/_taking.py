"""Projects of qualitative analysis into a dossier file: texts as reports, codings as items."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from satumeja.brief.words import LANGUAGES
from satumeja.display import Shown
from satumeja.dossier import Act, DossierFile, Statement, add, correct, items, keeping
from satumeja.errors import Fault, ReportError
from satumeja.exchange._coded import Project, ProjectCode, ProjectSource, Selection
from satumeja.exchange._project import GROUPS, STATEMENT, STATEMENT_NAMES, act_kinds, code_guid
from satumeja.exchange._reading import read_qdpx
from satumeja.report import Report, Source, parse

__all__ = ["Taken", "take_qdpx"]

_NOBODY = "import"
_ID = re.compile(r"[^\W\d_][\w.-]*")


@dataclass(frozen=True, repr=False)
class Taken(Shown):
    """What came of taking a project into a dossier file.

    Parameters
    ----------
    reports : tuple of str
        The reports its texts are in the file: ``r1``, ``r2``.
    statements, acts : int
        How many were added.
    issues, actors : tuple of str
        Those of the file's own that were added, by id.
    left_out : tuple of str
        One line for each thing that a dossier has no place for.

    See Also
    --------
    take_qdpx : Gives it.
    """

    reports: tuple[str, ...]
    statements: int
    acts: int
    issues: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def own(self) -> dict[str, tuple[str, ...]]:
        """Actors and issues that were added, by what they are."""
        return {"actors": self.actors, "issues": self.issues}


def take_qdpx(file: DossierFile, path: str | os.PathLike[str]) -> Taken:
    """Take a project of qualitative analysis into a dossier file.

    Parameters
    ----------
    file : DossierFile
        Where to; a text that it holds already is not kept twice, nor is an item.
    path : path
        A file ``.qdpx`` of REFI-QDA, of this program or another.

    Returns
    -------
    Taken
        What was added, and what was left out.

    Raises
    ------
    ReportError
        If it is no such project, or has no text; nothing is written then.

    See Also
    --------
    read_qdpx : Only reads it.
    to_qdpx : Writes one.

    Notes
    -----
    A text becomes a report that no reader has read. A selection with a code that names a kind
    of act (by its id, or its English or Indonesian name) and one that names an actor becomes
    an act, else a statement; the user who coded it has added it. Codes under a folder of actors,
    or that name an actor the file knows, are actors. Other codes become issues of the file's
    own; where a selection has more of them than an act can have, its note names them.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     take_qdpx(file, "none.qdpx")
    Traceback (most recent call last):
    ...
    satumeja.errors.ReportError: none.qdpx: cannot be read: No such file or directory
    """
    project = read_qdpx(path)
    sources = [source for source in project.sources if source.text.strip()]
    if not sources:
        raise ReportError(Fault("has no text that could be a report", os.fspath(path)))
    try:
        return _Taking(file, project).take(sources)
    except ReportError as error:
        if all(fault.file for fault in error.faults):
            raise
        raise ReportError(Fault(f"{error}; take it out of the project", os.fspath(path))) from None


@dataclass(frozen=True)
class _Meaning:
    """What a code means: an act, an actor, a target, an issue, or that it is a statement."""

    kind: str
    name: str
    identifier: str = ""


@dataclass(frozen=True)
class _Codes:
    """What the codes that one person gave to the same words mean together."""

    acts: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    issues: tuple[str, ...]
    is_statement: bool


_ItemFields = tuple[str, dict[str, str | None], str]


class _Taking:
    """Takes one project into a file."""

    def __init__(self, file: DossierFile, project: Project) -> None:
        self.file = file
        names = keeping.names_of(file)
        self.ids: dict[str, dict[str, str]] = {"issue": {}, "actor": {}}
        for issue, called in names.issues.items():
            self._note("issue", issue, called.values())
        for actor, listed in keeping.known_actors(file, names).items():
            self._note("actor", actor, listed)
        self.acts = {
            name.casefold(): kind
            for language in reversed(LANGUAGES)
            for kind, called in act_kinds(language).items()
            for name in (kind, called)
        }
        self.codes = {guid: self._meaning(code) for guid, code in project.codes.items()}
        self.added: dict[str, list[str]] = {"issue": [], "actor": []}
        self.count = {"statement": 0, "act": 0}
        self.lines = list(project.left_out)

    def _note(self, kind: str, identifier: str, names: Iterable[str]) -> None:
        for name in (identifier, *names):
            self.ids[kind].setdefault(name.casefold(), identifier)

    def _meaning(self, code: ProjectCode) -> _Meaning:
        """Say what a code means: by its GUID where it is ours, else by its name and folder."""
        name, folders = code.name.casefold(), {step.casefold() for step in code.path}
        if code.guid == code_guid(STATEMENT, STATEMENT) or name in _STATEMENTS:
            return _Meaning("statement", code.name)
        for kind in GROUPS:
            if code.guid == code_guid(kind, code.description) and self._can_be(kind, code):
                return _Meaning(kind, code.name, code.description)
        in_folder = next((kind for kind in GROUPS if folders & _FOLDERS[kind]), "")
        if in_folder in ("", "act") and name in self.acts:
            return _Meaning("act", code.name, self.acts[name])
        if in_folder in ("actor", "target"):
            return _Meaning(in_folder, code.name)
        is_actor = not in_folder and name in self.ids["actor"]
        return _Meaning("actor" if is_actor else "issue", code.name)

    def _can_be(self, kind: str, code: ProjectCode) -> bool:
        """Say whether what a code says it is can be: a project may say anything."""
        word = code.description
        return word in self.acts.values() if kind == "act" else bool(_ID.fullmatch(word))

    def take(self, sources: Iterable[ProjectSource]) -> Taken:
        """Take all texts and their selections."""
        keys = list[str]()
        for source in sources:
            report, text = self._report(source)
            keys.append(report)
            head = len(text) - len(source.text)
            own = {_identity(item.kind, item.value) for item in items(self.file, report)}
            for selection in source.selections:
                span = selection.start + head, selection.stop + head
                if text[slice(*span)].strip():
                    self._take(report, span, selection, own)
        self.lines = list(dict.fromkeys(self.lines))
        return Taken(
            tuple(dict.fromkeys(keys)),
            self.count["statement"],
            self.count["act"],
            tuple(self.added["issue"]),
            tuple(self.added["actor"]),
            tuple(self.lines),
        )

    def _report(self, source: ProjectSource) -> tuple[str, str]:
        """Keep a text as a report, one that is no report of news too."""
        text = source.content.decode("utf-8")
        kept = Source(source.name, "text", text, hashlib.sha256(source.content).hexdigest())
        try:
            report = parse(kept)
            report = replace(report, title=report.title or source.name)
        except ReportError as error:
            reason = error.faults[0].message
            self.lines.append(f"{source.name}: {reason}; it is kept as a text all the same")
            report = Report(text, source.name, "en", title=source.name)
        return keeping.keep_unread(self.file, kept, report), text

    def _take(
        self, report: str, span: tuple[int, int], selection: Selection, own: set[_Identity]
    ) -> None:
        """Add what a selection says, by whoever coded it."""
        by_user: dict[str, list[str]] = {}
        for coding in selection.codings:
            by_user.setdefault(coding.user or selection.user or _NOBODY, []).append(coding.code)
        for user, guids in by_user.items():
            for kind, fields, rest in self._items(self._together(guids)):
                place = (kind, *span, *(fields.get(name) for name in _IDENTITY[kind]))
                if place in own:
                    continue
                own.add(place)
                note = "\n".join(part for part in (selection.note, rest) if part) or None
                add(self.file, report, kind, None, user, fields, note, span=span)
                self.count[kind] += 1

    def _together(self, guids: Iterable[str]) -> _Codes:
        meant = [self.codes[guid] for guid in dict.fromkeys(guids) if guid in self.codes]
        named = {
            kind: tuple(self._named(code) for code in meant if code.kind == kind)
            for kind in ("actor", "target", "issue")
        }
        return _Codes(
            tuple(code.identifier for code in meant if code.kind == "act"),
            named["actor"],
            named["target"],
            named["issue"],
            any(code.kind == "statement" for code in meant),
        )

    def _items(self, codes: _Codes) -> Iterator[_ItemFields]:
        """Yield the items that words stand for: kind, fields, and what has no field."""
        actors, targets, issues = codes.actors, codes.targets, codes.issues
        is_coded = codes.is_statement or actors or targets or issues
        rest = (*actors[1:], *targets[1:])
        acts = codes.acts or (("say",) if is_coded else ())
        for act in acts:
            if actors and act != "say" and not codes.is_statement:
                fields = {"kind": act, "actor": actors[0]}
                fields |= {"issue": issues[0]} if issues else {}
                fields |= {"target": targets[0]} if targets else {}
                yield "act", dict(fields), _also((*rest, *issues[1:]))
            else:
                fields = {"act": act}
                fields |= {"speaker": actors[0]} if actors else {}
                fields |= {"addressee": targets[0]} if targets else {}
                yield "statement", dict(fields), _also((*rest, *issues))

    def _named(self, code: _Meaning) -> str:
        """Return the id of an actor or issue; one that the file does not know is added."""
        kind = "actor" if code.kind == "target" else code.kind
        ids = self.ids[kind]
        if code.identifier in ids.values():
            return code.identifier
        identifier = None if code.identifier else ids.get(code.name.casefold())
        if identifier is not None:
            return identifier
        identifier = self._free(code, kind)
        name = code.name or identifier
        correct(self.file, f"{kind}:{identifier}", "add", _NOBODY, {"name": name})
        self._note(kind, identifier, [name])
        self.added[kind].append(identifier)
        return identifier

    def _free(self, code: _Meaning, kind: str) -> str:
        """Return an id for a name that no other has."""
        slug = code.identifier or re.sub(r"\W+", "_", code.name.casefold()).strip("_")
        slug = slug if slug[:1].isalpha() else f"{kind}_{slug}".rstrip("_")
        taken, number, wish = set(self.ids[kind].values()), 2, slug
        while wish in taken:
            wish, number = f"{slug}_{number}", number + 1
        return wish


_STATEMENTS = {name.casefold() for name in (STATEMENT, *STATEMENT_NAMES.values())}
_FOLDERS = {
    kind: {name.casefold() for name in (kind, f"{kind}s", *names.values())}
    for kind, names in GROUPS.items()
}
_IDENTITY = {"statement": ("act", "speaker"), "act": ("kind", "actor", "issue")}
"""What tells two items on the same words apart."""
_Identity = tuple[str | int | None, ...]


def _identity(kind: str, value: Statement | Act) -> _Identity:
    span = value.content if isinstance(value, Statement) else value.span
    return (kind, *span, *(getattr(value, name) for name in _IDENTITY[kind]))


def _also(codes: tuple[str, ...]) -> str:
    """Name the codes that no field holds."""
    return f"codes: {', '.join(codes)}" if codes else ""
