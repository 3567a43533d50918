"""When zones of agreement open and close: tables by dates, as a figure."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from satumeja.brief.figures._marks import SHADE
from satumeja.brief.media import PAPER, QUIET, Figure, drawing, element, label, shorten
from satumeja.brief.sentences import step_lead
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.questions import OverTime, Session, Step

__all__ = ["zone_dates"]

_NAME, _WIDE, _HIGH, _TOP = 240.0, 172.0, 58.0, 58.0
_SHUT = "#c44601"


def zone_dates(found: OverTime, *, language: Tongue = "en") -> Figure:
    """Draw at which dates each table has deals, when its zone closes, and for whom.

    Parameters
    ----------
    found : OverTime
        From `satumeja.questions.over_time`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture: a row for each table, a column for each step.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import over_time
    >>> zone_dates(over_time(load("december-2021-b")), language="id").title
    'Kapan zona kesepakatan terbuka dan tertutup'
    """
    return _Dates(found, language).figure()


class _Dates:
    def __init__(self, found: OverTime, language: Tongue) -> None:
        self.steps = found.steps
        self.books = [phrases_of(step.model, language) for step in found.steps]
        self.words = self.books[0].words
        self.tables = list(
            dict.fromkeys(s.table.id for step in found.steps for s in step.sessions)
        )

    def figure(self) -> Figure:
        words, title = self.words, self.words("zone_dates.title")
        parts, told = list[Markup](), list[str]()
        for k, (step, phrases) in enumerate(zip(self.steps, self.books, strict=True)):
            left = _NAME + k * _WIDE
            parts += self.head(step, phrases, left)
            for session in step.sessions:
                outcome, whom = self.outcome(phrases, session)
                parts += self.cell(session, left, outcome, whom)
                lead = f"{step_lead(words, step)}, {phrases.text(session.table.name)}:"
                told.append(" ".join(filter(None, [lead, outcome, whom])))
        parts += self.names()
        described = " ".join(f"{each.rstrip('.')}." for each in told)
        svg = drawing(
            parts,
            box=(0, 0, _NAME + len(self.steps) * _WIDE + 8, _TOP + len(self.tables) * _HIGH + 8),
            title=title,
            description=f"{title}. {described}",
            language=words.language,
            kind="dates",
        )
        return Figure(svg, title, f"{title}. {described}", words("zone_dates.caption"))

    def names(self) -> Iterator[Markup]:
        known = {s.table.id: s.table for step in self.steps for s in step.sessions}
        for row, table in enumerate(self.tables):
            name = known[table].name.in_language(self.words.language)
            y = _TOP + row * _HIGH + 26
            yield label(shorten(name, _NAME - 16, 11), 8, y, size=11, font_weight="bold")

    def head(self, step: Step, phrases: Phrases, left: float) -> Iterator[Markup]:
        room = _WIDE - 10
        yield label(shorten(step_lead(self.words, step), room, 11), left, 18, size=11,
                    font_weight="bold")  # fmt: skip
        if step.start is not None:
            said = self.words("zone_dates.in_force", form=phrases.form(step.start))
            yield label(shorten(said, room, 10), left, 36, size=10, fill=QUIET)

    def outcome(self, phrases: Phrases, session: Session) -> tuple[str, str]:
        """Say how many deals a table has, or that its zone closes, and for whom."""
        words, count = self.words, len(session.open_deals)
        if session.over:
            return words("zone_dates.over"), ""
        if not session.closes:
            said = words.count("map.deals", count) if count else words("map.shut")
            return said, words("zone_dates.meets") if session.meets else ""
        whom = dict.fromkeys(dm for lost in session.lost for dm in lost.refused_by)
        if whom:
            dms = words.all_of([phrases.dm(dm) for dm in whom])
            return words("zone_dates.closes"), words("zone_dates.whom", dms=dms)
        return words("zone_dates.closes"), words("zone_dates.out_of_reach")

    def cell(self, session: Session, left: float, outcome: str, whom: str) -> Iterator[Markup]:
        top = _TOP + self.tables.index(session.table.id) * _HIGH
        colours = {"fill": SHADE if session.open_deals else PAPER,
                   "stroke": _SHUT if session.closes else QUIET}  # fmt: skip
        kind = "zone" if session.open_deals else "paper"
        wide = 2.2 if session.closes else 0.8
        yield element("rect", x=left, y=top, width=_WIDE - 8, height=_HIGH - 10, rx=4,
                      class_=kind, stroke_width=wide, **colours)  # fmt: skip
        room = _WIDE - 24
        yield label(shorten(outcome, room, 11), left + 8, top + 20, size=11)
        yield label(shorten(whom, room, 10), left + 8, top + 37, size=10, fill=QUIET)
