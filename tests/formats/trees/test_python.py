"""Models made in Python: what files hold, with paths in place of lines."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from formats.samples import BORDER, GRAPH
from satumeja.errors import ModelError
from satumeja.formats import from_dict, loads
from satumeja.formats.trees._nodes import data
from satumeja.formats.trees._python import read_python
from satumeja.formats.trees._yaml import read_yaml
from satumeja.model import Text


@pytest.mark.parametrize("sample", [BORDER, GRAPH])
def test_a_dict_gives_the_model_the_file_gives(sample: str) -> None:
    assert from_dict(data(read_yaml(sample, "m.yaml"))) == loads(sample)


def test_values_of_python_are_read_as_they_are_written() -> None:
    values = [1, True, None, 0.1, Fraction(1, 3), Decimal("2.50"), date(2021, 12, 23), np.int64(7)]
    words = ["1", "true", None, "0.1", "1/3", "2.50", "2021-12-23", "7"]
    assert data(read_python(values)) == words
    assert data(read_python((Text({"en": "a"}), {3: "b"}))) == [{"en": "a"}, {"3": "b"}]


def faults_in(model: Any) -> list[str]:
    with pytest.raises(ModelError) as caught:
        from_dict(model)
    return [str(fault) for fault in caught.value.faults]


def test_a_fault_begins_with_its_path() -> None:
    model = data(read_yaml(BORDER, "m.yaml"))
    model["decision_makers"]["russia"]["preferences"][2] = "-atack"
    model["decision_makers"]["us"]["weights"]["arms"] = "1"
    model["tables"]["geneva"]["seats"] = ["us"]
    assert faults_in(model) == [
        (
            "decision_makers.russia.preferences[2]: "
            'unknown option "atack" in a preference of russia; did you mean "attack"?'
        ),
        (
            'decision_makers.us.weights.arms: unknown option "arms" in the weights of us; '
            'did you mean "arm"?'
        ),
        "tables.geneva.seats: a table has at least two seats",
    ]


def nested() -> list[Any]:
    endless: list[Any] = []
    endless.append(endless)
    return endless


@pytest.mark.parametrize(
    ("model", "fault"),
    [
        ({}, 'missing key "satumeja"'),
        ([], "expected a mapping with the keys satumeja, title, description,"),
        (None, "the file is empty"),
        (nested(), "nested more than 32 levels deep"),
        ({"title": {1, 2}}, "a set has no place in a model"),
        ({"title": b"x"}, "a bytes has no place in a model"),
        ({"title": 10**5000}, "a int has no place in a model"),
        ({"title": "a\0b"}, "a control character, U+0000, in a text"),
        ({("a",): 1}, "a tuple has no place in a model"),
        ({1: "a", "1": "b"}, 'duplicate key "1"'),
    ],
)
def test_what_no_file_could_hold_is_refused(model: Any, fault: str) -> None:
    assert faults_in(model)[0].startswith(fault)
