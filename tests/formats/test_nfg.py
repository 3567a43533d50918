"""Games in the files of Gambit: both versions in and out, and faults at their place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import satumeja as sm
from satumeja.errors import ModelError, OutputError
from satumeja.formats import load, loads, save, to_nfg
from satumeja.model import Model, Option, Text

# Written as pygambit 16.7 writes a game: outcomes, and then their numbers.
OUTCOMES = r"""NFG 1 R "A \"small\" game" { "Ana" "2" }

{ { "up" "down" }
{ "left" "mid" "right" }
}
"Made up."

{
{ "" 3, 3 }
{ "" 5, 1/2 }
{ "" 0.25, 5 }
{ "" 1e1, -1 }
}
1 2 3 4 0 1
"""
# The same in the other version, in which Gambit also reads strategies that are counted only.
PAYOFFS = 'NFG 1 R "A game" { "Ana" "2" } { 2 3 } 3 3 5 1/2 0.25 5 10 -1 0 0 3 3'
VERSIONS = {"payoffs": False, "outcomes": True}


def test_both_versions_say_the_same() -> None:
    one, other = loads(OUTCOMES, "a.nfg"), loads(PAYOFFS, "b.nfg")
    assert (str(one.title), str(one.description)) == ('A "small" game', "Made up.")
    assert list(one) == ["ana", "player_2"]
    assert str(one["ana"].name) == "Ana"
    for player in one:
        assert one.ranks(player).tolist() == other.ranks(player).tolist()
    assert str(one["ana"].preference) == "4 > 2 > 1 ~ 6 > 3 > 5"
    state = {"ana.strategy": "down", "player_2.strategy": "mid"}
    assert one.require_state(state) == 4
    assert "and not by how much" in one.notes[0]


@pytest.mark.parametrize("outcomes", VERSIONS.values(), ids=VERSIONS)
@pytest.mark.parametrize("shape", [(2, 2), (3, 4), (2, 1, 3), (2, 2, 2, 2)])
def test_what_is_written_is_read_again(shape: tuple[int, ...], outcomes: bool) -> None:
    tables = np.random.default_rng(7).integers(0, 3, size=(len(shape), *shape))
    model = Model.from_payoffs(tables)
    again = loads(to_nfg(model, outcomes=outcomes), "g.nfg")
    assert list(again) == list(model)
    assert again.states == model.states
    for player in model:
        assert again.ranks(player).tolist() == model.ranks(player).tolist()


def test_a_conflict_with_several_options_is_a_game(tmp_path: Path) -> None:
    model = Model.build(
        "Two\nlines",
        options={"a": ["x", "y"], "b": ["z"]},
        preferences={"a": ["x & y", "z"], "b": ["-x", "z"]},
        infeasible=["x & -y"],
    )
    written = save(model, tmp_path / "game.nfg")
    text = written.read_text(encoding="utf-8")
    assert text.startswith('NFG 1 R "Two lines" { "a" "b" }\n{ { "-" "y" "x, y" } { "-" "z" } }\n')
    again = load(written)
    assert again.origin == written
    assert len(again.states) == len(model.states) == 6
    nash = [m.analyse().equilibria("nash").tolist() for m in (model, again)]
    assert nash[0] == nash[1]


def free(**changes: Any) -> Model:
    parts: dict[str, Any] = {
        "title": "T",
        "options": {"a": ["x"], "b": ["y"]},
        "preferences": {"a": ["x"], "b": ["y"]},
    }
    return Model.build(**(parts | changes))


NO_GAMES: list[tuple[Any, str]] = [
    (lambda: sm.gallery.load("elmira"), "one-way or shared options"),
    (lambda: free(infeasible=["x & y"]), "some of their combinations are infeasible"),
    (lambda: free(options={"a": [Option("x", Text("x"), "back")], "b": ["y"]}), "one-way"),
    (
        lambda: Model.build(
            "G", states=["s"], moves={"a": [], "b": []}, preferences={"a": [1], "b": [1]}
        ),
        "a model in graph form has no options",
    ),
]


@pytest.mark.parametrize(("make", "fault"), NO_GAMES)
def test_what_is_no_game_is_not_written(make: Any, fault: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=fault):
        save(make(), tmp_path / "game.nfg")
    assert not list(tmp_path.iterdir())


FAULTS: list[tuple[str, str]] = [
    ("", "g.nfg:1:1: not a game in normal form: such a file begins with NFG 1 R"),
    ("EFG 2 R", "g.nfg:1:1: not a game in normal form"),
    ("NFG 2 R", "g.nfg:1:7: only version 1"),
    ("NFG 1 X", "g.nfg:1:7: expected R or D, found X"),
    ('NFG 1 R "T', "g.nfg:1:9: a text that does not end"),
    ('NFG 1 R "T" { "a" } { 2 }', "a conflict has at least two players"),
    ('NFG 1 R "T" { "a" "b" } { 2 }', "2 players, and the strategies of 1"),
    ('NFG 1 R "T" { "a" "b" } { 2 21 }', "from 0 to 20, found 21"),
    ('NFG 1 R "T" { "a" "b" } { 2 0 }', "a player has 1 to 20 strategies; here one has 0"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 } 1 2 3', "expected a payoff, found the end of the file"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 }\n1 2 3 x', "g.nfg:2:7: expected a payoff, found x"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 } 1 2 3 1/0', "expected a payoff, found 1/0"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 } 1 2 3 .25/0', "expected a payoff, found .25/0"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 } 1 2 3 .5/2', "expected a payoff, found .5/2"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 } 1 2 3 4 5', "expected the end after 2 outcomes, found 5"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 } {{"" 1 2}} 1 2', "from 0 to 1, found 2"),
    ('NFG 1 R "T" { "a" "b" } { 1 2 } {{"" 1}} 1 1', "expected a payoff, found }"),
    ('NFG 1 R "T" { "a" "b" } { 1 1 } 1 1', "a model has 1 to 1000 options"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_faults_have_their_place(text: str, fault: str) -> None:
    with pytest.raises(ModelError) as caught:
        loads(text, "g.nfg")
    assert fault in str(caught.value)
    assert str(caught.value).startswith("g.nfg")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("shape", [(2, 2), (3, 4), (2, 1, 3)])
def test_gambit_itself_reads_and_writes_the_same(shape: tuple[int, ...], tmp_path: Path) -> None:
    """Runs where pygambit is installed, on which nothing here rests."""
    gambit = pytest.importorskip("pygambit")
    tables = np.random.default_rng(3).integers(0, 5, size=(len(shape), *shape))
    game = gambit.Game.from_arrays(*tables, title="Made of arrays")
    (tmp_path / "gambit.nfg").write_text(game.to_nfg(), encoding="utf-8")
    theirs, ours = load(tmp_path / "gambit.nfg"), Model.from_payoffs(tables)
    for one, other in zip(theirs, ours, strict=True):
        assert theirs.ranks(one).tolist() == ours.ranks(other).tolist()
    for outcomes in VERSIONS.values():
        path = tmp_path / f"ours-{outcomes}.nfg"
        path.write_text(to_nfg(ours, outcomes=outcomes), encoding="utf-8")
        again = gambit.read_nfg(str(path)).to_arrays(int)
        for player, worth in zip(ours, again, strict=True):
            assert worth.ravel(order="F").tolist() == ours.ranks(player).tolist()
