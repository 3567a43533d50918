"""Projects of qualitative analysis as other programs write them: REFI-QDA, ``.qdpx``."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from satumeja.errors import Fault, ReportError
from satumeja.exchange._archive import Archive
from satumeja.exchange._coded import (
    Project,
    ProjectCode,
    ProjectCoding,
    ProjectSource,
    Selection,
)
from satumeja.exchange._positions import Counting, counting_of
from satumeja.exchange._xml import Element, read_xml

__all__ = ["read_qdpx"]

_UNREAD = {
    "Variables": "variables",
    "Cases": "cases",
    "Links": "links",
    "Sets": "sets",
    "Graphs": "graphs",
    "PictureSource": "pictures",
    "AudioSource": "recordings",
    "VideoSource": "films",
    "PDFSelection": "selections on pages of a PDF",
    "PictureSelection": "selections in pictures",
    "VariableValue": "values of variables",
}
"""What a project can hold that a dossier has no place for, in words."""
_NO_PROJECT = (
    "is no project (.qdpx): not a ZIP archive; export it anew from the program that has it"
)
_INNER = "internal://"


def read_qdpx(path: str | os.PathLike[str]) -> Project:
    """Read a project of qualitative analysis, from whichever program it comes.

    Parameters
    ----------
    path : path
        A file ``.qdpx`` of REFI-QDA.

    Returns
    -------
    Project
        Its texts with their selections, codes and users.

    Raises
    ------
    ReportError
        If it is none, or one that unpacks to too much; nothing is ever written to the disk.

    See Also
    --------
    take_qdpx : Makes a dossier of it.
    to_qdpx : Writes one.

    Notes
    -----
    Programs differ in how they count: with or without the mark at the head of a text, a line
    end of two characters as one, a character beyond U+FFFF as two. Where the name of a selection
    begins with its words, that decides; else the standard does.

    Examples
    --------
    >>> try:
    ...     read_qdpx("none.qdpx")
    ... except ReportError as error:
    ...     print(error)
    none.qdpx: cannot be read: No such file or directory
    """
    name = os.fspath(path)
    try:
        archive = zipfile.ZipFile(io.BytesIO(Path(path).read_bytes()))
    except OSError as error:
        raise ReportError(Fault(f"cannot be read: {error.strerror}", name)) from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise ReportError(Fault(_NO_PROJECT, name)) from None
    with archive:
        return _Reader(Archive(archive, name), name).project()


class _Reader:
    """Reads the description of a project."""

    def __init__(self, archive: Archive, name: str) -> None:
        self.archive, self.name = archive, name
        self.root = read_xml(archive.description(), f"{name}: project.qde")
        if self.root.tag != "Project":
            message = f'is no project (.qdpx): its description is of a "{self.root.tag[:40]}"'
            raise ReportError(Fault(message, name))
        self.left_out = Counter[str]()
        self.lines = list[str]()
        self.users = {
            _guid(user.attributes.get("guid", "")): user.attributes.get("name", "").strip()
            for users in self.root.all("Users")
            for user in users.all("User")
        }
        self.notes = {
            _guid(note.attributes.get("guid", "")): self._note(note)
            for notes in self.root.all("Notes")
            for note in notes.all("Note")
        }

    def project(self) -> Project:
        """Return what is read."""
        book = self.root.first("CodeBook")
        codes = {code.guid: code for code in self._codes(book)} if book else {}
        sources = tuple(self._sources())
        for element in self.root.children:
            self._leave(element)
        counted = [f"{self.name}: left out: {n} {what}" for what, n in self.left_out.items()]
        return Project(
            self.root.attributes.get("name", ""),
            self.root.attributes.get("origin", ""),
            codes,
            sources,
            (*self.lines, *counted),
        )

    def _leave(self, element: Element) -> None:
        if element.tag in _UNREAD:
            self.left_out[_UNREAD[element.tag]] += max(len(element.children), 1)

    def _codes(self, book: Element, path: tuple[str, ...] = ()) -> Iterator[ProjectCode]:
        for element in book.children:
            if element.tag == "Codes":
                yield from self._codes(element, path)
            elif element.tag == "Code":
                name = " ".join(element.attributes.get("name", "").split())
                description = element.text_of("Description").strip()
                guid = _guid(element.attributes.get("guid", ""))
                yield ProjectCode(guid, name, path, description)
                yield from self._codes(element, (*path, name))

    def _sources(self) -> Iterator[ProjectSource]:
        for sources in self.root.all("Sources"):
            for element in sources.children:
                if element.tag == "TextSource":
                    yield from self._source(element, element)
                elif element.tag == "PDFSource":
                    yield from self._pdf(element)
                elif element.tag in _UNREAD:
                    self.left_out[_UNREAD[element.tag]] += 1

    def _pdf(self, element: Element) -> Iterator[ProjectSource]:
        """Read the text that stands for a PDF, where the project has it."""
        text = element.first("Representation")
        self.left_out.update(
            _UNREAD[child.tag] for child in element.children if child.tag in _UNREAD
        )
        if text is None:
            self.left_out["PDF files without their text"] += 1
        else:
            yield from self._source(text, element)

    def _source(self, element: Element, named: Element) -> Iterator[ProjectSource]:
        guid = _guid(element.attributes.get("guid", ""))
        name = named.attributes.get("name", "").strip() or guid
        content = self._content(element, name)
        if content is None:
            return
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            self.lines.append(f"{self.name}: left out: {name}, a text that is not UTF-8")
            return
        marked = list(element.all("PlainTextSelection"))
        counting = counting_of(text, _places(marked))
        text = text.removeprefix("\ufeff")
        selections = [made for child in marked if (made := self._selection(child, counting))]
        self.left_out["selections that lie outside their text"] += len(marked) - len(selections)
        self.left_out = +self.left_out
        whole = tuple(self._coding(coding) for coding in element.all("Coding"))
        if whole:
            selections.append(Selection(0, len(text), whole, note=self._noted(element)))
        self.left_out.update(
            _UNREAD[child.tag] for child in element.children if child.tag in _UNREAD
        )
        if counting.name:
            self.lines.append(f"{self.name}: places in {name} are counted {counting.name}")
        ordered = sorted(selections, key=lambda selection: (selection.start, selection.stop))
        yield ProjectSource(guid, name, text, content, tuple(ordered))

    def _content(self, element: Element, name: str) -> bytes | None:
        """Return the bytes of a text, from within the project alone."""
        path = element.attributes.get("plainTextPath", "")
        inline = element.first("PlainTextContent")
        if not path and inline is not None:
            return inline.text.encode("utf-8", "replace")
        content = None
        if path.lower().startswith(_INNER):
            content = self.archive.source(path[len(_INNER) :])
        if content is None:
            where = f'"{path[:80]}"' if path else "nowhere"
            line = f"{self.name}: left out: {name}, whose text is {where} and not in the project"
            self.lines.append(line)
        return content

    def _selection(self, element: Element, counting: Counting) -> Selection | None:
        places = _place(element)
        span = counting.span(*places) if places else None
        if span is None:
            return None
        user = self.users.get(_guid(element.attributes.get("creatingUser", "")), "")
        codings = tuple(self._coding(coding) for coding in element.all("Coding"))
        return Selection(*span, codings, user, self._noted(element))

    def _coding(self, element: Element) -> ProjectCoding:
        code = element.first("CodeRef")
        target = code.attributes.get("targetGUID", "") if code else ""
        user = self.users.get(_guid(element.attributes.get("creatingUser", "")), "")
        return ProjectCoding(_guid(target), user, element.attributes.get("creationDateTime", ""))

    def _noted(self, element: Element) -> str:
        """Return the notes of a selection and of its codings."""
        parts = [element, *element.all("Coding")]
        guids = [ref.attributes.get("targetGUID", "") for p in parts for ref in p.all("NoteRef")]
        return "\n".join(note for guid in guids if (note := self.notes.get(_guid(guid), "")))

    def _note(self, element: Element) -> str:
        content = element.text_of("PlainTextContent")
        path = element.attributes.get("plainTextPath", "")
        if not content and path.lower().startswith(_INNER):
            raw = self.archive.source(path[len(_INNER) :]) or b""
            content = raw.decode("utf-8-sig", "replace")
        return content.strip() or element.text_of("Description").strip()


def _guid(text: str) -> str:
    return re.sub(r"[{}\s]", "", text).lower()


def _place(element: Element) -> tuple[int, int] | None:
    try:
        start = int(element.attributes.get("startPosition", ""))
        return start, int(element.attributes.get("endPosition", ""))
    except ValueError:
        return None


def _places(marked: list[Element]) -> list[tuple[int, int, str]]:
    placed = ((_place(element), element.attributes.get("name", "")) for element in marked)
    return [(*place, name) for place, name in placed if place]
