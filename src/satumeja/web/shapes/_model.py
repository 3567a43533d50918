"""A model on the screen, what follows from it, and changes of it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from satumeja.web.shapes._shape import Query, Shape

__all__ = [
    "Answers",
    "CellChange",
    "Change",
    "Clause",
    "EditBody",
    "Edited",
    "Maker",
    "ModelDocument",
    "Open",
    "OptionRow",
    "Quote",
    "StateRow",
    "Step",
    "Steps",
    "TableRow",
    "UndoBody",
    "Why",
    "WhyMaker",
    "WhyMove",
    "WhyQuery",
]

Path = list[str | int]


class Quote(Shape):
    """A sentence something rests on."""

    text: str
    lang: str | None
    before: str = ""
    after: str = ""
    speaker: str = ""
    day: str | None = None
    report: str = ""
    item: str = ""
    reference: str
    grade: str = ""
    disputed: bool = False


class Clause(Shape):
    """A condition on options that stands in the file: a wish, a line, something ruled out."""

    path: Path
    text: str
    """As in the file, such as ``attack iff -guarantee``."""
    words: str
    """In words, such as: "Attack" if and only if not "Give the guarantee"."""
    because: str = ""
    quotes: tuple[Quote, ...] = ()
    off: bool = False
    greatly: bool = False
    unknown: bool = False
    removes: int | None = None
    """States it rules out, where it rules out any."""


class OptionRow(Shape):
    """An option of a decision maker."""

    id: str
    path: Path
    name: str
    names: dict[str, str]
    direction: Literal["both", "to_yes", "to_no"] | str = "both"
    levels: tuple[str, ...] = ()
    because: str = ""
    quotes: tuple[Quote, ...] = ()


class Maker(Shape):
    """A decision maker."""

    id: str
    letter: str
    colour: int
    """Which of the colours, dashes and letters of the brief, from 0."""
    name: str
    names: dict[str, str]
    options: list[OptionRow]
    preference: Literal["prioritised", "ranked", "weighted", "adjusted", "other"] | str
    wishes: list[Clause]
    red_lines: list[Clause]
    seats: tuple[str, ...] = ()


class StateRow(Shape):
    """A state: what each option does in it, and what it is called."""

    number: int
    form: str
    """One letter an option, in the order of the options: Y, N, or a level."""
    words: str
    """Its own name, or what differs from the status quo."""
    x: float | None = None
    y: float | None = None


class TableRow(Shape):
    """A table of the model."""

    id: str
    name: str
    seats: list[str]


class Open(Shape):
    """A question the draft left to a person."""

    path: Path
    words: str
    line: int


class ModelDocument(Shape):
    """All that the model's screen shows, save what follows from it."""

    file: str
    version: str
    """The SHA-256 of the file; the base of the next edit."""
    title: str
    titles: dict[str, str]
    description: str = ""
    reading: str = ""
    question: str = ""
    form: Literal["option", "graph"]
    size: int
    status_quo: int | None
    makers: list[Maker]
    infeasible: list[Clause]
    states: list[StateRow]
    """Empty where there are more than can be listed."""
    tables: list[TableRow]
    as_of: str | None = None
    sources: dict[str, str] = Field(default_factory=dict)
    open: tuple[Open, ...] = ()
    editable: bool
    faults: tuple[dict[str, Any], ...] = ()
    can_undo: bool = False
    can_redo: bool = False
    undo_words: str = ""
    redo_words: str = ""


class Answers(Shape):
    """What follows: who prefers what, what holds for whom, who would move where.

    Parameters
    ----------
    ranks : dict
        For each decision maker the place of each state, 1 the best.
    stable : dict
        For each concept and decision maker one character a state, 1 where it is stable.
    arcs : list
        ``[dm, from, to, improves, returns]`` with the decision maker's number from 0.
    answer : list of str
        The answer in sentences, the plain one first.
    technical : list of str
        The same with concepts by name.
    rungs : list of str
        How firmly each state holds, by the name of the rung.
    """

    ranks: dict[str, list[int]]
    stable: dict[str, dict[str, str]]
    arcs: list[tuple[int, int, int, bool, bool]]
    answer: list[str]
    technical: list[str]
    rungs: list[str]
    rung_words: dict[str, str]
    status_quo: int | None
    engine: str = "explicit"


class CellChange(Shape):
    """What an edit did to one concept: states gained and lost as equilibria."""

    concept: str
    before: int
    after: int
    gained: list[int]
    lost: list[int]


class Change(Shape):
    """What an edit did to the answers."""

    plain: list[str]
    """In words, a sentence each; one sentence where nothing changed."""
    status_quo_gained: list[str]
    status_quo_lost: list[str]
    concepts: list[CellChange]


class EditBody(Shape):
    """An edit: operations on the text of which `base` is the SHA-256."""

    base: str
    ops: list[dict[str, Any]]
    dry: bool = False


class UndoBody(Shape):
    """What undo and redo are asked with."""

    base: str


class Edited(Shape):
    """What an edit gave; of a dry one the answers alone are news."""

    version: str
    document: ModelDocument | None = None
    answers: Answers
    change: Change
    step: int | None = None


class Step(Shape):
    """One step of a model's history."""

    id: int
    when: str
    who: str
    kind: Literal["edit", "undo", "redo", "outside", "back"]
    words: str


class Steps(Shape):
    """The history of a model, newest first."""

    steps: list[Step]


class WhyQuery(Query):
    """Which cell is asked about."""

    state: int
    concept: str


class WhyMove(Shape):
    """A move that counts for the verdict."""

    maker: str
    start: int
    end: int
    kind: Literal["improvement", "sanction", "counter"]


class WhyMaker(Shape):
    """Why one decision maker stays or leaves."""

    maker: str
    stays: bool
    sentences: list[str]
    moves: list[WhyMove]
    decides: list[Path]
    """The parts of the file that decide, such as a wish."""
    quotes: list[Quote]


class Why(Shape):
    """Why a state holds, or does not, under a concept."""

    state: int
    concept: str
    title: str
    words: list[str]
    makers: list[WhyMaker]
