"""Decimals are exact at any size, and strings for whoever asks: no program merges states."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from commands import Run
from exports.samples import vast
from satumeja import formats, gallery, schemas
from satumeja.schemas import decimals_as_strings, rounded_decimals
from satumeja.stability import analyse
from schemas.test_commands import commands_with_json

FLAG = "--decimals-as-strings"


def keys_of_decimals(part: Any, key: str = "") -> Iterator[str]:
    """Name the keys that a schema says hold decimals."""
    if isinstance(part, dict):
        if part.get("$ref") == "#/$defs/decimal":
            yield key
        for name, inner in part.get("properties", {}).items():
            yield from keys_of_decimals(inner, name)
        for name in ("items", "additionalProperties"):
            yield from keys_of_decimals(part.get(name), key)
        for choice in part.get("anyOf", ()):
            yield from keys_of_decimals(choice, key)
        for inner in part.get("$defs", {}).values():
            yield from keys_of_decimals(inner)


def decimals(document: Any) -> list[Any]:
    return [state["decimal"] for state in document["states"]]


def test_no_key_of_decimals_is_forgotten() -> None:
    """A new key is to be changed too: `decimals_as_strings` knows these."""
    listed = [output.name for output in schemas.outputs()]
    assert {key for name in listed for key in keys_of_decimals(schemas.schema(name))} == {
        *("decimal", "members", "sample"),
    }


def test_each_command_that_prints_decimals_has_the_flag(run: Run) -> None:
    printing = {
        command
        for output in schemas.outputs()
        for command in output.commands
        if list(keys_of_decimals(schemas.schema(output.name)))
    }
    flagged = {name for name in commands_with_json() if FLAG in run(name, "--help").out}
    assert flagged == printing == {"analyse", "openings", "sweep"}


def test_what_floating_point_merges_strings_keep_apart() -> None:
    document = analyse(vast(), ["nash"]).to_json()
    before = copy.deepcopy(document)
    assert len({float(decimal) for decimal in decimals(document)}) == 1
    assert rounded_decimals(document) == 4
    written = decimals_as_strings(document)
    assert document == before
    assert decimals(written) == [str(2**59 + k) for k in range(4)]
    rounding = json.loads(json.dumps(written), parse_int=float)
    assert list(map(int, decimals(rounding))) == decimals(document)
    assert rounded_decimals(written) == 0
    jsonschema.validate(json.loads(json.dumps(written)), schemas.schema("analysis"))


def test_members_and_samples_are_decimals_and_numbers_are_not() -> None:
    plant = decimals_as_strings(analyse(gallery.load("elmira"), ["nash"]).to_json())
    assert plant["states"][8]["members"]
    assert all(isinstance(decimal, str) for decimal in plant["states"][8]["members"])
    assert plant["states"][8]["number"] == 9
    mixed = {"sample": [1, 2], "sample_of": "numbers", "members": ["us"], "count": 2**60}
    assert decimals_as_strings(mixed) == mixed
    mixed["sample_of"] = "decimals"
    assert decimals_as_strings(mixed) == mixed | {"sample": ["1", "2"]}


def test_who_may_lose_decimals_is_told_and_no_other(run: Run, tmp_path: Path) -> None:
    path = str(formats.save(vast(), tmp_path / "vast.yaml"))
    plain, kept = run("analyse", path, "--json"), run("analyse", path, "--json", FLAG)
    assert plain.err == (
        "note: decimals beyond 2^53, which JavaScript and jq round; "
        "--decimals-as-strings keeps them\n"
    )
    assert kept.err == ""
    assert decimals(json.loads(kept.out)) == [str(d) for d in decimals(json.loads(plain.out))]
    assert run("analyse", str(gallery.path("elmira")), "--json").err == ""


def test_a_sweep_in_a_file_has_them_too(run: Run, tmp_path: Path) -> None:
    path, out = str(formats.save(vast(), tmp_path / "vast.yaml")), tmp_path / "sweep.json"
    run("sweep", path, "--profiles", "3", "-o", str(out), FLAG)
    assert decimals(json.loads(out.read_text("utf-8")))[0] == str(2**59)


@pytest.mark.parametrize("words", [(), ("--language", "id")])
def test_without_json_the_flag_does_nothing_and_is_refused(
    run: Run, words: tuple[str, ...]
) -> None:
    refused = run("analyse", str(gallery.path("elmira")), FLAG, *words)
    assert (refused.code, refused.out) == (2, "")
    assert "--decimals-as-strings goes with --json only" in refused.err
