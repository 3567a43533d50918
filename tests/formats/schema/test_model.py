"""The published JSON Schema: made from the types that read files, and true of good files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from formats.samples import BORDER, GRAPH, STATEMENTS, changed
from satumeja.formats import json_schema
from satumeja.formats._load import MAX_BYTES
from satumeja.formats.compiling._compile import MAX_OPTIONS
from satumeja.formats.compiling._conditions import MAX_CONDITION
from satumeja.formats.compiling._forms import LARGEST
from satumeja.formats.schema._model import ModelFile
from satumeja.formats.trees._builder import MAX_DEPTH, MAX_NODES
from satumeja.formats.trees._faults import MAX_FAULTS
from satumeja.formats.trees._nodes import List, Map, Node, Scalar
from satumeja.formats.trees._yaml import read_yaml

SCHEMA = jsonschema.Draft202012Validator(json_schema())


def typed(node: Node) -> Any:
    """Give a tree as an editor that knows YAML 1.2 sees it: with numbers and truth values."""
    match node:
        case Scalar(text):
            try:
                return json.loads(text or "null") if node.plain else text
            except json.JSONDecodeError:
                return text
        case List(items):
            return [typed(item) for item in items]
        case Map(entries):
            return {key: typed(entry.value) for key, entry in entries.items()}


def complaints(text: str) -> list[str]:
    return [error.json_path for error in SCHEMA.iter_errors(typed(read_yaml(text, "m.yaml")))]


def test_the_schema_is_a_schema() -> None:
    SCHEMA.check_schema(json_schema())
    assert json_schema()["$id"] == "urn:satumeja:schema:model:1"
    assert json.dumps(json_schema()) == json.dumps(json_schema())


@pytest.mark.parametrize(
    "text",
    [
        BORDER,
        GRAPH,
        changed(BORDER, STATEMENTS, "    preferences: [-2, 3]\n"),
        changed(BORDER, '"NN|NY"', "{talk: true, attack: 0, offer: N, arm: no}"),
        changed(BORDER, '"NN|NY"', "7"),
        changed(BORDER, "arm: -1.5", "arm: 1/3"),
        changed(BORDER, "arm: -1.5, attack: -3", ""),
        changed(BORDER, "- attack & talk", "- {requires: {if: attack, then: -2}}"),
        changed(BORDER, "2021-12-23", "2021"),
        changed(GRAPH, "[dirty, [clean, dead]]", "[2, [1, dead]]"),
    ],
)
def test_good_files_fit(text: str) -> None:
    assert complaints(text) == []


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("satumeja: 1", "satumeja: 2", "$.satumeja"),
        ("    options:\n", "    optons:\n", "$.decision_makers.russia"),
        (STATEMENTS, "    preferences: {a: b}\n", "$.decision_makers.russia.preferences"),
        ("direction: forward", "direction: up", "$.decision_makers.russia.options.attack"),
        ("seats: [russia, us], ", "", "$.tables.geneva"),
        ("2021-12-23", "soon", "$.as_of"),
        ("- attack & talk", "- {requires: {if: attack}}", "$.infeasible[0]"),
    ],
)
def test_bad_files_do_not(old: str, new: str, path: str) -> None:
    assert complaints(changed(BORDER, old, new)) == [path]


def test_every_key_a_file_may_have_is_in_the_schema_once() -> None:
    assert set(json_schema()["properties"]) == set(ModelFile.fields)
    text = json.dumps(json_schema())
    assert "\\u0000" not in text
    assert text.count('"red_lines"') == 1


PAGE = (Path(__file__).parents[3] / "docs" / "reference" / "model-file.md").read_text("utf-8")


def keys_of(schema: dict[str, Any]) -> set[str]:
    parts = [schema, *schema["$defs"].values()]
    return {key for part in parts for key in part["properties"]}


@pytest.mark.parametrize("key", sorted(keys_of(json_schema())))
def test_the_reference_page_has_every_key(key: str) -> None:
    assert f"`{key}`" in PAGE or f"{{{key}: p" in PAGE or f"{key}: q}}" in PAGE


@pytest.mark.parametrize(
    "limit", [MAX_BYTES, MAX_NODES, MAX_DEPTH, MAX_OPTIONS, MAX_CONDITION, LARGEST, MAX_FAULTS]
)
def test_the_reference_page_has_every_limit(limit: int) -> None:
    limits = PAGE.split("## Limits")[1].split("## ")[0]
    assert f" {limit:,} " in limits.replace("(", " ")
