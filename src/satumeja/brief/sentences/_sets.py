"""The answer in plain words where states are too many to be listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from satumeja.brief.sentences._findings import (
    Answer,
    calm_at,
    described,
    on_status_quo,
    reasons_at,
)
from satumeja.brief.sentences._undecided import undecided_in_words

if TYPE_CHECKING:
    from satumeja.brief.words import Phrases
    from satumeja.stability import SymbolicAnalysis, Verdict

__all__ = ["answer_of_sets", "start_in_words"]


def answer_of_sets(
    analysis: SymbolicAnalysis,
    phrases: Phrases,
    verdicts: Sequence[Verdict],
    samples: Sequence[int],
) -> Answer:
    """Say what holds.

    Parameters
    ----------
    analysis : SymbolicAnalysis
        An analysed model.
    phrases : Phrases
        The model and the language.
    verdicts : sequence of Verdict
        Those on the status quo among them.
    samples : sequence of int
        A few equilibria, by decimal.
    """
    words, start = phrases.words, analysis.model.status_quo
    number = None if start is None else analysis.number(start)
    strong = analysis.strong_equilibria
    return Answer(
        status_quo=(*start_in_words(analysis, phrases), *calm_at(number, phrases, verdicts)),
        reasons=reasons_at(number, phrases, verdicts),
        strong=words.count("answer.strong", strong.count)
        if strong
        else words("answer.strong_none"),
        states=tuple(
            described(phrases, analysis.number(state), (), ()) for state in samples if strong
        ),
        others=(
            *((words("sets.samples"),) if strong.count > len(samples) else ()),
            *((words("sets.readings"),) if analysis.model.readings else ()),
            *undecided_in_words(analysis, phrases),
        ),
    )


def start_in_words(analysis: SymbolicAnalysis, phrases: Phrases) -> list[str]:
    """Say under which concepts the status quo holds, and for whom it does not."""
    start = analysis.model.status_quo
    if start is None:
        return [phrases.words("answer.no_status_quo")]

    dms = [dm.id for dm in analysis.model.decision_makers]
    verdicts = {
        concept.id: {dm: analysis.is_stable(concept.id, dm, start) for dm in dms}
        for concept in analysis.concepts
    }

    def against(concept: str) -> list[tuple[str, ...]]:
        return [(dm,) for dm, stable in verdicts[concept].items() if stable is False]

    # One who leaves is enough; that nobody does has to be known of everybody.
    undecided = [
        concept
        for concept, stable in verdicts.items()
        if None in stable.values() and False not in stable.values()
    ]
    concepts = [concept for concept in verdicts if concept not in undecided]
    return on_status_quo(phrases, analysis.number(start), concepts, against, undecided)
