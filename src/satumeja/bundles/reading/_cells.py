"""The cells of tables in text, whatever stands between them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Literal

from satumeja.errors import Fault, ReportError

__all__ = ["cells_of"]

_LONGEST = 16 * 1024 * 1024


def cells_of(
    lines: Iterable[str], mark: str, name: str, *, is_quoted: bool = True
) -> Iterator[list[str]]:
    """Yield the cells of each row of a table.

    Parameters
    ----------
    lines : iterable of str
        Its lines, without their ends.
    mark : str
        What stands between two cells.
    name : str
        The file, for messages.
    is_quoted : bool
        Whether a cell may stand between quotation marks; where not, such a mark is one.

    Raises
    ------
    ReportError
        A cell is longer than a text can be; the rows before it were given.
    """
    csv.field_size_limit(_LONGEST)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE
    whole = (line.replace("\0", "") + "\n" for line in lines)
    number = 1
    try:
        for row in csv.reader(whole, delimiter=mark, quoting=quoting):
            yield row
            number += 1
    except csv.Error:  # of a reader that is not strict, the only one
        longest = f"{_LONGEST >> 20} MB"
        raise ReportError(Fault(f"row {number}: has a cell of over {longest}", name)) from None
