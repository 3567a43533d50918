"""Commands for what the field prints: figures and tables of a model and its results."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from satumeja.cli._common import (
    ModelPath,
    console,
    load,
    names,
    number_of,
    one_concept,
    tell,
    write_drawn,
)
from satumeja.cli._options import (
    ALL,
    AtTable,
    Blocks,
    Concepts,
    FigureKind,
    For,
    Fragment,
    From,
    Improvements,
    In,
    InLayout,
    Kind,
    Language,
    Out,
    OutIfAny,
    StateIfAny,
    TableKinds,
    To,
    UsageError,
    only,
    paper_for,
)

__all__ = ["figure", "tables"]

_STATES = 350
_FLAGS = {
    "dm": ("--for", ""),
    "table": ("--table", ""),
    "state": ("--state", ""),
    "start": ("--from", ""),
    "improvements": ("--improvements", "; for a graph write --moves improvements"),
    "concepts": ("--concept", ""),
    "moves": ("--moves", ""),
    "most": ("--states", ""),
}
"""By what a figure can be of, or drawn like: the flag, and what else one may have meant."""

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
    layout: InLayout = None,
    fragment: Fragment = False,
    language: In = Language.en,
) -> None:
    """Draw a figure of a model and its results.

    Kinds: integrated (the moves of all), individual (those of the one --for names, its order
    below), status-quo (what can come about, by number of moves), ranking (who ranks what
    where), preference-tree (how the statements of the one --for names part the states); of
    tables: seating (who sits where), deal-zone and opening-sets (what the one --table names
    could agree, and what would open its zone; everybody at one by default), zone-dates (when
    zones close); of answers: tornado (what they rest on, or the one on --state), distance-map
    (how far each state is from an equilibrium under one --concept, seq by default), lattice
    (what coalitions can do from --state). --out takes .svg, .html, .tex, and .csv for what a
    graph shows as a table.
    """
    from satumeja import brief

    paper = paper_for(out, layout, fragment)
    _require_use(
        kind,
        {
            "dm": dm,
            "table": table,
            "state": state,
            "start": start,
            "improvements": improvements,
            "concepts": concept != ALL,
            "moves": moves is not Moves.auto,
            "most": states != _STATES,
        },
    )
    one = kind is Kind.distance_map and concept != ALL
    concepts = [one_concept(concept)] if one else names(concept)
    conflict = load(model)
    if dm is None and "dm" in brief.FIGURES[kind].needs:
        known = ", ".join(maker.id for maker in conflict.decision_makers)
        raise UsageError(f"--kind {kind.value} needs --for: name a decision maker: {known}")
    drawn = brief.field_figure(
        conflict,
        kind.value,
        dm=dm,
        table=table,
        state=number_of(conflict, state),
        start=number_of(conflict, start),
        improvements=improvements,
        concepts=concepts,
        moves=moves.value,
        most=states,
        language=language.value,
    )
    write_drawn(drawn, out, language, paper)


def _require_use(kind: Kind, given: Mapping[str, object]) -> None:
    """Refuse what a kind of figure has no use for, as the registry of figures says it."""
    from satumeja.brief import FIGURES

    for name, is_given in given.items():
        takers = [each.id for each in FIGURES.values() if name in (*each.takes, *each.style)]
        *others, last = takers
        known = f"{', '.join(others)} or {last}" if others else last
        flag, hint = _FLAGS[name]
        only(is_given, kind in takers, f"{flag} goes with --kind {known} only{hint}")


def tables(
    model: ModelPath,
    kind: TableKinds = None,
    out: OutIfAny = None,
    start: From = None,
    to: To = None,
    improvements: Improvements = False,
    concept: Concepts = ALL,
    blocks: Blocks = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    language: In = Language.en,
) -> None:
    """Print or write the tables the field prints.

    Kinds: options, infeasible, moves, preferences, states, ranking, stability, equilibria,
    effectiveness, tableau, status-quo, evolution, red-lines, seats, affected. All that the model
    has something for by default; --kind may be repeated. --out takes .html, .tex and .xlsx, .svg
    and .csv for a single table, and a folder for CSV files of all. With --blocks the tableau is
    left out.
    """
    from satumeja import brief, stability
    from satumeja.brief.terminal import print_table

    paper = paper_for(out, layout, fragment)
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
    only(blocks is not None, decided, "--blocks goes with tables of results, not of assumptions")
    analysis = stability.analyse(load(model), names(concept), blocks=blocks)
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
    tell(f"wrote {brief.write_tables(found, out, title, paper)}")
