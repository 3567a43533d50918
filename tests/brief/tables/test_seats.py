"""Who sits at which table, called by whom and about what; who is affected without a seat."""

from __future__ import annotations

from formats.samples import SEATED
from satumeja.brief import affected_table, render, seat_table
from satumeja.formats import loads
from satumeja.stability import analyse

MODEL = loads(SEATED)


def test_a_column_is_there_where_a_table_says_so() -> None:
    table = seat_table(MODEL)
    assert table.header() == [
        *("Table", "Seats", "Date", "Until", "Convened by", "Agenda", "Papers"),
        *("Why it is assumed", "Rests on"),
    ]
    (line,) = table.lines()
    assert line[3:6] == ["March 2022", "Oman", "us: Offer a pact; Prisoners"]


def test_a_model_that_says_nothing_has_the_columns_of_before() -> None:
    plain = loads(SEATED[: SEATED.index("    until:")])
    assert len(seat_table(plain).header()) == 5


def test_who_is_affected_is_listed_with_the_reason() -> None:
    lines = affected_table(MODEL, language="id").lines()
    assert [line[:2] for line in lines] == [["Ukraina", "It is spoken about"], ["georgia", ""]]


def test_the_brief_shows_both() -> None:
    page = render(MODEL, analyse(MODEL), language="id")
    for words in ("Diundang oleh", "Dokumen", "Tahanan", "Terdampak, tanpa kursi", "Ukraina"):
        assert words in page
