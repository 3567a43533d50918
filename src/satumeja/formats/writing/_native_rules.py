"""Conditions, rules and reasons as the plain data of a native file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from satumeja.formats.writing._written import write_condition
from satumeja.model import (
    Affected,
    AtLeast,
    Barrier,
    Binary,
    Coalescing,
    Comparison,
    Condition,
    ConditionError,
    Deadline,
    DecisionMaker,
    Edit,
    Grounds,
    Model,
    Not,
    Option,
    Perception,
    Rule,
    Statement,
    Table,
    Text,
    parse_condition,
)
from satumeja.model.kit import Pattern, option_form, read_form

__all__ = ["Cited", "Data", "Row", "Rules", "grounds", "pattern_form", "worded"]

Data = dict[str, Any]
Cited = (
    DecisionMaker
    | Option
    | Rule
    | Barrier
    | Coalescing
    | Statement
    | Edit
    | Comparison
    | Perception
    | Table
    | Affected
    | Deadline
    | Grounds
)


class Row(list[Any]):
    """A list that is written on one line."""


def worded(text: Text) -> str | dict[str, str]:
    """Give words as text, or as a mapping of languages to text."""
    return dict(text.by_language) or str(text)


def grounds(part: Cited) -> Data:
    """Give what a part rests on."""
    data: Data = {"because": worded(part.because)} if part.because else {}
    return data | ({"evidence": Row(part.evidence)} if part.evidence else {})


def pattern_form(pattern: Pattern, widths: Sequence[int]) -> str:
    """Write a pattern in option form.

    Examples
    --------
    >>> pattern_form(Pattern(0b101, 0b001), [2, 1])
    'Y-|N'
    """
    count = sum(widths)
    fixed = iter(option_form(pattern.mask, widths).replace("|", ""))
    letters = option_form(pattern.value & ((1 << count) - 1), widths)
    return "".join("|" if c == "|" else (c if next(fixed) == "Y" else "-") for c in letters)


class Rules:
    """Writes conditions, as they were written where that is what they say, and rules.

    Parameters
    ----------
    model : Model
        Whose options they speak of.
    """

    def __init__(self, model: Model) -> None:
        self.names, self.index, self.widths = model.option_names, model.option_index, model.widths

    def condition(self, condition: Condition, text: str) -> str:
        """Give a condition as it was written, if that is what it says."""
        if isinstance(condition, Pattern):
            return self.form(condition, text)
        try:
            if parse_condition(text, self.index) == condition:
                return text
        except ConditionError:
            pass
        return write_condition(condition, self.names)

    def of_states(self, model: Model) -> Data:
        """Give what is said of states and moves: what cannot be, and what counts as one."""
        data: Data = {
            "infeasible": [self.rule(rule) for rule in model.stated_rules],
            "irreversible": [self.barrier(barrier) for barrier in model.irreversible],
            "coalesce": [self.coalescing(group) for group in model.coalesce],
        }
        return {key: listed for key, listed in data.items() if listed}

    def rule(self, rule: Rule) -> Data | str:
        """Give a rule that says what cannot be."""
        form = _FORMS.get(rule.kind)
        data = form(self, rule) if form else None
        if data is None:
            data = {"condition": self.condition(rule.condition, rule.text)}
        more = ({"type": rule.type} if rule.type else {}) | grounds(rule)
        return data["condition"] if data.keys() == {"condition"} and not more else data | more

    def barrier(self, barrier: Barrier) -> Data:
        """Give moves that cannot be made."""
        ends = zip((barrier.before, barrier.after), barrier.texts, strict=True)
        before, after = (self.condition(*end) for end in ends)
        by = {"by": Row(barrier.by)} if barrier.by else {}
        return {"from": before, "to": after} | by | grounds(barrier)

    def coalescing(self, group: Coalescing) -> Data | str:
        """Give which states count as one."""
        text, more = self.condition(group.condition, group.text), grounds(group)
        return {"when": text, **more} if more else text

    def requires(self, rule: Rule) -> Data | None:
        """Give a rule as one thing that requires another."""
        match rule.condition:
            case Binary("and", premise, Not(consequence)):
                first, _, then = rule.text.partition(" -> ")
                return {
                    "requires": {
                        "if": self.condition(premise, first),
                        "then": self.condition(consequence, then),
                    }
                }
        return None

    def pattern(self, rule: Rule) -> Data | None:
        """Give a rule as a pattern."""
        if not isinstance(rule.condition, Pattern):
            return None
        return {"pattern": self.form(rule.condition, rule.text)}

    def form(self, pattern: Pattern, text: str) -> str:
        """Give a pattern as it was written, if that is what it says."""
        try:
            if read_form(text, self.widths, "YN-") == (pattern.mask, pattern.value):
                return text
        except ValueError:
            pass
        return pattern_form(pattern, self.widths)

    def at_most_one(self, rule: Rule) -> Data | None:
        """Give a rule as options of which two cannot be taken."""
        match rule.condition:
            case AtLeast(2, mask):
                return {"at_most_one": self.options(mask, rule.text)}
        return None

    def at_least_one(self, rule: Rule) -> Data | None:
        """Give a rule as options of which one must be taken."""
        match rule.condition:
            case Not(AtLeast(1, mask)):
                return {"at_least_one": self.options(mask, rule.text)}
        return None

    def exactly_one(self, rule: Rule) -> Data | None:
        """Give a rule as options of which just one must be taken."""
        match rule.condition:
            case Binary("or", AtLeast(2, mask), Not(AtLeast(1, same))) if mask == same:
                return {"exactly_one": self.options(mask, rule.text)}
        return None

    def options(self, mask: int, text: str) -> Row:
        """Give the options of a rule by the names it was written with, if it was with those."""
        written = text.split(", ")
        try:
            if sorted(map(self.index.find, written)) == _bits(mask):
                return Row(written)
        except KeyError:
            pass
        return Row(self.names[k] for k in _bits(mask))


_FORMS: dict[str, Callable[[Rules, Rule], Data | None]] = {
    "requires": Rules.requires,
    "pattern": Rules.pattern,
    "at_most_one": Rules.at_most_one,
    "at_least_one": Rules.at_least_one,
    "exactly_one": Rules.exactly_one,
}


def _bits(mask: int) -> list[int]:
    return [k for k in range(mask.bit_length()) if mask >> k & 1]
