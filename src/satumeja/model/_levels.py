"""Options with levels: each level above the lowest is an option of its own, "at least this"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

from satumeja.display import ShownInLine
from satumeja.model._conditions import Binary, Condition, Is, Not
from satumeja.model._text import Text

__all__ = ["Scale", "at_level", "out_of_step"]


@dataclass(frozen=True, repr=False)
class Scale(ShownInLine):
    """An option that is not just taken or left: its levels, the lowest first.

    Parameters
    ----------
    id, name
        What the option is called in the file and to people.
    levels : tuple of str
        The ids of its levels, two or more, the lowest first.
    names : tuple of Text
        What they are called, in the same order.

    Notes
    -----
    Level k of n (counted from 0) is stated by n - 1 options of the model, of which the
    first k are taken: each says "at least this level". So a one-way option only rises or
    only falls, and every engine takes levels as it takes options.
    """

    id: str
    name: Text
    levels: tuple[str, ...]
    names: tuple[Text, ...]

    def part(self, level: int) -> tuple[str, Text]:
        """Return the id and the name of the option that says "at least this level"."""
        return f"{self.id}_{self.levels[level]}", _joined(self.name, self.names[level])

    def reached(self, code: int, first: int) -> int:
        """Return the level in a state, where `first` is the place of its first option."""
        return sum(code >> (first + k) & 1 for k in range(len(self.levels) - 1))


def _joined(name: Text, level: Text) -> Text:
    languages = list(dict.fromkeys((*name.by_language, *level.by_language)))
    if not languages:
        return Text(f"{name}: {level}")
    return Text(
        {code: f"{name.in_language(code)}: {level.in_language(code)}" for code in languages}
    )


def at_level(first: int, levels: int, level: int, *, exactly: bool) -> Condition | None:
    """Return the condition that an option stands at a level, or at least at it.

    Parameters
    ----------
    first : int
        The place of its first option.
    levels, level : int
        How many levels there are, and which one, from 0.
    exactly : bool
        At this level, not a higher one.

    Returns
    -------
    Condition or None
        None where it always holds.

    Examples
    --------
    >>> at_level(4, 3, 1, exactly=True)
    Binary(operator='and', left=Is(option=4), right=Not(part=Is(option=5)))
    """
    parts: list[Condition] = [Is(first + level - 1)] if level else []
    if exactly and level < levels - 1:
        parts.append(Not(Is(first + level)))
    return reduce(lambda a, b: Binary("and", a, b), parts) if parts else None


def out_of_step(first: int, levels: int) -> Condition:
    """Return where a higher level is taken without the one below it."""
    wrong: Iterable[Condition] = (
        Binary("and", Is(first + k + 1), Not(Is(first + k))) for k in range(levels - 2)
    )
    return reduce(lambda a, b: Binary("or", a, b), wrong)
