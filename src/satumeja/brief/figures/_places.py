"""Where the states of a graph stand on a screen, kept while its structure stays, and its arcs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Self

from satumeja.brief.figures._graph_plan import layout_of
from satumeja.brief.figures._layout import Layout, Tick, in_rows
from satumeja.brief.tables import DRAWN, Arc, Moves, drawn_states
from satumeja.display import ShownInLine
from satumeja.errors import QuestionError
from satumeja.model import Model, OptionStates
from satumeja.stability import Analysis

__all__ = ["GraphPlaces", "graph_arcs", "graph_places"]


@dataclass(frozen=True, repr=False)
class GraphPlaces(ShownInLine):
    """Where the states of a graph stand.

    Parameters
    ----------
    points : mapping of int to (float, float)
        By state number, in drawing units; y grows downwards. Those not there are not drawn.
    forms : mapping of int to str
        What these states are, by which they are known again when their numbers change.
    structure : str
        By which it is known whether places still fit: options, states and moves.
    frame : str
        By which it is known whether a form means what it did: who has which options.
    ticks : tuple of Tick
        The choices of sides along the axes, where the graph has axes.
    directions : tuple of str
        For each decision maker the axis its moves run along; none where there are no axes.
    left_out : int
        How many states are not drawn.
    """

    points: Mapping[int, tuple[float, float]]
    forms: Mapping[int, str]
    structure: str
    frame: str
    ticks: tuple[Tick, ...] = ()
    directions: tuple[str, ...] = ()
    left_out: int = 0
    _numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_numbers", tuple(sorted(self.points)))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The states that are drawn, ascending."""
        return self._numbers

    def to_json(self) -> dict[str, Any]:
        """Return the places as plain data, from which `from_json` makes them again."""
        return {
            "points": {str(number): list(spot) for number, spot in self.points.items()},
            "forms": {str(number): form for number, form in self.forms.items()},
            "structure": self.structure,
            "frame": self.frame,
            "ticks": [[tick.axis, tick.at, tick.form] for tick in self.ticks],
            "directions": list(self.directions),
            "left_out": self.left_out,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Make places of what `to_json` gave.

        Raises
        ------
        QuestionError
            If it is something else.
        """
        try:
            return cls(
                {int(n): (float(x), float(y)) for n, (x, y) in data["points"].items()},
                {int(n): str(form) for n, form in data["forms"].items()},
                str(data["structure"]),
                str(data["frame"]),
                tuple(Tick(str(a), float(at), str(form)) for a, at, form in data["ticks"]),
                tuple(map(str, data["directions"])),
                int(data["left_out"]),
            )
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise QuestionError(f"these are no places of a graph: {error!r}") from None


def graph_places(
    analysis: Analysis, kept: GraphPlaces | None = None, *, most: int = DRAWN
) -> GraphPlaces:
    """Place the states of a graph, where they were before as long as they are there.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    kept : GraphPlaces, optional
        Where they stood; without it, all are placed anew.
    most : int
        The most states to draw; of more, the present one, those that hold, and ways to them.

    Returns
    -------
    GraphPlaces
        While options, states and moves are the same, the very places that were kept, whatever
        is preferred. Where only other states are possible, those that were there stay, and
        new ones stand below; else all are placed anew.

    See Also
    --------
    graph_arcs : Who can move where between them.

    Notes
    -----
    Costs O(n squared) in the states drawn where they are placed, and next to nothing where
    they are kept.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> chicken = analyse(load("chicken"))
    >>> places = graph_places(chicken)
    >>> graph_places(chicken.with_preferences(row="4 > 2 ~ 3 > 1"), places) is places
    True
    """
    frame, structure = _frame(analysis.model), _structure(analysis.model)
    if kept is not None and kept.structure == structure:
        return kept
    if kept is not None and kept.frame == frame and (stayed := _stayed(analysis.model, kept)):
        return _moved_over(analysis, kept, stayed, structure, most)
    layout = layout_of(analysis, most)
    return _places(analysis.model, layout, structure, frame)


def _places(model: Model, layout: Layout, structure: str, frame: str) -> GraphPlaces:
    forms = {number: model.states.form(number) for number in layout.points}
    left = len(model.states) - len(layout.points)
    return GraphPlaces(
        layout.points, forms, structure, frame, layout.ticks, layout.directions, left
    )


def _frame(model: Model) -> str:
    """Mark what a form is read by: who has which options, or which states there are by name."""
    options = [[dm.id, *(option.id for option in dm.options)] for dm in model.decision_makers]
    return _mark((model.is_graph, options))


def _structure(model: Model) -> str:
    """Mark options, states and moves; preferences and words have no part in it."""
    states = model.states
    listed: object = states.codes.tobytes() if isinstance(states, OptionStates) else states.ids
    moves = [dm.moves.tobytes() if dm.moves is not None else b"" for dm in model.decision_makers]
    bound = [(dm.shared, [unseen.text for unseen in dm.unseen]) for dm in model.decision_makers]
    barred = [(barrier.texts, barrier.by) for barrier in model.irreversible]
    merged = [states.form(n) for n in range(1, len(states) + 1)] if model.coalesce else []
    return _mark((_frame(model), listed, moves, bound, model.one_way, barred, merged))


def _mark(parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()[:16]


def _stayed(model: Model, kept: GraphPlaces) -> dict[int, tuple[float, float]]:
    """Return where the states stand that were there before, by the numbers they have now."""
    before = {form: kept.points[number] for number, form in kept.forms.items()}
    forms = {model.states.form(number): number for number in range(1, len(model.states) + 1)}
    return {forms[form]: spot for form, spot in before.items() if form in forms}


def _moved_over(
    analysis: Analysis,
    kept: GraphPlaces,
    stayed: Mapping[int, tuple[float, float]],
    structure: str,
    most: int,
) -> GraphPlaces:
    """Keep the states that are still there where they stand, and put new ones below them."""
    model, points = analysis.model, dict(stayed)
    new = [n for n in drawn_states(analysis, most).numbers if n not in points]
    if len(model.states) > most:
        new = new[: max(0, most - len(points))]
    points |= in_rows(new, points)
    layout = Layout(dict(sorted(points.items())), kept.ticks, kept.directions)
    return _places(model, layout, structure, kept.frame)


def graph_arcs(analysis: Analysis, numbers: Sequence[int] | None = None) -> list[Arc]:
    """List who can move where between states of a graph, and gains by it.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    numbers : sequence of int, optional
        The states; those that a graph draws by default.

    Returns
    -------
    list of Arc
        As the integrated graph of a brief has them: all moves where they are few, else the
        improvements, without those that are two others in a row.

    See Also
    --------
    graph_places : Where these states stand.

    Notes
    -----
    Cost O(n) array operations for n states.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> arcs = graph_arcs(analyse(load("chicken")))
    >>> [(arc.start, arc.end) for arc in arcs if arc.dm == 0 and arc.improves]
    [(1, 2), (4, 3)]
    """
    drawn = drawn_states(analysis).numbers if numbers is None else numbers
    return Moves(analysis).arcs(drawn, "auto")[0]
