"""Commands on tables: deals, openings and threats."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from satumeja.cli._common import AsJson, In, Language, ModelPath, console, load, print_json

__all__ = ["deals", "openings", "threats"]


class Reach(StrEnum):
    """How those at a table move together."""

    joint = "joint"
    sequence = "sequence"


AtTable = Annotated[
    str | None, typer.Option("--table", "-t", help="One table of the model, by id.")
]
From = Annotated[
    str | None,
    typer.Option("--from", help="The state without a deal; the status quo by default."),
]


def deals(
    model: ModelPath,
    table: AtTable = None,
    start: From = None,
    reach: Annotated[
        Reach, typer.Option(help="Together as one agreement, or by moves in turn.")
    ] = Reach.joint,
    weak: Annotated[
        bool, typer.Option("--weak", help="Better for one and worse for none is enough.")
    ] = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what those at a table could agree, and if it holds.

    Without --table, all tables of the model side by side.
    """
    from satumeja import table as tables
    from satumeja.brief import print_deals

    conflict = load(model)
    number = conflict.find_state(start) if start else None
    found: tables.Deals | tables.Comparison
    if table is not None:
        found = tables.deals(conflict, table, start=number, reach=reach.value, weak=weak)
    else:
        found = tables.compare(conflict, start=number, reach=reach.value, weak=weak)
    if as_json:
        print_json(found.to_json())
        return
    print_deals(found, console(), language.value)


def openings(
    model: ModelPath,
    table: AtTable = None,
    start: From = None,
    wanting: Annotated[
        str, typer.Option(help="A condition every package must meet, such as guarantee.")
    ] = "",
    anything: Annotated[
        bool, typer.Option("--anything", help="Look at red lines only, not at who gains.")
    ] = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Find the zone of agreement, or what would open it.

    If no deal respects every red line, all the smallest sets of red lines whose easing would
    open the zone.
    """
    from satumeja import table as tables
    from satumeja.brief import print_openings

    conflict = load(model)
    number = conflict.find_state(start) if start else None
    found = tables.openings(conflict, table, start=number, wanting=wanting, walk_away=not anything)
    few = len(conflict.states) <= tables.LINKED_STATES
    linked = tables.linkage(conflict, start=number) if few and len(conflict.tables) > 1 else None
    if as_json:
        told = None if linked is None else [each.to_json(conflict) for each in linked]
        print_json(found.to_json() | {"linkage": told})
        return
    print_openings(found, console(), language.value, linked)


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
    from satumeja.brief import print_threats

    conflict = load(model)
    number = conflict.find_state(start) if start else None
    found = tables.threats(conflict, start=number)
    if as_json:
        print_json(found.to_json())
        return
    print_threats(found, console(), language.value)
