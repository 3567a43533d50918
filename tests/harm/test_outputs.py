"""Every output, registry by registry: hostile text stays text, and builds nothing.

A page, picture or paper of hostile texts is built of what one of harmless texts is built of: the
same kinds of elements, attributes and commands. So a new output is judged without being told how.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from lxml import etree  # type: ignore[import-untyped]

from harm.cases import dossier_of, graph_of, model_of
from harm.parsed import Built, built, drawn, flat, packed, stated, words_of
from harm.texts import BARE_FORMULAS, KINDS, TEXTS
from satumeja import brief, dossier, exchange, exports, formats
from satumeja.brief import FIGURES, LANGUAGES, TABLES, Paper, field_figure, field_tables, render
from satumeja.brief.forms import FORMS
from satumeja.brief.media import LAYOUTS, Figure, Layout, Table
from satumeja.brief.pages.sections import SECTIONS
from satumeja.errors import ModelError, QuestionError, ReportError
from satumeja.exports import EXPORTS
from satumeja.formats.sheets import csv_text, guarded, workbook
from satumeja.formats.writing._native import native_data
from satumeja.model import Text
from satumeja.stability import Analysis, analyse

PLAIN = "Plain words, and – say – “more” of them: twice; thrice. 12"
MAKERS = {"option": model_of, "graph": graph_of}
HERE = Path()
SHARE = {"markup", "turned", "lines", "sum", "braces", "return_first", "zalgo", "no", "proto"}
"""What every run tries; all the others are tried with `pytest -m slow tests/harm`."""


def shared(names: Iterable[str]) -> list[Any]:
    """Give names of texts, those beyond the share marked as slow."""
    return [
        pytest.param(name, marks=[] if name in SHARE else [pytest.mark.slow]) for name in names
    ]


SHARED, NAMED = shared(KINDS), shared(TEXTS)


@cache
def conflict(form: str, text: str) -> Analysis:
    return analyse(MAKERS[form]([text]))


@cache
def page(form: str, text: str, shape: str, language: str) -> Built:
    analysis = conflict(form, text)
    marks: dict[str, Any] = {"mark": flat(text), "author": flat(text), "made": "2021-12-23"}
    return built(render(analysis.model, analysis, form=shape, language=language, **marks))


def figure(form: str, text: str, kind: str, language: str = "en") -> Figure | None:
    model = conflict(form, text).model
    dm: dict[str, Any] = {"dm": model.decision_makers[0].id} if "dm" in FIGURES[kind].takes else {}
    try:
        return field_figure(model, kind, language=language, **dm)
    except QuestionError:
        return None  # a graph has no statements and no options


@cache
def tables(form: str, text: str) -> dict[str, tuple[Table, ...]]:
    return dict(field_tables(conflict(form, text)))


def check(page: Built, plain: Built) -> None:
    """A page is built as a harmless one, and leads nowhere but into itself."""
    assert page.shape <= plain.shape | {("wbr",)}
    assert page.comments == []
    own = set(plain.targets)
    outside = [to for to in page.targets if not to.startswith("#") and to not in own]
    assert all(re.fullmatch(r"default-src 'none'; [^<>]*", policy) for policy in outside)


def said(text: str, words: str) -> bool:
    """Whether words hold a text, as pages show it."""
    return flat(text) in words


# -- pages -------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SHARED)
@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("shape", FORMS)
def test_a_brief_is_built_as_any_other(shape: str, form: str, kind: str) -> None:
    for language in LANGUAGES:
        harmful = page(form, KINDS[kind], shape, language)
        check(harmful, page(form, PLAIN, shape, language))
        assert said(KINDS[kind], harmful.words)


def test_every_section_of_a_brief_is_there() -> None:
    """What a new section says is in the pages above, or is asked for here by name."""
    whole = render(conflict("option", PLAIN).model)
    ids = set(re.findall(r'id="en-([\w-]+)"', whole))
    ids |= set(re.findall(r'id="en-([\w-]+)"', render(conflict("graph", PLAIN).model)))
    of_other_material = {"sets", "readings", "outcome"}  # tests/brief/pages has those
    assert {section.key for section in SECTIONS} - ids <= of_other_material


@pytest.mark.parametrize("kind", SHARED)
def test_a_dossier_page_is_built_as_any_other(kept: Any, kind: str) -> None:
    harmful, plain = (
        built(kept(text, lambda file: brief.dossier_page(dossier.whole(file), "id")))
        for text in (KINDS[kind], PLAIN)
    )
    check(harmful, plain)
    assert said(KINDS[kind][:300], harmful.words)


# -- pictures, papers --------------------------------------------------------------------


@pytest.mark.parametrize("kind", SHARED)
@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_is_built_as_any_other(name: str, form: str, kind: str) -> None:
    harmful, plain = (figure(form, text, name) for text in (KINDS[kind], PLAIN))
    assert (harmful is None) == (plain is None)
    if harmful is None or plain is None:
        return
    check(drawn(str(harmful.svg)), drawn(str(plain.svg)))
    check(built(harmful._repr_html_()), built(plain._repr_html_()))
    check_paper(harmful.latex(), plain.latex())
    if harmful.data is not None:
        check_cells(harmful.data)


def check_paper(paper: str, plain: str) -> None:
    """No command of the text is one of the paper, nor is any group left open."""
    body, other = (part.rpartition("\\begin{document}")[2] for part in (paper, plain))
    assert stated(body) & stated(KINDS["latex"]) <= stated(other) | _SIGNS
    assert body.count("\\end{document}") == other.count("\\end{document}")
    groups = re.sub(r"\\.", "", body)
    assert groups.count("{") == groups.count("}")


_SIGNS = stated(Table("", (), (), note="".join(map(chr, range(32, 0x2800)))).latex())
"""What signs are written as."""


@pytest.mark.parametrize("kind", SHARED)
@pytest.mark.parametrize("form", MAKERS)
def test_a_table_is_built_as_any_other(form: str, kind: str) -> None:
    harmful, plain = (tables(form, text) for text in (KINDS[kind], PLAIN))
    assert set(harmful) == set(plain) <= set(TABLES)
    for name, parts in harmful.items():
        for table, other in zip(parts, plain[name], strict=True):
            check(built(str(table.html())), built(str(other.html())))
            check(drawn(str(table.svg())), drawn(str(other.svg())))
            for layout in LAYOUTS:
                check_paper(table.latex(layout), other.latex(layout))
            check_cells(table)


def check_cells(table: Table) -> None:
    """Every cell is exactly there in CSV and a workbook, and none is a formula."""
    grid = table.grid()
    rows = list(csv.reader(io.StringIO(table.csv(), newline=""), strict=True))
    assert rows == [[str(guarded(cell)) for cell in row] for row in grid]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_commands_of_a_paper_are_its_own(layout: Layout) -> None:
    for text in KINDS.values():
        paper, plain = (
            Paper(layout, fragment=True).write([Table(words, (), (), note=words)])
            for words in (text, PLAIN)
        )
        check_paper(paper, plain)


# -- sheets ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEXTS)
def test_sheets_hold_every_text_exactly_and_no_formula(name: str) -> None:
    text = TEXTS[name]
    grid: list[list[str | int]] = [["head", text], [text, f"{text}\r\n{text}"], ["", 7]]
    book: Any = openpyxl.load_workbook(io.BytesIO(workbook({"one": grid})))
    for row, line in zip(book["one"].iter_rows(), grid, strict=True):
        for cell, content in zip(row, line, strict=True):
            assert cell.data_type in (("n",) if content in ("", 7) else ("s", "n"))
    (read,) = formats.sheets._xlsx.read_workbook(workbook({"one": grid}), "one.xlsx")
    assert [row for _, row in read.rows] == [[str(cell) for cell in row] for row in grid]
    assert not read.faults
    (first, *_), *_ = csv.reader(io.StringIO(csv_text([[text]]), newline=""), strict=True)
    assert not first.startswith(tuple("=+-@\t\r\n\uff1d"))
    assert first == guarded(text)
    assert first.removeprefix("'") == text.removeprefix("'") or first == f"'{text}"


def test_what_xml_does_not_take_is_written_as_its_number() -> None:
    """A report may hold the end of a page; no other program gives the half of a letter."""
    text = "a\x0cb\x00c\x1bd\ufffee_x0041_"
    (read,) = formats.sheets._xlsx.read_workbook(workbook({"one": [[text]]}), "one.xlsx")
    assert [row for _, row in read.rows] == [[text]]


def test_formulas_are_written_out_in_every_width() -> None:
    assert all(guarded(text) == f"'{text}" for text in BARE_FORMULAS.values() if text[0] != " ")
    assert guarded(" =1+1") == " =1+1"  # text, to LibreOffice and Excel


# -- models, exports ---------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("form", MAKERS)
def test_a_model_comes_back_from_every_format(form: str, name: str, tmp_path: Path) -> None:
    model = MAKERS[form]([TEXTS[name]])
    trimmed = TEXTS[name] != TEXTS[name].strip()  # cells of a citation or an address are
    for suffix in (".yaml", ".json") if trimmed else (".yaml", ".json", ".xlsx", ""):
        again = formats.load(formats.save(model, tmp_path / f"m{suffix}"))
        assert native_data(again, HERE) == native_data(model, HERE), suffix


def exported(suffix: str, analysis: Analysis, folder: Path) -> str:
    return exports.write(analysis, folder / f"e{suffix}").read_text("utf-8")


@pytest.mark.parametrize("kind", SHARED)
@pytest.mark.parametrize("suffix", EXPORTS)
@pytest.mark.parametrize("form", MAKERS)
def test_exports_are_well_formed(form: str, suffix: str, kind: str, tmp_path: Path) -> None:
    text, analysis = KINDS[kind], conflict(form, KINDS[kind])
    written = exported(suffix, analysis, tmp_path)
    if suffix == ".graphml":
        tree = etree.fromstring(written.encode(), etree.XMLParser(resolve_entities=False))
        titles = [data.text for data in tree.iter("{*}data")]
        assert any(title and flat(title) == flat(text) for title in titles)
    elif suffix == ".dot":
        quoted = r'"(?:[^"\\]|\\.)*"'
        bare = re.sub(quoted, "Q", written)
        assert re.fullmatch(r"[\w\s\[\]{}=,;>Q-]*", bare), bare[:200]
    else:
        plain = exported(suffix, conflict(form, PLAIN), tmp_path)
        check_paper(written, plain)
        assert written.rstrip().endswith("\\end{document}")
    assert suffix in (".graphml", ".dot", ".tex"), "say here how the new one is parsed"


# -- dossiers ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Give what opens a dossier of a text, made once, and asks it something."""
    made: dict[str, Path] = {}

    def asked(text: str, ask: Any) -> Any:
        if text not in made:
            made[text] = dossier_of(tmp_path_factory.mktemp("kept"), text)
        with dossier.DossierFile(str(made[text])) as file:
            return ask(file)

    return asked


