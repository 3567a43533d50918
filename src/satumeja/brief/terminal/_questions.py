"""Pages in the terminal: what would make a state hold, what an answer rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.sentences import (
    coalition_table,
    condition_sentences,
    inverse_question,
    jump_sentences,
    leaning_table,
    least_sentences,
    over_time_in_words,
    standing_groups,
    standing_sentences,
    states_in_words,
)
from satumeja.brief.terminal._table import print_table
from satumeja.brief.words import Phrases, Words

if TYPE_CHECKING:
    from satumeja.questions import Coalitions, Inverse, OverTime, RestsOn

__all__ = ["print_coalitions", "print_inverse", "print_over_time", "print_rests_on"]

_GROUPS = 12


def _say(sentences: Iterable[str], console: Console) -> None:
    for sentence in sentences:
        console.print(Padding(sentence, (0, 0, 0, 2)))


def print_inverse(found: Inverse, console: Console, language: str = "en") -> None:
    """Print what would make a state an equilibrium.

    Parameters
    ----------
    found : Inverse
        From `satumeja.questions.invert`.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language to speak.
    """
    phrases = Phrases(found.model, Words(language))
    words, number = phrases.words, found.state
    console.print(found.model.title.in_language(language), style="bold")
    console.print(inverse_question(phrases, found))
    console.print(Padding(phrases.described(number), (0, 0, 0, 2)))
    if found.holds:
        console.print(words("invert.already"))
    for each in found.conditions.values():
        console.print()
        console.print(words("invert.conditions", dm=phrases.dm(each.dm)), style="bold")
        _say(condition_sentences(phrases, found, each), console)
    if not found.holds:
        console.print()
        console.print(words("least.title"), style="bold")
        _say(least_sentences(phrases, found), console)
    console.print()
    console.print(words("answer.caveat"))


def print_rests_on(found: RestsOn, console: Console, language: str = "en") -> None:
    """Print what the answers of a model rest on, and what to find out next.

    Parameters
    ----------
    found : RestsOn
        From `satumeja.questions.rests_on`.
    console, language
        Where to print, and in which language.
    """
    phrases = Phrases(found.model, Words(language))
    words, start = phrases.words, found.start
    console.print(found.model.title.in_language(language), style="bold")
    if start is None:
        console.print(words("rests.question"))
    else:
        console.print(words("rests.question_from", number=start, form=phrases.form(start)))
    console.print(words.count("rests.tried", found.tried))
    groups = standing_groups(found)
    groups.sort(key=lambda group: group[0].answer.state not in (0, start))
    for standing, concepts in groups[:_GROUPS]:
        console.print()
        lead, *others = standing_sentences(phrases, found, standing, concepts)
        console.print(lead, style="bold")
        _say(others, console)
    if len(groups) > _GROUPS:
        console.print()
        console.print(words.count("rests.more_answers", len(groups) - _GROUPS))
    console.print()
    console.print(words("rests.next"), style="bold")
    if found.leanings:
        print_table(leaning_table(found, language=language), console)
    else:
        console.print(words("rests.none_lean"))
    console.print()
    console.print(words("answer.caveat"))


def print_coalitions(found: Coalitions, console: Console, language: str = "en") -> None:
    """Print what every coalition could do, and which states stand up to it.

    Parameters
    ----------
    found : Coalitions
        From `satumeja.questions.coalitions`.
    console, language
        Where to print, and in which language.
    """
    phrases = Phrases(found.model, Words(language))
    words = phrases.words
    console.print(found.model.title.in_language(language), style="bold")
    console.print(words("blocks.question" if found.blocks else "coalitions.question"))
    console.print(words("coalitions.asked", states=states_in_words(words, found.states)))
    if found.left_out:
        console.print(words.count("coalitions.left_out", found.left_out))
    console.print()
    print_table(coalition_table(found, language=language), console)
    console.print()
    console.print(words("coalitions.leaving" if found.named else "coalitions.jumps"), style="bold")
    _say(jump_sentences(phrases, found), console)
    console.print()
    console.print(words("answer.caveat"))


def print_over_time(found: OverTime, console: Console, language: str = "en") -> None:
    """Print a conflict step by step.

    Parameters
    ----------
    found : OverTime
        From `satumeja.questions.over_time`.
    console, language
        Where to print, and in which language.
    """
    words = Words(language)
    title = found.steps[0].model.title.in_language(language)
    console.print(title, style="bold")
    console.print(words("over_time.question"))
    for lead, sentences in over_time_in_words(found, language):
        console.print()
        console.print(lead, style="bold")
        _say(sentences, console)
    console.print()
    console.print(words("answer.caveat"))
