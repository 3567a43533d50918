"""What commands share: the application, the kinds of argument, and how to answer."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from satumeja.brief import Figure
    from satumeja.model import Model

__all__ = [
    "ALL",
    "AsJson",
    "Concepts",
    "Drawn",
    "In",
    "Language",
    "ModelPath",
    "Out",
    "ReportPath",
    "console",
    "draw",
    "give",
    "load",
    "names",
    "print_json",
]


class Language(StrEnum):
    """The languages the program speaks."""

    en = "en"
    id = "id"


ReportPath = Annotated[
    str,
    typer.Argument(metavar="REPORT", help="A report: text, HTML or PDF; - is standard input."),
]
ModelPath = Annotated[
    str,
    typer.Argument(
        metavar="MODEL", help="A model: .yaml, .json, .gmcr, a workbook or folder of sheets."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON in a published schema.")]
In = Annotated[Language, typer.Option("--language", "-l", help="Language of the words.")]
Concepts = Annotated[
    str,
    typer.Option("--concept", "-c", help="Solution concepts, separated by commas."),
]
Drawn = Annotated[str | None, typer.Option("--figure", help="Draw it too: .svg, .html or .tex.")]
Out = Annotated[str | None, typer.Option("--out", "-o", help="Write to this file.")]

ALL = "nash,gmr,smr,seq,sseq"


def console() -> Console:
    """Return the terminal's page: plain words, no markup read into them."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def load(path: str) -> Model:
    """Read a model file, and tell on stderr what in it has no effect."""
    from satumeja import formats

    model = formats.load(path)
    for note in model.notes:
        print(f"note: {note}", file=sys.stderr)  # noqa: T201
    return model


def print_json(data: Any) -> None:
    """Print data as JSON, and nothing else, on stdout."""
    # Counts of rankings are exact, and may have more than the 4,300 digits Python writes unasked.
    most = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        text = json.dumps(data, ensure_ascii=False, indent=1)
    finally:
        sys.set_int_max_str_digits(most)
    sys.stdout.write(f"{text}\n")


def give(text: str, out: str | None) -> None:
    """Print a text, or write it whole to a file and say so."""
    if out is None:
        sys.stdout.write(text)
        return
    from satumeja.files import write_whole

    print(f"wrote {write_whole(out, text)}", file=sys.stderr)  # noqa: T201


def draw(figure: Figure, out: str, language: Language) -> None:
    """Write a figure to a file, in the format its suffix says, and say so."""
    from satumeja.brief import write_figure

    print(f"wrote {write_figure(figure, out, language.value)}", file=sys.stderr)  # noqa: T201


def names(listed: str) -> list[str]:
    """Part a list that is separated by commas."""
    return [name.strip() for name in listed.split(",") if name.strip()]
