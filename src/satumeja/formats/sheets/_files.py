"""Models as workbooks or folders of CSV: in, and out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

from satumeja.errors import Fault, ModelError
from satumeja.formats.compiling import compile_model
from satumeja.formats.schema import validate
from satumeja.formats.sheets._csv import read_csv
from satumeja.formats.sheets._grid import LAYOUT, normal
from satumeja.formats.sheets._read import read_sheets
from satumeja.formats.sheets._rows import SHEET_ROWS, Cells, place_of
from satumeja.formats.sheets._write import LISTED, state_grid
from satumeja.formats.sheets._xlsx import read_workbook
from satumeja.formats.trees import Faults, decoded, read_bytes
from satumeja.model import Model

__all__ = ["load_sheets"]

_ORDER = list(LAYOUT)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def load_sheets(path: Path) -> Model:
    """Read a model from a workbook, or from a folder of CSV.

    Raises
    ------
    ModelError
        If anything in it is wrong: the file, sheet, row and cell of each fault.
    MissingExtraError
        If it is a workbook and openpyxl is not installed.
    """
    sheets = _folder(path) if path.is_dir() else read_workbook(read_bytes(path), str(path))
    sheets.sort(key=lambda sheet: (_place(sheet), sheet.name))
    labels = [_label(path, sheet) for sheet in sheets]
    try:
        root = read_sheets(sheets, str(path))
        faults = Faults(root, str(path))
        model = compile_model(validate(root, faults), faults, path)
        _check_states(model, sheets)
    except ModelError as error:
        raise ModelError([_located(fault, labels) for fault in error.faults]) from None
    return model


def _place(sheet: Cells) -> int:
    name = normal(sheet.name)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _label(path: Path, sheet: Cells) -> str:
    return str(path / f"{sheet.name}.csv") if path.is_dir() else f"{path}[{sheet.name}]"


def _located(fault: Fault, labels: Sequence[str]) -> Fault:
    """Give a fault the sheet that its line, counted through all sheets, is in."""
    if not fault.line or not labels:
        return fault
    sheet, line = place_of(fault.line)
    return replace(fault, file=labels[sheet], line=line)


def _folder(path: Path) -> list[Cells]:
    try:
        files = sorted(file for file in path.iterdir() if file.suffix.lower() == ".csv")
    except OSError as error:
        raise ModelError(
            Fault(f"the folder cannot be read: {error.strerror}", str(path))
        ) from None
    if not files:
        message = "this is a folder without sheets as .csv, not a model file"
        raise ModelError(Fault(message, str(path)))
    return [read_csv(_text(file), file.stem, str(file)) for file in files]


def _text(file: Path) -> str:
    content = read_bytes(file)
    if content.startswith(_UTF16):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise ModelError(Fault("the text is not UTF-16", str(file))) from None
    return decoded(content, str(file)).removeprefix("\ufeff")


def _check_states(model: Model, sheets: Sequence[Cells]) -> None:
    """Compare a sheet of states in option form, which follows from others, with what follows."""
    for k, sheet in enumerate(sheets):
        rows = [(line, cells) for line, cells in sheet.rows if any(cells)]
        if normal(sheet.name) != "states" or model.is_graph or not rows:
            continue
        if len(model.list_states()) > LISTED:
            return
        for place, (row, wanted) in enumerate(zip_longest(rows, state_grid(model))):
            _check_row(k, place, row, [str(cell) for cell in wanted or ()])


def _check_row(
    sheet: int, place: int, row: tuple[int, Sequence[str]] | None, wanted: Sequence[str]
) -> None:
    line, cells = row or (place + 1, ())
    for column, (cell, follows) in enumerate(zip_longest(cells, wanted, fillvalue=""), start=1):
        if cell.strip() != follows:
            rest = f'here follows "{follows}"' if follows else "nothing follows here"
            message = (
                f'the states follow from "options" and "infeasible", and {rest}, not '
                f'"{cell[:40]}"; change those, and delete this sheet'
            )
            raise ModelError(Fault(message, "", sheet * SHEET_ROWS + line, column))
