"""Commands on reports: read and draft."""

from __future__ import annotations

import os
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from satumeja.cli._common import ReportPath, console, give, print_json, tell
from satumeja.cli._dossiers import endpoint_of, open_whole
from satumeja.cli._options import (
    AsJson,
    AsOf,
    Columns,
    In,
    Language,
    Only,
    OutIfAny,
    Published,
    Reader,
    ReaderModel,
    only,
    published_at,
)
from satumeja.errors import Fault, ReportError

if TYPE_CHECKING:
    from satumeja.bundles import Listing
    from satumeja.report import Source

__all__ = ["draft", "read"]


def read(
    report: ReportPath,
    as_json: AsJson = False,
    language: In = Language.en,
    published: Published = None,
    reader: Reader = None,
    reader_model: ReaderModel = None,
    articles: Only = None,
    columns: Columns = None,
) -> None:
    """Read a report: who said and did what, and when.

    The report is in Indonesian or English: a text as copied from a page, a saved web page, a
    PDF, an office file, a mail, or - for standard input. Every finding points at the words it
    comes from. Days such as "Monday" are counted from the day of publication; where that is not
    known, they are unknown. A file of many articles, such as an export of Nexis or a table, is
    listed: read one with --only, or all with satumeja dossier.
    """
    from satumeja import dossier
    from satumeja.report import Source, parse

    endpoint = endpoint_of(reader, reader_model)
    moment = published_at(published)
    opened = _opened(report, articles, columns, language)
    if not isinstance(opened, Source):
        only(published or reader, False, "--published and --reader go with one report")
        _list(opened, language, as_json=as_json)
        return
    found = dossier.read(parse(opened, published=moment))
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


def _opened(
    path: str, articles: str | None, columns: str | None, language: Language
) -> Source | Listing:
    """Open one report, or list the articles of a file of many."""
    from satumeja import bundles

    named = bundles.columns_named(columns) if columns is not None else None
    bundle = bundles.open_bundle(path, named) if os.path.isfile(path) else None
    if bundle is None:
        only(articles, False, "--only goes with a file of many articles")
        only(columns, False, "--columns goes with a table")
        return bundles.open_report(path)
    ranges = bundles.chosen(articles) if articles is not None else ()
    pieces = bundle.only(ranges) if ranges else iter(bundle)
    first = list(islice(pieces, 2))
    if len(first) == 1:
        for note in bundle.notes:
            tell(f"note: {path}: {note.words(language.value)}")
        return first[0].source()
    listing = bundles.listing(bundle, chain(first, pieces))
    if not listing.entries:
        reasons = "; ".join(note.words() for note in bundle.notes)
        raise ReportError(Fault(f"holds no article{f': {reasons}' if reasons else ''}", path))
    return listing


def _list(listing: Listing, language: Language, *, as_json: bool) -> None:
    """Print the articles of a file of many."""
    if as_json:
        print_json(listing.to_json())
        return
    from satumeja.brief.terminal import print_bundle

    print_bundle(listing, console(), language.value)


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
    from satumeja.bundles import open_report
    from satumeja.report import parse

    folder = Path(out).parent if out else Path()
    if dossier.is_dossier_file(report):
        whole = open_whole(report, as_of)
        drafted = dossier.draft_with_questions(whole, report_path=str(folder))
    else:
        only(as_of, False, "--as-of goes with a dossier of reports only")
        path = os.path.relpath(report, folder) if report != "-" else None
        single = dossier.read(parse(open_report(report)))
        drafted = dossier.draft_with_questions(single, report_path=path)
    if out is not None or not as_json:
        give(drafted.model, out)
    if as_json:
        print_json(drafted.to_json())
