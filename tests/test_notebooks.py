"""The notebooks of the documentation run, agree with what is published, and print well."""

from __future__ import annotations

import ast
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter, LatexExporter

from satumeja.display import MOST_LINES
from satumeja.gallery import entry, load

FOLDER = Path(__file__).parents[1] / "docs" / "notebooks"
NAMES = ("elmira", "garrison", "cuban-missile-crisis", "syria-iraq")
MOST_CODE, MOST_PRINTED, MOST_VIEW = 40, 1200, 25_000
HELD = "{c.id: result.equilibria(c.id).tolist() for c in result.concepts}"

notebooks = pytest.mark.parametrize("name", NAMES)


def read(name: str) -> Any:
    return nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)


@cache
def run(name: str) -> tuple[Any, dict[str, list[int]]]:
    """Run a notebook, and give it with what holds by its last lights."""
    book = read(name)
    book.cells.append(nbformat.v4.new_code_cell(HELD))
    NotebookClient(book, timeout=300, kernel_name="python3").execute()
    last = book.cells.pop()
    return book, ast.literal_eval(last.outputs[0].data["text/plain"])


def outputs(book: Any) -> list[Any]:
    return [part for cell in book.cells if cell.cell_type == "code" for part in cell.outputs]


def code(book: Any) -> list[str]:
    lines = [
        line
        for cell in book.cells
        if cell.cell_type == "code"
        for line in cell.source.splitlines()
    ]
    return [line for line in lines if line.strip() and not line.strip().startswith("#")]


def test_every_notebook_is_run() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == sorted(NAMES)


@notebooks
def test_a_notebook_is_short_and_kept_without_outputs(name: str) -> None:
    book = read(name)
    nbformat.validate(book)
    assert len(code(book)) < MOST_CODE
    assert not any("loads(" in line or "gallery" in line for line in code(book))
    assert outputs(book) == []
    assert all(cell.get("execution_count") is None for cell in book.cells)


@notebooks
def test_what_a_notebook_finds_is_what_the_model_of_the_gallery_has(name: str) -> None:
    book, held = run(name)
    assert not [part for part in outputs(book) if part.output_type == "error"]
    analysis = load(name).analyse(held)
    assert held == {concept: analysis.equilibria(concept).tolist() for concept in held}
    published = entry(name).published
    differing = {concept for part in entry(name).differences for concept in part.concepts}
    compared = set(held) & set(published) - differing
    assert compared
    assert all(held[concept] == list(published[concept]) for concept in compared)


@notebooks
def test_a_notebook_has_figures_and_tables_and_is_short_to_read(name: str) -> None:
    book, _ = run(name)
    views = [part.data for part in outputs(book) if "data" in part]
    pages = [view["text/html"] for view in views if "text/html" in view]
    assert any("<svg" in page for page in pages)
    assert any("<table" in page for page in pages)
    assert all(len(view["text/plain"].splitlines()) <= MOST_LINES for view in views)
    assert all(len(page) < MOST_VIEW for page in pages)
    printed = [part.text for part in outputs(book) if part.output_type == "stream"]
    assert all(len(text) < MOST_PRINTED for text in printed)
    assert all(part.get("name") != "stderr" for part in outputs(book))


def test_what_would_have_to_be_preferred_is_counted() -> None:
    book, _ = run("syria-iraq")
    counts = [
        ast.literal_eval(part.data["text/plain"])
        for part in outputs(book)
        if "data" in part and part.data["text/plain"].startswith("{'nash'")
    ]
    (counted,) = counts
    assert (counted["nash"], counted["gmr"], counted["smr"], counted["seq"]) == (
        240,
        384,
        300,
        384,
    )


def as_paper(name: str) -> str:
    """Give a notebook as nbconvert prints it for LaTeX."""
    book, _ = run(name)
    book = nbformat.from_dict(book)
    if shutil.which("pandoc") is None:  # which nbconvert needs for words, not for results
        book.cells = [cell for cell in book.cells if cell.cell_type == "code"]
    return str(LatexExporter().from_notebook_node(book)[0])


@notebooks
def test_as_latex_a_notebook_has_tables_and_figures(name: str) -> None:
    text = as_paper(name)
    body = text.partition("\\begin{document}")[2]
    assert "\\begin{longtable}" in body
    assert "\\begin{tikzpicture}" in body
    for mark in ("<svg", "<table", "<div", "Figure: "):
        assert mark not in body
    for text in (part.data["text/plain"] for part in outputs(run(name)[0]) if "data" in part):
        assert not any(line in body for line in text.splitlines()[1:] if "  " in line.strip())


@notebooks
def test_as_a_page_a_notebook_has_tables_and_figures(name: str) -> None:
    book, _ = run(name)
    text = str(HTMLExporter(template_name="basic").from_notebook_node(book)[0])
    assert "<svg" in text
    assert "<caption>" in text
    for mark in ("&lt;svg", "\\begin{longtable}", "\\begin{tikzpicture}", "Figure: ", "&lt;table"):
        assert mark not in text
