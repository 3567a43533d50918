"""What is typed after a command: each flag with one letter, one meaning, one explanation.

Commands take these alone or add flags of their own, under names that stand for nothing else.
`FORMER` has the spellings that were documented once: they go on working, and no help tells
of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from satumeja.errors import OutputError, ReportError

if TYPE_CHECKING:
    from satumeja.brief import Paper

__all__ = [
    "ALL",
    "FORMATS",
    "FORMER",
    "AsCsv",
    "AsJson",
    "AsOf",
    "AsStrings",
    "AtTable",
    "Blocks",
    "Chosen",
    "Columns",
    "Concepts",
    "Convention",
    "Drawn",
    "Engine",
    "FigureKind",
    "For",
    "ForEach",
    "Fragment",
    "From",
    "Improvements",
    "In",
    "InLayout",
    "Jobs",
    "Kind",
    "Language",
    "Layout",
    "Only",
    "Out",
    "OutIfAny",
    "PathPart",
    "Published",
    "PublishedFrom",
    "Reader",
    "ReaderModel",
    "Sanctioning",
    "Seed",
    "State",
    "StateIfAny",
    "States",
    "TableKinds",
    "To",
    "UsageError",
    "is_device",
    "only",
    "only_json",
    "paper_for",
    "published_at",
    "require_format",
]

FORMER: Mapping[str, Mapping[str, str]] = {
    "correct": {"-s": "--set"},
    "figure": {"--most": "--states"},
    "invert": {"--dm": "--for"},
    "rank": {"--tree": "--figure"},
    "sweep": {"-n": "--profiles"},
}
"""By command, spellings of old and what they are now."""

_FIGURE = (".svg", ".html", ".tex")
_YAML = (".yaml", ".yml")
_TEXT = (*_YAML, ".json", ".gmcr", ".nfg")
_MODEL = (*_TEXT, ".xlsx")

FORMATS: Mapping[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("", "--figure"): ("this figure", _FIGURE),
    ("backtest", "--out"): ("a frozen backtest", (*_YAML, ".json")),
    ("brief", "--out"): ("a brief", (".html", ".pdf", ".docx")),
    ("brief", "--template"): ("a template", (".docx",)),
    ("convert", "--out"): ("a model", (*_MODEL, ".graphml", ".dot", ".tex", "")),
    ("dossier", "--html"): ("a page", (".html",)),
    ("draft", "--out"): ("a draft", _YAML),
    ("exchange", "--out"): ("a dossier", (".qdpx", ".csv", ".xlsx", ".json", ".ris")),
    ("figure", "--out"): ("a figure", (*_FIGURE, ".csv")),
    ("gallery", "--out"): ("a model", (*_MODEL, "")),
    ("hypergame", "--out"): ("a game", _TEXT),
    ("sweep", "--out"): ("a sweep", (*_FIGURE, ".xlsx", ".csv", ".json")),
    ("tables", "--out"): ("a table", (*_FIGURE, ".xlsx", ".csv", "")),
}
"""By command (any, where none is named) and flag: what is written, and the suffixes it takes.

