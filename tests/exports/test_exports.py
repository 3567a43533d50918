"""Graphs and frames say what the definitions say, whatever the names are."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random
from typing import Any

import polars
import pytest

import satumeja
from brief.graph_form import named_graph
from brief.large import large_model
from exports.samples import nasty
from literal import LiteralEngine, build
from literal.statespace import Native
from operations import operations
from random_models import random_graph_model, random_option_model, to_yaml
from satumeja import exports, extras
from satumeja.errors import LimitError, MissingExtraError, OutputError, QuestionError
from satumeja.exports import (
    _arcs,
    arcs,
    to_dot,
    to_graphml,
    to_networkx,
    to_pandas,
    to_polars,
    write,
)
from satumeja.formats import loads
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse

QUOTED = r'"((?:[^"\\]|\\.)*)"'
NODE = re.compile(rf"^  (\d+) \[label={QUOTED}(, peripheries=2)?(, style=filled.*)?\];$")
EDGE = re.compile(rf'^  (\d+) -> (\d+) \[color="#\w{{6}}", style=\w+, label={QUOTED}(.*)\];$')


def natives() -> list[Native]:
    return [
        draw(Random(seed))
        for seed in range(15)
        for draw in (random_option_model, random_graph_model)
    ]


def moves(native: Native) -> set[tuple[str, int, int, str]]:
    """All moves, straight from the definition."""
    model = build(native)
    found = set()
    for dm in model.dms:
        for s in model.states:
            for t in model.moves_from(dm, s):
                better, worse = model.better(dm, t, s), model.better(dm, s, t)
                found.add((dm, s, t, "better" if better else "worse" if worse else "same"))
    return found


def test_arcs_are_the_moves_of_the_definition() -> None:
    for native in natives():
        found = list(arcs(loads(to_yaml(native))))
        assert len(found) == len(set(found))
        assert set(map(tuple, found)) == moves(native)


def test_a_graph_of_networkx_has_states_moves_and_verdicts() -> None:
    for native in natives():
        graph, literal = to_networkx(loads(to_yaml(native))), build(native)
        engine = LiteralEngine(literal)
        assert sorted(graph.nodes) == literal.states
        assert {(k, a, b, kind) for a, b, k, kind in edges(graph)} == moves(native)
        for concept in ("nash", "seq"):
            held = [n for n, given in graph.nodes(data=True) if given[f"equilibrium.{concept}"]]
            assert sorted(held) == engine.equilibria(concept)


def test_frames_have_the_same_rows() -> None:
    for native in natives()[:8]:
        model = loads(to_yaml(native))
        analysis = analyse(model, ["gmr"])
        pandas, frame = to_pandas(analysis), to_polars(analysis)
        assert list(pandas.columns) == frame.columns
        assert pandas.to_dict("list") == frame.to_dict(as_series=False)
        for dm in model.decision_makers:
            assert pandas[f"rank.{dm.id}"].tolist() == model.ranks(dm).tolist()
            stable = pandas.loc[pandas[f"stable.gmr.{dm.id}"], "number"].tolist()
            assert stable == analysis.stable("gmr", dm.id).tolist()
        rows = set(to_polars(model, "moves").iter_rows())
        assert rows == moves(native)
        assert set(to_pandas(model, "moves").itertuples(index=False, name=None)) == rows


def test_options_are_columns() -> None:
    frame = to_polars(load("december-2021-b"))
    row = frame.filter(polars.col("status_quo")).to_dicts()[0]
    assert (row["number"], row["form"], row["decimal"]) == (7, "YNN|YNN|NN", 9)
    assert [name for name in frame.columns if name.startswith("option.") and row[name]] == [
        "option.talk", "option.platform",
    ]  # fmt: skip


def edges(graph: Any) -> set[tuple[Any, ...]]:
    return {(a, b, k, d["preference"]) for a, b, k, d in graph.edges(keys=True, data=True)}


def shown(label: str) -> str:
    """What Graphviz shows of a quoted label."""
    return re.sub(r"\\(.)", lambda found: {"n": "\n"}.get(found[1], found[1]), label)


@pytest.mark.parametrize(
    "model", [load("elmira"), named_graph(), load("december-2021-b"), nasty()]
)
def test_dot_has_each_state_and_each_move_once(model: Model) -> None:
    lines = to_dot(model).splitlines()
    nodes = [found for line in lines if (found := NODE.match(line))]
    found_edges = [found for line in lines if (found := EDGE.match(line))]
    others = [line for line in lines if not NODE.match(line) and not EDGE.match(line)]
    assert len(others) == 5 + 2
    graph = to_networkx(model)
    names = {n: given.get("form") or given["name"] for n, given in graph.nodes(data=True)}
    assert {int(node[1]): shown(node[2]) for node in nodes} == {
        n: f"{n}\n{name}" for n, name in names.items()
    }
    drawn = set()
    for edge in found_edges:
        start, end, mover = int(edge[1]), int(edge[2]), shown(edge[3])
        drawn |= {(start, end, mover)} | (
            {(end, start, mover)} if "dir=both" in edge[4] else set()
        )
        better = graph.edges[start, end, mover]["preference"] == "better"
        assert ("penwidth" in edge[4]) == better
    assert drawn == set(graph.edges(keys=True))


def test_marks_of_dot_are_those_of_the_analysis() -> None:
    analysis = analyse(load("december-2021-b"))
    nodes = [found for line in to_dot(analysis).splitlines() if (found := NODE.match(line))]
    some = {n for c in analysis.concepts for n in analysis.equilibria(c.id).tolist()}
    assert {int(node[1]) for node in nodes if node[3]} == some
    assert {int(node[1]) for node in nodes if node[4]} == set(analysis.strong_equilibria.tolist())


@pytest.mark.parametrize("suffix", [".graphml", ".dot", ".tex"])
def test_files_are_what_their_names_say(suffix: str, tmp_path: Path) -> None:
    model = load("elmira")
    text = write(model, tmp_path / f"m{suffix}").read_text("utf-8")
    if suffix == ".tex":
        assert text.count("\\begin{longtable}") >= 8
        assert text.count("\\begin{tikzpicture}") == 1
    else:
        assert text == {".graphml": to_graphml, ".dot": to_dot}[suffix](model)
    with pytest.raises(OutputError, match=r"an export ends in \.dot"):
        write(model, tmp_path / "m.gexf")


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_arcs, "_ARCS", 5)
    with pytest.raises(LimitError, match="more than the 5 moves"):
        list(arcs(load("chicken")))
    monkeypatch.setattr(_arcs, "_STATES", 3)
    with pytest.raises(LimitError, match="4 states are more than the 3"):
        to_dot(load("chicken"))


@pytest.mark.parametrize("suffix", [".graphml", ".dot"])
def test_what_is_too_large_is_refused_before_anything_is_decided(
    suffix: str, tmp_path: Path
) -> None:
    model, target = large_model(18), tmp_path / f"large{suffix}"

    def refused() -> None:
        with pytest.raises(LimitError, match="262,144 states are more than the 200,000"):
            exports.write(model, target)

    refused()
    assert operations(refused) < 2_000  # an analysis takes a hundred times as many
    assert list(tmp_path.iterdir()) == []


def test_moves_that_are_too_many_leave_no_file(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="more than the 1,000,000 moves"):
        exports.write(large_model(15), tmp_path / "large.graphml")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("export", "extra"),
    [
        (to_networkx, "networkx"),
        (to_pandas, "pandas"),
        (to_polars, "polars"),
    ],
)
def test_a_missing_library_is_named(
    export: Any, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(module: str) -> None:
        raise ModuleNotFoundError(name=module)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(MissingExtraError, match=rf"pip install 'satumeja\[{extra}\]'"):
        export(load("chicken"))


def test_an_unknown_frame_is_refused() -> None:
    with pytest.raises(QuestionError, match='not of "cells"'):
        to_pandas(load("chicken"), "cells")  # type: ignore[arg-type]


def test_the_face_of_the_package_has_them() -> None:
    assert satumeja.to_networkx is to_networkx
    assert satumeja.to_pandas is to_pandas
