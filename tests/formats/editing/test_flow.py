"""Items in brackets: their commas, their comments, and what is commented out among them."""

from __future__ import annotations

import pytest

from formats.editing.commented import read
from satumeja.formats import Insert, Move, Off, On, Remove, apply
from satumeja.formats.editing import Operation

LINES = "a: [\n  # of x\n  x,   # at x\n  y    # at y\n]   # all\n"


@pytest.mark.parametrize(
    ("op", "before", "after"),
    [
        (Off("a[0]"), "a: [x, y]\n", "a: [ #~| x, \n    y]\n"),
        (Off("a[1]"), "a: [x, y]\n", "a: [x #~| , y\n    ]\n"),
        (Off("a.k"), "a: {k: v}\n", "a: { #~| k: v\n    }\n"),
        (Off("a[0]"), LINES, LINES.replace("  # of x\n  x,", "  #~ # of x\n  #~ x,")),
        (Move("a[0]", "a[1]"), "a: [x, 'y' ]\n", "a: ['y', x ]\n"),
        (Move("a[0]", "a[1]"), LINES, "a: [\n  y,    # at y\n  # of x\n  x   # at x\n]   # all\n"),
        (Insert("a+", "z"), LINES, LINES.replace("y    # at y", "y,    # at y\n  z")),
        (Insert("a[0]", "z"), "a: []\n", "a: [z]\n"),
        (Insert("a[0]", "z"), "a: [x]   # c\n", "a: [z, x]   # c\n"),
        (Remove("a[1]"), "a: [x, y, ]\n", "a: [x, ]\n"),
        (Remove("a[0]"), "a: [x]\n", "a: []\n"),
    ],
)
def test_the_rest_of_the_line_stays(op: Operation, before: str, after: str) -> None:
    assert apply(before, [op]) == after
    if isinstance(op, Off):
        assert apply(after, [On(op.at)]) == before


def test_commas_fit_whatever_has_changed_meanwhile() -> None:
    off = apply("a: [x, y]\n", [Off("a[1]")])
    grown = apply(off, [Insert("a+", "z")])
    assert read(grown) == {"a": ["x", "z"]}
    assert read(apply(grown, [On("a+")])) == {"a": ["x", "z", "y"]}
    emptied = apply(off, [Remove("a[0]")])
    assert read(apply(emptied, [On("a[0]")])) == {"a": ["y"]}
    filled = apply("a: [x]\n", [Off("a[0]"), Insert("a[0]", "z")])
    assert read(filled) == {"a": ["z"]}
    assert read(apply(filled, [On("a+")])) == {"a": ["z", "x"]}
    first = apply("a: [x, y]\n", [Off("a[0]"), Remove("a[0]")])
    assert read(apply(first, [On("a[0]")])) == {"a": ["x"]}
