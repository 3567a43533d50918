"""What holds where states are too many to be listed: counts and patterns."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.words import Phrases, SetPhrases, Words
from satumeja.model.kit import Pattern as Fixed
from satumeja.model.kit import read_form
from satumeja.questions import groups
from satumeja.stability import Analysis, SymbolicAnalysis
from satumeja.web.shapes import Pattern, SetRow

__all__ = ["sets_of"]

MOST = 12
"""So many patterns are told of each concept."""
GROUPED = 65_536
"""Of more states than these patterns are not looked for; the first that hold are told."""


def sets_of(analysis: Analysis | SymbolicAnalysis, words: Words) -> tuple[SetRow, ...]:
    """Say under each concept how many states hold, and which, by patterns of options."""
    if isinstance(analysis, SymbolicAnalysis):
        return tuple(_of_sets(analysis, SetPhrases(analysis, words)))
    return tuple(_of_listed(analysis, Phrases(analysis.model, words, analysis.ranks)))


def _of_sets(analysis: SymbolicAnalysis, phrases: Phrases) -> Iterator[SetRow]:
    number = phrases.words.number
    for concept in analysis.concepts:
        hold = analysis.equilibria(concept.id)
        patterns = hold.patterns(MOST)
        conditions = ((form, _fixed(analysis.model.widths, form)) for form in patterns.shown)
        shown = tuple(
            Pattern(
                form=form,
                words=phrases.condition(fixed),
                count=number(hold.where(fixed).count),
                state=analysis.number(hold.where(fixed).sample(1)[0]),
            )
            for form, fixed in conditions
        )
        yield SetRow(
            concept=concept.id,
            count=number(hold.count),
            stable={
                dm.id: number(analysis.stable(concept.id, dm.id).count)
                for dm in analysis.model.decision_makers
            },
            patterns=shown,
            more=patterns.total > len(shown),
        )


def _fixed(widths: tuple[int, ...], form: str) -> Fixed:
    """Read a pattern as the condition that it fits."""
    return Fixed(*read_form(form, widths, "YN-"))


def _of_listed(analysis: Analysis, phrases: Phrases) -> Iterator[SetRow]:
    number = phrases.words.number
    for concept in analysis.concepts:
        numbers = analysis.equilibria(concept.id).tolist()
        patterns = list(_grouped(analysis, concept.id, numbers, phrases))
        yield SetRow(
            concept=concept.id,
            count=number(len(numbers)),
            stable={
                "+".join(party): number(int(analysis.is_stable(concept.id, *party).sum()))
                for party in analysis.parties(concept.id)
            },
            patterns=tuple(patterns[:MOST]),
            more=len(patterns) > MOST,
        )


def _grouped(
    analysis: Analysis, concept: str, numbers: list[int], phrases: Phrases
) -> Iterator[Pattern]:
    """Gather states by patterns of options; state by state where there are none, or too many."""
    model, number = analysis.model, phrases.words.number
    if model.is_graph or model.coalesce or len(model.states) > GROUPED:
        for state in numbers[: MOST + 1]:
            form, described = phrases.form(state), phrases.described(state)
            yield Pattern(form=form, words=described, count=number(1), state=state)
        return
    for group in groups(analysis, concept).groups:
        yield Pattern(
            form=group.pattern,
            words=phrases.condition(_fixed(model.widths, group.pattern)),
            count=number(len(group.states)),
            state=group.states[0],
        )
