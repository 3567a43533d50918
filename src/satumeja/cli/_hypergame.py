"""The command on misperception: hypergame."""

from __future__ import annotations

from typing import Annotated

import typer

from satumeja.cli._common import (
    ALL,
    AsJson,
    Concepts,
    In,
    Language,
    ModelPath,
    Out,
    console,
    give,
    load,
    names,
    print_json,
)

__all__ = ["hypergame"]


def hypergame(
    model: ModelPath,
    concept: Concepts = ALL,
    seen_by: Annotated[
        str | None,
        typer.Option("--seen-by", help="Write the game this decision maker sees, as a model."),
    ] = None,
    out: Out = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what holds where everybody acts on what it sees.

    The model states who does not know of which options or states, and who believes what of
    the others' preferences. Each decides in the game it sees; what holds in all of them is
    a hypergame equilibrium, expected by all, by some or by nobody, or a surprise.
    """
    conflict = load(model)
    if seen_by is not None:
        from satumeja import formats
        from satumeja.model import perceived_game

        game = perceived_game(conflict, seen_by)
        give(formats.dump(game, out or "game.yaml"), out)
        return
    from satumeja import stability

    found = stability.hypergame(conflict, names(concept))
    if as_json:
        print_json(found.to_json())
        return
    from satumeja.brief.terminal import print_hypergame

    print_hypergame(found, console(), language.value)
