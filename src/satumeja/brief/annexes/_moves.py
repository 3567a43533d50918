"""Annex 2: what could move the present situation, and what else would hold."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.annexes._annex import Annex, Shortened
from satumeja.brief.annexes._saying import Saying
from satumeja.brief.leaf import Sentence, capital, evidence_in_words
from satumeja.brief.media import Cell, Piece, Table
from satumeja.front import Alone, Backing, GroupGain
from satumeja.model.kit import statements_of

__all__ = ["move_annex"]

_MOST_MOVES = 8
_LEVELS = (3, 2, 1, 0)


def move_annex(saying: Saying, most: int) -> Annex:
    """Set out every gainful move with its answer, groups, and other situations."""
    front = saying.matter.front
    title = saying("annexes.heading", number=2, title=saying("annexes.title.moves"))
    cut = Shortened(min(most, _MOST_MOVES))
    gains = [move for move in front.alone if move.gains]
    tables = list[Table]()
    if gains:
        tables.append(_move_table(saying, cut(gains)))
        hold = front.hold
        listed = sum(side.count for side in hold.tempted) if hold is not None else len(gains)
        cut.left += max(0, listed - len(gains))
    if front.groups:
        tables.append(_group_table(saying, cut(front.groups)))
    situations = front.elsewhere.states if front.elsewhere is not None else ()
    holding = [situation for situation in situations if situation[1] > 0]
    if holding:
        tables.append(_situation_table(saying, cut(holding)))
    sentences = tuple(_sentences(saying, gainful=bool(gains)))
    return Annex(2, "moves", title, sentences, tuple(tables), saying.more(cut.left))


def _sentences(saying: Saying, *, gainful: bool) -> Iterator[Sentence]:
    front = saying.matter.front
    if front.hold is None:
        yield saying.sentence("annexes.moves.no_present", "hold")
    else:
        if not gainful:
            yield saying.sentence("annexes.moves.nobody", "hold")
        if front.groups is None:
            yield saying.sentence("annexes.moves.unasked", "groups")
        elif not front.groups:
            yield saying.sentence("annexes.moves.no_groups", "groups")
    if front.elsewhere is not None and front.hold is not None:
        counts = front.elsewhere.counts
        numbers = [saying.words.number(counts[level]) for level in _LEVELS]
        blanks = dict(zip("abcd", numbers, strict=True))
        total = saying.words.number(sum(counts))
        yield saying.sentence("annexes.elsewhere.counts", "elsewhere.counts", n=total, **blanks)


def _move_table(saying: Saying, moves: list[Alone]) -> Table:
    heads = [saying(f"annexes.moves.{key}") for key in ("move", "why", "answer", "end")]
    body = (
        [
            Cell(saying.names.deeds(move.deed, move.dm), "row"),
            Cell(_why(saying, move.why)),
            Cell.pieced(_answer(saying, move)),
            Cell(_end(saying, move)),
        ]
        for move in moves
    )
    return saying.table(saying("annexes.moves.caption"), heads, body, "moves")


def _why(saying: Saying, backing: Backing | None) -> str:
    """Name what decides, with its place and what it rests on."""
    if backing is None:
        return saying("annexes.dash")
    dm, mark, place = backing.statement.partition("#")
    basis = evidence_in_words(saying.names, backing)
    if not mark:
        return saying("annexes.moves.rests", wish=saying("annexes.rank"), basis=basis)
    statement = statements_of(saying.matter.model[dm].preference)[int(place) - 1]
    number = f"{saying.place(backing.statement)}; {basis}"
    return saying("annexes.moves.rests", wish=saying.clause(dm, statement.condition), basis=number)


def _brief(saying: Saying, backing: Backing | None) -> str:
    """Name what decides a step by its place alone, and what it rests on."""
    if backing is None:
        return saying("annexes.dash")
    name = saying.place(backing.statement) if "#" in backing.statement else saying("annexes.rank")
    return f"{name}; {evidence_in_words(saying.names, backing)}"


def _answer(saying: Saying, move: Alone) -> list[Piece]:
    if move.end is None:
        return [Piece(saying("annexes.moves.unanswered"), bold=True)]
    pieces = list[Piece]()
    for step in move.steps:
        gain = saying("annexes.moves.no_gain")
        if step.gain:
            gain = saying("annexes.moves.gain", why=_brief(saying, step.why))
        text = saying("annexes.moves.step", step=saying.names.deeds(step.deed, step.dm), gain=gain)
        pieces.append(Piece(text, fresh=bool(pieces)))
    return pieces


def _end(saying: Saying, move: Alone) -> str:
    """Say how the answer leaves the mover, and what that turns on."""
    if move.end is None:
        return saying("annexes.moves.better")
    if move.back:
        parts = [saying("annexes.moves.back")]
    elif move.why_no_better is None:
        parts = [saying("annexes.moves.no_better_plain")]
    else:
        parts = [saying("annexes.moves.no_better", why=_brief(saying, move.why_no_better))]
    if move.again:
        parts.append(saying("annexes.moves.again"))
    if move.order:
        first, second = (saying.place(wish) for wish in move.order)
        parts.append(saying("annexes.moves.order", first=first, second=second))
    return "; ".join(parts)


def _group_table(saying: Saying, groups: list[GroupGain]) -> Table:
    heads = [saying("annexes.groups.members"), saying("annexes.groups.deed")]
    body = (
        [
            Cell(saying.words.all_of([saying.names.label(dm) for dm in group.members]), "row"),
            Cell(saying.names.deeds(group.deed)),
        ]
        for group in groups
    )
    return saying.table(saying("annexes.groups.caption"), heads, body, "groups")


def _situation_table(saying: Saying, states: list[tuple[int, int, int]]) -> Table:
    heads = [saying(f"annexes.elsewhere.{key}") for key in ("situation", "rung", "away")]
    body = (
        [
            Cell(saying.names.circumstances(number), "row"),
            Cell(capital(saying.words(f"leaf.holds.{level}"))),
            Cell(_away(saying, moves)),
        ]
        for number, level, moves in states
    )
    return saying.table(saying("annexes.elsewhere.caption"), heads, body, "elsewhere")


def _away(saying: Saying, moves: int) -> str:
    if saying.matter.front.hold is None:
        return saying("annexes.elsewhere.unknown")
    if moves < 0:
        return saying("annexes.elsewhere.nowhere")
    return saying.words.count("annexes.elsewhere.moves", moves)
