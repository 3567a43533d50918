"""The routes as an OpenAPI document, made from the table of routes."""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from typing import Any

from pydantic.json_schema import models_json_schema

from satumeja.web import shapes
from satumeja.web.routing import Route
from satumeja.web.serving._app import API, routes
from satumeja.web.shapes import Refused, Shape

__all__ = ["openapi", "openapi_text"]

_REFERENCE = "#/components/schemas/{model}"
_EVERY = (400, 401, 403, 404, 413, 415, 422, 503)


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
    return {
        "openapi": "3.1.0",
        "info": {"title": "Satu Meja", "version": version("satumeja")},
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"token": []}],
    }


def openapi_text() -> str:
    """Give the document of the routes as JSON text."""
    return json.dumps(openapi(), indent=1, ensure_ascii=False) + "\n"


def _shapes() -> list[type[Shape]]:
    return [getattr(shapes, name) for name in dir(shapes)]


def _operation(route: Route) -> dict[str, Any]:
    named = re.findall(r"{(\w+)}", route.path)
    parameters: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in named
    ]
    query = route.query.model_json_schema()
    for name, schema in query["properties"].items():
        required = name in query.get("required", [])
        parameters.append({"name": name, "in": "query", "required": required, "schema": schema})
    operation: dict[str, Any] = {
        "summary": route.says,
        "parameters": parameters,
        "responses": {"200": _response("Done.", route.answer)}
        | {str(status): _response("Refused.", Refused) for status in (*_EVERY, *route.refuses)},
    }
    if route.body is not None:
        content = {"application/json": {"schema": _named(route.body)}}
        operation["requestBody"] = {"required": True, "content": content}
    elif route.takes_bytes:
        binary = {"schema": {"type": "string", "format": "binary"}}
        operation["requestBody"] = {"content": {"application/octet-stream": binary}}
    return operation


def _response(says: str, shape: type[Shape]) -> dict[str, Any]:
    return {"description": says, "content": {"application/json": {"schema": _named(shape)}}}


def _named(shape: type[Shape]) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(model=shape.__name__)}
