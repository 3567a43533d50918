"""What is written compiles with the TeX of Debian, or says in one line what it lacks."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

import pypdf
import pytest

from brief.media.papers import ASIDE, CYRILLIC, NOTEBOOK, PAPER, conflict
from satumeja.brief import Cell, Paper, Table, field_figure, field_tables, ranking_table
from satumeja.brief.media import Layout
from satumeja.exports import write
from satumeja.gallery import load
from satumeja.stability import analyse

# Fonts that TeX draws, and its list of fonts, are kept for the next test, below our own folder.
KEPT = Path(tempfile.gettempdir()) / "satumeja-tex"


class Run(NamedTuple):
    """What an engine made of a document: how it ended, its errors and its words."""

    code: int
    errors: list[str]
    log: str
    pdf: Path

    def words(self) -> str:
        """Give the words of the pages, as a reader of PDF finds them."""
        return " ".join(page.extract_text() for page in pypdf.PdfReader(self.pdf).pages)


def compiled(engine: str, file: Path) -> Run:
    """Compile a document, or skip the test where this engine is not installed."""
    if shutil.which(engine) is None:
        pytest.skip(f"{engine} is not installed")
    kept = {"TEXMFVAR": str(KEPT / "var"), "TEXMFCACHE": str(KEPT / "cache")}
    done = subprocess.run(
        [engine, "-interaction=nonstopmode", file.name],
        cwd=file.parent,
        env=os.environ | kept | {"max_print_line": "10000"},
        capture_output=True,
        check=False,
        timeout=600,
    )
    log = file.with_suffix(".log").read_text("utf-8", errors="replace")
    errors = [line for line in log.splitlines() if line.startswith("!")]
    return Run(done.returncode, errors, log, file.with_suffix(".pdf"))


def right(run: Run) -> bool:
    return (run.code, run.errors) == (0, []) and "Missing character" not in run.log


def test_pdflatex_sets_cyrillic_and_every_sign(tmp_path: Path) -> None:
    run = compiled("pdflatex", write(conflict(CYRILLIC), tmp_path / "m.tex", language="id"))
    assert right(run), run.errors
    assert "Łódź" in run.words()


def test_pdflatex_needs_no_latin_modern(tmp_path: Path) -> None:
    for name, model in (("plain", load("elmira")), ("letters", conflict(CYRILLIC))):
        file = write(model, tmp_path / f"{name}.tex", paper=Paper("page"))
        file.write_text(file.read_text("utf-8").replace("lmodern.sty", "absent.sty"), "utf-8")
        run = compiled("pdflatex", file)
        assert right(run), run.errors


@pytest.mark.parametrize("engine", ["xelatex", "lualatex"])
def test_other_engines_set_every_script(engine: str, tmp_path: Path) -> None:
    run = compiled(engine, write(conflict(CYRILLIC, ASIDE), tmp_path / "m.tex"))
    assert right(run), run.errors
    words = run.words()
    for word in (*CYRILLIC.split(), "Ελλάδα", "Nội", "Łódź"):
        assert word in words


def test_parts_fit_into_a_paper_in_two_columns(tmp_path: Path) -> None:
    model = load("elmira")
    tables = [table for kind in field_tables(analyse(model)).values() for table in kind]
    column = Paper("column", fragment=True)
    (tmp_path / "table.tex").write_text(column.write(tables[:9]), "utf-8")
    figures = [field_figure(model, kind) for kind in ("integrated", "ranking", "status-quo")]
    (tmp_path / "figure.tex").write_text(column.write(figures), "utf-8")
    file = tmp_path / "paper.tex"
    file.write_text(PAPER, "utf-8")
    run = compiled("pdflatex", file)
    assert right(run), run.errors
    assert "Overfull \\hbox" not in run.log
    assert "Float too large" not in run.log


@pytest.mark.parametrize("layout", ["column", "page"])
def test_no_table_is_longer_than_a_page(layout: Layout, tmp_path: Path) -> None:
    models = [load(name) for name in ("december-2021-a", "gisborne-unknown", "garrison")]
    tables = [
        table
        for model in models
        for language in ("en", "id")
        for kind in field_tables(analyse(model), language=language).values()
        for table in kind
    ]
    high = Table("High", ((Cell("why", "col"),),), ((Cell("so many words " * 400),),))
    rows = tuple((Cell(str(k)), Cell("word " * (k % 30))) for k in range(300))
    long = Table("Long", ((Cell("n", "col"), Cell("text", "col")),), rows, note="note " * 40)
    written = Paper(layout, fragment=True).write([long, high])
    written += "\n\\clearpage\n".join(table.latex(layout) for table in tables)
    (tmp_path / "table.tex").write_text(written, "utf-8")
    (tmp_path / "figure.tex").write_text("", "utf-8")
    file = tmp_path / "paper.tex"
    file.write_text(PAPER, "utf-8")
    run = compiled("pdflatex", file)
    assert right(run), run.errors
    assert "Float too large" not in run.log
    assert "(2/" in run.words()


def test_notebooks_as_latex_have_what_their_results_need(tmp_path: Path) -> None:
    """What nbconvert writes loads pgf, and no TikZ."""
    model = load("elmira")
    table = ranking_table(analyse(model))
    figures = [field_figure(model, kind)._repr_latex_() for kind in ("integrated", "ranking")]
    body = "\n".join((table._repr_latex_(), *figures))
    file = tmp_path / "notebook.tex"
    file.write_text(NOTEBOOK.replace("RESULTS", body), "utf-8")
    run = compiled("pdflatex", file)
    assert right(run), run.errors


def test_letters_that_cannot_be_set_are_named_in_one_line(tmp_path: Path) -> None:
    run = compiled("pdflatex", write(conflict("中国"), tmp_path / "m.tex"))
    assert run.code == 1
    assert run.errors == [
        "! pdflatex has no letters for 中 U+4E2D, 国 U+56FD: use xelatex or lualatex."
    ]
    assert not run.pdf.exists()


def test_letters_that_no_font_has_are_named_in_one_line(tmp_path: Path) -> None:
    run = compiled("xelatex", write(conflict("\U0001f54a\ue000"), tmp_path / "m.tex"))
    assert run.code == 1
    (error,) = run.errors
    assert "none has: \ue000 U+E000" in error
    assert "U+1F54A" in error
    assert not run.pdf.exists()
