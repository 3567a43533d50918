"""A text with what is known in it painted over, so that shapes can be data.

Each kind of thing (a state, an office, a word of saying, a quotation) has one private
character. Painting a span replaces its characters one for one, so that offsets stay
true, and a shape such as ``<quote>,? <root> <speaker>`` is a plain regular expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from satumeja.report import Span

__all__ = ["CUES", "SYMBOLS", "Mask", "compile_shape", "is_painted", "painted_runs"]

SYMBOLS: Mapping[str, str] = {
    "state": "\ue000",
    "org": "\ue001",
    "office": "\ue002",
    "name": "\ue003",
    "institution": "\ue004",
    "head": "\ue005",
    "document": "\ue006",
    "pronoun": "\ue007",
    "date": "\ue008",
    "quoted": "\ue009",
    "place": "\ue00a",
    "verb": "\ue010",
    "root": "\ue011",
    "fused": "\ue012",
    "passive": "\ue013",
    "by": "\ue014",
    "gerund": "\ue015",
    "noun": "\ue016",
    "actor": "\ue020",
}
"""One private character for each kind of thing; no text has a use for them of its own."""

CUES = "".join(SYMBOLS[kind] for kind in ("verb", "root", "fused", "passive", "by", "gerund"))
"""The symbols of words of saying, in all the forms they take."""

_PRIVATE = re.compile("[\ue000-\ue0ff]")
_QUOTE = f"(?:[\"“„”«‘]|''|``){SYMBOLS['quoted']}+(?:[\"”“»’]|'')"


class Mask:
    """A copy of a text to paint on.

    Parameters
    ----------
    text : str
        The text; private characters it may itself hold are blanked first.
    """

    def __init__(self, text: str) -> None:
        self._chars = list(_PRIVATE.sub("?", text))

    def paint(self, spans: Iterable[Span], kind: str) -> None:
        """Cover spans with the symbol of a kind."""
        symbol = SYMBOLS[kind]
        for start, end in spans:
            self._chars[start:end] = symbol * (end - start)

    def text(self) -> str:
        """Give the painted text, as long as the original."""
        return "".join(self._chars)

    def copy(self) -> Mask:
        """Give a copy to paint on further."""
        other = Mask("")
        other._chars = self._chars.copy()
        return other


def is_painted(character: str) -> bool:
    """Decide whether a character of a painted text covers something known."""
    return _PRIVATE.fullmatch(character) is not None


@cache
def compile_shape(form: str, slots: tuple[tuple[str, str], ...] = ()) -> re.Pattern[str]:
    r"""Compile a shape: ``<kind>`` is a painted run, ``<slot>`` one of `slots`.

    Parameters
    ----------
    form : str
        A regular expression with slots in angle brackets; a space stands for a gap
        of one or two white-space characters. ``<speaker2>`` is a second use of a slot
        whose groups take the number too.
    slots : tuple of pairs
        The language's own slots.

    Examples
    --------
    >>> painted = f"{SYMBOLS['verb'] * 2} {SYMBOLS['name']}"
    >>> bool(compile_shape("<verb> <name>").match(painted))
    True
    """
    table = dict(slots)

    def fill(match: re.Match[str]) -> str:
        name, number = match.group(1), match.group(2)
        if name == "quote":
            return f"(?:{_QUOTE})"
        if name in SYMBOLS:
            return f"(?<!{SYMBOLS[name]}){SYMBOLS[name]}++"
        inner = re.sub(r"(?<!\?P)<([a-z_]+)(\d?)>", fill, table[name])
        return re.sub(r"\(\?P<(\w+)>", rf"(?P<\g<1>{number}>", inner) if number else inner

    filled = re.sub(r"(?<!\?P)<([a-z_]+)(\d?)>", fill, form)
    return re.compile(filled.replace(" ", r"\s{1,2}"))


def painted_runs(mask: str, kind: str, start: int, end: int) -> list[Span]:
    """Find the runs of a kind between `start` and `end`."""
    return [m.span() for m in re.finditer(f"{SYMBOLS[kind]}+", mask[start:end])]