@pytest.mark.parametrize("kind", SHARED)
@pytest.mark.parametrize("end", exchange.EXCHANGES)
def test_exchanges_are_well_formed_and_exact(
    kept: Any, end: str, kind: str, tmp_path: Path
) -> None:
    path = tmp_path / f"out{end}"
    kept(KINDS[kind], lambda file: exchange.write(file, path))
    notes = kept(KINDS[kind], lambda file: [q.note for q in exchange.quotations(file)])
    content = path.read_bytes()
    _PARSED[end](content, [note for note in notes if note], kept, KINDS[kind])


def _as_csv(content: bytes, notes: list[str], *_: Any) -> None:
    rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert {guarded(note) for note in notes} <= {row[-1] for row in rows}


def _as_workbook(content: bytes, notes: list[str], *_: Any) -> None:
    sheet: Any = openpyxl.load_workbook(io.BytesIO(content)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
    assert not [name for name, part in packed(content) if part.find(".//{*}f") is not None]
    (read,) = formats.sheets._xlsx.read_workbook(content, "q.xlsx")
    assert set(notes) <= {row[-1] for _, row in read.rows}


def _as_json(content: bytes, notes: list[str], *_: Any) -> None:
    assert isinstance(json.loads(content), list)


def _as_standoff(content: bytes, notes: list[str], *_: Any) -> None:
    entities = [entity for one in json.loads(content)["documents"] for entity in one["entities"]]
    assert set(notes) <= {entity["note"] for entity in entities}


def _as_ris(content: bytes, notes: list[str], *_: Any) -> None:
    lines = content.decode().split("\r\n")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) or not line for line in lines)
    assert not re.search("[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", content.decode())
    tags = [line[:2] for line in lines if line]
    assert tags.count("TY") == tags.count("ER") == 1


