"""Find listed words and phrases in a text, the longest first, by its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Lexicon", "Token", "tokens_of"]

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s$")
_APOSTROPHES = ("'", "’")
_WIDEST = 3

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands; a possessive ending is not part of it.

    Parameters
    ----------
    text : str
        The word.
    start, end : int
        Where it stands.
    plain, lower : str
        The word as it is compared: without a stop that only ends it, and in lower case.
    """

    text: str
    start: int
    end: int
    plain: str
    lower: str


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Cut a stretch of text into words."""
    return [_token(match.group(), match.start()) for match in _TOKEN.finditer(text, start, end)]


def _token(word: str, start: int) -> Token:
    """Trim a word of its possessive and of a full stop that is not its own."""
    if word.endswith(".") and "." not in word[:-1]:
        word = word[:-1]
    if word[-2:-1] in _APOSTROPHES:
        word = _POSSESSIVE.sub("", word)
    plain = word if word.count(".") > 1 else word.rstrip(".")
    return Token(word, start, start + len(word), plain, plain.lower())


class Lexicon(Generic[Value]):
    """Phrases and what each stands for.

    Parameters
    ----------
    any_case : bool
        Whether capitals do not matter.
    """

    def __init__(self, *, any_case: bool) -> None:
        self._any_case = any_case
        self._phrases: dict[str, list[tuple[tuple[str, ...], Value]]] = {}

    @property
    def first_words(self) -> frozenset[str]:
        """The words that phrases begin with, as they are compared."""
        return frozenset(self._phrases)

    def add(self, phrase: str, value: Value) -> None:
        """Add a phrase; the first value given to a phrase stays."""
        words = self._keys(tokens_of(phrase, 0, len(phrase)))
        if not words:
            return
        entries = self._phrases.setdefault(words[0], [])
        if all(known != words for known, _ in entries):
            entries.append((words, value))
            entries.sort(key=lambda entry: -len(entry[0]))

    def _keys(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Give words as they are compared: in one case where capitals do not matter."""
        if self._any_case:
            return tuple([token.lower for token in tokens])
        return tuple([token.plain for token in tokens])

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Value]]:
        """Find phrases from left to right, the longest at each place.

        Yields
        ------
        tuple
            Index of the first token, index after the last, and the value.
        """
        phrases, any_case = self._phrases, self._any_case
        keys: tuple[str, ...] = ()
        stop = 0
        for place, token in enumerate(tokens):
            key = token.lower if any_case else token.plain
            if key not in phrases or place < stop:
                continue
            keys = keys or self._keys(tokens)
            for words, value in phrases[key]:
                end = place + len(words)
                if keys[place:end] == words and _close(tokens, place, end):
                    yield place, end, value
                    stop = end
                    break


def _close(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens stand next to each other, a possessive ending between them or not."""
    return all(
        tokens[index + 1].start - tokens[index].end <= _WIDEST for index in range(first, stop - 1)
    )
