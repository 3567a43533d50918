"""The table of the keys of an output, as the reference prints it."""

from __future__ import annotations

import re

import pytest

from satumeja import schemas
from satumeja.schemas import table


@pytest.mark.parametrize("name", [output.name for output in schemas.outputs()])
def test_every_key_has_a_row_of_four_cells(name: str) -> None:
    lines = table(name).splitlines()
    rows = [line for line in lines if line.startswith("| `")]
    assert all(len(re.split(r"(?<!\\)\|", row)) == 6 for row in rows)
    shown = {re.split(r"[.\]}]+", row.split("`")[1])[-1] for row in rows}
    assert keys(schemas.schema(name)) <= shown


def keys(part: object) -> set[str]:
    """Give every key that a schema describes, conditions apart."""
    if isinstance(part, list):
        return {key for each in part for key in keys(each)}
    if not isinstance(part, dict):
        return set()
    inside = {key: value for key, value in part.items() if key not in ("if", "then", "else")}
    return set(part.get("properties", {})) | keys(list(inside.values()))


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("analysis", "| `engine` | `explicit` or `symbolic` | What decided; explicit"),
        ("analysis", "| `status_quo` | *state number* or null |"),
        ("analysis", "| `states` | list of objects or null |"),
        ("analysis", r"""| `states[].form` | *state form* | A state in option form"""),
        ("analysis", "| `states[].members` (not always) | list of *decimals* |"),
        ("analysis", "| `stable` | mapping of concepts to mappings of decision makers to *state"),
        ("analysis", "| `where.condition` | text | The condition, as it was written. |"),
        ("hypergame", "| `equilibria.{concept}[].kind` | `all`, `some`, `none` or `surprise` |"),
        ("check", '| `infeasible[].type` | `logical`, `preferential` or `""` |'),
        ("invert", "| `conditions[].others[].needs[].any_of[][].from` | *state number* |"),
        ("model", "| `decision_makers` | mapping of names to *DecisionMakers* |"),
    ],
)
def test_a_row_says_where_a_key_is_and_what(name: str, row: str) -> None:
    assert any(line.startswith(row) for line in table(name).splitlines())


def test_a_row_says_when_a_key_is_there_and_gives_an_example() -> None:
    lines = table("analysis").splitlines()
    (where,) = [line for line in lines if line.startswith("| `where` (not always)")]
    assert "Only where a condition was asked about (--where). |" in where
    (form,) = [line for line in lines if line.startswith("| `states[].form`")]
    assert form.endswith(r'| `"YNN\|YNN\|NN"` |')


def test_what_outputs_share_is_told_below() -> None:
    text = table("openings")
    assert "**Set of states**: States of the symbolic engine" in text
    assert "- *state form* (text): A state in option form" in text
    assert "- *packages* (*state numbers* or *many states* or *set of states*)" not in text
    assert "- *packages* (*state numbers*, *many states* or *set of states*): States" in text
    assert "**Set of states**" not in table("check")
