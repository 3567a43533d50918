"""Sheets as a workbook of a spreadsheet program."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from satumeja.errors import Fault, LimitError, ModelError, OutputError
from satumeja.extras import calling, optional
from satumeja.files import packed_anew
from satumeja.formats.sheets._grid import Grid
from satumeja.formats.sheets._rows import Cells

__all__ = ["read_workbook", "workbook"]

# A workbook is an archive, which can unpack to far more than it weighs.
_MOST_BYTES, _MOST_FILES, _MOST_CELLS = 40 << 20, 1_000, 2_000_000
_MOST_ROWS, _LONGEST = 1 << 20, 32_767
_MOMENT = dt.datetime(2000, 1, 1)  # noqa: DTZ001 the same in every file, so of no zone
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_HEXED = re.compile("_x([0-9A-Fa-f]{4})_")
_CHANGED = re.compile("[\0-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
"""What XML does not take, or not as it stands, and what begins a number written for it."""
_GUARDED = ("=", "+", "-", "@")


def workbook(sheets: Mapping[str, Grid], file: str = "") -> bytes:
    """Write sheets as a workbook (.xlsx), the same bytes for the same sheets.

    Parameters
    ----------
    sheets : mapping of str to rows
        The rows by the name of their sheet, headings first.
    file : str
        The file they are for, for messages.

    Returns
    -------
    bytes
        A whole file. Every text is a text cell, whatever it begins with.

    Raises
    ------
    LimitError
        If a sheet has more rows, or a cell more characters, than the format holds.
    OutputError
        If the library fails.
    MissingExtraError
        If openpyxl is not installed.
    """
    openpyxl = optional("openpyxl", "xlsx")
    page = io.BytesIO()
    with calling(partial(_unwritable, file)):
        book = openpyxl.Workbook()
        book.remove(book.active)
        book.properties.creator, book.properties.created = "Satu Meja", _MOMENT
        for name, grid in sheets.items():
            if len(grid) > _MOST_ROWS:
                raise LimitError(
                    f"the sheet {name} has {len(grid):,} rows, more than a workbook holds"
                )
            _fill(book.create_sheet(name), grid)
        book.save(page)
    return _stamped(page.getvalue())


def _unwritable(file: str, why: str) -> OutputError:
    """Refuse what the library cannot write."""
    about = f"{file}: " if file else ""
    return OutputError(f"{about}cannot be written as a workbook: {why}; write CSV instead")


def _fill(sheet: Any, grid: Grid) -> None:
    from openpyxl.styles import Font

    for line, row in enumerate(grid, start=1):
        for column, content in enumerate(row, start=1):
            if content == "":
                continue
            cell = sheet.cell(line, column)
            cell.value = content if isinstance(content, int) else _text(content, sheet.title)
            if isinstance(content, str):
                cell.data_type = "s"
                cell.quotePrefix = content.startswith(_GUARDED)
            if line == 1:
                cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column, width in enumerate(_widths(grid), start=1):
        sheet.column_dimensions[sheet.cell(1, column).column_letter].width = width


def _widths(grid: Grid) -> Iterator[int]:
    for column in range(len(grid[0]) if grid else 0):
        longest = max(len(str(row[column])) for row in grid[:200] if column < len(row))
        yield min(max(longest + 2, 8), 60)


def _text(text: str, sheet: str) -> str:
    """Write what the file's XML would change by its numbers, as the format has it."""
    written = _CHANGED.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    if len(written) > _LONGEST:
        raise LimitError(
            f"a cell of the sheet {sheet} has more than {_LONGEST:,} characters; write a folder "
            "of CSV instead, which is a name without an ending"
        )
    return written


def _stamped(page: bytes) -> bytes:
    """Put the time out of a workbook, so that the same sheets give the same bytes."""
    return packed_anew(page, _unmodified)


def _unmodified(name: str, content: bytes) -> bytes:
    if name != "docProps/core.xml":
        return content
    stamp = _MOMENT.isoformat().encode() + b"Z"
    return _MODIFIED.sub(rb"\g<1>" + stamp, content)


def read_workbook(content: bytes, file: str) -> list[Cells]:
    """Read a workbook into the cells of its sheets.

    Parameters
    ----------
    content : bytes
        The file; its size is the caller's to check.
    file : str
        The file as the user named it.

    Raises
    ------
    ModelError
        If it is no workbook, or one that unpacks to more than 40 MB or 2,000,000 cells.
    MissingExtraError
        If openpyxl is not installed.
    """
    openpyxl = optional("openpyxl", "xlsx")
    _check_archive(content, file)
    refusal = partial(_unreadable, file)
    with calling(refusal):
        book = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
        sheets = list(book.worksheets)
    with calling(refusal):
        return [_cells(sheet, file) for sheet in sheets]


def _unreadable(file: str, why: str) -> ModelError:
    """Refuse what the library cannot read."""
    anew = "open it in a spreadsheet program and save it anew, or each sheet as CSV in one folder"
    return ModelError(Fault(f"not a workbook that can be read ({why}); {anew}", file))


def _check_archive(content: bytes, file: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        raise ModelError(Fault("not a workbook (.xlsx)", file)) from None
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise ModelError(Fault(f"the workbook unpacks to more than {_MOST_BYTES >> 20} MB", file))
    if len(entries) > _MOST_FILES:
        raise ModelError(Fault(f"the workbook holds more than {_MOST_FILES:,} files", file))


def _cells(sheet: Any, file: str) -> Cells:
    rows, columns = sheet.max_row, sheet.max_column
    if rows * columns > _MOST_CELLS:
        message = f"the sheet spans {rows:,} rows and {columns:,} columns; delete what is empty"
        raise ModelError(Fault(message, f"{file}[{sheet.title}]"))
    faults = [
        (area.min_row, area.min_col, f"merged cells, {area.coord}; part them, and fill each")
        for area in sheet.merged_cells.ranges
    ]
    lines = list[tuple[int, list[str]]]()
    for line, row in enumerate(sheet.iter_rows(), start=1):
        cells = list[str]()
        for column, cell in enumerate(row, start=1):
            text, wrong = _read(cell)
            cells.append(text)
            faults += [(line, column, wrong)] if wrong else []
        lines.append((line, cells))
    return Cells(sheet.title, lines, tuple(faults))


def _read(cell: Any) -> tuple[str, str]:
    """Give a cell as text, and what is wrong with it."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return "", "a formula; write the value it has"
    if cell.data_type == "e":
        return "", f"an error, {value}; write a value"
    if isinstance(value, bool):
        return str(value).lower(), ""
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() else repr(value)), ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat(), ""
    if isinstance(value, dt.date | dt.time):
        return value.isoformat(), ""
    return _HEXED.sub(lambda match: chr(int(match[1], 16)), str(value)), ""
