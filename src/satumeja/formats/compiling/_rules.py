"""Infeasibility: the six forms of a rule as conditions no feasible state meets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from satumeja.errors import LimitError
from satumeja.formats import schema
from satumeja.formats.compiling._conditions import Conditions
from satumeja.formats.compiling._forms import LARGEST
from satumeja.formats.trees import Faults, Path
from satumeja.model import Binary, Condition, Not, Rule, RuleType
from satumeja.model.kit import COUNTED, Pattern, feasible_codes, read_form

__all__ = ["blame_last", "compile_rules"]

_KINDS = ("condition", "at_most_one", "at_least_one", "exactly_one", "requires", "pattern")
_TYPES: dict[str, RuleType] = {"": "", "logical": "logical", "preferential": "preferential"}
_WHERE = "in an infeasible rule"


def compile_rules(
    items: Sequence[str | schema.Rule], conditions: Conditions, widths: Sequence[int]
) -> tuple[Rule, ...]:
    """Read the infeasible rules of a file; those with faults are left out."""
    read = (_rule(item, ("infeasible", k), conditions, widths) for k, item in enumerate(items))
    return tuple(rule for rule in read if rule)


def _rule(
    item: str | schema.Rule, path: Path, conditions: Conditions, widths: Sequence[int]
) -> Rule | None:
    if isinstance(item, str):
        condition = conditions.condition(item, path, _WHERE)
        return Rule(condition, item.strip()) if condition else None
    cited = conditions.context.cited(item, path)
    kinds = [kind for kind in _KINDS if getattr(item, kind) is not None]
    if len(kinds) != 1:
        message = f"a rule is just one of {', '.join(_KINDS[:-1])} or {_KINDS[-1]}"
        conditions.context.faults.add(message, path)
        return None
    kind = kinds[0]
    forbidden = _forbidden(kind, item, (*path, kind), conditions, widths)
    if item.type not in _TYPES:
        message = f'unknown type "{item.type}"; write logical or preferential'
        conditions.context.faults.add(message, (*path, "type"))
    type_ = _TYPES.get(item.type, "")
    return Rule(forbidden[0], forbidden[1], kind, **cited, type=type_) if forbidden else None


def _forbidden(
    kind: str, item: schema.Rule, path: Path, conditions: Conditions, widths: Sequence[int]
) -> tuple[Condition, str] | None:
    """Give the condition a rule forbids, and the rule in few words."""
    if item.requires is not None:
        return _requires(item.requires, path, conditions)
    if item.pattern is not None:
        return _pattern(item.pattern, path, conditions.context.faults, widths)
    if item.condition is not None:
        condition = conditions.condition(item.condition, path, _WHERE)
        return (condition, item.condition.strip()) if condition else None
    names = item.at_most_one or item.at_least_one or item.exactly_one or []
    mask = _mask(names, path, conditions)
    if not mask:
        return None
    return COUNTED[kind](mask), ", ".join(name.strip() for name in names)


def _requires(
    rule: schema.Requires, path: Path, conditions: Conditions
) -> tuple[Condition, str] | None:
    premise = conditions.condition(rule.if_, (*path, "if"), _WHERE)
    consequence = conditions.condition(rule.then, (*path, "then"), _WHERE)
    if premise is None or consequence is None:
        return None
    text = f"{rule.if_.strip()} -> {rule.then.strip()}"
    return Binary("and", premise, Not(consequence)), text


def _pattern(
    text: str, path: Path, faults: Faults, widths: Sequence[int]
) -> tuple[Condition, str] | None:
    try:
        mask, value = read_form(text, widths, "YN-")
    except ValueError as error:
        faults.add(str(error), path)
        return None
    return Pattern(mask, value), text.strip()


def _mask(names: Sequence[str], path: Path, conditions: Conditions) -> int:
    mask = 0
    if not names:
        conditions.context.faults.add("at least one option expected", path, key=True)
    for k, name in enumerate(names):
        option = conditions.option(name, (*path, k), _WHERE)
        if option is None:
            continue
        if mask >> option & 1:
            conditions.context.faults.add(f'option "{name}" is named twice', (*path, k))
        mask |= 1 << option
    return mask


def blame_last(rules: Sequence[Rule], options: int, faults: Faults) -> None:
    """Note a fault at the rule that forbids the last states, where none is feasible."""
    conditions = [rule.condition for rule in rules]

    def none_left(count: int) -> bool:
        try:
            return not len(feasible_codes(options, conditions[:count], LARGEST))
        except LimitError:
            return False

    # A rule only ever takes states away, so the first that leaves none is found by halving.
    first = bisect_left(range(len(rules)), True, key=none_left)
    message = "no state is feasible: this rule forbids the last that were left"
    # Rules of levels come after all others and stand nowhere in the file; the last that does
    # is named in their place.
    stated = sum(1 for rule in rules if rule.kind != "levels")
    faults.add(message, ("infeasible", min(first, stated) - 1))
