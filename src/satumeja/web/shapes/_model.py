"""A model on the screen, and edits of it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from satumeja.web.shapes._answers import Answers, Change
from satumeja.web.shapes._clauses import Clause, Path, Quote
from satumeja.web.shapes._shape import Query, Shape

__all__ = [
    "ByHand",
    "Dated",
    "EditBody",
    "Edited",
    "Graph",
    "Maker",
    "ModelDocument",
    "Open",
    "OptionRow",
    "SourceRow",
    "StateList",
    "StateRow",
    "StatesQuery",
    "TableRow",
    "Tick",
]


class OptionRow(Shape):
    """An option of a decision maker."""

    id: str
    key: str
    """How conditions name it: its id, with its owner's before it where others have that too."""
    path: Path
    name: str
    names: dict[str, str]
    places: tuple[int, ...]
    """Where its letters stand in the form of a state, from 0: one, or as many as steps."""
    direction: Literal["both", "forward", "back"] = "both"
    """Whether it changes both ways, only from N to Y, or only from Y to N."""
    levels: tuple[str, ...] = ()
    level_names: tuple[str, ...] = ()
    because: str = ""
    becauses: dict[str, str] = Field(default_factory=dict)
    evidence: tuple[str, ...] = ()


class ByHand(Shape):
    """A state that was put elsewhere in a ranking by hand."""

    path: Path
    state: str
    placing: Literal["above", "below", "level_with"]
    anchor: str
    because: str = ""
    evidence: tuple[str, ...] = ()


class Maker(Shape):
    """A decision maker."""

    id: str
    path: Path
    letter: str
    colour: int
    """Which of the colours, dashes and letters of the brief, from 0."""
    name: str
    names: dict[str, str]
    because: str = ""
    evidence: tuple[str, ...] = ()
    options: list[OptionRow]
    shares: tuple[str, ...] = ()
    """Options of others that it can change as well, by their keys."""
    preference: Literal["prioritised", "ranked", "weighted"]
    adjusted: bool = False
    """Whether states were put elsewhere by hand."""
    wishes: list[Clause]
    """Those that are off stand where they would be, and have no place."""
    ranking: str = ""
    """Where it is ranked, the states by number, such as ``4 > 2 ~ 3 > 1``."""
    weights: dict[str, str] = Field(default_factory=dict)
    """Where it weighs, what each option adds, by its key."""
    by_hand: tuple[ByHand, ...] = ()
    red_lines: list[Clause]
    seats: tuple[str, ...] = ()


class StateRow(Shape):
    """A state: what each option does in it, and what it is called."""

    number: int
    form: str
    """One letter an option, in the order of the options, those of each side between bars."""
    words: str
    """Its own name, or what differs from the status quo."""
    x: float | None = None
    y: float | None = None
    """Where it stands in the graph, if it is drawn."""


class TableRow(Shape):
    """A table of the model."""

    id: str
    path: Path
    name: str
    names: dict[str, str] = Field(default_factory=dict)
    seats: list[str]
    date: str | None = None
    until: str | None = None
    because: str = ""
    evidence: tuple[str, ...] = ()


class Dated(Shape):
    """What falls due, and when."""

    path: Path
    date: str
    words: str


class SourceRow(Shape):
    """A source of the model."""

    id: str
    path: Path
    title: str
    citation: str = ""
    url: str = ""
    report: str = ""
    dossier: str = ""
    date: str = ""


class Open(Shape):
    """A question the draft left to a person."""

    id: str
    """Its number in the file, such as ``d1``."""
    path: Path
    """The part of the file it stands above."""
    words: str
    line: int


class Tick(Shape):
    """A choice of one side on an axis of the graph."""

    axis: str
    at: float
    form: str


class Graph(Shape):
    """How the states of the graph stand, which are drawn with x and y."""

    ticks: tuple[Tick, ...] = ()
    directions: tuple[str, ...] = ()
    """For each decision maker along which axis its moves run; empty where there are none."""
    left_out: int = 0
    """How many states are not drawn."""
    structure: str
    """By which it is known whether kept places still fit."""


class ModelDocument(Shape):
    """All that the model's screen shows, save what follows from it."""

    file: str
    version: str
    """The SHA-256 of the file; the base of the next edit."""
    language: str
    title: str
    titles: dict[str, str]
    description: str = ""
    reading: str = ""
    question: str = ""
    form: Literal["option", "graph"]
    engine: Literal["explicit", "symbolic"]
    shown: Literal["all", "in view", "sets"]
    """All states; only the columns in view, since they are many; or sets, with no graph."""
    size: int
    size_words: str
    status_quo: int | None
    status_quo_form: str | None = None
    names: Literal["verbs", "labels"] = "verbs"
    makers: list[Maker]
    infeasible: list[Clause]
    irreversible: tuple[Clause, ...] = ()
    """Moves that cannot be made, in words."""
    coalesced: bool = False
    """Whether some states count as one, so that a form may have a dash."""
    states: list[StateRow]
    """Empty where sets are shown; of very many only some have words, see `shown`."""
    graph: Graph | None = None
    concepts: dict[str, str] = Field(default_factory=dict)
    """The concepts of the answers by id, as they are called in tables."""
    concept_names: dict[str, str] = Field(default_factory=dict)
    """The same in full."""
    rungs: dict[str, str] = Field(default_factory=dict)
    """How firmly a state can hold, by the sign of the answers, in plain words."""
    tables: list[TableRow]
    as_of: str | None = None
    deadlines: tuple[Dated, ...] = ()
    sources: list[SourceRow] = Field(default_factory=list)
    quotes: dict[str, Quote] = Field(default_factory=dict)
    """What is cited anywhere in the document, by the reference."""
    languages: tuple[str, ...] = ()
    open: tuple[Open, ...] = ()
    notes: tuple[str, ...] = ()
    """What the file says and the model leaves out."""
    editable: bool
    faults: tuple[dict[str, Any], ...] = ()
    can_undo: bool = False
    can_redo: bool = False
    undo_words: str = ""
    redo_words: str = ""


class EditBody(Shape):
    """An edit: operations on the text of which `base` is the SHA-256."""

    base: str
    ops: list[dict[str, Any]]
    dry: bool = False
    parts: bool = False
    """Whether the answer is to have only those parts of the document that are otherwise."""


class Edited(Shape):
    """What an edit gave; of a dry one the answers alone are news."""

    version: str
    document: ModelDocument | None = None
    parts: dict[str, Any] | None = None
    """The parts of the document that are otherwise now, where these alone were asked for; of
    the decision makers those that differ, of a wish that only moved its place before, as
    ``was``, with its new path and place. They are set over the document of version `base`."""
    base: str = ""
    answers: Answers
    change: Change
    step: int | None = None


class StatesQuery(Query):
    """Which states are asked for, where they are too many for the document."""

    first: int = 1
    count: int = 100


class StateList(Shape):
    """Some states with their words."""

    states: list[StateRow]
