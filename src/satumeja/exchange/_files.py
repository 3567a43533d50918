"""A dossier written for other programs, in the format that the name of the file says."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from satumeja.dossier import DossierFile
from satumeja.errors import OutputError
from satumeja.exchange._citations import to_csl, to_ris
from satumeja.exchange._project import to_qdpx
from satumeja.exchange._standoff import to_standoff
from satumeja.exchange._tables import quotation_grid
from satumeja.files import write_whole
from satumeja.formats.sheets import csv_text, workbook

__all__ = ["EXCHANGES", "write"]


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _workbook(file: DossierFile, language: str, path: str) -> bytes:
    return workbook({"quotations": quotation_grid(file, language=language)}, path)


EXCHANGES: Mapping[str, Callable[[DossierFile, str, str], str | bytes]] = {
    ".standoff.json": lambda file, *_: _json(to_standoff(file)),
    ".qdpx": lambda file, language, _: to_qdpx(file, language=language),
    ".csv": lambda file, language, _: csv_text(quotation_grid(file, language=language)),
    ".xlsx": _workbook,
    ".json": lambda file, *_: _json(to_csl(file)),
    ".ris": lambda file, *_: to_ris(file),
}
"""What a dossier is written as, by the end of the name of the file: takes the language of its
words, and the file, for messages."""


def write(file: DossierFile, path: str | os.PathLike[str], *, language: str = "en") -> Path:
    """Write a dossier file for another program, whole or not at all.

    Parameters
    ----------
    file : DossierFile
        The dossier.
    path : path
        Where to; the name says the format. ``.qdpx``: a project of qualitative analysis
        (REFI-QDA); ``.csv`` and ``.xlsx``: one row a quotation; ``.json`` and ``.ris``: the
        reports as citations (CSL-JSON, RIS); ``.standoff.json``: texts and marks.
    language : {"en", "id"}
        The language of the names of codes, actors and issues.

    Returns
    -------
    Path
        The file written.

    Raises
    ------
    OutputError
        If the name ends in none of these, or the file cannot be written.
    MissingExtraError
        If a workbook is asked for and openpyxl is not installed.
    LimitError
        If a quotation is longer than a cell of a workbook holds.

    See Also
    --------
    take_qdpx : The way back.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     write(file, "talks.csv").name  # doctest: +SKIP
    'talks.csv'
    """
    name = os.fspath(path).lower()
    make = next((make for end, make in EXCHANGES.items() if name.endswith(end)), None)
    if make is None:
        *others, last = EXCHANGES
        raise OutputError(f"{path}: a dossier is written as {', '.join(others)} or {last}")
    return write_whole(path, make(file, language, os.fspath(path)))
