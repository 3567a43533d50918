"""How much room a front page takes, measured by its letters: it has one page of A4."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category

from satumeja.brief.leaf._lead import Rung
from satumeja.brief.leaf._picture import Legend, Picture, Row
from satumeja.brief.leaf._sentence import Block, Sentence
from satumeja.brief.media import width_of

__all__ = [
    "COLUMNS",
    "ROOM",
    "WIDTH",
    "RowLayout",
    "block_height",
    "columns_of",
    "head_height",
    "layout_of",
    "legend_places",
    "picture_height",
    "wrapped",
]

WIDTH, ROOM = 688.0, 1038.0
"""How wide and how high what is printed on a page may be, in CSS pixels."""

COLUMNS = (214.0, 230.0, 204.0)
"""How wide the three columns of text are."""

_LABELS = 418.0
_PLAIN, _LINE, _SMALL, _SMALL_LINE = 10.4, 13.0, 9.2, 11.4
_LEGEND, _ROOMY = 10.5, 1.06  # a browser breaks lines by letters as they are
_INDENT, _PADDING, _LEAST, _HEADING = 16.0, 8.0, 21.0, 20.0
_BOLD = 1.08
_WIDE = {
    **dict.fromkeys("ijl.,;:'|!I", 0.28),
    **dict.fromkeys("ftr()[]-/ ·“”", 0.35),
    **dict.fromkeys("mMW@%—", 0.88),
}
"""How wide letters are in the faces of the page, by their size; others by their kind."""
_CAPITAL, _SMALL_LETTER = 0.7, 0.56
_MOST_LETTERS, _LETTERS = 6, 17.0
_PLACES, _PLACE = 350.0, 96.0


@dataclass(frozen=True)
class RowLayout:
    """A row of a picture as it is written.

    Parameters
    ----------
    lines, notes : tuple of str
        Its text and what is below it, line by line.
    indent : float
        How far its text stands from the left.
    height : float
        How high it is.
    size, line, small, small_line : float
        The sizes of letters, and from line to line.
    """

    lines: tuple[str, ...]
    notes: tuple[str, ...]
    indent: float
    height: float
    size: float = _PLAIN
    line: float = _LINE
    small: float = _SMALL
    small_line: float = _SMALL_LINE


def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines that fit a width; a word that is wider than that is parted.

    Examples
    --------
    >>> wrapped("pull back the forces massed near Ukraine", 130, 11)
    ['pull back the forces', 'massed near Ukraine']
    >>> wrapped("Rindfleischetikettierung", 70, 11)
    ['Rindfleischet', 'ikettierung']
    """
    return list(_lines(text, width / (size * (_BOLD if bold else 1))))


@lru_cache(maxsize=256)
def _lines(text: str, width: float) -> tuple[str, ...]:
    """Break a text into lines; a page measures the same texts for every length it tries."""
    lines = list[str]()
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines and lines[-1] else word
        if len(longer) <= len(word) or _width(longer) > width:
            first, *rest = _parted(word, width)
            lines[-1:] = [first] if lines[-1:] == [""] else [*lines[-1:], first]
            lines += rest
        else:
            lines[-1] = longer
    return tuple(lines)


def _parted(word: str, width: float) -> list[str]:
    """Part a word that is wider than a line, but no letter from its marks."""
    if _width(word) <= width:
        return [word]
    pieces, taken = [""], 0.0
    for sign in word:
        taken += (wide := _width(sign))
        if taken > width and pieces[-1] and category(sign) not in ("Mn", "Me"):
            pieces.append("")
            taken = wide
        pieces[-1] += sign
    return pieces


@lru_cache(maxsize=4096)
def _width(text: str) -> float:
    """Measure a text by its letters, for letters of size one; wide scripts as elsewhere."""
    if not text.isascii() and any(sign > "\u2fff" for sign in text):
        return width_of(text, 1)
    return sum(_WIDE.get(sign) or (_CAPITAL if sign.isupper() else _SMALL_LETTER) for sign in text)


