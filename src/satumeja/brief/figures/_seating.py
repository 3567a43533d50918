"""The table map: who sits where, on what, and what could be agreed there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markupsafe import Markup

from satumeja.brief.figures._marks import COLOURS, group
from satumeja.brief.media import INK, PAPER, QUIET, Figure, drawing, element, label, shorten
from satumeja.brief.words import Phrases, Tongue, Words, phrases_of
from satumeja.table import Comparison, Deals, Openings

__all__ = ["outcome_in_words", "table_map"]

_LEFT, _RIGHT, _WIDE = 16.0, 470.0, 400.0
_LINE, _STEP = 15.0, 22.0


def table_map(
    found: Comparison, opened: Sequence[Openings] = (), *, language: Tongue = "en"
) -> Figure:
    """Draw who sits at which table, what each could put on it, and what they could agree.

    Parameters
    ----------
    found : Comparison
        From `satumeja.table.compare`.
    opened : sequence of Openings
        Of the same tables, where they have been asked for.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.table import compare
    >>> table_map(compare(load("december-2021-b")), language="id").title
    'Meja perundingan: siapa duduk di mana, tentang apa'
    """
    return _Map(found, opened, phrases_of(found.model, language)).figure()


class _Map:
    def __init__(self, found: Comparison, opened: Sequence[Openings], phrases: Phrases) -> None:
        self.found, self.phrases, self.words = found, phrases, phrases.words
        self.opened = {(each.table, each.seats): each for each in opened}
        self.makers = found.model.decision_makers
        self.tops, y = [], 14.0
        for dm in self.makers:
            self.tops.append(y)
            y += 30 + max(1, len(dm.options)) * _LINE + _STEP
        self.bottom = max(y, 14.0 + len(found.deals) * 74)
        room = (self.bottom - 14.0) / len(found.deals)
        self.table_tops = [14.0 + k * room + (room - 54) / 2 for k in range(len(found.deals))]

    def figure(self) -> Figure:
        title = self.words("map.title")
        parts = [*self.lines()]
        for k, _ in enumerate(self.makers):
            parts += self.maker(k)
        for k, _ in enumerate(self.found.deals):
            parts += self.table(k)
        description = f"{title}. {' '.join(self.seats())}"
        svg = drawing(
            parts,
            box=(0, 0, _RIGHT + _WIDE + 16, self.bottom),
            title=title,
            description=description,
            language=self.words.language,
            kind="map",
        )
        return Figure(svg, title, description, self.words("map.caption"))

    def name(self, place: int) -> str:
        found = self.found.deals[place]
        tables = {table.id: table for table in self.found.model.tables}
        if found.table in tables:
            return self.phrases.text(tables[found.table].name) or found.table
        return self.words.all_of([self.phrases.dm(dm) for dm in found.seats])

    def seats(self) -> Iterator[str]:
        for dm in self.makers:
            tables = [
                self.words("quoted", text=self.name(k))
                for k, each in enumerate(self.found.deals)
                if dm.id in each.seats
            ]
            key = "map.seat" if tables else "map.nowhere"
            blanks = {"tables": self.words.all_of(tables)} if tables else {}
            yield self.words(key, dm=self.phrases.dm(dm.id), **blanks)

    def lines(self) -> Iterator[Markup]:
        for k, dm in enumerate(self.makers):
            start = _LEFT + 316
            curves = []
            for j, table in enumerate(self.found.deals):
                if dm.id in table.seats:
                    y, end = self.tops[k] + 12, self.table_tops[j] + 14
                    middle, half = (start + _RIGHT) / 2, (y + end) / 2
                    leave, enter = middle - 24, middle + 24
                    path = f"M{start} {y:.1f}Q{leave:.1f} {y:.1f} {middle:.1f} {half:.1f}"
                    path += f"Q{enter:.1f} {end:.1f} {_RIGHT} {end:.1f}"
                    curves.append(element("path", d=path, stroke_width=2.2))
            if curves:
                yield group(k, curves)

    def maker(self, place: int) -> Iterator[Markup]:
        dm, y = self.makers[place], self.tops[place]
        dot = element("circle", cx=_LEFT + 12, cy=y + 12, r=12, fill="currentColor")
        yield group(place % len(COLOURS), [dot], text=True)
        yield label(self.phrases.letters[dm.id], _LEFT + 12, y + 16, size=11, fill=PAPER,
                    text_anchor="middle", font_weight="bold", class_="fixed")  # fmt: skip
        yield label(shorten(self.phrases.dm(dm.id), 280, 13), _LEFT + 32, y + 16, size=13,
                    font_weight="bold")  # fmt: skip
        names = [self.phrases.text(option.name) or option.id for option in dm.options]
        for k, name in enumerate(names):
            text = shorten(name, 330, 10.5)
            yield label(text, _LEFT + 32, y + 34 + k * _LINE, size=10.5, fill=QUIET)

    def table(self, place: int) -> Iterator[Markup]:
        y, found = self.table_tops[place], self.found.deals[place]
        yield element("rect", x=_RIGHT, y=y, width=_WIDE, height=28, rx=6, fill=PAPER, stroke=INK,
                      stroke_width=1.2, class_="line paper")  # fmt: skip
        dates = {table.id: table.date for table in self.found.model.tables}
        date = self.words.date(dates.get(found.table, ""))
        name = self.name(place)
        yield label(shorten(name, _WIDE - 16, 11.5), _RIGHT + 8, y + 18, size=11.5,
                    font_weight="bold")  # fmt: skip
        said = self.outcome(place)
        text = f"{date}: {said}" if date else said
        yield label(shorten(text, _WIDE + 30, 10.5), _RIGHT + 8, y + 44, size=10.5, fill=QUIET)

    def outcome(self, place: int) -> str:
        found = self.found.deals[place]
        return outcome_in_words(self.words, found, self.opened.get((found.table, found.seats)))


def outcome_in_words(
    words: Words, found: Deals, opened: Openings | None, named: Callable[[str], str] = str
) -> str:
    """Say in a few words what a table could agree, or what would open the way.

    `named` says how red lines are called.
    """
    if len(found):
        return words.count("map.deals", len(found))
    if opened is None:
        return words("map.shut")
    if len(opened.zone):
        return words("map.zone")
    if opened.openings:
        lines = [words.all_of([named(n) for n in each.ease]) for each in opened.openings]
        return words("map.easing", lines=words.any_of(lines))
    return words("map.conceding" if opened.concessions else "map.shut")
