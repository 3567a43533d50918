"""Models as sheets: nothing is lost on the way out and in, and every fault has its cell."""

from __future__ import annotations

import codecs
import csv
import datetime as dt
import io
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from formats.samples import ASKED, BORDER, GRAPH, LEVELS, SEATED, SHADES
from literal.statespace import Native
from random_models import random_graph_model, random_option_model, to_yaml
from random_stated import random_stated_model
from satumeja import extras, gallery
from satumeja.errors import LimitError, MissingExtraError, ModelError, OutputError
from satumeja.formats import load, loads, save
from satumeja.formats.sheets import csv_text, workbook
from satumeja.formats.sheets._csv import read_csv
from satumeja.formats.trees._builder import CONTROL
from satumeja.formats.writing._native import native_data
from satumeja.model import Model, Text

KINDS = ["sheets", "sheets.xlsx"]
each_kind = pytest.mark.parametrize("kind", KINDS)


def content(model: Model) -> Any:
    """Everything a model says, the states of a tie in order."""
    data = native_data(replace(model, origin=None), Path())
    for maker in data["decision_makers"].values():
        if isinstance(maker.get("ranking"), list):
            maker["ranking"] = [sorted(tied, key=str) for tied in maker["ranking"]]
    return data


def check_round_trip(model: Model, folder: Path, kinds: list[str] = KINDS) -> None:
    for kind in kinds:
        again = load(save(model, folder / kind))
        assert content(again) == content(model)
        for a, b in zip(model.decision_makers, again.decision_makers, strict=True):
            assert np.array_equal(model.ranks(a), again.ranks(b))


@pytest.mark.parametrize(
    "sample",
    [ASKED, BORDER, GRAPH, LEVELS, SEATED, SHADES],
    ids=["asked", "options", "graph", "levels", "seated", "shades"],
)
def test_samples_come_back(sample: str, tmp_path: Path) -> None:
    check_round_trip(loads(sample), tmp_path)


@pytest.mark.parametrize("name", [entry.id for entry in gallery.entries()])
def test_the_gallery_comes_back(name: str, tmp_path: Path) -> None:
    check_round_trip(replace(gallery.load(name), origin=None), tmp_path)


@pytest.mark.parametrize("draw", [random_option_model, random_graph_model, random_stated_model])
def test_random_models_come_back(draw: Callable[[Random], Native], tmp_path: Path) -> None:
    for seed in range(40):
        model = loads(to_yaml(draw(Random(seed))))
        check_round_trip(model, tmp_path, KINDS if seed < 6 else KINDS[:1])


def is_text(words: str) -> bool:
    return not CONTROL.search(words)


words = st.text(st.characters(codec="utf-8"), min_size=1).filter(is_text)


@settings(deadline=None, max_examples=40)
@given(words.filter(str.strip), words, words)
def test_any_words_come_back(title: str, name: str, reason: str) -> None:
    model = loads(BORDER)
    first = replace(model.decision_makers[0], name=Text(name), because=Text({"en": reason}))
    makers = (first, model.decision_makers[1])
    made = replace(model, title=Text(title), decision_makers=makers)
    with tempfile.TemporaryDirectory() as folder:
        check_round_trip(made, Path(folder))


@pytest.mark.parametrize(
    "text", ["=1+1", "+a", "-a", "@a", "\ta", "'=a", "''a", "'", "'a", "_x0041_"]
)
def test_no_text_becomes_a_formula(text: str, tmp_path: Path) -> None:
    (line,) = csv.reader([csv_text([[text]])])
    grid = [["id", "name"], [text, "x"]]
    assert line[0][:1] not in {"=", "+", "-", "@", "\t"}
    assert read_csv(csv_text(grid), "s", "s.csv").rows[1][1] == [text, "x"]
    book = openpyxl.load_workbook(io.BytesIO(workbook({"s": [["h"], [text]]})))
    assert book["s"]["A2"].data_type == "s"
    check_round_trip(replace(loads(BORDER), title=Text(text)), tmp_path)


@pytest.mark.parametrize("evidence", [["a#1, 2"], ["a#1", "a#x, y"], ["a#1\n2"], ["a# b "], ["a"]])
def test_any_reference_comes_back(evidence: list[str], tmp_path: Path) -> None:
    model = loads(BORDER.replace("wire", "a"))
    maker = replace(model.decision_makers[0], evidence=tuple(evidence))
    check_round_trip(replace(model, decision_makers=(maker, *model.decision_makers[1:])), tmp_path)


