"""Several commands at once on what is the user's: all that was acknowledged is there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from forked import Call, Ended, Nursery
from satumeja import formats

REPORT = "Lima, {} May 2023. Peru demanded that Ecuador withdraw. Ecuador rejected demand {}.\n"


def at_once(nursery: Nursery, folder: Path, *orders: str) -> list[Ended]:
    return nursery.together(*(Call(order.split(), str(folder)) for order in orders))


def asked(file: Path, question: str) -> list[object]:
    base = sqlite3.connect(file)
    assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    rows = [row[0] for row in base.execute(question)]
    base.close()
    return rows


@pytest.fixture
def reports(desk: Path) -> Path:
    for number in range(1, 7):
        (desk / f"{number}.txt").write_text(REPORT.format(number, number))
    return desk


@pytest.mark.parametrize("file", ["demo-output/talks.db", "new.db"])
def test_two_add_to_one_dossier(nursery: Nursery, reports: Path, file: str) -> None:
    orders = (f"dossier 1.txt 2.txt 3.txt -o {file}", f"dossier 4.txt 3.txt 5.txt -o {file}")
    for ended in at_once(nursery, reports, *orders):
        assert (ended.code, ended.err) == (0, "")
    names = asked(reports / file, "SELECT name FROM source")
    own = sorted(Path(str(name)).name for name in names if str(name).endswith(".txt"))
    assert [name for name in own if name != "report.txt"] == [f"{n}.txt" for n in range(1, 6)]


def test_one_adds_and_others_correct(nursery: Nursery, reports: Path) -> None:
    file = "demo-output/talks.db"
    orders = [f"correct {file} r1#a{n} accept --who Ana{n}" for n in (1, 2, 3)]
    for ended in at_once(nursery, reports, f"dossier 1.txt 2.txt -o {file}", *orders):
        assert ended.code == 0, ended.err
    made = asked(reports / file, "SELECT who FROM correction")
    assert sorted(map(str, made)) == ["Ana1", "Ana2", "Ana3"]
    assert len(asked(reports / file, "SELECT id FROM source")) == 3


def test_two_sweep_into_one_store(nursery: Nursery, desk: Path) -> None:
    order = "sweep demo-output/model.yaml --profiles 30000 --store s.db --json"
    one, other = at_once(nursery, desk, order, order)
    assert (one.code, other.code) == (0, 0)
    assert one.out == other.out
    asked(desk / "s.db", "SELECT content FROM result")


def test_one_of_two_who_edit_is_told(nursery: Nursery, desk: Path) -> None:
    orders = [f"set demo-output/model.yaml title Talks{n}" for n in range(4)]
    ends = at_once(nursery, desk, *orders)
    told = "was changed while it was being edited"
    assert any(ended.code == 0 for ended in ends)
    assert all(ended.code == 0 or told in ended.err for ended in ends)
    assert str(formats.load(desk / "demo-output/model.yaml").title).startswith("Talks")


@pytest.mark.parametrize("out", ["x.json", "x"])
def test_those_who_write_one_place_leave_it_whole(nursery: Nursery, desk: Path, out: str) -> None:
    order = f"convert demo-output/model.yaml -o {out}"
    ends = at_once(nursery, desk, *[order] * 4)
    assert any(ended.code == 0 for ended in ends)
    assert all(len(ended.err.splitlines()) == 1 for ended in ends)
    alone = nursery.run(Call(f"convert demo-output/model.yaml -o y{out}".split(), str(desk)))
    assert alone.code == 0
    assert content(desk / out) == content(desk / f"y{out}")
    assert not list(desk.rglob(".satumeja-*"))


def content(path: Path) -> Sequence[bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return [file.read_bytes() for file in files]


def test_what_becomes_of_reports_is_told(nursery: Nursery, reports: Path) -> None:
    """Changed, under two names, gone, in a folder of another name, from another time."""

    def gathered(*words: str) -> Ended:
        ended = nursery.run(Call(["dossier", *words, "-o", "d.db"], str(reports)))
        assert ended.code == 0, ended.err
        return ended

    (reports / "in").mkdir()
    for number in (1, 2, 3):
        os.rename(reports / f"{number}.txt", reports / "in" / f"{number}.txt")
    gathered("in")
    for file, moment in zip(sorted((reports / "in").iterdir()), (0, 1, 2**33), strict=True):
        os.utime(file, (moment, moment))  # a clock that was wrong
    assert "known 3" in gathered("in").out
    (reports / "in" / "1.txt").write_text(REPORT.format(9, 9))
    (reports / "in" / "2.txt").unlink()
    (reports / "in" / "copy.txt").write_bytes((reports / "in" / "3.txt").read_bytes())
    assert "has changed since it was read as r1; it is r4 now" in gathered("in").err
    os.rename(reports / "in", reports / "moved")
    assert "known 3" in gathered("moved").out
    assert len(asked(reports / "d.db", "SELECT id FROM source")) == 4
