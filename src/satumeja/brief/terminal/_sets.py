"""The page of an analysis whose states are too many to be listed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.sentences import count_between, start_in_words, undecided_in_words
from satumeja.brief.terminal._analysis import print_head
from satumeja.brief.terminal._table import grid_of
from satumeja.brief.words import Phrases, SetPhrases, Words, short_of
from satumeja.stability import Analysis, Bounds, StateSet, SymbolicAnalysis

if TYPE_CHECKING:
    from rich.table import Table as Grid

__all__ = ["print_sets", "print_where"]

_PATTERNS = 12
_NUMBERS = 40
_ANY = 10_000
"""Letters in a line that is as wide as whatever stands in it."""


def print_sets(
    analysis: SymbolicAnalysis, console: Console, language: str = "en", reason: str = ""
) -> None:
    """Print how many states hold, as patterns, and what is found of the status quo.

    Parameters
    ----------
    analysis : SymbolicAnalysis
        An analysed model.
    console, language
        Where to print, and in which language.
    reason : str
        Why this engine decided: one of `satumeja.stability.REASONS`, or nothing.
    """
    words = Words(language)
    phrases = SetPhrases(analysis, words)
    print_head(phrases, analysis.feasible.count, analysis.engine, reason, console)
    for sentence in start_in_words(analysis, phrases):
        console.print(sentence)
    _print_counts(analysis, phrases, console)
    for sentence in undecided_in_words(analysis, phrases):
        console.print(sentence)
    bounds = analysis.strong_bounds
    strong = bounds.at_least
    if not bounds.exact:
        console.print(count_between(bounds, phrases, "undecided.strong"))
    elif strong:
        console.print(words.count("answer.strong", strong.count))
        _print_patterns(strong, phrases, console)
    else:
        console.print(words("answer.strong_none"))
    console.print(words("answer.caveat"))


def _print_counts(analysis: SymbolicAnalysis, phrases: SetPhrases, console: Console) -> None:
    words, dms = phrases.words, [dm.id for dm in analysis.model.decision_makers]
    who = [*(phrases.dm(dm) for dm in dms), words("sets.everyone")]
    rows = {
        short_of(concept.id, words): [
            *(_count(analysis.bounds(concept.id, dm), words) for dm in dms),
            count_between(analysis.bounds(concept.id), phrases),
        ]
        for concept in analysis.concepts
    }
    wide = grid_of("", *who)
    for column in wide.columns[1:]:
        column.justify = "right"
    for concept, counts in rows.items():
        wide.add_row(concept, *counts)
    console.print(words("sets.counts"))
    fits = console.measure(wide, options=console.options.update(width=_ANY)).maximum
    console.print(wide if fits <= console.width else _tall(who, rows))


def _count(bounds: Bounds, words: Words) -> str:
    return words.number(bounds.at_least.count) if bounds.exact else words("undecided.open")


def _tall(who: list[str], rows: Mapping[str, list[str]]) -> Grid:
    """Give each number a line of its own: broken in two it would be read as two numbers."""
    grid = grid_of("", "", "")
    grid.show_header = False
    grid.columns[-1].justify = "right"
    for concept, counts in rows.items():
        named = [concept, *[""] * (len(who) - 1)]
        for row in zip(named, who, counts, strict=True):
            grid.add_row(*row)
        grid.add_section()
    return grid


def _print_patterns(found: StateSet, phrases: SetPhrases, console: Console) -> None:
    words, patterns = phrases.words, found.patterns(_PATTERNS)
    for pattern in patterns.shown:
        console.print(Padding(pattern, (0, 0, 0, 2)))
    if more := patterns.total - len(patterns.shown):
        console.print(Padding(words.count("sets.more", more), (0, 0, 0, 2)))
    console.print(words("sets.letters"))
    (first,) = found.sample(1)
    number = phrases.analysis.number(first)
    console.print(words("sets.first", number=words.number(number)))
    console.print(Padding(phrases.described(number), (0, 0, 0, 2)))


def print_where(
    analysis: Analysis | SymbolicAnalysis,
    where: str,
    console: Console,
    language: str = "en",
) -> None:
    """Print under each concept which equilibria meet a condition on the options.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        An analysed model.
    where : str
        The condition.
    console, language
        Where to print, and in which language.
    """
    words = Words(language)
    condition = Phrases(analysis.model, words).condition(analysis.model.condition(where))
    met = {
        short_of(concept.id, words): _met(analysis, concept.id, where, words)
        for concept in analysis.concepts
    }
    for concept, states in met.items():
        said = words("sets.where", concept=concept, condition=condition, states=states)
        console.print(said)


def _met(analysis: Analysis | SymbolicAnalysis, concept: str, where: str, words: Words) -> str:
    """Count the equilibria that meet a condition, and list the first where they are numbers."""
    if isinstance(analysis, SymbolicAnalysis):
        bounds = analysis.bounds(concept, where=where)
        if bounds.exact:
            return words.count("sets.equilibria", bounds.at_least.count)
        phrases = Phrases(analysis.model, words)
        return count_between(bounds, phrases, "undecided.equilibria")
    equilibria = analysis.equilibria(concept, where)
    count = words.count("sets.equilibria", len(equilibria))
    listed = ", ".join(map(str, equilibria[:_NUMBERS].tolist()))
    more = ", …" if len(equilibria) > _NUMBERS else ""
    return f"{count} ({listed}{more})" if listed else count
