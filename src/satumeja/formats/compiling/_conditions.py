"""Conditions and options as parts of a file name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from satumeja.formats import schema
from satumeja.formats.compiling._context import Context
from satumeja.formats.trees import Path
from satumeja.model import Condition, ConditionError, Statement, Text, parse_condition
from satumeja.model.kit import OptionNames, Pattern, read_form

__all__ = ["MAX_CONDITION", "Conditions"]

MAX_CONDITION = 10_000


class Called(TypedDict):
    """How a statement is told, as the model's class takes it."""

    name: Text
    inferred: bool


@dataclass
class Conditions:
    """Reads conditions on the options of one model.

    Parameters
    ----------
    context : Context
        Takes the faults.
    names : OptionNames
        The options there are.
    widths : tuple of int
        How many options each decision maker has, where patterns can stand for conditions.
    """

    context: Context
    names: OptionNames
    widths: tuple[int, ...] = ()

    def condition(self, text: str, path: Path, where: str) -> Condition | None:
        """Read a condition; `where` says in words what it is part of."""
        if len(text) > MAX_CONDITION:
            message = f"a condition may have {MAX_CONDITION:,} characters at most"
            self.context.faults.add(message, path)
            return None
        try:
            return parse_condition(text, self.names)
        except ConditionError as error:
            message = _located(str(error), where)
            self.context.faults.add(message, path, offset=error.offset)
            return None

    def where(self, text: str, path: Path, where: str) -> Condition | None:
        """Read a condition, or option form with "-" for either."""
        try:
            return Pattern(*read_form(text.strip(), self.widths, "YN-"))
        except ValueError:
            return self.condition(text, path, where)

    def blind_spots(
        self, items: Sequence[str | schema.Statement], path: Path, where: str
    ) -> tuple[Statement, ...]:
        """Read conditions or patterns that each may say what they rest on."""
        spots = list[Statement]()
        for k, item in enumerate(items):
            stated = schema.Statement(statement=item) if isinstance(item, str) else item
            place = (*path, k) if isinstance(item, str) else (*path, k, "statement")
            cited = self.context.cited(stated, (*path, k))
            condition = self.where(stated.statement, place, where)
            called = self.called(stated, (*path, k))
            if condition:
                spots.append(Statement(condition, stated.statement.strip(), **cited, **called))
        return tuple(spots)

    def option(self, name: str, path: Path, where: str, *, key: bool = False) -> int | None:
        """Find the 0-based number of an option."""
        try:
            return self.names.find(name.strip())
        except KeyError as error:
            self.context.faults.add(_located(error.args[0], where), path, key=key, offset=0)
            return None

    def statements(
        self, items: Sequence[str | schema.Statement], path: Path, where: str
    ) -> tuple[Statement, ...]:
        """Read conditions that each may say what they rest on."""
        read = (self.statement(item, (*path, k), where) for k, item in enumerate(items))
        return tuple(statement for statement in read if statement)

    def statement(self, item: str | schema.Statement, path: Path, where: str) -> Statement | None:
        """Read a condition that may say what it rests on; None where it has faults."""
        if isinstance(item, str):
            condition = self.condition(item, path, where)
            return Statement(condition, item.strip()) if condition else None
        cited, called = self.context.cited(item, path), self.called(item, path)
        condition = self.condition(item.statement, (*path, "statement"), where)
        if condition is None:
            return None
        return Statement(condition, item.statement.strip(), **cited, **called)

    def called(self, item: schema.Statement, path: Path) -> Called:
        """Read what a statement is called in a sentence, and whether it is a conclusion."""
        inferred = item.inferred and self.context.truth(
            item.inferred, "yes or no", (*path, "inferred")
        )
        name = self.context.text(item.name, (*path, "name"))
        return {"name": name, "inferred": bool(inferred)}


def _located(message: str, where: str) -> str:
    """Say where an unknown option is used, before what may have been meant."""
    if not message.startswith(("unknown option", "there is no option")):
        return message
    what, semicolon, meant = message.partition(";")
    return f"{what} {where}{semicolon}{meant}"
