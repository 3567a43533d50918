"""Every figure of a model and its results by name, and files of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from satumeja import questions, table
from satumeja.brief import figures
from satumeja.brief.words import LANGUAGES
from satumeja.display import ShownInLine
from satumeja.errors import OutputError, QuestionError, did_you_mean
from satumeja.files import write_whole
from satumeja.stability import CONCEPTS, analyse, any_concepts

if TYPE_CHECKING:
    from satumeja.brief.media import Figure, Paper
    from satumeja.brief.tables import Shown
    from satumeja.model import Model
    from satumeja.stability import Analysis

__all__ = ["FIGURES", "FigureKind", "field_figure", "write_figure"]

_STATES = 350


@dataclass(frozen=True, eq=False)
class _Wanted:
    """What a figure is to be of: a model, and what else was named."""

    model: Model
    dm: str | None = None
    table: str | None = None
    state: int | str | None = None
    start: int | str | None = None
    improvements: bool = False
    concepts: tuple[str, ...] = tuple(CONCEPTS)
    moves: Shown = "auto"
    most: int = _STATES

    @cached_property
    def analysis(self) -> Analysis:
        return analyse(self.model, self.concepts)


@dataclass(frozen=True, repr=False)
class FigureKind(ShownInLine):
    """A kind of figure.

    Parameters
    ----------
    id : str
        Its name.
    by : str
        The function of `satumeja.brief` that draws it.
    answers : callable
        Finds the answers it is drawn from.
    takes : tuple of str
        What can be named beside the model, as parameters of `field_figure`.
    needs : tuple of str
        What of that must be named.
    style : tuple of str
        How it can be drawn, as parameters of `field_figure`.
    languages : tuple of str
        The languages of its words.
    """

    id: str
    by: str
    answers: Callable[[Any], tuple[Any, ...]]
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    style: tuple[str, ...] = ()
    languages: tuple[str, ...] = LANGUAGES

    @property
    def draw(self) -> Callable[..., Figure]:
        """What draws it from answers; takes a `language`, and what `style` names."""
        draw: Callable[..., Figure] = getattr(figures, self.by)  # loaded when it is asked for
        return draw


def _paths(wanted: _Wanted) -> tuple[Any, ...]:
    analysis = wanted.analysis
    found = questions.paths(
        wanted.model, wanted.start, improvements=wanted.improvements, engine=analysis.explicit
    )
    return analysis, found


def _seating(wanted: _Wanted) -> tuple[Any, ...]:
    found = table.compare(wanted.model, start=wanted.start)
    tables = [] if wanted.model.is_graph else [each.table or each.seats for each in found.deals]
    opened = [
        table.openings(wanted.model, each, start=wanted.start, judge=False) for each in tables
    ]
    return found, opened


def _leanings(wanted: _Wanted) -> tuple[Any, ...]:
    found = questions.rests_on(
        wanted.model,
        start=wanted.start,
        state=wanted.state,
        concepts=wanted.concepts,
        samples=1,  # shares of orders are not drawn
    )
    return (found,)


def _distances(wanted: _Wanted) -> tuple[Any, ...]:
    every = wanted.concepts == _Wanted.concepts
    if not every and len(wanted.concepts) != 1:
        raise QuestionError("a distance map is of one concept")
    concept = "seq" if every else wanted.concepts[0]
    return analyse(wanted.model, dict.fromkeys([concept, "nash"])), concept


def _coalitions(wanted: _Wanted) -> tuple[Any, ...]:
    state = wanted.state
    if state is None:
        state = wanted.model.status_quo_number or 1
    return questions.coalitions(wanted.model, [state]), state


_GRAPH = ("moves", "most")

_KINDS = (
    FigureKind(
        "integrated",
        by="integrated_graph",
        answers=lambda wanted: (wanted.analysis,),
        takes=("concepts",),
        style=_GRAPH,
    ),
    FigureKind(
        "individual",
        by="individual_graph",
        answers=lambda wanted: (wanted.analysis, wanted.dm),
        takes=("dm", "concepts"),
        needs=("dm",),
        style=_GRAPH,
    ),
    FigureKind(
        "status-quo",
        by="status_quo_diagram",
        answers=_paths,
        takes=("start", "improvements", "concepts"),
    ),
    FigureKind(
        "ranking",
        by="ranking_strip",
        answers=lambda wanted: (wanted.analysis,),
        takes=("concepts",),
    ),
    FigureKind(
        "preference-tree",
        by="preference_tree",
        answers=lambda wanted: (wanted.model, wanted.dm),
        takes=("dm",),
        needs=("dm",),
    ),
    FigureKind("seating", by="table_map", answers=_seating, takes=("start",)),
    FigureKind(
        "deal-zone",
        by="deal_zone",
        answers=lambda wanted: (table.deals(wanted.model, wanted.table, start=wanted.start),),
        takes=("table", "start"),
    ),
    FigureKind(
        "opening-sets",
        by="opening_sets",
        answers=lambda wanted: (table.openings(wanted.model, wanted.table, start=wanted.start),),
        takes=("table", "start"),
    ),
    FigureKind(
        "zone-dates",
        by="zone_dates",
        answers=lambda wanted: (questions.over_time(wanted.model),),
    ),
    FigureKind("tornado", by="tornado", answers=_leanings, takes=("state", "start", "concepts")),
    FigureKind("distance-map", by="distance_map", answers=_distances, takes=("concepts",)),
    FigureKind("lattice", by="coalition_lattice", answers=_coalitions, takes=("state",)),
)

FIGURES: Mapping[str, FigureKind] = {kind.id: kind for kind in _KINDS}
"""The figures by name."""

_SAID = {
    "dm": "a decision maker",
    "table": "a table",
    "state": "a state",
    "start": "a state to start from",
    "improvements": "improvements only",
    "concepts": "concepts",
    "moves": "a choice of moves",
    "most": "a limit of states",
}


def field_figure(
    model: Model,
    kind: str,
    *,
    dm: str | None = None,
    table: str | None = None,
    state: int | str | None = None,
    start: int | str | None = None,
    improvements: bool = False,
    concepts: str | Iterable[str] = tuple(CONCEPTS),
    moves: Shown = "auto",
    most: int = _STATES,
    language: str = "en",
) -> Figure:
    """Draw a figure of a model and its results, as the field prints them.

    Parameters
    ----------
    model : Model
        The conflict.
    kind : str
        Which: integrated, individual, status-quo, ranking, preference-tree, seating,
        deal-zone, opening-sets, zone-dates, tornado, distance-map, lattice.
    dm : str, optional
        Whose, by id: of individual graphs and preference trees.
    table : str, optional
        The table, by id, of a zone or of opening sets; by default everybody at one.
    state : int or str, optional
        The state around which coalitions are drawn, the status quo by default; the one
        whose answers a tornado draws, all by default. By number or by a name as for
        `Model.find_state`.
    start : int or str, optional
        Where paths and tables start from; the status quo by default.
    improvements : bool
        Whether paths are of improvements only.
    concepts : str or iterable of str
        The concepts, by id. A distance map is of one: of SEQ unless just one is named.
    moves : {"auto", "all", "improvements"}
        Which moves a graph draws.
    most : int
        How many states a graph draws at most.
    language : {"en", "id"}
        The language of its words.

    Returns
    -------
    Figure
        An SVG picture with its words.

    Raises
    ------
    QuestionError
        If the kind is unknown, needs what is not named or takes no such thing, or the
        model has nothing for it.
    LimitError
        If the model is too large for what is drawn.

    See Also
    --------
    field_tables : The tables.
    write_figure : A file of a figure.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> field_figure(load("december-2021-b"), "deal-zone", table="geneva").title
    'The zone of agreement'
    """
    if kind not in FIGURES:
        known = did_you_mean(kind, list(FIGURES)) or f" (known: {', '.join(FIGURES)})"
        raise QuestionError(f'unknown figure "{kind}"{known}')
    chosen = FIGURES[kind]
    chosen_concepts = tuple(concept.id for concept in any_concepts(concepts))
    wanted = _Wanted(model, dm, table, state, start, improvements, chosen_concepts, moves, most)
    _require(chosen, wanted)
    style = {name: getattr(wanted, name) for name in chosen.style}
    return chosen.draw(*chosen.answers(wanted), **style, language=language)


def _require(kind: FigureKind, wanted: _Wanted) -> None:
    """Refuse what a figure has no use for, and ask for what it needs."""
    for name, said in _SAID.items():
        default = getattr(_Wanted, name)
        if getattr(wanted, name) != default and name not in (*kind.takes, *kind.style):
            takers = [k.id for k in FIGURES.values() if name in (*k.takes, *k.style)]
            raise QuestionError(
                f'the figure "{kind.id}" has no use for {said}; that is for {", ".join(takers)}'
            )
    if "dm" in kind.needs and wanted.dm is None:
        known = ", ".join(dm.id for dm in wanted.model.decision_makers)
        raise QuestionError(f'the figure "{kind.id}" needs a decision maker: {known}')


def write_figure(
    figure: Figure, path: str | os.PathLike[str], language: str = "en", paper: Paper | None = None
) -> Path:
    """Write a figure to a file, whole or not at all.

    Parameters
    ----------
    figure : Figure
        Any figure of this package.
    path : path
        Its suffix says the format: ``.svg``, ``.html``, ``.tex``, or ``.csv`` for what the
        figure shows as a table.
    language : {"en", "id"}
        The language of the figure's words, for an HTML page.
    paper : Paper, optional
        How LaTeX is laid out.

    Raises
    ------
    OutputError
        If the suffix is none of these (``.csv`` of a figure without data is none either),
        or the file cannot be written.
    """
    target = Path(path)
    match target.suffix.lower():
        case ".svg":
            return write_whole(target, str(figure.svg))
        case ".html":
            from satumeja.brief.pages import standalone

            page = [Markup(figure._repr_html_())]  # noqa: S704 the figure escapes its texts
            return write_whole(target, standalone(figure.title, page, language))
        case ".tex":
            from satumeja.brief.media import Paper

            return write_whole(target, (paper or Paper()).write([figure]))
        case ".csv" if figure.data is not None:
            return write_whole(target, figure.data.csv())
    known = ".svg, .html or .tex" if figure.data is None else ".svg, .html, .tex or .csv"
    raise OutputError(f"{path}: this figure is written as {known}")
