"""The brief: a file for browsers, PDF or Word."""

from __future__ import annotations

import os
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from satumeja.cli._common import (
    ModelPath,
    load,
    names,
    print_json,
    tell,
)
from satumeja.cli._limits import Limit, Memory, budget_for, lacking_in, tell_of_undecided
from satumeja.cli._options import (
    ALL,
    AsJson,
    Chosen,
    Concepts,
    Engine,
    In,
    Language,
    Out,
    only,
)
from satumeja.clock import today
from satumeja.errors import OutputError

__all__ = ["brief"]


class BriefForm(StrEnum):
    """The forms of a brief, as in `satumeja.brief.FORMS`."""

    page = "page"
    submission = "submission"
    telaahan = "telaahan"
    full = "full"


def _day(text: str) -> date:
    """Read a day, or say how one is written."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f'"{text}" is no day; write year, month and day, as in 2026-11-29'
        ) from None


def brief(
    context: typer.Context,
    model: ModelPath,
    out: Out = "brief.html",
    concept: Concepts = ALL,
    engine: Chosen = Engine.auto,
    reading: Annotated[
        list[str] | None,
        typer.Option(
            "--reading",
            metavar="MODEL",
            help="Another model file of the same conflict, to set beside, in place of those "
            "the model names; repeatable.",
        ),
    ] = None,
    form: Annotated[
        BriefForm | None,
        typer.Option(
            "--form",
            help="The front page alone, as a submission, or as the telaahan staf of Indonesia; "
            "or with all it rests on behind it. By default full for .html, page for others.",
        ),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template",
            metavar="FILE.docx",
            help="A Word file whose styles, header, footer and letterhead are kept.",
        ),
    ] = None,
    mark: Annotated[
        str, typer.Option("--mark", metavar="TEXT", help="How the paper is to be handled.")
    ] = "",
    author: Annotated[str, typer.Option("--author", metavar="NAME", help="Who prepared it.")] = "",
    made: Annotated[
        date | None,
        typer.Option(
            "--made",
            metavar="DAY",
            parser=_day,
            help="The day it was made, if not today.",
        ),
    ] = None,
    limit: Limit = None,
    memory: Memory = None,
    language: In = Language.en,
    as_json: AsJson = False,
) -> None:
    """Write a brief: a front page, and behind it the whole analysis.

    The front page is one sheet: how the present situation holds, what could change and for
    whom it would be better or worse, what to find out next, and how well it is borne out.
    Behind it, in both languages: the assumptions and their sources, tables, figures, each
    verdict with its reasons, what the tables could agree, what the answers rest on, other
    readings, method and limits. Where the states are too many to be listed it has counts,
    patterns and examples, and no front page; with --limit and --memory, of the concepts decided
    by then, and it says which were not. FILE.docx is written for Word, FILE.pdf as
    tagged PDF. Without --out, a file of that name is replaced only if it is a brief. --json
    prints what the front page is made from and what it says, and writes no file.
    """
    budget = budget_for(limit, memory)
    limited = "--limit and --memory go with --form full only"
    only(budget, not as_json, limited)
    if as_json:
        _print_front(model, reading)
        return
    from satumeja import stability
    from satumeja.brief import is_brief, write

    paper = Path(out).suffix.lower() in (".docx", ".pdf")
    wanted = form or (BriefForm.page if paper else BriefForm.full)
    full = wanted is BriefForm.full
    only(concept != ALL, full, "--concept goes with --form full only")
    only(engine is not Engine.auto, full, "--engine goes with --form full only")
    only(budget, full, limited)
    source = context.get_parameter_source("out")
    unnamed = source is not None and source.name == "DEFAULT"
    if unnamed and os.path.lexists(out) and not is_brief(out):
        raise OutputError(f"{out}: is not a brief of satumeja's; name a file with --out")
    conflict, others = load(model), [load(path) for path in reading] if reading else None
    result = None
    if full:
        chosen = [entry.id for entry in stability.any_concepts(names(concept))]
        choice = stability.choose_engine(conflict, engine.value, concepts=chosen, budget=budget)
        result = stability.decide_with(choice, conflict, chosen, budget=budget)
        tell_of_undecided(lacking_in(result))
    day = today() if made is None else made.isoformat()
    written = write(
        conflict, out, result, language=language.value, readings=others, form=wanted.value,
        mark=mark, author=author, made=day, template=template,
    )  # fmt: skip
    tell(f"wrote {written}")


def _print_front(model: str, reading: list[str] | None) -> None:
    """Print what the front page is made from, and its sentences in all languages."""
    from satumeja.brief.leaf import sentences_of
    from satumeja.front import front

    conflict, others = load(model), [load(path) for path in reading] if reading else None
    page = front(conflict, readings=others)
    print_json(page.to_json() | {"sentences": sentences_of(page, conflict)})
