"""A table reads the same in HTML and as text."""

from __future__ import annotations

from markupsafe import Markup

from brief.samples import elements
from satumeja.brief import Cell, Table

SPANNING = Table(
    "Numbers",
    (
        (Cell("", "col", rows=2), Cell("Nash", "colgroup", columns=2)),
        (Cell("A", "col", title="Alice"), Cell("B", "col")),
    ),
    (
        (Cell("both", "rowgroup", rows=2), Cell("1"), Cell("2")),
        (Cell("3"), Cell("4")),
    ),
    kind="sample",
)


def test_headings_that_span_stand_over_each_column() -> None:
    assert SPANNING.header() == ["", "Nash A", "Nash B"]


def test_cells_that_span_rows_stand_in_the_first() -> None:
    assert SPANNING.lines() == [["both", "1", "2"], ["", "3", "4"]]


def test_html_has_scopes_spans_and_the_words_behind_a_letter() -> None:
    found = elements(SPANNING.html())
    heads = [element.attributes for element in found if element.name == "th"]
    assert heads[0] == {"scope": "col", "rowspan": "2"}
    assert heads[1] == {"scope": "colgroup", "colspan": "2"}
    assert [e.attributes["title"] for e in found if e.name == "abbr"] == ["Alice"]


def test_text_is_escaped_and_markup_is_not() -> None:
    cells = (Cell("<script>"), Cell("x", markup=Markup("<b>x</b>"), kind='"quoted"'))
    names = [e.name for e in elements(Table("<i>", ((Cell("&", "col"),),), (cells,)).html())]
    assert "script" not in names
    assert "i" not in names
    assert "b" in names


def test_a_notebook_shows_the_note() -> None:
    table = Table("t", ((Cell("a", "col"),),), ((Cell("b"),),), note="mind < this")
    assert table._repr_html_().endswith("<p>mind &lt; this</p>")
