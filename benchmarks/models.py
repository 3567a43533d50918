"""Models to measure with: any size, the same ones every time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from satumeja.model import (
    Binary,
    DecisionMaker,
    Direction,
    Is,
    Model,
    Not,
    Option,
    Preference,
    Prioritisation,
    Ranking,
    Rule,
    Statement,
    Text,
)
from satumeja.model.kit import Pattern


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


class Drawn(Ranking):
    """Ranks drawn at random, as a preference: a ranking too long to be written down."""

    def __init__(self, ranks: NDArray[np.int32]) -> None:
        super().__init__(())
        object.__setattr__(self, "drawn", ranks)

    drawn: NDArray[np.int32]

    def ranks(self, codes: object) -> NDArray[np.int32]:
        return self.drawn


def drawn(options: int, movers: int, kind: str, *, seed: int = 1) -> Model:
    """Make a model of any size: strict random orders, or ten random statements each.

    `kind` is strict, statements, infeasible (about 30 % of the states, strict orders) or
    one-way (the first option of each decision maker irreversible, strict orders).
    """
    rng = np.random.default_rng(seed)
    widths = [options // movers + (k < options % movers) for k in range(movers)]
    rules = _rules(rng, options) if kind == "infeasible" else ()
    frame = tuple(
        DecisionMaker(f"d{i}", Text(f"d{i}"), Ranking(()), _options(w, one_way=kind == "one-way"))
        for i, w in enumerate(widths)
    )
    size = len(Model(Text("size"), frame, rules).states)

    def wanted() -> Preference:
        if kind == "statements":
            return Prioritisation(tuple(_statement(rng, options) for _ in range(10)))
        return Drawn(rng.permutation(size).astype(np.int32) + np.int32(1))

    makers = tuple(replace(dm, preference=wanted()) for dm in frame)
    return Model(Text(f"{size} states, {movers} DMs"), makers, rules)


def _statement(rng: np.random.Generator, options: int) -> Statement:
    one, two, three = (Is(int(k)) for k in rng.integers(0, options, 3))
    operators = rng.choice(["and", "or", "if", "iff"], 2).tolist()
    return Statement(Binary(operators[0], one, Binary(operators[1], Not(two), three)), "drawn")


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
