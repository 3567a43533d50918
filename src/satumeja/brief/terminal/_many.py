"""Pages in the terminal of many equilibria: groups, options, steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.terminal._table import grid_of, print_table
from satumeja.brief.words import Phrases, Words, short_of

if TYPE_CHECKING:
    from satumeja.questions import Effectiveness, Groups, Stepwise
    from satumeja.stability import Analysis

__all__ = ["print_effectiveness", "print_groups", "print_some_groups", "print_stepwise"]

_MANY = 24
_SHOWN = 6
_LARGE = 250_000


def print_some_groups(analysis: Analysis, phrases: Phrases, console: Console) -> None:
    """Print the first groups under the strongest concept with many equilibria, if there is one.

    Nothing in graph form; of more than 250,000 states only how to ask, as it takes seconds.
    """
    if analysis.model.is_graph:
        return
    from satumeja.questions import GRADES

    listed = [concept.id for concept in analysis.concepts]
    graded = [*(g for g in GRADES if g in listed), *(c for c in listed if c not in GRADES)]
    many = [c for c in graded if int(analysis.is_equilibrium(c).sum()) > _MANY]
    if not many:
        return
    if len(analysis.model.states) > _LARGE:
        console.print(phrases.words("groups.ask"))
        return
    _print_groups(analysis.groups(many[0]), [many[0]], phrases, console, _SHOWN)
    console.print(phrases.words("groups.ask"))


def print_groups(analysis: Analysis, phrases: Phrases, console: Console) -> None:
    """Print all groups, those of concepts with the same equilibria once.

    Parameters
    ----------
    analysis : Analysis
        An analysed model in option form.
    phrases : Phrases
        Its phrase book.
    console : Console
        Where to print.
    """
    alike = dict[bytes, list[str]]()
    for concept in analysis.concepts:
        alike.setdefault(analysis.is_equilibrium(concept.id).tobytes(), []).append(concept.id)
    for concepts in alike.values():
        _print_groups(analysis.groups(concepts[0]), concepts, phrases, console)


def _print_groups(
    grouped: Groups, concepts: list[str], phrases: Phrases, console: Console, most: int = 0
) -> None:
    from satumeja.brief.sentences import group_table, shared_sentences

    words = phrases.words
    under = words.all_of([short_of(concept, words) for concept in concepts])
    console.print()
    if not grouped.order:
        console.print(words("groups.none", concepts=under), style="bold")
        return
    states = words.count("groups.states", len(grouped.order))
    parts = words.count("groups.groups", len(grouped.groups))
    console.print(words("groups.lead", concepts=under, states=states, groups=parts), style="bold")
    for sentence in shared_sentences(phrases, grouped):
        console.print(sentence)
    print_table(group_table(grouped, language=phrases.words.language, most=most), console)


def print_effectiveness(counts: Effectiveness, console: Console, language: str = "en") -> None:
    """Print in how many equilibria of which strength options are taken.

    Parameters
    ----------
    counts : Effectiveness
        From `satumeja.questions.effectiveness`.
    console, language
        Where to print, and in which language.
    """
    from satumeja.brief.sentences import effectiveness_table

    phrases = Phrases(counts.model, Words(language))
    words = phrases.words
    console.print(counts.model.title.in_language(language), style="bold")
    console.print(words("effectiveness.question"))
    # Two numbers a column, as a column each would leave no room for the names of options.
    grades = [short_of(grade, words) for grade in counts.grades]
    grid = grid_of(words("column.option"), *grades, words("effectiveness.share"))
    for option in range(len(counts.model.options)):
        cells = [
            f"{words.number(counts.taken[option, grade])} / "
            f"{words.number(counts.left[option, grade])}"
            for grade in counts.grades
        ]
        share = counts.share(option)
        shown = "–" if share is None else words.share(share)
        grid.add_row(phrases.option(option), *cells, shown)
    for column in grid.columns[1:]:
        column.justify, column.no_wrap = "right", True
    console.print(grid)
    console.print(words("effectiveness.pair"))
    console.print(effectiveness_table(counts, language=phrases).note)
    console.print()
    console.print(words("effectiveness.caveat"))
    console.print(words("answer.caveat"))


def print_stepwise(answer: Stepwise, console: Console, language: str = "en") -> None:
    """Print a conflict step by step, its most important options first.

    Parameters
    ----------
    answer : Stepwise
        From `satumeja.questions.stepwise`.
    console, language
        Where to print, and in which language.
    """
    from satumeja.brief.sentences import stage_sentences, states_in_words

    phrases = Phrases(answer.model, Words(language))
    words = phrases.words
    console.print(answer.model.title.in_language(language), style="bold")
    console.print(words("stepwise.question"))
    for lead, forms in stage_sentences(phrases, answer):
        console.print()
        console.print(lead, style="bold")
        for form in forms:
            console.print(Padding(form, (0, 0, 0, 2)))
    console.print()
    at_once, both = answer.at_once, sorted(set(answer.equilibria) & set(answer.at_once))
    only = sorted(set(answer.equilibria) - set(at_once))
    lost = sorted(set(at_once) - set(answer.equilibria))
    for key, numbers in (("both", both), ("only", only), ("lost", lost)):
        console.print(words(f"stepwise.{key}", states=states_in_words(words, numbers)))
    console.print()
    console.print(words("answer.caveat"))
