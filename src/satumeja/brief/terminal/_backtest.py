"""A backtest in the terminal: words first, then the tables, then what they do not show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console

from satumeja.brief.sentences import (
    backtest_sentences,
    case_table,
    power_sentences,
    score_table,
)
from satumeja.brief.terminal._table import print_table
from satumeja.brief.words import Words

if TYPE_CHECKING:
    from satumeja.questions import Backtest

__all__ = ["print_backtest"]


def print_backtest(
    result: Backtest, console: Console, language: str = "en", unverified: int = 0
) -> None:
    """Print how often what holds contained what happened, beside what chance would give.

    Parameters
    ----------
    result : Backtest
        From `satumeja.questions.backtest`.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language to speak.
    unverified : int
        How many outcomes were left out, as nobody has looked them up.
    """
    words = Words(language)
    console.print(words("backtest.title"), style="bold")
    for sentence in backtest_sentences(result, words):
        console.print(sentence)
    if unverified:
        console.print(words.count("backtest.unverified", unverified))
    for table in (score_table(result, language=language), case_table(result, language=language)):
        console.print()
        console.print(table.caption, style="bold")
        print_table(table, console)
    console.print()
    for sentence in power_sentences(result, words):
        console.print(sentence)
    console.print(words("backtest.caveat"))
