"""Damage to tables as text: other cells, rows and columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from random import Random

from hard.damage._texts import PIECES

__all__ = ["spoil_table"]

_CELLS = ("=1+1", "'", "+1", "@x", "#REF!", '"', '""', "a\nb", "1,5", "1.5", "2021-12-23", "TRUE")


def spoil_table(text: str, rng: Random, words: Sequence[str] = (), delimiter: str = ",") -> str:
    """Change one to four cells, rows or columns of a table."""
    rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)] or [[]]
    for _ in range(rng.choice([1, 1, 2, 4])):
        _change(rows, [*words, *_CELLS, *PIECES], rng)
    page = io.StringIO(newline="")
    is_quoted = rng.random() < 0.1
    ends = rng.choice(["\r\n", "\r\n", "\n", "\r"])
    writer = csv.writer(
        page,
        delimiter=delimiter,
        quoting=csv.QUOTE_ALL if is_quoted else csv.QUOTE_MINIMAL,
        lineterminator=ends,
    )
    writer.writerows(rows)
    return page.getvalue()


def _change(rows: list[list[str]], cells: Sequence[str], rng: Random) -> None:
    if not rows:
        rows.append([rng.choice(cells)])
        return
    k = rng.randrange(len(rows))
    row, other = rows[k], rng.choice(rows)
    column = rng.randrange(len(row)) if row else 0
    match rng.randrange(8):
        case 0 | 1 | 2 if row:
            row[column] = rng.choice([rng.choice(cells), rng.choice(other or [""])])
        case 3:
            rows.insert(rng.randrange(len(rows)), list(row))
        case 4:
            del rows[k]
        case 5:
            for line in rows:
                if len(line) > column:
                    line.insert(rng.randrange(len(line) + 1), line.pop(column))
        case 6:
            row.insert(column, rng.choice(cells))
        case _:
            del row[column:]
