"""A brief in Word: what is in the file, and that an office can open it."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from brief.leaf import fronts
from satumeja.brief import write
from satumeja.brief.forms import form_of
from satumeja.brief.leaf import Leaf, Mark, leaf_of
from satumeja.brief.office import Edges, Word, edges, form_pages, front_page, table_of
from satumeja.brief.tables import red_line_table
from satumeja.brief.words import Phrases, Words
from satumeja.errors import OutputError
from satumeja.files import packed_anew
from satumeja.gallery import load

CASES = {"december": fronts.december, "elmira": fronts.elmira, "chicken": fronts.chicken}
DAY = date(2026, 11, 29)


def leaf(name: str, language: str) -> Leaf:
    front, model = CASES[name]()
    return leaf_of(front, Phrases(model, Words(language)))


def written(name: str, language: str, form: str) -> bytes:
    page, words = leaf(name, language), Words(language)
    word = Word(language, page.head[0].text, "A. Author")
    pages = (words("leaf.page_word"), words("leaf.page_of"))
    edges(word, Edges("Internal", "A. Author", "Made by hand", pages))
    if form == "page":
        front_page(word, page)
    else:
        form_pages(word, page, form_of(form, page, words, author="", made="", mark=""))
    return word.packed(DAY)


def texts(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body(document))


def body(document: object) -> Iterator:  # type: ignore[type-arg]
    yield from document.element.body.iter(qn("w:p"))  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("name", CASES)
def test_word_says_every_sentence_of_the_page(name: str, language: str) -> None:
    said = texts(written(name, language, "page"))
    page = leaf(name, language)
    for sentence in page.sentences:
        assert sentence.text in said or sentence.key in ("reading", "leaf.as_of")
    for row in page.picture.rows:
        assert row.text in said
        for marks in row.cells:
            if isinstance(marks, str):
                assert marks in said
    for rung in page.strip:
        assert rung.name in said


def test_letters_are_filled_where_a_side_moves_and_boxed_at_its_line() -> None:
    document = docx.Document(io.BytesIO(written("december", "en", "page")))
    page = leaf("december", "en")
    picture = next(
        table for table in document.tables if len(table.rows) == len(page.picture.rows) + 1
    )
    for row, shown in zip(picture.rows[1:], page.picture.rows, strict=True):
        for cell, marks in zip(row.cells[1:], shown.cells or [()] * 3, strict=True):
            runs = [run for run in cell.paragraphs[0].runs if run.text.strip()]
            found = [
                (
                    run.text.strip(),
                    run._element.rPr.find(qn("w:shd")).get(qn("w:fill")) != "auto",
                    run._element.rPr.find(qn("w:bdr")) is not None,
                )
                for run in runs
            ]
            assert found == [
                (mark.letter, mark.moves, mark.line) for mark in marks if isinstance(mark, Mark)
            ]


@pytest.mark.parametrize("form", ["page", "submission", "telaahan"])
def test_a_file_is_the_same_to_the_byte_for_the_same_day(form: str) -> None:
    assert written("elmira", "id", form) == written("elmira", "id", form)


def test_a_file_says_what_it_is_and_in_which_language() -> None:
    content = written("december", "id", "page")
    core = docx.Document(io.BytesIO(content)).core_properties
    assert core.author == "A. Author" and core.language == "id-ID" and core.title
    assert core.created.date() == core.modified.date() == DAY
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b'w:lang w:val="id-ID"' in archive.read("word/styles.xml")
        whole = b"".join(archive.read(name) for name in archive.namelist())
        assert b"PAGE" in whole and b"NUMPAGES" in whole


def test_tables_repeat_their_heads_and_split_no_row() -> None:
    document = docx.Document(io.BytesIO(written("december", "en", "telaahan")))
    tables = [table for table in document.tables if len(table.rows) > 10]
    assert tables
    for table in tables:
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_properties_stand_in_the_order_that_word_wants() -> None:
    """Word refuses a file whose elements stand in another order than its schema's."""
    cells = ["tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"]
    runs = ["rFonts", "b", "i", "color", "sz", "bdr", "shd", "vertAlign", "lang"]
    tables = ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar",
              "tblLook", "tblCaption", "tblDescription"]  # fmt: skip
    for form in ("page", "submission", "telaahan"):
        document = docx.Document(io.BytesIO(written("december", "en", form)))
        for tag, order in (("w:tcPr", cells), ("w:rPr", runs), ("w:tblPr", tables)):
            for properties in document.element.body.iter(qn(tag)):
                names = [child.tag.partition("}")[2] for child in properties]
                places = [order.index(name) for name in names if name in order]
                assert places == sorted(places), (tag, names)


