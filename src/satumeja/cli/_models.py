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
    load,
    print_json,
)

__all__ = ["check", "convert", "gallery", "rank", "schema", "set_part"]


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


def rank(
    model: ModelPath,
    dm: Annotated[str, typer.Argument(metavar="DM", help="A decision maker, by id.")],
    tree: Annotated[
        str | None, typer.Option("--tree", help="Also draw the preference tree, as SVG.")
    ] = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Rank the states for a decision maker, and say why.

    Between every two classes of the ranking stands what sets them apart, the most important
    statement that does, and what that rests on; an edit by hand where one put them so.
    """
    from satumeja.model import order_of

    conflict = load(model)
    order = order_of(conflict, dm)
    if tree is not None:
        from satumeja.brief import preference_tree

        give(f"{preference_tree(conflict, dm, language=language.value).svg}\n", tree)
    if as_json:
        print_json(order.to_json(conflict))
        return
    from satumeja.brief.terminal import print_order

    print_order(conflict, order, console(), language.value)


def set_part(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A model file in YAML.")],
    part: Annotated[
        str,
        typer.Argument(
            metavar="PART", help="The way to it: a.b, a.b[2]; a.b+ adds to the end of a list."
        ),
    ],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What goes there, as YAML.")],
    out: Out = None,
) -> None:
    """Set one part of a model file, and keep the rest, comments too.

    Nothing is written unless the result is a sound model. Put -- before a value that begins
    with a dash.
    """
    from pathlib import Path

    from satumeja import formats
    from satumeja.errors import Fault, ModelError, OutputError
    from satumeja.files import write_whole

    formats.load(model)
    file = Path(model)
    if file.is_dir() or file.suffix.lower() == ".xlsx":
        raise ModelError(Fault("is made of sheets; set changes model files in YAML", model))
    before = file.read_bytes()
    text = before.decode("utf-8")
    edited = formats.edit(text, formats.key_path(part), formats.read_value(value), model)
    formats.loads(edited, model)
    if out is None and file.read_bytes() != before:
        raise OutputError(f"{model}: was changed while it was being edited; run it again")
    print(f"wrote {write_whole(out or model, edited)}", file=sys.stderr)  # noqa: T201


def schema(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of an output; the model file by default.")
    ] = "model",
    listed: Annotated[
        bool, typer.Option("--list", help="Name them all, with what prints each.")
    ] = False,
) -> None:
    """Print the JSON Schema of a model file or an output.

    What commands print with --json names its schema in the key "schema": satumeja/NAME/1.
    """
    from satumeja import schemas

    if not listed:
        print_json(schemas.schema(name))
        return
    for output in schemas.outputs():
        printed_by = ", ".join(output.commands) or "Python"
        sys.stdout.write(f"{output.name:18}{printed_by:12}{output.title}\n")


def convert(
    model: ModelPath,
    out: Annotated[
        str, typer.Option("--out", "-o", help="The file to write, or the folder of CSV sheets.")
    ],
) -> None:
    """Write a model in another format.

    From and to YAML, JSON, the files of GMCR+ (.gmcr), workbooks (.xlsx) and folders of CSV
    sheets; and, with its results, to GraphML, DOT and LaTeX (.graphml, .dot, .tex). The
    suffix says which; a name without one is a folder.
    """
    from pathlib import Path

    from satumeja import exports, formats

    conflict = load(model)
    export = Path(out).suffix.lower() in exports.EXPORTS
    written = exports.write(conflict, out) if export else formats.save(conflict, out)
    print(f"wrote {written}", file=sys.stderr)  # noqa: T201


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
    from satumeja.brief.terminal import print_gallery

    print_gallery(entries, console(), language.value)
