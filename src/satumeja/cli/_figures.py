"""Commands for what the field prints: figures and tables of a model and its results."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated

import typer

from satumeja.cli._common import ALL, Concepts, In, Language, ModelPath, console, load, names

__all__ = ["figure", "tables"]


class Kind(StrEnum):
    """The figures."""

    integrated = "integrated"
    individual = "individual"
    status_quo = "status-quo"
    ranking = "ranking"


class Moves(StrEnum):
    """Which moves a graph draws."""

    auto = "auto"
    all = "all"
    improvements = "improvements"


From = Annotated[
    str | None, typer.Option("--from", help="Where paths begin; the status quo by default.")
]
Improvements = Annotated[
    bool, typer.Option("--improvements", help="Paths of moves that their makers prefer.")
]


def figure(
    model: ModelPath,
    out: Annotated[
        str, typer.Option("--out", "-o", help="The file: .svg, .html, .tex, or .csv for its data.")
    ],
    kind: Annotated[Kind, typer.Option("--kind", "-k", help="Which figure.")] = Kind.integrated,
    dm: Annotated[
        str | None, typer.Option("--for", "-f", help="Whose, of the individual graphs.")
    ] = None,
    moves: Annotated[Moves, typer.Option(help="Which moves a graph draws.")] = Moves.auto,
    most: Annotated[int, typer.Option(min=2, help="Draw as many states at most.")] = 350,
    start: From = None,
    improvements: Improvements = False,
    concept: Concepts = ALL,
    language: In = Language.en,
) -> None:
    """Draw a figure of a model and its results.

    Kinds: integrated (the moves of all), individual (those of one, its order below),
    status-quo (what can come about, by number of moves), ranking (who ranks what where).
    """
    from satumeja import brief, questions, stability

    analysis = stability.analyse(load(model), names(concept))
    conflict, said = analysis.model, language.value
    if kind is Kind.integrated:
        drawn = brief.integrated_graph(analysis, moves=moves.value, most=most, language=said)
    elif kind is Kind.individual:
        if dm is None:
            known = ", ".join(maker.id for maker in conflict.decision_makers)
            raise typer.BadParameter(f"name a decision maker: {known}", param_hint="--for")
        drawn = brief.individual_graph(analysis, dm, moves=moves.value, most=most, language=said)
    elif kind is Kind.status_quo:
        number = conflict.find_state(start) if start else None
        found = questions.paths(conflict, number, improvements=improvements)
        drawn = brief.status_quo_diagram(analysis, found, language=said)
    else:
        drawn = brief.ranking_strip(analysis, language=said)
    print(f"wrote {brief.write_figure(drawn, out, said)}", file=sys.stderr)  # noqa: T201


def tables(
    model: ModelPath,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help="Which; may be repeated.")
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out", "-o", help="The file: .html, .svg, .tex, .xlsx, .csv; or a folder of CSV."
        ),
    ] = None,
    start: From = None,
    to: Annotated[
        str | None,
        typer.Option("--to", help="Where the evolution leads; the nearest equilibrium."),
    ] = None,
    improvements: Improvements = False,
    concept: Concepts = ALL,
    language: In = Language.en,
) -> None:
    """Print or write the tables the field prints.

    Kinds: options, infeasible, moves, preferences, states, ranking, stability, equilibria,
    tableau, status-quo, evolution, red-lines, seats. All that the model has something for by
    default.
    """
    from satumeja import brief, stability
    from satumeja.brief.terminal import print_table

    analysis = stability.analyse(load(model), names(concept))
    conflict = analysis.model
    found = brief.field_tables(
        analysis,
        kind or (),
        start=conflict.find_state(start) if start else None,
        to=conflict.find_state(to) if to else None,
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
    print(f"wrote {brief.write_tables(found, out, title)}", file=sys.stderr)  # noqa: T201
