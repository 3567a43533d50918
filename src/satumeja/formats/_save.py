"""Models out to the disk, in the format their name says."""

from __future__ import annotations

import os
from pathlib import Path

from satumeja.errors import LimitError
from satumeja.files import write_folder, write_whole
from satumeja.formats._dump import dump
from satumeja.formats._restate import restated
from satumeja.formats.sheets import WORKBOOK
from satumeja.formats.trees import MAX_BYTES
from satumeja.model import Model

__all__ = ["save"]


def save(model: Model, path: str | os.PathLike[str]) -> Path:
    """Write a model to a file, or to a folder of sheets, whole or not at all.

    Parameters
    ----------
    model : Model
        A sound model.
    path : str or path-like
        Its suffix says the format: ``.yaml``, ``.json``, ``.gmcr``, ``.nfg``, ``.xlsx``; a path
        without one is a folder of sheets as CSV.

    Returns
    -------
    Path
        What was written. A model that came from a file of the same format, and is as
        that file says, is written as it stands there, byte for byte, comments and all.

    Raises
    ------
    OutputError
        If the suffix is none of these, the format cannot hold the model, the file or
        folder cannot be written, or the folder holds anything but sheets that were written
        by this function and are unchanged.
    LimitError
        If the file were larger than what is read again.
    MissingExtraError
        If a workbook is asked for and openpyxl is not installed.

    See Also
    --------
    load : Reads it again.
    dump : The same as text.
    edit : One part of a file changed, all else kept.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from satumeja.gallery import load
    >>> with TemporaryDirectory() as folder:
    ...     save(load("chicken"), f"{folder}/chicken.json").name
    'chicken.json'
    """
    target = Path(path)
    if target.suffix and target.suffix.lower() != WORKBOOK:
        return write_whole(target, restated(model, path) or dump(model, os.fspath(path)))
    from satumeja.formats.sheets import csv_text, model_sheets, workbook

    if target.suffix:
        content = workbook(model_sheets(model, target.parent), str(path))
        if len(content) > MAX_BYTES:
            raise LimitError(f"{path}: the model takes more than {MAX_BYTES >> 20} MB")
        return write_whole(target, content)
    sheets = {
        f"{name}.csv": csv_text(grid) for name, grid in model_sheets(model, target.parent).items()
    }
    if any(len(text.encode()) > MAX_BYTES for text in sheets.values()):
        raise LimitError(f"{path}: a sheet takes more than {MAX_BYTES >> 20} MB")
    return write_folder(target, "sheets", sheets)
