"""Commands on what would change an answer: invert, rests-on, coalitions and over-time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from satumeja.cli._common import (
    ALL,
    AsJson,
    Concepts,
    Drawn,
    In,
    Language,
    ModelPath,
    console,
    draw,
    load,
    names,
    print_json,
)

if TYPE_CHECKING:
    from satumeja.model import Model
    from satumeja.questions import Happening

__all__ = ["coalitions", "invert", "over_time", "rests_on"]


def invert(
    model: ModelPath,
    state: Annotated[str, typer.Option("--state", "-s", help="The state that should hold.")],
    concept: Annotated[
        str, typer.Option("--concept", "-c", help="nash, gmr, smr, seq or sseq.")
    ] = "seq",
    dm: Annotated[
        str | None, typer.Option("--dm", help="Whose preferences are open; by default anybody's.")
    ] = None,
    figure: Drawn = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what would make a state hold.

    The preferences that make it an equilibrium, in words and symbols; in how many rankings
    it is one; and the least change of rankings, statements or red lines that does it.
    --figure draws all states by how far they are from an equilibrium.
    """
    from satumeja import questions, stability
    from satumeja.brief import distance_map
    from satumeja.brief.terminal import print_inverse

    conflict = load(model)
    found = questions.invert(conflict, conflict.find_state(state), concept, dm=dm)
    if figure:
        result = stability.analyse(conflict, dict.fromkeys([concept, "nash"]))
        draw(distance_map(result, concept, language=language.value), figure, language)
    if as_json:
        print_json(found.to_json())
        return
    print_inverse(found, console(), language.value)


def rests_on(
    model: ModelPath,
    state: Annotated[
        str | None, typer.Option("--state", "-s", help="Only answers on this state.")
    ] = None,
    start: Annotated[
        str | None,
        typer.Option("--from", help="Where tables start from; the status quo by default."),
    ] = None,
    concept: Concepts = ALL,
    samples: Annotated[
        int, typer.Option(min=1, help="How many orders of the statements to draw.")
    ] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Where chance starts.")] = 1,
    figure: Drawn = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what the answers rest on.

    For each equilibrium, deal and opening: the single changes to the assumptions that flip
    it, and in how many orders of the statements it stands. Then the assumptions that rest on
    the least: what to find out next. --figure draws them.
    """
    from satumeja import questions
    from satumeja.brief import tornado
    from satumeja.brief.terminal import print_rests_on

    conflict = load(model)
    found = questions.rests_on(
        conflict,
        start=conflict.find_state(start) if start else None,
        state=conflict.find_state(state) if state else None,
        concepts=names(concept),
        samples=samples,
        seed=seed,
    )
    if figure:
        draw(tornado(found, language=language.value), figure, language)
    if as_json:
        print_json(found.to_json())
        return
    print_rests_on(found, console(), language.value)


def coalitions(
    model: ModelPath,
    state: Annotated[
        list[str] | None,
        typer.Option("--state", "-s", help="Ask about this state; by default the equilibria."),
    ] = None,
    concept: Concepts = ALL,
    figure: Drawn = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what groups could do together.

    What every coalition can improve on from each equilibrium, jumps from one equilibrium to
    another, and what stands up to it: CNash, CGMR, CSMR and CSEQ. --figure draws the lattice
    of coalitions around one state: the first --state, or the status quo.
    """
    from satumeja import questions
    from satumeja.brief import coalition_lattice
    from satumeja.brief.terminal import print_coalitions

    conflict = load(model)
    asked = [conflict.find_state(each) for each in state or []]
    found = questions.coalitions(conflict, asked or None, concepts=names(concept))
    if figure:
        focus = asked[0] if asked else conflict.status_quo_number or 1
        around = found if focus in found.states else questions.coalitions(conflict, [focus])
        draw(coalition_lattice(around, focus, language=language.value), figure, language)
    if as_json:
        print_json(found.to_json())
        return
    print_coalitions(found, console(), language.value)


def over_time(
    models: Annotated[
        list[str],
        typer.Argument(metavar="MODEL...", help="A model file, or readings of later dates too."),
    ],
    on: Annotated[
        list[str] | None,
        typer.Option(
            "--on", help="DATE:OPTION=Y or =N closes an option; DATE:no-deal=STATE; repeatable."
        ),
    ] = None,
    concept: Annotated[
        str, typer.Option("--concept", "-c", help="Solution concepts, separated by commas.")
    ] = "nash,seq",
    figure: Drawn = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Follow a conflict over its dates.

    A step for each date on which a table meets, an option closes, another state holds
    without a deal, or a later reading (by its as_of) takes over: what holds then, what each
    table could agree, and for whom the zone has closed. --figure draws that.
    """
    from satumeja import questions
    from satumeja.brief import zone_dates
    from satumeja.brief.terminal import print_over_time

    readings = [load(each) for each in models]
    happenings = [_happening(readings[0], text) for text in on or []]
    found = questions.over_time(readings, happenings, concepts=names(concept))
    if figure:
        draw(zone_dates(found, language=language.value), figure, language)
    if as_json:
        print_json(found.to_json())
        return
    print_over_time(found, console(), language.value)


def _happening(model: Model, text: str) -> Happening:
    """Read what happens on a date."""
    from satumeja.errors import QuestionError
    from satumeja.questions import Closing, Fallback, taken_in

    date, colon, said = text.partition(":")
    option, equals, value = said.partition("=")
    if colon and equals and option == "no-deal":
        return Fallback(date, taken_in(model, model.find_state(value)))
    if not (colon and equals) or value.upper() not in ("Y", "N"):
        ways = "DATE:OPTION=Y, DATE:OPTION=N or DATE:no-deal=STATE"
        raise QuestionError(f'--on "{text}": write {ways}')
    return Closing(date, option, value.upper() == "Y")
