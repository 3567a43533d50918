"""Tables of an analysis whose states are too many to be listed: counts, shares, patterns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Table
from satumeja.brief.tables._model import heads
from satumeja.brief.words import Phrases, Words, name_of, short_of
from satumeja.model import Is

if TYPE_CHECKING:
    from satumeja.stability import StateSet, SymbolicAnalysis

__all__ = ["counts_table", "pattern_tables", "shares_table"]

_PATTERNS = 20


def _set_counts(analysis: SymbolicAnalysis) -> Iterator[tuple[str, list[int]]]:
    """Count for each concept the states stable for each decision maker, and for all."""
    for concept in analysis.concepts:
        counts = [
            analysis.stable(concept.id, dm.id).count for dm in analysis.model.decision_makers
        ]
        yield concept.id, [*counts, analysis.equilibria(concept.id).count]


def counts_table(analysis: SymbolicAnalysis, phrases: Phrases) -> Table:
    """Say how many states are stable for each decision maker, and for all, by concept."""
    words = phrases.words
    names = [phrases.dm(dm.id) for dm in analysis.model.decision_makers]
    return Table(
        caption=words("sets.counts").rstrip(":"),
        head=(
            (
                Cell(words("column.concept"), "col"),
                *(Cell(name, "col") for name in (*names, words("sets.everyone"))),
            ),
        ),
        body=tuple(
            (
                Cell(short_of(concept, words), "row"),
                *(Cell(words.number(count), kind="number") for count in counts),
            )
            for concept, counts in _set_counts(analysis)
        ),
        kind="counts",
        language=words.language,
    )


def shares_table(analysis: SymbolicAnalysis, phrases: Phrases) -> Table:
    """Say in how many of the equilibria under each concept an option is taken.

    Notes
    -----
    Costs a count for each option and concept, each linear in the size of a diagram.
    """
    words, model = phrases.words, analysis.model
    held = [analysis.equilibria(concept.id) for concept in analysis.concepts]
    totals = [found.count for found in held]
    body, index = list[tuple[Cell, ...]](), 0
    for dm in model.decision_makers:
        for place, option in enumerate(dm.options):
            name = Cell(phrases.dm(dm.id), "rowgroup", rows=len(dm.options))
            shares = (
                _share(words, found.where(Is(index)).count, total)
                for found, total in zip(held, totals, strict=True)
            )
            body.append(
                (
                    *((name,) if not place else ()),
                    Cell(phrases.text(option.name) or option.id, "row"),
                    *(Cell(share, kind="number") for share in shares),
                )
            )
            index += 1
    concepts = [short_of(concept.id, words) for concept in analysis.concepts]
    return Table(
        caption=words("sets.shares"),
        head=((*heads(words, "dm", "option")[0], *(Cell(each, "col") for each in concepts)),),
        body=tuple(body),
        kind="shares",
        language=words.language,
    )


def _share(words: Words, count: int, total: int) -> str:
    """Say a share so that "all" and "none" are told from nearly so."""
    if not total:
        return "–"
    if count in (0, total):
        return words("sets.all" if count else "sets.none")
    return words.share(Fraction(count, total))


def pattern_tables(analysis: SymbolicAnalysis, phrases: Phrases) -> tuple[Table, ...]:
    """Say what equilibria have in common: option by option, then as patterns if these are few."""
    words = phrases.words
    named = [(words("sets.strong"), analysis.strong_equilibria)]
    named += [
        (
            words("sets.under", concept=name_of(concept.id, words)),
            analysis.equilibria(concept.id),
        )
        for concept in analysis.concepts
    ]
    found = [(title, each, each.patterns(_PATTERNS)) for title, each in named if each]
    return (
        shares_table(analysis, phrases),
        *(
            _pattern_table(title, each, patterns.shown, phrases)
            for title, each, patterns in found
            if patterns.total <= _PATTERNS
        ),
    )


def _pattern_table(
    title: str, found: StateSet, patterns: Sequence[str], phrases: Phrases
) -> Table:
    words = phrases.words
    return Table(
        caption=f"{title}: {words.count('sets.equilibria', found.count)}",
        head=heads(words, "pattern", "count"),
        body=tuple(
            (
                Cell(pattern, kind="form"),
                Cell(words.number(1 << pattern.count("-")), kind="number"),
            )
            for pattern in patterns
        ),
        note=words("sets.letters"),
        kind="patterns",
        language=words.language,
    )
