"""The tables of the keys of JSON documents, made from their schemas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from handbook._prose import table
from satumeja.formats import json_schema

__all__ = ["Key", "key_tables", "keys_of"]

Key = tuple[str, str, str]
"""A key, what it holds, and what that means."""

_TYPES = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "nothing",
    "number": "a number",
    "object": "a mapping",
    "string": "text",
}


def key_tables() -> str:
    """Make the tables of the keys of the model file.

    Returns
    -------
    str
        A section for the file itself and for each part of it, in Markdown.
    """
    schema = json_schema()
    parts = {"The file": schema, **schema["$defs"]}
    return "\n\n".join(
        f"## {_title(name)}\n\n{part['description']}\n\n"
        + table(["key", "holds", "means"], ([f"`{key}`", *rest] for key, *rest in keys_of(part)))
        for name, part in parts.items()
        if part.get("properties")
    )


def _title(name: str) -> str:
    """Turn the name of a type into words: DecisionMaker is "Decision maker"."""
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return words.strip().capitalize()


def keys_of(part: Mapping[str, Any]) -> Iterator[Key]:
    """Give the keys of an object of a schema.

    Parameters
    ----------
    part : mapping
        The schema of an object.

    Yields
    ------
    Key
        Each key with what it holds and what that means; both are empty where the schema does
        not say.
    """
    needed = part.get("required", [])
    for key, value in part["properties"].items():
        must = "; must be given" if key in needed else ""
        yield key, holds(value) + must, value.get("description", "")


def holds(value: Mapping[str, Any]) -> str:
    """Say in words what a value is."""
    title = value.get("title", "")
    if title.startswith(("a ", "an ")):
        return str(title)
    if "$ref" in value:
        return _reference(value["$ref"])
    if "enum" in value:
        return " or ".join(f"`{choice}`" for choice in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    for union in ("anyOf", "oneOf"):
        if union in value:
            return _any_of([holds(each) for each in value[union]])
    types = value.get("type", "")
    return _any_of([_TYPES.get(name, name) for name in ([types] if types[:0] == "" else types)])


def _any_of(words: list[str]) -> str:
    known = [word for word in dict.fromkeys(words) if word and word != "nothing"]
    return " or ".join(known)


def _reference(reference: str) -> str:
    title = _title(reference.rpartition("/")[2])
    return f"[{title.lower()}](#{title.lower().replace(' ', '-')})"
