"""Which of many equilibria, written straight from what is asked: sets and dicts, nothing more."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

from literal.conditions import Tree, evaluate, parse
from literal.engine import LiteralEngine
from literal.model import LiteralModel, Scores
from literal.statespace import Coalesced, Native, OptionForm, Vector, space_of

__all__ = ["by_grade", "changes", "fewest_moves", "fits", "in_steps", "letters"]


def letters(space: OptionForm, s: int) -> str:
    """Give the options of a state: Y, N, or - where the members of a coalesced one differ."""
    return space.form(s).replace("|", "")


def fits(space: OptionForm, s: int, pattern: str) -> bool:
    """Say whether a state is as a pattern has it wherever that is not open."""
    pairs = zip(letters(space, s), pattern.replace("|", ""), strict=True)
    return all(wanted in ("-", letter) for letter, wanted in pairs)


def by_grade(engine: LiteralEngine, grades: tuple[str, ...]) -> dict[str, set[int]]:
    """Give the equilibria under each concept that are none under those before it."""
    graded = dict[str, set[int]]()
    for grade in grades:
        graded[grade] = set(engine.equilibria(grade)) - {
            s for kind in graded.values() for s in kind
        }
    return graded


def fewest_moves(model: LiteralModel, start: int) -> dict[int, int]:
    """Give in how few moves each state is reached by legal sequences: nobody twice in a row."""
    away, entered = {start: 0}, set[tuple[str, int]]()
    ends, level = {("", start)}, 0
    while ends:
        level += 1
        ends = {
            (dm, t)
            for last, s in ends
            for dm in model.dms
            if dm != last
            for t in model.moves_from(dm, s)
        } - entered
        entered |= ends
        for _, s in ends:
            away.setdefault(s, level)
    return away


def changes(native: Native, s: int) -> int:
    """Count the options in which a state differs from the status quo, at the least."""
    space, stated = space_of(native), native["status_quo"]
    if isinstance(stated, int):
        start = space.decimal(stated)
    else:
        start = OptionForm.decimal(space, OptionForm.number(space, stated))
    members = space.members(s) if isinstance(space, Coalesced) else [space.decimal(s)]
    return min((start ^ member).bit_count() for member in members)


def in_steps(native: Native, steps: list[set[int]], concept: str) -> Iterator[list[str]]:
    """Give the equilibria of each step: forms with - for options that have not come in."""
    space = OptionForm(native)
    reached, before = set[int](), list[Vector]()
    for number, step in enumerate(steps):
        earlier, reached = set(reached), reached | step
        vectors = {_cut(v, reached) for v in space.vectors}
        if number:
            vectors = {v for v in vectors if _cut(v, earlier) in before}
        listed = sorted(vectors, key=lambda v: v[::-1])
        model = _narrowed(space, listed, reached)
        before = [listed[s - 1] for s in LiteralEngine(model).equilibria(concept)]
        yield [_form(space, v, reached) for v in before]
        if not before:
            return


def _cut(v: Vector, reached: set[int]) -> Vector:
    return tuple(yes and k in reached for k, yes in enumerate(v))


def _form(space: OptionForm, v: Vector, reached: set[int]) -> str:
    signs = ["YN"[not yes] if k in reached else "-" for k, yes in enumerate(v)]
    parts = [
        "".join(signs[k] for k, option in enumerate(space.options) if option.dm == dm)
        for dm in space.dms
    ]
    return "|".join(parts)


def _narrowed(space: OptionForm, listed: list[Vector], reached: set[int]) -> LiteralModel:
    numbers = {v: s for s, v in enumerate(listed, 1)}
    moves = dict[str, dict[int, set[int]]]()
    for dm in space.dms:
        own = [k for k, option in enumerate(space.options) if option.dm == dm and k in reached]
        subsets = [
            set(some) for size in range(1, len(own) + 1) for some in combinations(own, size)
        ]
        moves[dm] = {
            s: {numbers[q] for some in subsets if (q := _changed(space, v, some)) in numbers}
            for v, s in numbers.items()
        }
    prefers = {dm: _scores(space, dm, numbers, reached) for dm in space.dms}
    return LiteralModel(space.dms, list(numbers.values()), moves, dict(prefers))


def _changed(space: OptionForm, v: Vector, some: set[int]) -> Vector | None:
    """Give the state in which some options are changed, None where one cannot change so."""
    if not all(space.options[k].may_become(not v[k]) for k in some):
        return None
    return tuple(yes != (k in some) for k, yes in enumerate(v))


def _scores(space: OptionForm, dm: str, numbers: dict[Vector, int], reached: set[int]) -> Scores:
    content = space.native["decision_makers"][dm]
    if "weights" in content:
        weights = {space.names[str(n)]: Fraction(str(w)) for n, w in content["weights"].items()}
        return {
            s: sum((w for k, w in weights.items() if v[k] and k in reached), Fraction(0))
            for v, s in numbers.items()
        }
    levels = [
        [parse(_text(part)) for part in (level if isinstance(level, list) else [level])]
        for level in content["preferences"]
    ]
    kept = [level for level in levels if all(_named(space, part) <= reached for part in level)]
    return {
        s: tuple(sum(_truth(space, part, v) for part in level) for level in kept)
        for v, s in numbers.items()
    }


def _text(statement: Any) -> Any:
    return statement["statement"] if isinstance(statement, dict) else statement


def _named(space: OptionForm, tree: Tree) -> set[int]:
    """Give the options that a condition names."""
    if tree[0] == "option":
        return {space.names[str(tree[1])]}
    parts = [_named(space, part) for part in tree[1:] if isinstance(part, tuple)]
    return set().union(*parts)


def _truth(space: OptionForm, tree: Tree, v: Vector) -> bool:
    return evaluate(tree, lambda name: v[space.names[name]])
