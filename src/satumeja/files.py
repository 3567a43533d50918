"""Files beside a model, files that ship with the package, and writing whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from satumeja.errors import OutputError

__all__ = ["SHIPPED", "beside", "write_whole"]

SHIPPED = "satumeja:"
_DATA = Path(__file__).parent / "data"


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
    """
    if path.startswith(SHIPPED):
        return _DATA / path.removeprefix(SHIPPED)
    return (origin.parent if origin else Path()) / path


def write_whole(path: str | os.PathLike[str], text: str) -> Path:
    """Write `text` to `path` as UTF-8, whole or not at all.

    The words go to a temporary file in the same folder, which then takes the
    place of whatever was there: a reader sees the old file or the new one.

    Parameters
    ----------
    path : path
        Where to; its folder must exist.
    text : str
        What to write; line ends are kept as they are.

    Returns
    -------
    Path
        The path written.

    Raises
    ------
    OutputError
        If the folder does not exist or cannot be written; nothing is left behind.
    """
    target = Path(path)
    if target.is_dir():
        raise OutputError(f"{target}: is a folder; name a file in it")
    if not target.parent.is_dir():
        raise OutputError(f"{target}: the folder {target.parent} does not exist")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror}") from None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
    return target


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
