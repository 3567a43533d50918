"""All pages of the site in one folder, ready for its generator."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handbook._api import room_pages
from handbook._commands import command_pages
from handbook._examples import Runner, run_example
from handbook._figures import PICTURES, drawn
from handbook._fragments import with_fragments
from handbook._navigation import with_navigation
from handbook._outputs import output_pages
from handbook._shots import taken

__all__ = ["DOCS", "Handbook", "handbook", "stage"]

DOCS = Path(__file__).parents[2] / "docs"
"""The folder of the pages written by hand."""

_DOCTEST = re.compile(r"^(```python\n(?:(?!```).*\n)*?.+\n)\n```$", re.M)
"""A block with the empty line by which doctests know that it ends; readers need none."""

_FENCE_FILE = re.compile(r"^```(?P<language>\w+) (?P<file>\S+)$", re.M)


@dataclass(frozen=True)
class Handbook:
    """The pages of the site, before its generator.

    Parameters
    ----------
    pages : mapping of str to str
        The Markdown of each page by its path.
    written : frozenset of str
        The paths of those written by hand; the others are made from the code.
    """

    pages: Mapping[str, str]
    written: frozenset[str]


def handbook(run: Runner, shots: Iterable[str] = ()) -> Handbook:
    """Bring the pages written by hand and those made from the code together.

    Parameters
    ----------
    run : callable
        Runs an example of a command and gives what a terminal shows, as Markdown.
    shots : iterable of str
        The names of the pictures of pages that could be taken.

    Returns
    -------
    Handbook
        Every page.
    """
    texts = {path.relative_to(DOCS).as_posix(): path for path in sorted(DOCS.rglob("*.md"))}
    written = {path: file.read_text("utf-8") for path, file in texts.items()}
    made = {**room_pages(), **command_pages(run, written), **output_pages()}
    pages = {path: with_fragments(text, shots) for path, text in written.items()}
    return Handbook({**pages, **made}, frozenset(written))


def stage(folder: Path) -> Handbook:
    """Write the whole source of the site into a folder, in place of what is there.

    Parameters
    ----------
    folder : Path
        Where to; what was there before is removed.

    Returns
    -------
    Handbook
        What was written. Where there is no browser, the pages have no pictures of pages.

    Raises
    ------
    RuntimeError
        If an example or a picture's command fails.
    """
    pictures = {each.file: drawn(each).encode() for each in PICTURES}
    shots = taken()
    made = handbook(run_example, shots)
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in made.pages.items():
        _write(folder / path, _for_generator(path, text).encode())
    for file in _beside_pages():
        _write(folder / file.relative_to(DOCS), file.read_bytes())
    for name, content in {**pictures, **shots}.items():
        _write(folder / "reference" / "pictures" / name, content)
    return made


def _beside_pages() -> list[Path]:
    """List the files of ``docs`` that are no pages, such as pictures."""
    return [path for path in DOCS.rglob("*") if path.is_file() and path.suffix != ".md"]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _for_generator(path: str, text: str) -> str:
    """Say in the generator's words what our pages say in their own."""
    if path.endswith("index.md"):
        text = with_navigation(text)
    return _FENCE_FILE.sub(_captioned, _DOCTEST.sub(r"\1```", text))


def _captioned(found: re.Match[str]) -> str:
    """Show the name of a file above its contents; "model" is a word for our tests."""
    if found["file"] == "model":
        return f"```{found['language']}"
    return f"```{{code-block}} {found['language']}\n:caption: {found['file']}\n"
