"""Reading a file of numbers, with one clear line where it is not what was meant."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

__all__ = ["UnreadableError", "whole_numbers"]


class UnreadableError(Exception):
    """Why a file cannot be scored, as one line."""


def whole_numbers(path: Path, columns: Sequence[str]) -> list[tuple[int, ...]]:
    """Read some columns of a CSV file, each a whole number from 0, at least one row.

    Raises
    ------
    UnreadableError
        If there is no such file, or it is no such table; with the line at fault.
    """
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(_rows(path, csv.DictReader(lines), columns))
    except OSError as error:
        raise UnreadableError(f"{path}: cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableError(f"{path}: not a CSV file in UTF-8: {error}") from None
    if not rows:
        raise UnreadableError(f"{path}: no rows below the header")
    return rows


def _rows(
    path: Path, table: csv.DictReader[str], columns: Sequence[str]
) -> Iterator[tuple[int, ...]]:
    missing = [column for column in columns if column not in (table.fieldnames or ())]
    if missing:
        raise UnreadableError(
            f"{path}: no column {', '.join(missing)}; wanted: {', '.join(columns)}"
        )
    for row in table:
        numbers = []
        for column in columns:
            text = (row[column] or "").strip()
            if not (text.isascii() and text.isdigit()):
                raise UnreadableError(
                    f"{path}:{table.line_num}: {column} is {text!r}, not a whole number from 0"
                )
            numbers.append(int(text))
        yield tuple(numbers)
