"""Annex 3: what each table could agree, red lines, and threats and promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from satumeja.brief.annexes._annex import Annex, Shortened
from satumeja.brief.annexes._saying import Saying
from satumeja.brief.annexes._threats import threat_table
from satumeja.brief.leaf import Sentence, capital, holding_in_words, way_in_words
from satumeja.brief.media import Cell, Piece, Table
from satumeja.front import Deed, Package, Seated, SidePackage
from satumeja.table.kit import LINKED_STATES

__all__ = ["table_annex"]

_Earlier = dict[tuple[Deed, tuple[object, ...], str], str]
"""At which table a package was set out, by what it is, how it would hold, and whose part in it."""


def table_annex(saying: Saying, most: int) -> Annex:
    """Set out tables, then red lines, then threats and promises."""
    matter, cut = saying.matter, Shortened(most)
    title = saying("annexes.heading", number=3, title=saying("annexes.title.tables"))
    before, tables = _Earlier(), list[Table]()
    for place, table in enumerate(cut(matter.front.tables)):
        tables.append(_block(saying, table, cut, before, place))
    lines = list(_lines(saying))
    if lines:
        heads = [saying("annexes.lines.side"), saying("annexes.lines.line")]
        tables.append(saying.table(saying("annexes.lines.caption"), heads, cut(lines), "lines"))
    if matter.threats is not None and matter.threats.threats:
        tables.append(threat_table(saying, cut(matter.threats.threats)))
    sentences = tuple(_sentences(saying))
    return Annex(3, "tables", title, sentences, tuple(tables), saying.more(cut.left))


def _sentences(saying: Saying) -> Iterator[Sentence]:
    """Say why there are no tables, or what they open together."""
    matter = saying.matter
    if matter.model.is_graph:
        yield saying.sentence("annexes.tables.graph", "tables")
    elif matter.front.hold is None:
        yield saying.sentence("annexes.tables.no_present", "tables")
    if matter.linked is None:
        if matter.too_wide:
            most = saying.words.number(LINKED_STATES)
            yield saying.sentence("annexes.tables.unlinked", "linked", most=most)
        return
    for place, link in enumerate(matter.linked):
        seated = [table for table in matter.front.tables if table.id in link.tables]
        names = [saying.words("quoted", text=saying.names.text(t.name) or t.id) for t in seated]
        count, tables = len(link.packages), saying.words.all_of(names)
        yield saying.counted("annexes.tables.linked", count, f"linked[{place}]", tables=tables)
    if not matter.linked:
        yield saying.sentence("annexes.tables.not_linked", "linked")


def _block(saying: Saying, table: Seated, cut: Shortened, before: _Earlier, place: int) -> Table:
    """Set out one table: who sits there, when, and what it could agree."""
    names, everybody = saying.names, not table.id
    rows = [_row(saying, "seats", _labels(saying, table.seats))]
    if table.absent or not everybody:
        rows.append(_row(saying, "absent", _labels(saying, table.absent)))
    if table.date or table.until:
        days = [day for day in (table.date, table.until) if day]
        rows.append(_row(saying, "when", saying.days(days)))
    zone = saying.words.count("annexes.tables.zone_count", table.zone)
    rows.append(_row(saying, "zone", zone if table.zone else saying("annexes.tables.nothing")))
    name = names.text(table.name)
    if everybody:
        caption = saying("annexes.tables.everybody")
    else:
        caption = saying("annexes.tables.caption", name=name or table.id)
    for package in cut(table.best):
        rows.append([Cell(saying("annexes.tables.best"), "row"),
                     _package(saying, package, before, caption, "")])  # fmt: skip
    for side in cut(table.each_side or table.joint):
        label = saying("annexes.tables.side", dms=names.dms(side.way.dms))
        rows.append([Cell(label, "row"), _side(saying, side, before, caption)])
    if not table.zone and not table.each_side and not table.joint:
        rows.append(_row(saying, "opens", saying("annexes.tables.none_opens")))
    here = saying("annexes.tables.here_all" if everybody else "annexes.tables.here")
    return saying.table(caption, [saying("annexes.tables.what"), here], rows, f"table-{place + 1}")


def _row(saying: Saying, key: str, text: str) -> list[Cell]:
    return [Cell(saying(f"annexes.tables.{key}"), "row"), Cell(text)]


def _labels(saying: Saying, members: Sequence[str]) -> str:
    names = [saying.names.label(dm) for dm in members]
    return saying.words.all_of(names) if names else saying("annexes.tables.nobody")


def _side(saying: Saying, side: SidePackage, before: _Earlier, here: str) -> Cell:
    way = capital(saying("annexes.tables.way", way=way_in_words(saying.names, side.way)))
    return _package(saying, side.package, before, here, way)


def _package(saying: Saying, package: Package, before: _Earlier, here: str, way: str) -> Cell:
    """Say what a package is, and how it would hold; what an earlier table had is named there."""
    key = (package.deed, package.outlook, way)
    if key in before:
        earlier = before[key]
        return Cell(saying("annexes.tables.same", table=earlier[:1].lower() + earlier[1:]))
    before[key] = here
    notes = [capital(note) for note in [way, "; ".join(holding_in_words(saying.names, package))]]
    deed = Piece(saying.names.deeds(package.deed))
    return Cell.pieced([deed, *(Piece(n, quiet=True, fresh=True) for n in notes if n)])


def _lines(saying: Saying) -> Iterator[list[Cell]]:
    """List what is ruled out, by whose line it is."""
    for maker in saying.matter.model.decision_makers:
        for place, line in enumerate(maker.red_lines, start=1):
            text = saying.line(f"{maker.id}#{place}", line.condition)
            yield [
                Cell(saying.names.label(maker.id), "row"),
                Cell.pieced([Piece(text, bold=True)]),
            ]
