"""Preference statements with their marks and classes, and edits by hand on top of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from satumeja.formats import schema
from satumeja.formats.compiling._conditions import Conditions
from satumeja.formats.compiling._context import Context
from satumeja.formats.compiling._forms import StateNames, forbidding
from satumeja.formats.trees import Path
from satumeja.formats.words import remark
from satumeja.model import Edit, Grounds, Statement
from satumeja.model.kit import MOST_EQUAL, Placing, equals

__all__ = ["compile_edits", "compile_preferences"]

_MARKS = ("greatly", "unknown", "degree", "chance", "order")
_PLACINGS: tuple[Placing, ...] = ("above", "below", "level_with")

Item = str | schema.Preference


def compile_preferences(
    items: Sequence[Item | list[Item]], path: Path, conditions: Conditions, where: str
) -> tuple[Statement, ...]:
    """Read preference statements; a list among them holds statements of equal importance.

    Parameters
    ----------
    items : sequence
        As in the file, most important first.
    path : tuple
        Where they stand.
    conditions : Conditions
        Reads conditions, and takes the faults.
    where : str
        What they are part of, in words.
    """
    statements: list[Statement] = []
    for k, item in enumerate(items):
        place = (*path, k)
        if isinstance(item, list):
            statements += _class(item, place, conditions, where)
        else:
            statements += _one(item, place, conditions, where)
    return tuple(statements)


def _one(item: Item, path: Path, conditions: Conditions, where: str) -> tuple[Statement, ...]:
    """Read one statement; none where it has faults."""
    statement = conditions.statement(item, path, where)
    if statement is None or isinstance(item, str):
        return (statement,) if statement else ()
    context = conditions.context
    if item.degree:
        statement = replace(statement, degree=context.share(item.degree, (*path, "degree")))
    if item.chance:
        statement = replace(statement, chance=context.share(item.chance, (*path, "chance")))
    greatly, unknown = (
        bool(word) and bool(context.truth(word, "yes or no", (*path, key)))
        for key, word in (("greatly", item.greatly), ("unknown", item.unknown))
    )
    order = Grounds(**context.cited(item.order, (*path, "order"))) if item.order else None
    return (replace(statement, greatly=greatly, unknown=unknown, order=order),)


def _class(
    items: Sequence[Item], path: Path, conditions: Conditions, where: str
) -> tuple[Statement, ...]:
    faults = conditions.context.faults
    if not 2 <= len(items) <= MOST_EQUAL:
        message = f"statements of equal importance are 2 to {MOST_EQUAL}; here are {len(items)}"
        faults.add(message, path)
        return ()
    parts: list[Statement] = []
    for k, item in enumerate(items):
        if isinstance(item, schema.Preference):
            for mark in _MARKS:
                if mark in item.stated:
                    message = f'"{mark}" has no place in a list of equally important statements'
                    faults.add(message, (*path, k, mark), key=True)
        parts += _one(item, (*path, k), conditions, where)
    return equals(parts) if len(parts) == len(items) else ()


def compile_edits(
    items: Sequence[schema.Edit],
    path: Path,
    context: Context,
    states: StateNames | None,
    maker: str,
) -> tuple[Edit, ...]:
    """Read edits by hand; note which of them do not apply as things are.

    Parameters
    ----------
    items : sequence of Edit
        As in the file, in the order they are made.
    path : tuple
        Where they stand.
    context : Context
        Takes faults, and notes on edits of states that are not feasible.
    states : StateNames or None
        Finds states; None where they are unknown.
    maker : str
        Whose preferences are edited, by id.
    """
    if states is None:
        return ()
    read = (_edit(item, (*path, k), context, states) for k, item in enumerate(items))
    edits = [edit for edit in read if edit]
    if len(edits) == len(items):
        for k, edit in enumerate(edits, start=1):
            for code in (edit.state, edit.anchor):
                if broken := forbidding(states.rules, code):
                    number, rule = broken
                    note = remark(
                        "warning.edit_refused",
                        place=k,
                        dm=maker,
                        form=states.states.form_of(code),
                        number=number,
                        rule=rule.text,
                    )
                    context.notes.append(note)
                    break
    return tuple(edits)


def _edit(item: schema.Edit, path: Path, context: Context, states: StateNames) -> Edit | None:
    cited = context.cited(item, path)
    placings = [placing for placing in _PLACINGS if getattr(item, placing) is not None]
    if len(placings) != 1:
        context.faults.add(f"an edit has just one of {', '.join(_PLACINGS)}", path)
        return None
    placing = placings[0]
    state = _code(item.state, (*path, "state"), context, states)
    anchor = _code(getattr(item, placing), (*path, placing), context, states)
    if state is None or anchor is None:
        return None
    if state == anchor:
        context.faults.add("a state is put next to itself", (*path, placing))
        return None
    return Edit(state, placing, anchor, **cited)


def _code(text: str, path: Path, context: Context, states: StateNames) -> int | None:
    """Read a state in option form, feasible or not; numbers do not outlive a change of rules."""
    try:
        return states.member(text.strip())
    except ValueError as error:
        context.faults.add(str(error), path)
        return None
