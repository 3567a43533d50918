"""The section on what happened, where the gallery knows: never a hit without its null."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from satumeja.brief.pages.sections._material import Listed
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.words import Words, heading_of
from satumeja.questions.backtest import Row

__all__ = ["OUTCOME"]

_PAGE = "What the answers are worth"
"""The page of the documentation that sets all cases beside chance."""


@dataclass(frozen=True)
class Happened:
    """What happened, and whether it is in what holds, beside what chance would give."""

    sentence: str
    states: str
    source: Markup
    coded: str
    rows: tuple[str, ...]
    worth: Markup


def _happened(edition: Edition[Listed]) -> Happened | None:
    """Say it where the outcome was looked up and every concept has its null."""
    tested, words = edition.material.tested, edition.words
    if tested is None:
        return None
    outcome, rows = tested
    states = words.any_of([str(state) for state in outcome.states])
    return Happened(
        sentence=outcome.sentence.in_language(words.language),
        states=words("outcomes.brief.states", states=states),
        source=_in_english(words("outcomes.source", source="{}"), str(outcome.source)),
        coded=words(f"outcomes.coded.{outcome.coded_by}.{outcome.coded}"),
        rows=tuple(_beside_chance(row, words) for row in rows),
        worth=_in_english(words("outcomes.brief.worth", page="{}"), _PAGE),
    )


def _in_english(sentence: str, title: str) -> Markup:
    """Fill the blank of a sentence with what is called so in English in every language."""
    return Markup.escape(sentence).format(Markup('<cite lang="en">{}</cite>').format(title))


def _beside_chance(row: Row, words: Words) -> str:
    share, rankings = row.nulls["share"], row.nulls["rankings"]
    assert share is not None and rankings is not None  # noqa: S101 both can always be asked
    return words(
        f"outcomes.brief.{'hit' if row.hit else 'miss'}",
        concept=heading_of(row.concept, words),
        held=words.number(len(row.predicted)),
        size=words.number(row.states),
        share=words.share(share),
        rankings=words.share(rankings),
    )


OUTCOME = Section("outcome", Listed, _happened)
