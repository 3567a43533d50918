"""Inverse questions in words: which preferences would make a state hold, and the least change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from satumeja.brief.sentences._deals import states_in_words
from satumeja.brief.words import Phrases, short_of
from satumeja.table import red_lines

if TYPE_CHECKING:
    from satumeja.questions import Conditions, Inverse, Requirement

__all__ = ["condition_sentences", "inverse_question", "least_sentences", "share_in_words"]

_PARTS = 6
_CLAUSES = 8
_DIGITS = 10**9


def inverse_question(phrases: Phrases, found: Inverse) -> str:
    """Say what was asked: of which state, under which concept, or under whose."""
    words, about = phrases.words, {"number": found.state, "form": phrases.form(found.state)}
    if found.concept is not None:
        return words("invert.question", concept=short_of(found.concept.id, words), **about)
    parts = [
        words("invert.held_to", dm=phrases.dm(dm), concept=short_of(concept.id, words))
        for dm, concept in found.concepts.items()
    ]
    return words("invert.question_mixed", concepts=words.all_of(parts), **about)


def share_in_words(phrases: Phrases, share: Fraction, of: int | None) -> str:
    """Write a share, with the numbers themselves where they can be read."""
    words = phrases.words
    if of is None or of > _DIGITS:
        return words.share(share)
    count = words.number(int(share * of))
    return words("share.exact", share=words.share(share), count=count, of=words.number(of))


def condition_sentences(phrases: Phrases, found: Inverse, each: Conditions) -> Iterator[str]:
    """Say what one decision maker's preferences must be like, and how often they are."""
    words, dm = phrases.words, phrases.dm(each.dm)
    never = [phrases.dm(other.dm) for other in each.others if other.stable == "never"]
    if never:
        yield words("invert.hopeless", dm=dm, dms=words.all_of(never))
    elif each.share is None:
        yield words("invert.uncounted", dm=dm)
    else:
        yield words("invert.counted", dm=dm, share=share_in_words(phrases, each.share, each.of))
    if not each.requirements:
        yield words("invert.free", dm=dm)
        return
    yield words("invert.met" if each.met else "invert.unmet", dm=dm)
    if never and each.met:
        return
    yield words("invert.needed", dm=dm)
    for requirement in each.requirements[:_CLAUSES]:
        yield _clause(phrases, found.state, each.dm, requirement)
    if len(each.requirements) > _CLAUSES:
        yield words.count("invert.more", len(each.requirements) - _CLAUSES)
    elif found.is_counted:
        yield words("invert.symbols", symbols=found.symbols(each))
    yield from _others(phrases, each)


def _clause(phrases: Phrases, number: int, dm: str, requirement: Requirement) -> str:
    words, target = phrases.words, requirement.improvement + 1
    parts = []
    for part in requirement.parts[:_PARTS]:
        states = [k + 1 for k in part]
        said = states_in_words(words, states)
        parts.append(
            words("state.short", number=states[0])
            if len(states) == 1
            else words.count("invert.part", len(states), states=said)
        )
    said = words(
        "invert.clause",
        dm=phrases.dm(dm),
        deed=phrases.deed(number, target, dm),
        target=target,
        number=number,
        what=words.any_of(parts),
    )
    more = len(requirement.parts) - len(parts)
    return f"{said} {words.count('invert.more', more)}" if more else said


def _others(phrases: Phrases, each: Conditions) -> Iterator[str]:
    """Say what the moves of the free one must be like to answer for others."""
    words = phrases.words
    for other in each.others:
        for need in (other.needs or ())[:_CLAUSES]:
            blanks = {"other": phrases.dm(other.dm), "dm": phrases.dm(each.dm)}
            ways = [
                words.all_of(
                    [words("invert.step", start=a + 1, end=b + 1) for a, b in sorted(way)]
                )
                for way in need.any_of[:_PARTS]
            ]
            key = "invert.depends" if ways else "invert.depends_never"
            moves = {"moves": words.any_of(ways)} if ways else {}
            yield words(key, target=need.improvement + 1, **blanks, **moves)


def least_sentences(phrases: Phrases, found: Inverse) -> Iterator[str]:
    """Say the least change of each kind that would make the state an equilibrium."""
    yield from _rankings(phrases, found)
    yield from _statements(phrases, found)
    words, sets = phrases.words, found.changes.red_lines
    lines = {line.name: line.statement.condition for line in red_lines(found.model)}
    said = [
        words.all_of(
            [words("openings.line", name=n, condition=phrases.condition(lines[n])) for n in some]
        )
        for some in sets or ()
    ]
    if said:
        yield words("least.lines", lines=words.any_of(said))
    elif sets is not None and lines:
        yield words("least.lines_none")


def _rankings(phrases: Phrases, found: Inverse) -> Iterator[str]:
    words, swaps, number = phrases.words, found.changes.rankings, found.state
    if swaps.fewest is None:
        key = "least.rankings_none" if swaps.exact else "least.rankings_open"
        yield words(key, number=number, least=words.number(swaps.at_least or 0))
        return
    said = [words.count("least.rankings", swaps.fewest)]
    said.append(
        words("least.exact")
        if swaps.exact
        else words("least.bound", least=words.number(swaps.at_least or 0))
    )
    for each in swaps.raised:
        states = states_in_words(words, each.past)
        said.append(words("least.past", dm=phrases.dm(each.dm), number=number, states=states))
    for dm, pairs in swaps.wanted.items():
        told = [words("least.pair", above=above, below=below) for above, below in pairs]
        said.append(words("least.prefer", dm=phrases.dm(dm), pairs=words.all_of(told)))
    yield " ".join(said)


def _statements(phrases: Phrases, found: Inverse) -> Iterator[str]:
    words, nearest = phrases.words, found.changes.statements
    if nearest is None:
        return
    if nearest.swaps is None:
        if nearest.exhausted:
            yield words("least.statements_none")
        else:
            yield words.count("least.statements_far", nearest.searched)
        return
    ways = [
        "; ".join(
            words("least.new_order", dm=phrases.dm(dm), order=_order([k + 1 for k in order]))
            for dm, order in zip(found.changes.makers, orders, strict=True)
            if list(order) != sorted(order)
        )
        for orders in nearest.orders[:_PARTS]
    ]
    said = words.count("least.statements", nearest.swaps)
    either = f" {words('least.or')} "
    yield f"{said} {either.join(ways)}"


def _order(order: Sequence[int]) -> str:
    return " ≻ ".join(map(str, order))
