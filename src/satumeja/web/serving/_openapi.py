"""The routes as an OpenAPI document, made from the table of routes."""

from __future__ import annotations

import json
import re
from typing import Any

from pydantic.json_schema import models_json_schema

from satumeja.release import VERSION
from satumeja.web import shapes
from satumeja.web.routing import Route
from satumeja.web.serving._addresses import API, CODES, SESSION
from satumeja.web.serving._app import routes
from satumeja.web.serving._ways import ALL_EVENTS, EVENTS
from satumeja.web.shapes import Refused, Shape

__all__ = ["openapi", "openapi_text"]

_REFERENCE = "#/components/schemas/{model}"
_EVERY = (400, 401, 404, 413, 422, 503)
_CHANGING = (403, 415)
_WRITING = (423,)


def openapi() -> dict[str, Any]:
    """Describe every route: what it takes, what it gives, how it refuses.

    Returns
    -------
    dict
        An OpenAPI 3.1 document.

    Examples
    --------
    >>> openapi()["openapi"]
    '3.1.0'
    """
    every = [shape for shape in _shapes() if isinstance(shape, type) and issubclass(shape, Shape)]
    _, schemas = models_json_schema(
        [(shape, "serialization") for shape in every], ref_template=_REFERENCE
    )
    paths: dict[str, Any] = {}
    for route in routes():
        paths.setdefault(API + route.path, {})[route.method.lower()] = _operation(route)
    paths |= {ALL_EVENTS: {"get": _stream()}, EVENTS: {"get": _stream("case")}}
    paths |= {"/t/{ticket}": {"get": _paper()}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Satu Meja", "version": VERSION},
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "key": {"type": "http", "scheme": "bearer"},
            },
        },
        "security": [{"token": []}],
    }


def openapi_text() -> str:
    """Give the document of the routes as JSON text."""
    return json.dumps(openapi(), indent=1, ensure_ascii=False) + "\n"


def _shapes() -> list[type[Shape]]:
    return [getattr(shapes, name) for name in dir(shapes)]


def _operation(route: Route) -> dict[str, Any]:
    query = route.query.model_json_schema()
    questions = [
        {
            "name": name,
            "in": "query",
            "required": name in query.get("required", []),
            "schema": schema,
        }
        for name, schema in query["properties"].items()
    ]
    operation: dict[str, Any] = {
        "summary": route.says,
        "parameters": [*_in_path(*re.findall(r"{(\w+)}", route.path)), *questions],
        "responses": {"200": _response("Done.", route.answer)} | _refusals(*_statuses(route)),
    }
    if route.path in _SECURITY:
        operation["security"] = _SECURITY[route.path]
    if route.body is not None:
        content = {"application/json": {"schema": _named(route.body)}}
        operation["requestBody"] = {"required": True, "content": content}
    elif route.takes_bytes:
        binary = {"schema": {"type": "string", "format": "binary"}}
        content = {"application/octet-stream": binary}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


_SECURITY: dict[str, list[dict[str, list[str]]]] = {SESSION: [], CODES: [{"key": []}]}
"""What opens the routes that the token does not."""


def _statuses(route: Route) -> tuple[int, ...]:
    changing = _CHANGING if route.method != "GET" else ()
    writing = _WRITING if route.writes else ()
    return (*_EVERY, *changing, *writing, *route.refuses)


def _refusals(*statuses: int) -> dict[str, Any]:
    return {str(status): _response("Refused.", Refused) for status in sorted(set(statuses))}


def _in_path(*names: str) -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in names
    ]


def _stream(*names: str) -> dict[str, Any]:
    """Describe the live channel: a line of JSON for all that happens, until the server ends."""
    lines = {"application/x-ndjson": {"schema": {"type": "string"}}}
    return {
        "summary": "Tell what happens to files and jobs, a line each.",
        "parameters": _in_path(*names),
        "responses": {"200": {"description": "Lines.", "content": lines}}
        | _refusals(400, 401, 404),
    }


def _paper() -> dict[str, Any]:
    """Describe how a paper is fetched: once, by its ticket."""
    return {
        "summary": "Fetch a brief or an export, once.",
        "parameters": _in_path("ticket"),
        "responses": {"200": {"description": "The paper.", "content": {"*/*": {}}}}
        | _refusals(400, 404),
        "security": [],
    }


def _response(says: str, shape: type[Shape]) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": _named(shape)}}}


def _named(shape: type[Shape]) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(model=shape.__name__)}