def columns_of(picture: Picture) -> list[float]:
    """Return where the columns of a picture begin, and where the last one ends."""
    count = len(picture.columns)
    if picture.key == "now":
        left, width = _LABELS, (WIDTH - _LABELS) / count
    else:
        width = min(_PLACE, _PLACES / count)
        left = WIDTH - width * count
    return [left + width * k for k in range(count + 1)]


def layout_of(picture: Picture) -> list[RowLayout]:
    """Break the rows of a picture into lines, and say how high each is."""
    left = columns_of(picture)[0]
    return [_row(row, WIDTH if row.kind == "head" else left - 8) for row in picture.rows]


def _row(row: Row, width: float) -> RowLayout:
    indent = _INDENT if row.kind in ("answer", "rest") else 0.0
    bold = row.kind in ("now", "head", "gain", "open")
    size = _SMALL if row.kind == "rest" else _PLAIN
    lines = wrapped(row.text, width - indent, size, bold=bold)
    notes = [line for note in row.notes for line in wrapped(note, width, _SMALL)]
    if row.kind == "head":
        return RowLayout(tuple(lines), (), indent, _HEADING + _LINE * (len(lines) - 1))
    if row.kind == "rest":
        return RowLayout(tuple(lines), (), indent, 17.0, size=_SMALL)
    letters = max((len(cell) for cell in row.cells if isinstance(cell, tuple)), default=0)
    least = _LEAST + (_LETTERS if letters > _MOST_LETTERS else 0)
    height = _PADDING + _LINE * len(lines) + _SMALL_LINE * len(notes)
    return RowLayout(tuple(lines), tuple(notes), indent, max(height, least))


def legend_places(legend: Sequence[Legend]) -> Iterator[tuple[Legend, float, float]]:
    """Place the sides of a legend line by line: where each begins, and its middle line."""
    x, y = 0.0, 9.6
    for side in legend:
        width = 40.0 + _width(side.label) * _LEGEND
        if x and x + width > WIDTH:
            x, y = 0.0, y + 21.0
        yield side, x, y
        x += width


def picture_height(picture: Picture) -> float:
    """Return how high a picture is, with its title, legend and note."""
    below = max(y for _, _, y in legend_places(picture.legend))
    return 81.0 + below + sum(row.height for row in layout_of(picture))


def head_height(
    head: Sequence[Sentence], lead: Iterable[Sentence], strip: Sequence[Rung]
) -> float:
    """Return how high the margins, the head, the lead and the strip are."""
    height = 40.0
    for sentence in head:
        if sentence.key == "title":
            height += 9 + 25 * len(wrapped(sentence.text, WIDTH, 21, bold=True))
        elif sentence.key == "leaf.asked":
            height += 9 + 15.5 * len(wrapped(sentence.text, WIDTH, 11.5))
    height += 17 * any(part.key in ("reading", "leaf.as_of") for part in head)
    texts = " ".join(sentence.text for sentence in lead)
    height += 52 + 18.2 * len(wrapped(texts, WIDTH - 32, 14))
    cells = [
        sum(len(wrapped(text, WIDTH / 4 - 14, 10.2, bold=k == 0)) for k, text in enumerate(texts))
        for texts in ((rung.name, *rung.standing) for rung in strip)
    ]
    return height + 11 + 13.3 * max(cells)


def block_height(blocks: Iterable[Block], width: float) -> float:
    """Return how high blocks are in a column of a width."""
    height = 18.0
    for block in blocks:
        texts = [part.text for part in block.sentences]
        if not block.numbered:
            texts = [" ".join(texts)]
        room = (width - (16 if block.numbered else 0)) * _ROOMY
        height += 24 + 14.9 * sum(len(wrapped(text, room, 11)) for text in texts)
    return height
