"""Many rows laid out together look as they do one by one, at a part of the work."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from operations import operations
from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.terminal import _table
from satumeja.brief.terminal._table import print_table

CELLS = st.text("ab  c-|é–\t漢\n", max_size=30)


def table_of(rows: Sequence[Sequence[str]]) -> Table:
    def row(cells: Sequence[str]) -> Row:
        return Row(tuple(Cell(cell) for cell in cells))

    return Table("Title", (row(["Pattern", "No", "Under what it holds"]),), tuple(map(row, rows)))


def shown(table: Table, width: int) -> str:
    page = io.StringIO()
    print_table(table, Console(file=page, width=width, highlight=False, markup=False, emoji=False))
    return page.getvalue()


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5), st.integers(20, 70))
def test_rows_together_look_as_they_do_one_by_one(
    rows: Sequence[Sequence[str]], width: int
) -> None:
    table = table_of(rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_table, "_MANY", 1)
        together = shown(table, width)
        patch.setattr(_table, "_MANY", len(rows) + 1)
        assert together == shown(table, width)


def test_many_rows_take_a_part_of_the_work_of_as_many_by_themselves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [(f"YN-{k:05b}", str(k), "GMR, SMR, SEQ and SSEQ") for k in range(120)]
    together = operations(lambda: shown(table_of(rows), 60))
    monkeypatch.setattr(_table, "_MANY", len(rows) + 1)
    assert operations(lambda: shown(table_of(rows), 60)) > 1.5 * together
