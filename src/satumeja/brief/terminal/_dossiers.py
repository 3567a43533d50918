"""A dossier file of many reports in the terminal: what it holds, in time, and who stands where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from satumeja.brief.words import Words
from satumeja.dossier import issue_name

if TYPE_CHECKING:
    from satumeja.dossier import Dispute, Gathered, Moment, Position, Whole
    from satumeja.dossier.keeping import Group

__all__ = ["print_gathered", "print_positions", "print_timeline"]

_KIND = 13


def print_gathered(
    name: str,
    whole: Whole,
    gathered: Gathered,
    groups: Sequence[Group],
    console: Console,
    language: str = "en",
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


def print_timeline(moments: Sequence[Moment], console: Console, language: str = "en") -> None:
    """Print what was done and said, a line each, in order of time.

    Parameters
    ----------
    moments : sequence of Moment
        From `satumeja.dossier.timeline`.
    console, language
        Where to print, and in which language; the reports' own words stay as they are.
    """
    words = Words(language)
    kinds = [words(f"dossier.act.{moment.kind}") for moment in moments]
    wide = max([_KIND, *map(len, kinds)])
    for moment, kind in zip(moments, kinds, strict=True):
        day = moment.day.isoformat() if moment.day else "?"
        who = " → ".join(filter(None, (moment.actor or "?", moment.target)))
        console.print(f"{day:10}  {kind:{wide}} {who}: {moment.words} [{moment.key}]")


def print_positions(
    positions: Sequence[Position],
    disputes: Sequence[Dispute],
    console: Console,
    language: str = "en",
) -> None:
    """Print where each actor stands on each issue, and which claims are denied.

    Parameters
    ----------
    positions : sequence of Position
        From `satumeja.dossier.positions`.
    disputes : sequence of Dispute
        From `satumeja.dossier.disputes`.
    console, language
        Where to print, and in which language.
    """
    words = Words(language)
    for position in positions:
        stances = ", ".join(
            f"{words(f'dossier.act.{stance.kind}')} [{stance.key}]" for stance in position.stances
        )
        issue = issue_name(position.issue, language)
        key = "positions.changed" if position.changed else "positions.stands"
        line = words(key, actor=position.actor, issue=issue, stances=stances)
        console.print(line, soft_wrap=True)
    for dispute in disputes:
        claim = dispute.claim
        denials = ", ".join(f"{denial.actor} [{denial.key}]" for denial in dispute.denials)
        line = words(
            f"positions.disputed.{claim.kind}",
            actor=claim.actor,
            target=claim.target,
            item=claim.key,
            denials=denials,
        )
        console.print(line, soft_wrap=True)
