"""Files beside a model, files that ship with the package, and writing whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from satumeja.errors import OutputError

__all__ = ["SHIPPED", "beside", "write_folder", "write_whole"]

SHIPPED = "satumeja:"
_PACKAGE = Path(__file__).parent
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


def write_whole(path: str | os.PathLike[str], content: str | bytes) -> Path:
    """Write text, as UTF-8, or bytes to `path`, whole or not at all.

    The content goes to a temporary file in the same folder, which then takes the
    place of whatever was there: a reader sees the old file or the new one.

    Parameters
    ----------
    path : path
        Where to; its folder must exist.
    content : str or bytes
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
        with os.fdopen(handle, "wb") as stream:
            stream.write(content.encode() if isinstance(content, str) else content)
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror}") from None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
    return target


def write_folder(path: str | os.PathLike[str], files: Mapping[str, str]) -> Path:
    """Write a folder of text files, whole or not at all.

    The files go to a temporary folder beside `path`, which then takes its place.

    Parameters
    ----------
    path : path
        Where to; a folder that is there already is replaced if it holds nothing but
        files of the same kinds.
    files : mapping of str to str
        Their texts by name.

    Returns
    -------
    Path
        The folder written.

    Raises
    ------
    OutputError
        If the folder cannot be written, or holds something else; nothing is left behind.
    """
    target = Path(path)
    if target.is_file():
        raise OutputError(f"{target}: is a file, not a folder")
    if not target.parent.is_dir():
        raise OutputError(f"{target}: the folder {target.parent} does not exist")
    kinds = {Path(name).suffix for name in files}
    others = [] if not target.exists() else [p for p in target.iterdir() if p.suffix not in kinds]
    if others:
        raise OutputError(f"{target}: holds {others[0].name} as well; name a folder of its own")
    scratch = ""
    try:
        scratch = tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent)
        new, old = Path(scratch) / "new", Path(scratch) / "old"
        new.mkdir()
        for name, text in files.items():
            (new / name).write_bytes(text.encode())
        if target.exists():
            os.replace(target, old)
        os.replace(new, target)
    except OSError as error:
        raise OutputError(f"{target}: cannot be written: {error.strerror}") from None
    finally:
        if scratch:
            shutil.rmtree(scratch, ignore_errors=True)
    return target


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