def test_what_no_column_holds_goes_to_more(tmp_path: Path) -> None:
    model = replace(loads(BORDER), title=Text({"en": "A border", "id": ""}))
    save(model, tmp_path / "sheets")
    assert (tmp_path / "sheets" / "more.csv").read_text("utf-8").splitlines() == [
        "place,value",
        'title,"{""en"": ""A border"", ""id"": """"}"',
    ]
    assert load(tmp_path / "sheets").title.by_language == {"en": "A border", "id": ""}


@pytest.mark.parametrize(
    ("weight", "written"),
    [
        ("1/4", "0.25"),
        ("-1/8", "'-0.125"),
        ("1/3", "1/3"),
        ("123456789012345677/1000000000000000", "123.456789012345677"),
        ("-7", "-7"),
    ],
)
def test_weights_stay_exact(weight: str, written: str, tmp_path: Path) -> None:
    model = loads(BORDER.replace("arm: -1.5", f"arm: {weight}"))
    text = (save(model, tmp_path / "m") / "weights.csv").read_text("utf-8")
    assert f"us,us.arm,{written}" in text or f"us,arm,{written}" in text
    check_round_trip(model, tmp_path)


def test_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = save(loads(BORDER), tmp_path / "1.xlsx"), save(loads(BORDER), tmp_path / "2.xlsx")
    assert one.read_bytes() == other.read_bytes()


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    place = tmp_path / "sheets"
    save(loads(BORDER), place)
    save(loads(GRAPH), place)
    assert not (place / "options.csv").exists()
    (place / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"notes\.txt: is not known to be satumeja's"):
        save(loads(BORDER), place)
    assert (place / "moves.csv").exists()


def test_without_openpyxl_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = save(loads(BORDER), tmp_path / "m.xlsx")

    def missing(module: str) -> None:
        raise ModuleNotFoundError(name=module)

    monkeypatch.setattr(extras, "import_module", missing)
    for work in (lambda: load(place), lambda: save(loads(BORDER), tmp_path / "n.xlsx")):
        with pytest.raises(MissingExtraError, match=r"pip install 'satumeja\[xlsx\]'"):
            work()
    assert not (tmp_path / "n.xlsx").exists()


# -- what people do to sheets ---------------------------------------------------------------


def sheets(folder: Path, changed: dict[str, tuple[str, str]], sample: str = BORDER) -> Path:
    """Write a sample as CSV, with one piece of some sheets changed."""
    place = save(loads(sample), folder / "m")
    for name, (old, new) in changed.items():
        file = place / f"{name}.csv"
        text = file.read_text("utf-8") if file.exists() else ""
        assert text.count(old) == 1 or not old, text
        file.write_text(text.replace(old, new) if old else new, encoding="utf-8")
    return place


def faults(place: Path) -> list[str]:
    with pytest.raises(ModelError) as caught:
        load(place)
    return [line.removeprefix(f"{place}").lstrip("/: ") for line in str(caught.value).splitlines()]


@pytest.mark.parametrize(
    "written",
    [
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: (text + "\n,,\n\n").encode(),
        lambda text: text.replace("_", " ").replace("decision", "Decision").encode(),
    ],
    ids=["BOM", "UTF-16", "CRLF", "CR", "blank rows", "capitals and blanks"],
)
def test_what_spreadsheet_programs_write_is_read(
    written: Callable[[str], bytes], tmp_path: Path
) -> None:
    place = sheets(tmp_path, {})
    file = place / "weights.csv"
    file.write_bytes(written(file.read_text("utf-8").replace("\r\n", "\n")))
    assert content(load(place)) == content(loads(BORDER))


