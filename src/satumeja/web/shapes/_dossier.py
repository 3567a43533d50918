"""What a dossier tells: who stands where, when what was said, what is disputed."""

from __future__ import annotations

import datetime as dt

from pydantic import ConfigDict, Field

from satumeja.web.shapes._shape import Query, Shape

__all__ = [
    "ActorHead",
    "Dispute",
    "DisputesView",
    "DossierHeads",
    "DossierQuery",
    "Happened",
    "IssueHead",
    "KindHead",
    "NameBody",
    "Named",
    "PositionCell",
    "PositionsView",
    "Said",
    "SameGroup",
    "SameView",
    "SearchView",
    "TimelineDay",
    "TimelineRow",
    "TimelineView",
    "UndatedReport",
]

_PAGE = 100


class DossierQuery(Query):
    """Which part of a dossier is asked for.

    Parameters
    ----------
    actor, issue, kind : str
        Whose, about what, which kind of act; ``-`` of an issue is none named yet.
    from_day, to : datetime.date
        What was said or done on these days or between; ``from`` in the address.
    as_of : datetime.date
        As it was known on a day: what was published later is left out.
    q : str
        Words that stand in it, whole or begun, in any order.
    start, limit : int
        Which page of the rows.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    actor: str = ""
    issue: str = ""
    kind: str = ""
    from_day: dt.date | None = Field(default=None, alias="from")
    to: dt.date | None = None
    as_of: dt.date | None = None
    q: str = Field(default="", max_length=400)
    start: int = Field(default=0, ge=0)
    limit: int = Field(default=_PAGE, ge=1, le=500)


class Said(Shape):
    """An act or a statement, with the sentence it came from.

    Parameters
    ----------
    item, statement, report : str
        It, the statement it rests on, and its report: ``r1#a3``, ``r1#s2`` or empty, ``r1``.
    words, before, after : str
        Its words, and what stands around them in their sentence; `lang` is the report's.
    when : str
        The day in words; `of_report` where it is the report's own, since the words name none.
    copies : int
        How many other reports carry the same text, so that they are one source.
    against : tuple of str
        What contests it, in words.
    """

    item: str
    statement: str
    report: str
    title: str
    outlet: str
    published: str | None
    lang: str
    kind: str
    kind_words: str
    actor: str | None
    actor_name: str
    by: str | None = None
    by_name: str = ""
    target: str | None = None
    target_name: str = ""
    issue: str | None = None
    issue_name: str = ""
    first: str | None = None
    last: str | None = None
    precision: str | None = None
    when: str = ""
    of_report: bool = False
    doubtful: bool = False
    due: str = ""
    before: str = ""
    words: str
    after: str = ""
    state: str
    state_words: str
    who: str = ""
    checked: str = ""
    """When an analyst last decided on it."""
    grade: str
    grade_words: str
    copies: int = 0
    against: tuple[str, ...] = ()


class Happened(Shape):
    """An event of a dataset: coded there, and nobody's statement."""

    item: str
    dataset: str
    terms: str
    id: str
    first: str | None
    last: str | None
    precision: str | None
    when: str
    doubtful: bool
    category: tuple[str, ...]
    parties: tuple[str, ...]
    place: str | None
    deaths: int | None
    note: str | None
    link: str | None


class ActorHead(Shape):
    """An actor that takes positions."""

    id: str
    name: str
    kind_words: str
    count: int


class IssueHead(Shape):
    """An issue that positions are taken on; the id ``-`` stands for none named yet."""

    id: str
    name: str
    count: int


class KindHead(Shape):
    """A kind of act, as it is called."""

    id: str
    name: str
    count: int


class DossierHeads(Shape):
    """What a dossier can be filtered by: who acts and speaks, about what, and how."""

    version: str
    actors: list[ActorHead]
    issues: list[IssueHead]
    kinds: list[KindHead]


class PositionCell(Shape):
    """Where an actor stands on an issue.

    Parameters
    ----------
    issue : str
        The issue, or ``-``.
    about : str
        What it is about, in words; of what has no issue, the report's own.
    kinds : dict of str to int
        How often by which kind of act.
    changed : bool
        Whether it was for it on one day and against it on another.
    sources, independent : int
        In how many reports it stands, and how many of them are independent.
    reviewed, count : int
        How many of its acts an analyst looked at, of how many.
    grade : str
        How well it is borne out; empty unless one actor and one issue are asked for.
    stances : tuple of Said
        The acts themselves, where one actor and one issue are asked for.
    """

    actor: str
    issue: str
    about: str
    topic: str | None = None
    kinds: dict[str, int]
    changed: bool
    first: str | None
    last: str | None
    days: str
    days_doubtful: bool
    sources: int
    independent: int
    grade: str
    grade_words: str
    reviewed: int
    count: int
    stances: tuple[Said, ...] = ()


class UndatedReport(Shape):
    """A report left aside, since it is not certain that it was out by the day asked for."""

    report: str
    title: str
    day: str | None


class PositionsView(Shape):
    """Who stands where; of what has no issue one cell an actor, unless one actor is asked for."""

    version: str
    actors: list[ActorHead]
    issues: list[IssueHead]
    kinds: list[KindHead]
    cells: list[PositionCell]
    left_out: tuple[UndatedReport, ...] = ()


class TimelineDay(Shape):
    """Rows one after the other of one day, or month, or year; and the number of the first."""

    day: str
    when: str
    count: int
    start: int


class TimelineRow(Shape):
    """Something said, or an event."""

    item: Said | None = None
    event: Happened | None = None


class TimelineView(Shape):
    """What was said and done in order of time; what has no day comes last."""

    version: str
    total: int
    days: list[TimelineDay]
    start: int
    rows: list[TimelineRow]
    events_left_out: int = 0
    left_out: tuple[UndatedReport, ...] = ()


class Dispute(Shape):
    """A claim or accusation, and the denials that answer it: the first of them, and how many."""

    claim: Said
    denials: list[Said]
    count: int


class DisputesView(Shape):
    """What is disputed."""

    version: str
    total: int
    start: int
    disputes: list[Dispute]


class SameGroup(Shape):
    """Statements that may be one and the same."""

    likeness: float
    statements: list[Said]


class SameView(Shape):
    """What may have been reported more than once, and actors that may be one by their names."""

    version: str
    total: int
    start: int
    groups: list[SameGroup]
    names: list[tuple[str, str]]
    """Pairs of actors whose names are much alike, the one more often named first."""
    name_of: dict[str, str]


class SearchView(Shape):
    """What has the words, the best first; and the reports that have them."""

    version: str
    total: int
    start: int
    rows: list[Said]
    reports: list[tuple[str, str]]


class NameBody(Shape):
    """That two actors are one, that one is two, or that this is taken back.

    Parameters
    ----------
    verb : {"merge", "split", "withdraw"}
        What.
    of : str
        The actor, by id; of withdraw the correction, such as ``c4``.
    into : str
        The one that stays, or the other one.
    reports : tuple of str
        Of split, where the other one is meant.
    """

    verb: str = Field(pattern="^(merge|split|withdraw)$")
    of: str
    into: str = ""
    reports: tuple[str, ...] = ()
    note: str | None = None


class Named(Shape):
    """What was decided on names, as a correction that can be taken back."""

    correction: str
    verb: str
    of: str
    version: str
