"""Commands on model files: check, schema, convert, and the gallery."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypedDict

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

if TYPE_CHECKING:
    from satumeja.formats import CitedContents
    from satumeja.model import Model, Text

__all__ = ["check", "cite", "convert", "gallery", "rank", "schema", "set_part"]

_MODEL = "model"
"""The schema that is printed where none is named: that of the model file."""


def check(model: ModelPath, as_json: AsJson = False, language: In = Language.en) -> None:
    """Say what is in a model file, or what is wrong.

    Each fault is one line, file:line:column, with what was meant where it can be guessed.
    What is right but deserves a second look is a warning. What is cited of dossier files is
    listed as it stands there now, and a warning says what is lost, was rejected, or has moved.
    """
    from satumeja import formats

    conflict = formats.load(model)
    found = formats.describe(conflict, **_evidence(conflict))
    if as_json:
        print_json(found.to_json())
        return
    give("".join(f"{line}\n" for line in found.lines(language.value)), None)


class _Cited(TypedDict, total=False):
    """What `describe` is told of evidence."""

    evidence: tuple[CitedContents, ...]
    remarks: tuple[Text, ...]


def _evidence(conflict: Model) -> _Cited:
    """Look up what a model cites, where it has sources."""
    if not conflict.sources:
        return {}
    from satumeja import evidence

    archive = evidence.Archive(conflict)
    return {"evidence": evidence.contents(archive), "remarks": evidence.remarks(archive)}


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

    before, _ = _editable(model, out, "set")
    path, content = formats.key_path(part), formats.read_value(value)
    _write_edited(formats.edit(before, path, content, model), model, before, out)


def _editable(model: str, out: str | None, command: str) -> tuple[str, Model]:
    """Give the text of a model file that is to be changed in place, and the model it states."""
    from satumeja import formats

    if out is not None and _kind(out) != _kind(model):
        raise OutputError(f"{out}: the text stays as it is, so it ends in {_kind(model)}")
    conflict, file = formats.load(model), Path(model)
    if file.is_dir() or file.suffix.lower() == ".xlsx":
        message = f"is made of sheets; {command} changes model files in YAML"
        raise ModelError(Fault(message, model))
    return file.read_bytes().decode("utf-8"), conflict


def _write_edited(edited: str, model: str, before: str, out: str | None) -> None:
    """Write a changed text, if it is a sound model and nobody else changed the file meanwhile."""
    from satumeja import formats
    from satumeja.files import write_whole

    formats.loads(edited, model)
    if out is None and Path(model).read_bytes().decode("utf-8", "replace") != before:
        raise OutputError(f"{model}: was changed while it was being edited; run it again")
    tell(f"wrote {write_whole(out or model, edited)}")


def cite(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A model file in YAML.")],
    out: OutIfAny = None,
    language: In = Language.en,
) -> None:
    """Renew what a model file cites: where the words stand now, with their fingerprints.

    Each reference to a statement or an act gets the fingerprint of its words, by which they
    are known again, and the place where they stand now; all else in the file stays as it is,
    comments too. What is lost or was rejected is named and left alone. --out writes to another
    file than MODEL.
    """
    from satumeja import evidence

    before, conflict = _editable(model, out, "cite")
    archive = evidence.Archive(conflict)
    renewed = evidence.cite(archive, before, model)
    for old, new in renewed.changes:
        tell(f"{old} -> {new}")
    for line in evidence.left_in_words(renewed):
        tell(f"{model}: {line.in_language(language.value)}")
    if renewed.changes or out:
        _write_edited(renewed.text, model, before, out)
    else:
        tell(f"{model}: nothing to renew")


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
