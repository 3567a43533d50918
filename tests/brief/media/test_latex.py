"""LaTeX: what it says of signs and letters, how wide it is, and what it needs."""

from __future__ import annotations

import re
import unicodedata

import pytest

from brief.media.papers import SIGNS, conflict
from satumeja.brief import Cell, Paper, Table, field_figure, field_tables, ranking_table
from satumeja.brief.media import LAYOUTS, Layout
from satumeja.brief.media._engines import beyond_pdftex, marked, preamble
from satumeja.brief.media._signs import escaped
from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.stability import analyse

STATED = {"amssymb", "array", "booktabs", "graphicx", "longtable", "tikz"}
WIDE = Table(
    "Long texts",
    ((Cell("who", "col"), Cell("over all", "colgroup", columns=2)),),
    ((Cell("somebody"), Cell("word " * 40), Cell("unbreakable" * 2)),),
    note="a note",
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a ≥ b", "a $\\geq$ b"),
        ("−1′", "$-$1$^{\\prime}$"),
        ("A ≻ B ∼ C", "A $\\succ$ B $\\sim$ C"),
        ("H₂O ½", "H$_{2}$O $1/2$"),
        ("α-core", "$\\alpha${-}core"),
        ("Αθήνα", "Αθήνα"),
        ("e\u0301", "é"),
        ("a\u200bb\u202ec\u2066d", "abcd"),
        ("a\tb\nc\x07d\u2028e\u3000f", "a b c d e f"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("✓\ufe0f", "$\\checkmark$"),
        ('"', "{\\ttfamily\\char34}"),
        ("Đề nghị", "Đề nghị"),
    ],
)
def test_signs_are_commands_and_letters_are_letters(text: str, written: str) -> None:
    assert escaped(text) == written


def test_every_sign_of_the_field_is_in_ascii() -> None:
    assert escaped(SIGNS).isascii()


def test_whatever_is_not_a_letter_and_passes_is_named_by_pdftex() -> None:
    """No sign goes through that pdfTeX would refuse with words of its own."""
    for code in range(0x80, 0x3100):
        left = escaped(chr(code))
        if not left.isascii() and not beyond_pdftex(left):
            assert unicodedata.category(left).startswith("L"), hex(code)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_document_needs_no_package_but_those_stated(layout: Layout) -> None:
    model = load("elmira")
    parts = [table for kind in field_tables(analyse(model)).values() for table in kind]
    fragment = Paper(layout, fragment=True).write([*parts, field_figure(model, "integrated")])
    (named,) = re.findall(r"^% \\usepackage\{(.*)\}$", fragment, re.MULTILINE)
    assert set(named.split(",")) <= STATED
    assert "\\documentclass" not in fragment
    assert ("longtable" in named) == (layout == "flow")
    whole = Paper(layout).write(parts)
    assert f"\\usepackage{{{named.removesuffix(',tikz')}}}" in whole


def test_floats_are_as_wide_as_a_column_or_the_page() -> None:
    model = load("elmira")
    table, figure = ranking_table(analyse(model)), field_figure(model, "integrated")
    for layout, length, stars in (("column", "\\columnwidth", ""), ("page", "\\textwidth", "*")):
        written = Paper(layout, fragment=True).write([table, figure])  # type: ignore[arg-type]
        for name in ("table", "figure"):
            assert f"\\begin{{{name}{stars}}}" in written
            assert f"\\end{{{name}{stars}}}" in written
        assert f"\\ifdim\\width>{length}" in written
        assert f"min(1,{length}/" in written
        assert "\\linewidth" not in written


def test_columns_are_as_wide_as_their_longest_word() -> None:
    written = WIDE.latex("column")
    widths = [float(part) for part in re.findall(r"p\{([\d.]+)\\columnwidth\}", written)]
    assert len(widths) == 2
    assert widths[1] >= 0.019 * 22
    assert "\\multicolumn{2}{@{}l}{over all}" in written
    assert written.count("a note") == 1


