"""Pages in the terminal: an analysis, verdicts in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.sentences import answer, explanation, groups
from satumeja.brief.tables import marks_of
from satumeja.brief.terminal._table import grid_of
from satumeja.brief.words import Phrases, SetPhrases, Words, definition_of, name_of

if TYPE_CHECKING:
    from satumeja.model import Model
    from satumeja.stability import Analysis, FurtherAnalysis, SymbolicAnalysis, Verdict

__all__ = ["print_analysis", "print_further", "print_head", "print_verdicts"]

_ROWS = 40


def print_analysis(
    analysis: Analysis, console: Console, language: str = "en", reason: str = ""
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
    """
    words = Words(language)
    phrases = Phrases(analysis.model, words)
    print_head(phrases, len(analysis.model.states), analysis.engine, reason, console)
    found = answer(analysis, phrases, [])
    for sentence in (*found.status_quo, found.strong):
        console.print(sentence)
    for state in found.states:
        console.print(Padding(f"{state.number}  {phrases.described(state.number)}", (0, 0, 0, 2)))
    for sentence in found.others:
        console.print(sentence)
    _print_stability(analysis, phrases, console)
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
    names = [words(f"concept.{concept.id}.short") for concept in analysis.concepts]
    grid = grid_of(words("column.state"), "", *names)
    equilibria = marks_of(analysis).best(_ROWS)
    start = [model.status_quo_number] if model.status_quo_number else []
    shown = sorted({*equilibria, *start})
    stable = {
        (concept.id, dm.id): analysis.is_stable(concept.id, dm.id)
        for concept in analysis.concepts
        for dm in model.decision_makers
    }
    for number in shown:
        cells = []
        for concept in analysis.concepts:
            holds = [d.id for d in model.decision_makers if stable[concept.id, d.id][number - 1]]
            everyone = len(holds) == len(model.decision_makers)
            letters = " ".join(phrases.letters[dm] for dm in holds)
            cells.append(words("mark.e") if everyone else letters or "-")
        mark = f" {words('mark.sq')}" if number == model.status_quo_number else ""
        grid.add_row(f"{number}{mark}", phrases.form(number), *cells)
    console.print(grid)
    letters = ", ".join(
        f"{phrases.letters[d.id]} {phrases.dm(d.id)}" for d in model.decision_makers
    )
    console.print(words("terminal.legend", letters=letters))
    if more := int(marks_of(analysis).times.astype(bool).sum()) - len(equilibria):
        console.print(words.count("terminal.more", more))


def print_further(
    analyses: Sequence[FurtherAnalysis], console: Console, language: str = "en"
) -> None:
    """Print which states hold under further concepts, each with its definition.

    Parameters
    ----------
    analyses : sequence of FurtherAnalysis
        From `satumeja.stability.decide_further`.
    console, language
        Where to print, and in which language.
    """
    words = Words(language)
    for analysis in analyses:
        numbers = analysis.equilibria().tolist()
        found = ", ".join(map(str, numbers[:_ROWS])) or words("none")
        more = len(numbers) - _ROWS
        console.print()
        console.print(f"{analysis.concept.id}: {found}", style="bold")
        if more > 0:
            console.print(words.count("terminal.more", more))
        concept = analysis.concept.id
        console.print(f"{name_of(concept, words)}. {definition_of(concept, words)}")


def print_verdicts(
    model: Model,
    verdicts: Sequence[Verdict],
    console: Console,
    language: str = "en",
    *,
    among: SymbolicAnalysis | None = None,
    convention: str = "set",
) -> None:
    """Print verdicts in words, those that rest on the same moves together.

    Parameters
    ----------
    model : Model
        What the verdicts are about.
    verdicts : sequence of Verdict
        From `satumeja.stability.explain` or `explain_all`.
    console, language
        Where to print, and in which language.
    among : SymbolicAnalysis, optional
        Where the states are, if they are not listed.
    convention : {"set", "matrix"}
        The one they were decided by.
    """
    words = Words(language)
    phrases = Phrases(model, words) if among is None else SetPhrases(among, words)
    for group in groups(verdicts):
        told = explanation(phrases, group)
        console.print(told.lead, style="bold" if told.points else "")
        for point in told.points:
            console.print(Padding(f"- {point}", (0, 0, 0, 2)))
        for sentence in told.close:
            console.print(Padding(sentence, (0, 0, 0, 2)))
        console.print()
    if convention == "matrix":
        console.print(words("terminal.matrix"))
