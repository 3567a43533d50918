"""Commands for what the field prints: figures and tables of a model and its results."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from satumeja.cli._common import ModelPath, console, draw, load, names, number_of, tell
from satumeja.cli._options import (
    ALL,
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
    TableKinds,
    To,
    UsageError,
    only,
)

__all__ = ["figure", "tables"]

_STATES = 350
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
    moves: Annotated[
        Moves, typer.Option("--moves", help="Which moves a graph draws.")
    ] = Moves.auto,
    states: Annotated[
        int,
        typer.Option(
            "--states", metavar="N", min=2, help="Draw as many states at most in a graph."
        ),
    ] = _STATES,
    start: From = None,
    improvements: Improvements = False,
    concept: Concepts = ALL,
    language: In = Language.en,
) -> None:
    """Draw a figure of a model and its results.

    Kinds: integrated (the moves of all), individual (those of the one --for names, its order
    below), status-quo (what can come about, by number of moves), ranking (who ranks what
    where). --out takes .svg, .html, .tex, and .csv for what the figure shows as a table.
    """
    from satumeja import brief, questions, stability

    graph, paths = kind in (Kind.integrated, Kind.individual), kind is Kind.status_quo
    only(dm, kind is Kind.individual, "--for goes with --kind individual only")
    only(moves is not Moves.auto, graph, "--moves goes with graphs only (integrated, individual)")
    only(states != _STATES, graph, "--states goes with graphs only (integrated, individual)")
    only(start, paths, "--from goes with --kind status-quo only")
    only(
        improvements,
        paths,
        "--improvements goes with --kind status-quo only; for a graph write --moves improvements",
    )
    conflict, said = load(model), language.value
    if kind is Kind.individual and dm is None:
        known = ", ".join(maker.id for maker in conflict.decision_makers)
        raise UsageError(f"--kind individual needs --for: name a decision maker: {known}")
    analysis = stability.analyse(conflict, names(concept))
    if kind is Kind.integrated:
        drawn = brief.integrated_graph(analysis, moves=moves.value, most=states, language=said)
    elif dm is not None:
        drawn = brief.individual_graph(analysis, dm, moves=moves.value, most=states, language=said)
    elif paths:
        number = number_of(conflict, start)
        found = questions.paths(conflict, number, improvements=improvements)
        drawn = brief.status_quo_diagram(analysis, found, language=said)
    else:
        drawn = brief.ranking_strip(analysis, language=said)
    draw(drawn, out, language)


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
