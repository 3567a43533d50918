"""Pictures of pages that the program writes, taken by a browser where there is one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass

from handbook._examples import in_folder, run_line

__all__ = ["SHOTS", "Shot", "browser", "shot_views", "taken"]

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
)


@dataclass(frozen=True)
class Shot:
    """A picture of a page.

    Parameters
    ----------
    file : str
        What it is called.
    shows : str
        What can be seen.
    run : tuple of str
        The commands that make ``page.html`` in an empty folder.
    size : tuple of (int, int)
        The width and the height of the browser's window.
    """

    file: str
    shows: str
    run: tuple[str, ...]
    size: tuple[int, int]


def _brief(language: str) -> tuple[str, ...]:
    return (
        "satumeja gallery december-2021-b -o talks.yaml",
        f"satumeja brief talks.yaml --language {language} -o page.html",
    )


SHOTS = (
    Shot("brief.png", "The top of a brief in English", _brief("en"), (900, 1400)),
    Shot("brief-id.png", "The same brief in Indonesian", _brief("id"), (900, 900)),
)
"""The pictures of pages that the site shows."""


def browser() -> str | None:
    """Find a browser that takes pictures of pages; None if there is none."""
    return next(filter(None, map(shutil.which, _BROWSERS)), None)


def taken() -> dict[str, bytes]:
    """Take the pictures.

    Returns
    -------
    dict of str to bytes
        PNG by file name; none of them where there is no browser.

    Raises
    ------
    RuntimeError
        If there is a browser, and it takes no picture.
    """
    found = browser()
    return {shot.file: _taken(shot, found) for shot in SHOTS} if found else {}


def _taken(shot: Shot, program: str) -> bytes:
    with in_folder() as folder, tempfile.TemporaryDirectory() as profile:
        for line in shot.run:
            run_line(line, folder)
        target, (width, height) = folder / shot.file, shot.size
        asked = (f"--user-data-dir={profile}", f"--window-size={width},{height}")
        page = (folder / "page.html").as_uri()
        words = [program, *_QUIET, *asked, f"--screenshot={target}", page]
        told = subprocess.run(words, capture_output=True, timeout=120, check=False)  # noqa: S603
        if not target.exists():
            raise RuntimeError(f"{program} took no picture: {told.stderr.decode()[-400:]}")
        return target.read_bytes()


def shot_views(names: Iterable[str]) -> str:
    """Show the pictures that were taken, or say that there was no browser.

    Parameters
    ----------
    names : iterable of str
        Their files.

    Returns
    -------
    str
        Markdown, for a page in a folder beside ``reference``.
    """
    there = set(names)
    if not there:
        return (
            "*Whoever made this copy of the site had no browser, so the pictures are left out: "
            "`satumeja demo` writes such a brief.*"
        )
    views = (
        f"![{shot.shows}](../reference/pictures/{shot.file})\n\n*{shot.shows}.*"
        for shot in SHOTS
        if shot.file in there
    )
    return "\n\n".join(views)
