"""Models to measure with: any size, the same ones every time."""

from __future__ import annotations

import numpy as np

from satumeja.model import (
    DecisionMaker,
    Direction,
    Model,
    Option,
    Pattern,
    Ranking,
    Rule,
    Text,
)


def ranked(
    options: int, movers: int, *, seed: int = 1, infeasible: bool = False, one_way: bool = False
) -> Model:
    """Make a model with `options` options shared out evenly, and random strict rankings.

    `infeasible` removes about 30 % of the states; `one_way` makes the first option of
    each decision maker irreversible.
    """
    rng = np.random.default_rng(seed)
    widths = [options // movers + (k < options % movers) for k in range(movers)]
    rules = _rules(rng, options) if infeasible else ()
    frame = tuple(
        DecisionMaker(f"d{i}", Text(f"d{i}"), Ranking(()), _options(width, one_way=one_way))
        for i, width in enumerate(widths)
    )
    size = len(Model(Text("size"), frame, rules).states)
    makers = tuple(DecisionMaker(dm.id, dm.name, _ranking(rng, size), dm.options) for dm in frame)
    return Model(Text(f"{size} states, {movers} DMs"), makers, rules)


def _options(width: int, *, one_way: bool) -> tuple[Option, ...]:
    directions: list[Direction] = [
        "forward" if one_way and not k else "both" for k in range(width)
    ]
    return tuple(Option(f"o{k}", Text("o"), d) for k, d in enumerate(directions))


def _rules(rng: np.random.Generator, options: int) -> tuple[Rule, ...]:
    rules = []
    for _ in range(5):
        bits = rng.choice(options, size=min(4, options), replace=False)
        mask = sum(1 << int(k) for k in bits)
        rules.append(Rule(Pattern(mask, mask & int(rng.integers(1 << options))), "pattern"))
    return tuple(rules)


def _ranking(rng: np.random.Generator, size: int) -> Ranking:
    return Ranking(tuple((int(k) + 1,) for k in rng.permutation(size)))
