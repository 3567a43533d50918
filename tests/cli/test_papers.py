"""LaTeX for a paper from the command line: how it is laid out, and when a flag does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import Run
from satumeja import gallery

MODEL = str(gallery.path("elmira"))
WRITERS = (("tables", "-k", "ranking"), ("figure",), ("convert",))


@pytest.mark.parametrize("words", WRITERS, ids=lambda words: words[0])
@pytest.mark.parametrize(("layout", "stars"), [("column", ""), ("page", "*")])
def test_floats_are_asked_for_by_their_width(
    run: Run, tmp_path: Path, words: tuple[str, ...], layout: str, stars: str
) -> None:
    command, *rest = words
    out = tmp_path / "m.tex"
    assert run(command, MODEL, *rest, "-o", str(out), "--layout", layout).code == 0
    text = out.read_text("utf-8")
    assert text.startswith("\\documentclass[twocolumn]{article}")
    for name, writers in (("table", ("tables", "convert")), ("figure", ("figure", "convert"))):
        assert (f"\\begin{{{name}{stars}}}" in text) == (command in writers)
    assert "longtable" not in text


@pytest.mark.parametrize("words", WRITERS, ids=lambda words: words[0])
def test_a_fragment_is_a_document_without_its_preamble(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    command, *rest = words
    whole, part = tmp_path / "whole.tex", tmp_path / "part.tex"
    run(command, MODEL, *rest, "-o", str(whole))
    run(command, MODEL, *rest, "-o", str(part), "--fragment")
    text = part.read_text("utf-8")
    assert text.startswith("% \\usepackage{amssymb,")
    assert "\\begin{document}" not in text
    for line in text.splitlines()[1:]:
        assert line in whole.read_text("utf-8")


@pytest.mark.parametrize("words", WRITERS, ids=lambda words: words[0])
@pytest.mark.parametrize("flag", ["--layout=page", "--fragment"])
def test_flags_for_latex_go_with_latex(
    run: Run, tmp_path: Path, words: tuple[str, ...], flag: str
) -> None:
    command, *rest = words
    suffix = ".graphml" if command == "convert" else ".svg"
    out = tmp_path / f"m{suffix}"
    refused = run(command, MODEL, *rest, "-o", str(out), flag)
    assert refused.code == 2
    assert f"{flag.partition('=')[0]} goes with --out FILE.tex only" in refused.err
    assert not out.exists()


def test_a_layout_that_is_not_there_is_told_with_the_nearest(run: Run) -> None:
    refused = run("tables", MODEL, "-o", "m.tex", "--layout", "colum")
    assert refused.code == 2
    assert 'did you mean "column"?' in refused.err


ANSWERS = (
    ("invert", gallery.path("elmira"), "--state", "8"),
    ("rests-on", gallery.path("chicken"), "--samples", "1"),
    ("coalitions", gallery.path("elmira")),
    ("over-time", gallery.path("december-2021-b")),
    ("deals", gallery.path("december-2021-b"), "--table", "geneva"),
    ("deals", gallery.path("december-2021-b")),
    ("openings", gallery.path("december-2021-b"), "--table", "geneva"),
    ("rank", gallery.path("december-2021-b"), "russia"),
)


@pytest.mark.parametrize("words", ANSWERS, ids=lambda words: "-".join(map(str, words[::2])))
def test_a_figure_beside_an_answer_is_laid_out_too(
    run: Run, tmp_path: Path, words: tuple[object, ...]
) -> None:
    command, out = [str(word) for word in words], tmp_path / "m.tex"
    asked = run(*command, "--figure", str(out), "--layout", "page", "--fragment")
    assert asked.code == 0, asked.err
    text = out.read_text("utf-8")
    assert text.startswith("% \\usepackage{amssymb,tikz}")
    assert "\\begin{figure*}" in text
    refused = run(*command, "--figure", str(tmp_path / "m.svg"), "--layout", "page")
    assert refused.code == 2
    assert "--layout goes with --figure FILE.tex only" in refused.err
    alone = run(*command, "--fragment")
    assert alone.code == 2
    assert "--fragment goes with --figure FILE.tex only" in alone.err
    assert not (tmp_path / "m.svg").exists()


def test_a_sweep_is_laid_out_too(run: Run, tmp_path: Path) -> None:
    out, words = tmp_path / "m.tex", ("sweep", str(gallery.path("chicken")), "--profiles", "3")
    assert run(*words, "-o", str(out), "--layout", "column", "--fragment").code == 0
    assert "\\begin{table}" in out.read_text("utf-8")
    refused = run(*words, "-o", str(tmp_path / "m.csv"), "--layout", "column")
    assert refused.code == 2
    assert "--layout goes with --out FILE.tex only" in refused.err
