"""What stands behind a verb: its object, the prepositions with their nouns, and a clause."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.dossier.clauses._subjects import Phrase
from satumeja.dossier.clauses._words import Word

__all__ = ["behind"]

_ENDS = ("stop", "comma", "complement", "relative", "adverbial", "condition", "quote", "close")
_PHRASE_ENDS = (*_ENDS, "preposition", "infinitive", "coordinate")


def behind(
    words: Sequence[Word], firsts: set[int], last: int
) -> tuple[Phrase | None, tuple[tuple[str, Phrase], ...], int | None]:
    """Give the object, the prepositions with their nouns, and the clause behind a verb.

    `firsts` are the words later clauses begin with, `last` is the last word of the verb.
    """
    objects: Phrase | None = None
    beside: list[tuple[str, Phrase]] = []
    place, preposition = last + 1, ""
    while place < len(words):
        word = words[place]
        if word.kind in ("complement", "infinitive"):
            return objects, tuple(beside), place + 1
        if word.kind in _ENDS or place in firsts:
            break
        if word.kind == "coordinate":
            if _verb_follows(words, place, firsts):
                break
            place += 1
            continue
        if word.kind == "preposition":
            preposition, place = word.text, place + 1
            continue
        if word.kind in ("adverb", "date", "mark"):
            place += 1
            continue
        stop = _phrase_end(words, place, firsts)
        phrase = Phrase(place, stop)
        if preposition:
            beside.append((preposition, phrase))
        elif objects is None:
            objects = phrase
        place, preposition = stop + 1, ""
    return objects, tuple(beside), None


def _verb_follows(words: Sequence[Word], place: int, firsts: set[int]) -> bool:
    """Whether "and" is followed by a clause before the next comma."""
    for after in range(place + 1, min(place + 8, len(words))):
        if after in firsts:
            return True
        if words[after].kind in (*_ENDS, "preposition"):
            return False
    return False


def _phrase_end(words: Sequence[Word], place: int, firsts: set[int]) -> int:
    """Give the last word of the phrase that begins at a place."""
    stop = place
    while stop + 1 < len(words):
        after = words[stop + 1]
        if stop + 1 in firsts or after.kind in (*_PHRASE_ENDS, "adverb", "date"):
            break
        stop += 1
    return stop
