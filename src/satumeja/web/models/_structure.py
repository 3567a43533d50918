"""What a change of a model's structure takes with it, as operations that do it whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from satumeja import formats
from satumeja.errors import QuestionError
from satumeja.formats.trees import data, read_yaml
from satumeja.web.models._dependents import Way, dependents, lone_wishes, part_at
from satumeja.web.models._rankings import without_state
from satumeja.web.models._reshaping import reshaped
from satumeja.web.routing import Call, RefusedError
from satumeja.web.shapes import StructureBody, StructurePlan

__all__ = ["plan", "structure"]


def structure(call: Call) -> StructurePlan:
    """Say what a change of options, decision makers or states takes with it."""
    body: StructureBody = call.body
    loaded = call.case.read(call.names["file"])
    if loaded.version != body.base:
        raise RefusedError("changed", f"{loaded.name} was changed meanwhile; look, then try again")
    operations, going = plan(loaded.text, body.ops, loaded.sound())
    return StructurePlan(ops=operations, going=[list(way) for way in going])


def plan(
    text: str, ops: Sequence[Mapping[str, Any]], model: Any
) -> tuple[list[dict[str, Any]], list[Way]]:
    """Return operations that do a change with all that it takes, and the parts that go.

    Parameters
    ----------
    text : str
        The file.
    ops : sequence of mapping
        What is to be done: options, decision makers, states or others put in, moved or taken
        out.
    model : Model
        What the file says.

    Raises
    ------
    QuestionError
        If an operation is none, or leads nowhere.
    """
    before = data(read_yaml(text, "model.yaml"))
    going = list[Way]()
    for op in ops:
        if op.get("op") == "remove":
            going += [way for way in dependents(before, _way(op)) if way not in going]
    states = [_state_at(before, way) for way in _gone(ops) if way[:-1] == ("states",)]
    anew = lone_wishes(before, going) | _rankings(before, going, states)
    removals: list[dict[str, Any]] = [
        {"op": "set", "at": list(way), "value": value} for way, value in anew.items()
    ]
    removals += [
        {"op": "remove", "at": list(way)}
        for way in going
        if way not in anew and way[:-1] not in anew
    ]
    own = [dict(op) for op in ops]
    after = data(read_yaml(formats.apply(text, [*removals, *own]), "model.yaml"))
    gone = [*going, *_gone(ops)]
    written = [op for op in reshaped(before, after, model) if not _is_gone(op["at"], gone)]
    return [*written, *removals, *own], going


def _state_at(data: Any, way: Way) -> str:
    state = part_at(data, way)
    return str(state["id"] if isinstance(state, dict) else state)


def _rankings(data: Any, going: Sequence[Way], states: Sequence[str]) -> dict[Way, str]:
    """Return the rankings that are texts as they read without some states."""
    anew = dict[Way, str]()
    for way in going:
        text = part_at(data, way)
        if way[-1] == "ranking" and isinstance(text, str):
            for state in states:
                text = without_state(text, state)
            anew[way] = text
    return anew


def _gone(ops: Sequence[Mapping[str, Any]]) -> list[Way]:
    return [_way(op) for op in ops if op.get("op") == "remove"]


def _way(op: Mapping[str, Any]) -> Way:
    at = op.get("at")
    if isinstance(at, str):
        return tuple(formats.key_path(at))
    if not isinstance(at, list):
        raise QuestionError('"remove" needs the key "at"')
    return tuple(at)


def _is_gone(at: Sequence[Any], going: Sequence[Way]) -> bool:
    return any(tuple(at[: len(way)]) == way for way in going)