def test_a_layout_that_is_not_there_is_refused() -> None:
    for ask in (
        lambda: Paper("colum"),  # type: ignore[arg-type]
        lambda: WIDE.latex("colum"),  # type: ignore[arg-type]
        lambda: field_figure(load("elmira"), "integrated").latex("colum"),  # type: ignore[arg-type]
    ):
        with pytest.raises(QuestionError, match='unknown layout "colum"; did you mean "column"'):
            ask()


def test_runs_of_other_letters_are_marked() -> None:
    assert marked("the Київ and Харків of Ελλάδα") == (
        "the \\InEncoding{T2A}{Київ} and \\InEncoding{T2A}{Харків} of \\InEncoding{LGR}{Ελλάδα}"
    )
    assert marked("Hà Nội") == "Hà \\InEncoding{T5}{Nội}"
    assert marked("a שלום עולם b") == "a \\Leftward{Hebrew}{שלום עולם} b"
    assert marked("नेपाल") == "\\InScript{Devanagari}{नेपाल}"
    assert marked("Łódź") == "Łódź"


def test_a_preamble_sets_up_what_the_words_need_and_no_more() -> None:
    assert "\\TryFonts" not in preamble("plain \\textbf{words}")
    assert "{T1}" not in preamble("é").partition("type1ec")[2].partition("\\else")[0][:30]
    assert "[T2A,T1]" in preamble("Київ")
    assert "pdflatex has no letters for \\detokenize{中} U+4E2D: use xelatex" in preamble("中")
    many = preamble("".join(chr(0x4E00 + k) for k in range(20)))
    assert "and 14 more: use xelatex or lualatex" in many


def test_a_notebook_has_latex_beside_html() -> None:
    table, figure = WIDE, field_figure(load("elmira"), "ranking")
    assert table._repr_latex_() == table.latex()
    assert figure._repr_latex_().endswith(figure.latex())


def test_a_fragment_says_which_engine_it_needs() -> None:
    model = conflict("中国")
    written = Paper(fragment=True).write([ranking_table(analyse(model))])
    assert "% xelatex or lualatex, with a font that has 中国\n" in written


def test_what_is_longer_than_a_page_goes_on_in_floats_of_the_same_number() -> None:
    numbers = [str(k) for k in range(1, 1001)]
    long = Table(
        "Long",
        ((Cell("group", "col"), Cell("number", "col")),),
        tuple(
            (Cell(f"block {k // 300}", "rowgroup", rows=min(300, 1000 - k)), Cell(number))
            if k % 300 == 0
            else (Cell(number),)
            for k, number in enumerate(numbers)
        ),
        note="a note",
    )
    written = long.latex("column")
    count = written.count("\\begin{table}")
    assert count > 15
    assert written.count("\\clearpage") == (count - 1) // 15
    assert written.count("\\addtocounter{table}{-1}") == count - 1
    assert f"\\caption{{Long (1/{count})}}" in written
    assert written.count("a note") == 1
    rows = re.findall(r"^(.*) & (\d+) \\\\$", written, re.MULTILINE)
    assert [number for _, number in rows] == numbers
    parts = written.split("\\midrule\n")[1:]
    for part in parts:  # each says again under which heading its first row stands
        number = int(re.findall(r"& (\d+) ", part)[0])
        assert part.startswith(f"block {(number - 1) // 300} & {number} ")
    assert long.latex().count("\\begin{longtable}") == 1


def test_a_document_begins_a_page_before_too_many_floats() -> None:
    table = Table("Long", ((Cell("n", "col"),),), tuple((Cell(str(k)),) for k in range(200)))
    written = Paper("column").write([table] * 8)
    waiting = most = 0
    for mark in re.findall(r"\\clearpage|\\begin\{table\}", written):
        waiting = waiting + 1 if "table" in mark else 0
        most = max(most, waiting)
    assert 15 <= most <= 30
