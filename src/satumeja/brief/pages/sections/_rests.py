"""The section on what the answers rest on: what to find out next, and what each leans on."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.figures import tornado
from satumeja.brief.media import Figure, Table
from satumeja.brief.pages.sections._material import Listed
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.pages.sections._tables import Point
from satumeja.brief.sentences import leaning_table, standing_groups, standing_sentences

__all__ = ["RESTS"]

_GROUPS = 10


@dataclass(frozen=True)
class Rests:
    """What the answers rest on."""

    answers: tuple[Point, ...]
    leanings: Table | None
    tornado: Figure | None


def _rests(edition: Edition[Listed]) -> Rests | None:
    """Say what the answers rest on: the status quo and the tables first."""
    found, phrases = edition.material.rests, edition.phrases
    if found is None:
        return None
    groups = standing_groups(found)
    groups.sort(key=lambda group: group[0].answer.state not in (0, found.start))
    points = []
    for standing, concepts in groups[:_GROUPS]:
        lead, *others = standing_sentences(phrases, found, standing, concepts)
        points.append(Point(lead, tuple(others)))
    leaning = bool(found.leanings)
    return Rests(
        answers=tuple(points),
        leanings=leaning_table(found, language=phrases) if leaning else None,
        tornado=tornado(found, language=phrases) if leaning else None,
    )


RESTS = Section("rests", Listed, _rests)