def test_what_is_stated_beyond_a_ranking_has_sheets(tmp_path: Path) -> None:
    place = save(loads(SHADES), tmp_path / "m")
    assert {"adjust.csv", "comparisons.csv", "attitudes.csv", "coalitions.csv"} <= {
        file.name for file in place.iterdir()
    }
    assert "row,'-col.dare,It fears so,,yes" in (place / "preferences.csv").read_text("utf-8")
    assert "perceives" in (place / "more.csv").read_text("utf-8").splitlines()[1]
    assert "'--|Y,'--|N,0.25" in (place / "comparisons.csv").read_text("utf-8")
    for old, new, fault in [
        ("row,unknown,NN", "row,unkown,NN", 'comparisons.csv:3:2: unknown kind "unkown"; did you'),
        ("row,unknown,NN", "rows,unknown,NN", "comparisons.csv:3:1: unknown decision maker"),
        ("row,unknown,NN|N,NY|N", "row,unknown,NN|N,99", "comparisons.csv:3:4: there is no state"),
        ("It fears so,,yes", "It fears so,,so", 'preferences.csv:4:5: write "yes" where'),
        ("wire,,yes", "wire,yes,yes", 'preferences.csv:2:5: write "yes" where'),
    ]:
        file = place / fault.partition(":")[0]
        text = file.read_text("utf-8")
        assert text.count(old) == 1, text
        file.write_text(text.replace(old, new), encoding="utf-8")
        assert any(line.startswith(fault) for line in faults(place)), faults(place)
        file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("sign", [";", "\t"])
def test_other_delimiters_are_read(sign: str, tmp_path: Path) -> None:
    place = sheets(tmp_path, {})
    for file in place.iterdir():
        rows = list(csv.reader(io.StringIO(file.read_text("utf-8"), newline="")))
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=sign).writerows(rows)
    assert content(load(place)) == content(loads(BORDER))


WRONG: list[tuple[dict[str, tuple[str, str]], str]] = [
    ({"options": ("direction", "directon")}, 'options.csv:1:4: unknown heading "directon"; did'),
    ({"options": ("forward", "forwards")}, 'options.csv:3:4: unknown direction "forwards"'),
    (
        {"options": ("russia,attack", "rusia,attack")},
        'options.csv:3:1: unknown decision maker "ru',
    ),
    ({"options": ("us,arm", "us,offer")}, 'options.csv:5:2: "offer" is there twice'),
    ({"options": ("us,arm", "us,")}, 'options.csv:5:1: nothing under "id"'),
    (
        {"options": ("us,arm", "us,arm,,,,,over")},
        'options.csv:5:7: "over" stands under no heading',
    ),
    ({"options": ("us,arm", "us,arm,=1+1")}, "options.csv:5:3: a cell that begins with"),
    ({"options": ("us,arm", 'us,arm,"x')}, "options.csv:5:1: a quoted cell that does not end"),
    ({"options": ("us,arm", "us,arm,\x07")}, "options.csv:5:3: a control character, U+0007"),
    ({"preferences": ("'-attack", "'-atack")}, 'preferences.csv:4:2: unknown option "atack"'),
    ({"weights": ("attack,-3", "attack,three")}, 'weights.csv:3:3: expected a number, found "thr'),
    ({"weights": ("attack,-3", "arm,-3")}, 'weights.csv:3:2: "arm" is there twice'),
    (
        {"decision_makers": ("weights", "rank")},
        'decision_makers.csv:3:3: unknown preference "rank',
    ),
    ({"decision_makers": ("weights", "ranking")}, 'decision_makers.csv:3:3: no column "us" in a'),
    (
        {"infeasible": ("at_most_one", "at_most")},
        'infeasible.csv:3:1: unknown kind of rule "at_mo',
    ),
    ({"infeasible": ("offer, arm", "offer, arms")}, 'infeasible.csv:3:2: unknown option "arms"'),
    (
        {"conflict": ("title", "titel")},
        'conflict.csv:3:1: unknown key "titel"; did you mean "title',
    ),
    ({"conflict": ("NN|NY", "NN|NN|Y")}, 'conflict.csv:6:2: "NN|NN|Y" does not fit'),
    ({"states": ("3,NY|NN", "4,NY|NN")}, 'states.csv:4:1: the states follow from "options" and'),
    ({"states": ("NY|NY", "NY|YY")}, 'states.csv:10:2: the states follow from "options"'),
    ({"more": ("", "place,value\nus/x,1")}, 'more.csv:2:1: there is no "us"'),
    ({"more": ("", "place,value\ntitle,1")}, 'more.csv:2:1: "title" is there already'),
    ({"more": ("", "place,value\nx,{")}, "more.csv:2:2: not JSON: "),
    ({"extra": ("", "a,b")}, 'extra.csv:1:1: unknown sheet "extra"; known are conflict,'),
    ({"tables": ("geneva", "gen eva")}, 'tables.csv:2:1: "gen eva" cannot be an id'),
]


