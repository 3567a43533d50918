"""What time or memory did not suffice for, in words."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from satumeja.brief.words import Phrases, short_of

if TYPE_CHECKING:
    from satumeja.stability import Bounds, Budget, SymbolicAnalysis

__all__ = ["count_between", "undecided_in_words", "undecided_of"]

_GIGABYTE = 10**9


def undecided_in_words(analysis: SymbolicAnalysis, phrases: Phrases) -> list[str]:
    """Say what was not decided, for whom and why; nothing where all was.

    Parameters
    ----------
    analysis : SymbolicAnalysis
        An analysed model.
    phrases : Phrases
        The model and the language.
    """
    if analysis.parts is None or not analysis.undecided:
        return []
    cells = {
        (concept, dm): reason
        for concept, lacking in analysis.undecided.items()
        for dm, reason in lacking.items()
    }
    sentences = undecided_of(cells, phrases, analysis.parts.budget)
    return [*sentences, phrases.words("undecided.between")]


def undecided_of(
    cells: Mapping[tuple[str, str], str], phrases: Phrases, budget: Budget | None
) -> list[str]:
    """Name concepts and decision makers, by what there was too little of.

    Parameters
    ----------
    cells : mapping of (str, str) to {"time", "memory"}
        The reason by concept and decision maker.
    phrases : Phrases
        The model and the language.
    budget : Budget, optional
        What was given.
    """
    words, sentences = phrases.words, list[str]()
    for reason in ("time", "memory"):
        makers: dict[str, list[str]] = {}
        for (concept, dm), why in cells.items():
            if why == reason:
                makers.setdefault(concept, []).append(phrases.dm(dm))
        if not makers:
            continue
        named = [
            words("undecided.cell", concept=short_of(concept, words), dms=words.all_of(dms))
            for concept, dms in makers.items()
        ]
        amount = _amount(reason, phrases, budget)
        key = f"undecided.{reason}" if amount else "undecided.usual"
        sentences.append(words(key, amount=amount, cells="; ".join(named)))
    return sentences


def _amount(reason: str, phrases: Phrases, budget: Budget | None) -> str:
    """Say how much was given; nothing where that was left open."""
    words = phrases.words
    if reason == "time" and budget is not None and budget.seconds is not None:
        seconds = Fraction(budget.seconds).limit_denominator(1000)
        return words("undecided.seconds", amount=words.quantity(seconds))
    if reason == "memory" and budget is not None and budget.memory is not None:
        return f"{words.quantity(Fraction(budget.memory, _GIGABYTE))} GB"
    return ""


def count_between(bounds: Bounds, phrases: Phrases, key: str = "undecided.range") -> str:
    """Say how many states there are, or between which numbers.

    Parameters
    ----------
    bounds : Bounds
        What is certain of them.
    phrases : Phrases
        The language.
    key : str
        The message for two numbers.
    """
    words = phrases.words
    least, most = bounds.at_least.count, bounds.at_most.count
    if bounds.exact:
        return words.number(least)
    return words(key, least=words.number(least), most=words.number(most))
