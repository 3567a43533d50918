"""The figures and the tables of the field, as the site shows them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from handbook._examples import in_folder, run_line
from handbook._prose import fenced
from satumeja import brief, gallery, stability
from satumeja.model import Affected, Text

__all__ = [
    "PICTURES",
    "Picture",
    "drawn",
    "field_table_views",
    "figure_views",
]

_FOLDER = "pictures"


@dataclass(frozen=True)
class Picture:
    """A figure that the site shows.

    Parameters
    ----------
    name : str
        Its kind, and what its file is called, without the suffix.
    title : str
        What it is called.
    shows : str
        What it shows, and how to read it.
    run : tuple of str
        The commands that make it, in an empty folder; the last one draws ``NAME.svg``.
    """

    name: str
    title: str
    shows: str
    run: tuple[str, ...]

    @property
    def by(self) -> str:
        """The function of `satumeja.brief` that draws it."""
        return str(getattr(brief.FIGURES[self.name].draw, "__name__", ""))

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.svg"


def _pictures() -> tuple[Picture, ...]:
    text = Path(__file__).with_name("pictures.toml").read_text("utf-8")
    return tuple(
        Picture(name, entry["title"], entry["shows"], tuple(entry["run"]))
        for name, entry in tomllib.loads(text).items()
    )


PICTURES = _pictures()
"""Every figure that the site shows, in its order."""


def drawn(picture: Picture) -> str:
    """Draw a picture, by the commands that are shown with it.

    Parameters
    ----------
    picture : Picture
        One of `PICTURES`.

    Returns
    -------
    str
        The picture, as SVG.

    Raises
    ------
    RuntimeError
        If a command fails.
    """
    with in_folder() as folder:
        for line in picture.run:
            run_line(line, folder)
        return (folder / picture.file).read_text("utf-8")


def figure_views() -> str:
    """Show every figure, with what draws it.

    Returns
    -------
    str
        A section in Markdown for each.
    """
    return "\n\n".join(_view(each) for each in PICTURES)


def _view(picture: Picture) -> str:
    commands = "\n".join(f"$ {line}" for line in picture.run)
    return (
        f"### {picture.title}\n\n{picture.shows}\n\n"
        f"![{picture.title}]({_FOLDER}/{picture.file})\n\n"
        f"{fenced(commands, 'console')}\n\n"
        f"From Python: [`{picture.by}`](python/brief.md#{picture.by})"
    )


_SHOWN = "december-2021-b"
"""The conflict whose tables are shown; that of Elmira where it has too many states."""

_SMALL = (
    "options",
    "infeasible",
    "states",
    "tableau",
    "stability",
    "ranking",
    "status-quo",
    "moves",
    "evolution",
)


_LINK = re.compile(r'<a href="#[^"]*"[^>]*>(.*?)</a>', re.S)
"""A link to the evidence, which stands elsewhere in a brief."""


def field_table_views() -> str:
    """Show every kind of table, of a conflict of the gallery.

    Returns
    -------
    str
        A section for each kind, in Markdown with tables in HTML.
    """
    affected = Affected("ukraine", Text("Ukraine"), Text("It is spoken about, without a seat"))
    few = stability.analyse(gallery.load("elmira"))
    many = stability.analyse(replace(gallery.load(_SHOWN), affected=(affected,)))
    shown = {kind: few if kind in _SMALL else many for kind in brief.TABLES}
    return "\n\n".join(f"### `{kind}`\n\n{_first(of, kind)}" for kind, of in shown.items())


def _first(analysis: stability.Analysis, kind: str) -> str:
    tables = brief.field_tables(analysis, [kind])[kind]
    if not tables:
        return "Made where the model has something for it."
    note = f"\n\n{tables[0].note}" if tables[0].note else ""
    text = _LINK.sub(r"\1", tables[0].html())
    return f'<div class="field-table">{text}</div>{note}'
