"""States and options as people name them: by number, in option form, or by what is taken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from numbers import Integral
from typing import TYPE_CHECKING, Any

import numpy as np

from satumeja.errors import QuestionError, did_you_mean
from satumeja.model._conditions import Pattern, holds_in
from satumeja.model._parse import RESERVED
from satumeja.model._states import Decimal, Number, OptionStates

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = [
    "NO_STATUS_QUO",
    "StateName",
    "code_named",
    "id_fault",
    "number_named",
    "number_of",
    "pattern_named",
    "place_named",
    "read_form",
    "require_feasible",
]

NO_STATUS_QUO = "the model names no status quo; name a state"

StateName = int | np.integer[Any] | str | Mapping[str, bool | str] | Collection[str]
"""How a state is named in Python: as for `Model.require_state`."""

_ID = re.compile(r"[^\W\d]\w*")
_OPTIONS = re.compile(r"[^\W\d][\w.]*(?:\s*,\s*[^\W\d][\w.]*)*\s*,?")
_DIGITS = 20
"""A number of more digits is that of no state, and Python may refuse to read it."""
_TRUTH = dict.fromkeys(("y", "yes", "true", "1"), True)
_TRUTH |= dict.fromkeys(("n", "no", "false", "0"), False)


def id_fault(word: str) -> str:
    """Say why a word cannot be an id that conditions or lists refer to; nothing if it can."""
    if word.lower() in RESERVED:
        return f'"{word}" is a word of conditions and cannot be an id'
    if _ID.fullmatch(word):
        return ""
    return f'"{word}" cannot be an id: write letters, digits and "_", a letter first'


def read_form(text: str, widths: Sequence[int], letters: str = "YN") -> tuple[int, int]:
    """Read a state or a pattern in option form.

    Parameters
    ----------
    text : str
        One letter an option; ``|`` between decision makers may be left out.
    widths : sequence of int
        How many options each decision maker has.
    letters : str
        The letters that may occur.

    Returns
    -------
    mask, value : int
        The options that are fixed, and those of them that are taken, as bit sets.

    Raises
    ------
    ValueError
        If the form does not fit; the message says how.

    Examples
    --------
    >>> read_form("Y-|N", [2, 1], "YN-")
    (5, 1)
    """
    groups = [group.strip() for group in text.split("|")]
    cells = "".join(groups)
    wrong = next((cell for cell in cells if cell not in letters), "")
    if wrong or not cells:
        instead = f'found "{wrong}"' if wrong else "found nothing"
        choice = ", ".join(letters[:-1]) + " or " + letters[-1]
        raise ValueError(f'"{text}" is not in option form: {choice} expected, {instead}')
    if len(groups) > 1 and [len(group) for group in groups] != list(widths):
        fitting = "|".join("N" * width for width in widths)
        raise ValueError(f'"{text}" does not fit the options; a state looks like "{fitting}"')
    if len(cells) != sum(widths):
        raise ValueError(f'"{text}" has {len(cells)} options; the model has {sum(widths)}')
    mask = sum(1 << k for k, cell in enumerate(cells) if cell != "-")
    return mask, sum(1 << k for k, cell in enumerate(cells) if cell == "Y")


def code_named(model: Model, name: str) -> Decimal | None:
    """Return the decimal of a combination of options that a text names, None where it names none.

    Whether it is feasible is not looked at.
    """
    if model.is_graph or name == "status_quo":
        here = None if model.is_graph else model.status_quo
        return None if here is None else Decimal(here)
    letters = name.replace("|", "").upper()
    if len(letters) == len(model.options) and set(letters) <= {"Y", "N"}:
        return Decimal(sum(1 << k for k, yes in enumerate(letters) if yes == "Y"))
    if _OPTIONS.fullmatch(name.strip()):
        words = [word.strip() for word in name.split(",") if word.strip()]
        names = model.option_index
        if all(names.knows(word) for word in words):
            return _taken(model, words)
    return None


def number_named(model: Model, name: str) -> Number:
    """Return the 1-based number of the state that a text names, as `Model.find_state` does."""
    if name == "status_quo" and model.status_quo_number is not None:
        return model.status_quo_number
    if name in model.state_ids:
        return Number(model.state_ids.index(name) + 1)
    states, code = model.states, code_named(model, name)
    if isinstance(states, OptionStates) and code is not None:
        return states.number(code)
    if model.coalesce and isinstance(states, OptionStates) and (number := states.named(name)):
        return Number(number)
    if name.isdecimal() and len(name) < _DIGITS and 1 <= int(name) <= len(states):
        return Number(int(name))
    if name == "status_quo":
        raise QuestionError(NO_STATUS_QUO)
    example = f"; states are 1 to {len(states)}, or {states.form(1)} and the like"
    meant = did_you_mean(name, [*model.state_ids, "status_quo"])
    raise QuestionError(f'there is no state "{name}"{meant or example}')


def number_of(model: Model, state: Any) -> Number:
    """Return the 1-based number of a state however it is named, as `Model.require_state` does."""
    if isinstance(state, str):
        return number_named(model, state)
    if isinstance(state, Integral | int) and not isinstance(state, bool | np.bool_):
        number = int(state)
        if not 1 <= number <= len(model.states):
            shown = number if abs(number) < 10**_DIGITS else "of that number"
            raise QuestionError(f"there is no state {shown}; states are 1 to {len(model.states)}")
        return Number(number)
    if isinstance(state, Mapping):
        return _fitting(model, state)
    if isinstance(state, Collection) and all(isinstance(part, str) for part in state):
        _require_options(model)
        states, code = model.states, _taken(model, state)
        if isinstance(states, OptionStates):
            return states.number(code)
    raise QuestionError(
        f"{_short(state)} names no state; give its number, its form such as "
        f"{_example(model)}, or the options that are taken"
    )


def place_named(model: Model, state: Any) -> int:
    """Return what `Model.status_quo` keeps of a state: its decimal, or its place in graph form."""
    if isinstance(state, str) and not (model.is_graph or model.coalesce):
        code = code_named(model, state)
        if code is not None:  # no need to list the states, of which there may be too many
            require_feasible(model, code)
            return code
    number, states = number_of(model, state), model.states
    return states.decimal(number) if isinstance(states, OptionStates) else number - 1


def pattern_named(model: Model, options: Mapping[str, bool | str]) -> Pattern:
    """Return the pattern that options by name and Y or N are, or levels where they have some."""
    _require_options(model)
    mask = value = 0
    for name, side in options.items():
        fixed, taken = _side(model, name, side)
        mask, value = mask | fixed, value & ~fixed | taken
    return Pattern(mask, value)


def _side(model: Model, name: str, side: bool | str) -> tuple[int, int]:
    """Give the options that a name and its side fix, and those of them taken, as bit sets."""
    scale = model.option_index.scale(name)
    if scale and isinstance(side, str):
        first, levels = scale
        if side not in levels:
            meant = did_you_mean(side, levels) or f"; known are {', '.join(levels)}"
            raise QuestionError(f'unknown level "{side}" of {name}{meant}')
        count = levels.index(side)
        return ((1 << len(levels) - 1) - 1) << first, ((1 << count) - 1) << first
    bit = 1 << model.option(name)
    taken = _TRUTH.get(str(side).lower())
    if taken is None:
        raise QuestionError(f'expected Y or N for {name}, found "{side}"')
    return bit, bit if taken else 0


def _fitting(model: Model, options: Mapping[str, bool | str]) -> Number:
    """Find the one state in which some options are as said."""
    pattern, states = pattern_named(model, options), model.states
    fits = list[int]()
    if isinstance(states, OptionStates):
        fits = (np.flatnonzero(states.fits(pattern)) + 1).tolist()
    if len(fits) == 1:
        return Number(fits[0])
    options_listed = ", ".join(f"{name} {side}" for name, side in options.items()) or "nothing"
    many = "is in no feasible state" if not len(fits) else f"is in {len(fits):,} states"
    more = "; say more of the options" if len(fits) else ""
    raise QuestionError(f"{options_listed} {many}{more}")


def _taken(model: Model, names: Iterable[str]) -> Decimal:
    """Return the combination in which the options named are taken, and no other."""
    code = 0
    for name in names:
        scale = model.option_index.scale(name)
        if scale:
            raise QuestionError(f"{name} has levels; say which: {{{name!r}: {scale[1][-1]!r}}}")
        code |= 1 << model.option(name)
    return Decimal(code)


def _require_options(model: Model) -> None:
    if model.is_graph:
        raise QuestionError(
            "a model in graph form has no options; name a state by its number or its id"
        )


def _example(model: Model) -> str:
    return f'"{model.state_ids[0]}"' if model.is_graph else f'"{model.form(0)}"'


def _short(value: Any) -> str:
    text = repr(value).partition("\n")[0]
    return text if len(text) <= 40 else f"{text[:39]}…"


def require_feasible(model: Model, code: int) -> None:
    """Raise a `QuestionError` where a combination of options cannot be."""
    for place, rule in enumerate(model.infeasible, start=1):
        if holds_in(rule.condition, code):
            text = f'rule {place}, "{rule.text}"'
            raise QuestionError(f"state {model.form(code)} is not feasible: {text}")
