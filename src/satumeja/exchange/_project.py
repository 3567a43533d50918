"""A dossier as a project of qualitative analysis: REFI-QDA, ``.qdpx``."""

from __future__ import annotations

import datetime as dt
import io
import re
import uuid
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as Tree

from satumeja.brief.words import Words
from satumeja.dossier import DossierFile, KeptReport, keeping, reports, text_of
from satumeja.exchange._quotations import Quotation, by_report, quotations
from satumeja.exchange._tables import Called, called_in

__all__ = [
    "GROUPS",
    "NAMESPACE",
    "STATEMENT",
    "STATEMENT_NAMES",
    "act_kinds",
    "code_guid",
    "to_qdpx",
]

NAMESPACE = "urn:QDA-XML:project:1.0"
_ORIGIN = "Satu Meja"
_SEED = uuid.uuid5(uuid.NAMESPACE_URL, "urn:satumeja:exchange")
_MOMENT = (1980, 1, 1, 0, 0, 0)
_LONGEST = 60
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

STATEMENT = "statement"
"""The code of what somebody is reported to have said."""
GROUPS: Mapping[str, Mapping[str, str]] = {
    "act": {"en": "Acts", "id": "Tindakan"},
    "issue": {"en": "Issues", "id": "Pokok persoalan"},
    "actor": {"en": "Actors", "id": "Aktor"},
    "target": {"en": "Towards whom", "id": "Terhadap siapa"},
}
"""The folders of codes, by what their codes are, and what they are called."""
STATEMENT_NAMES: Mapping[str, str] = {"en": "Statement", "id": "Pernyataan"}


def act_kinds(language: str) -> dict[str, str]:
    """Return what each kind of act is called in a language, ``say`` first."""
    words = Words(language)
    return {kind: words(f"dossier.act.{kind}") for kind in keeping.act_kinds()}


def code_guid(kind: str, identifier: str) -> str:
    """Return the GUID of a code: the same for the same thing in every dossier.

    Examples
    --------
    >>> code_guid("act", "demand")
    '4f354b03-9878-5fbe-8e24-0378e8047a76'
    """
    return str(uuid.uuid5(_SEED, f"code:{kind}:{identifier}"))


def to_qdpx(file: DossierFile, *, language: str = "en") -> bytes:
    """Give a dossier file as a project that programs of qualitative analysis open.

    Parameters
    ----------
    file : DossierFile
        The file.
    language : {"en", "id"}
        The language of the names of codes.

    Returns
    -------
    bytes
        A ``.qdpx`` of REFI-QDA 1.0: a text a report, a selection a quotation with a coding
        for the kind of act, the issue, the actor and the target, and users, notes and times.
        The same dossier gives the same bytes.

    See Also
    --------
    read_qdpx, take_qdpx : The way back.

    Notes
    -----
    Positions are counted in Unicode code points from 0, the first one in and the last one
    out. A text is written as it stands in the dossier, line ends too, as UTF-8; a mark at its
    head (BOM) is left out and not counted.

    References
    ----------
    REFI-QDA: the Rotterdam Exchange Format Initiative (2019). Standard 1.5, project exchange.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     to_qdpx(file)[:2]
    b'PK'
    """
    project = _Project(file, language)
    page = io.BytesIO()
    with zipfile.ZipFile(page, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, "project.qde", project.xml())
        for guid, text in project.texts.items():
            _put(archive, f"sources/{guid}.txt", text.encode("utf-8", "replace"))
    return page.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    archive.writestr(entry, content)


