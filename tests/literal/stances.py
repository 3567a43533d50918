"""Where each side stands on an item, straight from the definition, by looking at all pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from literal.conditions import Tree, evaluate
from literal.statespace import OptionForm

Vector = tuple[bool, ...]


def options_in(tree: Tree, space: OptionForm) -> set[int]:
    """Give the options that a condition speaks of."""
    if tree[0] == "option":
        return {space.names[str(tree[1])]}
    return {k for part in tree[1:] if isinstance(part, tuple) for k in options_in(part, space)}


def view(
    space: OptionForm, worth: Mapping[Vector, float], option: int, lines: Sequence[Tree]
) -> str:
    """Give the view that one side takes of an option, by what each situation is worth to it."""
    for line in lines:
        crossed = {
            v: evaluate(line, lambda name, v=v: v[space.names[name]])  # type: ignore[misc]
            for v in space.vectors
        }
        taken = [crossed[v] for v in space.vectors if v[option]]
        left = [crossed[v] for v in space.vectors if not v[option]]
        if option in options_in(line, space) and taken and all(taken) and not all(left):
            return "red line"
    better = worse = False
    for first in space.vectors:
        for second in space.vectors:
            apart = [k for k, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
            if apart == [option] and first[option]:
                better = better or worth[first] > worth[second]
                worse = worse or worth[first] < worth[second]
    if better and worse:
        return "depends"
    return "wants" if better else "against" if worse else "no view"


def between(views: Sequence[str]) -> str:
    """Say how views go together."""
    kinds = {"against" if v == "red line" else v for v in views}
    if kinds in ({"wants"}, {"against"}):
        return "shared"
    if "against" in kinds and kinds & {"wants", "depends"}:
        return "divides"
    return "open"
