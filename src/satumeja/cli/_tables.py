"""Commands on tables: deals, openings, packages and threats."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from satumeja.cli._common import (
    ModelPath,
    code_of,
    console,
    draw,
    load,
    number_of,
    one_concept,
    print_json,
)
from satumeja.cli._options import (
    AsJson,
    AsStrings,
    AtTable,
    Concepts,
    Drawn,
    Fragment,
    From,
    In,
    InLayout,
    Language,
    only,
    only_json,
    paper_for,
)

if TYPE_CHECKING:
    from fractions import Fraction

    from satumeja.model import Model
    from satumeja.table import SymbolicOpenings

__all__ = ["deals", "openings", "packages", "threats"]

_ENDS = "seq"
"""Under which concept a conflict ends without a deal, if none is named."""


class Reach(StrEnum):
    """How those at a table move together."""

    joint = "joint"
    sequence = "sequence"


def deals(
    model: ModelPath,
    table: AtTable = None,
    start: From = None,
    reach: Annotated[
        Reach, typer.Option("--reach", help="Together as one agreement, or by moves in turn.")
    ] = Reach.joint,
    weak: Annotated[
        bool, typer.Option("--weak", help="Better for one and worse for none is enough.")
    ] = False,
    figure: Drawn = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what those at a table could agree, and if it holds.

    Without --table, all tables of the model side by side. --from is the state without a deal.
    --figure draws the zone of one table, or who sits at which of several.
    """
    from satumeja import table as tables
    from satumeja.brief import terminal

    paper = paper_for(figure, layout, fragment, "--figure")
    conflict = load(model)
    number = number_of(conflict, start)
    agreed: tables.Deals | tables.Comparison
    if table is not None:
        agreed = tables.deals(conflict, table, start=number, reach=reach.value, weak=weak)
    else:
        agreed = tables.compare(conflict, start=number, reach=reach.value, weak=weak)
    if figure and isinstance(agreed, tables.Deals):
        draw("deal-zone", figure, language, agreed, paper=paper)
    elif figure and isinstance(agreed, tables.Comparison):
        graph = conflict.is_graph
        seats = [] if graph else [deals_of.table or deals_of.seats for deals_of in agreed.deals]
        opened = [
            tables.openings(conflict, members, start=number, judge=False) for members in seats
        ]
        draw("seating", figure, language, agreed, opened, paper=paper)
    if as_json:
        print_json(agreed.to_json())
        return
    terminal.print_deals(agreed, console(), language.value)


def openings(
    model: ModelPath,
    table: AtTable = None,
    start: From = None,
    wanting: Annotated[
        str,
        typer.Option(
            "--wanting",
            metavar="CONDITION",
            help="A condition every package must meet, such as guarantee.",
        ),
    ] = "",
    anything: Annotated[
        bool, typer.Option("--anything", help="Look at red lines only, not at who gains.")
    ] = False,
    third: Annotated[
        str | None,
        typer.Option(
            "--third",
            metavar="PARTY",
            help="Search what moves of a party that does not sit there could open.",
        ),
    ] = None,
    figure: Drawn = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    as_strings: AsStrings = False,
    language: In = Language.en,
) -> None:
    """Find the zone of agreement, or what would open it.

    If no deal respects every red line, all the smallest sets of red lines whose easing would
    open the zone. --third asks what a mediator or guarantor could open by a move of its own,
    as part of a deal or made first; what it prefers itself plays no part.
    """
    from satumeja import stability
    from satumeja import table as tables
    from satumeja.brief import terminal
    from satumeja.errors import LimitError
    from satumeja.table.kit import LINKED_STATES

    paper = paper_for(figure, layout, fragment, "--figure")
    only_json(as_strings, as_json)
    conflict = load(model)
    if third is not None:
        alone = "goes without --third"
        only(anything, False, f"--anything {alone}")
        only(figure, False, f"--figure {alone}")
        only(as_strings, False, f"--decimals-as-strings {alone}")
        _third(conflict, third, table, start, wanting, as_json=as_json, language=language.value)
        return
    if stability.choose_engine(conflict).engine == "symbolic":
        if figure:
            raise LimitError(
                "--figure draws openings of states that are listed; here are too many"
            )
        wide = _wide(conflict, table, start, wanting, walk_away=not anything)
        if as_json:
            print_json(wide.to_json(), as_strings=as_strings)
        else:
            terminal.print_openings(wide, console(), language.value)
        return
    number = number_of(conflict, start)
    opened = tables.openings(
        conflict, table, start=number, wanting=wanting, walk_away=not anything
    )
    if figure:
        draw("opening-sets", figure, language, opened, paper=paper)
    few = len(conflict.states) <= LINKED_STATES
    linked = tables.linkage(conflict, start=number) if few and len(conflict.tables) > 1 else None
    if as_json:
        links = None if linked is None else [link.to_json(conflict) for link in linked]
        print_json(opened.to_json() | {"linkage": links}, as_strings=as_strings)
        return
    terminal.print_openings(opened, console(), language.value, linked)


