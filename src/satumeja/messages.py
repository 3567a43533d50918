"""What is said to people, kept as data: one file a language, blanks filled as its grammar asks."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from satumeja.errors import QuestionError, did_you_mean
from satumeja.writing import WRITING

__all__ = ["LANGUAGES", "Messages"]

LANGUAGES = ("en", "id")
"""The languages the program speaks, the main one first."""


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, str):
            yield prefix + key, value
        else:
            yield from _flat(value, f"{prefix}{key}.")


@cache
def _templates(folder: Path, language: str) -> Mapping[str, str]:
    """Read ``en.toml``, where there is one, and ``*.en.toml``; keys of tables joined by points."""
    templates = dict[str, str]()
    first = folder.glob(f"{language}.toml")
    for path in (*first, *sorted(folder.glob(f"*.{language}.toml"))):
        templates |= _flat(tomllib.loads(path.read_text(encoding="utf-8")))
    return templates


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Messages:
    """The messages of a folder in one language.

    Parameters
    ----------
    folder : Path
        Where ``en.toml``, ``id.toml`` and files such as ``tables.en.toml`` are. A table with
        "one" and "other" holds the plural forms of one message.
    language : {"en", "id"}
        The language to speak.

    Raises
    ------
    QuestionError
        If the program does not speak it.
    """

    _huge = 10**24  # more digits than this say nothing

    def __init__(self, folder: Path, language: str) -> None:
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise QuestionError(
                f'no words in the language "{language}"'
                f"{did_you_mean(language, LANGUAGES)} (known: {known})"
            )
        self.language = language
        self._writing = WRITING[language]
        self._messages = _templates(folder, language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the message `key` with its blanks filled."""
        return self._messages[key].format(**values)

    def __contains__(self, key: str) -> bool:
        return key in self._messages

    def keys(self) -> list[str]:
        """Return the keys of all messages, sorted."""
        return sorted(self._messages)

    def count(self, key: str, count: int, **values: object) -> str:
        """Return the plural form of message `key` that fits `count`, with ``{count}`` filled."""
        form = self._writing.plural(count)
        return self(f"{key}.{form}", count=self.number(count), **values)

    def number(self, number: int) -> str:
        """Write a whole number as the language groups digits; a huge one in three figures.

        Examples
        --------
        >>> from importlib.resources import files
        >>> say = Messages(files("satumeja").joinpath("formats", "words"), "id")
        >>> say.number(1_048_576), say.number(3 * 10**42)
        ('1.048.576', '3,00 × 10⁴²')
        """
        if abs(number) < self._huge:
            return self._writing.number(number)
        figures, power = f"{Decimal(number):.2e}".split("e")
        shown = self._writing.number(Decimal(figures))
        return f"{shown} × 10{power.lstrip('+').translate(_RAISED)}"
