"""Pages in the terminal: an analysis, verdicts in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.sentences import answer, explanation, groups, held, undecided_of
from satumeja.brief.tables import marks_of
from satumeja.brief.terminal._table import grid_of
from satumeja.brief.words import Phrases, SetPhrases, Words, definition_of, heading_of, short_of
from satumeja.stability import CONCEPTS

if TYPE_CHECKING:
    from satumeja.model import Model
    from satumeja.stability import Analysis, Budget, Hold, SymbolicAnalysis
    from satumeja.stability.further import Proof

__all__ = ["print_analysis", "print_definitions", "print_head", "print_hold", "print_verdicts"]

_ROWS = 40


def print_analysis(
    analysis: Analysis,
    console: Console,
    language: str = "en",
    reason: str = "",
    *,
    group: bool = False,
) -> None:
    """Print which states hold: the answer in words, then the stability of each of them.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language to speak.
    reason : str
        Why this engine decided: one of `satumeja.stability.REASONS`, or nothing.
    group : bool
        Whether to print all groups of equilibria; else the first, where there are many.
    """
    words = Words(language)
    phrases = Phrases(analysis.model, words)
    print_head(phrases, len(analysis.model.states), analysis.engine, reason, console)
    if over := phrases.over(analysis.blocks):
        console.print(over)
        console.print()
    elif analysis.model.status_quo is not None:
        console.print(held(phrases, analysis.hold(most=1), is_now=True))
    found = answer(analysis, phrases, [])
    for sentence in (*found.status_quo, found.strong):
        console.print(sentence)
    for state in found.states:
        console.print(Padding(f"{state.number}  {phrases.described(state.number)}", (0, 0, 0, 2)))
    for sentence in found.others:
        console.print(sentence)
    _print_stability(analysis, phrases, console)
    from satumeja.brief.terminal._many import print_groups, print_some_groups

    (print_groups if group else print_some_groups)(analysis, phrases, console)
    console.print(words("answer.caveat"))


def print_head(phrases: Phrases, states: int, engine: str, reason: str, console: Console) -> None:
    """Print the title, how many states there are, and which engine decided, and why."""
    words = phrases.words
    console.print(phrases.model.title.in_language(words.language), style="bold")
    of = {"states": words.count("count.states", states), "engine": words(f"engine.name.{engine}")}
    why = words(f"engine.{reason}") if reason else ""
    console.print(words("terminal.decided_why" if why else "terminal.decided", **of, why=why))
    console.print()


def _print_stability(analysis: Analysis, phrases: Phrases, console: Console) -> None:
    words, model = phrases.words, analysis.model
    names = [short_of(concept.id, words) for concept in analysis.concepts]
    grid = grid_of(words("column.state"), "", *names)
    equilibria = marks_of(analysis).best(_ROWS)
    start = [model.status_quo_number] if model.status_quo_number else []
    for number in sorted({*equilibria, *start}):
        cells = [_stable_for(analysis, phrases, c.id, number) for c in analysis.concepts]
        mark = f" {words('mark.sq')}" if number == model.status_quo_number else ""
        grid.add_row(f"{number}{mark}", phrases.form(number), *cells)
    console.print(grid)
    letters = ", ".join(
        f"{phrases.letters[d.id]} {phrases.dm(d.id)}" for d in model.decision_makers
    )
    console.print(words("terminal.legend", letters=letters))
    if more := int(marks_of(analysis).times.astype(bool).sum()) - len(equilibria):
        console.print(words.count("terminal.more", more))


def _stable_for(analysis: Analysis, phrases: Phrases, concept: str, number: int) -> str:
    """Say for whom a state is stable: by letters; of coalitions, for how many."""
    parties = analysis.parties(concept)
    staying = [party for party in parties if analysis.is_stable(concept, *party)[number - 1]]
    if len(staying) == len(parties):
        return phrases.words("mark.e")
    if not analysis.blocks and any(len(party) > 1 for party in parties):
        return f"{len(staying)}/{len(parties)}"
    return " ".join(map(phrases.lettered, staying)) or "-"


def print_definitions(analysis: Analysis, console: Console, language: str = "en") -> None:
    """Print each concept that reads more than ranks, with its equilibria and definition.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    console, language
        Where to print, and in which language.
    """
    words = Words(language)
    for concept in analysis.further if not analysis.blocks else ():
        numbers = analysis.equilibria(concept).tolist()
        found = ", ".join(map(str, numbers[:_ROWS])) or words("none")
        more = len(numbers) - _ROWS
        console.print()
        console.print(f"{concept}: {found}", style="bold")
        if more > 0:
            console.print(words.count("terminal.more", more))
        console.print(f"{heading_of(concept, words)}. {definition_of(concept, words)}")


def print_verdicts(
    model: Model,
    verdicts: Sequence[Proof],
    console: Console,
    language: str = "en",
    *,
    among: SymbolicAnalysis | None = None,
    convention: str = "set",
    blocks: Sequence[Sequence[str]] = (),
    undecided: Mapping[tuple[str, str], str] | None = None,
    budget: Budget | None = None,
) -> None:
    """Print verdicts in words, those that rest on the same moves together.

    Parameters
    ----------
    model : Model
        What the verdicts are about.
    verdicts : sequence of Verdict and the others
        From `satumeja.stability.explain` or `explain_all`.
    console, language
        Where to print, and in which language.
    among : SymbolicAnalysis, optional
        Where the states are, if they are not listed.
    convention : {"set", "matrix"}
        The one they were decided by.
    blocks : sequence of sequence of str
        The blocks they are of, if any.
    undecided : mapping of (str, str) to {"time", "memory"}, optional
        What there was too little of for other verdicts, by concept and decision maker.
    budget : Budget, optional
        What was given for them.
    """
    words = Words(language)
    phrases = Phrases(model, words) if among is None else SetPhrases(among, words)
    if over := phrases.over(blocks):
        console.print(over)
        console.print()
    for group in groups(verdicts):
        told = explanation(phrases, group)
        console.print(told.lead, style="bold" if told.points else "")
        for point in told.points:
            console.print(Padding(f"- {point}", (0, 0, 0, 2)))
        for sentence in told.close:
            console.print(Padding(sentence, (0, 0, 0, 2)))
        console.print()
    for sentence in undecided_of(undecided or {}, phrases, budget):
        console.print(sentence)
    for concept in dict.fromkeys(verdict.concept for verdict in verdicts):
        if concept not in CONCEPTS:
            console.print(f"{heading_of(concept, words)}. {definition_of(concept, words)}")
    if convention == "matrix":
        console.print(words("terminal.matrix"))


def print_hold(
    model: Model, hold: Hold, console: Console, language: str = "en", *, is_now: bool = False
) -> None:
    """Print in plain words what it takes for a state to hold, that of now or another."""
    console.print(held(Phrases(model, Words(language)), hold, is_now=is_now))
