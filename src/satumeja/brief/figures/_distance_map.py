"""The distance map: which states are nearly equilibria, and whose mind is in the way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from markupsafe import Markup

from satumeja.brief.figures._marks import COLOURS, SHADE, group
from satumeja.brief.media import INK, PAPER, QUIET, Figure, drawing, element, label, width_of
from satumeja.brief.sentences import states_in_words
from satumeja.brief.words import Phrases, Tongue, phrases_of, short_of
from satumeja.stability import Analysis

__all__ = ["distance_map"]

_MOST = 120
_COLUMN, _BOX, _GAP = 44.0, 24.0, 5.0
_LEFT, _TOP = 12.0, 14.0


def distance_map(analysis: Analysis, concept: str, *, language: Tongue = "en") -> Figure:
    """Draw all states by their distance to equilibrium.

    Parameters
    ----------
    analysis : Analysis
        Of the concept; in graph form under sseq also of nash.
    concept : str
        The concept.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture. Of more than 120 states the nearest are drawn, and the caption
        says so.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> distance_map(analyse(load("chicken")), "nash").title
    'How far each state is from an equilibrium'
    """
    return _Map(analysis, concept, phrases_of(analysis.model, language)).figure()


class _Map:
    def __init__(self, analysis: Analysis, concept: str, phrases: Phrases) -> None:
        self.phrases, self.words, self.concept = phrases, phrases.words, concept
        self.found = analysis.distance(concept)
        self.start = analysis.model.status_quo_number
        order = np.argsort(self.found.changes, kind="stable")
        self.left_out = max(0, len(order) - _MOST)
        self.columns: dict[int, list[int]] = defaultdict(list)
        for state in order[:_MOST].tolist():
            self.columns[int(self.found.changes[state])].append(state)
        self.tallest = max(len(states) for states in self.columns.values())

    def figure(self) -> Figure:
        words, title = self.words, self.words("distance.title")
        bottom = _TOP + self.tallest * (_BOX + _GAP)
        parts = [part for k, d in enumerate(self.columns) for part in self.column(k, d, bottom)]
        short = short_of(self.concept, words)
        caption = [words("distance.caption", concept=short)]
        left_out = words.count("distance.left_out", self.left_out) if self.left_out else ""
        caption += [left_out] if left_out else []
        near = [s + 1 for d, states in self.columns.items() if d for s in states][:6]
        names = [self.phrases.dm(dm) for dm in self.found.shares]
        axis = width_of(words("distance.axis"), 11) + 2 * _LEFT
        legend = sum(width_of(name) + 34 for name in names) + 2 * _LEFT
        wide = max(2 * _LEFT + len(self.columns) * _COLUMN, axis, legend, 320)
        said = words("distance.nearest", states=states_in_words(words, near))
        description = f"{title}. {said}"
        svg = drawing(
            [*parts, *self.axis(bottom), *self.legend(bottom + 52)],
            box=(0, 0, wide, bottom + 66),
            title=title,
            description=description,
            language=words.language,
            kind="distance",
        )
        return Figure(svg, title, description, " ".join(caption), left_out=left_out)

    def column(self, place: int, distance: int, bottom: float) -> Iterator[Markup]:
        x = _LEFT + place * _COLUMN
        for k, state in enumerate(self.columns[distance]):
            yield from self.box(x, bottom - (k + 1) * (_BOX + _GAP), state, distance)
        middle = x + (_COLUMN - _GAP) / 2
        yield label(str(distance), middle, bottom + 16, text_anchor="middle", font_weight="bold")

    def box(self, x: float, y: float, state: int, distance: int) -> Iterator[Markup]:
        wide = _COLUMN - _GAP
        fill, kind = (PAPER, "paper") if distance else (SHADE, "shade")
        heavy = state + 1 == self.start
        yield element(
            "rect", x=x, y=y, width=wide, height=_BOX, fill=fill, stroke=INK,
            stroke_width=2.2 if heavy else 0.8, class_=f"line {kind}",
        )  # fmt: skip
        name = str(state + 1) + (f" {self.words('mark.sq')}" if heavy else "")
        ink = "ink" if distance else "fixed"
        yield label(name, x + wide / 2, y + 14, size=11, text_anchor="middle", class_=ink)
        at = x + 2
        for k, share in enumerate(self.found.shares.values()):
            part = (wide - 4) * int(share[state]) / distance if distance else 0
            if part:
                bar = element("rect", x=at, y=y + _BOX - 6, width=part, height=4,
                              fill="currentColor")  # fmt: skip
                yield group(k, [bar], text=True)
            at += part

    def axis(self, bottom: float) -> Iterator[Markup]:
        right = _LEFT + len(self.columns) * _COLUMN
        path = f"M{_LEFT} {bottom + 2:.1f}L{right:.1f} {bottom + 2:.1f}"
        yield element("path", d=path, stroke=INK,
                      stroke_width=1, class_="line")  # fmt: skip
        yield label(self.words("distance.axis"), _LEFT, bottom + 32, size=11, fill=QUIET)

    def legend(self, y: float) -> Iterator[Markup]:
        x = _LEFT
        for k, dm in enumerate(self.found.shares):
            name = self.phrases.dm(dm)
            swatch = element("rect", x=x, y=y - 8, width=14, height=8, fill="currentColor")
            yield group(k % len(COLOURS), [swatch], text=True)
            yield label(name, x + 19, y)
            x += width_of(name) + 34
