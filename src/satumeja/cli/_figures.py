"""Commands for what the field prints: figures and tables of a model and its results."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from satumeja.cli._common import ModelPath, console, draw, load, names, number_of, tell
from satumeja.cli._options import (
    ALL,
    AtTable,
    Concepts,
    FigureKind,
    For,
    From,
    Improvements,
    In,
    Kind,
    Language,
    Out,
    OutIfAny,
    StateIfAny,
    TableKinds,
    To,
    UsageError,
    only,
)

__all__ = ["figure", "tables"]

_STATES = 350
_FLAGS = {
    "dm": "--for",
    "table": "--table",
    "state": "--state",
    "start": "--from",
    "improvements": "--improvements",
    "moves": "--moves",
    "most": "--states",
    "concepts": "--concept",
}
"""What a figure may take, and the flag that names it."""

_OF_PATHS = {"status-quo", "evolution"}
_ASSUMED = {"options", "infeasible", "moves", "preferences", "red-lines", "seats"}


class Moves(StrEnum):
    """Which moves a graph draws."""

    auto = "auto"
    all = "all"
    improvements = "improvements"


def figure(
    model: ModelPath,
    out: Out,
    kind: FigureKind = Kind.integrated,
    dm: For = None,
    table: AtTable = None,
    state: StateIfAny = None,
    start: From = None,
    improvements: Improvements = False,
    moves: Annotated[
        Moves, typer.Option("--moves", help="Which moves a graph draws.")
    ] = Moves.auto,
    states: Annotated[
        int,
        typer.Option(
            "--states", metavar="N", min=2, help="Draw as many states at most in a graph."
        ),
    ] = _STATES,
    concept: Concepts = ALL,
    language: In = Language.en,
) -> None:
    """Draw a figure of a model and its results.

    Kinds: integrated (the moves of all), individual (those of the one --for names, its order
    below), status-quo (what can come about, by number of moves), ranking (who ranks what
    where), preference-tree (how the statements of the one --for names part the states),
    seating (who sits at which table), deal-zone (what a --table could agree), opening-sets
    (whose red lines would have to ease), zone-dates (when zones open and close), tornado
    (what the answers rest on), distance-map (how far each state is from holding), lattice
    (what coalitions could do from --state). --out takes .svg, .html, .tex, and .csv for what
    the figure shows as a table.
    """
    from satumeja import brief

    given = {
        "dm": dm is not None,
        "table": table is not None,
        "state": state is not None,
        "start": start is not None,
        "improvements": improvements,
        "moves": moves is not Moves.auto,
        "most": states != _STATES,
        "concepts": concept != ALL,
    }
    _fitting(kind, given)
    conflict = load(model)
    if "dm" in brief.FIGURES[kind].needs and dm is None:
        known = ", ".join(maker.id for maker in conflict.decision_makers)
        raise UsageError(f"--kind {kind} needs --for: name a decision maker: {known}")
    drawn = brief.field_figure(
        conflict,
        kind,
        dm=dm,
        table=table,
        state=number_of(conflict, state),
        start=number_of(conflict, start),
        improvements=improvements,
        concepts=names(concept),
        moves=moves.value,
        most=states,
        language=language.value,
    )
    draw(drawn, out, language)


def _fitting(kind: Kind, given: Mapping[str, bool]) -> None:
    """Refuse flags that the figure asked for has no use for."""
    from satumeja.brief import FIGURES

    for name, flag in _FLAGS.items():
        takers = [each.id for each in FIGURES.values() if name in (*each.takes, *each.style)]
        words = f"{flag} goes with --kind {', '.join(takers)} only"
        if name == "improvements":
            words += "; for a graph write --moves improvements"
        only(given[name], kind in takers, words)


def tables(
    model: ModelPath,
    kind: TableKinds = None,
    out: OutIfAny = None,
    start: From = None,
    to: To = None,
    improvements: Improvements = False,
    concept: Concepts = ALL,
    language: In = Language.en,
) -> None:
    """Print or write the tables the field prints.

    Kinds: options, infeasible, moves, preferences, states, ranking, stability, equilibria,
    tableau, status-quo, evolution, red-lines, seats. All that the model has something for by
    default; --kind may be repeated. --out takes .html, .tex and .xlsx, .svg and .csv for a
    single table, and a folder for CSV files of all.
    """
    from satumeja import brief, stability
    from satumeja.brief.terminal import print_table

    of_paths = _OF_PATHS.intersection(kind or _OF_PATHS)
    only(start, of_paths, "--from goes with the kinds status-quo and evolution only")
    only(
        improvements,
        of_paths,
        "--improvements goes with the kinds status-quo and evolution only",
    )
    only(to, "evolution" in of_paths, "--to goes with the kind evolution only")
    decided = not kind or not _ASSUMED.issuperset(kind)
    only(concept != ALL, decided, "--concept goes with tables of results, not of assumptions")
    analysis = stability.analyse(load(model), names(concept))
    conflict = analysis.model
    found = brief.field_tables(
        analysis,
        kind or (),
        start=number_of(conflict, start),
        to=number_of(conflict, to),
        improvements=improvements,
        language=language.value,
    )
    if out is None:
        for each in (table for parts in found.values() for table in parts):
            console().print(each.caption, style="bold")
            print_table(each, console())
            console().print()
        return
    title = conflict.title.in_language(language.value)
    tell(f"wrote {brief.write_tables(found, out, title)}")
