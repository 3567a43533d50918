"""A model with as many states as asked for."""

from __future__ import annotations

import random

from satumeja import formats
from satumeja.model import Model


def large_model(options: int, seed: int = 1) -> Model:
    """Make a model of three decision makers, 2 ** options states, and random preferences."""
    rng = random.Random(seed)
    names = [f"o{k}" for k in range(options)]
    makers = {
        f"dm{k}": {
            "options": {name: {} for name in names[k::3]},
            "preferences": [
                f"{rng.choice(names)} {rng.choice(['&', '|', 'if', 'iff'])} -{rng.choice(names)}"
                for _ in range(8)
            ],
        }
        for k in range(3)
    }
    native = {"satumeja": 1, "title": "Large", "decision_makers": makers, "status_quo": 1}
    return formats.from_dict(native)
