"""The whole way once, on a report and a model that come along."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from rich.console import Console

from satumeja import brief, dossier, formats, gallery, report, stability
from satumeja.brief import terminal
from satumeja.brief.words import Words
from satumeja.errors import OutputError
from satumeja.files import SHIPPED, beside, require_free, write_among

__all__ = ["run"]

_MODEL = "december-2021-b"
_NAMES = ("report.txt", "draft.yaml", "model.yaml", "brief.html")


def run(folder: Path, console: Console, language: str = "en") -> None:
    """Read a report, draft a model, analyse a curated one, explain it, write a brief.

    Parameters
    ----------
    folder : Path
        Where the report, the two models and the brief are written; made if need be.
    console : rich.console.Console
        Where to print.
    language : {"en", "id"}
        The language of the words; the report is read in the same one.

    Raises
    ------
    OutputError
        If the folder cannot be made or written, or has files of these names that are not
        as a demo left them.
    """
    words = Words(language)

    def step(key: str, file: Path) -> None:
        console.print()
        console.print(words(f"demo.{key}", file=file), style="bold reverse", soft_wrap=True)

    def keep(name: str, text: str) -> Path:
        return write_among(folder, "demo", {name: text}) / name

    is_new = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{folder}: cannot be made: {error.strerror}") from None
    require_free(folder, "demo", _NAMES)
    shipped = beside(f"{SHIPPED}reports/talks-2021-12-23.{language}.txt", None)
    try:
        story = keep("report.txt", report.load(shipped))
    except OutputError:
        if is_new:
            with suppress(OSError):
                folder.rmdir()
        raise
    step("read", story)
    found = dossier.read(report.parse(report.load(story), str(story)))
    terminal.print_dossier(found, console, language)

    draft = keep("draft.yaml", dossier.draft(found, report_path=story.name))
    step("draft", draft)
    drafted = formats.load(draft)
    count = {"makers": len(drafted.decision_makers), "options": len(drafted.options)}
    console.print(words("demo.drafted", **count))

    file = keep("model.yaml", gallery.text(_MODEL))
    step("analyse", file)
    analysis = stability.analyse(formats.load(file))
    terminal.print_analysis(analysis, console, language)

    step("verdicts", file)
    model, concepts = analysis.model, [concept.id for concept in analysis.concepts]
    for maker in model.decision_makers:
        now = model.find_state("status_quo")
        verdicts = stability.explain_all(model, [now], [maker.id], concepts)
        terminal.print_verdicts(model, verdicts, console, language)

    page = keep("brief.html", brief.render(model, analysis, language=language))
    step("brief", page)
    console.print(words("demo.next"))
    name = _command()
    for command in (
        f"{name} read {story} --json",
        f"{name} check {draft}",
        f"{name} explain {file} 10 --for russia --language id",
        f"{name} brief {draft} --out {folder / 'draft.html'}",
        f"{name} gallery",
        f"{name} open {folder}",
    ):
        console.print(f"  {command}", soft_wrap=True)


def _command() -> str:
    """Return what to type for `satumeja`: its path where it is not on the search path."""
    called = Path(sys.argv[0])
    if shutil.which("satumeja") or called.name != "satumeja" or not called.is_file():
        return "satumeja"
    return os.path.relpath(called)
