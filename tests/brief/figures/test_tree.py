"""The preference tree has every state, in the order of the ranking."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest

from satumeja.brief import preference_tree
from satumeja.errors import LimitError, QuestionError
from satumeja.formats import from_dict, loads
from satumeja.gallery import load

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("dm", ["russia", "us", "nato"])
def test_leaves_are_the_classes_of_the_ranking(dm: str) -> None:
    model = load("december-2021-b")
    figure = preference_tree(model, dm)
    root = ElementTree.fromstring(figure.svg)  # noqa: S314
    named = [
        (float(e.get("x") or 0), float(e.get("y") or 0), int(e.text or 0))
        for e in root.iter(f"{SVG}text")
        if (e.text or "").isdigit()
    ]
    ranks = model.ranks(model[dm])
    order = [number for _, _, number in sorted(named)]
    assert sorted(order) == list(range(1, 52))
    assert np.all(np.diff(ranks[np.array(order) - 1]) <= 0)
    assert "≻" in figure.description


def test_the_caption_tells_of_edits() -> None:
    text = """
        {"satumeja": 1, "title": "T", "decision_makers": {
          "a": {"options": {"x": null}, "preferences": ["x"],
                "adjust": [{"state": "N|N", "above": "Y|N"}]},
          "b": {"options": {"y": null}, "weights": {"x": 1}}}}"""
    model = loads(text, "m.json")
    assert "Suntingan" in preference_tree(model, "a", language="id").caption
    with pytest.raises(QuestionError, match="b has no preference statements"):
        preference_tree(model, "b")


def test_too_many_classes_are_not_drawn() -> None:
    options = {f"o{k}": None for k in range(6)}
    model = from_dict(
        {
            "satumeja": 1,
            "title": "T",
            "decision_makers": {
                "a": {"options": options, "preferences": list(options)},
                "b": {"preferences": []},
            },
        }
    )
    with pytest.raises(LimitError, match="64 classes are more than the 60"):
        preference_tree(model, "a")
