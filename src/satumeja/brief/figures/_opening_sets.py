"""The opening sets: which red lines, eased together, open the zone."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from satumeja.brief.media import INK, QUIET, Figure, drawing, element, label, shorten, width_of
from satumeja.brief.sentences import seats_in_words, states_in_words
from satumeja.brief.words import Phrases, Tongue, phrases_of, short_of
from satumeja.stability import CONCEPTS
from satumeja.table import Opening, Openings

__all__ = ["opening_sets"]

_MOST = 16
_WIDEST, _COLUMN, _ROW, _TOP = 470.0, 92.0, 26.0, 22.0
_FAINT = "#d5dae0"


def opening_sets(found: Openings, *, language: Tongue = "en") -> Figure:
    """Draw the smallest sets of what would have to give for the zone to open.

    Parameters
    ----------
    found : Openings
        From `satumeja.table.openings`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture: a row for each red line (or member who puts up with less) of some
        set, a column for each set; of more than 16 sets the smallest.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.table import openings
    >>> opening_sets(openings(load("december-2021-b"), "osce")).description
    'What opens the zone. Easing us#1 and nato#1 makes possible: state 14.'
    """
    return _Sets(found, phrases_of(found.model, language)).figure()


class _Sets:
    def __init__(self, found: Openings, phrases: Phrases) -> None:
        self.found, self.phrases, self.words = found, phrases, phrases.words
        ways = found.openings or found.concessions
        self.ways, self.left_out = ways[:_MOST], max(0, len(ways) - _MOST)
        asked = {name for way in self.ways for name in (*way.ease, *way.accept_less)}
        lines = [line.name for line in found.red_lines if line.name in asked]
        self.rows = [*lines, *(dm for dm in found.seats if dm in asked)]
        longest = max((width_of(self.named(name), 11) for name in self.rows), default=0.0)
        self.left = min(_WIDEST, longest + 24)

    def figure(self) -> Figure:
        words, title = self.words, self.words("sets.title")
        bottom = _TOP + len(self.rows) * _ROW
        parts = [part for k, name in enumerate(self.rows) for part in self.row(k, name)]
        parts += [part for k, way in enumerate(self.ways) for part in self.column(k, way, bottom)]
        said = [
            words(
                "sets.column",
                lines=words.all_of([*way.ease, *map(self.phrases.dm, way.accept_less)]),
                states=states_in_words(words, way.best.tolist()),
            )
            for way in self.ways
        ]
        description = " ".join([f"{title}.", *said])
        name = seats_in_words(self.phrases, self.found.table, self.found.seats)
        caption = [words("sets.caption", name=name)]
        left_out = words.count("sets.left_out", self.left_out) if self.left_out else ""
        caption += [left_out] if left_out else []
        wide = self.left + max(1, len(self.ways)) * _COLUMN + 12
        svg = drawing(
            parts,
            box=(0, 0, wide, bottom + 24 + 14 * self.deepest),
            title=title,
            description=description,
            language=words.language,
            kind="sets",
        )
        return Figure(svg, title, description, " ".join(caption), left_out=left_out)

    @property
    def deepest(self) -> int:
        """How many lines of text stand below the columns."""
        return max((len(list(self.below(way))) for way in self.ways), default=0)

    def row(self, place: int, name: str) -> Iterator[Markup]:
        y = _TOP + place * _ROW
        text = shorten(self.named(name), self.left - 24, 11)
        yield label(text, self.left - 16, y + 4, size=11, text_anchor="end")
        for k in range(len(self.ways)):
            x = self.left + (k + 0.5) * _COLUMN
            yield element("circle", cx=x, cy=y, r=6, fill=_FAINT, class_="faint")

    def named(self, name: str) -> str:
        for line in self.found.red_lines:
            if line.name == name:
                condition = self.phrases.condition(line.statement.condition)
                return self.words("openings.line", name=name, condition=condition)
        return self.words("sets.accept", dm=self.phrases.dm(name))

    def column(self, place: int, way: Opening, bottom: float) -> Iterator[Markup]:
        x = self.left + (place + 0.5) * _COLUMN
        rows = [self.rows.index(name) for name in (*way.ease, *way.accept_less)]
        ends = [_TOP + row * _ROW for row in (min(rows), max(rows))]
        yield element("path", d=f"M{x:.1f} {ends[0]:.1f}L{x:.1f} {ends[1]:.1f}", stroke=INK,
                      stroke_width=3, class_="line")  # fmt: skip
        for row in rows:
            yield element("circle", cx=x, cy=_TOP + row * _ROW, r=7, fill=INK, class_="dot")
        for k, text in enumerate(self.below(way)):
            yield label(text, x, bottom + 10 + k * 14, size=10, text_anchor="middle",
                        fill=QUIET if k else INK)  # fmt: skip

    def below(self, way: Opening) -> Iterator[str]:
        best = [str(n) for n in way.best.tolist()]
        yield ", ".join(best[:4]) + ("…" if len(best) > 4 else "")
        held = way.holds or {}
        for concept in CONCEPTS:
            if held and all(each[concept] for each in held.values()):
                yield short_of(concept, self.words)