class _Project:
    """Makes the parts of a project."""

    def __init__(self, file: DossierFile, language: str) -> None:
        self.language = language
        self.reports = reports(file)
        self.quotations = quotations(file)
        self.by_report = by_report(self.quotations)
        self.called = called_in(file, language) if self.reports else Called({}, {})
        self.words = Words(language)
        self.texts, self.heads = dict[str, str](), dict[str, int]()
        for report in self.reports:
            text = text_of(file, report.key)
            self.heads[report.key] = text.startswith("\ufeff")
            self.texts[self._guid(report)] = text.removeprefix("\ufeff")
        self.notes: dict[str, tuple[str, str | None]] = {}

    @staticmethod
    def _guid(report: KeptReport) -> str:
        return str(uuid.uuid5(_SEED, f"report:{report.sha256}"))

    def xml(self) -> bytes:
        """Return the description of the project."""
        machine = self._user(None)
        root = Tree.Element(
            "Project",
            {
                "xmlns": NAMESPACE,
                "name": self.words("dossier.page.title"),
                "origin": _ORIGIN,
                "creatingUserGUID": machine,
            },
        )
        users = Tree.SubElement(root, "Users")
        people = sorted({quotation.who for quotation in self.quotations if quotation.who})
        Tree.SubElement(users, "User", {"guid": machine, "name": _ORIGIN})
        for person in people:
            Tree.SubElement(users, "User", {"guid": self._user(person), "name": _xml(person)})
        self._codes(Tree.SubElement(Tree.SubElement(root, "CodeBook"), "Codes"))
        if self.reports:
            sources = Tree.SubElement(root, "Sources")
            for report in self.reports:
                self._source(sources, report)
        if self.notes:
            self._notes(Tree.SubElement(root, "Notes"))
        Tree.indent(root)
        written: bytes = Tree.tostring(root, "utf-8")
        return b'<?xml version="1.0" encoding="utf-8"?>\n' + written + b"\n"

    @staticmethod
    def _user(name: str | None) -> str:
        return str(uuid.uuid5(_SEED, "machine" if name is None else f"user:{name}"))

    def _codes(self, codes: Tree.Element) -> None:
        statement = STATEMENT_NAMES[self.language]
        _code(codes, code_guid(STATEMENT, STATEMENT), statement, STATEMENT)
        acts = act_kinds(self.language)
        issues = {q.issue for q in self.quotations if q.issue}
        actors = {q.actor for q in self.quotations if q.actor}
        targets = {q.target for q in self.quotations if self._is_actor(q.target)}
        named = {
            "act": acts,
            "issue": {issue: self.called.issue(issue) for issue in sorted(issues)},
            "actor": {actor: self.called.actor(actor) for actor in sorted(actors)},
            "target": {
                target: self.called.actor(target) for target in sorted(filter(None, targets))
            },
        }
        for kind, names in named.items():
            if names:
                title = GROUPS[kind][self.language]
                group = _code(codes, code_guid("group", kind), title, "", is_codable=False)
                for identifier, name in names.items():
                    _code(group, code_guid(kind, identifier), name, identifier)

    def _source(self, sources: Tree.Element, report: KeptReport) -> None:
        guid = self._guid(report)
        attributes = {
            "guid": guid,
            "name": _line(report.title or report.name),
            "plainTextPath": f"internal://{guid}.txt",
            "creatingUser": self._user(None),
        }
        published = report.published
        if isinstance(published, dt.datetime) and published.tzinfo is not None:
            attributes["creationDateTime"] = published.isoformat()
        source = Tree.SubElement(sources, "TextSource", attributes)
        Tree.SubElement(source, "Description").text = _xml(_described(report))
        for quotation in self.by_report.get(report.key, ()):
            self._selection(source, guid, quotation)

    def _selection(self, source: Tree.Element, report: str, quotation: Quotation) -> None:
        made = {"creatingUser": self._user(quotation.who)}
        if quotation.at:
            made["creationDateTime"] = _moment(quotation.at)
        seed, head = f"{report}:{quotation.key}", self.heads[quotation.report]
        selection = Tree.SubElement(
            source,
            "PlainTextSelection",
            {
                "guid": str(uuid.uuid5(_SEED, f"selection:{seed}")),
                "name": _line(quotation.words),
                "startPosition": str(quotation.start - head),
                "endPosition": str(quotation.stop - head),
                **made,
            },
        )
        Tree.SubElement(selection, "Description").text = _xml(self._facts(quotation))
        for kind, identifier in self._codes_of(quotation):
            code = code_guid(kind, identifier)
            guid = str(uuid.uuid5(_SEED, f"coding:{seed}:{code}"))
            coding = Tree.SubElement(selection, "Coding", {"guid": guid, **made})
            Tree.SubElement(coding, "CodeRef", {"targetGUID": code})
        if quotation.note:
            guid = str(uuid.uuid5(_SEED, f"note:{seed}"))
            self.notes[guid] = quotation.note, quotation.who
            Tree.SubElement(selection, "NoteRef", {"targetGUID": guid})

    def _is_actor(self, target: str | None) -> bool:
        """Say whether a target is an actor, and not only words; nobody is none."""
        return target in self.called.actors

    def _codes_of(self, quotation: Quotation) -> Iterable[tuple[str, str]]:
        if quotation.kind == "statement":
            yield STATEMENT, STATEMENT
        yield "act", quotation.act
        for kind, identifier in (("issue", quotation.issue), ("actor", quotation.actor)):
            if identifier:
                yield kind, identifier
        if quotation.target and self._is_actor(quotation.target):
            yield "target", quotation.target

    def _facts(self, quotation: Quotation) -> str:
        """Say of a quotation what no code says."""
        facts = [
            f"{quotation.report}#{quotation.key.partition('#')[2]}",
            quotation.state,
            f"-> {quotation.target}" if quotation.target else "",
            quotation.date,
            f"- {quotation.date_end}" if quotation.date_end != quotation.date else "",
            "?" if quotation.doubtful else "",
        ]
        return "; ".join(fact for fact in facts if fact)

    def _notes(self, notes: Tree.Element) -> None:
        for guid, (text, who) in self.notes.items():
            note = Tree.SubElement(
                notes, "Note", {"guid": guid, "name": _line(text), "creatingUser": self._user(who)}
            )
            Tree.SubElement(note, "PlainTextContent").text = _xml(text)


def _code(
    parent: Tree.Element, guid: str, name: str, identifier: str, *, is_codable: bool = True
) -> Tree.Element:
    codable = "true" if is_codable else "false"
    code = Tree.SubElement(
        parent, "Code", {"guid": guid, "name": _line(name), "isCodable": codable}
    )
    if identifier:
        Tree.SubElement(code, "Description").text = _xml(identifier)
    return code


def _described(report: KeptReport) -> str:
    published = report.published or report.day
    facts: Sequence[str | None] = (
        report.name,
        report.outlet,
        report.author,
        published.isoformat() if published else None,
    )
    return "; ".join(fact for fact in facts if fact)


def _moment(at: str) -> str:
    """Write a time with its zone, as XML Schema has it."""
    moment = dt.datetime.fromisoformat(at)
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).isoformat()


def _xml(text: str) -> str:
    """Put a sign in the place of characters that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def _line(text: str) -> str:
    """Bring a text to one line of bearable length."""
    line = " ".join(_xml(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
