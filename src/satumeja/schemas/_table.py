"""The keys of an output as a table to read, in Markdown, for the reference."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from satumeja.schemas._schema import schema

__all__ = ["table"]

Part = Mapping[str, Any]

_HEAD = ("| Key | What it is | What it says | Example |", "|---|---|---|---|")
_KINDS = {
    "integer": "whole number",
    "number": "number",
    "string": "text",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
    "array": "list",
}
_HEADS = re.compile(r"^(?P<head>.*?[^s])(?= of | in | by |$)")


def table(name: str) -> str:
    """Return the keys of an output as Markdown, made from its schema.

    Parameters
    ----------
    name : str
        One of `outputs`.

    Returns
    -------
    str
        What the output is, a table of its keys, a table for each kind of object that it
        shares with others, and what the words in italics mean. ``states[].number`` is the key
        ``number`` of everything in the list ``states``, and ``seen.{decision maker}`` what is
        kept in ``seen`` for each decision maker.

    Raises
    ------
    QuestionError
        If there is no such output.

    Examples
    --------
    >>> print(table("timeline").splitlines()[4])
    | `schema` | `satumeja/timeline/1` | Which schema this is. |  |
    """
    root = schema(name)
    parts = root.get("$defs", {}).values()
    shared = [part for part in parts if "properties" in part]
    lines = list(_section(root, root.get("description", ""), root))
    for part in shared:
        words = f"**{_capital(part['title'])}**: {part.get('description', '')}"
        lines += ["", *_section(part, words, root)]
    glossary = [_meaning(part, root) for part in parts if "properties" not in part]
    return "\n".join([*lines, *([""] if glossary else []), *glossary]) + "\n"


def _section(part: Part, words: str, root: Part) -> Iterator[str]:
    """Give what an object is, and a row for each of its keys."""
    yield from (words, "", *_HEAD)
    for way, key, always in _keys(part):
        yield _row(way, key, root, always=always)


def _meaning(part: Part, root: Part) -> str:
    """Say what a word means that stands for a value in several places."""
    return f"- *{part['title']}* ({_kind(part, root)}): {part.get('description', '')}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _keys(part: Part, way: str = "") -> Iterator[tuple[str, Part, bool]]:
    """Give the keys of an object and of what is inside it, with the way to each."""
    for key, value in part.get("properties", {}).items():
        yield f"{way}{key}", value, key in part.get("required", ())
        yield from _inside(value, f"{way}{key}")


def _inside(part: Part, way: str) -> Iterator[tuple[str, Part, bool]]:
    if "properties" in part:
        yield from _keys(part, f"{way}.")
    for choice in (*part.get("anyOf", ()), *part.get("oneOf", ())):
        yield from _inside(choice, way)
    if isinstance(part.get("items"), dict):
        yield from _inside(part["items"], f"{way}[]")
    if isinstance(part.get("additionalProperties"), dict):
        yield from _inside(part["additionalProperties"], f"{way}.{{{_names(part)}}}")


def _names(part: Part) -> str:
    """Say what the keys of a mapping are."""
    rule = part.get("propertyNames", {})
    if "$ref" in rule:
        return str(rule["$ref"].rpartition("/")[2]).replace("-", " ")
    return str(rule.get("title", "name"))


def _row(way: str, part: Part, root: Part, *, always: bool) -> str:
    words = part.get("description") or _target(part, root).get("description", "")
    example = _example(part, root)
    key = f"`{way}`" if always else f"`{way}` (not always)"
    cells = (key, _kind(part, root), words, f"`{example}`" if example else "")
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    """Keep the bars of an option form from ending a cell."""
    return text.replace("|", r"\|")


def _target(part: Part, root: Part) -> Part:
    """Return the part that is referred to, or the part itself."""
    while "$ref" in part:
        part = root["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def _example(part: Part, root: Part) -> str:
    """Return the first example of a value; of a list or mapping, none."""
    for owner in (part, _target(part, root)):
        if "examples" in owner:
            return json.dumps(owner["examples"][0], ensure_ascii=False)
    for choice in part.get("anyOf", ()):
        if example := _example(choice, root):
            return example
    return ""


def _kind(part: Part, root: Part, *, many: bool = False) -> str:
    """Say in words what a value is, or what several of them are."""
    if "$ref" in part:
        title = _target(part, root)["title"]
        return f"*{_plural(title) if many else title}*"
    if "const" in part or "enum" in part:
        words = part["enum"] if "enum" in part else [part["const"]]
        return _either([_word(word) for word in words])
    if many and "title" in part and not part["title"].startswith("a "):
        return _plural(part["title"])
    for key in ("anyOf", "oneOf"):
        if key in part:
            return _either([_kind(choice, root, many=many) for choice in part[key]])
    if isinstance(part.get("items"), dict):
        return f"{'lists' if many else 'list'} of {_kind(part['items'], root, many=True)}"
    if isinstance(part.get("additionalProperties"), dict):
        values = _kind(part["additionalProperties"], root, many=True)
        return f"{'mappings' if many else 'mapping'} of {_plural(_names(part))} to {values}"
    kinds = [_KINDS[kind] for kind in _types(part)]
    return _either([_plural(kind) if many else kind for kind in kinds])


def _word(value: object) -> str:
    """Give a word as it stands in the output, an empty one in quotation marks."""
    return f"`{value or json.dumps(value)}`"


def _plural(noun: str) -> str:
    """Give the plural of a noun; null and "true or false" have none.

    Examples
    --------
    >>> [_plural(noun) for noun in ("state form", "set of states", "numbers", "true or false")]
    ['state forms', 'sets of states', 'numbers', 'true or false']
    """
    if noun in ("null", "true or false"):
        return noun
    return _HEADS.sub(r"\g<head>s", noun, count=1)


def _types(part: Part) -> list[str]:
    kinds = part.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)


def _either(kinds: list[str]) -> str:
    distinct = list(dict.fromkeys(kinds))
    return " or ".join(filter(None, (", ".join(distinct[:-1]), *distinct[-1:])))
