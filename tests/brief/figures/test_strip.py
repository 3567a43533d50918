"""The ranking strip has every place in every order."""

from __future__ import annotations

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from brief.large import large_model
from brief.samples import gallery_models
from satumeja.brief import ranking_strip
from satumeja.brief.figures._strip import _colour
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import analyse

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("model", gallery_models(), ids=lambda model: str(model.title)[:20])
def test_cells_hold_the_places(model: Model) -> None:
    analysis = analyse(model)
    root = ElementTree.fromstring(ranking_strip(analysis).svg)  # noqa: S314
    cells = sorted(int(e.text or "") for e in root.iter(f"{SVG}text") if e.get("class") == "fixed")
    wanted = [int(ranks.max() - rank) + 1 for ranks in analysis.ranks.values() for rank in ranks]
    assert cells == sorted(wanted)


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_are_told_apart_in_grey() -> None:
    greys = [luminance(_colour(k / 20)) for k in range(21)]
    assert greys == sorted(greys, reverse=True)
    assert min(a - b for a, b in pairwise(greys)) > 5


def test_the_description_names_first_and_last_with_their_ties() -> None:
    said = ranking_strip(analyse(load("garrison"))).description
    assert "Most preferred for American opponents: 2, 6, 10, 13, 17, 21" in said


def test_a_large_model_is_cut_and_says_so() -> None:
    figure = ranking_strip(analyse(large_model(9)), language="id")
    assert "tidak dimuat" in figure.caption
    assert len(figure.svg) < 60_000
