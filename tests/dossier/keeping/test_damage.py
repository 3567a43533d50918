"""A damaged dossier is told in one line with what to do, and never changed; a sound one is not."""

# ruff: noqa: S608 - the names of tables are our own
from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from dossier.keeping.test_file import REPORTS
from satumeja import dossier
from satumeja.dossier import DossierFile
from satumeja.dossier.keeping import _file
from satumeja.dossier.keeping._damage import damage_of
from satumeja.dossier.keeping._schema import MIGRATIONS
from satumeja.dossier.keeping._shapes import Shape, shapes
from satumeja.errors import ReportError

NEXT = "go back to a copy of it, or make it anew from its reports"
_CHANGE = "UPDATE correction SET change = '{}'"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Make a dossier of which each kind of thing was corrected, its log in it."""
    folder = tmp_path_factory.mktemp("sound")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "talks.db"
    with DossierFile(path, create=True) as file:
        dossier.gather(file, [folder / name for name in sorted(REPORTS)])
        dossier.correct(file, "r1#a1", "accept", "Ana")
        dossier.correct(file, "r1", "edit", "Ana", {"published": "2023-05-08"})
        dossier.correct(file, "actor:north", "add", "Ana", {"name": "The North"})
        dossier.correct(file, "issue:dam", "add", "Ana", {"name": "The dam"})
        dossier.add(
            file, "r1", "act", "menarik pasukan", "Ana", {"kind": "demand", "actor": "peru"}
        )
        dossier.merge(file, "actor:quispe", "peru", "Ana")
        dossier.withdraw(file, "Ana")
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()


@pytest.fixture
def path(sound: bytes, tmp_path: Path) -> Path:
    """Give a file of one's own, and require that reading it changed nothing."""
    path = tmp_path / "talks.db"
    path.write_bytes(sound)
    return path


def damage(path: Path, *commands: str) -> bytes:
    """Change a file past this program; give what it then holds."""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        for command in ("PRAGMA ignore_check_constraints = ON", *commands):
            base.execute(command)
    return path.read_bytes()


def refusal(path: Path) -> str:
    """Read all of a file that is damaged; give what is said of it, without its name."""
    with pytest.raises(ReportError) as caught, DossierFile(path) as file:
        dossier.whole(file)
        dossier.items(file)
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"{path}: ")
    return line.removeprefix(f"{path}: ")


def without_rules(table: str, change: str) -> list[str]:
    """Change a table whose rules were taken away, as a tool that copies rows does."""
    return [
        f"CREATE TABLE copied AS SELECT * FROM {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE copied RENAME TO {table}",
        f"UPDATE {table} SET {change}",
    ]


def test_a_sound_file_has_no_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as base:
        assert damage_of(base) == ""


@pytest.mark.parametrize(
    ("commands", "where"),
    [
        (["UPDATE act SET day = '2023-02-30' WHERE rowid = 2"], "act, row 2: day is '2023-02-30'"),
        (["UPDATE act SET kind = 'nope' WHERE rowid = 1"], "act, row 1: kind is 'nope'"),
        (["UPDATE statement SET start = -5 WHERE rowid = 1"], "statement, row 1: start is -5"),
        (["UPDATE statement SET cue = '{}' WHERE rowid = 1"], "statement, row 1: cue is '{}'"),
        (["UPDATE source SET title = x'00' WHERE id = 2"], "source, row 2: title is no value of"),
        (["UPDATE source SET language = ',' WHERE id = 1"], "source, row 1: language is ','"),
        (
            ["UPDATE actor SET mentions = '[[1,' WHERE rowid = 1"],
            "actor, row 1: mentions is '[[1,",
        ),
        (
            ["UPDATE actor SET mentions = '[[1, 2]]' WHERE rowid = 1"],
            "actor, row 1: mentions is '[[1, 2]]'",
        ),
        (
            ["UPDATE source SET published = 'soon' WHERE id = 2"],
            "source, row 2: published is 'soon'",
        ),
        (
            ["UPDATE correction SET change = '[]' WHERE id = 1"],
            "correction, row 1: change is '[]'",
        ),
        ([f"{_CHANGE} WHERE verb = 'add' AND item = 'act'"], "change is '{}'"),
        (["DELETE FROM source WHERE id = 3"], "there is no source 3"),
        (["DROP TABLE act"], "no such table: act"),
        (["ALTER TABLE statement RENAME COLUMN mode TO x"], "no such column: statement.mode"),
        (without_rules("actor", "id = NULL"), "actor, row 1: id is None"),
        (without_rules("source", "text = x'07'"), "source, row 1: text is no value of its kind"),
        (without_rules("statement", "words = CAST(x'ff' AS TEXT)"), "its texts are not UTF-8"),
    ],
)
def test_damage_is_told_in_one_line_and_not_touched(
    path: Path, commands: list[str], where: str
) -> None:
    before = damage(path, *commands)
    line = refusal(path)
    assert where in line
    assert line.startswith("is damaged")
    assert line.endswith(NEXT)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("command", "where"),
    [
        ("UPDATE source SET agency = '[7]' WHERE id = 1", "source, row 1: agency is '[7]'"),
        (
            "UPDATE source SET published = 'soon' WHERE id = 1",
            "source, row 1: published is 'soon'",
        ),
        ("UPDATE correction SET key = 'r9#a9' WHERE id = 1", "correction, row 1: key is 'r9#a9'"),
        ("UPDATE correction SET at = 'soon' WHERE id = 1", "correction, row 1: at is 'soon'"),
        (
            "UPDATE correction SET verb = 'accept', item = 'actor', key = 'actor:x' WHERE id = 1",
            "correction, row 1: verb is 'accept'",
        ),
    ],
)
def test_damage_that_a_glance_misses_is_met_where_a_program_went_wrong(
    path: Path, command: str, where: str
) -> None:
    damage(path, command)
    with closing(sqlite3.connect(path)) as base:
        assert damage_of(base) == where


