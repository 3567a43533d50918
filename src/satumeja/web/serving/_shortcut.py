"""A launcher on the desktop, so that the terminal is needed once."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from satumeja.errors import OutputError
from satumeja.files import write_whole

__all__ = ["put_shortcut"]

_MARK = "made by satumeja open --shortcut"
"""What stands in each launcher, by which it is known as one of ours."""

_NAME = "Satu Meja"
_KINDS = "application/yaml;application/x-yaml;text/yaml;text/x-yaml;"
_QUOTED = re.compile(r'(["`$\\])')


def put_shortcut(path: Path | None = None, *, platform: str = sys.platform) -> list[Path]:
    """Put a launcher on the desktop that opens the list of cases, or one case.

    Parameters
    ----------
    path : Path, optional
        The case; without one the launcher opens the list.
    platform : str
        The system, as `sys.platform` names it.

    Returns
    -------
    list of Path
        What was written: on Linux also an entry in the menu, by which the desktop offers to
        open models with the app.

    Raises
    ------
    ModelError
        If there is no such case.
    OutputError
        If there is no desktop, or something else of that name.
    """
    from satumeja.web.cases import case_of

    folder = None if path is None else case_of(path)[0]
    name = _NAME if folder is None else f"{_NAME} - {folder.name}"
    command = [
        sys.executable,
        "-m",
        "satumeja",
        "open",
        *([] if folder is None else [str(folder)]),
    ]
    kind = "win32" if platform == "win32" else "darwin" if platform == "darwin" else "linux"
    ending, write = _LAUNCHERS[kind]
    content = write(name, command, folder is None)
    places = [_desktop(kind)]
    if kind == "linux":
        menu = _data_home() / "applications"
        menu.mkdir(parents=True, exist_ok=True)
        places.append(menu)
    files = [place / f"{name}{ending}" for place in places if place.is_dir()]
    if not files:
        raise OutputError(f"{places[0]}: there is no such folder, so no launcher was put there")
    for file in files:
        _require_ours(file)
    for file in files:
        write_whole(file, content)
        if kind != "win32":
            file.chmod(0o755)
    return files


def _require_ours(file: Path) -> None:
    """Refuse to write over what this program did not write."""
    try:
        content = file.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputError(f"{file}: cannot be read: {error.strerror}") from None
    if _MARK not in content:
        raise OutputError(f"{file}: is there already, and is not of this program; it was left")


def _desktop(kind: str) -> Path:
    """Return the folder of the desktop, there or not."""
    if kind == "linux":
        stated = _stated_desktop()
        if stated is not None:
            return stated
    return Path.home() / "Desktop"


def _stated_desktop() -> Path | None:
    """Read what Linux's desktops state of their folders; None where they state nothing."""
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    try:
        lines = (config / "user-dirs.dirs").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    stated = re.search(r'^XDG_DESKTOP_DIR="([^"]+)"', lines, re.MULTILINE)
    return Path(stated[1].replace("$HOME", str(Path.home()))) if stated else None


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _entry(name: str, command: list[str], takes_files: bool) -> str:
    """Write an entry of Linux's desktops."""
    words = [_QUOTED.sub(r"\\\1", word).replace("%", "%%") for word in command]
    line = " ".join(f'"{word}"' for word in words).replace("\\", "\\\\")
    lines = [
        "[Desktop Entry]",
        f"# {_MARK}",
        "Type=Application",
        f"Name={name}",
        "Comment=What holds in a conflict, and why",
        "Comment[id]=Apa yang bertahan dalam sebuah konflik, dan mengapa",
        f"Exec={line}{' %f' if takes_files else ''}",
        "Icon=applications-office",
        "Terminal=false",
        "Categories=Office;Education;",
        *([f"MimeType={_KINDS}"] if takes_files else []),
    ]
    return "\n".join(lines) + "\n"


def _batch(name: str, command: list[str], takes_files: bool) -> str:
    """Write a file that Windows runs; what is dropped on it is opened."""
    line = " ".join(f'"{word}"' for word in command).replace("%", "%%")
    rest = " %*" if takes_files else ""
    return "\r\n".join(["@echo off", f"rem {_MARK}", "chcp 65001 >nul", f"{line}{rest}", ""])


def _script(name: str, command: list[str], takes_files: bool) -> str:
    """Write a file that the Finder runs in its terminal."""
    rest = ' "$@"' if takes_files else ""
    return f"#!/bin/sh\n# {_MARK}\nexec {shlex.join(command)}{rest}\n"


_LAUNCHERS: Mapping[str, tuple[str, Callable[[str, list[str], bool], str]]] = {
    "linux": (".desktop", _entry),
    "win32": (".bat", _batch),
    "darwin": (".command", _script),
}
"""By system: the ending of a launcher, and what writes it."""
