"""Commands on what would change an answer: invert."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from satumeja.cli._common import AsJson, In, Language, ModelPath, console, give, load, print_json

if TYPE_CHECKING:
    from satumeja.brief import Figure

__all__ = ["invert"]

Drawn = Annotated[
    str | None, typer.Option("--figure", help="Draw it, and write the picture to this SVG file.")
]


def draw(figure: Figure, out: str) -> None:
    """Write a figure to a file as SVG."""
    give(f'<?xml version="1.0" encoding="UTF-8"?>\n{figure.svg}\n', out)


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
    from satumeja.brief import distance_map, print_inverse

    conflict = load(model)
    found = questions.invert(conflict, conflict.find_state(state), concept, dm=dm)
    if figure:
        result = stability.analyse(conflict, dict.fromkeys([concept, "nash"]))
        draw(distance_map(result, concept, language=language.value), figure)
    if as_json:
        print_json(found.to_json())
        return
    print_inverse(found, console(), language.value)
