"""Sheets as CSV: commas, semicolons or tabs in; cells that cannot be taken for formulas out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from satumeja.errors import Fault, ModelError
from satumeja.formats.sheets._grid import Grid
from satumeja.formats.sheets._rows import Cells

__all__ = ["csv_text", "guarded", "read_csv"]

_GUARDED = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a formula of a cell, in letters of full width too, or is taken off one by itself."""
_DELIMITERS = (",", ";", "\t")
_LONGEST = 1 << 17
_FORMULA = 'a cell that begins with "=" is a formula; write the value it has'


def csv_text(grid: Grid) -> str:
    r"""Write rows as CSV that a spreadsheet takes for text, whatever the cells hold.

    Parameters
    ----------
    grid : sequence of sequence of str or int
        The rows.

    Returns
    -------
    str
        Comma-separated, lines ending in CRLF, each cell as `guarded` writes it.

    Examples
    --------
    >>> csv_text([["dm", "statement"], ["a", "-arm"], ["b", "=1+1"]])
    "dm,statement\r\na,'-arm\r\nb,'=1+1\r\n"
    """
    page = io.StringIO(newline="")
    csv.writer(page).writerows([[guarded(cell) for cell in row] for row in grid])
    return page.getvalue()


def guarded(cell: Any) -> Any:
    """Write a cell so that no spreadsheet takes it for a formula, the one rule of all our CSV.

    Parameters
    ----------
    cell : object
        What stands in it.

    Returns
    -------
    object
        A text that begins with ``= + - @``, in any width, a tab, the end of a line or an
        apostrophe is written after an apostrophe, which `load` takes off again; anything else
        stays as it is.

    Examples
    --------
    >>> guarded("=1+1"), guarded("talk"), guarded(-1)
    ("'=1+1", 'talk', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_GUARDED) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].startswith(_GUARDED) else cell


def read_csv(text: str, name: str, file: str) -> Cells:
    """Read a CSV text into the cells of a sheet.

    Parameters
    ----------
    text : str
        The text; a byte order mark has been taken off.
    name : str
        The name of the sheet.
    file : str
        The file as the user named it.

    Raises
    ------
    ModelError
        If a quoted cell does not end, or something follows its end.
    """
    rows, faults = list[tuple[int, list[str]]](), list[tuple[int, int, str]]()
    for line, cells in _rows(text, file):
        formulas = [k for k, cell in enumerate(cells, start=1) if cell.startswith("=")]
        faults += [(line, k, _FORMULA) for k in formulas]
        rows.append((line, [_bare(cell) for cell in cells]))
    return Cells(name, rows, tuple(faults), comma=_delimiter(text) != ",")


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    line = 1
    try:
        for row in reader:
            if any(len(cell) > _LONGEST for cell in row):
                raise csv.Error("field larger")  # whatever limit others in the process have set
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        reason = "a quoted cell that does not end, or goes on after its end"
        if "field larger" in str(error):
            reason = f"a cell of more than {_LONGEST:,} characters"
        raise ModelError(Fault(reason, file, line, 1)) from None


def _delimiter(text: str) -> str:
    """Return what parts the cells: the sign that the headings have most of."""
    heads = text[: min((k for k in map(text.find, "\r\n") if k >= 0), default=len(text))]
    return max(_DELIMITERS, key=heads.count)
