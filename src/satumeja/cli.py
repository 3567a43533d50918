"""The commands: thin, one function each.

Exit codes: 0 done; 1 the input is wrong, one line a fault; 2 wrong usage.
`--json` goes to stdout alone; everything else a person is told goes to stderr
or is the page asked for.
"""

from __future__ import annotations

import json
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from satumeja.errors import SatuMejaError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["app", "main"]

app = typer.Typer(
    name="satumeja",
    help="From the reports on a conflict to the outcomes that hold, and why.",
    epilog="Start with: satumeja demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        sys.stdout.write(f"satumeja {version('satumeja')}\n")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Take the options that stand before any command."""


class Language(StrEnum):
    """The languages the program speaks."""

    en = "en"
    id = "id"


class Engine(StrEnum):
    """The engines that decide stability."""

    auto = "auto"
    explicit = "explicit"


class Convention(StrEnum):
    """Whether a state may be a sanction of itself."""

    set = "set"
    matrix = "matrix"


ReportPath = Annotated[str, typer.Argument(metavar="REPORT", help="A report as a text file.")]
ModelPath = Annotated[str, typer.Argument(metavar="MODEL", help="A model file (.yaml or .json).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON in a published schema.")]
In = Annotated[Language, typer.Option("--language", "-l", help="Language of the words.")]
Concepts = Annotated[
    str,
    typer.Option("--concept", "-c", help="Solution concepts, separated by commas."),
]
Out = Annotated[str | None, typer.Option("--out", "-o", help="Write to this file.")]

_ALL = "nash,gmr,smr,seq,sseq"


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False)


def _print_json(data: Any) -> None:
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def _give(text: str, out: str | None) -> None:
    """Print a text, or write it whole to a file and say so."""
    if out is None:
        sys.stdout.write(text)
        return
    from satumeja.files import write_whole

    print(f"wrote {write_whole(out, text)}", file=sys.stderr)  # noqa: T201


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


@app.command()
def read(report: ReportPath, as_json: AsJson = False, language: In = Language.en) -> None:
    """Read a report: who said and did what, and when.

    The report is a text in Indonesian or English, as copied from a page, with or without
    the furniture around the story. Every finding points at the words it comes from.
    """
    from satumeja import dossier
    from satumeja.report import load, parse

    found = dossier.read(parse(load(report), report))
    if as_json:
        _print_json(found.to_json())
        return
    from satumeja.brief import print_dossier

    print_dossier(found, _console(), language.value)


@app.command()
def draft(report: ReportPath, out: Out = None) -> None:
    """Draft a model from a report.

    Every proposed decision maker, option and preference cites the statements it rests on. A
    draft is a start: its comments say what the analyst must still decide.
    """
    from satumeja import dossier
    from satumeja.report import load, parse

    found = dossier.read(parse(load(report), report))
    folder = Path(out).parent if out else Path()
    path = os.path.relpath(report, folder or Path())
    _give(dossier.draft(found, report_path=path), out)


@app.command()
def check(model: ModelPath, as_json: AsJson = False) -> None:
    """Say what is in a model file, or what is wrong.

    Each fault is one line, file:line:column, with what was meant where it can be guessed.
    """
    from satumeja import formats

    found = formats.describe(formats.load(model))
    if as_json:
        _print_json(found.to_json())
        return
    sys.stdout.write(f"{found}\n")


@app.command()
def schema() -> None:
    """Print the JSON Schema of the model file."""
    from satumeja import formats

    _print_json(formats.json_schema())


@app.command()
def analyse(
    model: ModelPath,
    concept: Concepts = _ALL,
    engine: Annotated[Engine, typer.Option(help="How to decide.")] = Engine.auto,
    convention: Annotated[
        Convention,
        typer.Option(help="May a state sanction itself? Matters in graph form only."),
    ] = Convention.set,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Decide which states hold, and for whom.

    A state holds (is an equilibrium) under a concept when it is stable for every decision
    maker. Concepts: nash (nobody can improve), gmr (every improvement can be answered), smr
    (and the answer stands a counter-move), seq (the answers are credible), sseq (both).
    Further ones that need no more than a model: sim, l2, l3 ..., nm, cnash, cgmr, csmr, cseq.
    """
    del engine  # one engine so far: auto and explicit are the same
    from satumeja import formats, stability

    conflict, asked = formats.load(model), _names(concept)
    basic = [name for name in asked if name in stability.CONCEPTS]
    further = [stability.decide_further(conflict, name) for name in asked if name not in basic]
    result = stability.analyse(conflict, basic, convention.value)
    if as_json:
        data = result.to_json()
        for each in further:
            found = each.to_json()
            data["equilibria"][each.concept.id] = found["equilibria"]
            data["stable"][each.concept.id] = {
                "+".join(stable["party"]): stable["states"] for stable in found["stable"]
            }
        _print_json(data)
        return
    from satumeja.brief import print_analysis, print_further

    if basic:
        print_analysis(result, _console(), language.value)
    print_further(further, _console(), language.value)


@app.command()
def explain(
    model: ModelPath,
    state: Annotated[
        str,
        typer.Argument(help="A state: its number, its option form, its id, or status_quo."),
    ],
    dm: Annotated[
        str | None, typer.Option("--for", "-f", help="Only for this decision maker.")
    ] = None,
    concept: Concepts = _ALL,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say why a state is or is not stable.

    The answer names the moves that prove it.

    Unstable: the improvement that nobody answers. Stable: for each improvement, the moves
    by which the others answer it, and who makes them.
    """
    from satumeja import formats, stability

    conflict = formats.load(model)
    for_whom = [conflict[dm].id] if dm else [each.id for each in conflict.decision_makers]
    verdicts = stability.explain_all(
        conflict, [conflict.find_state(state)], for_whom, _names(concept)
    )
    if as_json:
        _print_json({"schema": "satumeja/verdicts/1", "verdicts": [v.to_json() for v in verdicts]})
        return
    from satumeja.brief import print_verdicts

    print_verdicts(conflict, verdicts, _console(), language.value)


@app.command()
def brief(
    model: ModelPath,
    out: Annotated[str, typer.Option("--out", "-o", help="The file to write.")] = "brief.html",
    concept: Concepts = _ALL,
    language: In = Language.en,
) -> None:
    """Write a brief as one HTML file, in both languages.

    On top what was asked and the answer in plain words; then the assumptions and their
    sources, tables, figures, each verdict with its reasons, method and limits.
    """
    from satumeja import formats, stability
    from satumeja.brief import render

    result = stability.analyse(formats.load(model), _names(concept))
    _give(render(result.model, result, language=language.value), out)


@app.command()
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
        _give(catalogue.text(name), out)
        return
    entries = catalogue.entries()
    if as_json:
        _print_json({"schema": "satumeja/gallery/1", "conflicts": [e.to_json() for e in entries]})
        return
    from satumeja.brief import print_gallery

    print_gallery(entries, _console(), language.value)


@app.command()
def demo(
    out: Annotated[str, typer.Option("--out", "-o", help="The folder to write to.")] = (
        "demo-output"
    ),
    language: In = Language.en,
) -> None:
    """Go the whole way once, from a report to a brief.

    Reads a report that comes along, drafts a model from it, analyses and explains the model
    an analyst made of it, writes a brief, and names the commands to try next.
    """
    from satumeja.demo import run

    run(Path(out), _console(), language.value)


def main() -> None:
    """Run the command line; every error raised on purpose is one line and exit code 1."""
    try:
        app(standalone_mode=True)
    except SatuMejaError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
