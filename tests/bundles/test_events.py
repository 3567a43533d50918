"""Every dataset is told by its columns, and each row is one event; nothing of a row is guessed."""

from __future__ import annotations

import csv
import datetime as dt
import io
import tracemalloc
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bundles.invented_events import HEADERS, Coded, coded, table_of
from satumeja.bundles import KINDS, Dataset, Event, open_bundle, open_dataset
from satumeja.errors import ReportError

DATASETS = list(HEADERS)


def written(folder: Path, kind: str, rows: list[Coded], name: str = "") -> Path:
    usual, data = table_of(kind, rows)
    path = folder / (name or usual)
    path.write_bytes(data)
    return path


def opened(path: Path) -> Dataset:
    dataset = open_dataset(path)
    assert dataset is not None
    return dataset


def words_of(dataset: Dataset, language: str = "en") -> list[str]:
    return [note.words(language) for note in dataset.notes]


def altered(kind: str, changes: dict[str, str], number: int = 1) -> Coded:
    row = coded(kind, Random(number), number)
    return replace(row, cells=dict(row.cells) | changes)


def test_the_datasets_of_the_tests_are_those_of_the_program() -> None:
    assert set(DATASETS) == set(KINDS)


@pytest.mark.parametrize("kind", DATASETS)
@pytest.mark.parametrize("seed", range(4))
def test_rows_become_events(tmp_path: Path, kind: str, seed: int) -> None:
    random = Random(seed)
    rows = [coded(kind, random, number) for number in range(1, 60)]
    dataset = opened(written(tmp_path, kind, rows))
    events = list(dataset)
    assert dataset.kind == kind
    assert dataset.notes == []
    begin = 1 if kind == "gdelt" else 2
    for number, (event, row) in enumerate(zip(events, rows, strict=True), begin):
        assert (event.row, event.id) == (number, row.id)
        assert (event.days.first, event.days.last, event.days.doubtful) == (
            *(row.first, row.last, False),
        )
        assert event.category == row.category
        assert tuple((party.name, party.role) for party in event.parties) == row.parties
        assert (event.place, event.deaths) == (row.place, row.deaths)
        assert {name: getattr(event, name) for name in row.also} == row.also


def test_nobody_is_the_doer_in_acled_however_the_actors_are_ordered(tmp_path: Path) -> None:
    rows = [coded("acled", Random(seed), seed) for seed in range(20)]
    swapped = [
        replace(
            row,
            cells=dict(row.cells) | {"actor1": row.cells["actor2"], "actor2": row.cells["actor1"]},
        )
        for row in rows
    ]
    one, two = (
        list(opened(written(tmp_path, "acled", some, name)))
        for some, name in ((rows, "a.csv"), (swapped, "b.csv"))
    )
    for first, second in zip(one, two, strict=True):
        assert not first.is_directed
        assert not second.is_directed
        assert set(first.parties) == set(second.parties)


@pytest.mark.parametrize("code", ["1", "2", "3"])
def test_one_sided_violence_alone_has_a_direction_in_ucdp(tmp_path: Path, code: str) -> None:
    path = written(tmp_path, "ucdp-ged", [altered("ucdp-ged", {"type_of_violence": code})])
    (event,) = opened(path)
    assert event.is_directed == (code == "3")


def read_one(tmp_path: Path, kind: str, changes: dict[str, str]) -> tuple[Event, list[str]]:
    dataset = opened(written(tmp_path, kind, [altered(kind, changes)]))
    (event,) = dataset
    return event, words_of(dataset)


