"""Remarks: one line each on a model file, in every language the program speaks."""

from __future__ import annotations

from pathlib import Path

from satumeja.messages import LANGUAGES, Messages
from satumeja.model import Text

__all__ = ["messages_in", "remark"]

_FOLDER = Path(__file__).parent


def messages_in(language: str) -> Messages:
    """Give the messages on model files in a language."""
    return Messages(_FOLDER, language)


def remark(key: str, /, **values: object) -> Text:
    """Say something in every language: a string in English, and `in_language` for others.

    Parameters
    ----------
    key : str
        The message.
    **values
        What fills its blanks: numbers, and names and words of the model, which stay as
        they are. Where a `count` is among them, the plural form follows it.

    Examples
    --------
    >>> line = remark("warning.no_move", dm="port")
    >>> print(line, line.in_language("id"), sep="; ")
    port has no move; port tidak memiliki langkah
    """
    by_language, count = {}, values.pop("count", None)
    for language in LANGUAGES:
        messages = messages_in(language)
        blanks = {
            name: messages.number(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        by_language[language] = (
            messages.count(key, count, **blanks)
            if isinstance(count, int)
            else messages(key, **blanks)
        )
    return Text(by_language)
