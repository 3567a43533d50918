"""Coalitions in words, and as a table."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.sentences._deals import states_in_words
from satumeja.brief.words import Phrases, Tongue, Words, phrases_of
from satumeja.questions import COALITIONAL, Coalitions

__all__ = ["coalition_table", "jump_sentences"]

_JUMPS = 12
_TARGETS = 3


def jump_sentences(phrases: Phrases, found: Coalitions) -> Iterator[str]:
    """Say which coalitions can improve by going from one of the states to another, and how."""
    words = phrases.words
    for state, route in found.jumps[:_JUMPS]:
        members = words.all_of([phrases.dm(dm) for dm in route.group])
        said, steps = [], []
        said.append(words("coalitions.jump", state=state, to=route.to, members=members))
        before = state
        for step in route.path:
            deed, dm = phrases.deed(before, step.to, step.dm), phrases.dm(step.dm)
            steps.append(words("coalitions.jump_step", dm=dm, deed=deed, to=step.to))
            before = step.to
        yield f"{' '.join(said)} {'; '.join(steps)}."
    if not found.jumps:
        who = "block" if found.blocks else "group"
        yield words(
            f"coalitions.{who}.no_leaving" if found.named else f"coalitions.{who}.no_jumps"
        )


def coalition_table(found: Coalitions, *, language: Tongue = "en") -> Table:
    """List what each coalition can improve on.

    Parameters
    ----------
    found : Coalitions
        From `satumeja.questions.coalitions`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        One row a coalition.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import coalitions
    >>> coalition_table(coalitions(load("prisoners-dilemma"), [4])).lines()[-1]
    ['Row player and Column player', '4 to 1', 'none']
    """
    phrases = phrases_of(found.model, language)
    words = phrases.words
    body = tuple(_row(phrases, found, members) for members in found.members)
    who = "block" if found.blocks else "group"
    keys = (f"coalitions.{who}.members", "coalitions.improves", "coalitions.stays")
    head = tuple(Cell(words(key), "col") for key in keys)
    holds = "; ".join(
        words(
            "coalitions.holds",
            concept=_short(concept, words),
            states=states_in_words(words, found.holds(concept)),
        )
        for concept in found.stable
    )
    note = words(f"coalitions.{who}.note", holds=holds)
    return Table(
        words(f"coalitions.{who}.caption"), (head,), body, note, "coalitions", words.language
    )


def _short(concept: str, words: Words) -> str:
    of = "coalitions.short.{}" if concept in COALITIONAL else "concept.{}.short"
    return words(of.format(concept))


def _row(phrases: Phrases, found: Coalitions, members: tuple[str, ...]) -> Row:
    words, improves = phrases.words, list[str]()
    for state in found.states:
        targets = list(map(str, found.targets(members, state)))
        if targets:
            shown = ", ".join(targets[:_TARGETS]) + ("…" if len(targets) > _TARGETS else "")
            improves.append(words("coalitions.from_to", state=state, to=shown))
    kept = [
        _short(concept, words)
        for concept in found.stable
        if all(concept in found.stays(members, state) for state in found.states)
    ]
    return (
        Cell(words.all_of([phrases.dm(dm) for dm in members]), "row"),
        Cell("; ".join(improves) or words("none")),
        Cell(words.all_of(kept) or words("none")),
    )
