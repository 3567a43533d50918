"""The status quo diagram: states by the number of moves in which they can come about."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from satumeja.brief.figures._layout import RADIUS
from satumeja.brief.figures._marks import RING, SHADE, circle, curve, group, heads, letter, symbol
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
)
from satumeja.brief.tables import Arc, marks_of
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.questions import Paths, goals
from satumeja.stability import Analysis

__all__ = ["status_quo_diagram"]

_MOST, _GOALS, _WAYS = 60, 20, 3
_ACROSS, _WIDER, _DOWN, _TOP = 140.0, 4.0, 50.0, 60.0
_LEAST_WIDTH = 560.0
_ROW = 22.0

Node = tuple[int, str]
"""A state, and who moves last into it; nobody, an empty text, for the start."""


def status_quo_diagram(analysis: Analysis, found: Paths, *, language: Tongue = "en") -> Figure:
    """Draw what can come about from a state, level by level [1]_.

    Parameters
    ----------
    analysis : Analysis
        An analysed model, for the marks of its equilibria.
    found : Paths
        From `satumeja.questions.paths`, of the same model.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Figure
        An SVG picture: a column for each number of moves, in it a circle for each state
        and decision maker who can first move last into it after so many moves. Where there
        were more than 60 circles only shortest paths to equilibria are drawn.

    References
    ----------
    .. [1] Li, Kilgour & Hipel, "Status quo analysis in the graph model for conflict
       resolution", Journal of the Operational Research Society, 2005.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import paths
    >>> from satumeja.stability import analyse
    >>> model = load("cuban-missile-crisis")
    >>> status_quo_diagram(analyse(model), paths(model, improvements=True)).title
    'What can come about from state 1'
    """
    return _Diagram(analysis, found, phrases_of(analysis.model, language)).figure()


class _Diagram:
    def __init__(self, analysis: Analysis, found: Paths, phrases: Phrases) -> None:
        self.analysis, self.found = analysis, found
        self.phrases, self.words = phrases, phrases.words
        self.marks = marks_of(analysis)
        self.dms = [dm.id for dm in analysis.model.decision_makers]
        self.levels, self.left_out = self._levels()
        self.before = {node: self._before(node) for level in self.levels[1:] for node in level}
        self.across = _ACROSS + _WIDER * max(map(len, self.levels))
        self.spots = self._spots()

    def _levels(self) -> tuple[list[list[Node]], int]:
        """Gather the nodes by their number of moves, all or those on shortest paths."""
        count = int((self.found.arrivals > 0).sum())
        nodes = self._all() if count <= _MOST else self._chosen()
        last = max(nodes.values(), default=0)
        levels: list[list[Node]] = [[(self.found.start, "")], *([] for _ in range(last))]
        for node, level in sorted(nodes.items()):
            levels[level].append(node)
        return levels, count - len(nodes)

    def _all(self) -> dict[Node, int]:
        places = self.found.arrivals.max(axis=0).nonzero()[0].tolist()
        return {
            (place + 1, dm): moves
            for place in places
            for dm, moves in self.found.last_movers(place + 1).items()
        }

    def _chosen(self) -> dict[Node, int]:
        nodes = dict[Node, int]()
        for _, goal in zip(range(_GOALS), goals(self.analysis, self.found, most=_WAYS)):  # noqa: B905
            for path in goal.paths:
                for level, move in enumerate(path, start=1):
                    if len(nodes) < _MOST:
                        nodes[move.end, move.mover] = level
        return nodes

    def _before(self, node: Node) -> list[Node]:
        there = {known for level in self.levels for known in level}
        return [known for known in self.found.before(*node) if known in there]

    def _spots(self) -> dict[Node, tuple[float, float]]:
        """Place the nodes, those of a level near what leads to them."""
        spots: dict[Node, tuple[float, float]] = {}
        tallest = max(map(len, self.levels))
        for level, nodes in enumerate(self.levels):
            order = sorted(nodes, key=lambda node: (self._height(node, spots), node))
            top = _TOP + (tallest - len(order)) * _DOWN / 2
            spots |= {node: (level * self.across, top + k * _DOWN) for k, node in enumerate(order)}
        return spots

    def _height(self, node: Node, spots: dict[Node, tuple[float, float]]) -> float:
        heights = [spots[known][1] for known in self.before.get(node, ()) if known in spots]
        return round(sum(heights) / len(heights), 1) if heights else 0.0

    def figure(self) -> Figure:
        """Put the picture together."""
        title = self.words("status_quo.title", number=self.found.start)
        right = max((len(self.levels) - 1) * self.across + 60, _LEAST_WIDTH - 60)
        bottom = max(y for _, y in self.spots.values()) + 40
        signs = self.signs()
        rows = len(self.dms) + (len(signs) + 1) // 2
        parts = [
            *self.headings(),
            *self.lines(),
            *self.nodes(),
            *self.legend(-48, bottom + 16, signs),
        ]
        svg = drawing(
            parts,
            box=(-60, 0, right + 60, bottom + 16 + _ROW * rows),
            title=title,
            description=self.description(),
            language=self.words.language,
            kind="graph",
        )
        caption, left_out = self.caption(), self.not_drawn()
        return Figure(svg, title, self.description(), caption, self.data(), left_out)

    def headings(self) -> Iterator[Markup]:
        for level in range(len(self.levels)):
            text = self.words.count("status_quo.level", level)
            yield label(text, level * self.across, 20, fill=QUIET, text_anchor="middle")

    def arcs(self) -> Iterator[tuple[Node, Node, Arc]]:
        """Give the moves between the nodes."""
        for node, known in self.before.items():
            mover = self.dms.index(node[1])
            ranks = self.analysis.ranks[node[1]]
            for source in known:
                improves = bool(ranks[node[0] - 1] > ranks[source[0] - 1])
                yield source, node, Arc(mover, source[0], node[0], improves, False)

    def lines(self) -> Iterator[Markup]:
        for source, node, arc in self.arcs():
            (x, y), (u, v) = self.spots[source], self.spots[node]
            route = Route((x, y), ((x + u) / 2, (y + v) / 2), (u, v))
            route = route.trimmed(self.room(source), self.room(node))
            yield group(arc.dm, [curve(route, arc), *heads(route, arc)])

    def room(self, node: Node) -> float:
        """Return how far from the middle of a node its arcs end."""
        return (RING if self.marks.some(node[0]) else RADIUS) + 2

    def nodes(self) -> Iterator[Markup]:
        signs = self.phrases.letters
        for (number, dm), (x, y) in self.spots.items():
            every = self.marks.every(number)
            ring = [circle(x, y, RING, "none")] if self.marks.some(number) else []
            yield element(
                "g",
                element("title", self.phrases.state(number)),
                *ring,
                circle(x, y, RADIUS, SHADE if every else PAPER),
                label(
                    str(number), x, y + 4.2, size=12 if number < 1000 else 8,
                    text_anchor="middle", class_="on-shade" if every else "ink",
                ),
                class_="state",
            )  # fmt: skip
            if dm:
                sign = letter(signs[dm], x, y - RING - 7)
                yield group(self.dms.index(dm), [sign], text=True)

    def signs(self) -> list[str]:
        """List the signs in the picture that the legend must explain."""
        shown = [number for number, _ in self.spots]
        arcs = [arc for _, _, arc in self.arcs()]
        there = {
            "equilibrium": any(self.marks.some(n) and not self.marks.every(n) for n in shown),
            "improves": any(arc.improves for arc in arcs),
            "strong": any(self.marks.every(n) for n in shown),
            "only_moves": any(not arc.improves for arc in arcs),
        }
        return [key for key, found in there.items() if found]

    def legend(self, x: float, top: float, signs: list[str]) -> Iterator[Markup]:
        for k, dm in enumerate(self.dms):
            y, arc = top + k * _ROW, Arc(k, 0, 0, True, False)
            line = Route((x, y), (x + 23, y), (x + 46, y))
            yield group(k, [curve(line, arc), *heads(line, arc)])
            name = f"{self.phrases.letters[dm]}: {self.phrases.dm(dm)}"
            yield label(shorten(name, _LEAST_WIDTH - 80), x + 56, y + 4)
        top += len(self.dms) * _ROW
        for k, key in enumerate(signs):
            column, y = x + 260 * (k % 2), top + k // 2 * _ROW
            yield from symbol(key, column + 22, y)
            yield label(self.words(f"graph.legend.{key}"), column + 56, y + 4)

    def description(self) -> str:
        """Say in words what is in each column."""
        said = [
            self.words(
                "status_quo.column",
                moves=self.words.count("status_quo.level", level),
                states=self.words.all_of([f"{n} ({self.phrases.letters[dm]})" for n, dm in nodes]),
            )
            for level, nodes in enumerate(self.levels)
            if level and nodes
        ]
        start = self.words("status_quo.start", state=self.phrases.state(self.found.start))
        return " ".join([start, *said])

    def caption(self) -> str:
        """Say how to read the picture, and what is left out."""
        key = "improvements" if self.found.improvements else "moves"
        said = [self.words(f"status_quo.caption.{key}")]
        said.extend(filter(None, [self.phrases.over(self.analysis.blocks)]))
        said.extend(filter(None, [self.not_drawn()]))
        return " ".join(said)

    def not_drawn(self) -> str:
        """Say that something is left out, where it is."""
        return self.words.count("status_quo.left_out", self.left_out) if self.left_out else ""

    def data(self) -> Table:
        """Give the moves drawn as a table."""
        keys = ("moves_count", "mover", "from", "to")
        body = tuple(
            (
                Cell(str(self.found.last_movers(node[0])[node[1]])),
                Cell(self.phrases.dm(node[1])),
                Cell(str(source[0])),
                Cell(str(node[0])),
            )
            for source, node, _ in self.arcs()
        )
        head = tuple(Cell(self.words(f"graph.data.{key}"), "col") for key in keys)
        title = self.words("status_quo.title", number=self.found.start)
        return Table(title, (head,), body, "", "arcs", self.words.language)
