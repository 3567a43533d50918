"""From the cells of sheets to records: rows by heading, each cell with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from satumeja.errors import Fault, did_you_mean
from satumeja.formats.sheets._grid import LAYOUT, normal, part
from satumeja.formats.trees import CONTROL, MAX_FAULTS, MAX_NODES, List, Scalar, first_of, one_line

__all__ = ["SHEET_ROWS", "Cells", "Record", "Records", "place_of"]

_DECIMAL = re.compile(r"[+-]?[0-9]*,[0-9]+")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
SHEET_ROWS = 1 << 21  # lines are counted through all sheets; no sheet has as many rows


@dataclass(frozen=True)
class Cells:
    """A sheet as read: its name, its rows with their lines, and cells that cannot be read.

    `comma` says that cells are not parted by commas, so that one in a number is its decimal
    sign, as in many languages.
    """

    name: str
    rows: Sequence[tuple[int, Sequence[str]]]
    faults: Sequence[tuple[int, int, str]] = ()
    comma: bool = False


def _numbers(name: str) -> set[str]:
    return {column.name for column in LAYOUT[name] if column.kind == "number"}


def place_of(line: int) -> tuple[int, int]:
    """Return which sheet a line of the tree is in, and the line there."""
    return divmod(line, SHEET_ROWS)


@dataclass(frozen=True)
class Record:
    """A row of a sheet by the headings of its filled cells."""

    line: int
    cells: Mapping[str, Scalar]

    def word(self, name: str) -> Scalar | None:
        """Return the word under a heading, None where there is none."""
        cell = self.cells.get(name)
        return cell and Scalar(cell.text.strip(), cell.line, cell.column)

    def words(self, name: str) -> List | None:
        """Return the several words under a heading, None where there are none."""
        cell = self.cells.get(name)
        if cell is None:
            return None
        words = [Scalar(word, cell.line, cell.column) for word in part(cell.text)]
        return List(tuple(words), cell.line, cell.column)


class Records:
    """Gathers the rows of sheets, and what is wrong with them.

    Parameters
    ----------
    file : str
        The file or folder as the user named it.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.of: dict[str, list[Record]] = {}
        self.ranked: list[Scalar] = []
        self._count = 0

    def add(self, message: str, line: int, column: int = 1) -> None:
        """Note a fault; raise them all at once when there are too many."""
        self.faults.append(Fault(one_line(message), self.file, line, column))
        if len(self.faults) > MAX_FAULTS:
            self.check()

    def check(self) -> None:
        """Raise the faults noted so far, if there are any."""
        if self.faults:
            raise first_of(self.faults, self.file)

    def take(self, index: int, sheet: Cells) -> None:
        """Read the rows of one sheet by its headings."""
        name, first = normal(sheet.name), index * SHEET_ROWS
        if name not in LAYOUT:
            meant = did_you_mean(name, list(LAYOUT)) or f"; known are {', '.join(LAYOUT)}"
            self.add(f'unknown sheet "{sheet.name}"{meant}', first + 1)
            return
        if name in self.of:
            self.add(f'the sheet "{name}" is there twice', first + 1)
            return
        for line, column, message in sheet.faults:
            self.add(message, first + line, column)
        rows = [(first + line, cells) for line, cells in sheet.rows if any(cells)]
        self.of[name] = []
        if not rows:
            self.add("the sheet is empty; its first row has the headings", first + 1)
            return
        if name == "states" and self._is_derived(rows[0]):
            return  # checked against the model once there is one
        heads = self._heads(name, *rows[0])
        listed = rows[1:]
        if sheet.comma:
            numbers = [k for k, head in enumerate(heads) if head in _numbers(name)]
            listed = [(line, self._pointed(line, cells, numbers)) for line, cells in listed]
        self.of[name] = [self._record(name, heads, *row) for row in listed]

    def _pointed(self, line: int, cells: Sequence[str], numbers: Sequence[int]) -> list[str]:
        """Write numbers with a decimal point in place of a comma."""
        written = list(cells)
        for k in (k for k in numbers if k < len(written)):
            cell = written[k].strip()
            if _THOUSANDS.fullmatch(cell):
                whole, _, part = cell.partition(",")
                if not part:
                    plain, point = cell.replace(".", ""), cell.replace(".", ",", 1).rstrip("0")
                    message = f'"{cell}" may be {plain} or {point}; write one of these'
                    self.add(message, line, k + 1)
                cell = f"{whole.replace('.', '')},{part or '0'}"
            if _DECIMAL.fullmatch(cell):
                written[k] = cell.replace(",", ".")
        return written

    @staticmethod
    def _is_derived(row: tuple[int, Sequence[str]]) -> bool:
        """Whether a sheet of states lists those of option form."""
        return [normal(cell) for cell in row[1][:2]] == ["number", "form"]

    def _heads(self, name: str, line: int, cells: Sequence[str]) -> list[str]:
        columns = {column.name: column for column in LAYOUT[name]}
        heads = list[str]()
        for k, cell in enumerate(cells, start=1):
            head = cell.strip() if name == "rankings" and normal(cell) != "state" else normal(cell)
            stem, dot, _ = head.partition(".")
            fits = stem in columns and (not dot or columns[stem].kind == "text")
            if head and not fits and name != "rankings":
                meant = did_you_mean(stem, list(columns)) or f"; known are {', '.join(columns)}"
                self.add(f'unknown heading "{cell.strip()}"{meant}', line, k)
            if head and head in heads:
                self.add(f'the heading "{head}" is there twice', line, k)
            heads.append(head)
            if name == "rankings" and head and head != "state":
                self.ranked.append(Scalar(head, line, k))
        for column in columns.values():
            if column.required and column.name not in heads:
                self.add(f'no column "{column.name}"', line)
        return heads

    def _record(self, name: str, heads: list[str], line: int, cells: Sequence[str]) -> Record:
        filled = dict[str, Scalar]()
        for k, cell in enumerate(cells, start=1):
            if not cell:
                continue
            self._count += 1
            if self._count > MAX_NODES:
                self.add(f"more than {MAX_NODES:,} cells", line, k)
                self.check()
            if control := CONTROL.search(cell):
                self.add(f"a control character, U+{ord(control[0]):04X}, in a cell", line, k)
            head = heads[k - 1] if k <= len(heads) else ""
            if not head:
                self.add(f'"{cell[:40]}" stands under no heading', line, k)
            filled[head] = Scalar(cell, line, k)
        for column in LAYOUT[name]:
            if column.required and column.name in heads and column.name not in filled:
                self.add(f'nothing under "{column.name}"', line)
        return Record(line, filled)
