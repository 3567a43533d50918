"""The command on many preference profiles: sweep."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from satumeja.cli._common import ModelPath, console, give, json_text, load, print_json, tell
from satumeja.cli._options import (
    AsCsv,
    AsJson,
    AsStrings,
    ForEach,
    Fragment,
    In,
    InLayout,
    Jobs,
    Language,
    OutIfAny,
    Seed,
    only,
    only_json,
    paper_for,
)

if TYPE_CHECKING:
    from satumeja.brief import Paper
    from satumeja.questions import SweepResult

__all__ = ["sweep"]


def sweep(
    model: ModelPath,
    profiles: Annotated[
        int,
        typer.Option("--profiles", metavar="N", min=1, help="How many preference profiles."),
    ] = 10_000,
    seed: Seed = 1,
    dm: ForEach = None,
    ties: Annotated[
        float,
        typer.Option("--ties", metavar="SHARE", min=0, max=1, help="How likely neighbours tie."),
    ] = 0.0,
    jobs: Jobs = 1,
    store: Annotated[
        str | None,
        typer.Option(
            "--store", metavar="FILE", help="Keep results in this file, and go on from it."
        ),
    ] = None,
    out: OutIfAny = None,
    layout: InLayout = None,
    fragment: Fragment = False,
    as_json: AsJson = False,
    as_strings: AsStrings = False,
    as_csv: AsCsv = False,
    language: In = Language.en,
) -> None:
    """Count how often each state holds, over random preferences.

    Draws the order of the states anew for everybody, or for those that --for names, which may
    be repeated, and counts in how many of these preference profiles each state is an
    equilibrium. A terminal, a pipe and a file are shown the same table, in words; programs
    ask for --json or --csv. --out takes .csv and .json for programs, and .html, .svg, .tex
    and .xlsx.
    """
    from satumeja import questions

    only(as_csv, not as_json, "--csv does not go with --json")
    only_json(as_strings, as_json or (out is not None and Path(out).suffix.lower() == ".json"))
    paper = paper_for(out, layout, fragment)
    conflict = load(model)
    plan = questions.random_profiles(conflict, profiles, seed, dms=dm, ties=ties)
    with questions.workers(jobs) as executor:
        found = questions.sweep(plan, executor, store)
    if out is not None:
        _write(found, out, language.value, paper, as_strings=as_strings)
    if as_json:
        print_json(found.document(), as_strings=as_strings)
    elif as_csv:
        give(found.csv(), None)
    elif out is None:
        from satumeja.brief.terminal import print_sweep

        print_sweep(found, console(), language.value)


def _write(
    found: SweepResult, out: str, language: str, paper: Paper | None, *, as_strings: bool
) -> None:
    """Write the counts for a program, or the table for people, as the suffix says."""
    suffix = Path(out).suffix.lower()
    if suffix in (".csv", ".json"):
        is_csv = suffix == ".csv"
        give(found.csv() if is_csv else json_text(found.document(), as_strings=as_strings), out)
        return
    from satumeja.brief import sweep_table, write_tables

    title = found.plan.model.title.in_language(language)
    table = sweep_table(found, language=language)
    tell(f"wrote {write_tables({'sweep': (table,)}, out, title, paper)}")
