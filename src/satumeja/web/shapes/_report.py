"""A report as it is read and checked: its text, who said what in it, what was decided on that."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from satumeja.web.shapes._shape import Shape

__all__ = [
    "ActChange",
    "ActRow",
    "ActorChoice",
    "Checked",
    "Choices",
    "Corrected",
    "CorrectionBody",
    "Dropped",
    "DroppedReport",
    "FieldChoice",
    "ItemRow",
    "NewActor",
    "ReportView",
    "Speaker",
]

Span = tuple[int, int]
"""Where words begin and end in a report's text, in code points."""

State = Literal["proposed", "accepted", "edited", "added", "rejected", "retired"]

_Verb = Literal["accept", "reject", "edit", "add", "undo", "redo"]


class Speaker(Shape):
    """An actor of the items of a report.

    Parameters
    ----------
    name : str
        What it is called in the language asked for.
    side : str
        The state or body it speaks for; itself, where it is none's.
    side_name : str
        What that is called.
    """

    id: str
    name: str
    kind: str
    side: str
    side_name: str


class ActRow(Shape):
    """What a statement does, or what somebody did, in words.

    Parameters
    ----------
    actor, by, target : str or None
        Whose act it is, by whom, and to whom; keys of `ReportView.actors`.
    first, last, precision, when : str or None
        When, as ISO days and in words.
    """

    id: str
    kind: str
    kind_words: str
    actor: str
    by: str | None = None
    target: str | None = None
    issue: str | None = None
    issue_name: str = ""
    condition: str = ""
    """What it is subject to, in the words of the report."""
    date: str | None = None
    """When, as it is written into the field: a day, month or year, or two with a stroke."""
    when: str = ""
    state: State
    state_words: str


class ItemRow(Shape):
    """A statement with what it does, or an act no statement bears.

    Parameters
    ----------
    id : str
        Such as ``r1#s3``.
    speaker : str or None
        Who says it, or does it; a key of `ReportView.actors`.
    speaker_span, span : pair of int
        Where the speaker is named, and what is said.
    within : str or None
        The statement it is told in.
    doubtful : bool
        Whether the program asks for this to be checked first.
    by_model : bool
        Whether only a language model proposed it.
    correction : str or None
        The last correction of it in force, which undoing takes back.
    """

    id: str
    kind: Literal["statement", "act"]
    speaker: str | None
    speaker_span: Span | None = None
    span: Span
    words: str
    mode: str = ""
    mode_words: str = ""
    addressee: str | None = None
    within: str | None = None
    date: str | None = None
    when: str = ""
    state: State
    state_words: str
    who: str = ""
    note: str = ""
    doubtful: bool = False
    by_model: bool = False
    correction: str | None = None
    acts: tuple[ActRow, ...] = ()


class Checked(Shape):
    """How much of a report was checked."""

    report: str
    items: int
    to_check: int


class ReportView(Shape):
    """A report, its text, and who says what in it.

    Parameters
    ----------
    text : str
        The text; spans of items are code points of it.
    undo, redo : str or None
        The correction that would be taken back, or done again, next.
    """

    id: str
    name: str
    title: str
    date: str | None
    when: str
    date_doubtful: bool = False
    outlet: str = ""
    author: str = ""
    language: str
    text: str
    items: list[ItemRow]
    actors: dict[str, Speaker]
    progress: Checked
    undo: str | None = None
    redo: str | None = None
    rejected: bool = False


class NewActor(Shape):
    """An actor that no report names so: added before what names it."""

    name: str = Field(min_length=1, max_length=200)
    kind: Literal["person", "state", "organisation", "group"] = "person"


class ActChange(Shape):
    """A change of an act of the statement, or another one of it where no act is named."""

    item: str | None = None
    verb: Literal["accept", "reject", "edit", "add"] = "edit"
    change: dict[str, str | None] = Field(default_factory=dict)


class CorrectionBody(Shape):
    """One decision: of an item, or of words that are to be one.

    Parameters
    ----------
    item : str or None
        What is decided on; None where it is added.
    verb : {"accept", "reject", "edit", "add"}
        What is decided. To accept or reject a statement does so to its acts.
    span : pair of int or None
        Of what is added: the words, in code points of the report's text.
    change : dict of str to str or None
        Fields and their new values; None empties one.
    acts : tuple of ActChange
        What else changes with it.
    actors : tuple of NewActor
        Actors that are named for the first time.
    """

    report: str
    item: str | None = None
    verb: Literal["accept", "reject", "edit", "add"]
    span: Span | None = None
    change: dict[str, str | None] = Field(default_factory=dict)
    acts: tuple[ActChange, ...] = ()
    actors: tuple[NewActor, ...] = ()
    note: str | None = Field(default=None, max_length=2000)


class Corrected(Shape):
    """What a decision, or taking one back, changed.

    Parameters
    ----------
    correction : str
        What takes it back.
    items : list of ItemRow
        Those that are other now.
    gone : list of str
        Those that are no more.
    anew : bool
        Whether more changed than items, so that reports are to be read anew.
    verb, item : str
        What was done, and to what first of all.
    """

    correction: str
    items: list[ItemRow]
    gone: tuple[str, ...] = ()
    actors: dict[str, Speaker]
    progress: list[Checked]
    undo: str | None = None
    redo: str | None = None
    anew: bool = False
    verb: _Verb
    item: str


class FieldChoice(Shape):
    """A value a field can take, and what it is called."""

    id: str
    name: str


class ActorChoice(Shape):
    """An actor that can be named, with its other names, by which it is found too."""

    id: str
    name: str
    also: tuple[str, ...] = ()


class Choices(Shape):
    """What the fields of an item can be set to, what was used last first.

    Parameters
    ----------
    lately : dict of str to tuple of str
        By field, what was set last: ``actor``, ``kind``, ``issue``.
    """

    actors: list[ActorChoice]
    kinds: list[FieldChoice]
    issues: list[FieldChoice]
    lately: dict[str, tuple[str, ...]]


class DroppedReport(Shape):
    """A report that a dropped file gave."""

    id: str
    title: str
    items: int
    is_new: bool


class Dropped(Shape):
    """What became of a dropped file.

    Parameters
    ----------
    name : str
        What the file is called in ``reports/``.
    reports : list of DroppedReport
        The reports it gave; of an archive, the first hundred.
    count, already, events : int
        How many reports it holds, how many of them were there before, and how many events.
    notes : tuple of str
        What was left out of it, and why.
    """

    name: str
    reports: list[DroppedReport]
    count: int
    already: int
    events: int = 0
    notes: tuple[str, ...] = ()
    job: str | None = None
    """The job that goes on reading it, where that takes long; what it gives is this again."""