def test_a_template_keeps_its_letterhead_and_its_page(tmp_path: Path) -> None:
    house = docx.Document()
    house.sections[0].header.paragraphs[0].text = "KEMENTERIAN CONTOH"
    house.add_paragraph("Jalan Contoh 1")
    house.styles["Normal"].font.name = "Times New Roman"
    house.save(str(tmp_path / "kop.docx"))
    page, words = leaf("december", "id"), Words("id")
    word = Word("id", "T", template=tmp_path / "kop.docx")
    edges(word, Edges("", "", "", ("halaman", "dari")))
    form_pages(word, page, form_of("telaahan", page, words, author="", made="", mark=""))
    document = docx.Document(io.BytesIO(word.packed(DAY)))
    assert document.paragraphs[0].text == "Jalan Contoh 1"
    assert document.sections[0].header.paragraphs[0].text == "KEMENTERIAN CONTOH"
    assert document.styles["Normal"].font.name == "Times New Roman"


def test_a_template_that_is_none_is_said_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "kop.docx"
    file.write_text("not a zip", encoding="utf-8")
    with pytest.raises(OutputError, match="not a Word file to start from"):
        Word("en", "T", template=file)


@pytest.mark.parametrize(
    ("entry", "old", "new"),
    [
        ("word/document.xml", b"w:sectPr", b"w:sectPx"),
        ("word/document.xml", b"http://schemas.openxmlformats.org/wordprocessingml", b"http://x"),
    ],
)
def test_a_template_that_breaks_on_the_way_is_said_in_one_line(
    tmp_path: Path, entry: str, old: bytes, new: bytes
) -> None:
    file, out = tmp_path / "kop.docx", tmp_path / "brief.docx"
    docx.Document().save(str(tmp_path / "sound.docx"))

    def change(name: str, content: bytes) -> bytes:
        assert name != entry or old in content
        return content.replace(old, new) if name == entry else content

    file.write_bytes(packed_anew((tmp_path / "sound.docx").read_bytes(), change))
    with pytest.raises(OutputError) as caught:
        write(load("chicken"), out, template=file)
    message = str(caught.value)
    assert message.startswith(f"{file}: a Word file that cannot be written into (")
    assert message.endswith("); open it in Word, and save it anew as .docx")
    assert not out.exists()


def test_a_template_whose_plain_style_has_another_name_is_written_into(tmp_path: Path) -> None:
    file, out = tmp_path / "kop.docx", tmp_path / "brief.docx"
    docx.Document().save(str(tmp_path / "sound.docx"))
    old, new = b'w:name w:val="Normal"', b'w:name w:val="Plain"'
    sound = (tmp_path / "sound.docx").read_bytes()
    file.write_bytes(packed_anew(sound, lambda _, content: content.replace(old, new)))
    write(load("chicken"), out, template=file)
    assert "Plain" in {style.name for style in docx.Document(str(out)).styles}


def test_a_template_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "kop.docx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(101 << 20))
    with pytest.raises(OutputError, match=r"kop\.docx: the Word file unpacks to more than 100 MB"):
        Word("en", "T", template=file)


def test_a_table_of_the_brief_becomes_one_of_the_file() -> None:
    table = red_line_table(load("december-2021-b"))
    word = Word("en", "T")
    table_of(word, table)
    document = docx.Document(io.BytesIO(word.packed(DAY)))
    (shown,) = document.tables
    assert [cell.text for cell in shown.rows[0].cells] == table.header()
    for row, line in zip(shown.rows[1:], table.lines(), strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            assert cell.text == text or (not text and cell.text)  # that of the joined cell above
    joined = [row.cells[0]._tc for row in shown.rows[1:]]
    assert len(joined) - len(set(joined)) == sum(not line[0] for line in table.lines()) > 0


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_an_office_opens_it_and_the_page_is_one(tmp_path: Path, language: str) -> None:
    for name in CASES:
        (tmp_path / f"{name}.docx").write_bytes(written(name, language, "page"))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless"]
    files = sorted(tmp_path.glob("*.docx"))
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True,
        capture_output=True,
        timeout=240,
    )
    for name in CASES:
        (sheet,) = pypdf.PdfReader(tmp_path / f"{name}.pdf").pages
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]


def test_a_template_with_few_styles_of_its_own_will_do(tmp_path: Path) -> None:
    """Word keeps in a file only the styles that somebody used."""
    house = docx.Document()
    for style in list(house.styles):
        if style.name not in ("Normal", "Default Paragraph Font", "Normal Table", "No List"):
            style.element.getparent().remove(style.element)
    house.save(str(tmp_path / "kop.docx"))
    for form in ("page", "submission", "telaahan", "full"):
        file = write(
            load("elmira"), tmp_path / f"{form}.docx", form=form, template=tmp_path / "kop.docx"
        )
        assert len(docx.Document(str(file)).tables) > 2


def test_a_form_is_laid_out_by_the_last_section_of_a_template(tmp_path: Path) -> None:
    house = docx.Document()
    wide = house.add_section()
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    house.save(str(tmp_path / "kop.docx"))
    broad = Word("en", "T", template=tmp_path / "kop.docx").width
    assert broad > Word("en", "T").width