def _as_project(content: bytes, notes: list[str], kept: Any, text: str) -> None:
    assert [name for name, _ in packed(content)] == ["project.qde"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.qdpx"
        path.write_bytes(content)
        project = exchange.read_qdpx(path)
    assert sorted(one.text for one in project.sources) == sorted(kept(text, _texts_of))


def _texts_of(file: dossier.DossierFile) -> list[str]:
    return [dossier.text_of(file, report.key) for report in dossier.reports(file)]


_PARSED = {
    ".csv": _as_csv, ".xlsx": _as_workbook, ".json": _as_json, ".ris": _as_ris,
    ".standoff.json": _as_standoff, ".qdpx": _as_project,
}  # fmt: skip
"""How each is parsed; a new one has to be put here."""


# -- papers for offices ------------------------------------------------------------------


@pytest.mark.parametrize("kind", SHARED)
def test_a_word_file_is_well_formed_and_says_it(kind: str, tmp_path: Path) -> None:
    pytest.importorskip("docx")
    text = KINDS[kind]
    for shape in ("page", "full"):
        analysis = conflict("option", text)
        marks: dict[str, Any] = {"mark": flat(text), "author": flat(text)}
        path = brief.write(analysis.model, tmp_path / "b.docx", analysis, form=shape, **marks)
        parts = dict(packed(path.read_bytes()))
        assert said(text, words_of([parts["word/document.xml"]]))
        outside = [
            name for name, part in parts.items() if part.xpath("//*[@TargetMode='External']")
        ]
        assert outside == []
        assert b"instrText" not in etree.tostring(parts["word/document.xml"])


@pytest.mark.parametrize("kinds", [("markup", "templates"), ("addresses", "latex")], ids="+".join)
def test_a_pdf_does_nothing_and_fetches_nothing(kinds: tuple[str, ...], tmp_path: Path) -> None:
    """One page of two kinds, each in every name; no link, script or file."""
    pytest.importorskip("weasyprint")
    text = " ".join(KINDS[kind] for kind in kinds)
    analysis = conflict("option", text)
    path = brief.write(analysis.model, tmp_path / "b.pdf", analysis, form="page", language="en")
    reader = pypdf.PdfReader(path)
    assert not reader.attachments
    done = {
        str(annotation.get_object().get("/A", {}).get("/S"))
        for sheet in reader.pages
        for annotation in sheet.get("/Annots", [])
    }
    assert done <= {"None", "/GoTo"}
    assert not {"/JavaScript", "/AA", "/OpenAction"} & {*dict[str, Any](reader.root_object)}


# -- what no file holds ------------------------------------------------------------------


@pytest.mark.parametrize("sign", "\0\x1b\x7f\x9b\ud800\ufffe")
def test_a_text_built_in_python_holds_what_a_file_may_hold(sign: str) -> None:
    for words in (f"a{sign}", {"en": "a", "id": f"b{sign}"}):
        with pytest.raises(ModelError, match=r"a control character, U\+[0-9A-F]{4}, in a text"):
            Text(words)


@pytest.mark.parametrize("sign", "\0\x1b\x7f\x9b\ud800\ufffe")
def test_a_correction_holds_what_a_file_may_hold(sign: str, tmp_path: Path) -> None:
    path = dossier_of(tmp_path, "x")
    harm = f"a{sign}b"
    with dossier.DossierFile(str(path)) as file:
        before = len(dossier.history(file))
        change = {"outlet": "x"}
        wishes = ((harm, change, ""), ("Ana", change, harm), ("Ana", {"title": harm}, ""))
        for who, fields, note in wishes:
            with pytest.raises(ReportError, match="holds a c"):
                dossier.correct(file, "r1", "edit", who, fields, note)
        assert len(dossier.history(file)) == before
