"""The history of a model: its steps, and what it was after each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from satumeja.web.shapes._answers import Answers
from satumeja.web.shapes._model import ModelDocument
from satumeja.web.shapes._shape import FaultShape, Query, Shape

__all__ = ["AsItWas", "HistoryQuery", "Step", "Steps", "UndoBody"]


class UndoBody(Shape):
    """What undo, redo and going back are asked with: what the page has seen of the file."""

    base: str
    parts: bool = False
    """Whether the answer is to have only those parts of the document that are otherwise."""


class Step(Shape):
    """One step of a model's history."""

    id: int
    when: str
    """In UTC, as ``2026-11-30T14:02:11.512Z``."""
    who: str
    kind: Literal["edit", "undo", "redo", "outside", "back"]
    """``outside`` was another program, ``back`` went to what the file once was."""
    words: str
    version: str
    """The SHA-256 of the file after it."""
    first: bool = False
    """Whether it only says what the file was when it was first seen."""


class HistoryQuery(Query):
    """Which steps are asked for: the newest, or those before one."""

    before: Annotated[int, Field(ge=1, lt=1 << 53)] | None = None


class Steps(Shape):
    """The history of a model, newest first."""

    steps: list[Step]
    more: bool = False
    """Whether there are older ones."""
    gone: bool = False
    """Whether the file was removed from the folder."""


class AsItWas(Shape):
    """A model as it was after a step."""

    step: Step
    text: str
    """All that the file held; empty where that was no text."""
    document: ModelDocument | None = None
    answers: Answers | None = None
    """None where the file was not sound then."""
    faults: tuple[FaultShape, ...] = ()
