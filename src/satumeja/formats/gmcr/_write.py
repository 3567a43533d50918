"""A model as a file of GMCR+."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from satumeja.errors import LimitError, OutputError
from satumeja.formats.compiling import LARGEST
from satumeja.formats.writing import MOST_NAMED, clauses
from satumeja.model import (
    Adjusted,
    Condition,
    DecisionMaker,
    Direction,
    Model,
    Prioritisation,
    Ranking,
    Weighting,
)
from satumeja.model.kit import Pattern

__all__ = ["to_gmcr"]

_DIRECTIONS: dict[Direction, str] = {"both": "both", "forward": "fwd", "back": "back"}
_MOST_FORBIDDING = 20_000
_MOST_RANKED = 50_000
_LINE = 80

_Literals = list[list[Any]]


def to_gmcr(model: Model) -> str:
    """Write a model in option form as a file of GMCR+.

    Parameters
    ----------
    model : Model
        A sound model in option form.

    Returns
    -------
    str
        The file: JSON. Read again it gives the same states in the same order, the same
        moves and rankings, and so the same equilibria. Names in the main language are
        kept; the title, the status quo, reasons, evidence, red lines, tables and sources
        have no place in it.

    Raises
    ------
    OutputError
        If the model is in graph form, has shared options, coalesced states or moves that
        are irreversible between states, or preferences of a kind GMCR+ has not.
    LimitError
        If a condition cannot be spelled out, or a ranking listed, within bounds.

    See Also
    --------
    dump, save : Write any model, to ``.gmcr`` among others.
    load : Reads such files.

    Notes
    -----
    GMCR+ knows conditions of the form "these options are so", and that any of several
    such conditions holds. Every other condition is spelled out in this form. Where a
    statement would take more than 150 options for that, or a decision maker has weights
    or a ranking, all decision makers are given as rankings, because the file says only
    once which of the two counts.

    Examples
    --------
    >>> from satumeja.formats import loads
    >>> chicken = json.loads(to_gmcr(loads('''
    ... satumeja: 1
    ... title: Chicken
    ... decision_makers:
    ...   row: {options: {dare: }, preferences: [-col.dare, row.dare]}
    ...   col: {options: {dare: }, preferences: [-row.dare if col.dare]}
    ... ''')))
    >>> row, col = chicken["decisionMakers"]
    >>> row["options"], row["preferences"]
    ([0], [[[1, 'N']], [[0, 'Y']]])
    >>> col["preferences"]
    [{'compound': True, 'members': [[[1, 'N']], [[0, 'N']]]}]
    """
    if model.is_graph:
        none = "a model in graph form has no options, and a .gmcr file nothing else"
        raise OutputError(f"{none}; write .yaml instead")
    if model.irreversible or any(dm.shared for dm in model.decision_makers):
        message = "a .gmcr file cannot hold shared options, nor moves irreversible between states"
        raise OutputError(f"{message}; write .yaml or .json")
    if model.coalesce:
        message = "a .gmcr file cannot coalesce states, and apart they have other equilibria"
        raise OutputError(f"{message}; write .yaml or .json")
    stated = {dm.id: _statements(dm) for dm in model.decision_makers}
    manual = any(statements is None for statements in stated.values())
    data = {
        "options": [
            {"name": str(option.name), "permittedDirection": _DIRECTIONS[option.direction]}
            for option in model.options
        ],
        "decisionMakers": list(_makers(model, stated, manual)),
        "infeasibles": [
            condition for rule in model.infeasible for condition in _spelt_out(rule.condition)
        ],
        "useManualPreferenceRanking": manual,
    }
    return _laid_out(data) + "\n"


def _makers(
    model: Model, stated: dict[str, list[Any] | None], manual: bool
) -> Iterator[dict[str, Any]]:
    first = 0
    for dm in model.decision_makers:
        yield {
            "name": str(dm.name),
            "options": list(range(first, first + len(dm.options))),
            "preferences": stated[dm.id] or [],
            "preferenceRanking": _ranking(model, dm) if manual else [],
        } | _misperceptions(dm)
        first += len(dm.options)


def _statements(dm: DecisionMaker) -> list[Any] | None:
    """Give the statements of a decision maker; None where a ranking must take their place."""
    if not isinstance(dm.preference, Prioritisation):
        if not isinstance(dm.preference, Ranking | Weighting | Adjusted):
            kind = type(dm.preference).__name__
            raise OutputError(f"a .gmcr file cannot hold the {kind} of {dm.id}")
        return None
    written: list[Any] = []
    for statement in dm.preference.statements:
        patterns = clauses(statement.condition, MOST_NAMED)
        if patterns is None:
            return None
        if not patterns or not patterns[0].mask:  # what always or never holds orders nothing
            continue
        alternatives = _alternatives(patterns)
        if alternatives not in written:
            written.append(alternatives)
    return written


def _alternatives(patterns: tuple[Pattern, ...]) -> Any:
    members = [_literals(pattern) for pattern in patterns]
    return members[0] if len(members) == 1 else {"compound": True, "members": members}


def _literals(pattern: Pattern) -> _Literals:
    return [
        [k, "Y" if pattern.value >> k & 1 else "N"]
        for k in range(pattern.mask.bit_length())
        if pattern.mask >> k & 1
    ]


def _spelt_out(condition: Condition) -> list[_Literals]:
    """Give the conditions of which one holds wherever a condition does."""
    patterns = clauses(condition, _MOST_FORBIDDING)
    if patterns is None:
        raise LimitError("a condition takes too many others to be spelled out")
    return [_literals(pattern) for pattern in patterns]


def _misperceptions(dm: DecisionMaker) -> dict[str, Any]:
    unseen = [literals for sight in dm.unseen for literals in _spelt_out(sight.condition)]
    return {"misperceptions": unseen} if unseen else {}


def _ranking(model: Model, dm: DecisionMaker) -> list[Any]:
    """Give the classes of state numbers, most preferred first; a class of one as its state."""
    count = len(model.list_states(LARGEST)) * len(model.decision_makers)
    if count > _MOST_RANKED:
        raise LimitError(
            f"rankings of {count:,} states are more than the {_MOST_RANKED:,} a .gmcr file can "
            "list; write .yaml instead"
        )
    ranks = model.ranks(dm)
    order = np.argsort(-ranks, kind="stable")
    classes = np.split(order + 1, np.flatnonzero(np.diff(ranks[order])) + 1)
    return [states.tolist() if len(states) > 1 else int(states[0]) for states in classes]


def _laid_out(value: Any, indent: str = "") -> str:
    """Write JSON on one line where it is short or only numbers, else part by part."""
    flat = json.dumps(value, ensure_ascii=False)
    if len(flat) <= _LINE or '"' not in flat or not isinstance(value, dict | list):
        return flat
    inner = f"{indent} "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_laid_out(part, inner)}" for key, part in value.items()]
    else:
        parts = [_laid_out(part, inner) for part in value]
    body = f",\n{inner}".join(parts)
    return f"{flat[0]}\n{inner}{body}\n{indent}{flat[-1]}"
