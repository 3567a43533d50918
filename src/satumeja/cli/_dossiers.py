"""Commands on dossiers of many reports."""

from __future__ import annotations

import csv
import io
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from satumeja.cli._common import AsJson, In, Language, console, give, print_json
from satumeja.errors import Fault, ReportError

if TYPE_CHECKING:
    from satumeja.dossier import Endpoint, Moment, Whole

__all__ = [
    "AsOf",
    "Reader",
    "ReaderModel",
    "correct",
    "dossier",
    "endpoint_of",
    "open_whole",
    "positions",
    "timeline",
]

DossierPath = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="A dossier file, as satumeja dossier makes it.")
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="Leave out reports of later days (2021-12-23).")
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print a table in CSV.")]

Reader = Annotated[
    str | None,
    typer.Option(
        "--reader",
        metavar="URL",
        help="Ask a language model there as well (OpenAI-compatible; the report is sent to it).",
    ),
]
ReaderModel = Annotated[str, typer.Option("--reader-model", help="The model to ask there.")]


def endpoint_of(url: str | None, model: str) -> Endpoint | None:
    """Give the second reader a user names; its key is in SATUMEJA_READER_KEY."""
    if url is None:
        return None
    from satumeja.dossier import Endpoint

    return Endpoint(url, model, os.environ.get("SATUMEJA_READER_KEY"))


def dossier(
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORTS", help="Folders and files of reports.")
    ],
    out: Annotated[
        str, typer.Option("--out", "-o", help="The dossier file to make or to add to.")
    ] = "dossier.db",
    page: Annotated[
        str | None, typer.Option("--html", help="Write a page of texts with their marks too.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Read anew what the file holds; corrections stay.")
    ] = False,
    reader: Reader = None,
    reader_model: ReaderModel = "default",
    language: In = Language.en,
    as_json: AsJson = False,
) -> None:
    """Read many reports into one dossier file.

    What was read before is not read again, so that a run that was broken off goes on where it
    stopped. Files that are no reports are named and left out.
    """
    from satumeja import dossier as room
    from satumeja import questions
    from satumeja.report.kit import report_files

    names = report_files(reports)
    fresh = not Path(out).exists()
    with room.DossierFile(out, create=True) as file:
        with questions.workers(jobs) as executor, _progress(len(names)) as step:
            done = room.gather(
                file,
                names,
                executor=executor,
                again=again,
                endpoint=endpoint_of(reader, reader_model),
                step=step,
            )
        for line in done.refused:
            sys.stderr.write(f"left out: {line}\n")
        if fresh and not done.read:
            file.discard()
            raise ReportError(Fault("holds no report; no dossier was made", reports[0]))
        found = room.whole(file)
        if page is not None:
            from satumeja.brief import dossier_page

            give(dossier_page(found, language.value), page)
        groups = room.same(found)
    if as_json:
        print_json(_summary(found, done, groups))
        return
    print_ = partial(console().print, soft_wrap=True)
    print_(
        f"{out}: reports {len(found.reports)}, statements {len(found.dossier.statements)}, "
        f"acts {len(found.dossier.acts)}; read {done.read}, known {done.known}, "
        f"left out {len(done.refused)}"
    )
    print_(f"reported more than once, as proposed: {len(groups)}")


def _summary(found: Whole, done: Any, groups: Sequence[Any]) -> dict[str, Any]:
    """Give what a dossier file holds."""
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
            }
            for one in found.reports
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
def _progress(total: int) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on the terminal while reports are read; nothing where there is none."""
    from rich import progress as rich
    from rich.console import Console

    screen = Console(stderr=True)
    if not screen.is_terminal:  # a bar that is only disabled still ends its line in older Rich
        yield lambda *_: None
        return
    columns = (
        *(rich.BarColumn(), rich.MofNCompleteColumn(), rich.TextColumn("{task.fields[rate]}")),
        *(rich.TimeElapsedColumn(), rich.TimeRemainingColumn()),
    )
    with rich.Progress(*columns, console=screen) as bar:
        task = bar.add_task("reading", total=total, rate="")

        def step(done: int, _: int) -> None:
            speed = bar.tasks[task].speed
            bar.update(task, completed=done, rate=f"{speed:.1f}/s" if speed else "")

        yield step


def open_whole(path: str, as_of: str | None) -> Whole:
    """Open a dossier file as it stood on a day."""
    from satumeja.dossier import DossierFile, whole

    with DossierFile(path) as file:
        return whole(file, _day(as_of))


def _day(words: str | None) -> date | None:
    """Read a day of an option."""
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter(f'"{words}" is no day; one is written 2021-12-23') from None


def _moment(whole: Whole, one: Moment) -> dict[str, Any]:
    """Give a moment as JSON."""
    return {
        "date": one.day.isoformat() if one.day else None,
        "date_of_report": one.reported,
        "item": one.key,
        "kind": one.kind,
        "actor": one.actor,
        "target": one.target,
        "issue": one.issue,
        "words": one.words,
        "report": whole.report_of(one.key).name,
        "state": whole.states[one.key],
    }


def _print_csv(rows: Sequence[dict[str, Any]]) -> None:
    """Print rows as CSV; a cell that would be run by a spreadsheet is quoted as text."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    give(out.getvalue(), None)


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from taking words for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in "=+-@\t" else value


