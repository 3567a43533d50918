"""The routes of the panes that change a model without its text."""

from __future__ import annotations

from satumeja.web.models._blank import blank
from satumeja.web.models._conditions import condition
from satumeja.web.models._source import source
from satumeja.web.models._structure import structure
from satumeja.web.routing import Route
from satumeja.web.shapes import (
    BlankModel,
    ConditionBody,
    ConditionRead,
    Made,
    SourceText,
    StructureBody,
    StructurePlan,
)

__all__ = ["EDITING"]

_MODEL = "/c/{case}/models/{file}"

EDITING: tuple[Route, ...] = (
    Route(
        "POST",
        "/c/{case}/models",
        blank,
        Made,
        "Make a new model of who chooses and what each can do.",
        body=BlankModel,
        refuses=(423,),
        writes=True,
    ),
    Route("GET", f"{_MODEL}/source", source, SourceText, "Give the text of a model."),
    Route(
        "POST",
        f"{_MODEL}/conditions",
        condition,
        ConditionRead,
        "Say what a condition means, or what is wrong in it.",
        body=ConditionBody,
    ),
    Route(
        "POST",
        f"{_MODEL}/structure",
        structure,
        StructurePlan,
        "Say what a change of options, decision makers or states takes with it.",
        body=StructureBody,
        refuses=(409,),
    ),
)
