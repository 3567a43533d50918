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


class _Catalogue(Mapping[str, str]):
    """The templates of a language by key; a file of them is read when a key is looked for there.

    Keys of tables are joined by points, and stand in one file alone. ``en.toml`` is looked into
    first, then ``tables.en.toml`` for ``tables.head``, then the others; most answers need a third
    of what there is to say.
    """

    def __init__(self, folder: Path, language: str) -> None:
        first = folder / f"{language}.toml"
        self._unread = [first, *sorted(folder.glob(f"*.{language}.toml"))]
        self._read = dict[str, str]()

    def __getitem__(self, key: str) -> str:
        while key not in self._read and (unread := self._unread):
            stem = key.partition(".")[0]
            likely = (path for path in unread if path.name.partition(".")[0] == stem)
            self._take(next(likely, unread[0]) if self._read else unread[0])
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> list[str]:
        for path in self._unread:
            self._take(path)
        return [*self._read]

    def _take(self, path: Path) -> None:
        """Read a file; two threads may do so at once, and neither misses what is in it."""
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        self._read.update(_flat(tomllib.loads(text)))
        self._unread = [other for other in self._unread if other != path]


@cache
def _templates(folder: Path, language: str) -> Mapping[str, str]:
    """Give the templates of a folder, for all who ask of them."""
    return _Catalogue(folder, language)


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

    def __call__(self, key: str, /, **values: object) -> str:
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
