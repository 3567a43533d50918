"""A dossier file of many reports in the terminal: what it holds, in time, and who stands where."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from rich.console import Console

from satumeja.brief.terminal._happenings import events_by_day, print_sources, print_taken
from satumeja.brief.terminal._lines import print_lines
from satumeja.brief.words import Words

if TYPE_CHECKING:
    from satumeja.dossier import Dispute, Gathered, Happenings, Moment, Position, Whole
    from satumeja.dossier.keeping import Group

__all__ = ["print_gathered", "print_positions", "print_timeline"]

_KIND, _DAY = 13, 11


def print_gathered(
    name: str,
    whole: Whole,
    gathered: Gathered,
    groups: Sequence[Group],
    console: Console,
    language: str = "en",
    *,
    named: int | None = None,
) -> None:
    """Print what a dossier file holds, and what was read into it.

    Parameters
    ----------
    name : str
        The file.
    whole : Whole
        All its reports together.
    gathered : Gathered
        What was read, known and left out.
    groups : sequence of Group
        Statements that may be one and the same.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language to speak.
    named : int, optional
        How many actors and issues a vocabulary names, where one was taken.
    """
    words = Words(language)
    counts = {
        "reports": len(whole.reports),
        "statements": len(whole.dossier.statements),
        "acts": len(whole.dossier.acts),
        "read": gathered.read,
        "known": gathered.known,
        "left_out": len(gathered.refused),
    }
    told = {key: words.number(count) for key, count in counts.items()}
    console.print(words("gathered.holds", file=name, **told), soft_wrap=True)
    console.print(words("gathered.same", count=words.number(len(groups))), soft_wrap=True)
    if whole.copies:
        count = sum(len(copies.reports) for copies in whole.copies)
        both = {"groups": words.number(len(whole.copies)), "reports": words.number(count)}
        console.print(words("gathered.copies", **both), soft_wrap=True)
    for bundle in gathered.bundles:
        for note in bundle.notes:
            console.print(f"{bundle.name}: {note.words(language)}", soft_wrap=True)
    print_taken(gathered.datasets, console, language)
    if named is not None:
        console.print(words("gathered.named", count=words.number(named)), soft_wrap=True)


def print_timeline(
    whole: Whole,
    moments: Sequence[Moment],
    undated: Sequence[Moment],
    remedies: Mapping[str, str],
    console: Console,
    language: str = "en",
    *,
    happenings: Happenings | None = None,
) -> None:
    """Print what was done and said, a line each, in order of time; what has no day stands apart.

    Parameters
    ----------
    whole : Whole
        What the dossier file holds.
    moments, undated : sequence of Moment
        From `satumeja.dossier.timeline` and `satumeja.dossier.undated`.
    remedies : mapping of str to str
        What gives each report that was left aside its day, by its key.
    console, language
        Where to print, and in which language; the reports' own words stay as they are.
    happenings : Happenings, optional
        From `satumeja.dossier.happenings`: the events of datasets, to stand among the moments.
    """
    words = Words(language)
    kinds = {moment.kind: words(f"dossier.act.{moment.kind}") for moment in (*moments, *undated)}
    wide = max([_KIND, *map(len, kinds.values())])
    dated_events: list[tuple[dt.date | None, str, str, str]] = []
    undated_events: list[tuple[str, str, str]] = []
    if happenings is not None:
        dated_events, undated_events = events_by_day(whole, happenings, words)
        moments = sorted(moments, key=lambda moment: moment.day or dt.date.max)
    long = max([_DAY, *(len(_marked(moment)) for moment in moments)])
    long = max([long, *(len(day) for _, day, _, _ in dated_events)])
    spoken = (
        (moment.day, _marked(moment), kinds[moment.kind], _told(whole, moment, words))
        for moment in moments
    )
    # Of one day, what reports say comes first.
    lines = heapq.merge(spoken, dated_events, key=lambda line: line[0] or dt.date.max)
    print_lines(console, (f"{day:{long}} {kind:{wide}} {line}" for _, day, kind, line in lines))
    if undated or undated_events:
        console.print(f"\n{words('timeline.undated')}")
        lines_undated = (
            ("", kinds[moment.kind], _told(whole, moment, words)) for moment in undated
        )
        print_lines(
            console,
            (
                f"{day:{long}} {kind:{wide}} {line}"
                for day, kind, line in chain(lines_undated, undated_events)
            ),
        )
    events = happenings.events if happenings is not None else ()
    doubtful = any(kept.event.days.doubtful for kept in events)
    _print_legend(moments, console, words, doubtful=doubtful)
    _print_aside(whole, remedies, console, words)
    if happenings is not None:
        print_sources(happenings, console, words)


def _marked(moment: Moment) -> str:
    """Give when something was, with marks for a day of the report and for one not certain."""
    return moment.when + "*" * moment.reported + "?" * moment.doubtful


def _told(whole: Whole, moment: Moment, words: Words) -> str:
    """Give who did or said what to whom, in the words of the report, and by when it is due."""
    actor, target = (
        name and whole.actor_name(name, words.language) for name in (moment.actor, moment.target)
    )
    who = " → ".join(filter(None, (actor or "?", target)))
    due = f" ({words('dossier.due', days=moment.deadline)})" if moment.deadline else ""
    return f"{who}: {moment.words}{due} [{moment.key}]"


def _print_legend(
    moments: Sequence[Moment], console: Console, words: Words, *, doubtful: bool
) -> None:
    """Say what the marks mean that were printed; an event may have that of doubt too."""
    reported = any(moment.reported for moment in moments)
    doubtful = doubtful or any(moment.doubtful for moment in moments)
    legend = [
        words(f"timeline.legend.{key}")
        for key, used in (("reported", reported), ("doubtful", doubtful))
        if used
    ]
    if legend:
        console.print("\n" + "\n".join(legend), soft_wrap=True)


def _print_aside(
    whole: Whole, remedies: Mapping[str, str], console: Console, words: Words
) -> None:
    """Name the reports that were left aside, and how each is given its day."""
    if not whole.undated:
        return
    console.print(f"\n{words('timeline.aside.title')}", soft_wrap=True)
    for report in whole.undated:
        line = words(
            "timeline.aside.guess" if report.day else "timeline.aside.line",
            report=report.key,
            name=report.name,
            day=report.day.isoformat() if report.day else "",
            command=remedies[report.key],
        )
        console.print(line, soft_wrap=True)


def print_positions(
    whole: Whole,
    positions: Sequence[Position],
    disputes: Sequence[Dispute],
    remedies: Mapping[str, str],
    console: Console,
    language: str = "en",
) -> None:
    """Print where each actor stands on each issue, and which claims are denied.

    Parameters
    ----------
    whole : Whole
        What the dossier file holds.
    positions : sequence of Position
        From `satumeja.dossier.positions`.
    disputes : sequence of Dispute
        From `satumeja.dossier.disputes`.
    remedies : mapping of str to str
        What gives each report that was left aside its day, by its key.
    console, language
        Where to print, and in which language.
    """
    words = Words(language)
    print_lines(console, _standing(whole, positions, words), soft_wrap=True)
    print_lines(console, _disputed(whole, disputes, words), soft_wrap=True)
    _print_aside(whole, remedies, console, words)


def _standing(whole: Whole, positions: Sequence[Position], words: Words) -> Iterator[str]:
    """Give two lines on each position: who did and said what about it, and the facts of that."""
    kinds = {stance.kind for position in positions for stance in position.stances}
    acts = {kind: words(f"dossier.act.{kind}") for kind in kinds}
    for position in positions:
        stances = ", ".join(f"{acts[stance.kind]} [{stance.key}]" for stance in position.stances)
        key = "positions.changed" if position.changed else "positions.stands"
        actor = whole.actor_name(position.actor, words.language)
        issue = _about(whole, position, words.language)
        yield words(key, actor=actor, issue=issue, stances=stances)
        yield _facts(whole, position, words)


def _disputed(whole: Whole, disputes: Sequence[Dispute], words: Words) -> Iterator[str]:
    """Give a line on each claim that is denied."""
    language = words.language
    denials: dict[str, str] = {}
    for dispute in disputes:
        claim = dispute.claim
        names = {
            role: whole.actor_name(actor or "?", language)
            for role, actor in (("actor", claim.actor), ("target", claim.target))
        }
        for denial in dispute.denials:
            if denial.key not in denials:
                name = whole.actor_name(denial.actor or "?", language)
                denials[denial.key] = f"{name} [{denial.key}]"
        listed = ", ".join([denials[denial.key] for denial in dispute.denials])
        key = f"positions.disputed.{claim.kind}"
        if key not in words or not claim.target:
            key = "positions.disputed.any"
        yield words(key, **names, item=claim.key, denials=listed)


def _about(whole: Whole, position: Position, language: str) -> str:
    """Give what a position is about: its issue, or the words of the reports in quotation marks."""
    if position.topic is not None:
        return f"“{position.topic.words}”"
    return whole.issue_name(position.issue or "", language)


def _facts(whole: Whole, position: Position, words: Words) -> str:
    """Give the days of a position, its sources, and how much of it was reviewed."""
    whens = {stance.when for stance in position.stances if stance.day}
    ends = [day.isoformat() for day in (position.first, position.last) if day]
    days = " – ".join(dict.fromkeys(ends)) if len(whens) > 1 else "".join(whens)
    reviewed = sum(whole.states[stance.key] != "proposed" for stance in position.stances)
    return "    " + words(
        "positions.facts",
        days=days + "?" * position.doubtful or words("positions.no_day"),
        sources=position.sources,
        independent=position.independent,
        reviewed=reviewed,
        count=len(position.stances),
    )
