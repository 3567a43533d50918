"""What a model file takes grows as the file does, whatever it has many of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

import pytest

from operations import growth
from satumeja.formats import describe, from_dict

Data = dict[str, Any]

SMALL, LARGE = 40, 160
MOST = 8
"""What is four times as large may take so many times as much; its square would take sixteen."""


def model(makers: Data | None = None, **more: Any) -> Data:
    two: Data = {
        "a": {"options": dict.fromkeys("uvwx"), "preferences": ["u"]},
        "b": {"options": dict.fromkeys("yz"), "preferences": ["y"]},
    }
    return {"satumeja": 1, "title": "Many", "decision_makers": two | (makers or {}), **more}


def seated(count: int) -> Data:
    idle: Data = {f"m{k}": {"preferences": []} for k in range(count)}
    return model(idle, tables={"t": {"seats": [*idle]}})


def listed(count: int) -> Data:
    ids = [f"s{k}" for k in range(count)]
    arcs = [[one, other] for one, other in pairwise(ids)]
    maker = {"ranking": ids, "moves": arcs}
    return {
        "satumeja": 1,
        "title": "Graph",
        "states": ids,
        "decision_makers": {"a": maker, "b": maker},
    }


def edited(count: int) -> Data:
    forms = [f"{code:08b}".translate({48: "N", 49: "Y"}) for code in range(count + 1)]
    wanted = {"options": dict.fromkeys("stuvwx"), "preferences": ["s"]}
    pairs = pairwise(forms)
    return model({"a": wanted | {"adjust": [{"state": s, "above": t} for s, t in pairs]}})


MANY: Mapping[str, Callable[[int], Data]] = {
    "citations": lambda count: model(
        sources={f"wire_{k}": {"title": "W"} for k in range(count)},
        infeasible=[{"condition": "u & y", "evidence": [f"wire_{k}#s1" for k in range(count)]}],
    ),
    "edits": edited,
    "seats": seated,
    "coalitions": lambda count: seated(count) | {"coalitions": [[f"m{k}" for k in range(count)]]},
    "readings": lambda count: model(readings=[f"{k}.yaml" for k in range(count)]),
    "rules": lambda count: model(infeasible=["u & v & w"] * count),
    "one-way moves": lambda count: model(irreversible=[{"from": "u", "to": "-u"}] * count),
    "merged states": lambda count: model(
        {"a": {"options": dict.fromkeys("uvwx"), "preferences": []}, "b": {"preferences": []}},
        coalesce=["u & v & w & x"] * count,
    ),
    "states": listed,
}


@pytest.mark.parametrize("what", MANY)
def test_reading_and_checking_grow_as_the_file_does(what: str) -> None:
    def work(count: int) -> None:
        describe(from_dict(MANY[what](count)))

    assert growth(work, SMALL, LARGE) < MOST
