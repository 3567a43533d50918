"""Dossiers of many reports that are made at once, for the tests of what they say together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from satumeja.dossier import Act, Actor, Dossier, KeptReport, Whole
from satumeja.dossier.keeping import Correction
from satumeja.report import Report

NAMES = {
    "peru": (("en", "Peru"), ("id", "Peru")),
    "ecuador": (("en", "Ecuador"), ("id", "Ekuador")),
    "us": (("en", "United States"), ("id", "Amerika Serikat")),
}


@dataclass(frozen=True)
class Deed:
    """An act to be told by a report."""

    kind: str
    actor: str
    words: str
    target: str | None = None
    issue: str | None = None
    date: dt.date | None = None
    date_end: dt.date | None = None
    precision: str | None = None
    doubtful: bool = False
    due: dt.date | None = None


@dataclass(frozen=True)
class Story:
    """A report to be kept."""

    name: str
    deeds: tuple[Deed, ...]
    day: dt.date | None = None
    published_by: str | None = "line"
    language: str = "en"
    outlet: str | None = None
    agency: tuple[str, ...] = ()


def whole_of(stories: Sequence[Story], links: Sequence[tuple[str, str]] = ()) -> Whole:
    """Keep stories in the order given, with what an analyst says of links: (key, verb)."""
    text, reports, acts = "", [], []
    for number, story in enumerate(stories, start=1):
        begin = len(text)
        for place, deed in enumerate(story.deeds, start=1):
            start = len(text)
            text += deed.words
            acts.append(
                Act(
                    *(f"r{number}#a{place}", deed.kind, deed.actor, None, deed.target, None),
                    (start, len(text)),
                    deed.issue,
                    date=deed.date,
                    date_end=deed.date_end,
                    precision=deed.precision,
                    date_doubtful=deed.doubtful,
                    due=deed.due,
                )
            )
            text += ". "
        reports.append(
            KeptReport(
                *(f"r{number}", story.name, "0" * 64, "", story.day, story.language),
                *(begin, len(text), story.day, story.published_by if story.day else None),
                story.day is not None and story.published_by in ("caption", "file"),
                story.outlet,
                agency=story.agency,
            )
        )
        text += "\n\n"
    actors = tuple(
        Actor(name, "state", name.title(), (), names=NAMES.get(name, ()))
        for name in sorted({party for act in acts for party in (act.actor, act.target) if party})
    )
    events = tuple(
        Correction(f"c{number}", "2026-01-01T00:00:00+00:00", "Ana", verb, "link", key, {}, None)
        for number, (key, verb) in enumerate(links, start=1)
    )
    joined = Report(text=text, name="talks.db", language="en", title="", published=None)
    return Whole(
        Dossier(joined, actors, (), tuple(acts)),
        tuple(reports),
        {act.id: "proposed" for act in acts},
        link_events=events,
    )
