"""Whatever an optional library does, a person reads one line that names the file, and no more."""

from __future__ import annotations

import gzip
import io
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
import httpx
import networkx
import openpyxl
import pandas
import polars
import pypdf
import pytest
import trafilatura

from bundles.test_other_files import PAGE, warc
from dossier.reports import story
from dossier.test_model_reader import BODY
from report.test_source import pdf
from satumeja import brief, dossier, exchange, exports, formats
from satumeja.brief import write_tables
from satumeja.bundles import open_bundle
from satumeja.dossier import DossierFile, Endpoint, read_with_model
from satumeja.errors import MissingExtraError, OutputError, ReportError, SatuMejaError
from satumeja.extras import calling, optional, stepping
from satumeja.gallery import load
from satumeja.report import open_source
from satumeja.stability import analyse

archiveiterator: Any = import_module("warcio.archiveiterator")
ArchiveLoadFailed: Any = import_module("warcio.exceptions").ArchiveLoadFailed


class PanicException(BaseException):
    """What a library in Rust raises where it is at fault."""


class Unspeakable(Exception):  # noqa: N818
    """An error that fails when it is to say what it is."""

    def __str__(self) -> str:
        raise AttributeError("no words")


ODD: list[Callable[[], BaseException]] = [
    lambda: RecursionError("maximum recursion depth exceeded"),
    AssertionError,
    lambda: KeyError("/Root"),
    MemoryError,
    lambda: UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    lambda: OSError(5, "Input/output error"),
    lambda: ValueError("several\nlines\n\nof words, and \x1b[31mred ones"),
    lambda: StopIteration("early"),
    Unspeakable,
    lambda: PanicException("index out of bounds"),
    lambda: ArchiveLoadFailed("odd"),
    lambda: BadZipFile("odd"),
    lambda: polars.exceptions.ComputeError("odd"),
    lambda: networkx.NetworkXError("odd"),
    lambda: pypdf.errors.PdfReadError("odd"),
    lambda: httpx.ReadError("odd"),
]


def loud(error: BaseException) -> Callable[..., Any]:
    """Make a call of a library that logs, warns, prints to both streams, and then fails."""

    def call(*_: object, **__: object) -> Any:
        logging.getLogger("a.library").error("LOGGED")
        warnings.warn("WARNED", DeprecationWarning, stacklevel=1)
        sys.stdout.write("PRINTED")
        sys.stderr.writelines(["PRINTED", "PRINTED"])
        raise error

    return call


