"""Rules of what cannot be, as they are given in Python or in a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from satumeja.errors import QuestionError, did_you_mean
from satumeja.model._conditions import AtLeast, Binary, Condition, Not, Pattern
from satumeja.model._naming import read_form
from satumeja.model._parts import Rule

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["COUNTED", "Forbidden", "rule_of"]

Forbidden = str | Rule | Mapping[str, Any]
"""How a rule is given in Python: a condition, a pattern, or as in a model file."""

COUNTED: dict[str, Callable[[int], Condition]] = {
    "at_most_one": lambda mask: AtLeast(2, mask),
    "at_least_one": lambda mask: Not(AtLeast(1, mask)),
    "exactly_one": lambda mask: Binary("or", AtLeast(2, mask), Not(AtLeast(1, mask))),
}
"""What cannot be of some options (a bit set), by the kind of rule."""

_KINDS = ("condition", *COUNTED, "requires", "pattern")


def rule_of(model: Model, stated: Forbidden) -> Rule:
    """Make the rule that is given for the options of a model.

    Raises
    ------
    QuestionError
        If it cannot be read.
    """
    if isinstance(stated, Rule):
        return stated
    if isinstance(stated, str):
        if _is_pattern(model, stated):
            return _pattern(model, stated)
        return Rule(model.condition(stated), stated.strip())
    if not isinstance(stated, Mapping) or len(stated) != 1:
        kinds = f"{', '.join(_KINDS[:-1])} or {_KINDS[-1]}"
        raise QuestionError(f"a rule is a condition, or a mapping with one of the keys {kinds}")
    ((kind, what),) = stated.items()
    if kind in COUNTED:
        return _counted(model, kind, what)
    if kind == "requires":
        return _requires(model, what)
    if kind not in _KINDS:
        raise QuestionError(f'unknown kind of rule "{kind}"{did_you_mean(kind, _KINDS)}')
    return _pattern(model, what) if kind == "pattern" else Rule(model.condition(what), what)


def _is_pattern(model: Model, text: str) -> bool:
    """Say whether a text is in option form; one of an option called Y or N is a condition."""
    letters = text.replace("|", "").replace(" ", "")
    named = {"Y", "N"} & {option.id for option in model.options}
    return len(letters) == len(model.options) and set(letters) <= set("YN-") and not named


def _pattern(model: Model, text: str) -> Rule:
    try:
        return Rule(Pattern(*read_form(text, model.widths, "YN-")), text.strip(), "pattern")
    except ValueError as error:
        raise QuestionError(str(error)) from None


def _counted(model: Model, kind: str, names: Sequence[str]) -> Rule:
    if isinstance(names, str) or not names:
        raise QuestionError(f"{kind} takes a list of options")
    mask = 0
    for name in names:
        bit = 1 << model.option(name)
        if mask & bit:
            raise QuestionError(f'option "{name}" is named twice in {kind}')
        mask |= bit
    return Rule(COUNTED[kind](mask), ", ".join(names), kind)


def _requires(model: Model, what: Mapping[str, str]) -> Rule:
    if not isinstance(what, Mapping) or set(what) != {"if", "then"}:
        raise QuestionError('requires takes {"if": a condition, "then": a condition}')
    condition = Binary("and", model.condition(what["if"]), Not(model.condition(what["then"])))
    return Rule(condition, f"{what['if'].strip()} -> {what['then'].strip()}", "requires")