def timeline(
    path: DossierPath, as_of: AsOf = None, as_json: AsJson = False, as_csv: AsCsv = False
) -> None:
    """Tell what was done and said, in order of time."""
    from satumeja import dossier as room

    found = open_whole(path, as_of)
    rows = [_moment(found, one) for one in room.timeline(found)]
    if as_json:
        print_json({"schema": "satumeja/timeline/1", "moments": rows})
    elif as_csv:
        _print_csv(rows)
    else:
        for row in rows:
            who = " → ".join(one for one in (row["actor"] or "?", row["target"]) if one)
            console().print(
                f"{row['date'] or '?':10}  {row['kind']:13} {who}: {row['words']} [{row['item']}]"
            )


def positions(
    path: DossierPath, as_of: AsOf = None, as_json: AsJson = False, as_csv: AsCsv = False
) -> None:
    """Tell where each actor stands, and what is disputed."""
    from satumeja import dossier as room

    found = open_whole(path, as_of)
    stands = room.positions(found)
    contested = room.disputes(found)
    if as_json:
        print_json(
            {
                "schema": "satumeja/positions/1",
                "positions": [
                    {
                        "actor": one.actor,
                        "issue": one.issue,
                        "changed": one.changed,
                        "stances": [_moment(found, stance) for stance in one.stances],
                    }
                    for one in stands
                ],
                "disputes": [
                    {
                        "claim": _moment(found, one.claim),
                        "denials": [_moment(found, denial) for denial in one.denials],
                    }
                    for one in contested
                ],
            }
        )
        return
    if as_csv:
        rows = [
            {"changed": one.changed, **_moment(found, stance)}
            for one in stands
            for stance in one.stances
        ]
        _print_csv(rows)
        return
    print_ = partial(console().print, soft_wrap=True)
    for one in stands:
        kinds = ", ".join(f"{stance.kind} [{stance.key}]" for stance in one.stances)
        mark = " (changed)" if one.changed else ""
        print_(f"{one.actor} · {room.issue_name(one.issue, 'en')}{mark}: {kinds}")
    for claim in contested:
        answers = ", ".join(f"{one.actor} [{one.key}]" for one in claim.denials)
        print_(
            f"disputed: {claim.claim.actor} {claim.claim.kind}s {claim.claim.target} "
            f"[{claim.claim.key}]; denied by {answers}"
        )


def correct(
    path: DossierPath,
    item: Annotated[str, typer.Argument(help="r1#s3 or r1#a3; r1 for what is added.")],
    verb: Annotated[str, typer.Argument(help="accept, reject, edit or add.")],
    who: Annotated[str, typer.Option("--who", "-w", help="Who corrects.")],
    change: Annotated[
        list[str] | None, typer.Option("--set", "-s", help="field=value; may be repeated.")
    ] = None,
    words: Annotated[
        str | None, typer.Option("--words", help="Of what is added: the report's words, exactly.")
    ] = None,
    kind: Annotated[str, typer.Option("--item", help="Add a statement or an act.")] = "act",
    note: Annotated[str | None, typer.Option("--note", help="Why.")] = None,
) -> None:
    """Accept, reject, edit or add a statement or an act.

    What the machine proposed stays beside the correction, and reading again changes none.
    """
    from satumeja import dossier as room

    fields = dict(_field(one) for one in change or ())
    with room.DossierFile(path) as file:
        if verb == "add":
            room.add(file, item, kind, words or "", who, fields, note)
        else:
            room.correct(file, item, verb, who, fields, note)


def _field(words: str) -> tuple[str, str | None]:
    """Part ``field=value``; no value empties a field."""
    name, mark, value = words.partition("=")
    if not mark:
        raise typer.BadParameter(f'"{words}" is not field=value')
    return name.strip(), value.strip() or None