def book(path: Path, **sheets: list[list[str]]) -> Path:
    """Write a workbook."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def of_bytes(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


ROWS = [["Title", "Text"], ["Talks open", "They met."]]
WIRE = pdf(["LIMA, May 8, 2023 - Peru demanded that Ecuador withdraw its troops."])
TALKS = PAGE.format(title="Talks", day=4).encode()


def exchanged(folder: Path) -> object:
    with DossierFile(":memory:", create=True) as file:
        return exchange.write(file, folder / "a.xlsx")


CALLS: dict[str, tuple[object, str, Callable[[Path], object], type[SatuMejaError], str]] = {
    "the text of a PDF": (
        *(pypdf.PdfReader, "__init__", lambda at: open_source(of_bytes(at / "a.pdf", WIRE))),
        *(ReportError, "a.pdf: is a PDF that cannot be read: * or copy its words into a file"),
    ),
    "the pages of a PDF": (
        *(pypdf.PageObject, "extract_text", lambda at: open_source(of_bytes(at / "a.pdf", WIRE))),
        *(ReportError, "a.pdf: is a PDF that cannot be read: * or copy its words into a file"),
    ),
    "the article of a page": (
        trafilatura,
        "bare_extraction",
        lambda at: open_source(of_bytes(at / "a.html", TALKS)),
        *(ReportError, "a.html: is a web page that cannot be read: * copy its words into a file"),
    ),
    "what a page says of itself": (
        trafilatura,
        "extract_metadata",
        lambda at: open_source(of_bytes(at / "a.html", TALKS)),
        *(ReportError, "a.html: is a web page that cannot be read: * copy its words into a file"),
    ),
    "articles in a workbook": (
        openpyxl,
        "load_workbook",
        lambda at: list(open_bundle(book(at / "a.xlsx", news=ROWS)) or ()),
        *(ReportError, "a.xlsx: is a damaged workbook: * save it anew, or as CSV"),
    ),
    "rows of articles": (
        openpyxl.worksheet._read_only.ReadOnlyWorksheet,
        "iter_rows",
        lambda at: list(open_bundle(book(at / "a.xlsx", news=ROWS)) or ()),
        *(ReportError, "a.xlsx: is a damaged workbook: * save it anew, or as CSV"),
    ),
    "a model in a workbook": (
        openpyxl,
        "load_workbook",
        lambda at: formats.load(book(at / "m.xlsx", options=ROWS)),
        *(SatuMejaError, "m.xlsx: not a workbook that can be read (*each sheet as CSV"),
    ),
    "cells of a model": (
        openpyxl.worksheet.worksheet.Worksheet,
        "iter_rows",
        lambda at: formats.load(book(at / "m.xlsx", options=ROWS)),
        *(SatuMejaError, "m.xlsx: not a workbook that can be read (*each sheet as CSV"),
    ),
    "a model to a workbook": (
        openpyxl.Workbook,
        "save",
        lambda at: formats.save(load("chicken"), at / "m.xlsx"),
        *(OutputError, "m.xlsx: cannot be written as a workbook: * write CSV instead"),
    ),
    "tables to a workbook": (
        openpyxl.Workbook,
        "create_sheet",
        lambda at: write_tables(
            brief.field_tables(analyse(load("chicken"))), at / "t.xlsx", "Chicken"
        ),
        *(OutputError, "t.xlsx: cannot be written as a workbook: * write CSV instead"),
    ),
    "quotations to a workbook": (
        *(openpyxl.Workbook, "save", exchanged),
        *(OutputError, "a.xlsx: cannot be written as a workbook: * write CSV instead"),
    ),
    "a Word file to start from": (
        docx,
        "Document",
        lambda at: brief.write(
            load("chicken"), at / "b.docx", template=of_bytes(at / "t.docx", b"")
        ),
        *(OutputError, "t.docx: not a Word file to start from (*save it anew as .docx"),
    ),
    "a brief for Word": (
        docx.document.Document,
        "save",
        lambda at: brief.write(load("chicken"), at / "b.docx"),
        *(OutputError, "b.docx: cannot be written for Word: * write it as .html instead"),
    ),
    "a graph": (
        *(networkx.MultiDiGraph, "add_edge", lambda _: exports.to_networkx(load("chicken"))),
        *(OutputError, "networkx cannot hold this: * write it as .graphml or .dot instead"),
    ),
    "a frame of pandas": (
        *(pandas, "DataFrame", lambda _: exports.to_pandas(load("chicken"))),
        *(OutputError, "pandas cannot hold this: * write its tables as CSV"),
    ),
    "a frame of polars": (
        *(polars, "DataFrame", lambda _: exports.to_polars(load("chicken"))),
        *(OutputError, "polars cannot hold this: * write its tables as CSV"),
    ),
    "a second reader": (
        httpx.Client,
        "stream",
        lambda _: read_with_model(story(BODY), Endpoint("http://127.0.0.1:1/v1", "x")),
        *(ReportError, "the reader at http://127.0.0.1:1/v1 * or read without --reader"),
    ),
}


@pytest.mark.parametrize("make", ODD, ids=lambda make: type(make()).__name__)
@pytest.mark.parametrize("name", CALLS)
def test_what_a_library_raises_is_one_line_with_what_to_do_next(
    name: str,
    make: Callable[[], BaseException],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    owner, method, work, kind, words = CALLS[name]
    monkeypatch.setattr(owner, method, loud(make()))
    with pytest.raises(kind) as caught:
        work(tmp_path)
    line = str(caught.value)
    begin, _, end = words.partition("*")
    assert "\n" not in line
    assert "\x1b" not in line
    assert begin in line
    assert end in line.partition(begin)[2]
    assert len(line) < 400 + len(str(tmp_path))
    assert not {path.name for path in tmp_path.iterdir()} - {"a.pdf", "a.html", "a.xlsx",
                                                             "m.xlsx", "t.docx"}  # fmt: skip
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", CALLS)
def test_a_person_who_stops_it_and_our_own_errors_pass(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, method, work, _, _ = CALLS[name]
    for error in (KeyboardInterrupt(), SystemExit(3), OutputError("ours")):
        monkeypatch.setattr(owner, method, loud(error))
        with pytest.raises(type(error)) as caught:
            work(tmp_path)
        assert caught.value is error or str(caught.value) == "ours"


def test_every_file_that_takes_an_optional_library_calls_it_so() -> None:
    source = Path(exports.__file__).parents[1]
    for path in source.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "satumeja.extras import" in text:
            assert "calling(" in text, path
        head = text.partition("if TYPE_CHECKING")[0]
        for library in ("pypdf", "trafilatura", "openpyxl", "docx", "warcio", "httpx", "pandas"):
            assert f"import {library}" not in head, path


@pytest.mark.parametrize("make", ODD, ids=lambda make: type(make()).__name__)
def test_of_a_web_archive_what_was_read_is_given(
    make: Callable[[], BaseException],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    pages = [(f"https://example.org/{day}", "text/html", TALKS) for day in (1, 2)]
    path = of_bytes(tmp_path / "a.warc", warc(pages, packed=False))
    records = archiveiterator.ArchiveIterator
    whole = records._next_record

    def failing(self: Any, line: object) -> object:
        return whole(self, line) if self.fh.tell() == 0 else loud(make())()

    monkeypatch.setattr(records, "_next_record", failing)
    bundle = open_bundle(path)
    assert bundle is not None
    assert len(list(bundle)) == 1
    [note] = bundle.notes
    if note.key == "broken":
        assert "what stands before is given; save it anew" in note.words()
        assert "isi sebelumnya tetap diberikan" in note.words("id")
    else:
        assert (note.key, type(make())) == ("cut_off", ArchiveLoadFailed)
    assert capfd.readouterr() == ("", "")


def test_a_web_archive_packed_as_one_says_how_it_is_unpacked(tmp_path: Path) -> None:
    pages = [(f"https://example.org/{day}", "text/html", TALKS) for day in (1, 2)]
    data = gzip.compress(warc(pages, packed=False))
    bundle = open_bundle(of_bytes(tmp_path / "a.warc.gz", data))
    assert bundle is not None
    assert len(list(bundle)) == 1
    assert [note.key for note in bundle.notes] == ["packed_whole"]


def test_a_page_is_printed_or_said_to_be_printable_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    try:
        import weasyprint
    except OSError:
        pytest.skip("no Pango here")
    for make in ODD:
        monkeypatch.setattr(weasyprint.HTML, "render", loud(make()))
        with pytest.raises(OutputError) as caught:
            brief.write(load("chicken"), tmp_path / "b.pdf")
        assert str(caught.value).startswith(f"{tmp_path / 'b.pdf'}: cannot be written as PDF: ")
        assert str(caught.value).endswith("open that in a browser, and print it from there")
        assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


# -- the call itself ------------------------------------------------------------------------


def steps() -> Iterator[int]:
    yield from range(700)
    raise KeyError("row")


def test_what_comes_before_a_failure_is_given() -> None:
    taken: list[int] = []
    with pytest.raises(ReportError, match="KeyError 'row'"):
        taken.extend(stepping(steps(), ReportError))
    assert taken == list(range(700))


def test_a_step_that_is_good_until_the_next_is_taken_alone() -> None:
    made: list[int] = []

    def noted() -> Iterator[int]:
        for number in range(9):
            made.append(number)
            yield number

    for number in stepping(noted(), ReportError, at_once=1):
        assert made[-1] == number


def test_others_are_heard_while_a_library_is_not(capsys: pytest.CaptureFixture[str]) -> None:
    streams = (sys.stdout, sys.stderr)
    before = list(warnings.filters)
    with calling(ReportError), calling(ReportError):
        other = threading.Thread(target=lambda: sys.stderr.write("another thread\n"))
        other.start()
        other.join()
        sys.stdout.write("the library")
        assert sys.stderr.encoding
    assert capsys.readouterr() == ("", "another thread\n")
    assert (sys.stdout, sys.stderr) == streams
    assert list(warnings.filters) == before


def test_threads_call_side_by_side() -> None:
    streams, before = (sys.stdout, sys.stderr), list(warnings.filters)
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        for _ in range(200):
            with calling(ReportError):
                sys.stdout.write("unheard")

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (sys.stdout, sys.stderr) == streams
    assert list(warnings.filters) == before


def test_a_log_is_heard_by_who_listens_to_it() -> None:
    page = io.StringIO()
    handler = logging.StreamHandler(page)
    logging.getLogger("a.library").addHandler(handler)
    try:
        with pytest.raises(ReportError), calling(ReportError):
            loud(AssertionError())()
    finally:
        logging.getLogger("a.library").removeHandler(handler)
    assert page.getvalue() == "LOGGED\n"


def test_without_streams_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with calling(ReportError):
        sys.stderr.write("nobody")
    assert sys.stderr is None


# -- what is not installed ------------------------------------------------------------------


def test_a_library_that_another_needs_is_not_called_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "half_installed.py").write_text("import lxml_that_is_not_there\n")
    (tmp_path / "badly_built.py").write_text("raise ImportError('DLL load failed')\n")
    (tmp_path / "too_old.py").write_text("print('LOUD'); int.no_such_thing\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name, why in (
        ("half_installed", "No module named 'lxml_that_is_not_there'"),
        ("badly_built", "DLL load failed"),
        ("too_old", "type object 'int' has no attribute 'no_such_thing'"),
    ):
        with pytest.raises(MissingExtraError) as caught:
            optional(name, "pdf")
        assert str(caught.value) == (
            f"this needs {name}: {why}; it is installed and cannot be loaded; try: "
            "python3 -m pip install --force-reinstall 'satumeja[pdf]'"
        )
    with pytest.raises(MissingExtraError, match="needs not_there; install it with: python3 -m"):
        optional("not_there.inner", "pdf")


@pytest.mark.parametrize(
    ("module", "name", "data"), [("pypdf", "a.pdf", WIRE), ("trafilatura", "a.html", TALKS)]
)
def test_once_it_is_installed_the_same_command_reads_the_file(
    module: str, name: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = of_bytes(tmp_path / name, data)
    with DossierFile(":memory:", create=True) as file:
        with monkeypatch.context() as without:
            without.setitem(sys.modules, module, None)
            gathered = dossier.gather(file, [path])
            assert "install it with: python3 -m pip" in gathered.refused[0]
        assert dossier.gather(file, [path]).read == 1


def test_a_cluster_that_fails_is_one_line(tmp_path: Path) -> None:
    path = of_bytes(tmp_path / "a.txt", b"Peru demanded that Ecuador withdraw.")

    def submit(*_: object) -> None:
        raise RuntimeError("cannot schedule new futures after shutdown")

    executor: Any = SimpleNamespace(submit=submit)
    with (
        DossierFile(":memory:", create=True) as file,
        pytest.raises(ReportError, match=r"a\.txt: .* failed: cannot schedule .* run it again"),
    ):
        dossier.gather(file, [path], executor=executor)


def test_a_zip_of_nothing_is_no_model(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "m.xlsx", "w") as archive:
        archive.writestr("a", b"")
    with pytest.raises(SatuMejaError, match="open it in a spreadsheet program"):
        formats.load(tmp_path / "m.xlsx")
