"""All commands in the way of the data, each with a line that shows it at work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from satumeja.cli._analysis import analyse, explain
from satumeja.cli._backtest import backtest
from satumeja.cli._brief import brief
from satumeja.cli._corrections import correct
from satumeja.cli._demo import demo
from satumeja.cli._dossiers import dossier
from satumeja.cli._editing import cite, set_part
from satumeja.cli._exchange import exchange
from satumeja.cli._figures import figure, tables
from satumeja.cli._hypergame import hypergame
from satumeja.cli._many import effectiveness, stepwise
from satumeja.cli._models import check, convert, gallery, rank, schema
from satumeja.cli._open import open_case
from satumeja.cli._paths import paths
from satumeja.cli._questions import coalitions, invert, over_time, rests_on
from satumeja.cli._reports import draft, read
from satumeja.cli._sweep import sweep
from satumeja.cli._tables import deals, openings, packages, threats
from satumeja.cli._timeline import timeline
from satumeja.cli._views import positions

__all__ = ["PANELS", "UNTIL_STOPPED", "Entry"]

UNTIL_STOPPED = ", until Ctrl-C"
"""What stands after the examples that go on."""

_DEMO = "demo-output"
_MODEL, _REPORT, _DOSSIER = f"{_DEMO}/model.yaml", f"{_DEMO}/report.txt", f"{_DEMO}/talks.db"


@dataclass(frozen=True)
class Entry:
    """A command with its example: what to type after the name.

    `called` is the name where it is not the function's, `in_place` says that it may write over
    what it reads, and `stays` that it goes on until it is stopped.

    Examples run as they stand once ``satumeja demo`` has, and those of a dossier file once
    that of ``satumeja dossier`` has too.
    """

    command: Callable[..., None]
    example: str
    called: str = ""
    in_place: bool = False
    stays: bool = False

    @property
    def name(self) -> str:
        """What is typed after ``satumeja``."""
        return self.called or self.command.__name__.replace("_", "-")

    @property
    def epilog(self) -> str:
        """The end of the help: the example, and what must be there for it."""
        lines = [f"satumeja {self.name} {self.example}".rstrip()]
        if _DOSSIER in self.example and self.command is not dossier:
            lines.insert(0, f"satumeja dossier {_REPORT} -o {_DOSSIER}")
        after = ", after satumeja demo" if _DEMO in self.example else ""
        after += UNTIL_STOPPED if self.stays else ""
        return "\n".join(["\b", f"Example{after}:", *(f"  {line}" for line in lines)])


PANELS: dict[str, tuple[Entry, ...]] = {
    "Start here": (
        Entry(demo, ""),
        Entry(open_case, _DEMO, called="open", in_place=True, stays=True),
    ),
    "Reports and dossiers (who said and did what)": (
        Entry(read, _REPORT),
        Entry(dossier, f"{_REPORT} -o {_DOSSIER}"),
        Entry(timeline, f"{_DOSSIER} --as-of 2021-12-31"),
        Entry(positions, f"{_DOSSIER} --language id"),
        Entry(exchange, f"{_DOSSIER} -o {_DEMO}/talks.qdpx"),
        Entry(correct, f"{_DOSSIER} r1#a14 accept --who Ana"),
        Entry(draft, f"{_REPORT} -o {_DEMO}/drafted.yaml"),
    ),
    "Models (who can do what, and wants what)": (
        Entry(check, f"{_DEMO}/draft.yaml"),
        Entry(rank, f"{_MODEL} us"),
    ),
    "Answers (what holds, and why)": (
        Entry(analyse, f"{_MODEL} --concept nash,seq"),
        Entry(explain, f"{_MODEL} status_quo --for russia"),
        Entry(effectiveness, _MODEL),
        Entry(stepwise, f"{_MODEL} --step attack --concept nash"),
        Entry(paths, f"{_MODEL} --improvements --to 50"),
        Entry(coalitions, f"{_MODEL} --state status_quo"),
        Entry(hypergame, f"{_MODEL} --concept seq"),
    ),
    "Answers (what tables could agree)": (
        Entry(deals, f"{_MODEL} --table geneva"),
        Entry(openings, f"{_MODEL} --table geneva"),
        Entry(packages, f"{_MODEL} --table osce --no-deal best"),
        Entry(threats, _MODEL),
    ),
    "Answers (what they rest on, and what would change them)": (
        Entry(rests_on, f"{_MODEL} --state status_quo --samples 100"),
        Entry(invert, f"{_MODEL} --state status_quo --concept nash"),
        Entry(over_time, f"{_MODEL} --on 2022-01-20:withdraw=N"),
        Entry(sweep, f"{_MODEL} --for russia --profiles 1000"),
        Entry(backtest, "cuban-missile-crisis syria-iraq --concept nash,seq"),
    ),
    "Briefs, figures and tables": (
        Entry(brief, f"{_MODEL} -o {_DEMO}/brief.html"),
        Entry(figure, f"{_MODEL} --kind ranking -o ranking.svg"),
        Entry(tables, f"{_MODEL} --kind seats --kind red-lines"),
    ),
    "Model files": (
        Entry(gallery, "chicken -o chicken.yaml"),
        Entry(convert, f"{_MODEL} -o {_DEMO}/model.json"),
        Entry(set_part, f"{_MODEL} title Talks -o {_DEMO}/talks.yaml", "set", True),
        Entry(cite, f"{_MODEL} -o {_DEMO}/cited.yaml", in_place=True),
        Entry(schema, "analysis"),
    ),
}
"""The commands by panel, in the order in which help lists them."""
