"""From a tree to the parts of a model file, with structural faults in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from satumeja.errors import did_you_mean
from satumeja.formats.schema._model import FORMAT_VERSION, SHAPES, ModelFile, json_schema
from satumeja.formats.trees import Faults, List, Map, Node, Path, Scalar, data, find

__all__ = ["validate"]

Schema = dict[str, Any]


def validate(root: Node, faults: Faults) -> ModelFile:
    """Check the keys and types of a file.

    Raises
    ------
    ModelError
        With every unknown key, missing key and wrong type; where the format version is
        not ours, with that alone.
    """
    _check_version(root, faults)
    try:
        return ModelFile.model_validate(data(root))
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False):
            _translate(detail, faults)
        faults.check()
        raise


def _check_version(root: Node, faults: Faults) -> None:
    version, _ = find(root, ("satumeja",))
    if version is root or not isinstance(version, Scalar):
        return
    if version.text != str(FORMAT_VERSION):
        message = f'format version "{version.text}" is not read; this program reads version'
        faults.add(f"{message} {FORMAT_VERSION}", ("satumeja",))
        faults.check()


def _translate(detail: ErrorDetails, faults: Faults) -> None:
    kind = detail["type"]
    path: Path = tuple(step for step in detail["loc"] if step not in SHAPES)
    if kind == "extra_forbidden":
        faults.add(_unknown_key(path), path, key=True)
    elif kind == "missing":
        faults.add(f'missing key "{path[-1]}"', path[:-1], key=True)
    elif kind == "too_short":
        faults.add("at least one entry expected", path)
    else:
        node, _ = find(faults.root, path)
        expected = detail["msg"] if kind == "expected" else f"expected {_expected(path)}"
        faults.add(f"{expected}, found {_in_words(node)}", path)


def _unknown_key(path: Path) -> str:
    key = str(path[-1])
    keys = [name for schema in _schemas(path[:-1]) for name in schema.get("properties", {})]
    return f'unknown key "{key}"' + (did_you_mean(key, keys) or f"; known are {', '.join(keys)}")


def _in_words(node: Node) -> str:
    match node:
        case Scalar(text):
            return "nothing" if node.is_null else f'"{text[:40]}"'
        case List():
            return "a list"
        case Map():
            return "a mapping"


def _expected(path: Path) -> str:
    schemas = list(_schemas(path))
    for schema in schemas:
        if schema.get("title", "").startswith("a "):
            return str(schema["title"])
    keys = [name for schema in schemas for name in schema.get("properties", {})]
    return f"a mapping with the keys {', '.join(keys)}" if keys else "text"


@cache
def _root_schema() -> Schema:
    return json_schema()


def _schemas(path: Path) -> Iterator[Schema]:
    """Give the schemas that can apply at a path, outermost first."""
    schemas = [_root_schema()]
    for step in path:
        schemas = [part for schema in schemas for part in _below(schema, step)]
    yield from schemas


def _below(schema: Schema, step: str | int) -> Iterator[Schema]:
    for resolved in _alternatives(schema):
        if isinstance(step, int):
            below = resolved.get("items")
        else:
            below = resolved.get("properties", {}).get(step)
            below = below or resolved.get("additionalProperties")
        if isinstance(below, dict):
            yield from _alternatives(below)


def _alternatives(schema: Schema) -> Iterator[Schema]:
    yield schema
    if "$ref" in schema:
        yield from _alternatives(_root_schema()["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    for part in [*schema.get("anyOf", []), *schema.get("oneOf", [])]:
        yield from _alternatives(part)
