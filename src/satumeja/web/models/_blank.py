"""A new model of nothing but who chooses and what each can do."""

from __future__ import annotations

from typing import Any

from satumeja import formats
from satumeja.web.routing import Call
from satumeja.web.shapes import BlankModel, Made

__all__ = ["blank", "blank_text"]


def blank(call: Call) -> Made:
    """Make a new model in the case."""
    body: BlankModel = call.body
    loaded = call.case.add(body.file, blank_text(body))
    return Made(file=loaded.name)


def blank_text(body: BlankModel) -> str:
    """Write the text of a new model: nobody wants anything yet, so that all states hold."""
    parts: dict[str, Any] = {"title": {body.language: body.title}, "languages": [body.language]}
    makers = {
        maker.id: {
            "name": {body.language: maker.name},
            "options": {
                option.id: {"name": {body.language: option.name}} for option in maker.options
            },
            "preferences": list[Any](),
        }
        for maker in body.makers
    }
    parts["decision_makers"] = makers
    parts["status_quo"] = {
        f"{maker.id}.{option.id}": "N" for maker in body.makers for option in maker.options
    }
    sets = [{"op": "set", "at": [key], "value": value} for key, value in parts.items()]
    return formats.apply("satumeja: 1\n", sets)
