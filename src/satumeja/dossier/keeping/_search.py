"""Find words in the reports of a dossier file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from satumeja.dossier.keeping._file import DossierFile

__all__ = ["Hit", "search"]


@dataclass(frozen=True)
class Hit:
    """A statement or report that has the words.

    Parameters
    ----------
    key : str
        ``r1#s3``, or ``r1`` for the report itself.
    words : str
        What is around them.
    """

    key: str
    words: str


def search(file: DossierFile, words: str, most: int = 50) -> tuple[Hit, ...]:
    """Find the statements and reports that have all the words, the best first.

    Parameters
    ----------
    file : DossierFile
        The file.
    words : str
        The words; their order and case do not matter, and a word may be begun.
    most : int
        How many to give at most.
    """
    asked = " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))
    if not asked:
        return ()
    rows = file.rows(
        "SELECT source, item, snippet(search, 0, '', '', '…', 24) AS around FROM search "
        "WHERE search MATCH ? ORDER BY rank, rowid LIMIT ?",
        (asked, most),
    )
    return tuple(
        Hit(
            f"r{row['source']}" + ("" if row["item"] == "report" else f"#{row['item']}"),
            " ".join(row["around"].split()),
        )
        for row in rows
    )
