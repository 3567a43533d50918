"""Commands on model files: check, schema, convert, and the gallery."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from satumeja.cli._common import (
    AsJson,
    In,
    Language,
    ModelPath,
    Out,
    console,
    give,
    print_json,
)

__all__ = ["check", "convert", "gallery", "schema"]


def check(model: ModelPath, as_json: AsJson = False) -> None:
    """Say what is in a model file, or what is wrong.

    Each fault is one line, file:line:column, with what was meant where it can be guessed.
    """
    from satumeja import formats

    found = formats.describe(formats.load(model))
    if as_json:
        print_json(found.to_json())
        return
    sys.stdout.write(f"{found}\n")


def schema() -> None:
    """Print the JSON Schema of the model file."""
    from satumeja import formats

    print_json(formats.json_schema())


def convert(
    model: ModelPath,
    out: Annotated[
        str, typer.Option("--out", "-o", help="The file to write, or the folder of CSV sheets.")
    ],
) -> None:
    """Write a model in another format.

    From and to YAML, JSON, the files of GMCR+ (.gmcr), workbooks (.xlsx) and folders of CSV
    sheets. The suffix says which; a name without one is a folder.
    """
    from satumeja import formats

    print(f"wrote {formats.save(formats.load(model), out)}", file=sys.stderr)  # noqa: T201


def gallery(
    name: Annotated[str | None, typer.Argument(help="A conflict of the gallery.")] = None,
    out: Out = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """List the published conflicts that come along.

    With a name, write that conflict as a model file.
    """
    from satumeja import gallery as catalogue

    if name is not None:
        give(catalogue.text(name), out)
        return
    entries = catalogue.entries()
    if as_json:
        print_json({"schema": "satumeja/gallery/1", "conflicts": [e.to_json() for e in entries]})
        return
    from satumeja.brief import print_gallery

    print_gallery(entries, console(), language.value)
