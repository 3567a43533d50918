"""Find listed words and phrases in a text, the longest first, by its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Lexicon", "Token", "tokens_of"]

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s$")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands; a possessive ending is not part of it."""

    text: str
    start: int
    end: int


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Cut a stretch of text into words."""
    return [_token(match.group(), match.start()) for match in _TOKEN.finditer(text, start, end)]


def _token(word: str, start: int) -> Token:
    """Trim a word of its possessive and of a full stop that is not its own."""
    if word.endswith(".") and "." not in word[:-1]:
        word = word[:-1]
    word = _POSSESSIVE.sub("", word)
    return Token(word, start, start + len(word))


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

    def add(self, phrase: str, value: Value) -> None:
        """Add a phrase; the first value given to a phrase stays."""
        words = tuple(self._key(token.text) for token in tokens_of(phrase, 0, len(phrase)))
        if not words:
            return
        entries = self._phrases.setdefault(words[0], [])
        if all(known != words for known, _ in entries):
            entries.append((words, value))
            entries.sort(key=lambda entry: -len(entry[0]))

    def _key(self, word: str) -> str:
        """Give the word as it is compared: without its stop, in one case where asked."""
        plain = word if word.count(".") > 1 else word.rstrip(".")
        return plain.lower() if self._any_case else plain

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Value]]:
        """Find phrases from left to right, the longest at each place.

        Yields
        ------
        tuple
            Index of the first token, index after the last, and the value.
        """
        keys = [self._key(token.text) for token in tokens]
        place = 0
        while place < len(keys):
            for words, value in self._phrases.get(keys[place], ()):
                stop = place + len(words)
                if tuple(keys[place:stop]) == words and _close(tokens, place, stop):
                    yield place, stop, value
                    place = stop - 1
                    break
            place += 1


def _close(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens stand next to each other."""
    return all(
        tokens[index + 1].start - tokens[index].end <= 2 for index in range(first, stop - 1)
    )
