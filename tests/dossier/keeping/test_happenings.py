"""Events of datasets are kept beside the reports, once each, and are nobody's statement."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from bundles.invented_events import HEADERS, Coded, coded, table_of
from commands import Run
from satumeja.dossier import DossierFile, gather, happenings, timeline, whole
from satumeja.errors import ReportError

REPORT = (
    "Teheran, 9 March 2024 - Iran demanded on Saturday that the canal be closed. The ministry "
    "of Iraq rejected the demand.\n"
)


def rows_of(kind: str, count: int, begin: int = 0) -> list[Coded]:
    return [coded(kind, Random(number), number) for number in range(begin, begin + count)]


def write(path: Path, kind: str, rows: list[Coded]) -> Path:
    path.write_bytes(table_of(kind, rows)[1])
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def named(row: Coded, column: str, name: str) -> Coded:
    return replace(row, cells=dict(row.cells) | {column: name})


def test_events_change_nothing_of_what_was_said(tmp_path: Path, report: Path) -> None:
    with DossierFile(tmp_path / "a.db", create=True) as file:
        gather(file, [report])
        before = whole(file)
        gathered = gather(file, [write(tmp_path / "acled.csv", "acled", rows_of("acled", 9))])
        after = whole(file)
        assert (gathered.read, gathered.known, gathered.refused) == (0, 0, ())
        assert after.dossier.to_json() == before.dossier.to_json()
        assert timeline(after) == timeline(before)
        assert len(happenings(file, after).events) == 9


def test_a_party_is_an_actor_only_where_the_name_is_the_very_same(
    tmp_path: Path, report: Path
) -> None:
    one, *_ = rows_of("acled", 1)
    names = {"Iran": "iran", "IRAN": "iran", "Government of Iran": None, "Iranian": None}
    names |= {"Irak": "iraq", "Iraq (2003-)": None, "Xanadu": None, "Oman": None}
    rows = [
        replace(
            named(one, "actor1", name),
            cells=dict(named(one, "actor1", name).cells) | {"event_id_cnty": f"X{number}"},
        )
        for number, name in enumerate(names)
    ]
    with DossierFile(tmp_path / "a.db", create=True) as file:
        gather(file, [write(tmp_path / "acled.csv", "acled", rows), report])
        events = happenings(file, whole(file)).events
        assert {kept.event.parties[0].name: kept.actors[0] for kept in events} == names


def test_the_same_file_is_taken_once_and_a_later_export_states_events_anew(
    tmp_path: Path,
) -> None:
    rows = rows_of("acled", 6)
    first = write(tmp_path / "march.csv", "acled", rows)
    changed = [named(row, "fatalities", "8") for row in rows[4:]]
    second = write(tmp_path / "april.csv", "acled", [*changed, *rows_of("acled", 2, 50)])
    with DossierFile(tmp_path / "a.db", create=True) as file:
        (taken,) = gather(file, [first]).datasets
        assert (taken.key, taken.events, taken.is_known, taken.replaced) == ("d1", 6, False, 0)
        (again,) = gather(file, [first]).datasets
        assert (again.key, again.events, again.is_known) == ("d1", 6, True)
        (later,) = gather(file, [second]).datasets
        assert (later.key, later.events, later.replaced) == ("d2", 4, 2)
        (anew,) = gather(file, [second], again=True).datasets
        assert (anew.key, anew.events, anew.is_known) == ("d2", 4, False)
        events = happenings(file, whole(file, may_be_empty=True)).events
        assert sorted(kept.event.id for kept in events) == sorted(
            [*(row.id for row in rows), "XAN50", "XAN51"]
        )
        deaths = {kept.event.id: kept.event.deaths for kept in events}
        assert (deaths["XAN4"], deaths["XAN5"], deaths["XAN0"]) == (8, 8, 3)


def test_two_events_with_one_id_in_a_file_are_both_kept_and_told(tmp_path: Path) -> None:
    rows = rows_of("polecat", 3)
    path = write(tmp_path / "p.txt", "polecat", [*rows, named(rows[0], "Event Mode", "strike")])
    with DossierFile(tmp_path / "a.db", create=True) as file:
        (taken,) = gather(file, [path]).datasets
        assert (taken.events, taken.repeated) == (4, 2)


def test_ids_of_one_dataset_are_not_those_of_another(tmp_path: Path) -> None:
    with DossierFile(tmp_path / "a.db", create=True) as file:
        for kind in ("ucdp-ged", "pa-x", "gdelt"):  # all number their events from 0 here
            write(tmp_path / f"{kind}.csv", kind, rows_of(kind, 5, 1))
        gathered = gather(file, sorted(tmp_path.glob("*.csv")))
        assert [(taken.events, taken.replaced) for taken in gathered.datasets] == [(5, 0)] * 3


def test_a_file_that_cannot_be_read_to_its_end_leaves_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "acled.csv", "acled", rows_of("acled", 5))
    data = path.read_bytes()
    path.write_bytes(data + b'"' + b"x" * (17 << 20))
    with DossierFile(tmp_path / "a.db", create=True) as file:
        gathered = gather(file, [path])
        (line,) = gathered.refused
        assert "row 7: has a cell of over 16 MB" in line
        assert "\n" not in line
        assert not file.rows("SELECT 1 FROM event")
        assert not file.rows("SELECT 1 FROM dataset")


def test_a_day_asked_for_leaves_out_what_nobody_can_say_was_known(tmp_path: Path) -> None:
    kinds = list(HEADERS)
    paths = [write(tmp_path / table_of(kind, [])[0], kind, rows_of(kind, 8, 1)) for kind in kinds]
    day = dt.date(2024, 6, 30)
    with DossierFile(tmp_path / "a.db", create=True) as file:
        gather(file, paths)
        empty = whole(file, day, may_be_empty=True)
        found = happenings(file, empty, day)
        assert found.left_out + len(found.events) == 8 * len(kinds)
        assert {kept.dataset.kind for kept in found.events} == {"acled", "polecat", "gdelt"}
        for kept in found.events:
            assert kept.event.published is not None
            assert kept.event.published <= day
        everything = happenings(file, empty).events
        late = [kept for kept in everything if kept not in found.events]
        assert all(not kept.event.published or kept.event.published > day for kept in late)


def test_a_dossier_without_reports_still_refuses_what_needs_them(tmp_path: Path) -> None:
    with DossierFile(tmp_path / "a.db", create=True) as file:
        gather(file, [write(tmp_path / "acled.csv", "acled", rows_of("acled", 2))])
        with pytest.raises(ReportError, match="has no report"):
            whole(file)


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_commands_tell_of_events(
    run: Run, tmp_path: Path, report: Path, language: str
) -> None:
    database, table = str(tmp_path / "d.db"), str(tmp_path / "t.tsv")
    rows = [named(row, "actor1", "=Iran()") for row in rows_of("acled", 3)]
    rows.append(named(rows_of("acled", 1, 9)[0], "event_date", "soon"))
    acled = write(tmp_path / "acled.csv", "acled", rows)
    out = run("dossier", str(report), str(acled), "--out", database, "-l", language).out
    assert ("ACLED, events 4", "ACLED, peristiwa 4")[language == "id"] in out
    assert ("row 5, column event_date", "baris 5, kolom event_date")[language == "id"] in out
    out = run("timeline", database, "-l", language).out
    flowing = " ".join(out.split())
    assert ("event", "peristiwa")[language == "id"] in flowing
    assert "[ACLED XAN1, d1#3]" in flowing
    assert "acleddata.com" in flowing
    told = json.loads(run("timeline", database, "--json").out)
    assert [event["id"] for event in told["events"]][-1] == "XAN9"
    assert len(told["events"]) == 4
    assert not {"XAN0", "XAN1"} & {moment["item"] for moment in told["moments"]}
    run("timeline", database, "--out", table)
    text = Path(table).read_text(encoding="utf-8")
    lines = [line.split("\t") for line in text.splitlines()]
    assert len({len(line) for line in lines}) == 1
    listed = [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]
    assert len(listed) == 4 + len(told["moments"]) + len(told["undated"])
    assert {row["kind"] for row in listed if row["dataset"]} == {"event"}
    assert all(not row["actor"] and not row["target"] for row in listed if row["dataset"])
    days = [row["date"] for row in listed if row["date"]]
    assert days == sorted(days)
    again = list(csv.DictReader(io.StringIO(run("timeline", database, "--csv").out)))
    assert [row["item"] for row in again] == [row["item"] for row in listed]


def test_a_table_is_written_in_the_kinds_it_can_be(run: Run, tmp_path: Path) -> None:
    ended = run("timeline", str(tmp_path / "none.db"), "--out", "t.xlsx")
    assert ended.code == 2
    assert 'ends in .tsv or .csv, not "t.xlsx"' in ended.err
    ended = run("timeline", str(tmp_path / "none.db"), "--out", "t.tsv", "--json")
    assert ended.code == 2
    assert "does not go with --json" in ended.err


def test_event_data_is_named_by_the_command_that_reads_articles(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "p.txt", "polecat", rows_of("polecat", 2))
    ended = run("read", str(path))
    assert ended.code == 1
    assert "is event data of POLECAT (PLOVER), not articles" in ended.err
