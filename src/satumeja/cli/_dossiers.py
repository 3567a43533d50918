"""Commands on dossiers of many reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from satumeja.cli._common import console, give, print_json, tell
from satumeja.cli._options import (
    AsJson,
    Columns,
    In,
    Jobs,
    Language,
    Only,
    Out,
    Published,
    PublishedFrom,
    Reader,
    ReaderModel,
    UsageError,
    only,
    published_at,
)
from satumeja.errors import Fault, ReportError

if TYPE_CHECKING:
    from satumeja.dossier import DossierFile, Endpoint, Whole

__all__ = ["day_asked", "dossier", "endpoint_of", "open_whole"]

_PROJECT = ".qdpx"


def endpoint_of(url: str | None, model: str | None) -> Endpoint | None:
    """Give the second reader a user names; its key is in SATUMEJA_READER_KEY."""
    only(model, url, "--reader-model goes with --reader only")
    if url is None:
        return None
    from satumeja.dossier import Endpoint

    return Endpoint(url, model or "default", os.environ.get("SATUMEJA_READER_KEY"))


def dossier(
    reports: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REPORT", help="Folders and files of reports; exports; coded projects (.qdpx)."
        ),
    ] = None,
    out: Out = "dossier.db",
    page: Annotated[
        str | None,
        typer.Option(
            "--html",
            metavar="FILE",
            help="Write a page of texts with their marks too.",
        ),
    ] = None,
    jobs: Jobs = 1,
    vocabulary: Annotated[
        str | None,
        typer.Option(
            "--vocabulary",
            metavar="FILE",
            help="Name actors and issues as this file does (.toml); see the how-to page.",
        ),
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read anew what the file holds; corrections stay.")
    ] = False,
    published: Published = None,
    published_from: PublishedFrom = None,
    reader: Reader = None,
    reader_model: ReaderModel = None,
    language: In = Language.en,
    as_json: AsJson = False,
    articles: Only = None,
    columns: Columns = None,
) -> None:
    """Read many reports into one dossier file.

    --out names the file to make, or to add to, whatever its suffix. What was read before is
    not read again, so that a run that was broken off goes on where it stopped. Files that are
    no reports are named and left out. A day of publication that is given goes before what a report
    says, and stays when it is read again. Where a file of a vocabulary is named, the dossier keeps
    what it says; no report need be named then. Exports of archives, office files, mail, feeds,
    tables and web archives give a report for each article in them; the same article is kept
    once, and copies of one text count as one source. Event data (ACLED, UCDP GED, POLECAT, GDELT,
    PA-X) are told by their columns and stand in the timeline, as events and not as what anybody
    said. A project of qualitative analysis (.qdpx)
    gives its texts as reports, and its codings as statements and acts that its coders added.
    """
    from satumeja import dossier as room
    from satumeja import questions
    from satumeja.report.kit import report_files

    if not reports and vocabulary is None:
        raise UsageError("name reports, or folders of them")
    only(published, reports, "--published goes with reports")
    only(published_from, reports, "--published-from goes with reports")
    moment = published_at(published)
    projects = [path for path in reports or [] if path.lower().endswith(_PROJECT)]
    endpoint = endpoint_of(reader, reader_model)
    names = report_files([path for path in reports or [] if path not in projects])
    ranges, named_columns = _parts_asked(names, articles, columns)
    fresh = not os.path.exists(out)
    with room.DossierFile(out, create=bool(reports)) as file:
        named = room.take_vocabulary(file, vocabulary) if vocabulary is not None else None
        with questions.workers(jobs) as executor, _progress(len(names), language) as step:
            done = room.gather(
                file,
                names,
                executor=executor,
                again=again,
                endpoint=endpoint,
                step=step,
                published=moment,
                published_from=published_from.value if published_from else None,
                only=ranges,
                columns=named_columns,
            )
        for name, before, now in done.changed:
            tell(
                f"{name} has changed since it was read as {before}; it is {now} now, and both "
                f"count: leave the older out with: satumeja correct {out} {before} reject"
            )
        for line in done.refused:
            tell(f"left out: {line}")
        gathered = replace(done, read=done.read + _take(file, projects, fresh and not done.read))
        if reports and not (gathered.read or gathered.known or gathered.datasets):
            for bundle in done.bundles:
                for note in bundle.notes:
                    tell(f"{bundle.name}: {note.words(language.value)}")
            _end_without(file, fresh, reports[0])
        if gathered.known and (published or published_from):
            keeps = f"{gathered.known} known before, whose day stays as it was"
            tell(f"note: {keeps}; --again reads them with the day given")
        found = room.whole(file, may_be_empty=bool(gathered.datasets))
        if page is not None:
            from satumeja.brief import dossier_page

            give(dossier_page(found, language.value), page)
        groups = room.same(found)
    if as_json:
        print_json(_summary(found, gathered, groups))
        return
    from satumeja.brief.terminal import print_gathered

    print_gathered(out, found, gathered, groups, console(), language.value, named=named)


def _parts_asked(
    names: Sequence[str], articles: str | None, columns: str | None
) -> tuple[Sequence[range], Mapping[str, str] | None]:
    """Read which articles and columns are asked for, before a file is made for them."""
    from satumeja import bundles

    only(articles, len(names) == 1, "--only goes with one file of many articles")
    only(columns, names, "--columns goes with tables")
    ranges = bundles.chosen(articles) if articles is not None else ()
    if ranges:
        is_whole = bundles.open_dataset(names[0]) is not None
        only(articles, not is_whole, "--only goes with articles; event data are taken whole")
    return ranges, bundles.columns_named(columns) if columns is not None else None


def _end_without(file: DossierFile, fresh: bool, path: str) -> NoReturn:
    """End where no report was given; a file just made for them goes, unless another uses it."""
    if fresh and not file.rows("SELECT 1 FROM source LIMIT 1"):
        file.discard()
        none = "holds no report; no dossier was made: name files or folders that hold some"
        raise ReportError(Fault(none, path))
    raise ReportError(Fault("holds no report; none was added", path))


def _take(file: DossierFile, projects: Sequence[str], fresh: bool) -> int:
    """Take projects into a dossier file, and say what came of it; give how many texts."""
    if not projects:
        return 0
    from satumeja import exchange

    count = 0
    for path in projects:
        try:
            taken = exchange.take_qdpx(file, path)
        except ReportError:
            if fresh and not count:
                file.discard()
            raise
        count += len(taken.reports)
        for line in taken.left_out:
            tell(line)
        own = [f"{len(ids)} {kind}" for kind, ids in taken.own.items() if ids]
        texts = f"{len(taken.reports)} texts, {taken.statements} statements, {taken.acts} acts"
        tell(f"{path}: {', '.join([texts, *own])} taken over")
    return count


def _summary(found: Whole, done: Any, groups: Sequence[Any]) -> dict[str, Any]:
    """Give what a dossier file holds."""
    from satumeja.report.kit import STATED

    return {
        "schema": "satumeja/dossier-file/1",
        "read": done.read,
        "known": done.known,
        "refused": list(done.refused),
        "reports": [
            {
                "key": one.key,
                "name": one.name,
                "sha256": one.sha256,
                "title": one.title,
                "date": one.day.isoformat() if one.day else None,
                "language": one.language,
                "outlet": one.outlet,
                "author": one.author,
                "archive": dict.fromkeys(STATED) | dict(one.stated) if one.stated else None,
                "bundles": [
                    {"name": place.bundle, "number": place.number, "kind": place.kind}
                    for place in one.places
                ],
            }
            for one in found.reports
        ],
        "bundles": [
            {
                "name": bundle.name,
                "kind": bundle.kind,
                "notes": [note.to_json() for note in bundle.notes],
            }
            for bundle in done.bundles
        ],
        "datasets": [
            {
                "key": dataset.key,
                "name": dataset.name,
                "kind": dataset.kind,
                "title": dataset.title,
                "events": dataset.events,
                "first": dataset.first or None,
                "last": dataset.last or None,
                "known": dataset.is_known,
                "replaced": dataset.replaced,
                "repeated": dataset.repeated,
                "notes": [note.to_json() for note in dataset.notes],
            }
            for dataset in done.datasets
        ],
        "copies": [
            {"reports": list(copies.reports), "likeness": copies.likeness}
            for copies in found.copies
        ],
        "actors": [
            {"id": one.id, "kind": one.kind, "name": one.name, "state": one.state}
            for one in found.dossier.actors
        ],
        "statements": len(found.dossier.statements),
        "acts": len(found.dossier.acts),
        "same": [{"statements": list(one.keys), "likeness": one.likeness} for one in groups],
    }


@contextmanager
def _progress(total: int, language: Language) -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on the terminal while reports are read; nothing where there is none."""
    from rich import progress as rich
    from rich.console import Console

    from satumeja.brief.words import Words

    screen = Console(stderr=True)
    if not screen.is_terminal:  # a bar that is only disabled still ends its line in older Rich
        yield None
        return
    columns = (
        *(rich.BarColumn(), rich.MofNCompleteColumn(), rich.TextColumn("{task.fields[rate]}")),
        *(rich.TimeElapsedColumn(), rich.TimeRemainingColumn()),
    )
    with rich.Progress(*columns, console=screen) as bar:
        task = bar.add_task(Words(language.value)("gathered.reading"), total=total, rate="")

        def step(done: int, total: int) -> None:
            speed = bar.tasks[task].speed
            rate = f"{speed:.1f}/s" if speed else ""
            bar.update(task, completed=done, total=total, rate=rate)

        yield step


def open_whole(path: str, as_of: str | None) -> Whole:
    """Open a dossier file as it stood on a day."""
    from satumeja.dossier import DossierFile, whole

    day = day_asked(as_of)
    with DossierFile(path) as file:
        return whole(file, day)


def day_asked(words: str | None) -> date | None:
    """Read a day of an option."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UsageError(f'--as-of: "{words}" is no day; one is written 2021-12-23') from None
