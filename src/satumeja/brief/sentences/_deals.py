"""What tables could agree, as tables and sentences."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.words import Phrases, Tongue, Words, phrases_of, short_of
from satumeja.model import Prioritisation
from satumeja.stability import CONCEPTS

if TYPE_CHECKING:
    from satumeja.table import Change, Comparison, Deal, Deals, Promotion

__all__ = [
    "change_in_words",
    "comparison_table",
    "deal_sentences",
    "deal_table",
    "seats_in_words",
    "states_in_words",
    "table_sentences",
]

_What = TypeVar("_What", bound=Hashable)

_NUMBERS = 20
_ROWS = 40


def states_in_words(words: Words, numbers: Sequence[int]) -> str:
    """Name states by their numbers, the first twenty of many.

    Examples
    --------
    >>> states_in_words(Words("en"), [7, 9, 14]), states_in_words(Words("id"), [7])
    ('states 7, 9 and 14', 'keadaan 7')
    """
    if not len(numbers):
        return words("none")
    shown = [str(int(number)) for number in numbers[:_NUMBERS]]
    more = len(numbers) - len(shown)
    listed = (
        words.count("deals.states_more", more, numbers=", ".join(shown))
        if more
        else words.all_of(shown)
    )
    return words.count("deals.states", len(numbers), numbers=listed)


def seats_in_words(phrases: Phrases, table: str, seats: Sequence[str]) -> str:
    """Name a table by its name and who sits there."""
    names = phrases.words.all_of([phrases.dm(dm) for dm in seats])
    for known in phrases.model.tables:
        if known.id == table:
            name = phrases.text(known.name) or table
            return phrases.words("deals.table", name=name, seats=names)
    return names


def change_in_words(phrases: Phrases, change: Change) -> str:
    """Say what a commitment or a promotion would be."""
    from satumeja.table import Commitment

    words, dm = phrases.words, phrases.dm(change.dm)
    if isinstance(change, Commitment):
        key = "deals.kept_taken" if change.taken else "deals.kept_left"
        return words(key, dm=dm, option=phrases.option(change.option))
    return words(
        "deals.promoted",
        dm=dm,
        statement=change.statement,
        to=change.to,
        condition=_promoted(phrases, change),
    )


def _promoted(phrases: Phrases, change: Promotion) -> str:
    preference = phrases.model[change.dm].preference
    assert isinstance(preference, Prioritisation)  # noqa: S101
    return phrases.condition(preference.statements[change.statement - 1].condition)


def table_sentences(phrases: Phrases, found: Deals) -> list[str]:
    """Say how much a table could agree on, and who would walk away from what."""
    words = phrases.words
    said = [words.count("deals.reached", len(found.reached) - 1)]
    if len(found):
        key = "deals.some_weak" if found.weak else "deals.some"
        said.append(words.count(key, len(found)))
    else:
        said.append(words("deals.none_weak" if found.weak else "deals.none"))
    for dm, numbers in found.walks_away.items():
        if len(numbers):
            states = states_in_words(words, numbers.tolist())
            said.append(words("deals.walks", dm=phrases.dm(dm), states=states))
    return said


def _concepts(words: Words, ids: Sequence[str]) -> str:
    return words.all_of([short_of(concept, words) for concept in ids])


def _together(pairs: Iterable[tuple[str, _What]]) -> dict[_What, list[str]]:
    """Gather the concepts of which the same is said."""
    found: dict[_What, list[str]] = {}
    for concept, what in pairs:
        found.setdefault(what, []).append(concept)
    return found


def deal_sentences(phrases: Phrases, deal: Deal) -> Iterator[str]:
    """Say of a deal where it holds, who would leave it how, and what would mend it."""
    words, state = phrases.words, deal.state
    held = [concept for concept, holds in deal.holds.items() if holds]
    if held:
        yield words("deals.stays", state=state, concepts=_concepts(words, held))
    upset = _together((u.concept, (u.dm, u.to)) for u in deal.upset_by)
    for (dm, to), concepts in upset.items():
        yield words(
            "deals.leaves",
            concepts=_concepts(words, concepts),
            dm=phrases.dm(dm),
            state=state,
            deed=phrases.deed(state, to, dm),
            to=to,
        )
    yield from _mends(phrases, state, deal.mended_by or {})


def _mends(
    phrases: Phrases, state: int, mended: Mapping[str, tuple[Change, ...]]
) -> Iterator[str]:
    words = phrases.words
    for changes, concepts in _together(mended.items()).items():
        said = [change_in_words(phrases, change) for change in changes]
        key = "deals.mended" if said else "deals.unmended"
        change = words.any_of(said) if said else ""
        yield words(key, state=state, concepts=_concepts(words, concepts), change=change)


def deal_table(found: Deals, *, language: Tongue = "en", rows: int = _ROWS) -> Table:
    """List the deals of a table: gains, whether they hold, who would leave.

    Parameters
    ----------
    found : Deals
        From `satumeja.table.deals`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    rows : int
        How many deals to list: efficient ones and those that hold first.

    Returns
    -------
    Table
        One row a deal, in the order of their numbers.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.table import deals
    >>> deal_table(deals(load("prisoners-dilemma"), start=4)).lines()
    [['1', 'N|N', 'R +1, C +1', '✓', 'GMR, SMR, SEQ and SSEQ', 'R, C', 'none']]
    """
    phrases = phrases_of(found.model, language)
    words = phrases.words
    body = list[Row]()
    for number in found.best(rows).tolist():
        deal = found.deal(number)
        held = [concept for concept in CONCEPTS if deal.holds[concept]]
        leaving = dict.fromkeys(phrases.letters[upset.dm] for upset in deal.upset_by)
        cells = (
            deal.form,
            _gains(phrases, deal),
            "✓" if deal.efficient else "",
            _concepts(words, held) if held else words("deals.nowhere"),
            ", ".join(leaving) or words("none"),
            ", ".join(deal.red_lines) or words("none"),
        )
        body.append((Cell(str(number), "row"), *(Cell(text) for text in cells)))
    heads = ("gains", "efficient", "holds", "upset", "lines")
    head = (
        Cell(words("column.state"), "col"),
        Cell("", "col"),
        *(Cell(words(f"deals.{key}"), "col") for key in heads),
    )
    who = ", ".join(f"{letter} {phrases.dm(dm)}" for dm, letter in phrases.letters.items())
    note, more = words("deals.note"), len(found) - len(body)
    note = f"{note} {words('deals.letters', letters=who)}"
    note = f"{note} {words.count('deals.more', more)}" if more else note
    name = seats_in_words(phrases, found.table, found.seats)
    caption = words("deals.caption", name=name)
    return Table(caption, (head,), tuple(body), note, "deals", words.language)


def _gains(phrases: Phrases, deal: Deal) -> str:
    gained = [f"{phrases.letters[dm]} {gain:+d}" for dm, gain in deal.gains.items()]
    gained += [f"({phrases.letters[dm]} {gain:+d})" for dm, gain in deal.others.items()]
    return ", ".join(gained)


def comparison_table(found: Comparison, *, language: Tongue = "en") -> Table:
    """Set tables side by side: what each could agree, alone, and against the absent.

    Parameters
    ----------
    found : Comparison
        From `satumeja.table.compare`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        One row a table.
    """
    phrases, body = phrases_of(found.model, language), list[Row]()
    words = phrases.words
    for place, each in enumerate(found.deals):
        held = np.logical_or.reduce(list(each.holds.values()))
        cells = (
            words.number(len(each.reached) - 1),
            words.number(len(each)),
            states_in_words(words, each.numbers[each.efficient].tolist()),
            states_in_words(words, each.numbers[held].tolist()),
            states_in_words(words, found.only_here[place]),
            _absent(phrases, found, place),
        )
        name = seats_in_words(phrases, each.table, each.seats)
        body.append((Cell(name, "row"), *(Cell(text) for text in cells)))
    keys = ("reached", "deals", "best", "hold", "only", "absent")
    head = (
        Cell(words("column.table"), "col"),
        *(Cell(words(f"deals.compare.{key}"), "col") for key in keys),
    )
    caption, note = words("deals.compare.caption"), words("deals.compare.note")
    return Table(caption, (head,), tuple(body), note, "tables", words.language)


def _absent(phrases: Phrases, found: Comparison, place: int) -> str:
    words, upset = phrases.words, found.absent_upset[place]
    said = []
    for dm in next(iter(upset.values())):
        always = set.intersection(*(set(by_dm[dm]) for by_dm in upset.values()))
        if always:
            states = states_in_words(words, sorted(always))
            said.append(words("deals.compare.absent_by", states=states, dm=phrases.dm(dm)))
    return "; ".join(said) or words("none")
