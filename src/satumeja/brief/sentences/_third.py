"""What a third party's moves could open, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from satumeja.brief.sentences._deals import states_in_words

if TYPE_CHECKING:
    from satumeja.brief.words import Phrases
    from satumeja.table import ThirdMove, ThirdParty

__all__ = ["third_sentences"]


def third_sentences(phrases: Phrases, answer: ThirdParty) -> list[str]:
    """Say what is open without a third party, and what each of its moves would open.

    Parameters
    ----------
    phrases : Phrases
        The phrase book.
    answer : ThirdParty
        From `satumeja.table.third_party`.
    """
    words, third = phrases.words, phrases.dm(answer.dm)
    sentences = list[str]()
    if answer.wanting:
        sentences.append(words("openings.wanting", condition=answer.wanting))
    zone = answer.zone.tolist()
    if zone:
        states = states_in_words(words, zone)
        sentences.append(words("third.open", dm=third, states=states))
    else:
        sentences.append(words("third.shut", dm=third))
    if not answer.moves:
        sentences.append(words.count("third.none", answer.tried, dm=third))
    for move in answer.moves:
        sentences += _move(phrases, third, move)
    return [*sentences, words("third.caveat", dm=third)]


def _move(phrases: Phrases, third: str, move: ThirdMove) -> list[str]:
    """Say what one move opens, as part of a deal and made first."""
    words = phrases.words
    deed = words.all_of([*_changes(phrases, "up", move.up), *_changes(phrases, "down", move.down)])
    sentences = [words("third.move", dm=third, deed=deed)]
    if len(move.with_deal):
        states = states_in_words(words, move.with_deal.tolist())
        sentences.append(words("third.with_deal", states=states))
    if len(move.anyway):
        states = states_in_words(words, move.anyway.tolist())
        sentences.append(words("third.anyway", states=states))
    return sentences


def _changes(phrases: Phrases, way: str, names: Sequence[str]) -> list[str]:
    index = phrases.model.option_names.index
    return [phrases.words(f"third.{way}", option=phrases.option(index(name))) for name in names]
