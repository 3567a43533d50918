"""What one source holds as a whole: who says and does what, and what is denied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from satumeja.display import ShownInLine
from satumeja.dossier import Act, Actor, Link, Statement
from satumeja.dossier.reading import issue_name

if TYPE_CHECKING:
    from satumeja.model import Source
    from satumeja.report import Span

__all__ = ["Account", "Denial", "account_of", "act_of", "denials_among"]

DenialState = Literal["proposed", "accepted", "rejected"]


@dataclass(frozen=True, repr=False)
class Denial(ShownInLine):
    """A claim, and an act that may deny it.

    Parameters
    ----------
    claim, denial : str
        The two acts, as evidence refers to them.
    by : str
        Whose denial it is, by identifier.
    state : {"proposed", "accepted", "rejected"}
        Whether a person said that the one denies the other; only proposed where nobody has.
    """

    claim: str
    denial: str
    by: str
    state: DenialState


@dataclass(frozen=True, eq=False, repr=False)
class Account(ShownInLine):
    """What one source holds as a whole.

    Parameters
    ----------
    source : Source
        The source.
    statements : tuple of Statement
        Who says what.
    acts : tuple of Act
        Who does what to whom.
    actors : tuple of Actor
        Who they are.
    denials : tuple of Denial
        Claims and what may deny them.
    called : callable
        Gives the reference to a statement or an act by its id.
    words : callable
        Gives the words of a span.
    language : callable
        Gives the language of a statement or an act by its id.
    issue : callable
        Gives what an issue is called in a language.

    See Also
    --------
    Archive.accounts : One a source with a text.
    """

    source: Source
    statements: tuple[Statement, ...] = ()
    acts: tuple[Act, ...] = ()
    actors: tuple[Actor, ...] = ()
    denials: tuple[Denial, ...] = ()
    called: Callable[[str], str] = field(default=str, repr=False)
    words: Callable[[Span], str] = field(default=str, repr=False)
    language: Callable[[str], str] = field(default=str, repr=False)
    issue: Callable[[str, str], str] = field(default=issue_name, repr=False)

    @cached_property
    def by_id(self) -> Mapping[str, Actor]:
        """The actors by their identifiers."""
        return {actor.id: actor for actor in self.actors}

    def whose(self, item: str) -> str | None:
        """Say whose words a statement or an act is, by identifier; None where nobody is named."""
        return self._whose.get(item)

    @cached_property
    def _whose(self) -> Mapping[str, str | None]:
        speakers = {statement.id: statement.speaker for statement in self.statements}
        return speakers | {act.id: act.by or act.actor for act in self.acts}


def denials_among(
    acts: Sequence[Act],
    links: Iterable[Link],
    stated: Mapping[Link, bool],
    called: Callable[[str], str],
) -> tuple[Denial, ...]:
    """List what denies what, with what a person said of it.

    Parameters
    ----------
    acts : sequence of Act
        The acts of the source.
    links : iterable of Link
        How they bear on each other.
    stated : mapping of Link to bool
        Links that a person said something of, and whether they hold.
    called : callable
        Gives the reference to an act by its id.
    """
    by_id = {act.id: act for act in acts}
    listed = dict.fromkeys(link for link in (*links, *stated) if link.kind == "denies")
    states: Mapping[bool | None, DenialState]
    states = {None: "proposed", True: "accepted", False: "rejected"}
    return tuple(
        Denial(called(link.of), called(link.act), by_id[link.act].actor, states[stated.get(link)])
        for link in listed
        if link.act in by_id and link.of in by_id
    )


def account_of(
    source: Source, document: Mapping[str, Any], text: str, called: Callable[[str], str]
) -> Account:
    """Make the account of one report from its JSON document.

    Raises
    ------
    ArithmeticError, AttributeError, LookupError, TypeError, ValueError
        If it is no such document.
    """
    acts = tuple(act_of(entry) for entry in document.get("acts", ()))
    links = [
        Link(str(link["kind"]), str(link["act"]), str(link["of"]))
        for link in document.get("links", ())
    ]
    language = str((document.get("article") or {}).get("language") or "")
    return Account(
        source,
        tuple(map(_statement, document.get("statements", ()))),
        acts,
        tuple(map(_actor, document.get("actors", ()))),
        denials_among(acts, links, {}, called),
        called,
        lambda span: text[slice(*span)],
        lambda _: language,
    )


def _actor(entry: Mapping[str, Any]) -> Actor:
    identifier = str(entry["id"])
    return Actor(
        identifier,
        str(entry.get("kind") or ""),
        str(entry.get("name") or identifier),
        (),
        entry.get("office"),
        entry.get("state"),
    )


def _statement(entry: Mapping[str, Any]) -> Statement:
    first, last = _days(entry, "date")
    return Statement(
        id=str(entry["id"]),
        speaker=entry.get("speaker"),
        speaker_span=None,
        cue=None,
        cue_kind="",
        content=_span(entry["content"]),
        mode=str(entry.get("mode") or ""),
        date=first,
        date_end=last,
        precision=entry.get("date_precision"),
        doubtful=bool(entry.get("doubtful")),
        within=entry.get("within"),
        act=str(entry.get("act") or "say"),
    )


def act_of(entry: Mapping[str, Any]) -> Act:
    """Make an act of its entry in a document, with all but the words of its condition."""
    first, last = _days(entry, "date")
    due, due_last = _days(entry, "due")
    return Act(
        id=str(entry["id"]),
        kind=str(entry.get("kind") or ""),
        actor=str(entry.get("actor") or ""),
        by=entry.get("by"),
        target=entry.get("target"),
        statement=entry.get("statement"),
        span=_span(entry.get("span") or (0, 0)),
        issue=entry.get("issue"),
        date=first,
        date_end=last,
        precision=entry.get("date_precision"),
        origin=str(entry.get("origin") or "rules"),
        doubtful=bool(entry.get("doubtful")),
        due=due,
        due_end=due_last,
        due_precision=entry.get("due_precision"),
    )


def _span(ends: Sequence[Any]) -> Span:
    start, end = (int(offset) for offset in ends)
    return start, end


def _days(entry: Mapping[str, Any], key: str) -> tuple[dt.date | None, dt.date | None]:
    """Give the first and the last day of a date that may be a month or a year."""
    first, last = entry.get(key), entry.get(f"{key}_to")
    if not first:
        return None, None
    return (
        dt.date.fromisoformat(f"{first}-01-01"[:10]),
        dt.date.fromisoformat(str(last)) if last else None,
    )