No suffix stands for a folder. They are checked before anything is read or decided.
"""

ALL = "nash,gmr,smr,seq,sseq"
"""The concepts that are asked for where none are named."""


class Language(StrEnum):
    """The languages the program speaks."""

    en = "en"
    id = "id"


class PathPart(StrEnum):
    """The parts of a path that may hold the day of publication."""

    name = "name"
    folder = "folder"


class Engine(StrEnum):
    """The engines that decide stability."""

    auto = "auto"
    explicit = "explicit"
    symbolic = "symbolic"


class Convention(StrEnum):
    """Whether a state may be a sanction of itself."""

    set = "set"
    matrix = "matrix"


class Kind(StrEnum):
    """The figures, by their names in `satumeja.brief.FIGURES`."""

    integrated = "integrated"
    individual = "individual"
    status_quo = "status-quo"
    ranking = "ranking"
    preference_tree = "preference-tree"
    seating = "seating"
    deal_zone = "deal-zone"
    opening_sets = "opening-sets"
    zone_dates = "zone-dates"
    tornado = "tornado"
    distance_map = "distance-map"
    lattice = "lattice"


class Layout(StrEnum):
    """How LaTeX is laid out."""

    flow = "flow"
    column = "column"
    page = "page"


def is_device(path: str) -> bool:
    """Whether a path leads to a device or a pipe, such as ``/dev/stdout``."""
    there = Path(path)
    return there.exists() and not (there.is_file() or there.is_dir())


def require_format(command: str, flag: str, path: object) -> None:
    """Require that the suffix of a file to write says one of its formats (`FORMATS`).

    A device or a pipe has no suffix, and takes what is written where there is one format only.

    Raises
    ------
    OutputError
        If it says none of them; the message lists them.
    """
    what, suffixes = FORMATS.get((command, flag)) or FORMATS.get(("", flag), ("", ()))
    if not suffixes or not isinstance(path, str) or Path(path).suffix.lower() in suffixes:
        return
    if is_device(path):
        return
    *others, last = [suffix or "a folder" for suffix in suffixes]
    known = f"{', '.join(others)} or {last}" if others else last
    raise OutputError(f"{path}: {what} is written as {known}")


class UsageError(typer.BadParameter):
    """Wrong usage: exit code 2, with the words as they are."""

    def format_message(self) -> str:
        """Say what is wrong with what was typed."""
        return self.message


def only(given: object, fits: object, words: str) -> None:
    """Refuse, as wrong usage, a flag that would do nothing beside the others.

    Parameters
    ----------
    given, fits : object
        Whether the flag is given, and whether it has something to act on: by their truth.
    words : str
        What it goes with.

    Raises
    ------
    UsageError
        If it is given and does not fit.
    """
    if given and not fits:
        raise UsageError(words)


def only_json(as_strings: bool, as_json: object) -> None:
    """Refuse to write decimals as strings where no JSON is written."""
    only(as_strings, as_json, "--decimals-as-strings goes with --json only")


def paper_for(
    file: str | None, layout: Layout | None, fragment: bool, flag: str = "--out"
) -> Paper | None:
    """Give the paper LaTeX is written on, None for other formats; to ask for it there is wrong."""
    is_latex = file is not None and Path(file).suffix.lower() == ".tex"
    only(layout, is_latex, f"--layout goes with {flag} FILE.tex only")
    only(fragment, is_latex, f"--fragment goes with {flag} FILE.tex only")
    if not is_latex:
        return None
    from satumeja.brief import Paper

    return Paper((layout or Layout.flow).value, fragment)


def published_at(words: str | None) -> datetime | date | None:
    """Read when a report was published, as ``--published`` says.

    Raises
    ------
    UsageError
        If it is no day, and no time with its zone.
    """
    if words is None:
        return None
    from satumeja.report.kit import moment_given

    try:
        return moment_given(words)
    except ReportError as error:
        raise UsageError(f"--published: {error}") from None


def _option(*names: str, metavar: str, words: str) -> Any:
    return typer.Option(*names, metavar=metavar, help=words)


_FOR = _option("--for", "-f", metavar="DM", words="The decision maker it is about, by id.")
_STATE = _option(
    *("--state", "-s"),
    metavar="STATE",
    words="The state it is about: number, option form, name or status_quo.",
)
_CONCEPT = _option(
    *("--concept", "-c"),
    metavar="CONCEPT",
    words="Solution concept, or several separated by commas.",
)
_OUT = _option(
    *("--out", "-o"), metavar="FILE", words="Where to write; the suffix says the format."
)
_KIND = "Which kind, of those above."

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON in a published schema.")]
AsStrings = Annotated[
    bool,
    typer.Option(
        "--decimals-as-strings",
        help="JSON with decimals of states as strings, for readers that round numbers.",
    ),
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print a table in CSV.")]
In = Annotated[Language, typer.Option("--language", "-l", help="Language of the words.")]

Blocks = Annotated[
    str | None,
    _option("--blocks", metavar="A+B,C", words="Blocks of decision makers that act as one."),
]
Concepts = Annotated[str, _CONCEPT]
For = Annotated[str | None, _FOR]
ForEach = Annotated[list[str] | None, _FOR]
State = Annotated[str, _STATE]
StateIfAny = Annotated[str | None, _STATE]
States = Annotated[list[str] | None, _STATE]
From = Annotated[
    str | None,
    _option("--from", metavar="STATE", words="Start from this state; by default the status quo."),
]
To = Annotated[
    str | None,
    _option("--to", metavar="STATE", words="Lead to this state; by default to equilibria."),
]
AtTable = Annotated[
    str | None,
    _option("--table", "-t", metavar="TABLE", words="One table of the model, by id."),
]

Chosen = Annotated[
    Engine,
    typer.Option(
        "--engine",
        "-e",
        help="How to decide: listing the states, or with sets of them. Auto chooses by size.",
    ),
]
Sanctioning = Annotated[
    Convention,
    typer.Option("--convention", help="May a state sanction itself? Matters in graph form only."),
]
Improvements = Annotated[
    bool, typer.Option("--improvements", help="Only moves that their makers prefer.")
]
InLayout = Annotated[
    Layout | None,
    typer.Option(
        "--layout",
        help="LaTeX in the flow of text, or in floats as wide as a column or as the page.",
    ),
]
Fragment = Annotated[
    bool, typer.Option("--fragment", help="LaTeX without preamble, to \\input in a paper.")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", metavar="N", min=1, help="How many processes.")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", min=0, help="Where chance starts.")]
FigureKind = Annotated[Kind, typer.Option("--kind", "-k", help=_KIND)]
TableKinds = Annotated[list[str] | None, _option("--kind", "-k", metavar="KIND", words=_KIND)]

Drawn = Annotated[
    str | None,
    _option("--figure", metavar="FILE", words="Draw it too, as .svg, .html or .tex."),
]
Out = Annotated[str, _OUT]
OutIfAny = Annotated[str | None, _OUT]

AsOf = Annotated[
    str | None,
    _option("--as-of", metavar="DAY", words="Leave out reports of later days (2021-12-23)."),
]
Only = Annotated[
    str | None,
    _option("--only", metavar="N", words="Of a file of many articles only these: 3,7-9."),
]
Columns = Annotated[
    str | None,
    _option("--columns", metavar="NAMES", words="Of a table, which column is what: text=Isi."),
]
Published = Annotated[
    str | None,
    _option(
        "--published",
        metavar="WHEN",
        words="When it was published (2021-12-23, 2021-12-23T08:00+07:00); before what it says.",
    ),
]
PublishedFrom = Annotated[
    PathPart | None,
    typer.Option(
        "--published-from",
        metavar="PART",
        help="Read it in each path: name (2021-12-23_wire.txt) or folder (2021/12/23/wire.txt).",
    ),
]
Reader = Annotated[
    str | None,
    _option(
        "--reader",
        metavar="URL",
        words="Ask a language model there as well (OpenAI-compatible; the report is sent to it).",
    ),
]
ReaderModel = Annotated[
    str | None,
    _option("--reader-model", metavar="NAME", words="Which language model to ask there."),
]
