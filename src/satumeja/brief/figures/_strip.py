"""The ranking strip: how each decision maker ranks each state, as a heat map."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from markupsafe import Markup

from satumeja.brief.figures._marks import SHADE, circle
from satumeja.brief.media import (
    INK,
    PAPER,
    QUIET,
    Cell,
    Figure,
    Table,
    drawing,
    element,
    label,
    shorten,
    width_of,
)
from satumeja.brief.tables import Selection, listed_states, marks_of
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.stability import Analysis

__all__ = ["ranking_strip"]

_SCALE = ((245, 247, 250), (190, 214, 232), (116, 169, 207), (43, 113, 168), (8, 48, 107))
_ACROSS = 26
_TIES = 6
_NARROW = 1000
_CELL, _ROW = 27.0, 24.0
_SHORTEST, _LONGEST = 110.0, 210.0
_HEAD, _BETWEEN = 50.0, 18.0


def ranking_strip(analysis: Analysis, *, language: Tongue = "en") -> Figure:
    """Draw how each decision maker ranks each state: dark is preferred, numbers are places.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture in rows of 26 states at most; of more than 100 states only the
        status quo, equilibria and neighbours are shown, and the caption says so.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> ranking_strip(analyse(load("chicken")), language="id").title
    'Strip peringkat'
    """
    phrases = phrases_of(analysis.model, language)
    return _Strip(analysis, phrases, listed_states(analysis)).figure()


class _Strip:
    def __init__(self, analysis: Analysis, phrases: Phrases, chosen: Selection) -> None:
        self.analysis, self.phrases, self.words, self.chosen = (
            analysis, phrases, phrases.words, chosen,
        )  # fmt: skip
        self.dms = [dm.id for dm in analysis.model.decision_makers]
        self.equilibria = marks_of(analysis)
        bands = ceil(len(chosen.numbers) / _ACROSS)
        self.across = ceil(len(chosen.numbers) / bands)
        names = [self.phrases.dm(dm) for dm in self.dms]
        self.name = min(max(_SHORTEST, *(width_of(name) + 16 for name in names)), _LONGEST)
        self.tallest = {dm: int(analysis.ranks[dm].max()) for dm in self.dms}

    def figure(self) -> Figure:
        numbers, title = self.chosen.numbers, self.words("strip.title")
        bands = [numbers[k : k + self.across] for k in range(0, len(numbers), self.across)]
        tall = _HEAD + _ROW * len(self.dms) + _BETWEEN
        parts = [part for k, band in enumerate(bands) for part in self.band(band, k * tall)]
        bottom = tall * len(bands)
        svg = drawing(
            [*parts, *self.legend(bottom + 4)],
            box=(0, 0, max(self.name + self.across * _CELL + 8, 480), bottom + 30),
            title=title,
            description=self.description(),
            language=self.words.language,
            kind="strip",
        )
        caption = [self.words("strip.caption")]
        caption += filter(None, [self.phrases.over(self.analysis.blocks)])
        count = self.chosen.left_out
        left_out = self.words.count("table.left_out", count) if count else ""
        caption += [left_out] if left_out else []
        return Figure(svg, title, self.description(), " ".join(caption), self.data(), left_out)

    def data(self) -> Table:
        """Give the places as a table: a row a decision maker, a column a state."""
        words, numbers = self.words, self.chosen.numbers
        head = (Cell(words("column.dm"), "col"), *(Cell(str(n), "col") for n in numbers))
        body = tuple(
            (
                Cell(self.phrases.dm(dm), "row"),
                *(Cell(str(self.phrases.place(dm, n)), kind="number") for n in numbers),
            )
            for dm in self.dms
        )
        return Table(words("strip.title"), (head,), body, "", "ranking", words.language)

    def band(self, numbers: Sequence[int], top: float) -> Iterator[Markup]:
        for column, number in enumerate(numbers):
            middle = self.name + (column + 0.5) * _CELL
            weight = "bold" if self.equilibria.every(number) else "normal"
            size = 11 if number < _NARROW else 8
            yield _centred(str(number), middle, top + _HEAD - 8, size, font_weight=weight)
            yield from self.marks(number, middle, top + _HEAD - 26)
        for row, dm in enumerate(self.dms):
            y = top + _HEAD + row * _ROW
            name = shorten(self.phrases.dm(dm), self.name - 12)
            yield label(name, self.name - 8, y + 16, text_anchor="end")
            for column, number in enumerate(numbers):
                yield from self.cell(dm, number, self.name + column * _CELL, y)

    def marks(self, number: int, x: float, y: float) -> Iterator[Markup]:
        some, start = self.equilibria.some(number), self.analysis.model.status_quo_number
        if number == start:
            above = 10.0 if some else -4.0
            yield _centred(self.words("mark.sq"), x, y - above, 9, font_weight="bold")
        if some:
            yield circle(x, y, 6.0, "none")
            yield circle(x, y, 4.0, SHADE if self.equilibria.every(number) else PAPER)

    def cell(self, dm: str, number: int, x: float, y: float) -> Iterator[Markup]:
        rank, tallest = int(self.analysis.ranks[dm][number - 1]), self.tallest[dm]
        share = (rank - 1) / (tallest - 1) if tallest > 1 else 0.5
        place = tallest - rank + 1
        yield element("rect", x=x, y=y, width=_CELL - 1, height=_ROW - 1, fill=_colour(share))
        if place < _NARROW:
            ink = "#ffffff" if share > 0.62 else "#12202e"
            middle = x + (_CELL - 1) / 2
            yield _centred(str(place), middle, y + 15.5, 10.5, fill=ink, class_="fixed")

    def legend(self, top: float) -> Iterator[Markup]:
        steps, x = 9, self.name
        for k in range(steps):
            yield element(
                "rect", x=x + k * 15, y=top, width=15, height=12, fill=_colour(1 - k / (steps - 1))
            )
        yield label(
            self.words("strip.best"), x - 8, top + 10, size=11, fill=QUIET, text_anchor="end"
        )
        yield label(self.words("strip.worst"), x + steps * 15 + 8, top + 10, size=11, fill=QUIET)

    def description(self) -> str:
        said = [self.words("strip.description")]
        for dm in self.dms:
            ranks = self.analysis.ranks[dm]
            shown = list(self.chosen.numbers)
            order = sorted(shown, key=lambda n: (-int(ranks[n - 1]), n))
            best = [n for n in order if ranks[n - 1] == ranks[order[0] - 1]]
            worst = [n for n in order if ranks[n - 1] == ranks[order[-1] - 1]]
            ends = {"first": self.listed(best), "last": self.listed(worst)}
            said.append(self.words("strip.ends", dm=self.phrases.dm(dm), **ends))
        return " ".join(said)

    def listed(self, numbers: Sequence[int]) -> str:
        more = "…" if len(numbers) > _TIES else ""
        return ", ".join([str(n) for n in numbers[:_TIES]] + ([more] if more else []))


def _centred(
    text: str, x: float, y: float, size: float, *, fill: str = INK, **attributes: str
) -> Markup:
    return label(text, x, y, size=size, fill=fill, text_anchor="middle", **attributes)


def _colour(share: float) -> str:
    """Return the colour of a share of the scale, 0 the lightest and 1 the darkest."""
    spot = share * (len(_SCALE) - 1)
    low = min(int(spot), len(_SCALE) - 2)
    mixed = [
        round(a + (b - a) * (spot - low))
        for a, b in zip(_SCALE[low], _SCALE[low + 1], strict=True)
    ]
    return "#{:02x}{:02x}{:02x}".format(*mixed)
