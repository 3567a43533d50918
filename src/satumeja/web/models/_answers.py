"""What follows from a model: who prefers what, what holds for whom, who would move where."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.brief import GraphPlaces, answer_sentences, graph_arcs, graph_places
from satumeja.brief.words import Phrases, Words
from satumeja.stability import Analysis
from satumeja.web.models._decided import LISTED, Decided
from satumeja.web.models._sets import sets_of
from satumeja.web.shapes import Answers

__all__ = ["RUNGS", "answers", "flags", "rung_words"]

RUNGS = "3210"
"""How firmly a state can hold, by the sign of the answers, the firmest first."""


def answers(
    analysis: Decided, language: str | Phrases = "en", places: GraphPlaces | None = None
) -> Answers:
    """Say what follows from a model.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        The model, decided.
    language : {"en", "id"} or Phrases
        The language of the sentences.
    places : GraphPlaces, optional
        The states that are drawn; made where they are not given.

    Returns
    -------
    Answers
        Of more than 4,096 states, or where sets decide, patterns and counts.
    """
    words = language.words if isinstance(language, Phrases) else Words(language)
    spoken = answer_sentences(analysis, language)
    start = analysis.model.status_quo_number if isinstance(analysis, Analysis) else None
    answer = Answers(
        ranks={},
        stable={},
        arcs=[],
        answer=list(spoken.plain),
        technical=list(spoken.technical),
        strong=spoken.strong,
        strong_states=list(spoken.states),
        rungs="",
        rung_words=rung_words(words),
        status_quo=start,
        engine=analysis.engine,
    )
    if not isinstance(analysis, Analysis) or len(analysis.model.states) > LISTED:
        return answer.model_copy(update={"sets": sets_of(analysis, words)})
    return answer.model_copy(update=_listed(analysis, places or graph_places(analysis)))


def _listed(analysis: Analysis, places: GraphPlaces) -> dict[str, Any]:
    """Say state by state what follows."""
    arcs = graph_arcs(analysis, places.numbers)
    return {
        "ranks": _places(analysis),
        "stable": _stable(analysis),
        "arcs": [(arc.dm, arc.start, arc.end, arc.improves, arc.returns) for arc in arcs],
        "rungs": "" if analysis.blocks else (analysis.rungs + ord("0")).tobytes().decode(),
        "not_drawn": _not_drawn(analysis, places),
    }


def rung_words(words: Words) -> dict[str, str]:
    """Say in plain words how firmly a state can hold."""
    return {rung: words(f"hold.short.{rung}") for rung in RUNGS}


def _places(analysis: Analysis) -> dict[str, list[int]]:
    """Give for each decision maker the place of each state, 1 the best."""
    return {dm: (ranks.max() - ranks + 1).tolist() for dm, ranks in analysis.ranks.items()}


def _stable(analysis: Analysis) -> dict[str, dict[str, str]]:
    return {
        concept.id: {
            "+".join(party): flags(analysis.is_stable(concept.id, *party))
            for party in analysis.parties(concept.id)
        }
        for concept in analysis.concepts
    }


def flags(truths: NDArray[np.bool_]) -> str:
    """Write one character a state: 1 where it is so."""
    return (truths.view(np.uint8) + ord("0")).tobytes().decode()


def _not_drawn(analysis: Analysis, places: GraphPlaces) -> int:
    """Count the states that hold under some concept and are not in the graph."""
    hold = np.zeros(len(analysis.model.states), dtype=np.bool_)
    for concept in analysis.concepts:
        hold |= analysis.is_equilibrium(concept.id)
    hold[np.array(places.numbers, dtype=np.intp) - 1] = False
    return int(hold.sum())
