"""What a file refers to by an id, and the changes that a new id asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from satumeja.formats.editing._paths import Key

__all__ = ["GRAMMAR", "Change", "Grammar", "Keys", "Kind", "Reference", "references"]

Kind: TypeAlias = str
"""What a text refers to: maker, party, option, agenda, condition, where, level, state, ranking or
source."""


@dataclass(frozen=True)
class Keys:
    """A mapping whose keys are ids.

    Parameters
    ----------
    refers : str
        What its keys refer to; empty where they are what others refer to.
    value : Grammar
        What its values hold.
    text : str
        What a text in its place refers to.
    """

    refers: Kind = ""
    value: Grammar = ""
    text: Kind = ""


Grammar: TypeAlias = "Kind | Keys | Mapping[str, Grammar]"

_EVIDENCE: Mapping[str, Grammar] = {
    **dict.fromkeys(("", "reference", "parallel"), "source"),
    **dict.fromkeys(("gloss", "by"), ""),
}
_CITED: Mapping[str, Grammar] = {"because": "", "evidence": _EVIDENCE}
_CALLED: Mapping[str, Grammar] = {"name": "", "inferred": "", **_CITED}
_CONDITION: Mapping[str, Grammar] = {"": "condition", "statement": "condition", **_CALLED}
_WHERE: Mapping[str, Grammar] = {"": "where", "statement": "where", **_CALLED}
_PREFERENCE: Mapping[str, Grammar] = {
    **_CONDITION,
    **dict.fromkeys(("greatly", "unknown", "degree", "chance"), ""),
    "order": _CITED,
}
_EDIT: Mapping[str, Grammar] = {
    **dict.fromkeys(("state", "above", "below", "level_with"), "state"),
    **_CITED,
}
_PAIRS: Mapping[str, Grammar] = {"": "state", "pair": "state", **_CITED}
_STATED: Mapping[str, Grammar] = {
    "preferences": _PREFERENCE,
    "ranking": "ranking",
    "weights": Keys("option"),
    "adjust": _EDIT,
}
_OPTION: Mapping[str, Grammar] = {"name": "", "direction": "", "levels": "", **_CITED}
_PERCEIVES: Mapping[str, Grammar] = {
    "hidden": "option",
    "beliefs": Keys("maker", _STATED),
    **_CITED,
}
_MAKER: Mapping[str, Grammar] = {
    **_STATED,
    **_CITED,
    **dict.fromkeys(("name", "threshold"), ""),
    **dict.fromkeys(("unknown", "much_better", "degrees", "chances"), _PAIRS),
    "options": Keys("", _OPTION),
    "shares": "option",
    "unseen": _WHERE,
    "perceives": _PERCEIVES,
    "attitudes": Keys("maker"),
    "red_lines": _CONDITION,
    "moves": "state",
}
_RULE: Mapping[str, Grammar] = {
    **dict.fromkeys(("", "condition"), "condition"),
    **dict.fromkeys(("at_most_one", "at_least_one", "exactly_one"), "option"),
    "requires": {"if": "condition", "then": "condition"},
    **dict.fromkeys(("pattern", "type"), ""),
    **_CITED,
}
_BARRIER: Mapping[str, Grammar] = {"from": "where", "to": "where", "by": "maker", **_CITED}
_COALESCING: Mapping[str, Grammar] = {"": "where", "when": "where", **_CITED}
_TABLE: Mapping[str, Grammar] = {
    **dict.fromkeys(("name", "date", "until"), ""),
    "seats": "maker",
    "convenor": "party",
    "agenda": "agenda",
    "papers": "source",
    **_CITED,
}
_SOURCE = dict.fromkeys(("title", "report", "dossier", "citation", "url"), "")
_PLAIN = (
    *("satumeja", "title", "description", "question", "reading", "as_of", "names"),
    *("languages", "readings"),
)

GRAMMAR: Mapping[str, Grammar] = {
    **dict.fromkeys(_PLAIN, ""),
    "sources": Keys("", _SOURCE),
    "decision_makers": Keys("", _MAKER),
    "infeasible": _RULE,
    "irreversible": _BARRIER,
    "coalesce": _COALESCING,
    "states": {"id": "", "name": ""},
    "status_quo": Keys("option", "level", "state"),
    "coalitions": "maker",
    "tables": Keys("", _TABLE),
    "affected": Keys("", {"": "", "name": "", **_CITED}),
    "deadlines": Keys("", {"name": "", "date": "", **_CITED}),
}
"""What each key of a file holds; lists hold what their items do, and "" is a text in place of
a mapping. A test compares it with the schema."""


@dataclass(frozen=True)
class Reference:
    """A text or a key that refers to something.

    Parameters
    ----------
    path : tuple of str and int
        The way to it.
    kind : str
        What it refers to.
    text : str
        What it says.
    is_key : bool
        Whether it is a key.
    """

    path: tuple[Key, ...]
    kind: Kind
    text: str
    is_key: bool = False


@dataclass(frozen=True)
class Change:
    """A text or a key to be replaced.

    Parameters
    ----------
    path : tuple of str and int
        The way to it before any key is changed.
    text : str
        What it is to say.
    is_key : bool
        Whether it is a key.
    """

    path: tuple[Key, ...]
    text: str
    is_key: bool = False


def references(
    data: Any, grammar: Grammar = GRAMMAR, path: tuple[Key, ...] = ()
) -> Iterator[Reference]:
    """Yield what refers to something in the data of a file, be it sound or not."""
    if isinstance(data, list):
        for place, item in enumerate(data):
            yield from references(item, grammar, (*path, place))
    elif isinstance(data, dict):
        yield from _in_mapping(data, grammar, path)
    elif isinstance(data, str):
        kind = grammar if isinstance(grammar, str) else _text_kind(grammar)
        if kind:
            yield Reference(path, kind, data)


def _text_kind(grammar: Keys | Mapping[str, Grammar]) -> Kind:
    kind = grammar.text if isinstance(grammar, Keys) else grammar.get("", "")
    return kind if isinstance(kind, str) else ""


def _in_mapping(
    data: dict[str, Any], grammar: Grammar, path: tuple[Key, ...]
) -> Iterator[Reference]:
    for key, value in data.items():
        below: Grammar = ""
        if isinstance(grammar, Keys):
            below = grammar.value
            if grammar.refers:
                yield Reference((*path, key), grammar.refers, key, is_key=True)
        elif isinstance(grammar, Mapping) and key:
            below = grammar.get(key, "")
        yield from references(value, below, (*path, key))
