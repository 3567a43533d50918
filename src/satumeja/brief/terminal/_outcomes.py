"""What happened in the conflicts of the gallery, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.words import Words

if TYPE_CHECKING:
    from satumeja.gallery import Outcome

__all__ = ["print_outcomes"]


def print_outcomes(outcomes: Iterable[Outcome], console: Console, language: str = "en") -> None:
    """Print what happened, the models of a conflict that share it together."""
    words = Words(language)
    console.print(words("outcomes.title"), style="bold")
    console.print(words("outcomes.about"))
    for shared, alike in groupby(outcomes, key=lambda outcome: replace(outcome, name="")):
        names = ", ".join(outcome.name for outcome in alike)
        states = ", ".join(map(str, shared.states))
        where = words.count("outcomes.where", len(shared.states), names=names, states=states)
        source = "outcomes.source" if shared.verified else "outcomes.source_memory"
        console.print()
        console.print(where, style="bold")
        for line in (
            shared.sentence.in_language(language),
            words(source, source=str(shared.source)),
            words(f"outcomes.coded.{shared.coded_by}.{shared.coded}"),
        ):
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
