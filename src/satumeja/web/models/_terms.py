"""Conditions as trees of chips, each part as in the file and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from satumeja.brief.words import Phrases, options_of
from satumeja.model import AtLeast, Binary, Condition, Is, Not
from satumeja.model.kit import Pattern
from satumeja.web.shapes import Term

__all__ = ["Terms"]

Joining = Literal["and", "or", "if", "iff"]
_SIGNS = {"and": "&", "or": "|", "if": "if", "iff": "iff"}


class Terms:
    """Takes conditions of one model apart.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    """

    def __init__(self, phrases: Phrases) -> None:
        self.phrases, self.model = phrases, phrases.model
        self._levels = {
            first + step: (f"{dm}.{name}", levels, step + 1)
            for dm, name, first, levels in self.model.scales
            for step in range(len(levels) - 1)
        }

    def of(self, condition: Condition) -> Term:
        """Return a condition as a tree; what is joined by one word alike is one part of many."""
        if level := self._level(condition):
            return Term(kind="level", text=level, words=self.phrases.condition(condition))
        match condition:
            case Is(option):
                return self._option(option)
            case Not(part):
                return self._joined("not", condition, (self.of(part),))
            case AtLeast(count, mask):
                parts = tuple(map(self._option, options_of(mask)))
                term = self._joined("at_least", condition, parts)
                return term.model_copy(update={"count": count})
            case Pattern(mask, value):
                return self._joined("and", condition, tuple(self._pattern(mask, value)))
        parts = tuple(self.of(part) for part in _flat(condition))
        return self._joined(_JOINING[condition.operator], condition, parts)

    def _option(self, option: int) -> Term:
        name = self.model.option_names[option]
        return Term(kind="option", text=name, words=self.phrases.option(option), option=option)

    def _pattern(self, mask: int, value: int) -> Iterator[Term]:
        for option in options_of(mask):
            taken: Condition = Is(option)
            yield self.of(taken if value >> option & 1 else Not(taken))

    def _joined(
        self,
        kind: Literal["not", "at_least", "and", "or", "if", "iff"],
        condition: Condition,
        parts: tuple[Term, ...],
    ) -> Term:
        words = self.phrases.condition(condition)
        return Term(kind=kind, text=_text(kind, parts), words=words, parts=parts)

    def _level(self, condition: Condition) -> str:
        """Write what asks for a level of an option as the file does; nothing where none does."""
        match condition:
            case Binary("and", Is(option), Not(Is(above))) if self._neighbours(option, above):
                name, levels, level = self._levels[option]
                return f"{name}={levels[level]}"
            case Is(option) if option in self._levels:
                name, levels, level = self._levels[option]
                return f"{name}{'=' if level == len(levels) - 1 else '>='}{levels[level]}"
            case Not(Is(option)) if option in self._levels and self._levels[option][2] == 1:
                name, levels, _ = self._levels[option]
                return f"{name}={levels[0]}"
        return ""

    def _neighbours(self, option: int, above: int) -> bool:
        """Whether two options are neighbouring steps of one with levels."""
        if above != option + 1 or option not in self._levels or above not in self._levels:
            return False
        return self._levels[option][0] == self._levels[above][0]


_JOINING: Mapping[str, Joining] = {"and": "and", "or": "or", "if": "if", "iff": "iff"}


def _flat(condition: Binary) -> Iterator[Condition]:
    """List what one word joins: of "and" and "or" all parts in a row."""
    for side in (condition.left, condition.right):
        same = isinstance(side, Binary) and side.operator == condition.operator
        if same and condition.operator in ("and", "or"):
            assert isinstance(side, Binary)  # noqa: S101 - just looked at
            yield from _flat(side)
        else:
            yield side


def _text(kind: str, parts: tuple[Term, ...]) -> str:
    """Write a condition of its parts as the file does."""
    inner = [_inner(part) for part in parts]
    if kind == "not":
        return f"-{inner[0]}"
    if kind == "at_least":
        return ", ".join(inner)
    return f" {_SIGNS[kind]} ".join(inner)


def _inner(part: Term) -> str:
    simple = part.kind in ("option", "level") or (part.kind == "not" and not part.parts[0].parts)
    return part.text if simple else f"({part.text})"
