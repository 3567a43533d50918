"""Find words in the reports of a dossier file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._items import states_of
from satumeja.dossier.keeping._words_index import plain

__all__ = ["Hit", "matches", "search"]


@dataclass(frozen=True, repr=False)
class Hit(ShownInLine):
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
        The words; their order and case do not matter, nor the marks on their letters
        ("Nguyen" finds "Nguyễn"), and a word may be begun.
    most : int
        How many to give at most.

    Returns
    -------
    tuple of Hit
        Statements that were rejected are none; the report that has their words is.
    """
    query = _query(words)
    if not query:
        return ()
    rows = file.rows(
        "SELECT item, snippet(search, 0, '', '', '…', 24) AS around FROM search "
        "WHERE search MATCH ? ORDER BY rank, rowid LIMIT ?",
        (query, 2 * most + 50),
    )
    gone = {
        key
        for key, state in states_of(file, [row["item"] for row in rows]).items()
        if state in ("rejected", "retired")
    }
    hits = (Hit(row["item"], " ".join(row["around"].split())) for row in rows)
    return tuple([hit for hit in hits if hit.key not in gone][:most])


def matches(file: DossierFile, words: str) -> tuple[str, ...]:
    """Give every statement and report that has all the words, whatever became of it, best first.

    Parameters
    ----------
    file : DossierFile
        The file.
    words : str
        The words, as `search` takes them.

    Returns
    -------
    tuple of str
        Their keys.

    Notes
    -----
    No item is read: cost is that of the index.
    """
    query = _query(words)
    if not query:
        return ()
    rows = file.rows("SELECT item FROM search WHERE search MATCH ? ORDER BY rank, rowid", (query,))
    return tuple(row["item"] for row in rows)


def _query(words: str) -> str:
    """Ask the index for words; a letter with its mark on top and one with it apart are one."""
    return " ".join(f'"{plain(word)}"*' for word in re.findall(r"[^\W_](?:\w|[̀-ͯ])*", words))
