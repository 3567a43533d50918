"""States and patterns written as a row of letters, where options come, go or change places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from satumeja.formats.editing import references
from satumeja.model import Model, OptionStates
from satumeja.model.kit import read_form
from satumeja.web.models._dependents import Way

__all__ = ["Term", "reshaped", "terms_of"]

Term = tuple[str, str, str]
"""A letter of a form: the decision maker, the option, and of one with levels the step."""


def terms_of(data: Any) -> list[Term]:
    """List what the letters of a form stand for, in their order."""
    return [
        (maker, option, step)
        for maker, body in _mapping(data.get("decision_makers")).items()
        for option, stated in _mapping(_mapping(body).get("options")).items()
        for step in _steps(stated)
    ]


def _steps(stated: Any) -> list[str]:
    levels = _mapping(stated).get("levels") or ()
    return list(levels)[1:] or [""]


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def reshaped(before: Any, after: Any, model: Model) -> list[dict[str, Any]]:
    """Return operations that write anew what names states by letters or by number.

    Parameters
    ----------
    before, after : object
        The data of the file before options changed, and after.
    model : Model
        The model as it was.

    Notes
    -----
    A ranking of all states is left as it is: with other options there are other states, and
    where each of them stands nobody has said.
    """
    old, new = terms_of(before), terms_of(after)
    if old == new or not isinstance(model.states, OptionStates):
        return []
    operations = list[dict[str, Any]]()
    if (now := _status_quo(before, new, model)) is not None:
        operations.append({"op": "set", "at": ["status_quo"], "value": now})
    for way, text in _forms(before):
        cells = _cells(text, old, model)
        if cells is not None:
            row = _row([cells.get(term, "-") for term in new], new)
            operations.append({"op": "set", "at": list(way), "value": row})
    return operations


def _forms(data: Any) -> Iterator[tuple[Way, str]]:
    """Yield what may name states by letters or numbers, besides the status quo."""
    for reference in references(data):
        if reference.kind in ("state", "where") and reference.path[0] != "status_quo":
            yield reference.path, reference.text
    for place, rule in enumerate(data.get("infeasible") or ()):
        if isinstance(rule, dict) and isinstance(rule.get("pattern"), str):
            yield ("infeasible", place, "pattern"), rule["pattern"]


def _cells(text: str, terms: Sequence[Term], model: Model) -> dict[Term, str] | None:
    """Read a state or pattern by its letters; None where it is a condition."""
    if text.strip().isdecimal() and 1 <= int(text) <= len(model.states):
        text = model.states.form(int(text))
    widths = [mask.bit_count() for mask in model.masks]
    try:
        mask, value = read_form(text.strip(), widths, "YN-")
    except ValueError:
        return None
    return {
        term: ("Y" if value >> k & 1 else "N") if mask >> k & 1 else "-"
        for k, term in enumerate(terms)
    }


def _row(cells: Sequence[str], terms: Sequence[Term]) -> str:
    row, owner = "", ""
    for cell, term in zip(cells, terms, strict=True):
        row += ("|" if owner and owner != term[0] else "") + cell
        owner = term[0]
    return row


def _status_quo(data: Any, terms: Sequence[Term], model: Model) -> dict[str, str] | None:
    """Return the status quo by options, where it was a text; None where it need not change."""
    if not isinstance(data.get("status_quo"), str) or model.status_quo_number is None:
        return None
    cells = _cells(str(model.status_quo_number), terms_of(data), model)
    if cells is None:
        return None
    now, levels = dict[str, str](), dict[str, str]()
    for maker, option, step in terms:
        key = f"{maker}.{option}"
        taken = cells.get((maker, option, step), "N") == "Y"
        if not step:
            now[key] = "Y" if taken else "N"
        elif taken:
            levels[key] = step
        elif key not in levels:
            levels[key] = _lowest(data, maker, option) or step
    return now | levels


def _lowest(data: Any, maker: str, option: str) -> str:
    options = _mapping(_mapping(_mapping(data["decision_makers"]).get(maker)).get("options"))
    return next(iter(_mapping(options.get(option)).get("levels") or ()), "")
