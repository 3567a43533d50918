"""Which keys and which choices of a schema a document makes use of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import jsonschema  # type: ignore[import-untyped]

from schemas.desk import long_numbers

DEFS = "#/$defs/"


class Coverage:
    """What of a schema has occurred in the documents seen so far.

    A mark is a way through the schema: a key, one of several choices, or a word of a closed
    list. `left` gives the marks that no document has made.
    """

    def __init__(self, schema: dict[str, Any]) -> None:
        self.root, self.met = schema, set[str]()
        self.validator = jsonschema.Draft202012Validator(schema)

    def add(self, document: Any) -> None:
        """Require that a document is as the schema says, and mark what occurs in it."""
        with long_numbers():
            self.validator.validate(document)
            self.met |= set(self._marks(self.root, document, "#"))

    def left(self) -> set[str]:
        return set(self._every(self.root, "#", set())) - self.met

    def _marks(self, part: dict[str, Any], value: Any, way: str) -> Iterator[str]:
        yield way
        if "$ref" in part:
            name = part["$ref"].removeprefix(DEFS)
            yield from self._marks(self.root["$defs"][name], value, DEFS + name)
        if "enum" in part:
            yield f"{way} = {value}"
        for k, choice in enumerate(part.get("anyOf", ())):
            if self.validator.evolve(schema=choice).is_valid(value):
                yield from self._marks(choice, value, f"{way} or {k}")
        if isinstance(value, dict):
            yield from self._keys(part, value, way)
        if isinstance(value, list) and isinstance(part.get("items"), dict):
            for each in value:
                yield from self._marks(part["items"], each, f"{way}[]")

    def _keys(self, part: dict[str, Any], value: dict[str, Any], way: str) -> Iterator[str]:
        for key, inner in value.items():
            if key in part.get("properties", {}):
                yield from self._marks(part["properties"][key], inner, f"{way}.{key}")
            elif isinstance(part.get("additionalProperties"), dict):
                yield from self._marks(part["additionalProperties"], inner, f"{way}.*")

    def _every(self, part: dict[str, Any], way: str, known: set[str]) -> Iterator[str]:
        yield way
        if "$ref" in part and part["$ref"] not in known:
            known.add(part["$ref"])
            name = part["$ref"].removeprefix(DEFS)
            yield from self._every(self.root["$defs"][name], part["$ref"], known)
        for word in part.get("enum", ()):
            yield f"{way} = {word}"
        for k, choice in enumerate(part.get("anyOf", ())):
            yield from self._every(choice, f"{way} or {k}", known)
        for key, inner in part.get("properties", {}).items():
            yield from self._every(inner, f"{way}.{key}", known)
        if isinstance(part.get("items"), dict):
            yield from self._every(part["items"], f"{way}[]", known)
        if isinstance(part.get("additionalProperties"), dict):
            yield from self._every(part["additionalProperties"], f"{way}.*", known)
