"""What an edit does, as data of which words can be made in any language later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeAlias

from satumeja.brief.words import LANGUAGES, phrases_of
from satumeja.errors import SatuMejaError
from satumeja.formats.editing import key_path, path_text
from satumeja.model import Condition, Model, Prioritisation, Text
from satumeja.web.cases._changing import Operations, whole_text
from satumeja.web.cases._loaded import Loaded
from satumeja.web.cases._steps import Step, Words

__all__ = ["back_words", "edit_words"]

Key: TypeAlias = str | int
_Said: TypeAlias = Mapping[str, Any]
_MOST = 12
"""So many changes of one edit are named; of more, how many there are."""

_LISTS = {"preferences": "wish", "red_lines": "line"}
_WHOLES = ("status_quo", "title", "question", "reading")
_MAPPINGS = {"sources": "source", "tables": "table"}
_LONGEST = 160


def edit_words(now: Loaded, after: Loaded, ops: Operations) -> Words:
    """Say what operations do to a model.

    Parameters
    ----------
    now, after : Loaded
        The model before and after.
    ops : sequence of mapping
        The operations.

    Returns
    -------
    tuple of mapping
        One each, as `step_words` reads them.
    """
    if whole_text(ops) is not None:
        return ({"key": "text"},)
    is_one = len(ops) == 1
    words = [_of(op, now.model, after.model if is_one else None) for op in ops[:_MOST]]
    rest = len(ops) - _MOST
    return (*words, *([{"key": "more", "count": rest}] if rest > 0 else []))


def back_words(step: Step | None) -> Words:
    """Say that a file is made what it was after a step."""
    return ({"key": "back", "at": step.at if step else ""},)


def _of(op: Mapping[str, Any], before: Model | None, after: Model | None) -> _Said:
    """Say what one operation does; places in lists are counted from 1 here."""
    verb = str(op["op"])
    start = _steps(op.get("from", op.get("at", "")))
    match verb:
        case "move":
            return _moved(start, _steps(op["to"]), before)
        case "rename":
            return {"key": "renamed", "thing": _thing(start, before), "name": str(op["to"])}
        case "insert" | "on":
            return {"key": _VERBS[verb], "thing": _thing(start, after or before)}
        case "set":
            thing = _thing(start, after or before)
            is_new = start[-1:] == [-1] or not _is_there(start, before)
            return {"key": "added" if is_new and _is_item(start) else "changed", "thing": thing}
        case _:
            return {"key": _VERBS[verb], "thing": _thing(start, before)}


_VERBS = {"insert": "added", "on": "on", "off": "off", "remove": "removed"}


def _moved(start: list[Key], end: list[Key], before: Model | None) -> _Said:
    thing, place = _thing(start, before), end[-1] if end else ""
    number = place + 1 if isinstance(place, int) and place >= 0 else 0
    if start[:-1] != end[:-1]:
        return {"key": "moved_over", "thing": thing, "to": _thing(end, before), "place": number}
    return {"key": "moved" if number else "moved_last", "thing": thing, "place": number}


def _steps(way: Any) -> list[Key]:
    return key_path(way) if isinstance(way, str) and way else list(way)


def _is_item(path: Sequence[Key]) -> bool:
    """Tell whether a way leads to an item of a list or mapping that can be added to."""
    return (len(path) == 4 and path[2] in (*_LISTS, "options")) or len(path) == 2


def _is_there(path: Sequence[Key], model: Model | None) -> bool:
    """Tell whether an item of a list or mapping was there before; the others always are."""
    if model is None:
        return True
    match list(path):
        case ["decision_makers", str(maker)]:
            return any(dm.id == maker for dm in model.decision_makers)
        case ["decision_makers", str(maker), "options", str(option)]:
            return f"{maker}.{option}" in model.option_names
        case ["sources", str(source)]:
            return source in {item.id for item in model.sources}
        case ["tables", str(table)]:
            return table in {item.id for item in model.tables}
    return True


def _thing(path: Sequence[Key], model: Model | None) -> _Said:
    """Name a part of a model."""
    match list(path):
        case ["decision_makers", str(maker), str(part), int(place), *_] if part in _LISTS:
            what = _guarded(lambda: _condition(model, maker, part, place))
            number = place + 1 if place >= 0 else 0
            return {"noun": _LISTS[part], "who": _maker(model, maker), "n": number, "what": what}
        case ["decision_makers", str(maker), "options", str(option), *_]:
            what = _guarded(lambda: _option(model, maker, option))
            return {"noun": "option", "who": _maker(model, maker), "what": what or option}
        case ["decision_makers", str(maker), *_]:
            return {"noun": "maker", "who": _maker(model, maker)}
        case ["infeasible", int(place), *_]:
            return {"noun": "rule", "n": place + 1 if place >= 0 else 0}
        case [str(top), str(item), *_] if top in _MAPPINGS:
            return {"noun": _MAPPINGS[top], "what": item}
        case [str(top), *_] if top in _WHOLES:
            return {"noun": top}
    return {"noun": "part", "what": path_text(path)}


def _guarded(name: Callable[[], Any]) -> Any:
    """Name something; nothing where the model has no such part, as one that is only intended."""
    with suppress(IndexError, KeyError, StopIteration, SatuMejaError):
        return name()
    return ""


def _maker(model: Model | None, maker: str) -> Any:
    dms = model.decision_makers if model is not None else ()
    return _by_language(next((dm.name for dm in dms if dm.id == maker), "") or maker)


def _option(model: Model | None, maker: str, option: str) -> Any:
    dms = model.decision_makers if model is not None else ()
    options = next(dm.options for dm in dms if dm.id == maker)
    return _by_language(next(item.name for item in options if item.id == option))


def _condition(model: Model | None, maker: str, part: str, place: int) -> Any:
    """Say a wish or a red line in words, by language."""
    if model is None:
        return ""
    dm = next(dm for dm in model.decision_makers if dm.id == maker)
    if part == "red_lines":
        return _in_words(model, dm.red_lines[place].condition)
    if not isinstance(dm.preference, Prioritisation):
        return ""
    statement = dm.preference.statements[place]
    return _by_language(statement.name) or _in_words(model, statement.condition)


def _in_words(model: Model, condition: Condition) -> dict[str, str]:
    return {
        language: _short(phrases_of(model, language).condition(condition))
        for language in LANGUAGES
    }


def _by_language(words: str) -> Any:
    languages = words.by_language if isinstance(words, Text) else {}
    if not languages:
        return _short(words)
    return {language: _short(text) for language, text in languages.items()}


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
