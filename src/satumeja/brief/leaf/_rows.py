"""The rows of the picture: now, what one side alone could do, and the answers to that."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._packages import package_rows
from satumeja.brief.leaf._picture import WAYS, Picture, Row, described, heading, legend, placed
from satumeja.brief.leaf._sentence import Sentence, capital, spelled
from satumeja.front import Alone, Deed

__all__ = ["MOST_MOVES", "change_picture"]

_MOST_GAINS = 4
MOST_MOVES = 8


def change_picture(
    names: Names, *, several: bool = True, packages: int = 2, moves: int = MOST_MOVES
) -> Picture:
    """Show what could change from now, and for whom it would be better or worse.

    Parameters
    ----------
    names : Names
        The turns of phrase of the page.
    several : bool
        Whether moves that change several options without gain have rows of their own.
    packages : int
        How many packages of one table, or of one side at it, have rows.
    moves : int
        How many moves have rows.
    """
    words = names.words
    rows = [
        _now(names),
        *_alone(names, moves, several=several),
        *package_rows(names, most=packages),
    ]
    marks = (mark for row in rows for cell in row.cells for mark in cell)
    arrows = any(row.mover for row in rows)
    crossed = any(not isinstance(mark, str) and mark.line for mark in marks)
    key = "leaf.picture.key" if crossed else "leaf.picture.key_plain"
    return Picture(
        "now",
        words("leaf.picture.title"),
        words("leaf.picture.what"),
        legend(names),
        tuple(words(f"leaf.picture.{way}") for way in WAYS),
        tuple(rows),
        words(key, dashed=words("leaf.picture.dashed") if arrows else ""),
        words(key, dashed=""),
    )


def _now(names: Names) -> Row:
    """Say what each side is doing now."""
    hold = names.front.hold
    if names.phrases.model.is_graph and hold is not None:
        does = names.circumstances(hold.state)
    else:
        does = "; ".join(
            names.side(dm, names.doing(dm, party.doing)) for dm, party in names.parties.items()
        )
    text = names.words("leaf.picture.now", does=does)
    cells = placed(names, {}, (), ())
    return Row("now", text, (), cells, described(names, text, cells, source="parties"))


def _alone(names: Names, most: int, *, several: bool) -> Iterator[Row]:
    """Show the moves of one side alone, gainful ones first, and count those left out."""
    moves = list(enumerate(names.front.alone))
    gains = [move for move in moves if move[1].gains]
    single = [move for move in moves if not move[1].gains and _size(move[1].deed) <= 1]
    wide = [move for move in moves if not move[1].gains and _size(move[1].deed) > 1]
    shown = gains[: min(most, _MOST_GAINS)]
    shown += [*single, *(wide if several else ())][: most - len(shown)]
    if not moves:
        return
    yield heading(names.words("leaf.picture.alone"))
    for place, move in shown:
        yield from _move(names, move, f"alone[{place}]")
    left = names.front.alone_count - len(shown)
    if left:
        yield _rest(names, left, len(gains[min(most, _MOST_GAINS) :]))


def _size(deed: Deed) -> int:
    """Count the options a deed changes; a move between named states is one."""
    return sum(len(part.up) + len(part.down) for part in deed.changes)


def _rest(names: Names, left: int, gains: int) -> Row:
    blanks = {"number": spelled(names.words, left)}
    if gains:
        key = "leaf.picture.more_gains"
        text = names.words(key, gains=spelled(names.words, gains), **blanks)
    else:
        key = "leaf.picture.more"
        text = names.words.count(key, left, **blanks)
    return Row("rest", text, (), (), Sentence(key, f"{capital(text)}.", "alone", "", blanks))


def _move(names: Names, move: Alone, source: str) -> Iterator[Row]:
    """Show a move, and under a gainful one the answer that takes the gain away."""
    words = names.words
    text = names.deeds(move.deed, move.dm)
    cells = placed(names, move.versus, (move.dm,), move.lines)
    if not move.gains:
        yield Row("move", text, (), cells, described(names, text, cells, source=source))
        return
    notes = () if move.end is not None else (words("leaf.picture.unanswered"),)
    extra = (words("leaf.picture.gain"), *notes)
    sentence = described(names, text, cells, source=source, notes=extra)
    mover = move.dm if move.end is not None else ""
    yield Row("gain", text, tuple(map(capital, notes)), cells, sentence, mover)
    if move.end is None:
        return
    makers = zip(move.answer_by, move.answer, strict=True)
    steps = words("leaf.picture.join").join(names.deeds(deed, dm) for dm, deed in makers)
    reply = words("leaf.picture.answer", steps=steps)
    cells = placed(names, move.end, move.answer_by, move.end_lines)
    yield Row("answer", reply, (), cells, described(names, capital(reply), cells, source=source))
