"""The descriptions as JSON Schema, for other programs, for editors and for the tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from satumeja.display import Shown
from satumeja.errors import QuestionError, did_you_mean
from satumeja.schemas._source import Source, description, names, parts

__all__ = ["VERSION", "Output", "outputs", "schema"]

VERSION = 1
"""Of all these shapes; keys may be added within a version, none is renamed or taken away."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DEFS = "#/$defs/"
_OURS = ("extends", "only", "commands", "python")
_INSIDE = ("items", "additionalProperties", "propertyNames")
_CHOICES = ("anyOf", "prefixItems")
_CONDITIONS = ("if", "then", "else")


@dataclass(frozen=True, repr=False)
class Output(Shown):
    """Something the program prints or writes as JSON.

    Parameters
    ----------
    name : str
        Of its schema, such as ``analysis``.
    title : str
        What it tells, in one line.
    commands : tuple of str
        The commands that print it; none where only Python gives it.
    python : str
        What gives it in Python; empty where only a command prints it.
    """

    name: str
    title: str
    commands: tuple[str, ...]
    python: str


_MODEL = Output("model", "A conflict as stated: the model file", ("convert",), "formats.dump")


def outputs() -> tuple[Output, ...]:
    """List everything the program prints or writes as JSON, by name.

    Returns
    -------
    tuple of Output
        The model file among them.

    Examples
    --------
    >>> [(output.name, output.commands) for output in outputs()][:2]
    [('analysis', ('analyse',)), ('backtest', ('backtest',))]
    """
    listed = [_MODEL]
    for name in names():
        source = description(name)
        commands, python = tuple(source["commands"]), source.get("python", "")
        listed.append(Output(name, source["title"], commands, python))
    return tuple(sorted(listed, key=lambda output: output.name))


def schema(name: str, *, closed: bool = False) -> dict[str, Any]:
    """Return the JSON Schema of an output.

    Parameters
    ----------
    name : str
        One of `outputs`, by name or as the key ``schema`` of what is printed has it.
    closed : bool
        Whether a key that is not described is a fault. It is not in the schema we publish,
        for keys may be added; it is in our tests, for then they are to be described.

    Returns
    -------
    dict
        A schema of draft 2020-12 that stands by itself.

    Raises
    ------
    QuestionError
        If there is no such output.

    See Also
    --------
    table : The same keys as a page to read.

    Examples
    --------
    >>> timeline = schema("timeline")
    >>> timeline["required"], timeline["properties"]["schema"]["const"]
    (['schema', 'moments', 'undated', 'undated_reports', 'events', 'datasets', \
'events_left_out'], 'satumeja/timeline/1')
    """
    output = name.removeprefix("satumeja/").removesuffix(f"/{VERSION}")
    if output == _MODEL.name:
        from satumeja.formats import json_schema

        return json_schema()
    if output not in names():
        raise QuestionError(f'there is no schema "{name}"{_suggestion(output)}')
    head = {"$schema": _DIALECT, "$id": f"urn:satumeja:schema:{output}:{VERSION}"}
    body = _json_schema(_marked(output), closed=closed)
    return head | body | {"$defs": _definitions(body, closed=closed)}


def _suggestion(name: str) -> str:
    """Say what may have been meant: the output of a command of that name, or a name like it."""
    printed = [output.name for output in outputs() if name in output.commands]
    if printed:
        return f'; the command {name} prints "{printed[0]}"'
    hint = did_you_mean(name, [output.name for output in outputs()])
    return hint or "; satumeja schema --list names them all"


def _marked(name: str) -> Source:
    """Return the description of an output, with the key that says which output it is."""
    source = description(name)
    mark = {"description": "Which schema this is.", "const": f"satumeja/{name}/{VERSION}"}
    return {**source, "properties": {"schema": mark} | source["properties"]}


def _with_base(part: Source) -> Source:
    """Return an object with the keys of what it extends before its own."""
    if "extends" not in part:
        return part
    name = part["extends"]
    base = _with_base(parts()[name] if name in parts() else _marked(name))
    inherited = {key: value for key, value in base.items() if key not in ("title", "description")}
    return {**inherited, **part, "properties": base["properties"] | part["properties"]}


def _json_schema(part: Source, *, closed: bool) -> dict[str, Any]:
    """Return a description as JSON Schema, and everything inside it."""
    keywords = dict[str, Any]()
    for keyword, value in _with_base(part).items():
        if keyword == "properties":
            keywords |= _object(value, closed=closed)
        elif keyword == "$ref":
            keywords[keyword] = _DEFS + value
        elif keyword in _INSIDE and isinstance(value, dict):
            keywords[keyword] = _json_schema(value, closed=closed)
        elif keyword in _CHOICES:
            keywords[keyword] = [_json_schema(choice, closed=closed) for choice in value]
        elif keyword in _CONDITIONS:
            keywords[keyword] = _condition(value)
        elif keyword not in _OURS:
            keywords[keyword] = value
    return keywords


def _object(keys: Source, *, closed: bool) -> dict[str, Any]:
    properties = {key: _key(part, closed=closed) for key, part in keys.items()}
    required = [key for key, part in keys.items() if "only" not in part]
    keywords = {"type": "object", "properties": properties, "required": required}
    return keywords | ({"additionalProperties": False} if closed else {})


def _key(part: Source, *, closed: bool) -> dict[str, Any]:
    keywords = _json_schema(part, closed=closed)
    if "only" in part:
        keywords["description"] = f"{part['description']} Only {part['only']}."
    return keywords


def _condition(value: Any) -> Any:
    """Return what is said of some keys together.

    It is no description of an object: it neither requires keys nor shuts others out.
    """
    if isinstance(value, dict):
        return {
            key: _DEFS + part if key == "$ref" else _condition(part) for key, part in value.items()
        }
    if isinstance(value, list):
        return [_condition(part) for part in value]
    return value


def _definitions(body: Source, *, closed: bool) -> dict[str, Any]:
    """Return the parts that a schema refers to, and those that these refer to, by name."""
    definitions = dict[str, Any]()
    waiting = list(_references(body))
    while waiting:
        name = waiting.pop()
        if name not in definitions:
            definitions[name] = _json_schema(parts()[name], closed=closed)
            waiting += _references(definitions[name])
    return dict(sorted(definitions.items()))


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "$ref":
                yield part.removeprefix(_DEFS)
            else:
                yield from _references(part)
    elif isinstance(value, list):
        for part in value:
            yield from _references(part)
