"""Files that are none, and names that hardly are: one line, or done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from forked import Call, Nursery

REPORT = "Lima, 3 May 2023. Peru demanded that Ecuador withdraw number {}.\n"
LONG = "y" * 300
LONGEST = "x" * 251
RAW = "bad\udcff"
MODEL = "demo-output/model.yaml"


@pytest.mark.parametrize(
    "name", ["c\nd", "-dash", LONGEST, "ünï\u202e", " ", "'\"$(x)", "磁" * 80]
)
def test_names_that_are_odd_are_names(nursery: Nursery, desk: Path, name: str) -> None:
    (desk / f"{name}.txt").write_text(REPORT.format(1))
    for words in (
        ["dossier", f"./{name}.txt", "-o", "d.db"],
        ["gallery", "chicken", f"--out=./{name[:60]}.yaml"],
        ["brief", f"./{name[:60]}.yaml", "-o", "b.html"],
        ["exchange", "d.db", "-o", f"./{name}.csv"],
    ):
        ended = nursery.run(Call(words, str(desk)))
        assert (ended.code, "Traceback" in ended.err) == (0, False), ended.err


def test_names_that_are_no_letters(nursery: Nursery, desk: Path) -> None:
    for words, code in (
        (["gallery", "chicken", "-o", f"{RAW}.yaml"], 0),
        (["brief", f"{RAW}.yaml", "-o", f"{RAW}.html"], 0),
        (["analyse", f"{RAW}.yaml", "--json"], 0),
        (["sweep", f"{RAW}.yaml", "--profiles", "10", "--store", f"{RAW}.s"], 0),
        (["convert", f"{RAW}.yaml", "-o", RAW], 0),
        (["dossier", "demo-output/report.txt", "-o", f"{RAW}.db", "--json"], 0),
        (["timeline", f"{RAW}.db"], 0),
        (["correct", f"{RAW}.db", "r1#a1", "accept", "--who", RAW], 1),
        (["set", f"{RAW}.yaml", "title", RAW], 1),
        (["check", f"no {RAW}.yaml"], 1),
    ):
        ended = nursery.run(Call(words, str(desk)))
        assert (ended.code, "Traceback" in ended.err) == (code, False), ended.err


@pytest.mark.parametrize(
    "order",
    [
        f"check {LONG}",
        f"timeline {LONG}",
        f"positions {LONG}",
        f"correct {LONG} r1#a1 accept --who A",
        f"exchange {LONG} -o x.csv",
        f"dossier {LONG} -o d.db",
        f"dossier demo-output/report.txt -o {LONG}",
        f"dossier demo-output/report.txt --vocabulary {LONG}",
        f"sweep {MODEL} --profiles 10 --store {LONG}",
        f"backtest {LONG}",
        f"brief {MODEL} -o x.html --template {LONG}",
        f"demo -o {LONG}",
        f"open {LONG}",
        *(
            f"{words} {odd}"
            for odd in ("loop", "dangling", "folder", "/dev/null")
            for words in ("check", "timeline", "read", "dossier -o d.db", "open --no-browser")
            if not (words.startswith("open") and odd in ("folder", "/dev/null"))
        ),
        "timeline /dev/zero",
        "dossier /dev/zero -o d.db",
        "dossier demo-output/report.txt -o loop",
        "dossier demo-output/report.txt -o folder",
        "dossier demo-output/report.txt -o /dev/full",
        "dossier demo-output/report.txt -o fifo",
        f"convert {MODEL} -o folder.json",
    ],
)
def test_what_is_no_file_is_told(nursery: Nursery, desk: Path, order: str) -> None:
    (desk / "loop").symlink_to("loop")
    (desk / "dangling").symlink_to("nowhere")
    (desk / "folder").mkdir()
    (desk / "folder.json").mkdir()
    os.mkfifo(desk / "fifo")
    before = sorted(os.listdir(desk))
    ended = nursery.run(Call(order.split(" "), str(desk)))
    assert (ended.code, "Traceback" in ended.err) == (1, False), ended.err
    assert 1 <= len(ended.err.splitlines()) <= 2
    assert sorted(os.listdir(desk)) == before


def test_a_folder_of_odd_things_is_read_past_them(nursery: Nursery, desk: Path) -> None:
    folder = desk / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT.format(1))
    os.mkfifo(folder / "fifo.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "up").symlink_to("..")
    (folder / "folder.txt").mkdir()
    ended = nursery.run(Call(["dossier", "in", "-o", "d.db"], str(desk)))
    assert ended.code == 0, ended.err
    assert "reports 1," in ended.out
