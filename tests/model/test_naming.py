"""A text names a state by all its options, or it names none; parts rest on nothing unless said."""

from __future__ import annotations

import dataclasses

import pytest

from satumeja.errors import QuestionError
from satumeja.gallery import load
from satumeja.model import _adjusted, _arcs, _merged, _order, _parts, _perception, _preferences
from satumeja.model._text import NO_TEXT


@pytest.mark.parametrize(
    ("name", "number"), [("NN", 1), ("Y|N", 2), ("n|y", 3), ("YY", 4), ("4", 4), ("1", 1)]
)
def test_a_state_is_named_by_its_options_or_its_number(name: str, number: int) -> None:
    assert load("chicken").find_state(name) == number


@pytest.mark.parametrize("name", ["Y", "N|", "YYN", "XY", "Y-", "", "0", "5", "-1"])
def test_what_names_no_state_is_refused(name: str) -> None:
    with pytest.raises(QuestionError, match="there is no state"):
        load("chicken").find_state(name)


ROOMS = (_adjusted, _arcs, _merged, _order, _parts, _perception, _preferences)
CITING: set[type] = {
    part
    for room in ROOMS
    for part in vars(room).values()
    if dataclasses.is_dataclass(part) and isinstance(part, type)
    if {"because", "evidence"} <= {field.name for field in dataclasses.fields(part)}
}


@pytest.mark.parametrize("part", sorted(CITING, key=str))
def test_a_part_rests_on_nothing_unless_it_is_said(part: type) -> None:
    defaults = {field.name: field.default for field in dataclasses.fields(part)}
    assert (defaults["because"], defaults["evidence"]) == (NO_TEXT, ())
