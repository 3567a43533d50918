"""Pictures are well-formed and say what their texts say."""

from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from satumeja.brief.media._figure import Figure
from satumeja.brief.media._svg import drawing, element, label, number, shorten, width_of

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), max_size=40)


@given(TEXTS)
def test_any_text_stays_text(text: str) -> None:
    root = ElementTree.fromstring(element("text", text, title=text))  # noqa: S314
    assert (root.text or "") == text
    assert root.attrib == {"title": text}
    assert len(root) == 0


@given(st.floats(-1e4, 1e4))
def test_coordinates_are_short(value: float) -> None:
    assert abs(float(number(value)) - value) <= 0.051
    assert "e" not in number(value)


@given(TEXTS, st.integers(20, 200))
def test_a_shortened_text_fits(text: str, width: int) -> None:
    short = shorten(text, width)
    assert width_of(short) <= width
    assert short == text or short.endswith("…")


def test_attributes_are_named_as_svg_names_them() -> None:
    assert element("path", stroke_width=1.25, class_="x") == '<path stroke-width="1.2" class="x"/>'


def test_a_drawing_says_what_it_shows() -> None:
    svg = drawing(
        [label("x", 1, 2)], box=(0, 0, 10, 20), title="A < B", description="d", language="en",
        kind="k",
    )  # fmt: skip
    root = ElementTree.fromstring(svg)  # noqa: S314
    assert root.attrib["viewBox"] == "0 0 10 20"
    assert root.attrib["role"] == "img"
    assert [child.tag.split("}")[1] for child in root][:2] == ["title", "desc"]
    assert root[0].text == "A < B"
    shown = Figure(svg, "A < B", "d", "caption")._repr_html_()
    assert "<b>A &lt; B.</b> caption" in shown