def test_an_index_that_lies_is_damage_where_the_program_went_wrong_over_it(path: Path) -> None:
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'actor_called'"
    with closing(sqlite3.connect(path)) as base:
        (page,) = base.execute(query).fetchone()
    size, content = 4096, path.read_bytes()
    # A leaf of an index has its entries at the end of its page: "peru" is no more what is listed.
    at = content.index(b"peru", (page - 1) * size)
    path.write_bytes(content[:at] + b"pery" + content[at + 4 :])
    with closing(sqlite3.connect(path)) as base:
        assert "actor_called" in damage_of(base)


def test_a_fault_of_the_program_is_not_blamed_on_a_sound_file(path: Path) -> None:
    with pytest.raises(KeyError, match="oops"), DossierFile(path):
        raise KeyError("oops")


def test_what_goes_wrong_over_a_damaged_file_is_told_of_the_file(path: Path) -> None:
    damage(path, "UPDATE act SET kind = 'nope' WHERE rowid = 1")
    with pytest.raises(ReportError, match="kind is 'nope'"), DossierFile(path):
        raise KeyError("nope")


def test_a_file_that_another_program_holds_is_not_called_damaged(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_file, "_BUSY_SECONDS", 0.01)
    told = "another program is writing it; try again"
    with closing(sqlite3.connect(path, isolation_level=None)) as other, DossierFile(path) as file:
        other.execute("BEGIN EXCLUSIVE")
        for read in (file.require_sound, lambda: dossier.whole(file)):
            with pytest.raises(ReportError, match=told):
                read()
        other.execute("ROLLBACK")
        assert dossier.whole(file).reports


def test_pages_that_are_damaged_are_not_written_beside(path: Path, sound: bytes) -> None:
    size = 4096
    with closing(sqlite3.connect(path)) as base:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'statement_print'"
        page = base.execute(query).fetchone()[0]
    before = sound[: (page - 1) * size] + bytes(size) + sound[page * size :]
    path.write_bytes(before)
    with pytest.raises(ReportError, match="is damaged") as caught, DossierFile(path) as file:
        dossier.correct(file, "r1#a2", "accept", "Ana")
    assert str(caught.value).endswith(NEXT)
    assert path.read_bytes() == before


@pytest.mark.parametrize("version", [0, 4, len(MIGRATIONS) - 1])
def test_one_that_cannot_be_brought_up_to_date_is_left_as_it_is(path: Path, version: int) -> None:
    before = damage(path, f"PRAGMA user_version = {version}")
    with pytest.raises(ReportError, match="cannot be used as a dossier"):
        DossierFile(path)
    assert path.read_bytes() == before


def test_the_shapes_are_of_all_columns_there_are() -> None:
    with DossierFile(":memory:", create=True) as file:
        for table, columns in shapes().items():
            listed = {row["name"] for row in file.rows(f"PRAGMA table_info({table})")}
            assert listed == set(columns), table


VALUES: tuple[Any, ...] = (
    *(
        None,
        -1,
        0,
        1,
        7,
        1.5,
        float("inf"),
        b"",
        b"x",
        "",
        "x",
        "0",
        "[1, 2]",
        "[1,2]",
        "[]",
        "{}",
    ),
    *("[-1, 2]", "[1, 2, 3]", "2023-05-08", "0001-01-01", "0000-01-01", "2023-02-30", "20230508"),
    *("2023-05-08T10:15:00+07:00", "day", "demand", "accept", "actor", "direct", "acled", "a'b"),
)


def all_shapes() -> list[Shape]:
    return list({id(s): s for columns in shapes().values() for s in columns.values()}.values())


def test_a_value_that_fits_passes_the_glance_too() -> None:
    with closing(sqlite3.connect(":memory:")) as base:
        for shape in all_shapes():
            for value in VALUES:
                condition = shape.sql.format("given.v")
                query = f"SELECT ({condition}) IS TRUE FROM (SELECT ? AS v) AS given"
                (passes,) = base.execute(query, (value,)).fetchone()
                assert passes or not shape.fits(value), (shape.sql, value)