@pytest.mark.parametrize(
    ("kind", "column", "value", "told"),
    [
        ("acled", "event_date", "2024-13-09", "names no day for certain"),
        ("acled", "event_date", "03/04/2024", "names no day for certain"),
        ("acled", "event_date", "", "names no day for certain"),
        ("polecat", "Event Date", "yesterday", "names no day for certain"),
        ("pa-x", "Dat", "31/02/2024", "names no day for certain"),
        ("gdelt", "column 1", "20240230", "names no day for certain"),
        ("acled", "time_precision", "9", "is not one of 1, 2, 3"),
        ("ucdp-ged", "date_prec", "", "is not one of 1, 2, 3, 4, 5"),
        ("ucdp-ged", "date_end", "1999-01-01", "is before date_start"),
        ("acled", "latitude", "95", "is no such number"),
        ("acled", "longitude", "east", "is no such number"),
        ("acled", "fatalities", "-3", "is no such number"),
        ("ucdp-ged", "best", "many", "is no such number"),
        ("pa-x", "AgtId", "", "is empty"),
    ],
)
def test_a_wrong_cell_is_told_in_one_line_and_the_event_is_kept(
    tmp_path: Path, kind: str, column: str, value: str, told: str
) -> None:
    # Of the export of GDELT the first row has to tell what the file is.
    before = [coded(kind, Random(9), 9)]
    dataset = opened(written(tmp_path, kind, [*before, altered(kind, {column: value})]))
    events = list(dataset)
    (words,) = words_of(dataset)
    assert len(events) == 2
    named = {"column 1": "sqldate", "Event Date": "event_date", "AgtId": "agtid", "Dat": "dat"}
    row = 2 if kind == "gdelt" else 3
    assert words.startswith(f"row {row}, column {named.get(column, column)}: ")
    assert told in words
    assert value in words
    assert "\n" not in words
    assert len(words_of(dataset, "id")) == 1
    if "no day" in told:
        assert events[1].days.first is None


def test_days_that_do_not_hold_together_are_marked(tmp_path: Path) -> None:
    day = {"date_start": "2024-03-09", "date_end": "2024-03-09"}
    event, notes = read_one(tmp_path, "ucdp-ged", {**day, "date_prec": "4"})
    assert event.days.doubtful  # one day, of which the code says that it is some day of a month
    assert notes == []
    event, notes = read_one(tmp_path, "ucdp-ged", {**day, "date_end": "?", "date_prec": "1"})
    assert (event.days.first, event.days.doubtful) == (dt.date(2024, 3, 9), True)
    event, notes = read_one(
        tmp_path, "acled", {"event_date": "2024-03-09", "time_precision": "unknown"}
    )
    assert (event.days.first, event.days.last) == (dt.date(2024, 3, 1), dt.date(2024, 3, 31))
    assert event.days.doubtful


def test_a_precision_of_a_week_is_every_week_that_holds_the_day(tmp_path: Path) -> None:
    event, _ = read_one(tmp_path, "acled", {"event_date": "2024-03-09", "time_precision": "2"})
    assert (event.days.first, event.days.last) == (dt.date(2024, 3, 3), dt.date(2024, 3, 15))
    for date, first, last in (("0001-01-02", 1, 31), ("9999-12-30", 1, 31)):
        event, _ = read_one(tmp_path, "acled", {"event_date": date, "time_precision": "2"})
        days = event.days
        assert days.first is not None
        assert days.last is not None
        assert (days.first.day, days.last.day) == (first, last)


@pytest.mark.parametrize("kind", [kind for kind in DATASETS if kind != "gdelt"])
def test_a_missing_column_is_named(tmp_path: Path, kind: str) -> None:
    rows = [coded(kind, Random(1), 1)]
    needed = KINDS[kind].needs
    header = [column.lower().replace(" ", "_") for column in HEADERS[kind]]
    for column in needed:
        path = written(tmp_path, kind, rows)
        text = path.read_text(encoding="utf-8-sig")
        begin, _, rest = text.partition("\n")
        own = HEADERS[kind][header.index(column)]
        mark = "\t" if kind == "polecat" else ","
        named = [f"{name}x" if name == own else name for name in begin.strip().split(mark)]
        path.write_text(f"{mark.join(named)}\n{rest}", encoding="utf-8")
        with pytest.raises(ReportError, match=f'without its column "{column}"') as caught:
            open_dataset(path)
        assert KINDS[kind].title in str(caught.value)
        assert f'did you mean "{column}x"' in str(caught.value)
        assert "\n" not in str(caught.value)


