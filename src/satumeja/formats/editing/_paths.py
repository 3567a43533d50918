"""Ways to the parts of a file, as a person writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from satumeja.errors import QuestionError

__all__ = ["Key", "key_path", "path_text"]

Key = str | int
_STEP = re.compile(
    r'\.?(?:(?P<word>[^.\[\]+"]+)|"(?P<quoted>[^"]+)")|\[(?P<place>\d{1,6})\]|(?P<end>\+)$'
)
_PLAIN = re.compile(r'[^.\[\]+"]+')


def key_path(text: str) -> list[Key]:
    """Read the way to a part of a file; a ``+`` at its end is the place after a list's last.

    Parameters
    ----------
    text : str
        Keys apart by points, places of a list (0-based) in brackets; a key that holds points
        or brackets stands in double quotes.

    Returns
    -------
    list of str and int
        The steps, as `edit` and `apply` take them; -1 for the place after the last.

    Raises
    ------
    QuestionError
        If it is no such way.

    See Also
    --------
    edit, apply : Take it.

    Examples
    --------
    >>> key_path("decision_makers.russia.preferences[2]")
    ['decision_makers', 'russia', 'preferences', 2]
    >>> key_path('sources."wire.2".title')
    ['sources', 'wire.2', 'title']
    """
    steps, at = list[Key](), 0
    while at < len(text):
        match = _STEP.match(text, at)
        if match is None:
            raise QuestionError(f'"{text}" is no way to a part of a model, such as a.b[2] or a.b+')
        place = int(match["place"]) if match["place"] else -1
        steps.append(match["word"] or match["quoted"] or place)
        at = match.end()
    if not steps:
        raise QuestionError("say which part of the model to set, such as status_quo")
    return steps


def path_text(path: Sequence[Key]) -> str:
    """Write a way to a part as `key_path` reads it.

    Examples
    --------
    >>> path_text(["sources", "wire.2", "x", 0]), path_text(["a", -1])
    ('sources."wire.2".x[0]', 'a+')
    """
    words = ""
    for step in path:
        if isinstance(step, int):
            words += "+" if step < 0 else f"[{step}]"
        else:
            words += f".{step}" if _PLAIN.fullmatch(step) else f'."{step}"'
    return words.removeprefix(".")
