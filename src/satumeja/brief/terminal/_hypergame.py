"""A hypergame in the terminal: who sees what, what holds, who expects it, whom it surprises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.words import Phrases, Words, heading_of

if TYPE_CHECKING:
    from satumeja.stability import Hypergame, HypergameEquilibrium

__all__ = ["print_hypergame"]

_MOST = 40


def print_hypergame(found: Hypergame, console: Console, language: str = "en") -> None:
    """Print what holds where everybody acts on what it sees.

    Parameters
    ----------
    found : Hypergame
        From `satumeja.stability.hypergame`.
    console, language
        Where to print, and in which language.
    """
    phrases = Phrases(found.model, Words(language))
    words = phrases.words
    console.print(found.model.title.in_language(language), style="bold")
    for dm, game in found.games.items():
        count = words.count("count.states", len(game.model.states))
        console.print(words("hypergame.sees", dm=phrases.dm(dm), states=count))
    for concept in found.concepts:
        console.print()
        console.print(heading_of(concept.id, words), style="bold")
        total = int(found.is_equilibrium(concept.id).sum())
        if not total:
            console.print(words("hypergame.none"))
        for one in found.classified(concept.id, _MOST):
            console.print(" ".join(_told(phrases, one)))
        if total > _MOST:
            console.print(words.count("terminal.more", total - _MOST))
        for line in _disappointed(found, phrases, concept.id):
            console.print(Padding(line, (0, 0, 0, 2)))


def _told(phrases: Phrases, one: HypergameEquilibrium) -> Iterator[str]:
    words = phrases.words
    yield words("hypergame.holds", state=phrases.state(one.state))
    if one.everybody:
        yield words("hypergame.expected_all")
    elif one.expected_by:
        yield words("hypergame.expected", dms=_names(phrases, one.expected_by))
    else:
        yield words("hypergame.expected_none")
    if one.surprises:
        yield words("hypergame.surprise", dms=_names(phrases, one.surprises))


def _disappointed(found: Hypergame, phrases: Phrases, concept: str) -> Iterator[str]:
    """Tell what somebody expects to hold that does not."""
    held = found.is_equilibrium(concept)
    for dm in found.games:
        expected = found.expected(concept, dm)
        wrong = expected[~held[expected - 1]].tolist()
        if wrong:
            numbers = ", ".join(map(str, wrong[:_MOST])) + ("…" if len(wrong) > _MOST else "")
            yield phrases.words("hypergame.wrong", dm=phrases.dm(dm), states=numbers)


def _names(phrases: Phrases, dms: tuple[str, ...]) -> str:
    return phrases.words.all_of([phrases.dm(dm) for dm in dms])