def test_a_column_that_is_only_missed_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "acled", [coded("acled", Random(1), 1)])
    text = path.read_text(encoding="utf-8-sig").replace(",actor2,", ",other,", 1)
    path.write_text(text, encoding="utf-8")
    dataset = opened(path)
    (event,) = dataset
    assert words_of(dataset) == ["has no column actor2; what it would state is not known"]
    assert [party.role for party in event.parties] == ["party", "associate", "associate"]


@pytest.mark.parametrize("kind", DATASETS)
def test_a_file_cut_off_anywhere_loses_no_row_before_the_cut(tmp_path: Path, kind: str) -> None:
    random = Random(5)
    rows = [coded(kind, random, number) for number in range(1, 8)]
    name, data = table_of(kind, rows)
    whole = {event.id: event for event in opened(written(tmp_path, kind, rows))}
    for _ in range(60):
        cut = random.randrange(len(data) // 2, len(data))
        (tmp_path / name).write_bytes(data[:cut])
        dataset = opened(tmp_path / name)
        try:
            events = list(dataset)
        except ReportError as error:
            assert "\n" not in str(error)
            continue
        intact = events[:-1]
        assert intact == [whole[event.id] for event in intact]
        last = data[:cut].decode("utf-8-sig", "replace").split("\n")[-1]
        # Where the cut is in the last cell nobody can tell; before it the row is told.
        if kind in ("polecat", "gdelt") and 0 < last.count("\t") < len(HEADERS[kind]) - 1:
            assert dataset.notes
            assert len(events) == data[:cut].count(b"\n") - (kind == "polecat")


def test_a_cut_off_row_is_told(tmp_path: Path) -> None:
    rows = [coded("acled", Random(seed), seed) for seed in range(3)]
    path = written(tmp_path, "acled", rows)
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(text[: text.rindex("Armed clash")], encoding="utf-8")
    dataset = opened(path)
    events = list(dataset)
    assert [event.id for event in events] == [row.id for row in rows]
    assert events[-1].parties == ()
    assert words_of(dataset) == [
        "row 4, the last: has fewer cells than the others; the file seems to be cut off"
    ]


@pytest.mark.parametrize("kind", ["polecat", "gdelt"])
def test_a_row_whose_cells_are_shifted_is_left_out_and_told(tmp_path: Path, kind: str) -> None:
    rows = [coded(kind, Random(seed), seed) for seed in range(4)]
    path = written(tmp_path, kind, rows)
    lines = path.read_text(encoding="utf-8").split("\n")
    at = 2 if kind == "polecat" else 1
    lines[at] = lines[at].replace("\t\t", "\t", 1)
    lines[at + 1] += "\t\t"  # a provider's slip: empty cells more than there are columns
    lines[at + 2] = lines[at + 2].replace("\t\t", "\tx\t\ty", 1) + "\tz\tz"
    path.write_text("\n".join(lines), encoding="utf-8")
    dataset = opened(path)
    events = list(dataset)
    assert [event.id for event in events] == [rows[0].id, rows[2].id]
    width = len(HEADERS[kind])
    first, second, *_ = words_of(dataset)
    assert f"row {at + 1}: has {width - 1} cells" in first
    assert f"row {at + 3}: has {width + 3} cells" in second


def test_a_spreadsheet_may_leave_out_empty_cells_at_the_end(tmp_path: Path) -> None:
    rows = [coded("ucdp-ged", Random(seed), seed) for seed in range(3)]
    path = written(tmp_path, "ucdp-ged", rows)
    text = path.read_text(encoding="utf-8")
    begin, *lines = text.splitlines()
    path.write_text("\n".join([begin, lines[0].rstrip(","), *lines[1:]]), encoding="utf-8")
    dataset = opened(path)
    assert len(list(dataset)) == 3
    assert dataset.notes == []


def test_more_lines_than_anybody_reads_are_counted(tmp_path: Path) -> None:
    rows = [altered("acled", {"event_date": "soon"}, number) for number in range(50)]
    dataset = opened(written(tmp_path, "acled", rows))
    assert len(list(dataset)) == 50
    assert len(dataset.notes) == 21
    assert words_of(dataset)[-1] == "30 more lines of these kinds are not listed"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_columns_are_told_in_any_order_with_any_capitals(tmp_path: Path, mark: str) -> None:
    rows = [coded("acled", Random(seed), seed) for seed in range(5)]
    order = sorted(HEADERS["acled"], key=lambda column: Random(column).random())
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerow([column.upper() for column in order])
    for row in rows:
        writer.writerow([" ".join(row.cells.get(column, "").split()) for column in order])
    path = tmp_path / "export.csv"
    path.write_text(out.getvalue(), encoding="utf-8")
    events = list(opened(path))
    assert [(event.id, event.category) for event in events] == [
        (row.id, row.category) for row in rows
    ]


def test_a_workbook_of_a_dataset_is_read(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    rows = [coded("ucdp-ged", Random(seed), seed) for seed in range(8)]
    book = openpyxl.Workbook()
    book.active.append(["about this file"])
    sheet = book.create_sheet("data")
    sheet.append(list(HEADERS["ucdp-ged"]))
    for row in rows:
        cells = dict(row.cells) | {"date_start": dt.datetime.combine(row.first, dt.time())}
        sheet.append([cells.get(column) for column in HEADERS["ucdp-ged"]])
    book.save(tmp_path / "ged.xlsx")
    dataset = opened(tmp_path / "ged.xlsx")
    events = list(dataset)
    assert [(event.id, event.days.first, event.days.last) for event in events] == [
        (row.id, row.first, row.last) for row in rows
    ]
    assert dataset.notes == []


def test_the_first_exports_of_gdelt_have_fewer_columns(tmp_path: Path) -> None:
    row = coded("gdelt", Random(1), 1)
    cells = [row.cells.get(column, "") for column in HEADERS["gdelt"]]
    older = [cell for place, cell in enumerate(cells) if place not in (39, 47, 55)]
    (tmp_path / "old.CSV").write_text("\t".join(older) + "\n", encoding="utf-8")
    (event,) = opened(tmp_path / "old.CSV")
    assert (event.id, event.place, event.latitude) == (row.id, row.place, 10.5)
    assert event.link == row.also["link"]


@pytest.mark.parametrize("kind", DATASETS)
def test_event_data_are_never_read_as_articles(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind, [coded(kind, Random(1), 1)])
    with pytest.raises(ReportError, match="is event data of") as caught:
        open_bundle(path)
    assert KINDS[kind].title in str(caught.value)


def test_a_table_of_neither_is_refused_with_what_was_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text("id,event_date,actor1,link\n1,2024-03-09,A,x\n", encoding="utf-8")
    assert open_dataset(path) is None
    with pytest.raises(ReportError, match="without a column of texts") as caught:
        open_bundle(path)
    told = str(caught.value)
    assert all(kind.title in told and kind.needs[0] in told for kind in KINDS.values())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.txt", b"Iran, Iraq, Oman, Qatar, and others met on Monday.\n"),
        ("tabs.txt", b"one\ttwo\tthree\tfour\tfive\n1\t2\t3\t4\t5\n"),
        ("articles.csv", b"Title,Text,Date,Source,Author\nA,They met.,2024-03-09,Quill,Ana\n"),
        ("empty.csv", b""),
        ("no.xlsx", b"no workbook"),
        ("page.html", b"<html><p>event_id_cnty,event_date,time_precision,event_type</p></html>"),
    ],
)
def test_what_is_no_dataset_is_left_to_others(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert open_dataset(tmp_path / name) is None
    assert open_dataset(tmp_path / "none.csv") is None


def test_ten_thousand_rows_take_the_memory_of_few(tmp_path: Path) -> None:
    rows = [coded("acled", Random(number % 50), number) for number in range(10_000)]
    path = written(tmp_path, "acled", rows)
    assert path.stat().st_size > 2_000_000
    next(iter(opened(path)))  # what is loaded once, as the names of months, is no part of it
    tracemalloc.start()
    count = sum(1 for _ in opened(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 10_000
    assert peak < 3_000_000  # ten thousand events at once take more than five times that
