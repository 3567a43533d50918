"""All commands in the way of the data, each with a line that shows it at work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

__all__ = ["PANELS", "UNTIL_STOPPED", "Entry"]

UNTIL_STOPPED = ", until Ctrl-C"
"""What stands after the examples that go on."""

_DEMO = "demo-output"
_MODEL, _REPORT, _DOSSIER = f"{_DEMO}/model.yaml", f"{_DEMO}/report.txt", f"{_DEMO}/talks.db"


@dataclass(frozen=True)
class Entry:
    """A command with its example: what to type after the name.

    `place` is the module and the function, which is imported when somebody asks for the command;
    `called` is the name where it is not the function's, `in_place` says that it may write over
    what it reads, and `stays` that it goes on until it is stopped.

    Examples run as they stand once ``satumeja demo`` has, and those of a dossier file once
    that of ``satumeja dossier`` has too.
    """

    place: str
    example: str
    called: str = ""
    in_place: bool = False
    stays: bool = False

    @property
    def command(self) -> Callable[..., None]:
        """What runs it."""
        module, _, function = self.place.partition(".")
        return cast(
            "Callable[..., None]", getattr(import_module(f"satumeja.cli.{module}"), function)
        )

    @property
    def name(self) -> str:
        """What is typed after ``satumeja``."""
        return self.called or self.place.partition(".")[2].replace("_", "-")

    @property
    def epilog(self) -> str:
        """The end of the help: the example, and what must be there for it."""
        lines = [f"satumeja {self.name} {self.example}".rstrip()]
        if _DOSSIER in self.example and self.name != "dossier":
            lines.insert(0, f"satumeja dossier {_REPORT} -o {_DOSSIER}")
        after = ", after satumeja demo" if _DEMO in self.example else ""
        after += UNTIL_STOPPED if self.stays else ""
        return "\n".join(["\b", f"Example{after}:", *(f"  {line}" for line in lines)])


PANELS: dict[str, tuple[Entry, ...]] = {
    "Start here": (
        Entry("_demo.demo", ""),
        Entry("_open.open_case", _DEMO, called="open", in_place=True, stays=True),
    ),
    "Reports and dossiers (who said and did what)": (
        Entry("_reports.read", _REPORT),
        Entry("_dossiers.dossier", f"{_REPORT} -o {_DOSSIER}"),
        Entry("_timeline.timeline", f"{_DOSSIER} --as-of 2021-12-31"),
        Entry("_views.positions", f"{_DOSSIER} --language id"),
        Entry("_exchange.exchange", f"{_DOSSIER} -o {_DEMO}/talks.qdpx"),
        Entry("_corrections.correct", f"{_DOSSIER} r1#a14 accept --who Ana"),
        Entry("_reports.draft", f"{_REPORT} -o {_DEMO}/drafted.yaml"),
    ),
    "Models (who can do what, and wants what)": (
        Entry("_models.check", f"{_DEMO}/draft.yaml"),
        Entry("_models.rank", f"{_MODEL} us"),
    ),
    "Answers (what holds, and why)": (
        Entry("_analysis.analyse", f"{_MODEL} --concept nash,seq"),
        Entry("_analysis.explain", f"{_MODEL} status_quo --for russia"),
        Entry("_many.effectiveness", _MODEL),
        Entry("_many.stepwise", f"{_MODEL} --step attack --concept nash"),
        Entry("_paths.paths", f"{_MODEL} --improvements --to 50"),
        Entry("_questions.coalitions", f"{_MODEL} --state status_quo"),
        Entry("_hypergame.hypergame", f"{_MODEL} --concept seq"),
    ),
    "Answers (what tables could agree)": (
        Entry("_tables.deals", f"{_MODEL} --table geneva"),
        Entry("_tables.openings", f"{_MODEL} --table geneva"),
        Entry("_tables.packages", f"{_MODEL} --table osce --no-deal best"),
        Entry("_tables.threats", _MODEL),
    ),
    "Answers (what they rest on, and what would change them)": (
        Entry("_questions.rests_on", f"{_MODEL} --state status_quo --samples 100"),
        Entry("_questions.invert", f"{_MODEL} --state status_quo --concept nash"),
        Entry("_questions.over_time", f"{_MODEL} --on 2022-01-20:withdraw=N"),
        Entry("_sweep.sweep", f"{_MODEL} --for russia --profiles 1000"),
        Entry("_backtest.backtest", "cuban-missile-crisis syria-iraq --concept nash,seq"),
    ),
    "Briefs, figures and tables": (
        Entry("_brief.brief", f"{_MODEL} -o {_DEMO}/brief.html"),
        Entry("_figures.figure", f"{_MODEL} --kind ranking -o ranking.svg"),
        Entry("_figures.tables", f"{_MODEL} --kind seats --kind red-lines"),
    ),
    "Model files": (
        Entry("_models.gallery", "chicken -o chicken.yaml"),
        Entry("_models.convert", f"{_MODEL} -o {_DEMO}/model.json"),
        Entry("_editing.set_part", f"{_MODEL} title Talks -o {_DEMO}/talks.yaml", "set", True),
        Entry("_editing.cite", f"{_MODEL} -o {_DEMO}/cited.yaml", in_place=True),
        Entry("_models.schema", "analysis"),
    ),
}
"""The commands by panel, in the order in which help lists them."""
