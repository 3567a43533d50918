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
    kind_of,
    load,
    print_json,
    tell,
)
from satumeja.cli._options import (
    AsJson,
    Drawn,
    Fragment,
    In,
    InLayout,
    Language,
    Out,
    OutIfAny,
    is_device,
    only,
    paper_for,
)
from satumeja.display import visible

if TYPE_CHECKING:
    from satumeja.formats import CitedContents
    from satumeja.model import Model, Text

__all__ = ["check", "convert", "gallery", "rank", "schema"]

_SOON = 16
"""The most options of a model that is analysed where nothing but its contents was asked for."""
_MODEL = "model"
"""The schema that is printed where none is named: that of the model file."""


def check(model: ModelPath, as_json: AsJson = False, language: In = Language.en) -> None:
    """Say what is in a model file, or what is wrong.

    Each fault is one line, file:line:column, with what was meant where it can be guessed.
    What is right but deserves a second look is a warning. What is cited of dossier files is
    listed as it stands there now, and a warning says what is lost, was rejected, or has moved.
    Last, in plain words, what it takes for the status quo to hold, of up to 16 options.
    """
    from satumeja import formats

    conflict = formats.load(model)
    found = formats.describe(conflict, **_evidence(conflict))
    if as_json:
        print_json(found.to_json())
        return
    give("".join(f"{visible(line)}\n" for line in found.lines(language.value)), None)
    _tell_hold(conflict, language)


def _tell_hold(conflict: Model, language: Language) -> None:
    """Say what it takes for the present situation to hold, where that is soon decided."""
    if conflict.status_quo is None or len(conflict.options) > _SOON:
        return
    from satumeja.brief.sentences import held
    from satumeja.brief.words import Phrases, Words
    from satumeja.stability import analyse

    hold = analyse(conflict, ["nash"]).hold(most=1)
    line = held(Phrases(conflict, Words(language.value)), hold, is_now=True)
    give(f"{visible(line)}\n", None)


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
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Rank the states for a decision maker, and say why.

    Between every two classes of the ranking stands what sets them apart, the most important
    statement that does, and what that rests on; an edit by hand where one put them so.
    --figure draws the preference tree.
    """
    from satumeja.model import order_of

    paper = paper_for(figure, layout, fragment, "--figure")
    conflict = load(model)
    order = order_of(conflict, dm)
    if figure:
        draw("preference-tree", figure, language, conflict, dm, paper=paper)
    if as_json:
        print_json(order.document(conflict))
        return
    from satumeja.brief.terminal import print_order

    print_order(conflict, order, console(), language.value)


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
        give(f"{output.name:18}{printed_by:15}{output.title}\n", None)


def convert(
    model: ModelPath,
    out: Out,
    layout: InLayout = None,
    fragment: Fragment = False,
    language: In = Language.en,
) -> None:
    """Write a model in another format.

    From and to YAML, JSON, the files of GMCR+ (.gmcr) and of Gambit (.nfg), workbooks (.xlsx)
    and folders of CSV sheets; and, with its results, to GraphML, DOT and LaTeX (.graphml,
    .dot, .tex), whose words --language chooses. The suffix says which; a name without one is
    a folder.
    """
    from satumeja import exports, formats

    paper = paper_for(out, layout, fragment)
    conflict = load(model)
    if Path(out).suffix.lower() in exports.EXPORTS:
        tell(f"wrote {exports.write(conflict, out, language=language.value, paper=paper)}")
    else:
        tell(f"wrote {formats.save(conflict, out)}")


def gallery(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A conflict of the gallery.")
    ] = None,
    out: OutIfAny = None,
    outcomes: Annotated[
        bool, typer.Option("--outcomes", help="List what happened in them instead.")
    ] = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """List the published conflicts that come along.

    With a name, print that conflict as a model file, or write it as --out names it: .yaml,
    .json, .gmcr, .xlsx, or a folder of CSV sheets. With --outcomes, list what happened in those
    where that is known: the states that stand for it, who said so, and where it can be read up.
    """
    from satumeja import gallery as catalogue

    only(out, name, "--out goes with the NAME of a conflict only")
    only(as_json, not name, "--json goes with the list only; of a conflict write --out FILE.json")
    only(outcomes, not name, "--outcomes goes with the list only")
    if outcomes:
        _happened(as_json, language)
        return
    if name is not None:
        _take(catalogue.text(name), out)
        return
    entries = catalogue.entries()
    if as_json:
        print_json({"schema": "satumeja/gallery/1", "conflicts": [e.to_json() for e in entries]})
        return
    from satumeja.brief.terminal import print_gallery

    print_gallery(entries, console(), language.value)


def _happened(as_json: bool, language: Language) -> None:
    """List what happened in the conflicts of the gallery."""
    from satumeja.gallery import outcomes

    if as_json:
        listed = [outcome.to_json() for outcome in outcomes()]
        print_json({"schema": "satumeja/outcomes/1", "outcomes": listed})
        return
    from satumeja.brief.terminal import print_outcomes

    print_outcomes(outcomes(), console(), language.value)


def _take(text: str, out: str | None) -> None:
    """Print or write a model file, in the format its new name says."""
    if out is None or kind_of(out) == ".yaml" or is_device(out):
        give(text, out)
        return
    from satumeja import formats

    tell(f"wrote {formats.save(formats.loads(text, name='model.yaml'), out)}")
