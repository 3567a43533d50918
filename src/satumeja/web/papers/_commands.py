"""Everything the program can do: where in the app it is done, or the line that does it."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from satumeja.display import ShownInLine
from satumeja.web.jobs import ASKED
from satumeja.web.routing import Call
from satumeja.web.shapes import Command, CommandList, FigureShown

__all__ = ["COMMANDS", "Place", "commands"]

Kind = Literal["screen", "ask", "export", "line"]


@dataclass(frozen=True, repr=False)
class Place(ShownInLine):
    """Where a command is done.

    Parameters
    ----------
    group : str
        Its part of the way from reports to a brief.
    kind : {"screen", "ask", "export", "line"}
        On a screen of its own; as a question, or as a file, on the page of all commands; or by
        its line alone.
    line : str
        What to type after its name; ``{model}``, ``{dossier}`` and ``{folder}`` are filled.
    screen : str
        Which screen.
    """

    group: str
    kind: Kind
    line: str = "{model}"
    screen: str = ""


COMMANDS: Mapping[str, Place] = {
    "demo": Place("start", "line", ""),
    "open": Place("start", "screen", "{folder}", "cases"),
    "gallery": Place("start", "screen", "", "cases"),
    "read": Place("reports", "screen", "REPORT", "reports"),
    "dossier": Place("reports", "screen", "{folder}/reports -o {dossier}", "reports"),
    "timeline": Place("reports", "screen", "{dossier}", "dossier"),
    "positions": Place("reports", "screen", "{dossier}", "dossier"),
    "exchange": Place("reports", "line", "{dossier} -o talks.qdpx"),
    "correct": Place("reports", "screen", "{dossier} ITEM accept --who NAME", "reports"),
    "draft": Place("reports", "screen", "{dossier} -o draft.yaml", "dossier"),
    "check": Place("models", "ask"),
    "rank": Place("models", "ask", "{model} DM"),
    "set": Place("models", "screen", "{model} PATH VALUE", "model"),
    "cite": Place("models", "line"),
    "analyse": Place("answers", "ask"),
    "explain": Place("answers", "ask", "{model} status_quo"),
    "effectiveness": Place("answers", "ask"),
    "stepwise": Place("answers", "ask", "{model} --step OPTIONS"),
    "paths": Place("answers", "ask"),
    "coalitions": Place("answers", "ask"),
    "hypergame": Place("answers", "ask"),
    "deals": Place("tables", "ask"),
    "openings": Place("tables", "ask"),
    "packages": Place("tables", "ask"),
    "threats": Place("tables", "ask"),
    "rests-on": Place("rests", "screen", "{model}", "compare"),
    "invert": Place("rests", "ask", "{model} --state STATE"),
    "over-time": Place("rests", "ask"),
    "sweep": Place("rests", "ask"),
    "backtest": Place("rests", "line", "{model} --happened STATE"),
    "brief": Place("papers", "screen", "{model} -o brief.html", "brief"),
    "figure": Place("papers", "export", "{model} --kind KIND -o figure.svg"),
    "tables": Place("papers", "export", "{model} -o tables.xlsx"),
    "convert": Place("papers", "export", "{model} -o model.gmcr"),
    "schema": Place("papers", "line", ""),
}
"""Every command of the program by name, in the way of the data."""


def commands(call: Call) -> CommandList:
    """List all commands, with the line of each for the file in view."""
    from satumeja.brief import FIGURES, TABLES  # loads all that draws, which the page waits for

    case, file = call.case, call.query.file
    path = case.path(file) if file else case.folder / "model.yaml"
    places = {
        "model": shlex.quote(str(path)),
        "dossier": shlex.quote(str(case.dossier() or case.folder / "dossier.db")),
        "folder": shlex.quote(str(case.folder)),
    }
    return CommandList(
        commands=[_command(name, place, places) for name, place in COMMANDS.items()],
        figures=[
            FigureShown(id=kind.id, takes=kind.takes, needs=kind.needs)
            for kind in FIGURES.values()
        ],
        tables=list(TABLES),
    )


def _command(name: str, place: Place, places: Mapping[str, str]) -> Command:
    question = ASKED.get(name)
    return Command(
        name=name,
        group=place.group,
        kind=place.kind,
        screen=place.screen,
        options=() if question is None else question.options,
        needs=() if question is None else question.needs,
        line=f"satumeja {name} {place.line.format(**places)}".rstrip(),
    )
