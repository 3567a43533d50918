"""Commands on model files: check, schema, convert, and the gallery."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from satumeja.cli._common import (
    ModelPath,
    console,
    draw,
    give,
    load,
    print_json,
    tell,
)
from satumeja.cli._options import (
    AsJson,
    Drawn,
    In,
    Language,
    Out,
    OutIfAny,
    is_device,
    only,
)
from satumeja.errors import Fault, ModelError, OutputError

__all__ = ["check", "convert", "gallery", "rank", "schema", "set_part"]

_MODEL = "model"
"""The schema that is printed where none is named: that of the model file."""


def check(model: ModelPath, as_json: AsJson = False, language: In = Language.en) -> None:
    """Say what is in a model file, or what is wrong.

    Each fault is one line, file:line:column, with what was meant where it can be guessed.
    What is right but deserves a second look is a warning.
    """
    from satumeja import formats

    found = formats.describe(formats.load(model))
    if as_json:
        print_json(found.to_json())
        return
    give("".join(f"{line}\n" for line in found.lines(language.value)), None)


def rank(
    model: ModelPath,
    dm: Annotated[str, typer.Argument(metavar="DM", help="A decision maker, by id.")],
    figure: Drawn = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Rank the states for a decision maker, and say why.

    Between every two classes of the ranking stands what sets them apart, the most important
    statement that does, and what that rests on; an edit by hand where one put them so.
    --figure draws the preference tree.
    """
    from satumeja.model import order_of

    conflict = load(model)
    order = order_of(conflict, dm)
    if figure:
        draw("preference-tree", figure, language, conflict, dm)
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
    out: OutIfAny = None,
) -> None:
    """Set one part of a model file, and keep the rest, comments too.

    Nothing is written unless the result is a sound model; --out writes to another file than
    MODEL. Put -- before a value that begins with a dash.
    """
    from satumeja import formats
    from satumeja.files import write_whole

    if out is not None and _kind(out) != _kind(model):
        raise OutputError(f"{out}: the text stays as it is, so it ends in {_kind(model)}")
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
    tell(f"wrote {write_whole(out or model, edited)}")


def _kind(path: str) -> str:
    """Give the suffix of a file of text, one for each format."""
    return Path(path).suffix.lower().replace(".yml", ".yaml")


def schema(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of an output; the model file by default.")
    ] = _MODEL,
    listed: Annotated[
        bool, typer.Option("--list", help="Name them all, with what prints each.")
    ] = False,
) -> None:
    """Print the JSON Schema of a model file or an output.

    What commands print with --json names its schema in the key "schema": satumeja/NAME/1.
    """
    from satumeja import schemas

    only(listed, name == _MODEL, "--list does not go with the NAME of an output")
    if not listed:
        print_json(schemas.schema(name))
        return
    for output in schemas.outputs():
        printed_by = ", ".join(output.commands) or "Python"
        give(f"{output.name:18}{printed_by:12}{output.title}\n", None)


def convert(model: ModelPath, out: Out, language: In = Language.en) -> None:
    """Write a model in another format.

    From and to YAML, JSON, the files of GMCR+ (.gmcr), workbooks (.xlsx) and folders of CSV
    sheets; and, with its results, to GraphML, DOT and LaTeX (.graphml, .dot, .tex), whose
    words --language chooses. The suffix says which; a name without one is a folder.
    """
    from satumeja import exports, formats

    conflict = load(model)
    if Path(out).suffix.lower() in exports.EXPORTS:
        tell(f"wrote {exports.write(conflict, out, language=language.value)}")
    else:
        tell(f"wrote {formats.save(conflict, out)}")


def gallery(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A conflict of the gallery.")
    ] = None,
    out: OutIfAny = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """List the published conflicts that come along.

    With a name, print that conflict as a model file, or write it as --out names it: .yaml,
    .json, .gmcr, .xlsx, or a folder of CSV sheets.
    """
    from satumeja import gallery as catalogue

    only(out, name, "--out goes with the NAME of a conflict only")
    only(as_json, not name, "--json goes with the list only; of a conflict write --out FILE.json")
    if name is not None:
        _take(catalogue.text(name), out)
        return
    entries = catalogue.entries()
    if as_json:
        print_json({"schema": "satumeja/gallery/1", "conflicts": [e.to_json() for e in entries]})
        return
    from satumeja.brief.terminal import print_gallery

    print_gallery(entries, console(), language.value)


def _take(text: str, out: str | None) -> None:
    """Print or write a model file, in the format its new name says."""
    if out is None or _kind(out) == ".yaml" or is_device(out):
        give(text, out)
        return
    from satumeja import formats

    tell(f"wrote {formats.save(formats.loads(text, name='model.yaml'), out)}")
