"""The answer in a few sentences: plain words first, then the concepts."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.sentences._findings import Answer, answer
from satumeja.brief.sentences._held import held
from satumeja.brief.sentences._sets import answer_of_sets
from satumeja.brief.words import Phrases, SetPhrases, Tongue, Words, phrases_of
from satumeja.display import ShownInLine
from satumeja.stability import Analysis, SymbolicAnalysis

__all__ = ["AnswerSentences", "answer_sentences"]


@dataclass(frozen=True, repr=False)
class AnswerSentences(ShownInLine):
    """What holds, in a few sentences.

    Parameters
    ----------
    plain : tuple of str
        What it takes for the present situation to hold, without concepts; nothing over blocks.
    technical : tuple of str
        Under which concepts it holds, and for whom it does not.
    strong : str
        How many states hold under every concept; where some do, `states` follow.
    states : tuple of int
        Those states by number, a few of them; none where states are not listed.
    others : tuple of str
        What else holds.
    """

    plain: tuple[str, ...]
    technical: tuple[str, ...]
    strong: str
    states: tuple[int, ...]
    others: tuple[str, ...]


def answer_sentences(
    analysis: Analysis | SymbolicAnalysis, language: Tongue = "en"
) -> AnswerSentences:
    """Say what holds in a few sentences, as ``satumeja analyse`` does.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        An analysed model.
    language : {"en", "id"} or Phrases
        The language to speak.

    Returns
    -------
    AnswerSentences
        In plain words first, then under which concepts.

    See Also
    --------
    satumeja.stability.Analysis.hold : What the plain words say.

    Notes
    -----
    Costs what `Analysis.hold` does, with one move a side.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> answer_sentences(analyse(load("december-2021-a"))).plain
    ('The present situation holds by itself: no side could gain by one move of its own.',)
    """
    if isinstance(analysis, SymbolicAnalysis):
        words = language.words if isinstance(language, Phrases) else Words(language)
        spoken = SetPhrases(analysis, words)
        return _parted(analysis, spoken, answer_of_sets(analysis, spoken, [], []))
    phrases = phrases_of(analysis.model, language, analysis.ranks)
    return _parted(analysis, phrases, answer(analysis, phrases, []))


def _parted(
    analysis: Analysis | SymbolicAnalysis, phrases: Phrases, found: Answer
) -> AnswerSentences:
    """Set plain words before an answer by concepts."""
    over = phrases.over(analysis.blocks) if isinstance(analysis, Analysis) else ""
    plain = () if over or analysis.model.status_quo is None else (_now(analysis, phrases),)
    return AnswerSentences(
        plain,
        (*filter(None, [over]), *found.status_quo),
        found.strong,
        tuple(state.number for state in found.states),
        found.others,
    )


def _now(analysis: Analysis | SymbolicAnalysis, phrases: Phrases) -> str:
    return held(phrases, analysis.hold(most=1), is_now=True)
