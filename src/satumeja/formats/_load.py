"""Model files in: from a path, from text, from Python."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from satumeja.errors import Fault, ModelError
from satumeja.formats._builder import CONTROL
from satumeja.formats._compile import compile_model
from satumeja.formats._faults import Faults
from satumeja.formats._gmcr import compile_gmcr
from satumeja.formats._json import read_json
from satumeja.formats._nodes import Node
from satumeja.formats._python import read_python
from satumeja.formats._validate import validate
from satumeja.formats._yaml import read_yaml
from satumeja.model import Model

__all__ = ["MAX_BYTES", "from_dict", "load", "loads"]

MAX_BYTES = 2 * 1024 * 1024

_GMCR = ".gmcr"
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
        A file that ends in ``.yaml``, ``.yml`` or ``.json``, or a file of GMCR+,
        ``.gmcr``.

    Returns
    -------
    Model
        The conflict it states; `origin` is the path.

    Raises
    ------
    ModelError
        If it cannot be read, or anything in it is wrong; every fault has its
        line and column.

    Notes
    -----
    The file may have 2 MB, 200,000 keys and values, and 32 levels; anchors,
    aliases, tags and duplicate keys are faults. Words such as ``no`` and ``on``
    and dates are text.
    """
    path = Path(path)
    content = _read(path)
    if path.suffix.lower() == _GMCR and content.startswith(_PICKLE):
        raise ModelError(Fault(_PICKLED, str(path)))
    return _load(_decode(content, str(path)), str(path), path)


def loads(text: str, name: str = "model.yaml") -> Model:
    """Read a model from text.

    Parameters
    ----------
    text : str
        What a model file holds.
    name : str
        A name for the faults; its suffix says whether the text is YAML, JSON or of GMCR+.

    Returns
    -------
    Model
        The conflict it states.

    Raises
    ------
    ModelError
        If anything in it is wrong; every fault has its line and column.

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
        raise _too_large(name)
    return _load(text, name, None)


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


def _load(text: str, name: str, origin: Path | None) -> Model:
    suffix = Path(name).suffix.lower()
    if suffix not in _READERS:
        message = f'a model file ends in .yaml, .yml, .json or .gmcr, not in "{suffix}"'
        raise ModelError(Fault(message, name))
    control = CONTROL.search(text)
    if control:
        message = f"a control character, U+{ord(control[0]):04X}; this is not a text file"
        raise ModelError(Fault(message, name, *_place(text[: control.start()])))
    root = _READERS[suffix](text.removeprefix("\ufeff"), name)
    faults = Faults(root, name)
    if suffix == _GMCR:
        return compile_gmcr(root, faults, origin)
    return compile_model(validate(root, faults), faults, origin)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ModelError(Fault("there is no such file", str(path))) from None
    except IsADirectoryError:
        raise ModelError(Fault("this is a folder, not a model file", str(path))) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ModelError(Fault(f"the file cannot be read: {reason}", str(path))) from None
    if len(content) > MAX_BYTES:
        raise _too_large(str(path))
    return content


def _too_large(name: str) -> ModelError:
    return ModelError(Fault(f"the file is larger than {MAX_BYTES >> 20} MB", name))


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _place(content[: error.start].decode("utf-8"))
        raise ModelError(Fault("the text is not UTF-8 here", name, *place)) from None


def _place(before: str) -> tuple[int, int]:
    """Return the 1-based line and column of what follows a text."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
