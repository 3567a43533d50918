"""Actors that may be one by what they are called."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from satumeja.dossier import Actor

__all__ = ["alike_names"]

_LEAST = 4  # letters of a word by which a name is known again
_ALIKE = 0.8
_COMMON = 40  # actors that share a word; more of them share a title, not a name
_MOST = 60


def alike_names(actors: Sequence[Actor]) -> list[tuple[str, str]]:
    """Propose which actors may be one: their names have the same words, or nearly so.

    Parameters
    ----------
    actors : sequence of Actor
        All of a dossier.

    Returns
    -------
    list of (str, str)
        Pairs of ids, the one that is named more often first; only proposed. Those named most
        often first, and at most sixty pairs.

    Notes
    -----
    Compared are actors of one kind that have a word in common, or its first four letters; a
    person is never the state it speaks for. Cost is about linear in the actors.

    Examples
    --------
    >>> lavrov, minister = (Actor(name, "person", called, ()) for name, called in
    ...     [("lavrov", "Lavrov"), ("sergei_lavrov", "Sergei Lavrov")])
    >>> alike_names([lavrov, minister])
    [('lavrov', 'sergei_lavrov')]
    """
    by_word: dict[str, list[int]] = {}
    words = [_words(actor) for actor in actors]
    for place, own in enumerate(words):
        for block in {word[:_LEAST] for word in own}:
            by_word.setdefault(block, []).append(place)
    pairs = {
        pair
        for places in by_word.values()
        if len(places) <= _COMMON
        for pair in combinations(places, 2)
        if _may_be_one(actors, words, *pair)
    }
    listed = sorted(pairs, key=lambda pair: -sum(len(actors[place].mentions) for place in pair))
    return [_by_mentions(actors[first], actors[second]) for first, second in listed[:_MOST]]


def _by_mentions(one: Actor, other: Actor) -> tuple[str, str]:
    first, second = sorted((one, other), key=lambda actor: (-len(actor.mentions), actor.id))
    return first.id, second.id


def _words(actor: Actor) -> frozenset[str]:
    return frozenset(word for word in _plain(actor.name) if len(word) >= _LEAST)


def _plain(name: str) -> Iterator[str]:
    apart = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter if letter.isalnum() else " " for letter in _bare(apart))
    yield from letters.split()


def _bare(text: Iterable[str]) -> Iterator[str]:
    return (letter for letter in text if not unicodedata.combining(letter))


def _may_be_one(
    actors: Sequence[Actor], words: Sequence[frozenset[str]], one: int, other: int
) -> bool:
    if actors[one].kind != actors[other].kind or actors[one].kind == "state":
        return False
    fewer, more = sorted((words[one], words[other]), key=len)
    return bool(fewer) and all(any(_is_spelt_alike(a, b) for b in more) for a in fewer)


def _is_spelt_alike(word: str, other: str) -> bool:
    return word == other or (
        word[0] == other[0] and SequenceMatcher(None, word, other).ratio() >= _ALIKE
    )
