"""The rows of the picture below: what all seated would accept, or what would have to move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from satumeja.brief.leaf._deeds import Deeds
from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._picture import Row, described, heading, placed
from satumeja.brief.leaf._sentence import capital, spelled
from satumeja.front import Package, Seated, SidePackage, Way

__all__ = ["holding_in_words", "package_rows", "way_in_words"]

_ALL_TWO = 2


@dataclass
class _Shared:
    """A package and the tables and ways by which it opens; the same one may at several."""

    package: Package
    source: str
    ways: list[tuple[Way | None, list[Seated], Package]] = field(default_factory=list)

    def add(self, way: Way | None, table: Seated, package: Package) -> None:
        """Open it at a table too; a way that is there already takes the table in."""
        for other_way, tables, other in self.ways:
            if other_way == way and other.outlook == package.outlook:
                if table not in tables:
                    tables.append(table)
                return
        self.ways.append((way, [table], package))


def package_rows(names: Names, most: int) -> Iterator[Row]:
    """Show the packages: those that are open, then what would have to move for others.

    Parameters
    ----------
    names : Names
        The turns of phrase of the page.
    most : int
        How many packages of one table, or of one side at it, are shown.
    """
    tables = names.front.tables
    everybody = bool(tables) and not tables[0].id
    ending = "_all" if everybody else ""
    rows = _shared_rows(names, _open_packages(tables, most), "open")
    if rows:
        yield heading(names.words(f"leaf.picture.open{ending}"))
        yield from rows
    rows = _shared_rows(names, _closed_packages(tables, most), "package")
    if rows:
        yield heading(names.words(f"leaf.picture.sides{ending}"))
        yield from rows


def _open_packages(tables: Sequence[Seated], most: int) -> list[_Shared]:
    """Gather what all seated would accept, the first of each table before second ones."""
    shared = dict[object, _Shared]()
    for place, table in enumerate(tables):
        for number, package in enumerate(table.best[:most]):
            source = f"tables[{place}].best[{number}]"
            shared.setdefault(package.deed, _Shared(package, source)).add(None, table, package)
    return list(shared.values())


def _closed_packages(tables: Sequence[Seated], most: int) -> list[_Shared]:
    """Gather what each side would have to move, or several where no side can by itself."""
    shared = dict[object, _Shared]()
    for place, table in enumerate(tables):
        kind = "each_side" if table.each_side else "joint"
        times = dict[tuple[str, ...], int]()
        packages: tuple[SidePackage, ...] = getattr(table, kind)
        for number, side in enumerate(packages):
            times[side.way.dms] = times.get(side.way.dms, 0) + 1
            if times[side.way.dms] > most:
                continue
            source = f"tables[{place}].{kind}[{number}].package"
            opening = shared.setdefault(side.package.deed, _Shared(side.package, source))
            opening.add(side.way, table, side.package)
    return list(shared.values())


def _shared_rows(names: Names, packages: Sequence[_Shared], kind: str) -> list[Row]:
    rows = list[Row]()
    for shared in packages:
        package = shared.package
        text = names.deeds(package.deed)
        movers = [part.dm for part in package.deed.changes]
        cells = placed(names, package.versus, movers, package.lines)
        notes = _notes(names, shared)
        sentence = described(names, text, cells, source=shared.source, notes=notes)
        rows.append(
            Row("open" if kind == "open" else "package", text,
                (capital("; ".join(notes)),), cells, sentence)
        )  # fmt: skip
    return rows


def _notes(names: Names, shared: _Shared) -> list[str]:
    """Say by which way it opens and where, and how it would then hold; what is alike once."""
    notes, waiting = list[str](), None
    for way, tables, package in shared.ways:
        if waiting is not None and waiting.outlook != package.outlook:
            notes += holding_in_words(names, waiting)
        notes.append(_opening(names, way, tables))
        waiting = package
    return notes + (holding_in_words(names, waiting) if waiting is not None else [])


def _opening(names: Names, way: Way | None, tables: Sequence[Seated]) -> str:
    words, everybody = names.words, not tables[0].id
    if way is None:
        if everybody:
            return words("leaf.way.open_to_all")
        return words("leaf.way.open_at", tables=_tables(names, tables))
    condition = way_in_words(names, way)
    if everybody:
        return words("leaf.way.possible", way=condition)
    return words("leaf.way.opens", tables=_tables(names, tables), way=condition)


def way_in_words(names: Deeds, way: Way) -> str:
    """Say who would have to give what."""
    easing = {line.partition("#")[0] for line in way.ease}
    clauses = list[str]()
    for kind, dms in (("ease", easing), ("less", way.less)):
        if dms:
            clauses.append(names.words(f"leaf.way.{kind}", dms=names.dms(dms)))
    if len(clauses) > 1:
        return names.words("leaf.way.both", first=clauses[0], second=clauses[1])
    return "".join(clauses)


def _tables(names: Names, tables: Sequence[Seated]) -> str:
    """Name tables by the letters of their seats, or by their names where seats are alike."""
    words, every = names.words, names.front.tables
    if len(tables) == len(every) and len(tables) > 1:
        if len(tables) == _ALL_TWO:
            return words("leaf.way.all_two")
        return words("leaf.way.all", n=spelled(words, len(tables)))
    seats = [frozenset(table.seats) for table in every]
    if any(seats.count(frozenset(table.seats)) > 1 for table in tables):
        return words.all_of(
            [words("leaf.way.named", name=names.text(table.name)) for table in tables]
        )
    letters = words.all_of([names.letters(table.seats) for table in tables])
    return words("leaf.way.table" if len(tables) == 1 else "leaf.way.tables", letters=letters)


def holding_in_words(names: Deeds, package: Package) -> list[str]:
    """Say how a package would hold, and who could move on from it."""
    words = names.words
    then = words(f"leaf.then.{package.level}")
    if package.groups:
        dms = names.dms(package.groups[0].members)
        then = words("leaf.way.groups", then=then, dms=dms)
    notes = [then]
    if package.nuance and package.level > 0:
        notes.append(words("leaf.way.nuance", dms=names.dms(package.nuance)))
    if package.upset_by_absent:
        notes.append(words("leaf.way.upset", dms=names.dms(package.upset_by_absent)))
    return notes
