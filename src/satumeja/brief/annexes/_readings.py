"""Annex 5: the sentences that tell the readings of a conflict apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from satumeja.brief.annexes._annex import Annex, Shortened
from satumeja.brief.annexes._saying import Saying
from satumeja.brief.leaf import Sentence, capital, line_in_words, short_name
from satumeja.brief.media import Cell, Piece, Table
from satumeja.front import Telling, Use
from satumeja.model import Statement
from satumeja.model.kit import statements_of

__all__ = ["reading_annex"]

_SEVERAL = 2


def reading_annex(saying: Saying, most: int) -> Annex:
    """Set sentences that are not used alike against readings; what all use alike is counted."""
    title = saying("annexes.heading", number=5, title=saying("annexes.title.readings"))
    if len(saying.names.readings) < _SEVERAL:
        return Annex(
            5, "readings", title, (saying.sentence("annexes.readings.single", "readings"),), ()
        )
    apart, cut = saying.matter.apart, Shortened(most)
    tables = list[Table]()
    if apart.sentences:
        heads = [saying("annexes.readings.sentence"), *_names(saying)]
        body = list(_rows(saying, cut(apart.sentences)))
        tables.append(saying.table(saying("annexes.readings.caption"), heads, body, "readings"))
    tables.append(_rungs(saying))
    sentences = tuple(_sentences(saying))
    return Annex(5, "readings", title, sentences, tuple(tables), saying.more(cut.left))


def _names(saying: Saying) -> list[str]:
    shorts = (short_name(saying.names, name) for name in saying.names.readings)
    return [saying("annexes.readings.reading_name", name=name) for name in shorts]


def _sentences(saying: Saying) -> Iterator[Sentence]:
    apart, names = saying.matter.apart, _names(saying)
    if apart.alike:
        yield saying.counted("annexes.readings.alike", apart.alike, "apart.alike")
    for place, (first, second) in enumerate(apart.untold):
        blanks = {"first": names[first], "second": names[second]}
        source = f"apart.untold[{place}]"
        yield saying.sentence("annexes.readings.untold", source, **_mid(blanks, saying))


def _mid(blanks: dict[str, str], saying: Saying) -> dict[str, str]:
    """Write names of readings as in mid-sentence."""
    first = saying("annexes.readings.reading_name", name="")[:1]
    return {
        key: name[:1].lower() + name[1:] if name.startswith(first) else name
        for key, name in blanks.items()
    }


def _rows(saying: Saying, tellings: Sequence[Telling]) -> Iterator[list[Cell]]:
    """Give a row a sentence; what several in a row are taken for alike spans them."""
    for uses, alike in groupby(tellings, key=lambda telling: telling.uses):
        same = list(alike)
        spanning = [_uses(saying, place, own, len(same)) for place, own in enumerate(uses)]
        for place, telling in enumerate(same):
            quoted = telling.sentence
            credit = Piece(saying.credit(quoted, dated=False), quiet=True, fresh=True)
            sentence = Cell.pieced([*saying.quotation(quoted), credit], "row")
            yield [sentence] if place else [sentence, *spanning]


def _uses(saying: Saying, place: int, uses: Sequence[Use], rows: int) -> Cell:
    """Say what a reading takes a sentence for."""
    if not uses:
        return Cell.pieced([Piece(saying("annexes.readings.aside"), bold=True)], rows=rows)
    pieces = list[Piece]()
    for use in uses:
        pieces.append(Piece(_meant(saying, place, use), fresh=bool(pieces)))
        pieces.append(Piece(f" ({saying.place(use.statement)})", quiet=True))
    return Cell.pieced(pieces, rows=rows)


def _meant(saying: Saying, place: int, use: Use) -> str:
    names = saying.readings[place]
    dm = use.statement.partition("#")[0]
    statement = _statement(saying, place, use)
    if not use.is_line:
        return saying.clause(dm, statement.condition, names)
    ruled_out = line_in_words(names, use.statement, ()) or names.phrases.condition(
        statement.condition
    )
    return saying("annexes.label", actor=capital(saying("annexes.line")), act=ruled_out)


def _statement(saying: Saying, place: int, use: Use) -> Statement:
    model = saying.matter.readings[place - 1] if place else saying.matter.model
    dm, _, number = use.statement.partition("#")
    maker = model[dm]
    stated = maker.red_lines if use.is_line else statements_of(maker.preference)
    return stated[int(number) - 1]


def _rungs(saying: Saying) -> Table:
    """Say how the present situation holds in each reading, and how many tables are open."""
    heads = [saying(f"annexes.readings.{key}") for key in ("reading", "rung", "open")]
    matter = saying.matter
    lines = zip(matter.front.readings, saying.names.readings, matter.open_tables, strict=True)
    body = (
        [Cell(name, "row"), Cell(_rung(saying, reading.level)), Cell(_open(saying, counts))]
        for reading, name, counts in lines
    )
    return saying.table(saying("annexes.readings.rungs"), heads, body, "rungs")


def _rung(saying: Saying, level: int | None) -> str:
    if level is None:
        return saying("annexes.readings.unknown")
    return saying.words(f"leaf.holds.{level}")


def _open(saying: Saying, counts: tuple[int, int] | None) -> str:
    """Say at how many tables there is something that all seated would accept."""
    if counts is None:
        return saying("annexes.dash")
    some, every = map(saying.words.number, counts)
    return saying("annexes.readings.open_of", some=some, all=every)
