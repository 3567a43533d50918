"""What commands share: how they read models and states, and how they answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from satumeja.cli._json import json_text, print_json, print_text, tell
from satumeja.cli._options import Language, UsageError
from satumeja.display import visible
from satumeja.errors import Fault, ModelError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from satumeja.brief import Figure, Paper
    from satumeja.model import Model

__all__ = [
    "DossierPath",
    "ModelPath",
    "ReportPath",
    "code_of",
    "console",
    "draw",
    "give",
    "json_text",
    "kind_of",
    "load",
    "names",
    "number_of",
    "one_concept",
    "print_json",
    "progress_bar",
    "tell",
    "write_drawn",
]

_WITHOUT_CAPTION = (".svg", ".csv")
"""Files of a figure in which its caption does not stand."""

ReportPath = Annotated[
    str,
    typer.Argument(metavar="REPORT", help="A report, or a file of many; - is standard input."),
]
DossierPath = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="A dossier file, as satumeja dossier makes it.")
]
ModelPath = Annotated[
    str,
    typer.Argument(
        metavar="MODEL", help="A model: .yaml, .json, .gmcr, a workbook or folder of sheets."
    ),
]


def console() -> Console:
    """Return the terminal's page: plain words, no markup read into them."""
    from rich.console import Console

    class Page(Console):
        """A page on which nothing steers the terminal but its own colours.

        It says so when nobody reads it any more, for `main` to end quietly.
        """

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

        def render_str(self, text: str, **settings: Any) -> Text:
            return super().render_str(visible(text, spared="\n\t"), **settings)

    return Page(highlight=False, markup=False, emoji=False)


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar of how much is done, where somebody looks at stderr; it leaves nothing there."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        row = bar.add_task(what, total=None)
        yield lambda now, total: bar.update(row, completed=now, total=total)


def kind_of(path: str) -> str:
    """Give the suffix of a file of text, one for each format."""
    return Path(path).suffix.lower().replace(".yml", ".yaml")


def load(path: str) -> Model:
    """Read a model file, and tell on stderr what in it has no effect."""
    from satumeja import formats

    try:
        model = formats.load(path)
    except ModelError:
        _require_there(path)
        raise
    for note in model.notes:
        tell(f"note: {note}")
    return model


def _require_there(path: str) -> None:
    """Where no file is, but the gallery has a conflict of the name, say how to get it."""
    from satumeja import gallery

    name = Path(path).stem
    if not os.path.lexists(path) and name in {entry.id for entry in gallery.entries()}:
        command = f"satumeja gallery {name} -o {name}.yaml"
        raise ModelError(Fault(f"there is no such file; for the gallery's: {command}", path))


def number_of(model: Model, name: str | None) -> int | None:
    """Give the number of the state a person names, None where none is named.

    Every command finds states here, or in `code_of` where they are not listed: by number,
    option form, name, or ``status_quo``.
    """
    return None if name is None else model.find_state(name)


def code_of(model: Model, name: str | None) -> int | None:
    """Give the decimal of the state a person names, where states are not listed."""
    if name is None or (code := model.find_code(name)) is not None:
        return None if name is None else code
    from satumeja import stability

    return stability.analyse_symbolically(model, []).find_state(name)


def give(text: str, out: str | None) -> None:
    """Print a text, or write it whole to a file and say so."""
    if out is None:
        print_text(text)
        return
    from satumeja.files import write_whole

    tell(f"wrote {write_whole(out, text)}")


def draw(
    kind: str, out: str, language: Language, *answers: object, paper: Paper | None = None
) -> None:
    """Draw a kind of figure from what was answered, write it to a file, and say so."""
    from satumeja.brief import FIGURES

    write_drawn(FIGURES[kind].draw(*answers, language=language.value), out, language, paper)


def write_drawn(figure: Figure, out: str, language: Language, paper: Paper | None = None) -> None:
    """Write a figure to a file, in the format its suffix says, and say so."""
    from satumeja.brief import write_figure

    written = write_figure(figure, out, language.value, paper)
    tell(f"wrote {written}")
    if figure.left_out and written.suffix.lower() in _WITHOUT_CAPTION:
        tell(f"{written}: {figure.left_out}")


def names(listed: str) -> list[str]:
    """Part a list of concepts that is separated by commas; to name none is wrong usage."""
    asked = [name.strip() for name in listed.split(",") if name.strip()]
    if not asked:
        raise UsageError("--concept: name one at least")
    return asked


def one_concept(listed: str) -> str:
    """Give the one concept that is asked about; several are wrong usage."""
    asked = names(listed)
    if len(asked) != 1:
        raise UsageError(f'--concept: name one, not "{listed}"')
    return asked[0]