def _third(
    conflict: Model,
    third: str,
    table: str | None,
    start: str | None,
    wanting: str,
    *,
    as_json: bool,
    language: str,
) -> None:
    """Say what the moves of a third party could open."""
    from satumeja import table as tables
    from satumeja.brief import terminal

    number = number_of(conflict, start)
    answer = tables.third_party(conflict, third, table, start=number, wanting=wanting)
    if as_json:
        print_json(answer.to_json())
        return
    terminal.print_third(answer, console(), language)


def _wide(
    conflict: Model, table: str | None, start: str | None, wanting: str, *, walk_away: bool
) -> SymbolicOpenings:
    """Answer with sets of states, where they are too many to list."""
    from satumeja import table as tables

    start_code = code_of(conflict, start)
    return tables.symbolic_openings(
        conflict, table, start=start_code, wanting=wanting, walk_away=walk_away
    )


def packages(
    model: ModelPath,
    table: AtTable = None,
    start: From = None,
    no_deal: Annotated[
        str,
        typer.Option(
            "--no-deal",
            metavar="worst|best|STATE",
            help="What each expects without a deal: worst, best, or a state.",
        ),
    ] = "worst",
    concept: Concepts = _ENDS,
    points: Annotated[
        list[str] | None,
        typer.Option(
            "--points",
            metavar="WHAT",
            help="What options are worth: DM:OPTION=POINTS,...; may be repeated.",
        ),
    ] = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Find what beats walking away for all at a table.

    Each is taken to end without a deal in the worst (or best, for it) of the states that
    hold under one concept; --no-deal names another state for all. Where all at the table have
    points for options, the Nash, Kalai and Kalai-Smorodinsky solutions choose among the
    packages, in exact arithmetic.
    """
    from satumeja import table as tables
    from satumeja.brief import terminal

    criterion = one_concept(concept)
    chosen = no_deal in ("worst", "best")
    only(criterion != _ENDS, chosen, "--concept goes with --no-deal worst or best only")
    conflict = tables.with_points(load(model), _points(points or []))
    offers = tables.packages(
        conflict,
        table,
        start=number_of(conflict, start),
        no_deal=_no_deal(conflict, no_deal),
        concept=criterion,
    )
    if as_json:
        print_json(offers.to_json())
        return
    terminal.print_packages(offers, console(), language.value)


def _no_deal(conflict: Model, name: str) -> Literal["worst", "best"] | int:
    """Read what each expects without a deal."""
    ends: dict[str, Literal["worst", "best"]] = {"worst": "worst", "best": "best"}
    return ends.get(name) or conflict.find_state(name)


def _points(texts: list[str]) -> dict[str, dict[str, Fraction]]:
    """Read what options are worth, given as DM:OPTION=POINTS,OPTION=POINTS."""
    from fractions import Fraction

    from satumeja.errors import QuestionError

    worths = dict[str, dict[str, Fraction]]()
    for text in texts:
        dm, colon, listed = text.partition(":")
        for part in listed.split(","):
            option, equals, worth = part.partition("=")
            try:
                worths.setdefault(dm.strip(), {})[option.strip()] = Fraction(worth.strip())
            except (ValueError, ZeroDivisionError):
                colon = ""
            if not (colon and equals):
                raise QuestionError(
                    f'--points "{text}": write DM:OPTION=POINTS, as in us:platform=1,guarantee=-9'
                )
    return worths


def threats(
    model: ModelPath,
    start: From = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Judge threats and promises: credible or not, and what they do.

    They are the preference statements of the form "punish if attack" about one's own options.
    """
    from satumeja import table as tables
    from satumeja.brief import terminal

    conflict = load(model)
    number = number_of(conflict, start)
    judged = tables.threats(conflict, start=number)
    if as_json:
        print_json(judged.to_json())
        return
    terminal.print_threats(judged, console(), language.value)
