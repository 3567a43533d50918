"""Paths in words and as a table: what can come about, by whose moves, and what each needs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.tables import listed_states, state_kinds
from satumeja.brief.words import Phrases, Tongue, phrases_of, short_of

if TYPE_CHECKING:
    from satumeja.questions import Goal, Move, Paths
    from satumeja.stability import Analysis

__all__ = [
    "arrival_sentence",
    "beyond_sentence",
    "goal_sentence",
    "move_sentence",
    "status_quo_table",
]

_FARTHEST = 20
_NAMED = 40


def arrival_sentence(phrases: Phrases, found: Paths) -> str:
    """Say how many states can come about, and how many of them in how many moves."""
    words, counts = phrases.words, found.counts
    kind = "improvements" if found.improvements else "moves"
    if len(counts) == 1:
        return words(f"paths.nothing.{kind}")
    each = [
        words.count("paths.spread", moves, states=words.number(count))
        for moves, count in enumerate(counts[: _FARTHEST + 1])
        if moves
    ]
    rest = sum(counts[_FARTHEST + 1 :])
    if rest:
        each.append(words("paths.farther", states=words.number(rest)))
    reached = words.number(sum(counts) - 1)
    size = words.number(len(found.moves) - 1)
    return words(f"paths.reached.{kind}", reached=reached, all=size, spread=words.all_of(each))


def goal_sentence(phrases: Phrases, found: Paths, goal: Goal) -> str:
    """Say how far a state is, and under which concepts it holds, if any."""
    words, number = phrases.words, goal.state
    held = words.all_of([short_of(concept, words) for concept in goal.concepts])
    state = words("state.title", number=number, form=phrases.form(number))
    said = words("paths.holds", state=state, concepts=held) if held else state
    if goal.moves is None:
        key = "improvements" if found.improvements else "moves"
        return words(f"paths.out_of_reach.{key}", state=said)
    if goal.moves == 0:
        return words("paths.here", state=said)
    return words.count("paths.away", goal.moves, state=said)


def beyond_sentence(phrases: Phrases, found: Paths, numbers: Sequence[int]) -> str:
    """Name the equilibria that no legal sequence leads to."""
    words, listed = phrases.words, [str(number) for number in numbers[:_NAMED]]
    if more := len(numbers) - len(listed):
        listed.append(words.count("paths.others", more))
    key = "improvements" if found.improvements else "moves"
    return words(f"paths.beyond.{key}", numbers=words.all_of(listed))


def move_sentence(phrases: Phrases, move: Move) -> str:
    """Say what a move changes, and what it needs: nothing, or that its mover puts up with it."""
    words, dm = phrases.words, phrases.dm(move.mover)
    key = "better" if move.gain > 0 else "worse" if move.gain < 0 else "same"
    need = words(
        f"paths.{key}",
        dm=dm,
        before=phrases.place(move.mover, move.start),
        after=phrases.place(move.mover, move.end),
    )
    return words(
        "paths.step",
        dm=dm,
        deed=phrases.deed(move.start, move.end, move.mover),
        state=move.end,
        need=need if move.returns else words("paths.lasting", need=need),
    )


def status_quo_table(analysis: Analysis, found: Paths, *, language: Tongue = "en") -> Table:
    """Tabulate who makes the last move into each state, by the number of moves [1]_.

    Parameters
    ----------
    analysis : Analysis
        An analysed model, for the marks of its equilibria.
    found : Paths
        From `satumeja.questions.paths`, of the same model.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        Rows are the states reached, columns numbers of moves; a letter stands where its
        decision maker can first move last. Of more than 100 states only the status quo,
        equilibria and neighbours are listed.

    References
    ----------
    .. [1] Li, Kilgour & Hipel, "Status quo analysis in the graph model for conflict
       resolution", Journal of the Operational Research Society, 2005.
    """
    phrases, chosen = phrases_of(analysis.model, language), listed_states(analysis)
    words, reached = phrases.words, [n for n in chosen.numbers if found.moves[n - 1] >= 0]
    movers = {number: found.last_movers(number) for number in reached}
    last = max((moves for by in movers.values() for moves in by.values()), default=0)
    kinds, body = state_kinds(analysis, reached), list[Row]()
    columns = range(min(last, _FARTHEST) + 1)
    for number in reached:
        cells = [_arrived(phrases, movers[number], moves) for moves in columns[1:]]
        origin = Cell("•" if number == found.start else "", kind=kinds[number])
        head = Cell(phrases.short(number), "row", kinds[number])
        body.append((head, origin, *(Cell(text, kind=kinds[number]) for text in cells)))
    heads = (words("column.state"), *map(str, columns))
    key = "improvements" if found.improvements else "moves"
    letters = ", ".join(f"{sign}: {phrases.dm(dm)}" for dm, sign in phrases.letters.items())
    return Table(
        words(f"paths.caption.{key}", number=found.start),
        (tuple(Cell(text, "col") for text in heads),),
        tuple(body),
        words("paths.note", letters=letters),
        "status-quo",
        words.language,
    )


def _arrived(phrases: Phrases, by: dict[str, int], moves: int) -> str:
    return " ".join(phrases.letters[dm] for dm, fewest in by.items() if fewest == moves)
