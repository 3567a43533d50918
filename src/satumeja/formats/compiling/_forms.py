"""States as a file names them: by number, in option form, or option by option."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import LimitError, QuestionError
from satumeja.model import Coalescing, MergedStates, OptionStates, Rule
from satumeja.model.kit import (
    LISTED_OPTIONS,
    Decimal,
    Pattern,
    coalesced,
    feasible_codes,
    holds_in,
    read_form,
)

__all__ = ["LARGEST", "StateNames", "forbidding", "read_form", "too_many"]

LARGEST = 1 << 20
_NUMBER = re.compile(r"[0-9]{1,18}")

Index = NDArray[np.intp]


def too_many(options: int) -> str:
    """Say why the states of a model with so many options are not listed."""
    if options > LISTED_OPTIONS:
        return f"the states of more than {LISTED_OPTIONS} options are not listed"
    return f"more than {LARGEST:,} states are feasible"


def forbidding(rules: Sequence[Rule], code: int) -> tuple[int, Rule] | None:
    """Return the first rule, with its 1-based place, that forbids a combination of options."""
    for k, rule in enumerate(rules, start=1):
        if holds_in(rule.condition, code):
            return k, rule
    return None


@dataclass
class StateNames:
    """Finds the states a file speaks of.

    Parameters
    ----------
    widths : tuple of int
        How many options each decision maker has.
    rules : tuple of Rule
        What is infeasible.
    groups : tuple of Coalescing
        Which states count as one.
    """

    widths: tuple[int, ...]
    rules: tuple[Rule, ...]
    groups: tuple[Coalescing, ...] = ()

    def __post_init__(self) -> None:
        self.too_many = ""
        self.states = OptionStates(np.zeros(0, dtype=np.int64), self.widths)
        conditions = [rule.condition for rule in self.rules]
        try:
            codes = feasible_codes(sum(self.widths), conditions, LARGEST)
            self.states = coalesced(OptionStates(codes, self.widths), self.groups)
        except LimitError:
            self.too_many = too_many(sum(self.widths))

    def __len__(self) -> int:
        return len(self.states)

    def code(self, name: str) -> int:
        """Return the decimal of a state given by its number or in option form.

        Raises
        ------
        ValueError
            If there is no such feasible state; the message says why.
        """
        name = name.strip()
        if _NUMBER.fullmatch(name):
            return self.states.decimal(self._numbered(name))
        if number := self._merged(name):
            return self.states.decimal(number)
        code = read_form(name, self.widths)[1]
        self.check(code)
        return code

    def check(self, code: int) -> None:
        """Raise a `ValueError` that names the rule where a combination is infeasible."""
        rule = forbidding(self.rules, code)
        if rule:
            form = self.states.form_of(code)
            raise ValueError(f'state {form} is not feasible: rule {rule[0]}, "{rule[1].text}"')

    def number(self, name: str) -> int:
        """Return the 1-based number of a state given by its number or in option form.

        Raises
        ------
        ValueError
            If there is no such feasible state; the message says why.
        """
        name = name.strip()
        if _NUMBER.fullmatch(name):
            return self._numbered(name)
        if number := self._merged(name):
            return number
        code = read_form(name, self.widths)[1]
        try:
            return self.states.number(Decimal(code))
        except QuestionError:
            self.check(code)
            raise ValueError(self.too_many) from None

    def pattern(self, name: str) -> Pattern:
        """Return the pattern of a state given by its number, or of states with "-" for either.

        Raises
        ------
        ValueError
            If it fits no feasible state; the message says why.
        """
        name = name.strip()
        if "-" not in name or self._merged(name):
            return Pattern((1 << sum(self.widths)) - 1, self.code(name))
        pattern = Pattern(*read_form(name, self.widths, "YN-"))
        if not self.too_many and not len(self.fitting(pattern)):
            raise ValueError(f'"{name}" fits no feasible state')
        return pattern

    def fitting(self, pattern: Pattern | int) -> Index:
        """Return the places (0-based) of the feasible states that fit a pattern."""
        if isinstance(pattern, int):
            raise AssertionError("a number names a state in graph form only")
        return np.flatnonzero(self.states.fits(pattern))

    def member(self, text: str) -> int:
        """Return the decimal of a combination in option form, feasible or not.

        A coalesced state is named by any of its members, or by a form with ``-``; its
        decimal is that of its last member.

        Raises
        ------
        ValueError
            If it is not in option form.
        """
        if number := self._merged(text):
            return self.states.decimal(number)
        code = read_form(text, self.widths)[1]
        (place,) = self.states.places(np.array([code]))
        return code if place < 0 else int(self.states.codes[place])

    def _merged(self, name: str) -> int | None:
        """Return the number of the state a form with ``-`` names, None where it names none."""
        if "-" not in name or not isinstance(self.states, MergedStates):
            return None
        return self.states.named(name)

    def _numbered(self, name: str) -> int:
        if self.too_many:
            raise ValueError(f"{self.too_many}; too many to name one by its number")
        if not 1 <= int(name) <= len(self.states):
            raise ValueError(f"there is no state {name}; states are 1 to {len(self.states)}")
        return int(name)

    def describe(self, number: int) -> str:
        """Word a state for a fault: its number and its option form."""
        return f"{number} ({self.states.form(number)})"
