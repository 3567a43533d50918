"""What a dossier holds: actors, statements and acts, each pointing at its words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.report import Span

__all__ = ["Act", "Actor", "Mention", "Statement", "period"]


@dataclass(frozen=True, repr=False)
class Mention(ShownInLine):
    """Words that name an actor.

    Parameters
    ----------
    start, end : int
        Their span in the report.
    actor : str
        The actor named.
    role : str
        ``actor`` where it acts or is acted on, ``modifier`` where it qualifies a
        noun ("Russian troops"), ``place`` where it only says where.
    """

    start: int
    end: int
    actor: str
    role: str


@dataclass(frozen=True, repr=False)
class Actor(ShownInLine):
    """Somebody who speaks or acts.

    Parameters
    ----------
    id : str
        Stable identifier, such as ``lavrov`` or ``russia``.
    kind : str
        ``person``, ``state``, ``organisation``, ``group`` (rebels, workers), or
        ``place-for-government`` for a
        state the report names only by its capital or seat of government.
    name : str
        The fullest name the report gives (of states, the common one).
    mentions : tuple of Mention
        Where it is named, in order.
    office : str or None
        The office a person holds, as first named.
    state : str or None
        The state or organisation a person or institution belongs to.
    names : tuple of (str, str)
        What it is called in a language, where that is known: ``("en", "Turkey")``.
    """

    id: str
    kind: str
    name: str
    mentions: tuple[Mention, ...]
    office: str | None = None
    state: str | None = None
    names: tuple[tuple[str, str], ...] = ()

    def called(self, language: str) -> str:
        """Give what it is called in a language; the fullest name where nothing else is known."""
        return dict(self.names).get(language, self.name)


@dataclass(frozen=True, repr=False)
class Statement(ShownInLine):
    """Something somebody is reported to have said.

    Parameters
    ----------
    id : str
        ``s1``, ``s2``, ... in the order of the text.
    speaker : str or None
        The actor who said it; None where the words name nobody known.
    speaker_span : Span or None
        The words that name the speaker (a pronoun counts; None where elided).
    cue : Span or None
        The word of saying; None where a quotation goes on without one.
    cue_kind : str
        What the cue itself claims: say, deny, accuse, warn, ...
    content : Span
        What was said; of a direct quotation, inside the quotation marks.
    mode : str
        ``direct``, ``indirect`` or ``mixed``.
    addressee : str or None
        Whom it was said to: an actor's identifier, or the words.
    medium : str or None
        The words that say where or by what it was said.
    date : datetime.date or None
        The day it was said on, where the report gives one.
    doubtful : bool
        Whether the speaker was inferred and not named with a cue.
    within : str or None
        The statement this one is reported in.
    origin : str
        ``rules``, or ``model`` where only a language model pointed at it.
    act : str
        What the speaker does by it first of all: a kind of `Act`, or ``say`` where it only
        informs. Where no act of the kind is listed for it, it is a guess.
    date_end : datetime.date or None
        The last day it may have been said on, where no single day is given.
    precision : str or None
        ``day``, ``week``, ``month``, ``year`` or ``span``.
    date_doubtful : bool
        Whether the date rests on a caption, on a file's time or on a guess, so that it is
        never told as certain.
    """

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    cue_kind: str
    content: Span
    mode: str
    addressee: str | None = None
    medium: str | None = None
    date: dt.date | None = None
    doubtful: bool = False
    within: str | None = None
    origin: str = "rules"
    act: str = "say"
    date_end: dt.date | None = None
    precision: str | None = None
    date_doubtful: bool = False


@dataclass(frozen=True, repr=False)
class Act(ShownInLine):
    """A political act: done in saying something, or told by the report itself.

    Parameters
    ----------
    id : str
        ``a1``, ``a2``, ... in the order of the text.
    kind : str
        demand, offer, agree, agree_to_talk, meet, promise, reject, refuse, warn, threaten,
        accuse, deny, claim, praise, criticise, mobilise, use_force, sanction, red_line or
        principle;
        of what is told also protest, coerce, assault, retreat, concede, aid, support,
        cooperate and investigate.
    actor : str
        The decision maker it is done for (a minister's state), or the person.
    by : str or None
        The person or body who did it.
    target : str or None
        Towards whom.
    statement : str or None
        The statement it rests on.
    span : Span
        The words it rests on.
    issue : str or None
        What it is about, by the issue list (``guarantee``, ``attack``, ...).
    condition : Span or None
        Of a threat: the words of its "if".
    condition_issue : str or None
        What the condition is about.
    condition_actor : str or None
        Who would have to fulfil it.
    date, date_end : datetime.date or None
        First and last day of when it was or is to be done.
    precision : str or None
        ``day``, ``week``, ``month``, ``year`` or ``span``.
    origin : str
        ``rules``; ``learned`` where no rule bears it out but what was learned from labelled
        sentences; or ``model``: proposed only, and in no draft until it is accepted.
    doubtful : bool
        Whether a learned kind is not sure: to be checked, and in no draft until it is
        accepted.
    date_doubtful : bool
        Whether the date rests on a caption, on a file's time or on a guess, so that it is
        never told as certain.
    due, due_end : datetime.date or None
        First and last day by which what is demanded, threatened or promised falls due.
    due_precision : str or None
        ``day``, ``week``, ``month``, ``year`` or ``span``.
    """

    id: str
    kind: str
    actor: str
    by: str | None
    target: str | None
    statement: str | None
    span: Span
    issue: str | None = None
    condition: Span | None = None
    condition_issue: str | None = None
    condition_actor: str | None = None
    date: dt.date | None = None
    date_end: dt.date | None = None
    precision: str | None = None
    origin: str = "rules"
    doubtful: bool = False
    date_doubtful: bool = False
    due: dt.date | None = None
    due_end: dt.date | None = None
    due_precision: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it is known when it was done: not only when what it announces is to come."""
        announced = self.kind in ("threaten", "promise") and self.due is not None
        return self.date is not None and not (announced and self.date == self.due)

    @property
    def proposed(self) -> bool:
        """Whether it is only proposed, so that no model may rest on it."""
        return self.doubtful or self.origin == "model"


def period(first: dt.date, last: dt.date | None, precision: str | None) -> str:
    """Write when something was in ISO form, as precisely as it is known and no more.

    Parameters
    ----------
    first, last : datetime.date
        The first and last day of when it was; a last day of None is the first.
    precision : str or None
        ``day``, ``week``, ``month``, ``year`` or ``span``.

    Returns
    -------
    str
        A day, a month or a year; else two days with a stroke between them.

    Examples
    --------
    >>> first, last = dt.date(2021, 12, 1), dt.date(2021, 12, 31)
    >>> period(first, last, "month"), period(first, first, "day")
    ('2021-12', '2021-12-01')
    >>> period(first, dt.date(2021, 12, 7), "week")
    '2021-12-01/2021-12-07'
    """
    length = {"month": 7, "year": 4}.get(precision or "")
    if length:
        return first.isoformat()[:length]
    if last is None or last == first:
        return first.isoformat()
    return f"{first}/{last}"
