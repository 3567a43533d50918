"""The status quo of a model in option form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from satumeja.formats.compiling._conditions import Conditions
from satumeja.formats.compiling._forms import StateNames
from satumeja.formats.trees import Path
from satumeja.model.kit import read_form

__all__ = ["compile_status_quo"]

_PATH: Path = ("status_quo",)


def compile_status_quo(
    stated: str | Mapping[str, str] | None,
    conditions: Conditions,
    widths: Sequence[int],
    states: StateNames | None,
) -> int | None:
    """Return the decimal of the status quo, or None where none is stated or it has faults.

    Parameters
    ----------
    stated : str, mapping or None
        A state number, an option form, or Y or N by option.
    conditions : Conditions
        Finds the options and takes the faults.
    widths : sequence of int
        How many options each decision maker has.
    states : StateNames or None
        Finds states; None where they are unknown, because the rules have faults.
    """
    if stated is None:
        return None
    faults = conditions.context.faults
    try:
        if not isinstance(stated, str):
            code = _from_options(stated, conditions)
            if code is not None and states is not None:
                states.check(code)
            return code
        if states is not None:
            return states.code(stated)
        if not stated.strip().isdigit():
            read_form(stated, widths)
    except ValueError as error:
        faults.add(str(error), _PATH)
    return None


def _from_options(stated: Mapping[str, str], conditions: Conditions) -> int | None:
    faults, full = conditions.context.faults, conditions.names.full
    before, taken = len(faults), dict[int, bool]()
    for name, word in stated.items():
        path = (*_PATH, name)
        option = conditions.option(name, path, "in the status quo", key=True)
        scale = conditions.names.scale(name.strip())
        if scale and word.strip() in scale[1]:
            level = scale[1].index(word.strip())
            taken |= {scale[0] + k: k < level for k in range(len(scale[1]) - 1)}
            continue
        if scale:
            message = f'unknown level "{word}" of {name}; known are {", ".join(scale[1])}'
            faults.add(message, path)
            continue
        truth = conditions.context.truth(word, "Y or N", path)
        if option in taken:
            faults.add(f'option "{name}" is given twice', path, key=True)
        if option is not None:
            taken[option] = bool(truth)
    missing = [name for k, name in enumerate(full) if k not in taken]
    if len(faults) == before and missing:
        faults.add(f"the status quo does not say whether {_listed(missing)}", _PATH, key=True)
    if len(faults) > before:
        return None
    return sum(1 << option for option, truth in taken.items() if truth)


def _listed(names: Sequence[str]) -> str:
    words = " or ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + f" or {names[-1]}"
    return f"{words} {'is' if len(names) == 1 else 'are'} taken"
