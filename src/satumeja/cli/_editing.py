"""Commands that change model files in place: set and cite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from satumeja.cli._common import kind_of, tell
from satumeja.cli._options import In, Language, OutIfAny, UsageError, only
from satumeja.errors import Fault, ModelError, OutputError

if TYPE_CHECKING:
    from satumeja.formats.editing import Operation
    from satumeja.model import Model

__all__ = ["cite", "set_part"]

_WAYS = "--move, --insert, --remove, --rename, --off, --restore and --ops"


def set_part(
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A model file in YAML.")],
    part: Annotated[
        str | None,
        typer.Argument(
            metavar="PART", help="The way to it: a.b, a.b[2]; a.b+ adds to the end of a list."
        ),
    ] = None,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help="What goes there, as YAML.")
    ] = None,
    move: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--move",
            metavar="PART PLACE",
            help="Move an item: PLACE is where it is then, a.b[0]; also of a key in a mapping.",
        ),
    ] = None,
    insert: Annotated[
        tuple[str, str] | None,
        typer.Option("--insert", metavar="PART VALUE", help="Put in an item there, or a key."),
    ] = None,
    after: Annotated[
        str | None,
        typer.Option("--after", metavar="KEY", help="The key that one moved or put in follows."),
    ] = None,
    remove: Annotated[
        str | None, typer.Option("--remove", metavar="PART", help="Take an item out.")
    ] = None,
    rename: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--rename", metavar="PART ID", help="Give an id of another name, wherever it is used."
        ),
    ] = None,
    off: Annotated[
        str | None, typer.Option("--off", metavar="PART", help="Comment an item out.")
    ] = None,
    restore: Annotated[
        str | None,
        typer.Option("--restore", metavar="PART", help="Take in again what --off commented out."),
    ] = None,
    ops: Annotated[
        str | None,
        typer.Option("--ops", metavar="FILE", help="Do all of a JSON list of such changes."),
    ] = None,
    out: OutIfAny = None,
) -> None:
    """Change a part of a model file, and keep the rest, comments too.

    A comment goes with the item it stands at. Nothing is written unless the result is a sound
    model; --out writes to another file than MODEL. Put -- before a value that begins with a
    dash.
    """
    from satumeja import formats

    operations = _operations(
        part,
        value,
        ops,
        after,
        move=move,
        insert=insert,
        rename=rename,
        remove=remove,
        off=off,
        restore=restore,
    )
    before, _ = _editable(model, out, "set")
    _write_edited(formats.apply(before, operations, name=model), model, before, out)


def _operations(
    part: str | None, value: str | None, file: str | None, after: str | None, **flags: Any
) -> list[Operation | dict[str, Any]]:
    """Read the changes to make: one, or those of a file."""
    named = [flag for flag, words in flags.items() if words is not None]
    if (part is not None) + (file is not None) + len(named) != 1:
        raise UsageError(f"say PART and VALUE, or one of {_WAYS}; several changes go in a file")
    only(after, {"move", "insert"} & set(named), "--after goes with --move and --insert only")
    if part is not None:
        if value is None:
            raise UsageError("say the VALUE that goes there, or use --remove")
        return [_set(part, value)]
    if file is not None:
        return _of_file(file)
    return [_operation(named[0], flags[named[0]], after)]


def _set(part: str, value: str) -> Operation:
    from satumeja import formats

    return formats.Set(formats.key_path(part), formats.read_value(value))


def _operation(flag: str, words: Any, after: str | None) -> Operation:
    from satumeja import formats

    match flag:
        case "move":
            return formats.Move(words[0], words[1], after=after)
        case "insert":
            return formats.Insert(words[0], formats.read_value(words[1]), after=after)
        case "rename":
            return formats.Rename(*words)
        case "remove":
            return formats.Remove(words)
        case "off":
            return formats.Off(words)
        case _:
            return formats.On(words)


def _of_file(file: str) -> list[Operation | dict[str, Any]]:
    """Read a file of changes: a JSON list of mappings."""
    try:
        content = json.loads(Path(file).read_bytes())
    except OSError as error:
        raise ModelError(Fault(f"the file cannot be read: {error.strerror}", file)) from None
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg.lower()}"
        raise ModelError(Fault(message, file, error.lineno, error.colno)) from None
    except (ValueError, RecursionError):  # no text, a number of thousands of digits, too deep
        raise ModelError(Fault("not JSON", file)) from None
    if not isinstance(content, list):
        raise ModelError(
            Fault('not a list of changes, such as [{"op": "remove", "at": "a"}]', file)
        )
    return content


def _editable(model: str, out: str | None, command: str) -> tuple[str, Model]:
    """Give the text of a model file that is to be changed in place, and the model it states."""
    from satumeja import formats

    if out is not None and kind_of(out) != kind_of(model):
        raise OutputError(f"{out}: the text stays as it is, so it ends in {kind_of(model)}")
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
    written = write_whole(out or model, edited, over=before if out is None else None)
    tell(f"wrote {written}")


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
