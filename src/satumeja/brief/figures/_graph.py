"""Graphs of a model: states as circles, the moves of one decision maker or of all as arcs."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, sin
from textwrap import wrap

from markupsafe import Markup

from satumeja.brief.figures._graph_plan import Plan, plan_of, roomiest
from satumeja.brief.figures._layout import RADIUS
from satumeja.brief.figures._marks import (
    RING,
    SHADE,
    arrow_in,
    circle,
    curve,
    group,
    heads,
    letter,
    symbol,
)
from satumeja.brief.figures._routes import Route
from satumeja.brief.media import (
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
from satumeja.brief.tables import DRAWN, Arc, Shown, order_of
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.stability import Analysis

__all__ = ["individual_graph", "integrated_graph"]

_LETTERED = 40
_LISTED = 40
_ROW = 22.0
_TICKS = 72.0
_LEAST_WIDTH = 560.0
_LINES = 12
_SPOTS = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)

Point = tuple[float, float]


def integrated_graph(
    analysis: Analysis, *, moves: Shown = "auto", most: int = DRAWN, language: Tongue = "en"
) -> Figure:
    """Draw the moves of all decision makers between the states in one graph.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    moves : {"auto", "all", "improvements"}
        All moves; or only unilateral improvements, where in option form one that is two
        others of the same decision maker in a row is left out; or all where they are few.
    most : int
        How many states to draw at most; some 350 can still be told apart.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture. Double circle: an equilibrium under some concept; shaded: under
        every concept. With more states than `most` only the status quo, equilibria and
        shortest paths of improvements to them are drawn, and the caption says so.

    Raises
    ------
    LimitError
        If more than 2,048 states were to be drawn.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> figure = integrated_graph(analyse(load("chicken")))
    >>> figure.title
    'Integrated graph'
    """
    phrases = phrases_of(analysis.model, language)
    return _Graph(analysis, phrases, plan_of(analysis, moves, most, None)).figure()


def individual_graph(
    analysis: Analysis,
    dm: str,
    *,
    moves: Shown = "auto",
    most: int = DRAWN,
    language: Tongue = "en",
) -> Figure:
    """Draw the moves of one decision maker between the states, its order under them.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    dm : str
        Whose moves, by id.
    moves, most, language
        As for `integrated_graph`; the states stand where they stand there.

    Returns
    -------
    Figure
        An SVG picture.

    Raises
    ------
    QuestionError
        If there is no such decision maker.
    LimitError
        As for `integrated_graph`.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> individual_graph(analyse(load("chicken")), "row").title
    'Graph of Row player'
    """
    phrases = phrases_of(analysis.model, language)
    focal = analysis.model.place(dm)
    return _Graph(analysis, phrases, plan_of(analysis, moves, most, focal)).figure()


class _Graph:
    def __init__(self, analysis: Analysis, phrases: Phrases, plan: Plan) -> None:
        self.analysis, self.phrases, self.words = analysis, phrases, phrases.words
        self.chosen, self.arcs, self.layout = plan.chosen, plan.arcs, plan.layout
        self.routes, self.marks, self.room = plan.routes, plan.marks, plan.room
        self.shown, self.focal = plan.shown, plan.focal
        self.letters = list(phrases.letters.values())
        makers = range(len(self.letters))
        self.movers = makers if plan.focal is None else (plan.focal,)
        self.entry = plan.entry

    def figure(self) -> Figure:
        words, title = self.words, self.title()
        left, top, right, bottom = self.bounds()
        rows = len(self.movers) + (len(self.signs()) + 1) // 2
        order = self.order(max(right - left, _LEAST_WIDTH))
        parts = [
            *self.ticks(left, top),
            *self.lines(),
            *self.nodes(),
            *self.start(),
            *self.legend(left + 12, bottom + 16),
            *(
                label(line, left + 12, bottom + 20 + _ROW * rows + 18 * k)
                for k, line in enumerate(order)
            ),
        ]
        svg = drawing(
            parts,
            box=(
                left,
                top,
                max(right - left, _LEAST_WIDTH),
                bottom + 16 + _ROW * rows + 18 * len(order) - top,
            ),
            title=title,
            description=self.description(),
            language=words.language,
            kind="graph",
        )
        caption, left_out = self.caption(), self.not_drawn()
        return Figure(svg, title, self.description(), caption, self.data(), left_out)

    def title(self) -> str:
        if self.focal is None:
            return self.words("graph.title")
        return self.words("graph.individual", dm=self.mover(self.focal))

    def mover(self, dm: int) -> str:
        return self.phrases.dm(self.analysis.model.decision_makers[dm].id)

    def order(self, width: float) -> list[str]:
        """Write the order of the one decision maker shown, in lines of some width."""
        if self.focal is None:
            return []
        dm = self.analysis.model.decision_makers[self.focal]
        written = order_of(self.analysis, dm.id, self.chosen.numbers)
        lines = wrap(written, int((width - 24) / width_of("0")), break_long_words=False)
        return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], "…"]

    def data(self) -> Table:
        """Give what is drawn as a table: one row an arc."""
        words = self.words
        head = tuple(
            Cell(words(f"graph.data.{key}"), "col") for key in ("mover", "from", "to", "kind")
        )
        body = tuple(
            (
                Cell(self.mover(arc.dm)),
                Cell(str(arc.start)),
                Cell(str(arc.end)),
                Cell(words(_kind(arc))),
            )
            for arc in self.arcs
        )
        return Table(self.title(), (head,), body, "", "arcs", words.language)

    def bounds(self) -> tuple[float, float, float, float]:
        spots = list(self.layout.points.values())
        spots += [route.at(t / 10) for route in self.routes for t in range(11)]
        if self.entry:
            (x, y), angle = self.layout.points[self.entry[0]], self.entry[1]
            spots.append((x + 38 * cos(angle), y + 38 * sin(angle)))
        for tick in self.layout.ticks:
            if tick.axis == "across":
                half = width_of(tick.form) / 2
                spots += [(tick.at - half, spots[0][1]), (tick.at + half, spots[0][1])]
        ticks = _TICKS if self.layout.ticks else 0.0
        return (
            min(x for x, _ in spots) - 30 - ticks,
            min(y for _, y in spots) - 30 - (28 if ticks else 0),
            max(x for x, _ in spots) + 30,
            max(y for _, y in spots) + 30,
        )

    def ticks(self, left: float, top: float) -> Iterator[Markup]:
        for tick in self.layout.ticks:
            owners = "".join(
                sign
                for sign, name in zip(self.letters, self.layout.directions, strict=True)
                if name == tick.axis
            )
            text = f"{owners}: {tick.form}"
            if tick.axis == "across":
                yield label(text, tick.at, top + 20, fill=QUIET, text_anchor="middle")
            else:
                yield label(text, left + 12, tick.at + 4, fill=QUIET)

    def lines(self) -> Iterator[Markup]:
        lettered: list[Point] = []
        for dm in self.movers:
            sign = self.letters[dm]
            own = [(a, r) for a, r in zip(self.arcs, self.routes, strict=True) if a.dm == dm]
            if not own:
                continue
            yield group(dm, [part for a, r in own for part in (curve(r, a), *heads(r, a))])
            if len(self.arcs) <= _LETTERED:
                spots = [self.spot(route, lettered) for _, route in own]
                yield group(dm, [letter(sign, x, y) for x, y in spots], text=True)

    def spot(self, route: Route, lettered: list[Point]) -> Point:
        """Choose where on an arc its letter has most room."""
        others = [r.at(t / 12) for r in self.routes if r is not route for t in range(13)]
        busy = [*self.layout.points.values(), *others, *lettered]
        spots = [route.at(part) for part in _SPOTS]
        lettered.append(spots[roomiest([[spot] for spot in spots], busy, enough=14)])
        return lettered[-1]

    def nodes(self) -> Iterator[Markup]:
        for number, (x, y) in self.layout.points.items():
            every = self.marks.every(number)
            ring = [circle(x, y, RING, "none")] if self.marks.some(number) else []
            yield element(
                "g",
                element("title", self.tooltip(number)),
                *ring,
                circle(x, y, RADIUS, SHADE if every else PAPER),
                label(
                    str(number), x, y + 4.2, size=12 if number < 1000 else 8,
                    text_anchor="middle", class_="on-shade" if every else "ink",
                ),
                class_="state",
            )  # fmt: skip

    def tooltip(self, number: int) -> str:
        parts = [self.phrases.state(number)]
        if number == self.analysis.model.status_quo_number:
            parts.append(self.words("mark.status_quo"))
        if self.marks.some(number):
            every = self.marks.every(number)
            parts.append(self.words("mark.every_concept" if every else "mark.some_concept"))
        return "; ".join(parts)

    def start(self) -> Iterator[Markup]:
        if self.entry is None:
            return
        number, angle = self.entry
        (x, y), dx, dy = self.layout.points[number], cos(angle), sin(angle)
        near, far = self.room(number) + 1, self.room(number) + 22
        yield arrow_in(x, y, dx, dy, near, far)
        yield label(
            self.words("mark.sq"), x + (far + 10) * dx, y + (far + 8) * dy + 3.5, size=10,
            font_weight="bold", text_anchor="middle", stroke=PAPER, stroke_width=3,
            paint_order="stroke", class_="ink halo",
        )  # fmt: skip

    def legend(self, x: float, top: float) -> Iterator[Markup]:
        words = self.words
        for k, dm in enumerate(self.movers):
            y = top + k * _ROW
            line, arc = Route((x, y), (x + 23, y), (x + 46, y)), Arc(dm, 0, 0, True, False)
            yield group(dm, [curve(line, arc), *heads(line, arc)])
            name = f"{self.letters[dm]}: {self.mover(dm)}"
            heading = self.layout.directions[dm] if self.layout.directions else ""
            if heading:
                name = words("graph.legend.moves", name=name, way=words(f"graph.way.{heading}"))
            yield label(shorten(name, _LEAST_WIDTH - 80), x + 56, y + 4)
        top += len(self.movers) * _ROW
        for k, key in enumerate(self.signs()):
            column, y = x + 260 * (k % 2), top + k // 2 * _ROW
            yield from symbol(key, column + 22, y)
            yield label(words(f"graph.legend.{key}"), column + 56, y + 4)

    def equilibria(self) -> tuple[list[int], list[int]]:
        """List the equilibria drawn: under some concept, under every one."""
        some = [number for number in self.chosen.numbers if self.marks.some(number)]
        return some, [number for number in some if self.marks.every(number)]

    def signs(self) -> list[str]:
        """List the signs in the picture that a legend must explain."""
        some, every = self.equilibria()
        there = {
            "equilibrium": len(some) > len(every),
            "improves": any(arc.improves for arc in self.arcs),
            "strong": every,
            "only_moves": any(arc.returns or not arc.improves for arc in self.arcs),
            "status_quo": self.entry,
        }
        return [key for key, found in there.items() if found]

    def description(self) -> str:
        words, model = self.words, self.analysis.model
        said = [words.count("graph.drawn", len(self.chosen.numbers))]
        if model.status_quo_number:
            said.append(words("graph.starts", number=model.status_quo_number))
        for key, marked in zip(("graph.some", "graph.every"), self.equilibria(), strict=True):
            numbers = [str(number) for number in marked]
            said.append(words(key, numbers=words.all_of(numbers) if numbers else words("none")))
        said += [self.improvements(dm) for dm in self.movers]
        return " ".join(said)

    def improvements(self, dm: int) -> str:
        own = [arc for arc in self.arcs if arc.dm == dm and arc.improves]
        listed = ", ".join(f"{arc.start} → {arc.end}" for arc in own[:_LISTED])
        more = " …" if len(own) > _LISTED else ""
        return self.words(
            "graph.improvements",
            dm=self.mover(dm),
            arcs=listed + more or self.words("none"),
        )

    def caption(self) -> str:
        words, said = self.words, [self.words(f"graph.caption.{self.shown}")]
        said.extend(filter(None, [self.phrases.over(self.analysis.blocks)]))
        if self.shown == "improvements" and self.analysis.model.moves_by_options:
            said.append(words("graph.caption.composed"))
        if any(self.layout.directions):
            said.append(words("graph.caption.directions"))
        said.extend(filter(None, [self.not_drawn()]))
        return " ".join(said)

    def not_drawn(self) -> str:
        count = self.chosen.left_out
        return self.words.count("graph.caption.left_out", count) if count else ""


def _kind(arc: Arc) -> str:
    """Return the message that says what an arc stands for."""
    if not arc.improves:
        return "graph.data.both" if arc.returns else "graph.data.moves"
    return "graph.data.improves_and_back" if arc.returns else "graph.data.improves"
