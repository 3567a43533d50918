"""Conflicts that other programs could trip over."""

from __future__ import annotations

from dataclasses import replace

from satumeja import formats
from satumeja.gallery import load
from satumeja.model import Model, Text

__all__ = ["nasty", "vast"]

NASTY = '<b>"q" \\N & \u05e9\u05dc\u05d5\u05dd \U0001f54a {x|y}\nnext'


def nasty() -> Model:
    """Give a conflict whose every name is hostile."""
    model = load("elmira")
    names = {state: Text(f"{NASTY} {state}") for state in model.state_ids}
    makers = tuple(replace(dm, name=Text(NASTY)) for dm in model.decision_makers)
    return replace(model, title=Text(NASTY), state_names=names, decision_makers=makers)


def vast() -> Model:
    """Give a conflict of four states whose decimals are one and the same in floating point."""
    idle = [f"o{k}" for k in range(57)]
    return formats.loads(
        "satumeja: 1\ntitle: Vast\ndecision_makers:\n  a:\n    options:\n      x: X\n      y: Y\n"
        + "".join(f"      {name}: Idle\n" for name in idle)
        + "    preferences: [x, y]\n  b:\n    options: {z: Z}\n    preferences: [z]\ninfeasible:\n"
        + "".join(f"  - {name}\n" for name in [*idle, "not z"]),
        name="vast.yaml",
    )
