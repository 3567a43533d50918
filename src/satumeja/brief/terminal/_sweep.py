"""How often each state holds over many preference profiles, in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rich.console import Console

from satumeja.brief.sentences import sweep_table
from satumeja.brief.terminal._table import print_table
from satumeja.brief.words import Phrases, Words

if TYPE_CHECKING:
    from satumeja.questions import SweepResult

__all__ = ["print_sweep"]

_ROWS = 40


def print_sweep(result: SweepResult, console: Console, language: str = "en") -> None:
    """Print in how many profiles each state is an equilibrium, those that hold in most alone.

    Parameters
    ----------
    result : SweepResult
        From `satumeja.questions.sweep`.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language to speak.
    """
    words, plan = Words(language), result.plan
    phrases = Phrases(plan.model, words)
    console.print(plan.model.title.in_language(language), style="bold")
    open_to = [phrases.dm(dm) for dm in plan.parameters.get("free", ())]
    if open_to:
        console.print(words.count("sweep.profiles", plan.profiles, dms=words.all_of(open_to)))
    else:
        console.print(words.count("sweep.scenarios", plan.profiles))
    console.print()
    times = np.sum([*result.counts.values()], axis=0)
    often = np.argsort(-times, kind="stable")[: min(_ROWS, np.count_nonzero(times))]
    table = sweep_table(result, sorted((often + 1).tolist()), language=language)
    console.print(table.caption, style="bold")
    print_table(table, console)
    if more := int(np.count_nonzero(times)) - len(often):
        console.print(words.count("sweep.more", more))
    if never := int(np.count_nonzero(times == 0)):
        console.print(words.count("sweep.never", never))
    console.print(words("sweep.caveat"))
