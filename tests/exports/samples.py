"""Conflicts that other programs could trip over."""

from __future__ import annotations

from dataclasses import replace

from satumeja.gallery import load
from satumeja.model import Model, Text

__all__ = ["nasty"]

NASTY = '<b>"q" \\N & \u05e9\u05dc\u05d5\u05dd \U0001f54a {x|y}\nnext'


def nasty() -> Model:
    """Give a conflict whose every name is hostile."""
    model = load("elmira")
    names = {state: Text(f"{NASTY} {state}") for state in model.state_ids}
    makers = tuple(replace(dm, name=Text(NASTY)) for dm in model.decision_makers)
    return replace(model, title=Text(NASTY), state_names=names, decision_makers=makers)
