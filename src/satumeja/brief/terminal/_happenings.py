"""Events of datasets in the terminal: what was taken of a file, and lines of a timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from satumeja.brief.words import Words

if TYPE_CHECKING:
    from satumeja.dossier import Happenings, KeptEvent, TakenDataset, Whole

__all__ = ["events_by_day", "print_sources", "print_taken"]


def print_taken(taken: Sequence[TakenDataset], console: Console, language: str) -> None:
    """Print what was taken of files of events, with what is the matter with their rows.

    Parameters
    ----------
    taken : sequence of TakenDataset
        The files.
    console, language
        Where to print, and in which language.
    """
    words = Words(language)
    for dataset in taken:
        key = "known" if dataset.is_known else "taken" if dataset.first else "taken_undated"
        line = words(
            f"events.{key}",
            file=dataset.name,
            title=dataset.title,
            count=words.number(dataset.events),
            first=dataset.first,
            last=dataset.last,
            terms=words(f"datasets.{dataset.kind}.terms"),
        )
        console.print(line, soft_wrap=True)
        for key, count in (("replaced", dataset.replaced), ("repeated", dataset.repeated)):
            if count:
                line = words(f"events.{key}", file=dataset.name, count=words.number(count))
                console.print(line, soft_wrap=True)
        for note in dataset.notes:
            console.print(f"{dataset.name}: {note.words(language)}", soft_wrap=True)


def events_by_day(
    whole: Whole, happenings: Happenings, words: Words
) -> tuple[list[tuple[dt.date | None, str, str, str]], list[tuple[str, str, str]]]:
    """Give the lines of events with a day, and those of events without one.

    Parameters
    ----------
    whole : Whole
        What the dossier file holds, for the names of its actors.
    happenings : Happenings
        The events.
    words : Words
        The words of a language.

    Returns
    -------
    tuple
        Day, its words, the mark of an event and the line; of those without a day the last two
        behind an empty word.
    """
    mark = words("events.mark")
    dated: list[tuple[dt.date | None, str, str, str]] = []
    undated: list[tuple[str, str, str]] = []
    for kept in happenings.events:
        line = _told(whole, kept, words)
        if kept.event.days.first is None:
            undated.append(("", mark, line))
        else:
            dated.append(
                (kept.event.days.first, kept.when + "?" * kept.event.days.doubtful, mark, line)
            )
    return dated, undated


def _told(whole: Whole, kept: KeptEvent, words: Words) -> str:
    """Give an event in its provider's words: who, where, and which event of which dataset."""
    event = kept.event
    names = [
        whole.actor_name(actor, words.language) if actor else party.name
        for party, actor in zip(event.parties, kept.actors, strict=True)
    ]
    between = " → " if event.is_directed and len(names) == 2 else " · "
    facts = [between.join(names), event.place]
    if event.deaths is not None:
        facts.append(words("events.deaths", count=words.number(event.deaths)))
    line = ": ".join(filter(None, (" / ".join(event.category), "; ".join(filter(None, facts)))))
    name = " ".join(filter(None, (kept.dataset.title, event.id)))
    return f"{line} [{name}, {kept.key}]"


def print_sources(happenings: Happenings, console: Console, words: Words) -> None:
    """Name the datasets of events, whose they are and on what terms, and what was left out."""
    if happenings.left_out:
        count = words.number(happenings.left_out)
        console.print(f"\n{words('events.left_out', count=count)}", soft_wrap=True)
    if not happenings.events:
        return
    console.print(f"\n{words('events.legend')}", soft_wrap=True)
    for dataset in happenings.datasets:
        line = words(
            "events.source",
            dataset=dataset.key,
            name=dataset.name,
            title=dataset.title,
            publisher=words(f"datasets.{dataset.kind}.publisher"),
            terms=words(f"datasets.{dataset.kind}.terms"),
        )
        console.print(line, soft_wrap=True)
