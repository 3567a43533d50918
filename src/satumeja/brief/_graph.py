"""The integrated graph: states as circles, the moves of each decision maker as arcs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, hypot, pi, sin

from markupsafe import Markup

from satumeja.brief._layout import RADIUS, Layout, place
from satumeja.brief._moves import Arc, Moves, Shown
from satumeja.brief._phrases import Phrases
from satumeja.brief._routes import Route, routes
from satumeja.brief._selection import Selection, drawn_states, marks_of
from satumeja.brief._svg import INK, PAPER, QUIET, Figure, drawing, element, label, shorten
from satumeja.brief._svg import number as written
from satumeja.brief._words import Words
from satumeja.stability import Analysis

__all__ = ["integrated_graph"]

COLOURS = ("#0072b2", "#c44601", "#00795a", "#a5508a", "#6b5b00", "#3d3d9e")
DASHES = ("", "7 3", "2 2.5", "9 3 2 3", "12 4", "4 2 1 2")
SHADE = "#f6d77a"
_RING = RADIUS + 3.5
_LETTERED = 30
_LISTED = 40
_ROW = 22.0
_TICKS = 84.0
_LEAST_WIDTH = 600.0


def integrated_graph(
    analysis: Analysis, *, moves: Shown = "auto", language: str = "en"
) -> Figure:
    """Draw the moves of all decision makers between the states in one graph.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    moves : {"auto", "all", "improvements"}
        All moves; or only unilateral improvements, where in option form one that is two
        others of the same decision maker in a row is left out; or all where they are few.
    language : {"en", "id"}
        The language of its words.

    Returns
    -------
    Figure
        An SVG picture. Double circle: an equilibrium under some concept; shaded: under
        every concept. With more than 60 states only the status quo, equilibria and
        shortest paths of improvements to them are drawn, and the caption says so.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> figure = integrated_graph(analyse(load("chicken")))
    >>> figure.title
    'Integrated graph'
    """
    phrases, reach = Phrases(analysis.model, Words(language)), Moves(analysis)
    chosen = drawn_states(analysis, reach)
    arcs, shown = reach.arcs(chosen.numbers, moves)
    ranks = [analysis.ranks[dm.id] for dm in analysis.model.decision_makers]
    layout = place(analysis.model, chosen.numbers, ranks, arcs)
    return _Graph(analysis, phrases, chosen, arcs, layout).figure(shown)


class _Graph:
    def __init__(
        self,
        analysis: Analysis,
        phrases: Phrases,
        chosen: Selection,
        arcs: Sequence[Arc],
        layout: Layout,
    ) -> None:
        self.analysis, self.phrases, self.words = analysis, phrases, phrases.words
        self.chosen, self.arcs, self.layout = chosen, arcs, layout
        self.letters = list(phrases.letters.values())
        self.some, self.every = marks_of(analysis)
        whole = routes(layout.points, arcs)
        self.routes = [
            route.trimmed(self.room(arc.start), self.room(arc.end))
            for arc, route in zip(arcs, whole, strict=True)
        ]

    def room(self, number: int) -> float:
        return (_RING if number in self.some else RADIUS) + 2

    def figure(self, shown: Shown) -> Figure:
        words, model = self.words, self.analysis.model
        left, top, right, bottom = self.bounds()
        legend = list(self.legend(left, bottom + 26))
        height = bottom + 26 + _ROW * max(len(model.decision_makers), 4) - top
        title = words("graph.title")
        svg = drawing(
            [*self.ticks(left, top), *self.lines(), *self.nodes(), *self.start(), *legend],
            box=(left, top, max(right - left, _LEAST_WIDTH), height),
            title=title,
            description=self.description(),
            language=words.language,
            kind="graph",
        )
        return Figure(svg, title, self.description(), self.caption(shown))

    def bounds(self) -> tuple[float, float, float, float]:
        spots = [*self.layout.points.values(), *(r.at(t) for r in self.routes for t in (0.3, 0.5, 0.7))]
        ticks = _TICKS if self.layout.ticks else 0.0
        left = min(x for x, _ in spots) - 46 - ticks
        top = min(y for _, y in spots) - 46 - (22 if ticks else 0)
        return left, top, max(x for x, _ in spots) + 46, max(y for _, y in spots) + 40

    def ticks(self, left: float, top: float) -> Iterator[Markup]:
        axes = self.layout.directions
        for tick in self.layout.ticks:
            owners = "".join(
                self.letters[dm] for dm, name in enumerate(axes) if name == tick.axis
            )
            text = f"{owners} {tick.form}"
            if tick.axis == "across":
                yield label(text, tick.at, top + 18, fill=QUIET, text_anchor="middle")
            else:
                yield label(text, left + 10, tick.at + 4, fill=QUIET)

    def lines(self) -> Iterator[Markup]:
        for dm, letter in enumerate(self.letters):
            own = [(a, r) for a, r in zip(self.arcs, self.routes, strict=True) if a.dm == dm]
            if not own:
                continue
            curves = [_curve(route, arc.improves, dm) for arc, route in own]
            heads = [head for arc, route in own for head in _heads(route, arc)]
            marks = [_letter(letter, route) for _, route in own if len(self.arcs) <= _LETTERED]
            yield _group(dm, [*curves, *heads])
            yield from _group_of_letters(dm, marks)

    def nodes(self) -> Iterator[Markup]:
        for number, (x, y) in self.layout.points.items():
            ring = [_circle(x, y, _RING, "none")] if number in self.some else []
            fill = SHADE if number in self.every else PAPER
            yield element(
                "g",
                element("title", self.tooltip(number)),
                *ring,
                _circle(x, y, RADIUS, fill),
                label(
                    str(number),
                    x,
                    y + 4.2,
                    size=12 if number < 1000 else 8,
                    text_anchor="middle",
                    class_="ink on-shade" if number in self.every else "ink",
                ),
                class_="state",
            )

    def tooltip(self, number: int) -> str:
        parts = [self.phrases.state(number)]
        if number == self.analysis.model.status_quo_number:
            parts.append(self.words("mark.status_quo"))
        if number in self.some:
            every = number in self.every
            parts.append(self.words("mark.every_concept" if every else "mark.some_concept"))
        return "; ".join(parts)

    def start(self) -> Iterator[Markup]:
        """Point at the status quo from where there is most room."""
        number = self.analysis.model.status_quo_number
        if number is None or number not in self.layout.points:
            return
        x, y = self.layout.points[number]
        busy = [spot for n, spot in self.layout.points.items() if n != number]
        busy += [route.at(t / 10) for route in self.routes for t in range(11)]
        angle = max(
            (pi * (10 + k) / 8 for k in range(16)),
            key=lambda a: round(_space(x + 38 * cos(a), y + 38 * sin(a), busy), 1),
        )
        near, far = self.room(number) + 1, self.room(number) + 22
        dx, dy = cos(angle), sin(angle)
        yield element(
            "g",
            element("path", d=_blunt_arrow(x, y, dx, dy, near, far), fill=INK, class_="ink-fill"),
            label(
                "SQ", x + (far + 9) * dx, y + (far + 9) * dy + 3.5, size=10, font_weight="bold",
                text_anchor="middle", stroke=PAPER, stroke_width=3, paint_order="stroke",
                class_="ink halo",
            ),
            class_="status-quo",
        )

    def legend(self, left: float, top: float) -> Iterator[Markup]:
        x, words = left + 12, self.words
        for dm, maker in enumerate(self.analysis.model.decision_makers):
            y = top + dm * _ROW
            sample = Route((x, y), (x + 23, y), (x + 46, y))
            yield _group(dm, [_curve(sample, True, dm), *_heads(sample, Arc(dm, 0, 0, True, False))])
            name = f"{self.letters[dm]}  {self.phrases.dm(maker.id)}"
            heading = self.layout.directions[dm] if self.layout.directions else ""
            if heading:
                name = f"{name}: {words(f'graph.direction.{heading}')}"
            yield label(shorten(name, 250), x + 54, y + 4)
        x += 320
        for row, key in enumerate(("equilibrium", "strong", "status_quo", "heads")):
            y = top + row * _ROW
            yield from _symbol(key, x + 16, y)
            yield label(words(f"graph.legend.{key}"), x + 44, y + 4)

    def description(self) -> str:
        words, model = self.words, self.analysis.model
        said = [words.count("graph.drawn", len(self.chosen.numbers))]
        if model.status_quo_number:
            said.append(words("graph.starts", number=model.status_quo_number))
        drawn = set(self.chosen.numbers)
        for key, marked in (("graph.some", self.some), ("graph.every", self.every)):
            numbers = [str(n) for n in sorted(marked & drawn)]
            said.append(words(key, numbers=words.all_of(numbers) if numbers else words("none")))
        for dm in model.decision_makers:
            said.append(self.improvements(dm.id))
        return " ".join(said)

    def improvements(self, dm_id: str) -> str:
        place_of = [dm.id for dm in self.analysis.model.decision_makers].index(dm_id)
        own = [arc for arc in self.arcs if arc.dm == place_of and arc.improves]
        listed = ", ".join(f"{arc.start} → {arc.end}" for arc in own[:_LISTED])
        more = " …" if len(own) > _LISTED else ""
        dm = self.phrases.dm(dm_id)
        return self.words("graph.improvements", dm=dm, arcs=listed + more or self.words("none"))

    def caption(self, shown: Shown) -> str:
        words, said = self.words, [self.words(f"graph.caption.{shown}")]
        if shown == "improvements" and not self.analysis.model.is_graph:
            said.append(words("graph.caption.composed"))
        if any(self.layout.directions):
            said.append(words("graph.caption.directions"))
        if self.chosen.left_out:
            said.append(words.count("graph.caption.left_out", self.chosen.left_out))
        return " ".join(said)


def _space(x: float, y: float, busy: Sequence[tuple[float, float]]) -> float:
    return min([hypot(x - a, y - b) for a, b in busy] + [60.0])


def _circle(x: float, y: float, radius: float, fill: str) -> Markup:
    kind = {PAPER: "paper", SHADE: "shade"}.get(fill, "ring")
    return element(
        "circle", cx=x, cy=y, r=radius, fill=fill, stroke=INK, stroke_width=1.2, class_=f"line {kind}"
    )


def _curve(route: Route, improves: bool, dm: int) -> Markup:
    (ax, ay), (bx, by), (cx, cy) = route.start, route.control, route.end
    spots = [written(v) for v in (ax, ay, bx, by, cx, cy)]
    path = "M{} {}Q{} {} {} {}".format(*spots)
    dash = {"stroke_dasharray": DASHES[dm % len(DASHES)]} if DASHES[dm % len(DASHES)] else {}
    return element("path", d=path, stroke_width=1.9 if improves else 0.9, **dash)


def _heads(route: Route, arc: Arc) -> Iterator[Markup]:
    """A solid head where the mover improves; an open one where it can only move."""
    yield _head(route.control, route.end, solid=arc.improves)
    if arc.returns and not (arc.improves and arc.start == arc.end):
        yield _head(route.control, route.start, solid=False)


def _head(towards: tuple[float, float], tip: tuple[float, float], *, solid: bool) -> Markup:
    dx, dy = tip[0] - towards[0], tip[1] - towards[1]
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length
    size, half = (9.0, 4.0) if solid else (6.5, 3.2)
    wings = [
        (tip[0] - size * dx - side * half * dy, tip[1] - size * dy + side * half * dx)
        for side in (1, -1)
    ]
    (ax, ay), (bx, by) = wings
    path = "M{} {}L{} {}L{} {}".format(*(written(v) for v in (ax, ay, *tip, bx, by)))
    if solid:
        return element("path", d=path + "Z", class_="head", stroke_width=0.6, fill="currentColor")
    return element("path", d=path, stroke_width=1.1)


def _group(dm: int, parts: Sequence[Markup]) -> Markup:
    colour = COLOURS[dm % len(COLOURS)]
    kind = f"dm dm-{dm % len(COLOURS) + 1}"
    return element("g", *parts, class_=kind, fill="none", stroke="currentColor", color=colour)


def _letter(letter: str, route: Route) -> Markup:
    x, y = route.at(0.5)
    return label(
        letter, x, y + 3.6, size=10, fill="currentColor", font_weight="bold",
        text_anchor="middle", stroke=PAPER, stroke_width=4, paint_order="stroke", class_="halo",
    )  # fmt: skip


def _group_of_letters(dm: int, marks: Sequence[Markup]) -> Iterator[Markup]:
    if marks:
        kind = f"dm-{dm % len(COLOURS) + 1} letters"
        yield element("g", *marks, class_=kind, color=COLOURS[dm % len(COLOURS)])


def _blunt_arrow(x: float, y: float, dx: float, dy: float, near: float, far: float) -> str:
    """Outline a thick arrow that ends `near` a point and starts `far` from it."""
    along = ((near, 0), (near + 9, 6), (near + 9, 2.2), (far, 2.2))
    outline = [*along, *((a, -b) for a, b in reversed(along[1:]))]
    spots = [f"{written(x + a * dx - b * dy)} {written(y + a * dy + b * dx)}" for a, b in outline]
    return f"M{'L'.join(spots)}Z"


def _symbol(key: str, x: float, y: float) -> Iterator[Markup]:
    if key in ("equilibrium", "strong"):
        yield _circle(x, y, 9.0, "none")
        yield _circle(x, y, 6.5, SHADE if key == "strong" else PAPER)
    elif key == "status_quo":
        shape = _blunt_arrow(x + 12, y, -1, 0, 0, 24)
        yield element("path", d=shape, fill=INK, class_="ink-fill")
    else:
        solid, hollow = _head((0, y), (x - 2, y), solid=True), _head((0, y), (x + 12, y), solid=False)
        yield element(
            "g", solid, hollow, fill="none", stroke="currentColor", color=INK, class_="ink-line"
        )
