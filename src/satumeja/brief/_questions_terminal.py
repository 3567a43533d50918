"""Pages in the terminal: what would make a state hold, what an answer rests on."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding

from satumeja.brief._inverse import condition_sentences, least_sentences
from satumeja.brief._phrases import Phrases
from satumeja.brief._words import Words
from satumeja.questions import Inverse

__all__ = ["print_inverse"]


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
    short = words(f"concept.{found.concept.id}.short")
    form = phrases.form(number)
    console.print(words("invert.question", number=number, form=form, concept=short))
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
