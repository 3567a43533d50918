"""Why a state holds, or does not, as it is shown."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief import Deciding, Motion, WhySide, why
from satumeja.brief import Why as Reasons
from satumeja.brief.leaf import Situations
from satumeja.brief.words import Phrases, SetPhrases, Words, name_of, phrases_of
from satumeja.evidence import Archive
from satumeja.stability import SymbolicAnalysis
from satumeja.web.models._decided import Decided
from satumeja.web.models._quotes import Quotes
from satumeja.web.shapes import Decides, Why, WhyMaker, WhyMove

__all__ = ["reasons"]


def reasons(
    analysis: Decided, state: int | str, concept: str, language: str, archive: Archive
) -> Why:
    """Say why a state holds or does not, with the moves, and the wishes that decide.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        The model, decided.
    state : int or str
        The state.
    concept : str
        The concept; "hold" for plain words.
    language : {"en", "id"}
        The language of the words.
    archive : Archive
        The sources of the model.
    """
    words = Words(language)
    proven = why(analysis, state, concept, language, archive=archive)
    phrases = (
        SetPhrases(analysis, words)
        if isinstance(analysis, SymbolicAnalysis)
        else phrases_of(analysis.model, language, analysis.ranks)
    )
    return _Shown(phrases, Quotes(archive, words)).reasons(proven)


class _Shown:
    """Turns reasons into their shape.

    Parameters
    ----------
    phrases : Phrases
        The model and the language.
    quotes : Quotes
        Takes what is cited.
    """

    def __init__(self, phrases: Phrases, quotes: Quotes) -> None:
        self.phrases, self.quotes = phrases, quotes
        self.situations = Situations(phrases)

    def reasons(self, found: Reasons) -> Why:
        words = self.phrases.words
        named = "" if found.concept == "hold" else name_of(found.concept, words)
        makers = [self.side(side) for side in found.sides]
        return Why(
            state=found.state,
            concept=found.concept,
            title=named,
            holds=found.holds,
            words=[found.words] if found.words else [],
            makers=makers,
            quotes=self.quotes.listed,
        )

    def side(self, side: WhySide) -> WhyMaker:
        return WhyMaker(
            maker="+".join(side.party),
            stays=side.stays,
            lead=side.words.lead,
            points=list(side.words.points),
            close=list(side.words.close),
            rung=None if side.level is None else str(side.level),
            moves=[self.move(motion) for motion in side.motions],
            decides=list(self.decided(side.deciding)),
        )

    def move(self, motion: Motion) -> WhyMove:
        return WhyMove(
            maker=motion.dm,
            start=motion.start,
            end=motion.end,
            kind=motion.kind,
            words=self.situations.moved(motion.dm, motion.start, motion.end),
            point=motion.point,
        )

    def decided(self, deciding: tuple[Deciding, ...]) -> Iterator[Decides]:
        for part in deciding:
            yield Decides(
                maker=part.dm,
                better=part.better,
                worse=part.worse,
                point=part.point,
                path=list(part.path),
                place=part.place,
                words=part.words,
                because=part.because,
                evidence=self.quotes.cite(cited.reference for cited in part.evidence),
            )
