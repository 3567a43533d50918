"""What a command may take, time and memory, and how it is told that this did not suffice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from satumeja.cli._json import tell
from satumeja.cli._options import UsageError
from satumeja.errors import QuestionError

if TYPE_CHECKING:
    from satumeja.stability import Analysis, Budget, SymbolicAnalysis

__all__ = ["Limit", "Memory", "budget_for", "lacking_in", "tell_of_undecided"]

Limit = Annotated[
    str | None,
    typer.Option(
        "--limit",
        metavar="TIME",
        help="Decide what can be in this time (60s, 10m), and say what is not.",
    ),
]
Memory = Annotated[
    str | None,
    typer.Option(
        "--memory",
        metavar="SIZE",
        help="Decide what can be in this memory (512MB, 2GB), and say what is not.",
    ),
]


def budget_for(limit: str | None, memory: str | None) -> Budget | None:
    """Give what may be taken, its clock running; None where neither is limited.

    Raises
    ------
    UsageError
        If one of them cannot be read.
    """
    if limit is None and memory is None:
        return None
    from satumeja.stability import Budget

    try:
        return Budget(limit, memory)
    except QuestionError as error:
        raise UsageError(f"--limit, --memory: {error}") from None


def lacking_in(result: Analysis | SymbolicAnalysis) -> dict[tuple[str, str], str]:
    """Give what of an analysis was not decided, by concept and decision maker."""
    from satumeja.stability import Analysis

    undecided = {} if isinstance(result, Analysis) else result.undecided
    return {
        (concept, dm): reason
        for concept, lacking in undecided.items()
        for dm, reason in lacking.items()
    }


def tell_of_undecided(undecided: Mapping[tuple[str, str], str]) -> None:
    """Tell on stderr what time or memory did not suffice for, and how to go on."""
    for reason in ("time", "memory"):
        lacking: dict[str, list[str]] = {}
        for (concept, dm), why in undecided.items():
            if why == reason:
                lacking.setdefault(concept, []).append(dm)
        if lacking:
            named = "; ".join(f"{concept} of {', '.join(dms)}" for concept, dms in lacking.items())
            tell(
                f"note: there was too little {reason} to decide {named}; give it more with "
                "--limit or --memory, or ask about one state with satumeja explain"
            )
