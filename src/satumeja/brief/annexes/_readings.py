"""Annex 5: the sentences that tell the readings of a conflict apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
        body = [_row(saying, telling) for telling in cut(apart.sentences)]
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


def _row(saying: Saying, telling: Telling) -> list[Cell]:
    quoted = telling.sentence
    credit = Piece(saying.credit(quoted, dated=False), quiet=True, fresh=True)
    return [
        Cell.pieced([*saying.quotation(quoted), credit], "row"),
        *(_uses(saying, place, uses) for place, uses in enumerate(telling.uses)),
    ]


def _uses(saying: Saying, place: int, uses: Sequence[Use]) -> Cell:
    """Say what a reading takes a sentence for."""
    if not uses:
        return Cell.pieced([Piece(saying("annexes.readings.aside"), bold=True)])
    pieces = list[Piece]()
    for use in uses:
        pieces.append(Piece(_meant(saying, place, use), fresh=bool(pieces)))
        pieces.append(Piece(f" ({saying.place(use.statement)})", quiet=True))
    return Cell.pieced(pieces)


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
    """Say how the present situation holds in each reading."""
    heads = [saying("annexes.readings.reading"), saying("annexes.readings.rung")]
    named = zip(saying.matter.front.readings, saying.names.readings, strict=True)
    body = (
        [
            Cell(name, "row"),
            Cell(
                saying("annexes.readings.unknown")
                if reading.level is None
                else saying.words(f"leaf.holds.{reading.level}")
            ),
        ]
        for reading, name in named
    )
    return saying.table(saying("annexes.readings.rungs"), heads, body, "rungs")
