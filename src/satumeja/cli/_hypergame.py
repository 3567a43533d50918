"""The command on misperception: hypergame."""

from __future__ import annotations

from typing import Annotated

import typer

from satumeja.cli._common import ModelPath, console, give, load, names, print_json
from satumeja.cli._options import ALL, AsJson, Concepts, In, Language, OutIfAny, only

__all__ = ["hypergame"]


def hypergame(
    model: ModelPath,
    concept: Concepts = ALL,
    seen_by: Annotated[
        str | None,
        typer.Option(
            "--seen-by",
            metavar="DM",
            help="Print or write the game this decision maker sees, as a model.",
        ),
    ] = None,
    out: OutIfAny = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say what holds where everybody acts on what it sees.

    The model states who does not know of which options or states, and who believes what of
    the others' preferences. Each decides in the game it sees; what holds in all of them is
    a hypergame equilibrium, expected by all, by some or by nobody, or a surprise. With
    --seen-by, the game itself: printed as YAML, or as --out names it (.yaml, .json, .gmcr).
    """
    only(out, seen_by, "--out goes with --seen-by only, whose game it writes")
    only(as_json, not seen_by, "--json does not go with --seen-by; write --out FILE.json")
    only(concept != ALL, not seen_by, "--concept does not go with --seen-by")
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
        print_json(found.document())
        return
    from satumeja.brief.terminal import print_hypergame

    print_hypergame(found, console(), language.value)
