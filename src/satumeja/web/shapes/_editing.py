"""What the panes ask that change a model without its text: conditions, structure, new models."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from satumeja.web.shapes._clauses import Path, Term
from satumeja.web.shapes._shape import FaultShape, Shape

__all__ = [
    "BlankMaker",
    "BlankModel",
    "BlankOption",
    "ConditionBody",
    "ConditionFault",
    "ConditionRead",
    "Made",
    "SourceText",
    "StructureBody",
    "StructurePlan",
]


class ConditionBody(Shape):
    """A condition as it is typed."""

    text: str = Field(max_length=20_000)


class ConditionFault(Shape):
    """What is wrong in a condition, and where: from one sign of its text up to another."""

    message: str
    start: int
    stop: int


class ConditionRead(Shape):
    """What a condition means, or what is wrong in it."""

    text: str
    words: str = ""
    tree: Term | None = None
    holds: int | None = None
    """In how many states it holds; None where they are too many to be gone through."""
    size: int | None = None
    states: str = ""
    """One character a state, 1 where it holds; empty where they are too many to be listed."""
    fault: ConditionFault | None = None


class SourceText(Shape):
    """The file of a model as it is written."""

    version: str
    text: str
    data: dict[str, Any]
    """What it says: texts, lists and mappings, nothing of it interpreted."""
    faults: tuple[FaultShape, ...] = ()


class StructureBody(Shape):
    """A change of options, decision makers or states, meant for one version of the file."""

    base: str
    ops: list[dict[str, Any]]


class StructurePlan(Shape):
    """The same change with all that it takes with it."""

    ops: list[dict[str, Any]]
    """For the route of edits."""
    going: list[Path]
    """The parts that speak of what is taken out, and go too."""


class BlankOption(Shape):
    """An option of a new model."""

    id: str
    name: str


class BlankMaker(Shape):
    """A decision maker of a new model."""

    id: str
    name: str
    options: list[BlankOption]


class BlankModel(Shape):
    """A new model: who chooses, and what each can do."""

    file: str
    title: str
    language: str
    makers: list[BlankMaker]


class Made(Shape):
    """A file that was made."""

    file: str
