"""Work that takes longer than a person waits."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from satumeja.web.shapes._shape import Shape
from satumeja.web.shapes._sheets import Sheet

__all__ = ["Flip", "JobBody", "JobList", "JobShown", "Options", "Rest", "RestsShown"]


class Options(Shape):
    """What a question is asked with; what a kind has no use for is refused."""

    state: str | None = None
    start: str | None = None
    to: str | None = None
    dm: str | None = None
    table: str | None = None
    third: str | None = None
    concept: str | None = None
    wanting: str = ""
    no_deal: str | None = None
    blocks: str | None = None
    improvements: bool = False
    most: int = Field(default=1, ge=1, le=50)
    profiles: int = Field(default=10_000, ge=1, le=10_000_000)
    samples: int = Field(default=1_000, ge=1, le=100_000)
    seed: int = Field(default=1, ge=0)
    steps: tuple[str, ...] = ()
    on: tuple[str, ...] = ()


class JobBody(Shape):
    """A job to begin."""

    kind: str
    file: str = ""
    lang: Literal["en", "id"] = "en"
    options: Options = Options()


class Flip(Shape):
    """A single change that flips an answer."""

    words: str
    kind: str
    maker: str
    place: int
    way: str
    places: int
    evidence: list[str]


class Rest(Shape):
    """An answer, and what it rests on."""

    words: str
    """What it is, with the concepts by their names."""
    kind: str
    """Of what kind: equilibrium, deal, no_deal or opening."""
    table: str
    state: int
    concepts: list[str]
    stands: int
    of: int
    sentences: list[str]
    flips: list[Flip]


class RestsShown(Shape):
    """What the answers of a model rest on."""

    answers: list[Rest]
    find_out: Sheet


class JobShown(Shape):
    """How far a job is, and what it gave."""

    id: str
    kind: str
    file: str = ""
    version: str = ""
    """The version of the file it was begun with."""
    state: Literal["waiting", "running", "done", "failed", "stopped"]
    count: int = 0
    of: int = 0
    """How much is done of how much; 0 of 0 where that cannot be told."""
    message: str = ""
    """Why it failed."""
    sheet: Sheet | None = None
    rests: RestsShown | None = None
    data: Any = None
    text: str = ""


class JobList(Shape):
    """The jobs of a case, the newest first, without what they gave."""

    jobs: list[JobShown]
