"""Openings in words: what is in the zone, and what would open it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.sentences._deals import states_in_words
from satumeja.brief.words import Phrases, Tongue, phrases_of, short_of
from satumeja.stability import CONCEPTS
from satumeja.table.kit import LINKED_STATES

if TYPE_CHECKING:
    from satumeja.stability import StateSet
    from satumeja.table import Linkage, Opening, Openings, SymbolicOpenings

__all__ = [
    "linkage_sentences",
    "opening_sentences",
    "opening_table",
    "package_sentences",
    "wide_sentences",
]

_SHOWN = 40
_PATTERNS = 2


def opening_sentences(phrases: Phrases, found: Openings) -> list[str]:
    """Say whether the zone is empty, and what kind of change would open it."""
    words, said = phrases.words, list[str]()
    if found.wanting:
        said.append(words("openings.wanting", condition=found.wanting))
    if len(found.zone):
        states = states_in_words(words, found.zone.tolist())
        said.append(words.count("openings.yes", len(found.zone), states=states))
        best = states_in_words(words, found.best.tolist())
        return [*said, words("openings.best", states=best)]
    said.append(words("openings.no"))
    if found.openings:
        said.append(words.count("openings.ways", len(found.openings)))
    elif found.concessions:
        said.append(words("openings.hopeless"))
        said.append(words.count("openings.concede", len(found.concessions)))
    else:
        said.append(words("openings.no_package"))
    return said


def opening_table(found: Openings, *, language: Tongue = "en") -> Table:
    """List what would open the zone: one row a smallest set.

    Parameters
    ----------
    found : Openings
        From `satumeja.table.openings`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        The red lines to ease, who would put up with less, what is then possible and
        efficient, and under which concepts it would hold; no rows where the zone is open.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.table import openings
    >>> opening_table(openings(load("december-2021-a"), "geneva")).lines()[0][2:4]
    ['states 12, 13 and 14', 'state 14']
    """
    phrases = phrases_of(found.model, language)
    words = phrases.words
    ways = found.openings or found.concessions
    body = tuple(_row(phrases, found, way) for way in ways[:_SHOWN])
    keys = ("ease", "less", "then", "best_column", "holds")
    head = tuple(Cell(words(f"openings.{key}"), "col") for key in keys)
    note, more = words("openings.note"), len(ways) - len(body)
    note = f"{note} {words.count('answer.strong_more', more)}" if more else note
    return Table(words("openings.caption"), (head,), body, note, "openings", words.language)


def _row(phrases: Phrases, found: Openings, way: Opening) -> Row:
    words = phrases.words
    lines = {line.name: line.statement.condition for line in found.red_lines}
    eased = [
        words("openings.line", name=name, condition=phrases.condition(lines[name]))
        for name in way.ease
    ]
    cells = (
        "; ".join(eased) or words("none"),
        words.all_of([phrases.dm(dm) for dm in way.accept_less]) or words("none"),
        states_in_words(words, way.zone.tolist()),
        states_in_words(words, way.best.tolist()),
        _holds(phrases, way),
    )
    return tuple(Cell(text) for text in cells)


def _holds(phrases: Phrases, way: Opening) -> str:
    words, said = phrases.words, list[str]()
    for state, held in (way.holds or {}).items():
        names = [short_of(concept, words) for concept in CONCEPTS if held[concept]]
        said.append(f"{state}: {', '.join(names) or words('deals.nowhere')}")
    return "; ".join(said)


def package_sentences(phrases: Phrases, found: Openings, most: int = 4) -> list[str]:
    """Describe the efficient packages, in the zone or after the first openings."""
    ways = found.openings or found.concessions
    numbers = [*found.best.tolist(), *(n for way in ways for n in way.best.tolist())]
    return [
        phrases.words("openings.package", state=number, described=phrases.described(number))
        for number in list(dict.fromkeys(numbers))[:most]
    ]


def linkage_sentences(phrases: Phrases, found: Sequence[Linkage] | None) -> list[str]:
    """Say what one package across tables opens that the tables apart cannot; None: too many."""
    words = phrases.words
    if found is None:
        return [words("openings.unlinked", most=words.number(LINKED_STATES))]
    names = {table.id: phrases.text(table.name) or table.id for table in phrases.model.tables}
    return [
        words(
            "openings.linked",
            tables=words.all_of([words("quoted", text=names[table]) for table in link.tables]),
            states=states_in_words(words, link.packages.tolist()),
        )
        for link in found
    ] or [words("openings.linked_none")]


def wide_sentences(phrases: Phrases, found: SymbolicOpenings) -> list[str]:
    """Say what is in the zone, or what would open it, where states are too many to list."""
    words = phrases.words
    said = [words("wide.reached", count=words.number(found.reached.count))]
    if found.wanting:
        said.append(words("openings.wanting", condition=found.wanting))
    if found.zone:
        return [*said, words("wide.yes", **_sample(phrases, found.zone)), words("wide.limits")]
    said.append(words("openings.no"))
    ways = found.openings or found.concessions
    if found.openings:
        said.append(words.count("openings.ways", len(ways)))
    elif ways:
        said += [words("openings.hopeless"), words.count("openings.concede", len(ways))]
    else:
        said.append(words("openings.no_package"))
    lines = {line.name: line.statement.condition for line in found.red_lines}
    for way in ways[:_SHOWN]:
        eased = [
            words("openings.line", name=name, condition=phrases.condition(lines[name]))
            for name in way.ease
        ]
        eased += [words("sets.accept", dm=phrases.dm(dm)) for dm in way.accept_less]
        key = "wide.concession" if way.accept_less else "wide.way"
        said.append(words(key, lines="; ".join(eased), **_sample(phrases, way.zone)))
    if len(ways) > _SHOWN:
        said.append(words.count("sets.left_out", len(ways) - _SHOWN))
    return [*said, words("wide.limits")] if ways else said


def _sample(phrases: Phrases, zone: StateSet) -> dict[str, str]:
    shown = zone.patterns(_PATTERNS).shown
    return {"count": phrases.words.number(zone.count), "patterns": phrases.words.all_of(shown)}