@pytest.mark.parametrize(("changes", "fault"), WRONG, ids=[fault for _, fault in WRONG])
def test_a_fault_has_its_sheet_row_and_cell(
    changes: dict[str, tuple[str, str]], fault: str, tmp_path: Path
) -> None:
    found = faults(sheets(tmp_path, changes))
    assert any(line.startswith(fault) for line in found), found


def test_places_in_an_order_are_checked(tmp_path: Path) -> None:
    cases = [
        ("clean,2", "clean,second", 'rankings.csv:2:2: "second" is not a place'),
        ("clean,2", "clean,", "rankings.csv:2:1: no place for state clean in the order of mill"),
        ("dead,2", "dirty,2", "rankings.csv:"),
        ("mill,pond", "mil,pond", 'rankings.csv:1:2: unknown decision maker "mil"; did you mean'),
    ]
    for old, new, fault in cases:
        folder = tmp_path / new
        folder.mkdir()
        found = faults(sheets(folder, {"rankings": (old, new)}, GRAPH))
        assert any(line.startswith(fault) for line in found), found


@pytest.mark.parametrize(
    ("write", "fault"),
    [
        (lambda s: s.__setitem__("A3", "=B3"), "[options]:3:1: a formula"),
        (lambda s: s.merge_cells("A2:A3"), "[options]:2:1: merged cells, A2:A3; part them"),
        (lambda s: s.__setitem__("A3", "#REF!"), "[options]:3:1: an error, #REF!"),
        (lambda s: s.__setitem__("XFD1048576", 1), "[options]: the sheet spans 1,048,576 rows"),
        (
            lambda s: s.__setattr__("title", "opshons"),
            '[opshons]:1:1: unknown sheet "opshons"; did',
        ),
        (lambda s: s.__setitem__("D3", True), '[options]:3:4: unknown direction "true"'),
    ],
)
def test_a_workbook_has_faults_of_its_own(
    write: Callable[[Worksheet], None], fault: str, tmp_path: Path
) -> None:
    place = save(loads(BORDER), tmp_path / "m.xlsx")
    book = openpyxl.load_workbook(place)
    write(book["options"])
    book.save(place)
    found = faults(place)
    assert any(line.startswith(fault) for line in found), found


def test_numbers_and_dates_in_cells_are_read(tmp_path: Path) -> None:
    place = save(loads(BORDER), tmp_path / "m.xlsx")
    book = openpyxl.load_workbook(place)
    heads = {row[0].value: row[1] for row in book["conflict"].iter_rows()}
    heads["as_of"].value = dt.date(2021, 12, 23)
    heads["status_quo"].value = 3.0
    book["weights"]["C2"].value = -1.5
    book.save(place)
    model = load(place)
    assert (model.as_of, model.status_quo_number) == ("2021-12-23", 3)


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "m.xlsx"
    place.write_bytes(b"PK\x03\x04 not a workbook")
    assert faults(place) == ["not a workbook (.xlsx)"]
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("a", b"\0" * (50 << 20), zipfile.ZIP_DEFLATED)
    assert faults(place) == ["the workbook unpacks to more than 40 MB"]
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr("a", b"")
    [fault] = faults(place)
    assert fault.startswith("not a workbook that can be read (")
    assert fault.endswith("save it anew, or each sheet as CSV in one folder")


def test_a_folder_without_sheets_is_refused(tmp_path: Path) -> None:
    assert faults(tmp_path) == ["this is a folder without sheets as .csv, not a model file"]
    (tmp_path / "options.csv").write_text("decision_maker,id\n")
    assert faults(tmp_path)[0].endswith('no sheet "conflict", which has the title')


def test_a_text_too_long_for_a_cell_is_refused(tmp_path: Path) -> None:
    model = replace(loads(BORDER), description=Text("x" * 40_000))
    with pytest.raises(LimitError, match="32,767 characters"):
        save(model, tmp_path / "m.xlsx")
    assert list(tmp_path.iterdir()) == []
