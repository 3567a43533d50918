"""What the commands on many equilibria print, and what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import Run
from satumeja import gallery

TALKS = str(gallery.path("december-2021-b"))
RIVER = str(gallery.path("syria-iraq"))
GRAPH = """
satumeja: 1
title: Two
states: [here, there]
decision_makers:
  a: {name: A, moves: [[here, there]], ranking: [here, there]}
  b: {name: B, moves: [[there, here]], ranking: [there, here]}
"""
CALM = """
satumeja: 1
title: Nobody minds
decision_makers:
  a:
    name: A
    options: {x: {name: X}, y: {name: Y}, z: {name: Z}}
    preferences: [x]
  b:
    name: B
    options: {u: {name: U}, v: {name: V}, w: {name: W}}
    preferences: [u]
status_quo: NNN|NNN
"""


def calm(folder: Path, text: str = CALM) -> str:
    path = folder / "calm.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_first_groups_are_told_where_many_states_hold(run: Run, tmp_path: Path) -> None:
    few = run("analyse", TALKS, "-c", "nash")
    assert "groups" not in few.out
    told = flat(run("analyse", calm(tmp_path, CALM.replace("[x]", "[]"))).out)
    assert "Under Nash 32 states hold in 1 group: All of them have “U”." in told
    assert "---|Y-- 32 9, 10, 11, 12 …" in told
    assert "--group prints all groups, under each concept." in told


def test_concepts_with_the_same_equilibria_are_told_together(run: Run, tmp_path: Path) -> None:
    told = flat(run("analyse", calm(tmp_path), "--group", "--language", "id").out)
    assert "Menurut Nash, GMR, SMR, SEQ, dan SSEQ 16 keadaan bertahan dalam 1 kelompok:" in told
    assert "Semuanya memuat “X” dan “U”." in told


def test_groups_in_json_are_exact(run: Run) -> None:
    data = run("analyse", TALKS, "-c", "seq", "--group", "--json").json
    (grouped,) = data["groups"].values()
    members = [state for group in grouped["groups"] for state in group["states"]]
    assert sorted(members) == sorted(grouped["order"]) == data["equilibria"]["seq"]
    assert "groups" not in run("analyse", TALKS, "-c", "seq", "--json").json


@pytest.mark.parametrize(
    "words", [("analyse", "--group"), ("effectiveness",), ("stepwise", "--step", "x")], ids=str
)
def test_graph_form_is_refused_by_name(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    command, *rest = words
    done = run(command, calm(tmp_path, GRAPH), *rest)
    assert done.code == 1 and not done.out
    assert "graph form has none" in done.err


def test_graph_form_is_analysed_as_it_was(run: Run, tmp_path: Path) -> None:
    done = run("analyse", calm(tmp_path, GRAPH))
    assert done.code == 0 and "group" not in done.out
    kinds = run("tables", calm(tmp_path, GRAPH))
    assert kinds.code == 0 and "taken (Y)" not in kinds.out


def test_counts_of_sets_are_those_of_lists(run: Run) -> None:
    listed = run("effectiveness", TALKS, "--json").json
    assert run("effectiveness", TALKS, "-e", "symbolic", "--json").json == listed
    assert listed["equilibria"] == {"nash": 2, "seq": 11, "smr": 7, "gmr": 0}


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "“Attack Ukraine” 2 / 0 0 / 11"), ("id", "“Menyerang Ukraina” 2 / 0 0 / 11")],
)
def test_counts_in_words(run: Run, language: str, heading: str) -> None:
    assert heading in flat(run("effectiveness", TALKS, "-l", language).out)


def test_counts_as_a_table_of_the_field(run: Run, tmp_path: Path) -> None:
    done = run("tables", TALKS, "-k", "effectiveness", "-o", str(tmp_path / "e.csv"))
    assert done.code == 0
    first, second, *_ = (tmp_path / "e.csv").read_text(encoding="utf-8-sig").splitlines()
    assert first.startswith("Option,Nash Y,Nash N,SEQ Y") and second.count(",") == 9


@pytest.mark.parametrize(
    ("language", "lead"),
    [("en", "of 2 states 2 hold under Nash."), ("id", "dari 2 keadaan 2 bertahan menurut Nash.")],
)
def test_steps_in_words(run: Run, language: str, lead: str) -> None:
    told = run("stepwise", RIVER, "--step", "attack", "-c", "nash", "-l", language)
    assert lead in flat(told.out) and "NY|Y" in told.out


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (("--step", "attak"), 'unknown option "attak"'),
        (("--step", "attack", "--step", "attack"), '"attack" is in steps 1 and 2'),
        (("--step", "attack", "-c", "nm"), '"nm" is not for this command'),
        (("--step", "attack", "-c", "nash,seq"), '--concept: name one, not "nash,seq"'),
        ((), "--step"),
    ],
)
def test_steps_that_are_refused(run: Run, words: tuple[str, ...], fault: str) -> None:
    done = run("stepwise", RIVER, *words)
    assert done.code and not done.out and fault in flat(done.err)
