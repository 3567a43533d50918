"""A file of many articles: what kind it is, and its articles one after the other."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from satumeja.bundles import kinds
from satumeja.bundles._types import Left, Note, Page, Piece, Yielded
from satumeja.bundles.events import open_dataset, sought
from satumeja.bundles.office import (
    Parted,
    odt_paragraphs,
    parts_in,
    rtf_paragraphs,
    word_paragraphs,
)
from satumeja.bundles.reading import bytes_of, head_of, text_chunks, text_lines
from satumeja.display import Card, Shown, brief
from satumeja.errors import Fault, ReportError
from satumeja.report.kit import HEAD, SUFFIXES, Place, decoded, kind_of

__all__ = ["Bundle", "open_bundle"]

_NO_TABLE = "is no table, so that it has no columns; leave --columns away"
_ANEW = "give it the ending of what it is, or save it anew"
_LARGEST_MAIL = 64 * 1024 * 1024
_XML_SOUGHT = "NewsML-G2, NITF, Factiva, RSS and Atom"
_ZIP_SOUGHT = "Word (.docx), OpenDocument (.odt) and workbooks (.xlsx)"
_OFFICE = {
    ".docx": "Word",
    ".docm": "Word",
    ".odt": "OpenDocument",
    ".xlsx": "Excel",
    ".rtf": "RTF",
}
_Read = Callable[[], Iterator[Yielded]]


class Bundle(Shown):
    r"""A file that holds articles, read as often as it is iterated over.

    Parameters
    ----------
    name : str
        The file.
    kind : str
        What kind it is, such as ``nexis-text`` or ``table``.
    read : callable
        Gives what it holds, from the start.
    columns : mapping, optional
        Of a table: which column states what.

    Attributes
    ----------
    notes : list of Note
        What was left out of it, and whether it is cut off; whole when it was read to its end.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "export.csv")
    ...     _ = file.write_text("Title,Text\nTalks open,They met.\nTalks end,They parted.\n")
    ...     [piece.article.title for piece in open_bundle(file)]
    ['Talks open', 'Talks end']
    """

    def __init__(
        self, name: str, kind: str, read: _Read, columns: Mapping[str, str] | None = None
    ) -> None:
        self.name, self.kind = name, kind
        self.columns: Mapping[str, str] = columns or {}
        self.notes: list[Note] = []
        self._read = read

    def card(self) -> Card:
        """Say what is shown of it: its kind, and the columns of a table."""
        return Card(f"Bundle {brief(self.name)}: {self.kind}", list(self.columns.items())[:8])

    def __iter__(self) -> Iterator[Piece]:
        """Yield its articles; what is none becomes a note, and an article that comes twice too."""
        self.notes = []
        firsts: dict[bytes, int] = {}
        number = 0
        for part in self._read():
            if isinstance(part, Left):
                number += part.counts
                about = (
                    number if part.counts or part.key in ("cut_article", "attachments") else None
                )
                self.notes.append(Note(part.key, about or None, part.values))
                continue
            number += 1
            place = Place(self.name, number, self.kind)
            if isinstance(part, Page):
                piece = Piece(place, part.stated, part.data)
            else:
                piece = Piece(place, part, part.record())
            first = firsts.setdefault(_fingerprint(piece.data), number)
            if first != number:
                self.notes.append(Note("repeated", number, {"first": first}))
            else:
                yield piece

    def only(self, ranges: Sequence[range]) -> Iterator[Piece]:
        """Yield the articles of some numbers.

        Parameters
        ----------
        ranges : sequence of range
            As `chosen` reads them.

        Raises
        ------
        ReportError
            A number is beyond what the file holds; all that it holds was given before.
        """
        last = 0
        for piece in self:
            last = piece.place.number
            if any(last in numbers for numbers in ranges):
                yield piece
        last = max([last, *(note.number or 0 for note in self.notes)])
        beyond = next((numbers.start for numbers in ranges if numbers.start > last), None)
        if beyond is not None:
            raise ReportError(Fault(f"has no article {beyond}; it holds {last}", self.name))


def _fingerprint(data: bytes) -> bytes:
    """Give a short fingerprint of bytes."""
    return hashlib.blake2b(data, digest_size=16).digest()


def open_bundle(
    path: str | os.PathLike[str], columns: Mapping[str, str] | None = None
) -> Bundle | None:
    """Open a file that holds articles.

    Parameters
    ----------
    path : str or path-like
        The file; its kind is told by how it begins.
    columns : mapping of str to str, optional
        Of a table: the column of each field that is not to be told by its name.

    Returns
    -------
    Bundle or None
        None where it is one plain report: a text, a web page or a PDF.

    Raises
    ------
    ReportError
        It cannot be read, or is of no kind that is known; the message says what was looked for.
    MissingExtraError
        It takes a library that is not installed.
    """
    name = os.fspath(path)
    head = head_of(name)
    if not head:
        raise ReportError(Fault("the file is empty", name))
    dataset = open_dataset(name)
    if dataset is not None:
        taken = "not articles; satumeja dossier takes it into the timeline of a dossier"
        raise ReportError(Fault(f"is event data of {dataset.title}, {taken}", name))
    kind = kind_of(head, name)
    if kind is None:
        _require_what_it_is_called(head, name)
        if columns:
            raise ReportError(Fault(_NO_TABLE, name))
        return None
    if columns and kind not in ("csv", "zip"):
        raise ReportError(Fault(_NO_TABLE, name))
    return _OPENED[kind](name, head, columns)


def _require_what_it_is_called(head: bytes, name: str) -> None:
    """Refuse a file whose ending promises an office file or a mail that it is not."""
    suffix = Path(name).suffix.lower()
    if suffix in _OFFICE:
        what = "a text" if b"\0" not in head[:4096] else "something else"
        begins = f"is called {suffix} but is no {_OFFICE[suffix]} file: it is {what}"
        raise ReportError(Fault(f"{begins}; {_ANEW}", name))
    if suffix in SUFFIXES and suffix not in (".xml",):
        begins = f"is called {suffix} but does not begin as such a file does"
        raise ReportError(Fault(f"{begins}; {_ANEW}", name))


_Columns = Mapping[str, str] | None


def _nexis_text(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(name, "nexis-text", lambda: kinds.nexis_articles(text_lines(name)))


def _factiva_html(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(
        name, "factiva-html", lambda: kinds.factiva_html_articles(text_chunks(name, markup=True))
    )


def _proquest(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(
        name, "proquest", lambda: kinds.proquest_articles(text_chunks(name, markup=True))
    )


def _newsml(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(name, "newsml", lambda: kinds.newsml_articles(bytes_of(name)))


def _feed(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(name, "feed", lambda: kinds.feed_articles(bytes_of(name)))


def _xml(name: str, head: bytes, _: _Columns) -> Bundle:
    """Tell XML by more than its root."""
    text = decoded(head, markup=True).text
    if kinds.is_factiva(text):
        return Bundle(name, "factiva-xml", lambda: kinds.factiva_xml_articles(bytes_of(name)))
    if "iptc.org/std/nar" in text or "<newsItem" in text:
        return _newsml(name, head, None)
    raise ReportError(Fault(f"is XML of a kind that is not known; looked for {_XML_SOUGHT}", name))


def _mail(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(name, "mail", lambda: _mail_read(name))


def _mail_read(name: str) -> Iterator[Yielded]:
    """Read a mail as far as it is taken; what stands behind is most often a film or a scan."""
    size, parts = 0, list[bytes]()
    for part in bytes_of(name):
        parts.append(part)
        size += len(part)
        if size > _LARGEST_MAIL:
            break
    for yielded in kinds.mail_articles(b"".join(parts)[:_LARGEST_MAIL]):
        is_cut = isinstance(yielded, Left) and yielded.key == "cut_off"
        if size <= _LARGEST_MAIL or not is_cut:  # cut here, not by whoever sent it
            yield yielded
    if size > _LARGEST_MAIL:
        yield Left("long_mail", values={"most": f"{_LARGEST_MAIL >> 20} MiB"})


def _box(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(name, "mbox", lambda: kinds.box_articles(bytes_of(name)))


def _csv(name: str, head: bytes, columns: _Columns) -> Bundle:
    """Open a table in text; what its columns state is told before it is read."""
    if len(head) == HEAD and b"\n" not in head and b"\r" not in head:
        what = f"its first line, of more than {HEAD >> 10} KB, names no columns"
        raise ReportError(Fault(f"is no table: {what}", name))
    header = next(kinds.csv_rows(text_lines(name), name), [])
    places = _places([cell.strip() for cell in header], columns, name)
    return Bundle(
        name,
        "table",
        lambda: kinds.table_articles(kinds.csv_rows(text_lines(name), name), columns, name),
        {field: header[place].strip() for field, place in places.items()},
    )


def _places(header: Sequence[str], columns: _Columns, name: str) -> dict[str, int]:
    """Say which column states what of an article; where none holds texts, what else is read."""
    try:
        return kinds.columns_of(header, columns, name)
    except ReportError as error:
        if columns:
            raise
        also = f"of event data, looked for {sought()}"
        raise ReportError(
            replace(fault, message=f"{fault.message}; {also}") for fault in error.faults
        ) from None


def _zip(name: str, _: bytes, columns: _Columns) -> Bundle:
    """Tell the files of an office that are zip files."""
    parted = parts_in(name)
    if "word/document.xml" in parted.names:
        read = lambda: kinds.document_articles(word_paragraphs(parted))  # noqa: E731
        return Bundle(name, "word", read)
    if "xl/workbook.xml" in parted.names or any(part.startswith("xl/") for part in parted.names):
        return _workbook(name, parted, columns)
    if "content.xml" in parted.names:
        return Bundle(name, "odt", lambda: kinds.document_articles(odt_paragraphs(parted)))
    raise ReportError(Fault(f"is a zip file; looked for {_ZIP_SOUGHT} in it: unpack it", name))


def _workbook(name: str, parted: Parted, columns: _Columns) -> Bundle:
    """Open a workbook: its first sheet that has a column of texts."""
    if parted.is_cut:
        cut = "is a workbook that is cut off; none of it can be read: copy it again"
        raise ReportError(Fault(cut, name))
    place, header = _sheet_of_texts(name, columns)
    places = kinds.columns_of(header, columns, name)

    def read() -> Iterator[Yielded]:
        with kinds.workbook_sheets(name) as sheets:
            yield from kinds.table_articles(sheets[place], columns, name)

    return Bundle(name, "table", read, {field: header[at] for field, at in places.items()})


def _sheet_of_texts(name: str, columns: _Columns) -> tuple[int, list[str]]:
    """Find the first sheet with a column of texts: its place, and the names of its columns."""
    problem: ReportError | None = None
    with kinds.workbook_sheets(name) as sheets:
        for place, rows in enumerate(sheets):
            first: list[str] = next((row for row in rows if any(row)), [])
            header = [cell.strip() for cell in first]
            try:
                _places(header, columns, name)
            except ReportError as error:
                problem = problem or error
            else:
                return place, header
    raise problem or ReportError(Fault("is a workbook without sheets", name))


def _rtf(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(name, "rtf", lambda: kinds.document_articles(rtf_paragraphs(bytes_of(name))))


def _warc(name: str, _: bytes, __: _Columns) -> Bundle:
    return Bundle(name, "warc", lambda: kinds.warc_articles(name))


def _gzip(name: str, head: bytes, _: _Columns) -> Bundle:
    """Tell a compressed web archive from other compressed files."""
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        begin = unpacker.decompress(head, 64)
    except zlib.error:
        begin = b""
    if not begin.startswith(b"WARC/"):
        raise ReportError(
            Fault("is a compressed file; looked for a web archive (WARC) in it: unpack it", name)
        )
    return _warc(name, head, None)


_OPENED: Mapping[str, Callable[[str, bytes, _Columns], Bundle]] = {
    "nexis-text": _nexis_text,
    "factiva-html": _factiva_html,
    "proquest": _proquest,
    "newsml": _newsml,
    "feed": _feed,
    "xml": _xml,
    "mail": _mail,
    "mbox": _box,
    "csv": _csv,
    "zip": _zip,
    "rtf": _rtf,
    "warc": _warc,
    "gzip": _gzip,
}
