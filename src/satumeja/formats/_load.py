"""Model files in: from a path, from text, from Python."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from satumeja.errors import Fault, ModelError
from satumeja.formats.compiling import compile_model
from satumeja.formats.schema import validate
from satumeja.formats.sheets import WORKBOOK
from satumeja.formats.trees import (
    MAX_BYTES,
    Faults,
    Map,
    Node,
    decoded,
    read_bytes,
    read_json,
    read_python,
    read_yaml,
    require_text,
    too_large,
)
from satumeja.model import Model

__all__ = ["MAX_BYTES", "from_dict", "is_gmcr", "load", "loads"]

_GMCR, _NFG = ".gmcr", ".nfg"
_SPREADSHEETS = {
    ".ods": "a spreadsheet of OpenDocument (.ods)",
    ".fods": "a spreadsheet of OpenDocument (.fods)",
    ".xls": "a workbook of before 2007 (.xls)",
    ".numbers": "a spreadsheet of Numbers",
}
_PICKLE = b"\x80"
_PICKLED = (
    "an early file of GMCR+, a Python pickle: reading it could run any program, so it is not "
    "read; save it again with a GMCR+ that writes JSON"
)
_READERS: dict[str, Callable[[str, str], Node]] = {
    _GMCR: read_json,
    ".json": read_json,
    ".yaml": read_yaml,
    ".yml": read_yaml,
}


def load(path: str | os.PathLike[str]) -> Model:
    """Read a model file.

    Parameters
    ----------
    path : str or path-like
        A file that ends in ``.yaml``, ``.yml`` or ``.json``; a file of GMCR+,
        ``.gmcr`` or ``.json``; a game in normal form of Gambit, ``.nfg``; a workbook,
        ``.xlsx``; or a folder of sheets as ``.csv``.

    Returns
    -------
    Model
        The conflict it states; `origin` is the path.

    Raises
    ------
    ModelError
        If it cannot be read, or anything in it is wrong; every fault has its
        line and column.
    MissingExtraError
        If it is a workbook and openpyxl is not installed.

    See Also
    --------
    loads : Reads text.
    from_dict : Takes what Python made.
    save : Writes it again.

    Notes
    -----
    The file may have 2 MB, 200,000 keys and values, and 32 levels; anchors,
    aliases, tags and duplicate keys are faults. Words such as ``no`` and ``on``
    and dates are text.

    Examples
    --------
    >>> from satumeja.gallery import path
    >>> load(path("chicken")).option_names
    ('row.defect', 'column.defect')
    """
    path = Path(path)
    if os.path.isdir(path) or path.suffix.lower() == WORKBOOK:
        from satumeja.formats.sheets import load_sheets

        return load_sheets(path)
    if path.suffix.lower() in _SPREADSHEETS:
        _require_suffix(str(path))
    content = read_bytes(path)
    if path.suffix.lower() == _GMCR and content.startswith(_PICKLE):
        raise ModelError(Fault(_PICKLED, str(path)))
    return _load(decoded(content, str(path)), str(path), path)


def loads(
    text: str, name: str = "model.yaml", *, origin: str | os.PathLike[str] | None = None
) -> Model:
    """Read a model from text.

    Parameters
    ----------
    text : str
        What a model file holds.
    name : str
        A name for the faults; its suffix says whether the text is YAML, JSON, of GMCR+ or of
        Gambit.
    origin : path, optional
        The file that the text is of, or the folder it belongs to, read or not: what its
        sources and other readings are named from. Without it, from the working folder.

    Returns
    -------
    Model
        The conflict it states; `origin` is the path, and in a folder that of a file `name`.

    Raises
    ------
    ModelError
        If anything in it is wrong; every fault has its line and column.

    See Also
    --------
    load : Reads a file.
    dump : Writes text.

    Examples
    --------
    >>> model = loads('''
    ... satumeja: 1
    ... title: Chicken
    ... decision_makers:
    ...   row: {options: {swerve: }, preferences: [col.swerve, -row.swerve]}
    ...   col: {options: {swerve: }, preferences: [row.swerve, -col.swerve]}
    ... status_quo: "N|N"
    ... ''')
    >>> len(model.states), model.option_names
    (4, ('row.swerve', 'col.swerve'))
    """
    if len(text) > MAX_BYTES:
        raise too_large(name)
    if origin is None:
        return _load(text, name, None)
    place = Path(origin)
    return _load(text, name, place / Path(name).name if place.is_dir() else place)


def from_dict(data: Mapping[str, Any]) -> Model:
    """Make a model from dicts and lists that hold what a model file would.

    Parameters
    ----------
    data : mapping
        The keys and values of the model file.

    Returns
    -------
    Model
        The conflict it states.

    Raises
    ------
    ModelError
        If anything in it is wrong; each fault begins with its path, such as
        ``decision_makers.russia.preferences[2]``.

    See Also
    --------
    load, loads : Read a file, or text.
    json_schema : What the keys are.

    Examples
    --------
    >>> try:
    ...     from_dict({"satumeja": 1, "title": "?", "decision_maker": {}})
    ... except ModelError as error:
    ...     print(error.faults[-1])
    decision_maker: unknown key "decision_maker"; did you mean "decision_makers"?
    """
    root = read_python(data)
    faults = Faults(root, "")
    return compile_model(validate(root, faults), faults, None)


def _require_suffix(name: str) -> None:
    suffix = Path(name).suffix.lower()
    if suffix in _READERS or suffix == _NFG:
        return
    if suffix in _SPREADSHEETS:
        what = _SPREADSHEETS[suffix]
        message = f"{what} is not read; save it as .xlsx, or each sheet as .csv in one folder"
    else:
        kinds = ".yaml, .yml, .json, .gmcr, .nfg or .xlsx"
        message = f'a model file ends in {kinds}, not in "{suffix}"'
        if suffix == ".csv":
            message += "; where a model is in sheets as .csv, name the folder they are in"
    raise ModelError(Fault(message, name))


def is_gmcr(root: Node, suffix: str) -> bool:
    """Say whether a file is of GMCR+: by what is in it, and else by how its name ends.

    GMCR+ writes its own files as ``.json`` too; a native file has its version on top.
    """
    if suffix not in (_GMCR, ".json") or not isinstance(root, Map):
        return suffix == _GMCR
    if "satumeja" in root.entries:
        return False
    return suffix == _GMCR or "decisionMakers" in root.entries


def _load(text: str, name: str, origin: Path | None) -> Model:
    _require_suffix(name)
    require_text(text, name)
    suffix, text = Path(name).suffix.lower(), text.removeprefix("\ufeff")
    if suffix == _NFG:
        from satumeja.formats.nfg import read_nfg

        return read_nfg(text, name, origin)
    root = _READERS[suffix](text, name)
    faults = Faults(root, name)
    if is_gmcr(root, suffix):
        from satumeja.formats.gmcr import compile_gmcr

        return compile_gmcr(root, faults, origin)
    return compile_model(validate(root, faults), faults, origin)
