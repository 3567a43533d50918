"""What beats walking away, in sentences and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.sentences._deals import seats_in_words, states_in_words
from satumeja.brief.words import Phrases, Tongue, phrases_of, short_of

if TYPE_CHECKING:
    from satumeja.table import Packages

__all__ = ["package_table", "solution_sentences", "walking_sentences"]

_ROWS = 40


def walking_sentences(phrases: Phrases, found: Packages) -> Iterator[str]:
    """Say what each has without a deal, and how much beats it."""
    words, states = phrases.words, states_in_words(phrases.words, found.without.tolist())
    if found.concept:
        short = short_of(found.concept, words)
        yield words("packages.without", concept=short, states=states)
    else:
        yield words("packages.without_one", states=states)
    for dm, have in found.no_deal.items():
        described = phrases.described(have.state)
        yield words("packages.has", dm=phrases.dm(dm), state=have.state, described=described)
    if len(found.numbers):
        yield words.count("packages.some", len(found.numbers))
    else:
        yield words("packages.none")


def solution_sentences(phrases: Phrases, found: Packages) -> Iterator[str]:
    """Say what the bargaining solutions choose, and how much error they bear."""
    words = phrases.words
    for solution in found.solutions:
        states = states_in_words(words, solution.states)
        said = [words(f"packages.{solution.name}", states=states)]
        if len(solution.states) > 1:
            said.append(words("packages.ties"))
        elif solution.margin < 1:
            said.append(words("packages.margin", share=words.share(solution.margin)))
        yield " ".join(said)
    if len(found.numbers) and not found.solutions:
        yield words("packages.no_points")


def package_table(found: Packages, *, language: Tongue = "en", rows: int = _ROWS) -> Table:
    """List the packages that beat walking away for everybody at a table.

    Parameters
    ----------
    found : Packages
        From `satumeja.table.packages`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    rows : int
        How many to list, efficient ones first.

    Returns
    -------
    Table
        One row a package.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.table import packages
    >>> found = packages(load("prisoners-dilemma"), start=4, concept="nash")
    >>> package_table(found).lines()
    [['1', 'N|N', 'R +1, C +1', 'none', '✓', 'none']]
    """
    phrases = phrases_of(found.model, language)
    words = phrases.words
    best = set(found.numbers[found.efficient].tolist())
    order = sorted(found.numbers.tolist(), key=lambda number: (number not in best, number))
    body = tuple(_row(phrases, found, number, number in best) for number in sorted(order[:rows]))
    head = (
        Cell(words("column.state"), "col"),
        Cell("", "col"),
        Cell(words("packages.places"), "col"),
        Cell(words("packages.points"), "col"),
        Cell(words("deals.efficient"), "col"),
        Cell(words("packages.lines"), "col"),
    )
    who = ", ".join(f"{letter} {phrases.dm(dm)}" for dm, letter in phrases.letters.items())
    note = f"{words('packages.note')} {words('deals.letters', letters=who)}"
    more = len(found.numbers) - len(body)
    note = f"{note} {words.count('deals.more', more)}" if more else note
    caption = words("packages.caption", name=seats_in_words(phrases, found.table, found.seats))
    return Table(caption, (head,), body, note, "packages", words.language)


def _row(phrases: Phrases, found: Packages, number: int, efficient: bool) -> Row:
    none, letters = phrases.words("none"), phrases.letters
    places = ", ".join(f"{letters[dm]} {gain:+d}" for dm, gain in found.gains(number).items())
    points = none
    if found.points:
        pairs = zip(found.seats, found.points[number], strict=True)
        points = ", ".join(f"{letters[dm]} +{gain}" for dm, gain in pairs)
    cells = (
        found.model.states.form(number),
        places,
        points,
        "✓" if efficient else "",
        ", ".join(found.red_lines(number)) or none,
    )
    return (Cell(str(number), "row"), *(Cell(text) for text in cells))
