"""Files beside a model, and files that ship with the package."""

from __future__ import annotations

from pathlib import Path

__all__ = ["SHIPPED", "beside"]

SHIPPED = "satumeja:"
"""What a path begins with that means a file shipped with the package."""
_PACKAGE = Path(__file__).parents[1]
_FOLDERS = {"reports": _PACKAGE / "data", "conflicts": _PACKAGE / "gallery"}


def beside(path: str, origin: Path | None) -> Path:
    """Find a file that a model names.

    Parameters
    ----------
    path : str
        As the model has it: relative to the model's folder, absolute, or
        ``satumeja:...`` for a file that ships with the package.
    origin : Path or None
        The model file; None for a model that came from no file.

    Examples
    --------
    >>> beside("reports/wire.txt", Path("talks/model.yaml")).as_posix()
    'talks/reports/wire.txt'
    >>> beside("satumeja:reports/talks-2021-12-23.id.txt", None).name
    'talks-2021-12-23.id.txt'
    >>> beside("satumeja:conflicts/elmira.yaml", None).is_file()
    True
    """
    if path.startswith(SHIPPED):
        name = path.removeprefix(SHIPPED)
        return _FOLDERS.get(name.partition("/")[0], _PACKAGE / "data") / name
    return (origin.parent if origin else Path()) / path
