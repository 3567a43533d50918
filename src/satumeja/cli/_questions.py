"""Commands on what would change an answer: invert, rests-on, coalitions and over-time."""

from __future__ import annotations

from typing import Annotated

import typer

from satumeja.cli._common import (
    ModelPath,
    console,
    draw,
    load,
    names,
    number_of,
    one_concept,
    print_json,
    progress_bar,
)
from satumeja.cli._options import (
    ALL,
    AsJson,
    Blocks,
    Concepts,
    Drawn,
    For,
    Fragment,
    From,
    In,
    InLayout,
    Language,
    Seed,
    State,
    StateIfAny,
    States,
    only,
    paper_for,
)

__all__ = ["coalitions", "invert", "over_time", "rests_on"]


def invert(
    model: ModelPath,
    state: State,
    concept: Concepts = "seq",
    dm: For = None,
    figure: Drawn = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what would make a state hold.

    The preferences that make it an equilibrium under one concept (nash, gmr, smr, seq or
    sseq), in words and symbols; in how many rankings it is one; and the least change of
    rankings, statements or red lines that does it. With --for, whose preferences are open:
    everybody's by default. --concept us=seq,nato=gmr,russia=nash holds each to its own.
    --figure draws all states by how far they are from an equilibrium.
    """
    from satumeja import questions, stability
    from satumeja.brief import terminal

    mixed = "=" in concept
    only(figure, not mixed, "--figure draws one concept; it does not go with DM=CONCEPT")
    paper = paper_for(figure, layout, fragment, "--figure")
    criterion, conflict = concept if mixed else one_concept(concept), load(model)
    with progress_bar("invert") as progress:
        answer = questions.invert(
            conflict, conflict.find_state(state), criterion, dm=dm, progress=progress
        )
    if figure:
        result = stability.analyse(conflict, dict.fromkeys([criterion, "nash"]))
        draw("distance-map", figure, language, result, criterion, paper=paper)
    if as_json:
        print_json(answer.to_json())
        return
    terminal.print_inverse(answer, console(), language.value)


def rests_on(
    model: ModelPath,
    state: StateIfAny = None,
    start: From = None,
    concept: Concepts = ALL,
    samples: Annotated[
        int,
        typer.Option(
            "--samples", metavar="N", min=1, help="How many orders of the statements to draw."
        ),
    ] = 1000,
    seed: Seed = 1,
    figure: Drawn = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what the answers rest on.

    For each equilibrium, deal and opening: the single changes to the assumptions that flip
    it, and in how many orders of the statements it stands. Then the assumptions that rest on
    the least: what to find out next. --state asks for answers on one state only; --figure
    draws the assumptions.
    """
    from satumeja import questions
    from satumeja.brief import terminal

    paper = paper_for(figure, layout, fragment, "--figure")
    conflict = load(model)
    with progress_bar("rests-on") as progress:
        leanings = questions.rests_on(
            conflict,
            start=number_of(conflict, start),
            state=number_of(conflict, state),
            concepts=names(concept),
            samples=samples,
            seed=seed,
            progress=progress,
        )
    if figure:
        draw("tornado", figure, language, leanings, paper=paper)
    if as_json:
        print_json(leanings.to_json())
        return
    terminal.print_rests_on(leanings, console(), language.value)


def coalitions(
    model: ModelPath,
    state: States = None,
    concept: Concepts = ALL,
    blocks: Blocks = None,
    figure: Drawn = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what groups could do together.

    What every coalition can improve on from each equilibrium under any of --concept, or from
    each --state, which may be repeated; jumps from one to another; and what stands up to it:
    CNash, CGMR, CSMR and CSEQ. --figure draws the lattice of coalitions around one state: the
    first --state, or the status quo. --blocks a+b,c asks the blocks of that partition in place of
    every coalition, under Nash, GMR, SMR, SEQ and SSEQ, each block acting as one.
    """
    from satumeja import questions
    from satumeja.brief import terminal

    paper = paper_for(figure, layout, fragment, "--figure")
    only(figure, blocks is None, "--figure draws every coalition; it does not go with --blocks")
    only(concept != ALL, not state, "--concept does not go with --state: it chooses equilibria")
    conflict = load(model)
    numbers = [conflict.find_state(name) for name in state or []]
    with progress_bar("coalitions") as progress:
        groups = questions.coalitions(
            conflict, numbers or None, concepts=names(concept), blocks=blocks, progress=progress
        )
    if figure:
        focus = numbers[0] if numbers else conflict.status_quo_number or 1
        around = groups if focus in groups.states else questions.coalitions(conflict, [focus])
        draw("lattice", figure, language, around, focus, paper=paper)
    if as_json:
        print_json(groups.to_json())
        return
    terminal.print_coalitions(groups, console(), language.value)


def over_time(
    models: Annotated[
        list[str],
        typer.Argument(metavar="MODEL", help="A model file, or readings of later dates too."),
    ],
    on: Annotated[
        list[str] | None,
        typer.Option(
            "--on",
            metavar="WHAT",
            help="DATE:OPTION=Y or =N closes an option; DATE:no-deal=STATE; repeatable.",
        ),
    ] = None,
    concept: Concepts = "nash,seq",
    figure: Drawn = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Follow a conflict over its dates.

    A step for each date on which a table meets, an option closes, another state holds
    without a deal, or a later reading (by its as_of) takes over: what holds then, what each
    table could agree, and for whom the zone has closed. --figure draws that.
    """
    from satumeja import questions
    from satumeja.brief import terminal

    paper = paper_for(figure, layout, fragment, "--figure")
    readings = [load(path) for path in models]
    happenings = [questions.happening(readings[0], text, flag="--on") for text in on or []]
    steps = questions.over_time(readings, happenings, concepts=names(concept))
    if figure:
        draw("zone-dates", figure, language, steps, paper=paper)
    if as_json:
        print_json(steps.to_json())
        return
    terminal.print_over_time(steps, console(), language.value)
