"""Docstrings are parted as numpydoc has them, and wrong ones are told."""

from __future__ import annotations

import pytest

from handbook import Item, Links, markdown, parse_docstring, typed

WHOLE = """Add two
numbers.

They may be negative.

Parameters
----------
a, b : int
    What is added.

    In any order.
*more
    As these.

Returns
-------
int
    The sum.
left : int
    What is left.

See Also
--------
subtract : The other way.
multiply

Notes
-----
Fast [1]_.

References
----------
.. [1] Somebody, "Sums", 1900.
"""


def test_summary_and_text_are_apart() -> None:
    parted = parse_docstring(WHOLE)
    assert parted.summary == "Add two numbers."
    assert parted.extended == "They may be negative."


def test_items_keep_their_paragraphs() -> None:
    parted = parse_docstring(WHOLE)
    assert parted.parameters == ("a", "b", "*more")
    assert parted.items["Parameters"][0].text == "What is added.\n\nIn any order."


def test_returns_may_have_no_names() -> None:
    assert parse_docstring(WHOLE).items["Returns"] == (
        Item((), "int", "The sum."),
        Item(("left",), "int", "What is left."),
    )


def test_see_also_names_others() -> None:
    assert parse_docstring(WHOLE).items["See Also"] == (
        Item(("subtract",), "", "The other way."),
        Item(("multiply",), "", ""),
    )


def test_a_docstring_of_one_line_has_no_more() -> None:
    parted = parse_docstring("Return nothing.")
    assert (parted.summary, parted.extended, parted.items) == ("Return nothing.", "", {})


@pytest.mark.parametrize(
    "wrong", ["Arguments\n---------\na", "Notes\n-----\na\n\nNotes\n-----\nb"]
)
def test_a_section_unknown_or_twice_is_told(wrong: str) -> None:
    with pytest.raises(ValueError, match="section"):
        parse_docstring(f"Do.\n\n{wrong}")


LINKS = Links({"stability.analyse": "stability.md#analyse", "model.Model": "model.md#class-model"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("See `Model`.", "See [`Model`](model.md#class-model)."),
        ("See `stability.analyse`.", "See [`stability.analyse`](stability.md#analyse)."),
        ("A word such as `analyse`.", "A word such as `analyse`."),
        ("Code is ``a_b < c``, text is a_b < c.", "Code is `a_b < c`, text is a\\_b \\< c."),
        ("Shown by [2]_.", "Shown by [2]."),
        (".. [1] Somebody.", "1. Somebody."),
        ("As so::\n\n    a_b", "As so:\n\n```text\na_b\n```"),
        (">>> 1\n1\n\n>>> 2\n2", "```python\n>>> 1\n1\n\n>>> 2\n2\n```"),
    ],
)
def test_text_becomes_markdown(text: str, shown: str) -> None:
    assert markdown(text, LINKS) == shown


def test_a_type_links_its_classes() -> None:
    assert (
        typed("tuple of Model, or None", LINKS)
        == "tuple of [Model](model.md#class-model), or None"
    )
    assert typed('{"a_b", "c"}', LINKS) == '{"a\\_b", "c"}'
