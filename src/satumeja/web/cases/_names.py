"""Names of files that lead nowhere but into the folder of a case."""

from __future__ import annotations

import re
from pathlib import Path

from satumeja.web.cases._errors import NameRefusedError

__all__ = ["free_name", "inside", "is_safe_name", "safe_name"]

_LONGEST = 120
_NAME = re.compile(rf"[\w .-]{{1,{_LONGEST}}}")
_UNSAFE = re.compile(r"[^\w .-]+")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_MOST_BYTES = 240  # file systems take 255; what a number adds has room


def is_safe_name(name: str) -> bool:
    """Tell whether a file of a case can have a name, on every system.

    Parameters
    ----------
    name : str
        The last part of a path.

    Examples
    --------
    >>> [is_safe_name(name) for name in ("talks 2.yaml", ".hidden", "a/b", "..", "nul.txt", "a.")]
    [True, False, False, False, False, False]
    """
    return (
        _NAME.fullmatch(name) is not None
        and not name.startswith((".", " "))
        and not name.endswith((".", " "))
        and _DEVICE.fullmatch(name) is None
        and len(name.encode(errors="replace")) <= _MOST_BYTES
    )


def inside(folder: Path, name: str) -> Path:
    """Return the path of a file of a folder, there or not.

    Parameters
    ----------
    folder : Path
        The folder.
    name : str
        A name that came from elsewhere.

    Raises
    ------
    NameRefusedError
        If it is no plain name, or leads out of the folder, or is a link.
    """
    if not is_safe_name(name):
        raise NameRefusedError(
            f'"{_shown(name)}" cannot be the name of a file here; letters, digits, blanks, '
            f'"-", "_" and "." can, {_LONGEST} of them at most, the first no "."'
        )
    path = folder / name
    if path.is_symlink() or path.resolve().parent != folder.resolve():
        raise NameRefusedError(f'"{name}" is a link, and links are not followed here')
    return path


def safe_name(wanted: str, otherwise: str = "file") -> str:
    r"""Make a safe name of any name, as like it as can be.

    Parameters
    ----------
    wanted : str
        What a file was called elsewhere; a path counts for its last part.
    otherwise : str
        What it is called where nothing of its name is left.

    Examples
    --------
    >>> safe_name("C:\\news\\Kiev: talks (1).TXT"), safe_name("../../.ssh"), safe_name("aux")
    ('Kiev- talks -1-.TXT', 'ssh', 'file-aux')
    """
    last = re.split(r"[\\/]", wanted)[-1]
    plain = _UNSAFE.sub("-", last).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if not dot or len(ending) > _LONGEST // 8:
        stem, ending = plain, ""
    stem = _cut(stem.rstrip(" ."), _LONGEST - len(ending) - 1)
    name = f"{stem}.{ending}" if ending else stem
    if not is_safe_name(name):
        name = _cut(f"{otherwise}-{name}".rstrip("-. "), _LONGEST)
    return name if is_safe_name(name) else otherwise


def free_name(folder: Path, wanted: str) -> str:
    """Return a safe name that no file of a folder has; a taken one gets a number.

    Parameters
    ----------
    folder : Path
        The folder, there or not.
    wanted : str
        What the file is to be called.

    Examples
    --------
    >>> free_name(Path("nowhere"), "talks.yaml")
    'talks.yaml'
    """
    name = safe_name(wanted)
    taken = _taken(folder)
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    number, tried = 2, name
    while tried.casefold() in taken:
        tail = f"-{number}{dot}{ending}"
        tried, number = _cut(stem, _LONGEST - len(tail)) + tail, number + 1
    return tried


def _taken(folder: Path) -> set[str]:
    """Return the names in a folder, as file systems that know no capitals have them."""
    try:
        return {path.name.casefold() for path in folder.iterdir()}
    except FileNotFoundError:
        return set()


def _cut(words: str, length: int) -> str:
    """Cut a text to a length in letters, and to what file systems take in bytes."""
    words = words[: max(length, 1)]
    while len(words.encode(errors="replace")) > _MOST_BYTES - 20:
        words = words[:-1]
    return words.rstrip(" .")


def _shown(name: str) -> str:
    plain = "".join(letter if letter.isprintable() else "?" for letter in name[:60])
    return plain.encode(errors="replace").decode()
