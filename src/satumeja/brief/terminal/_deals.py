"""Pages in the terminal: what tables could agree, what opens the zone, what threats do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from satumeja.brief.sentences import (
    comparison_table,
    deal_sentences,
    deal_table,
    linkage_sentences,
    opening_sentences,
    opening_table,
    package_sentences,
    package_table,
    seats_in_words,
    solution_sentences,
    table_sentences,
    third_sentences,
    threat_lead,
    threat_sentences,
    walking_sentences,
    wide_sentences,
)
from satumeja.brief.terminal._table import print_table
from satumeja.brief.words import Phrases, Words
from satumeja.table import Comparison, Openings
from satumeja.table.kit import LINKED_STATES

if TYPE_CHECKING:
    from satumeja.table import Deals, Linkage, Packages, SymbolicOpenings, ThirdParty, Threats

__all__ = ["print_deals", "print_openings", "print_packages", "print_third", "print_threats"]

_DESCRIBED = 4


def _say(sentences: Sequence[str], console: Console) -> None:
    for sentence in sentences:
        console.print(Padding(sentence, (0, 0, 0, 2)))


def print_deals(found: Deals | Comparison, console: Console, language: str = "en") -> None:
    """Print what a table, or each of several, could agree, and whether it would hold.

    Parameters
    ----------
    found : Deals or Comparison
        From `satumeja.table.deals` or `compare`.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language to speak.
    """
    each = found.deals if isinstance(found, Comparison) else (found,)
    phrases = Phrases(found.model, Words(language), each[0].ground.ranks)
    console.print(found.model.title.in_language(language), style="bold")
    number = each[0].start
    console.print(phrases.words("deals.question", number=number, form=phrases.form(number)))
    if isinstance(found, Comparison) and len(each) > 1:
        console.print()
        print_table(comparison_table(found, language=language), console)
    for table in each:
        _print_one(phrases, table, console)
    console.print()
    console.print(phrases.words("answer.caveat"))


def _print_one(phrases: Phrases, found: Deals, console: Console) -> None:
    console.print()
    console.print(seats_in_words(phrases, found.table, found.seats), style="bold")
    _say(table_sentences(phrases, found), console)
    if not len(found):
        return
    print_table(deal_table(found, language=phrases.words.language), console)
    best = [n for n in found.best().tolist() if n in set(found.numbers[found.efficient].tolist())]
    for number in best[:_DESCRIBED]:
        console.print(f"{number}  {phrases.described(number)}")
        _say(list(deal_sentences(phrases, found.deal(number))), console)


def print_openings(
    found: Openings | SymbolicOpenings,
    console: Console,
    language: str = "en",
    linked: Sequence[Linkage] | None = None,
) -> None:
    """Print the zone of possible agreement, or what would open it.

    Parameters
    ----------
    found : Openings or SymbolicOpenings
        From `satumeja.table.openings` or `symbolic_openings`.
    console, language
        Where to print, and in which language.
    linked : sequence of Linkage, optional
        From `satumeja.table.linkage`, to be told as well.
    """
    phrases = Phrases(found.model, Words(language))
    console.print(found.model.title.in_language(language), style="bold")
    console.print(seats_in_words(phrases, found.table, found.seats), style="bold")
    if not isinstance(found, Openings):
        console.print(phrases.words("wide.question", form=found.model.form(found.start)))
        _say(wide_sentences(phrases, found), console)
        _say_linked(phrases, console, None, is_wide=True)
        console.print(phrases.words("answer.caveat"))
        return
    number, form = found.start, phrases.form(found.start)
    console.print(phrases.words("openings.question", number=number, form=form))
    console.print()
    for sentence in opening_sentences(phrases, found):
        console.print(sentence)
    if found.openings or found.concessions:
        print_table(opening_table(found, language=language), console)
    _say(package_sentences(phrases, found), console)
    _say_linked(phrases, console, linked, is_wide=len(found.model.states) > LINKED_STATES)
    console.print()
    console.print(phrases.words("answer.caveat"))


def _say_linked(
    phrases: Phrases, console: Console, linked: Sequence[Linkage] | None, *, is_wide: bool
) -> None:
    """Say what tables open together, or that this is not looked at for so many states."""
    if linked is not None or (is_wide and len(phrases.model.tables) > 1):
        for sentence in linkage_sentences(phrases, linked):
            console.print(sentence)


def print_third(answer: ThirdParty, console: Console, language: str = "en") -> None:
    """Print what the moves of a third party could open.

    Parameters
    ----------
    answer : ThirdParty
        From `satumeja.table.third_party`.
    console, language
        Where to print, and in which language.
    """
    phrases = Phrases(answer.model, Words(language))
    console.print(answer.model.title.in_language(language), style="bold")
    console.print(seats_in_words(phrases, answer.table, answer.seats), style="bold")
    number, form = answer.start, phrases.form(answer.start)
    third = phrases.dm(answer.dm)
    console.print(phrases.words("third.question", dm=third, number=number, form=form))
    console.print()
    _say(third_sentences(phrases, answer), console)
    console.print(phrases.words("answer.caveat"))


def print_threats(found: Threats, console: Console, language: str = "en") -> None:
    """Print which threats and promises are credible, and what they do.

    Parameters
    ----------
    found : Threats
        From `satumeja.table.threats`.
    console, language
        Where to print, and in which language.
    """
    phrases = Phrases(found.model, Words(language))
    console.print(found.model.title.in_language(language), style="bold")
    number = found.start
    console.print(phrases.words("threats.question", number=number, form=phrases.form(number)))
    if not found.threats:
        console.print(phrases.words("threats.none"))
    for threat in found.threats:
        console.print()
        console.print(threat_lead(phrases, threat), style="bold")
        _say(list(threat_sentences(phrases, threat, number)), console)
    console.print()
    console.print(phrases.words("answer.caveat"))


def print_packages(found: Packages, console: Console, language: str = "en") -> None:
    """Print what beats walking away for everybody at a table.

    Parameters
    ----------
    found : Packages
        From `satumeja.table.packages`.
    console, language
        Where to print, and in which language.
    """
    phrases = Phrases(found.model, Words(language))
    number, form = found.start, phrases.form(found.start)
    console.print(found.model.title.in_language(language), style="bold")
    console.print(seats_in_words(phrases, found.table, found.seats), style="bold")
    console.print(phrases.words("packages.question", number=number, form=form))
    _say(list(walking_sentences(phrases, found)), console)
    if len(found.numbers):
        print_table(package_table(found, language=language), console)
    for sentence in solution_sentences(phrases, found):
        console.print(sentence)
    console.print()
    console.print(phrases.words("answer.caveat"))
