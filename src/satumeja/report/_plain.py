"""The plain words of a text: without invisible characters, with what was decoded twice undone.

A text is read by its plain words, and what is found is given by its place in the text as it
stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from satumeja.report._types import Plain, Report

__all__ = ["in_given", "plain", "shown"]

_HIDDEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_FOLLOWS = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_MAC_LEADS, _MAC = "‚√¬ƒ", bytes(range(0x80, 0xC0)).decode("mac_roman")
_TWICE = re.compile(
    f"[ÂÃÄÅ][{_FOLLOWS}]|â[€‚„†ˆ\u0080\u0082\u0084\u0086\u0088][{_FOLLOWS}]"
    f"|ï»¿|ï¿½|ð[\u0178\u009f][{_FOLLOWS}]{{2}}|‚Ä[{_MAC}]|[√¬ƒ][{_MAC}]"
)
_CUT = re.compile("â€(?=[\\s.,;:!?)\ufffd]|$)\ufffd?")
_UNSEEN = re.compile(f"[{_HIDDEN}]+")
_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_CONTROL = re.compile("[\0-\x1f\x7f-\x9f]")
_ANY = re.compile("|".join(one.pattern for one in (_TWICE, _CUT, _UNSEEN, _SPACE, _LIGATURE)))
_ROUNDS = 3  # words may have been decoded wrongly more than once


def plain(text: str) -> Plain | None:
    r"""Give the plain words of a text; None where it is plain as it stands.

    Notes
    -----
    UTF-8 that was once decoded as Windows-1252, ISO 8859-1 or Mac Roman is undone character
    by character, and only where what comes out is a letter or a mark of Latin script: that
    it was meant cannot be proved, but nobody writes it otherwise. Soft hyphens, zero-width
    and direction marks are left out, spaces of any width are spaces, ligatures are spelt out.

    Examples
    --------
    >>> plain("â€œYa,â€\x9d kata Er\u00addoÄŸan").text
    '“Ya,” kata Erdoğan'
    >>> plain("“Ya,” kata Erdoğan") is None
    True
    """
    if text.isascii() or not _ANY.search(text):  # what is looked for is never ASCII
        return None
    places = list(range(len(text)))
    found = Plain(text, places, [place + 1 for place in places])
    for _ in range(_ROUNDS):
        if not _TWICE.search(found.text) and not _CUT.search(found.text):
            break
        found = _rewritten(found, _TWICE, _meant)
        found = _rewritten(found, _CUT, lambda _: "”")
    found = _rewritten(found, _UNSEEN, lambda _: "")
    found = _rewritten(found, _SPACE, lambda _: " ")
    return _rewritten(found, _LIGATURE, _spelt)


def shown(words: str) -> str:
    r"""Give words of a report as they are printed: plain, on one line, and controlling nothing.

    Examples
    --------
    >>> shown("â€œYa\n\x1b[2J\u202eâ€\x9d")
    '“Ya �[2J”'
    """
    found = plain(words)
    line = " ".join((found.text if found else words).split())
    return line if line.isprintable() else _CONTROL.sub("\ufffd", line)


def _meant(broken: str) -> str:
    """Give what a character that was decoded twice was meant to be."""
    if broken[0] in _MAC_LEADS:
        data = broken.encode("mac_roman", "replace")
    else:
        data = b"".join(_byte(letter) for letter in broken)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return broken


def _byte(letter: str) -> bytes:
    """Give the byte a character stands for in Windows-1252, its gaps filled by ISO 8859-1."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1", "replace")


def _spelt(ligature: str) -> str:
    """Spell a ligature out."""
    return ("ff", "fi", "fl", "ffi", "ffl", "st", "st")[ord(ligature) - 0xFB00]


def _rewritten(old: Plain, pattern: re.Pattern[str], meant: Callable[[str], str]) -> Plain:
    """Put other words for what a pattern matches, keeping track of places."""
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for match in pattern.finditer(old.text):
        start, end = match.span()
        word = meant(match.group())
        pieces += [old.text[last:start], word]
        starts += [*old.starts[last:start], *[old.starts[start]] * len(word)]
        ends += [*old.ends[last:start], *[old.ends[end - 1]] * len(word)]
        last = end
    pieces.append(old.text[last:])
    return Plain("".join(pieces), starts + old.starts[last:], ends + old.ends[last:])


def in_given(read: Report, words: Plain, text: str) -> Report:
    """Give a report read by its plain words with its places in the text as given."""
    back = words.back
    title = back(read.title_span) if read.title_span else None

    def moved(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(
            replace(part, start=span[0], end=span[1])
            for part in parts
            for span in [back((part.start, part.end))]
        )

    return replace(
        read,
        text=text,
        title=text[slice(*title)] if title else "",
        title_span=title,
        caption=back(read.caption) if read.caption else None,
        paragraphs=tuple(back(span) for span in read.paragraphs),
        quotations=tuple(back(span) for span in read.quotations),
        sentences=moved(read.sentences),
        dates=moved(read.dates),
        furniture=moved(read.furniture),
        read_as=(read, words),
    )
