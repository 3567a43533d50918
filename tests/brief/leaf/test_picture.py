"""The picture: what stands in which column, how it is drawn, and what it says without eyes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from brief.leaf.fronts import alone, chicken, december, deed, elmira, versus
from brief.samples import elements, random_models
from satumeja import formats
from satumeja.brief.figures import change_figure
from satumeja.brief.leaf import MOST_WORDS, WIDTH, Mark, Picture, Row, layout_of, leaf_of
from satumeja.brief.words import LANGUAGES, Phrases, Words
from satumeja.front import Front, GroupGain
from satumeja.front import front as front_of
from satumeja.gallery import load
from satumeja.model import Model, Text

Make = Callable[[], tuple[Front, Model]]


def picture(front: Front, model: Model, language: str = "en") -> Picture:
    return leaf_of(front, Phrases(model, Words(language))).picture


def row(shown: Picture, text: str) -> Row:
    (found,) = [row for row in shown.rows if row.text == text]
    return found


def letters(line: Row) -> list[str]:
    """Write the cells of a row: a letter in capitals moves, one in brackets is a red line."""
    cells = list[str]()
    for cell in line.cells:
        assert not isinstance(cell, str)
        marks = [mark.letter if mark.moves else mark.letter.lower() for mark in cell]
        lines = [mark.line for mark in cell]
        pairs = zip(marks, lines, strict=True)
        cells.append(" ".join(f"[{mark}]" if line else mark for mark, line in pairs))
    return cells


def marks_of(line: Row) -> list[list[Mark]]:
    """Give the marks of a row, column by column."""
    return [[mark for mark in cell if not isinstance(mark, str)] for cell in line.cells]


def test_december_is_drawn_as_its_data_are() -> None:
    shown = picture(*december())
    assert [line.kind for line in shown.rows] == [
        "now",
        "head",
        "gain",
        "answer",
        *["move"] * 6, "rest", "head", *["package"] * 3,
    ]  # fmt: skip
    assert letters(row(shown, "Russia: attack Ukraine and no longer sit at the table")) == [
        "[u] n", "", "R",
    ]  # fmt: skip
    assert letters(row(shown, "then NATO allies: deploy weapons in Ukraine")) == [
        "[r] [u] N", "", "",
    ]  # fmt: skip
    assert letters(
        row(shown, "United States: guarantee that NATO will not expand to Ukraine")
    ) == ["[U] [n]", "", "r"]


def test_now_says_what_each_side_does() -> None:
    front, model = december()
    assert picture(front, model).rows[0].text == (
        "Now. Russia: sit at the table; United States: put a detailed proposal on the table; "
        "NATO allies: nothing of its own"
    )
    assert picture(front, model, "id").rows[0].text == (
        "Sekarang. Rusia: duduk di meja perundingan; Amerika Serikat: mengajukan usulan rinci di "
        "meja perundingan; NATO: belum mengambil pilihan apa pun"
    )


def test_a_level_is_named_where_a_side_stands_and_where_it_goes() -> None:
    levels = {"none": "None", "some": "Some"}
    raw = {
        "satumeja": 1,
        "title": "Levels",
        "decision_makers": {
            "a": {"name": "Ada", "options": {"aid": {"name": "Aid", "levels": levels}},
                  "preferences": [{"statement": "aid=some"}]},
            "b": {"name": "Bo", "options": {"go": {"name": "Go"}},
                  "preferences": [{"statement": "go"}]},
        },
        "status_quo": "N|N",
    }  # fmt: skip
    model = formats.from_dict(raw)
    shown = picture(front_of(model), model)
    assert shown.rows[0].text == "Now. Ada: “Aid” at “None”; Bo: nothing of its own"
    assert "Ada: move “Aid” to “Some”" in [line.text for line in shown.rows]


def test_a_package_says_how_each_table_opens_and_how_it_would_hold() -> None:
    notes = ["".join(line.notes) for line in picture(*december()).rows if line.kind == "package"]
    assert notes == [
        ("Opens all three tables if Russia accepted less than now; would then hold only if "
         "answered without gain"),
        ("Opens the table R–U if the United States no longer ruled it out; opens the table "
         "R–U–N if the United States and the NATO allies no longer ruled it out; would then "
         "hold by itself"),
        ("Opens the tables R–N and R–U–N if the NATO allies accepted less than now; would then "
         "hold if answered"),
    ]  # fmt: skip


def test_what_is_open_stands_above_and_says_what_could_follow() -> None:
    front, model = december()
    first, *rest = front.tables
    package = replace(
        first.each_side[0].package, level=2, nuance=("us",), upset_by_absent=("nato",),
        groups=(GroupGain(("russia", "us"), deed(3, russia="-talk", us="-platform")),),
    )  # fmt: skip
    table = replace(first, zone=1, best=(package,), each_side=())
    shown = picture(replace(front, tables=(table, *rest)), model)
    (line,) = [line for line in shown.rows if line.kind == "open"]
    assert "".join(line.notes) == (
        "Open at the table R–U; would then hold if answered, but Russia and the United States "
        "together could then gain by moving on; one more move of the United States could then "
        "bring a gain back; the NATO allies, absent, would leave it"
    )
    headings = [line.text for line in shown.rows if line.kind == "head"]
    assert headings[1] == "Together: what all seated would accept"


def test_moves_left_out_are_counted() -> None:
    front, model = december()
    worse = versus(russia="worse", us="same", nato="same")
    more = tuple(alone("us", deed(100 + k, us="punish -platform"), worse) for k in range(5))
    shown = picture(replace(front, alone=front.alone + more, alone_count=20), model)
    moves = [line for line in shown.rows if line.kind in ("gain", "move")]
    (rest,) = [line for line in shown.rows if line.kind == "rest"]
    assert len(moves) <= 8
    number = {12: "12", 13: "13"}[20 - len(moves)]
    assert rest.text == f"and {number} more moves, no gain for their makers"


def test_a_gain_that_nothing_takes_away_has_no_answer_row() -> None:
    front, model = december()
    first, *rest = front.alone
    free = replace(first, answer=(), answer_by=(), end=None, end_lines=())
    shown = picture(replace(front, alone=(free, *rest)), model)
    (line,) = [line for line in shown.rows if line.kind == "gain"]
    assert line.notes == ("No answer takes this gain away",)
    assert not line.mover
    assert all(line.kind != "answer" for line in shown.rows)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [december, elmira, chicken])
def test_the_drawing_needs_no_style_and_marks_every_side(make: Make, language: str) -> None:
    shown = picture(*make(), language=language)
    figure = change_figure(shown, Words(language))
    found = elements(figure.svg)
    assert not {"style", "marker", "script", "image"} & {part.name for part in found}
    assert all("style" not in part.attributes for part in found)
    (title,) = [part for part in found if part.name == "title"]
    assert "".join(title.text) == shown.title
    marks = [mark for line in shown.rows for cell in line.cells if not isinstance(cell, str)
             for mark in cell]  # fmt: skip
    drawn = [part for part in found if part.name in ("circle", "rect")
             and "stroke" in part.attributes]  # fmt: skip
    shown_letters = len(shown.legend) * (2 if shown.key == "places" else 1)
    assert len(drawn) == len(marks) + shown_letters
    assert len([part for part in drawn if part.name == "rect"]) == sum(m.line for m in marks)
    filled = [part for part in drawn if part.attributes["fill"] == "currentColor"]
    assert len(filled) == sum(mark.moves for mark in marks)


@pytest.mark.parametrize("make", [december, elmira])
def test_an_arrow_leads_from_the_mover_to_where_the_answer_leaves_it(make: Make) -> None:
    shown = picture(*make())
    figure = change_figure(shown, Words("en"))
    dashed = [part for part in elements(figure.svg) if part.name == "path"
              and "stroke-dasharray" in part.attributes]  # fmt: skip
    assert len(dashed) == len([line for line in shown.rows if line.kind == "answer"])


@pytest.mark.parametrize("make", [december, elmira, chicken])
def test_the_table_beside_it_has_the_same_rows(make: Make) -> None:
    shown = picture(*make())
    table = change_figure(shown, Words("en")).data
    assert table is not None
    assert len(table.body) == len(shown.rows)
    for cells, line in zip(table.lines(), shown.rows, strict=True):
        assert cells[0].startswith(line.text)
        for cell, marks in zip(cells[1:], line.cells, strict=False):
            if isinstance(marks, str):
                assert cell == marks
            else:
                assert len(marks) == (cell.count(", ") + 1 if cell else 0)
                assert cell.count("(moves") == sum(mark.moves for mark in marks)
                assert cell.count("red line)") == sum(mark.line for mark in marks)


def test_the_description_says_each_row() -> None:
    description = picture(*december()).description
    assert (
        "Russia: attack Ukraine and no longer sit at the table. Worse than now for the United "
        "States and the NATO allies; better than now for Russia; red line of the United States "
        "crossed; a gain "
        "for its maker."
    ) in description


def test_rows_stand_below_each_other_and_in_the_picture() -> None:
    shown = picture(*december())
    figure = change_figure(shown, Words("en"))
    (svg,) = [part for part in elements(figure.svg) if part.name == "svg"]
    height = float(svg.attributes["height"])
    baselines = [float(part.attributes["y"]) for part in elements(figure.svg)
                 if part.name == "text" and part.attributes.get("x") in ("4", "16")]  # fmt: skip
    assert all(before < after or before == after for before, after in pairwise(baselines))
    assert max(baselines) < height
    assert float(svg.attributes["width"]) == WIDTH
    assert sum(layout.height for layout in layout_of(shown)) < height


def test_many_letters_stand_on_two_lines() -> None:
    front, model = december()
    ids = [f"p{k}" for k in range(9)]
    party = front.parties[0]
    crowd = tuple(replace(party, id=key, letter=key.upper(), doing=()) for key in ids)
    move = alone("p0", deed(3), dict.fromkeys(ids, "worse"))
    shown = picture(
        replace(front, parties=crowd, hold=replace(front.hold, level=3, tempted=()),  # type: ignore[type-var]
                links=(), tables=(), alone=(move,), alone_count=1, ask=(), ahead=()),
        model,
    )  # fmt: skip
    circles = [part for part in elements(change_figure(shown, Words("en")).svg)
               if part.name == "circle"]  # fmt: skip
    last = circles[-9:]
    assert len({part.attributes["cy"] for part in last}) == 2
    assert max(float(part.attributes["cx"]) for part in last) < WIDTH - 170


@pytest.mark.parametrize("model", random_models(17, 12), ids=str)
def test_a_random_page_draws_gains_answers_and_everybody(model: Model) -> None:
    page = leaf_of(front_of(model), Phrases(model, Words("en")))
    assert page.words <= MOST_WORDS
    if page.picture.key == "places":
        return
    everybody = {dm.id for dm in model.decision_makers}
    for line, below in pairwise([*page.picture.rows, page.picture.rows[0]]):
        columns = marks_of(line)
        if not columns:
            continue
        assert sorted(mark.dm for cell in columns for mark in cell) == sorted(everybody)
        movers = [{mark.dm for mark in cell if mark.moves} for cell in columns]
        if line.kind == "gain":
            assert not movers[0] | movers[1]
            assert len(movers[2]) == 1
            assert {line.mover} - {""} <= movers[2]
            assert (below.kind == "answer") == bool(line.mover)
        if line.mover:
            worse, same, _ = marks_of(below)
            assert line.mover in {mark.dm for mark in (*worse, *same)}
        if line.kind == "move":
            assert len(movers[0] | movers[1]) == 1
            assert not movers[2]
        if line.kind == "now":
            assert columns[0] == columns[2] == []


def test_other_names_change_names_and_letters_alone() -> None:
    model = load("elmira")
    sides = [
        replace(dm, name=Text(f"{letter} party"))
        for letter, dm in zip("XYZ", model.decision_makers, strict=True)
    ]
    renamed = replace(model, decision_makers=tuple(sides))
    pages = [picture(front_of(each), each) for each in (model, renamed)]
    places = [
        [
            (line.kind, [[replace(mark, letter="") for mark in cell] for cell in marks_of(line)])
            for line in page.rows
        ]
        for page in pages
    ]
    assert places[0] == places[1]
    assert [side.letter for side in pages[1].legend] == ["X", "Y", "Z"]
