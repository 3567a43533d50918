"""The deal-zone plot: what each state within reach of a table is worth to two who sit there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product
from math import floor

import numpy as np
from markupsafe import Markup

from satumeja.brief.figures._marks import SHADE, circle
from satumeja.brief.media import PAPER, QUIET, Figure, drawing, element, label, width_of
from satumeja.brief.sentences import seats_in_words, states_in_words
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.table import Deals, red_lines
from satumeja.table.kit import crossed

__all__ = ["deal_zone"]

_PANELS = 3
_LABELLED = 26
_SIDE, _GAP, _EDGE = 250.0, 30.0, 12.0
_ZONE = "#e6f0e4"
_CROSSED = "#b3261e"

_SQUARE = 12.0
Box = tuple[float, float, float, float]


def deal_zone(found: Deals, *, language: Tongue = "en") -> Figure:
    """Draw what two members at a time gain or lose in each state within reach.

    Parameters
    ----------
    found : Deals
        From `satumeja.table.deals`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture with a panel for each of the first three pairs of members.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.table import deals
    >>> deal_zone(deals(load("december-2021-b"), "geneva")).title
    'The zone of agreement'
    """
    phrases = phrases_of(found.model, language, found.ground.ranks)
    words, title = phrases.words, phrases.words("zone.title")
    pairs: list[Sequence[str]] = list(islice(combinations(found.seats, 2), _PANELS))
    pairs = pairs or [found.seats * 2]
    parts = [
        part
        for k, pair in enumerate(pairs)
        for part in _Panel(found, phrases, pair, _EDGE + k * (_SIDE + _GAP)).parts()
    ]
    said = words("zone.point", states=states_in_words(words, found.numbers.tolist()))
    name = seats_in_words(phrases, found.table, found.seats)
    svg = drawing(
        parts,
        box=(0, 0, _EDGE + len(pairs) * (_SIDE + _GAP), _SIDE + 46),
        title=title,
        description=f"{title}: {name}. {said}",
        language=words.language,
        kind="zone",
    )
    return Figure(svg, title, f"{title}: {name}. {said}", words("zone.caption", name=name))


class _Panel:
    """One pair of members."""

    def __init__(self, found: Deals, phrases: Phrases, pair: Sequence[str], left: float) -> None:
        self.found, self.phrases, self.pair, self.left = found, phrases, pair, left
        states = found.reached - 1
        self.gains = [found.ground.gains(dm, states) for dm in pair]
        self.deal = np.isin(found.reached, found.numbers)
        self.over = np.zeros(len(states), dtype=bool)
        if not found.model.is_graph:
            lines = red_lines(found.model, found.seats)
            self.over = crossed(lines, found.ground.codes()[states]) != 0
        self.low = [min(0, int(g.min())) for g in self.gains]
        self.unit = [
            (_SIDE - 24) / max(1, int(g.max()) - low, -low)
            for g, low in zip(self.gains, self.low, strict=True)
        ]

    def at(self, x: int, y: int) -> tuple[float, float]:
        across = self.left + 12 + (x - self.low[0]) * self.unit[0]
        return across, 18 + _SIDE - 12 - (y - self.low[1]) * self.unit[1]

    def parts(self) -> Iterator[Markup]:
        right, top = self.left + _SIDE, 18.0
        x, y = self.at(0, 0)
        yield element("rect", x=x, y=top, width=max(right - x, 0), height=max(y - top, 0),
                      fill=_ZONE, class_="zone")  # fmt: skip
        yield element("rect", x=self.left, y=top, width=_SIDE, height=_SIDE, fill="none",
                      stroke=QUIET, stroke_width=0.8, class_="line")  # fmt: skip
        cross = f"M{x:.1f} {top}L{x:.1f} {top + _SIDE}"
        cross += f"M{self.left:.1f} {y:.1f}L{right:.1f} {y:.1f}"
        yield element("path", d=cross,
                      stroke=QUIET, stroke_width=0.8, stroke_dasharray="3 3",
                      class_="line")  # fmt: skip
        yield from self.points()
        names = [self.phrases.words("zone.axis", dm=self.phrases.dm(dm)) for dm in self.pair]
        yield label(names[0], self.left + _SIDE / 2, top + _SIDE + 18, size=11, fill=QUIET,
                    text_anchor="middle")  # fmt: skip
        yield label(names[1], self.left, 11, size=11, fill=QUIET)

    def points(self) -> Iterator[Markup]:
        spots: dict[tuple[int, int], list[int]] = defaultdict(list)
        for k, spot in enumerate(zip(*(g.tolist() for g in self.gains), strict=True)):
            spots[spot].append(k)
        clear = [spot for spot, places in spots.items() if not all(self.over[k] for k in places)]
        few, names = len(clear) <= _LABELLED, list[Markup]()
        centres = [self.at(*spot) for spot in spots]
        taken = _Taken()
        for x, y in centres:
            taken.add((x - 4, y - 4, x + 4, y + 4))
        for spot, places in sorted(spots.items(), key=lambda item: not self.matters(item[1])):
            x, y = self.at(*spot)
            over = all(self.over[k] for k in places)
            yield self.point(x, y, places)
            if self.matters(places) or (few and not over):
                names += self.name(x, y, places, taken)
        yield from names

    def starts(self, places: Sequence[int]) -> bool:
        return any(int(self.found.reached[k]) == self.found.start for k in places)

    def matters(self, places: Sequence[int]) -> bool:
        return self.starts(places) or any(self.deal[k] for k in places)

    def point(self, x: float, y: float, places: Sequence[int]) -> Markup:
        if all(self.over[k] for k in places) and not self.starts(places):
            low, high = f"{x - 4:.1f}", f"{x + 4:.1f}"
            up, down = f"{y - 4:.1f}", f"{y + 4:.1f}"
            path = f"M{low} {up}L{high} {down}M{high} {up}L{low} {down}"
            return element("path", d=path, stroke=_CROSSED, stroke_width=1.6)
        agreed = any(self.deal[k] for k in places)
        return circle(x, y, 5 if self.matters(places) else 4, SHADE if agreed else PAPER)

    def name(self, x: float, y: float, places: Sequence[int], taken: _Taken) -> Iterator[Markup]:
        """Write the numbers of states where there is room beside their point, if there is."""
        shown = [str(int(self.found.reached[k])) for k in places[:3]]
        text = ", ".join(shown) + ("…" if len(places) > len(shown) else "")
        start = self.starts(places)
        text = f"{self.phrases.words('mark.sq')} {text}" if start else text
        wide = width_of(text, 9) + (6 if start else 0)
        for right, drop in ((True, -5.0), (True, 12.0), (False, -5.0), (False, 12.0)):
            left = x + 6 if right else x - 6 - wide
            box = (left, y + drop - 8, left + wide, y + drop + 1)
            within = left > self.left and left + wide < self.left + _SIDE + _GAP / 2
            if within and not taken.meets(box):
                taken.add(box)
                yield label(text, x + 6 if right else x - 6, y + drop, size=9,
                            font_weight="bold" if start else "normal",
                            text_anchor="start" if right else "end")  # fmt: skip
                return


class _Taken:
    """Boxes that are taken, by the squares they lie in, so that few are looked at for each."""

    def __init__(self) -> None:
        self._boxes: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for square in self._squares(box):
            self._boxes[square].append(box)

    def meets(self, box: Box) -> bool:
        """Say whether a box overlaps one that is taken."""
        boxes = (other for square in self._squares(box) for other in self._boxes.get(square, ()))
        return any(_overlap(box, other) for other in boxes)

    @staticmethod
    def _squares(box: Box) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (floor(edge / _SQUARE) for edge in box)
        return product(range(left, right + 1), range(top, bottom + 1))


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
