"""Everything the program prints is described, and everything described is printed.

The gate asks every command about a few conflicts of the gallery, and about models and reports
made to give an output each of its shapes; ``pytest -m slow tests/schemas`` asks about every
conflict.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from satumeja import schemas
from schemas import conflicts, printed
from schemas.coverage import Coverage
from schemas.desk import Desk, run

OUTPUTS = [output.name for output in schemas.outputs()]

# The kinds of act are those of the codes (see test_source), and no few reports have them all.
NOT_ALL_MET = "#/$defs/act-kind = "


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return printed.desk(tmp_path)


@pytest.mark.parametrize("name", [name for name in OUTPUTS if name != "model"])
def test_what_is_printed_is_described_and_what_is_described_is_printed(
    name: str, desk: Desk
) -> None:
    coverage = Coverage(schemas.schema(name, closed=True))
    for document in printed.of(name, desk, conflicts.SHARE):
        assert printed.shape(document) == name
        coverage.add(document)
    assert {mark for mark in coverage.left() if not mark.startswith(NOT_ALL_MET)} == set()


def test_a_model_file_that_is_written_is_one_that_may_be_read(desk: Desk) -> None:
    validator = jsonschema.Draft202012Validator(schemas.schema("model", closed=True))
    for document in printed.of("model", desk, conflicts.SHARE):
        validator.validate(document)


@pytest.mark.slow
@pytest.mark.parametrize("conflict", sorted(set(conflicts.GALLERY) - set(conflicts.SHARE)))
@pytest.mark.parametrize("name", sorted(printed.ASKED))
def test_every_conflict_of_the_gallery(name: str, conflict: str, desk: Desk) -> None:
    coverage = Coverage(schemas.schema(name, closed=True))
    for document in printed.ASKED[name](desk, conflict):
        assert printed.shape(document) == name
        coverage.add(document)


def test_keys_may_be_added_to_what_is_published_and_are_faults_to_us() -> None:
    document = run("gallery", "--json")
    (first, *_) = document["conflicts"]
    first["citations"][0]["later"] = first["later"] = document["later"] = 1
    jsonschema.Draft202012Validator(schemas.schema("gallery")).validate(document)
    closed = jsonschema.Draft202012Validator(schemas.schema("gallery", closed=True))
    faults = {fault.json_path for fault in closed.iter_errors(document)}
    assert faults == {"$", "$.conflicts[0]", "$.conflicts[0].citations[0]"}


def test_a_key_that_is_missing_is_a_fault() -> None:
    document = run("gallery", "--json")
    del document["conflicts"][0]["basis"]
    faults = jsonschema.Draft202012Validator(schemas.schema("gallery")).iter_errors(document)
    assert [fault.message for fault in faults] == ["'basis' is a required property"]


@pytest.mark.parametrize(
    ("name", "words", "change"),
    [
        ("analysis", ("analyse", "--concept", "nash"), {"states": None}),
        ("openings", ("openings", "--from", "1"), {"engine": "symbolic"}),
    ],
)
def test_what_one_key_says_of_others_is_checked(
    name: str, words: tuple[str, ...], change: dict[str, Any]
) -> None:
    command, *options = words
    document = run(command, conflicts.GALLERY["december-2021-b"], *options, "--json")
    validator = jsonschema.Draft202012Validator(schemas.schema(name))
    assert validator.is_valid(document)
    assert not validator.is_valid(document | change)
