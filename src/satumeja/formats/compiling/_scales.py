"""Options with levels, as a file states them: the options and the rule they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from satumeja.formats import schema
from satumeja.formats.compiling._context import Context
from satumeja.formats.trees import Path
from satumeja.model import Rule, Scale, Text
from satumeja.model.kit import MOST_LEVELS, out_of_step

__all__ = ["expanded", "read_scale", "scale_places", "scale_rules"]

Makers = Mapping[str, schema.DecisionMaker]


def read_scale(name: str, part: schema.Option, context: Context, path: Path) -> Scale:
    """Read the levels of an option; what is wrong with them is noted."""
    named = part.levels if isinstance(part.levels, dict) else dict.fromkeys(part.levels, "")
    path = (*path, "levels")
    if len(named) < len(part.levels):
        context.faults.add("a level is there twice", path)
    if not 2 <= len(named) <= MOST_LEVELS:
        message = f"an option has 2 to {MOST_LEVELS} levels; here are {len(named)}"
        context.faults.add(message, path)
    names = []
    for k, (level, words) in enumerate(named.items()):
        place = (*path, level) if isinstance(part.levels, dict) else (*path, k)
        context.id(level, place, key=isinstance(part.levels, dict))
        names.append(context.text(words, place) or Text(level))
    label = context.text(part.name, (*path[:-1], "name")) or Text(name)
    return Scale(name, label, tuple(named), tuple(names))


def _levels(option: object) -> list[str]:
    return list(option.levels) if isinstance(option, schema.Option) else []


def expanded(part: schema.DecisionMaker) -> list[str]:
    """Return the ids of the options of a decision maker, one for each level but the lowest."""
    ids = list[str]()
    for name, option in part.options.items():
        levels = _levels(option)
        ids += [f"{name}_{level}" for level in levels[1:]] if levels else [name]
    return ids


def scale_places(makers: Makers) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    """Yield each option with levels: owner, id, place of its first option, and its levels."""
    first = 0
    for maker, part in makers.items():
        for name, option in part.options.items():
            levels = tuple(_levels(option))
            if levels:
                yield maker, name, first, levels
            first += max(1, len(levels) - 1)


def scale_rules(makers: Makers) -> tuple[Rule, ...]:
    """Return the rules that no level is taken without the one below it."""
    return tuple(
        Rule(out_of_step(first, len(levels)), f"{name}: {' < '.join(levels)}", "levels")
        for _, name, first, levels in scale_places(makers)
        if len(levels) > 2
    )
