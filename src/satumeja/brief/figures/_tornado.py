"""The tornado: how many answers lean on each assumption, the thinnest evidence on top."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from satumeja.brief.media import INK, QUIET, Figure, drawing, element, label, shorten
from satumeja.brief.sentences import assumption_in_words, sources_in_words
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.questions import Leaning, RestsOn

__all__ = ["tornado"]

_MOST = 24
_NAME, _HALF, _SIDE = 430.0, 150.0, 74.0
_ROW, _TOP = 22.0, 34.0
_LESS, _MORE = "#0072b2", "#c44601"


def tornado(found: RestsOn, *, language: Tongue = "en") -> Figure:
    """Draw how many answers each assumption would flip.

    Parameters
    ----------
    found : RestsOn
        From `satumeja.questions.rests_on`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture; of more than 24 assumptions those that most answers lean on, and
        the caption says so.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import rests_on
    >>> tornado(rests_on(load("chicken")), language="id").title
    'Tempat jawaban bertumpu'
    """
    phrases = phrases_of(found.model, language)
    return _Tornado(found, phrases).figure()


class _Tornado:
    def __init__(self, found: RestsOn, phrases: Phrases) -> None:
        self.phrases, self.words = phrases, phrases.words
        most = sorted(found.leanings, key=lambda each: -len(each.answers))[:_MOST]
        self.rows = [each for each in found.leanings if each in most]
        self.left_out = len(found.leanings) - len(self.rows)
        counts = [len(side) for each in self.rows for side in (each.weaker, each.stronger)]
        self.unit = (_HALF - 30) / max(1, *counts, 1)
        self.middle = _NAME + _HALF

    def figure(self) -> Figure:
        words, title = self.words, self.words("tornado.title")
        bottom = _TOP + len(self.rows) * _ROW
        parts = [part for k, each in enumerate(self.rows) for part in self.row(k, each)]
        said = [
            words(
                "tornado.row",
                name=assumption_in_words(self.phrases, each.assumption),
                weaker=len(each.weaker),
                stronger=len(each.stronger),
            )
            for each in self.rows
        ]
        description = " ".join(said) or words("rests.none_lean")
        caption = [words("tornado.caption")]
        left_out = words.count("tornado.left_out", self.left_out) if self.left_out else ""
        caption += [left_out] if left_out else []
        svg = drawing(
            [*self.heads(), *parts, *self.axis(bottom)],
            box=(0, 0, _NAME + 2 * _HALF + _SIDE, bottom + 10),
            title=title,
            description=description,
            language=words.language,
            kind="tornado",
        )
        return Figure(svg, title, description, " ".join(caption), left_out=left_out)

    def heads(self) -> Iterator[Markup]:
        yield label(
            self.words("tornado.less"), self.middle - 10, 18, size=11, fill=QUIET,
            text_anchor="end",
        )  # fmt: skip
        yield label(self.words("tornado.more"), self.middle + 10, 18, size=11, fill=QUIET)

    def row(self, place: int, each: Leaning) -> Iterator[Markup]:
        y = _TOP + place * _ROW
        name = shorten(assumption_in_words(self.phrases, each.assumption), _NAME - 14, 11)
        yield label(name, _NAME - 8, y + 14, size=11, text_anchor="end")
        less, more = len(each.weaker), len(each.stronger)
        wide = less * self.unit
        yield element(
            "rect", x=self.middle - wide, y=y + 3, width=wide, height=_ROW - 8, fill=_LESS
        )
        yield element(
            "rect", x=self.middle, y=y + 3, width=more * self.unit, height=_ROW - 8, fill=_MORE
        )
        if less:
            yield label(str(less), self.middle - wide - 4, y + 14, size=10, text_anchor="end")
        if more:
            yield label(str(more), self.middle + more * self.unit + 4, y + 14, size=10)
        sources = sources_in_words(self.words, each.assumption)
        yield label(sources, self.middle + _HALF + 4, y + 14, size=10, fill=QUIET)

    def axis(self, bottom: float) -> Iterator[Markup]:
        x = f"{self.middle:.1f}"
        path = f"M{x} {_TOP - 6:.1f}L{x} {bottom + 2:.1f}"
        yield element("path", d=path, stroke=INK, stroke_width=1, class_="line")
