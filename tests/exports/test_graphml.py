"""Whoever reads our GraphML, by whatever library, has every move and every value."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import igraph
import networkx
import pytest

from brief.graph_form import named_graph
from exports.samples import nasty, vast
from satumeja import exports
from satumeja.errors import ModelError
from satumeja.exports import to_graphml, to_networkx
from satumeja.exports._arcs import state_columns
from satumeja.gallery import load
from satumeja.model import Model, Text
from satumeja.model.kit import as_label
from satumeja.stability import analyse

SPACE = "{http://graphml.graphdrawing.org/xmlns}"
TOKEN = re.compile(r"[\w.:-]+")
VALUES: Mapping[str, Callable[[str], Any]] = {
    "boolean": {"true": True, "false": False}.__getitem__,
    "long": int,
    "string": str,
}


MODELS = {
    "elmira": load("elmira"),
    "graph form": named_graph(),
    "december": load("december-2021-b"),
    "nasty": nasty(),
    "vast": vast(),
}
MODEL = pytest.mark.parametrize("model", MODELS.values(), ids=MODELS)


class Strict(NamedTuple):
    """What a reader finds that takes no liberty: the graph, its nodes and edges."""

    whole: dict[str, Any]
    nodes: dict[str, dict[str, Any]]
    edges: dict[str, dict[str, Any]]


def strictly(text: str) -> Strict:
    """Read GraphML as its schema has it, and refuse whatever that does not allow."""
    root = ElementTree.fromstring(text.encode())  # noqa: S314
    keys = {key.attrib["id"]: key.attrib for key in root.iter(f"{SPACE}key")}
    (graph,) = root.findall(f"{SPACE}graph")
    ids = [e.attrib["id"] for kind in ("key", "node", "edge") for e in root.iter(SPACE + kind)]
    assert len(keys) == len([*root.iter(f"{SPACE}key")])
    assert len(ids) == len(set(ids))
    assert all(TOKEN.fullmatch(name) for name in ids)

    def data(element: ElementTree.Element, domain: str) -> dict[str, Any]:
        there = {
            child.attrib["key"]: child.text or "" for child in element.findall(f"{SPACE}data")
        }
        assert list(there) == [name for name, key in keys.items() if key["for"] == domain]
        return {
            keys[name]["attr.name"]: VALUES[keys[name]["attr.type"]](value)
            for name, value in there.items()
        }

    nodes = {e.attrib["id"]: data(e, "node") for e in graph.findall(f"{SPACE}node")}
    edges = {
        e.attrib["id"]: {"source": e.attrib["source"], "target": e.attrib["target"]}
        | data(e, "edge")
        for e in graph.findall(f"{SPACE}edge")
    }
    assert all({edge["source"], edge["target"]} <= set(nodes) for edge in edges.values())
    return Strict(data(graph, "graph"), nodes, edges)


def wanted(model: Model) -> list[dict[str, Any]]:
    """Say what each node must have: the columns of frames, and letters for options."""
    columns = state_columns(analyse(model))
    rows = [
        dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)
    ]
    letters = {True: "Y", False: "N", None: "-"}
    for row in rows:
        row |= {k: letters[v] for k, v in row.items() if k.startswith("option.")}
        if "id" in row:
            row["state"] = row.pop("id")
        if max(columns.get("decimal", [0])) > 2**53:
            row["decimal"] = str(row["decimal"])
    return rows


def moves(model: Model) -> list[tuple[Any, ...]]:
    return sorted(
        (a, b, mover, data["preference"])
        for a, b, mover, data in to_networkx(model).edges(keys=True, data=True)
    )


@MODEL
def test_a_strict_reader_finds_all_of_it(model: Model) -> None:
    whole, nodes, edges = strictly(to_graphml(model))
    assert whole["title"] == str(model.title)
    assert {k: v for k, v in whole.items() if k.startswith("dm.")} == {
        f"dm.{dm.id}": as_label(dm.name) for dm in model.decision_makers
    }
    assert whole["status_quo"] == (model.status_quo_number or 0)
    assert list(nodes) == [str(k) for k in range(1, len(model.states) + 1)]
    assert list(nodes.values()) == wanted(model)
    assert moves(model) == sorted(
        (int(e["source"]), int(e["target"]), e["mover"], e["preference"]) for e in edges.values()
    )


@MODEL
def test_networkx_finds_all_of_it(model: Model) -> None:
    text = io.BytesIO(to_graphml(model).encode())
    graph = networkx.read_graphml(text, node_type=int, force_multigraph=True)
    assert [data for _, data in sorted(graph.nodes(data=True))] == wanted(model)
    assert graph.graph["title"] == str(model.title)
    assert moves(model) == sorted(
        (a, b, data["mover"], data["preference"]) for a, b, data in graph.edges(data=True)
    )


@MODEL
def test_igraph_finds_all_of_it(model: Model, tmp_path: Path) -> None:
    file = exports.write(model, tmp_path / "m.graphml")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        graph = igraph.Graph.Read_GraphML(str(file))
    assert [v.attributes() for v in graph.vs] == [
        row | {"id": str(k)} for k, row in enumerate(wanted(model), start=1)
    ]
    assert graph["title"] == str(model.title)
    assert moves(model) == sorted(
        (e.source + 1, e.target + 1, e["mover"], e["preference"]) for e in graph.es
    )


def test_an_option_that_is_open_is_told_from_one_not_taken() -> None:
    nodes = strictly(to_graphml(load("elmira"))).nodes
    assert [nodes["9"][f"option.{name}"] for name in ("modify", "delay", "abandon")] == [*"-NY"]
    assert nodes["8"]["option.modify"] == "Y"


def test_decimals_beyond_the_floating_ones_stay_apart() -> None:
    decimals = [node["decimal"] for node in strictly(to_graphml(MODELS["vast"])).nodes.values()]
    assert decimals == [str(2**59 + k) for k in range(4)]
    assert len({float(decimal) for decimal in decimals}) == 1
    few = strictly(to_graphml(load("elmira"))).nodes
    assert few["9"]["decimal"] == 25


def test_ends_of_lines_come_back_and_what_no_xml_can_hold_comes_not_in() -> None:
    model = replace(load("chicken"), title=Text("a\r\nc"))
    assert strictly(to_graphml(model)).whole["title"] == "a\r\nc"
    for sign in ("\x07", "\ufffe"):
        with pytest.raises(ModelError, match="a control character"):
            Text(f"a{sign}c")
