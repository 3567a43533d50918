"""Commands on reports: read and draft."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from satumeja.cli._common import ReportPath, console, give, print_json, tell
from satumeja.cli._dossiers import endpoint_of, open_whole
from satumeja.cli._options import (
    AsJson,
    AsOf,
    In,
    Language,
    OutIfAny,
    Published,
    Reader,
    ReaderModel,
    only,
    published_at,
)

__all__ = ["draft", "read"]


def read(
    report: ReportPath,
    as_json: AsJson = False,
    language: In = Language.en,
    published: Published = None,
    reader: Reader = None,
    reader_model: ReaderModel = None,
) -> None:
    """Read a report: who said and did what, and when.

    The report is in Indonesian or English: a text as copied from a page, a saved web page, a
    PDF, or - for standard input. Every finding points at the words it comes from. Days such as
    "Monday" are counted from the day of publication; where that is not known, they are unknown.
    """
    from satumeja import dossier
    from satumeja.report import open_source, parse

    endpoint = endpoint_of(reader, reader_model)
    moment = published_at(published)
    found = dossier.read(parse(open_source(report), published=moment))
    if endpoint is not None:
        second = dossier.read_with_model(found, endpoint)
        found = second.dossier
        for line in second.refused:
            tell(f"not taken from the second reader: {line}")
    if as_json:
        print_json(found.to_json())
        return
    from satumeja.brief.terminal import print_dossier

    print_dossier(found, console(), language.value)


def draft(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT",
            help="A report: text, HTML or PDF; - is standard input. Or a dossier file.",
        ),
    ],
    out: OutIfAny = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Draft a model from a report, or from a dossier of many.

    Every proposed decision maker, option and preference cites the statements it rests on. A
    draft is a start: its comments say what the analyst must still decide, and --json gives
    the same questions as data. Where fewer than two parties have something to choose, it is a
    skeleton with the parties named.
    """
    from satumeja import dossier
    from satumeja.report import open_source, parse

    folder = Path(out).parent if out else Path()
    if dossier.is_dossier_file(report):
        whole = open_whole(report, as_of)
        drafted = dossier.draft_with_questions(whole, report_path=str(folder))
    else:
        only(as_of, False, "--as-of goes with a dossier of reports only")
        path = os.path.relpath(report, folder) if report != "-" else None
        single = dossier.read(parse(open_source(report)))
        drafted = dossier.draft_with_questions(single, report_path=path)
    if out is not None or not as_json:
        give(drafted.model, out)
    if as_json:
        print_json(drafted.to_json())
