"""Tell where each actor stands by many reports; what such commands share with a timeline."""

from __future__ import annotations

import csv
import io
import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any

from satumeja.cli._common import DossierPath, console, give, kind_of, print_json, tell
from satumeja.cli._dossiers import open_whole
from satumeja.cli._options import AsCsv, AsJson, AsOf, In, Language, only
from satumeja.documents import Listing, Mapped, Rows

if TYPE_CHECKING:
    from satumeja.dossier import Moment, Position, Whole

__all__ = [
    "iso",
    "moment_json",
    "moments_json",
    "positions",
    "print_csv",
    "remedies",
    "undated_reports",
]


def iso(day: date | None) -> str | None:
    """Give a day in ISO form."""
    return day.isoformat() if day else None


_MOMENT: Mapping[str, Callable[[Whole, Moment], Any]] = {
    "date": lambda whole, moment: iso(moment.day),
    "date_of_report": lambda whole, moment: moment.reported,
    "item": lambda whole, moment: moment.key,
    "kind": lambda whole, moment: moment.kind,
    "actor": lambda whole, moment: moment.actor,
    "target": lambda whole, moment: moment.target,
    "issue": lambda whole, moment: moment.issue,
    "words": lambda whole, moment: moment.words,
    "report": lambda whole, moment: whole.report_of(moment.key).name,
    "state": lambda whole, moment: whole.states[moment.key],
    "date_end": lambda whole, moment: iso(moment.last),
    "precision": lambda whole, moment: moment.precision,
    "date_doubtful": lambda whole, moment: moment.doubtful,
    "due": lambda whole, moment: iso(moment.due),
    "due_end": lambda whole, moment: iso(moment.due_end),
    "due_precision": lambda whole, moment: moment.due_precision,
    "reviewed_by": lambda whole, moment: _of_review(whole, moment, "who"),
    "reviewed_at": lambda whole, moment: _of_review(whole, moment, "at"),
}
"""What JSON says of a moment, under which key."""


def _of_review(whole: Whole, moment: Moment, part: str) -> str | None:
    """Give who looked at a moment, or when; None where nobody did."""
    review = whole.reviews.get(moment.key)
    return getattr(review, part) if review else None


def moment_json(whole: Whole, moment: Moment) -> dict[str, Any]:
    """Give a moment as JSON."""
    return {key: value(whole, moment) for key, value in _MOMENT.items()}


def moments_json(whole: Whole, moments: Sequence[Moment]) -> Rows:
    """Give moments as JSON, made while they are written."""
    return Rows({key: Mapped(moments, _column(whole, value)) for key, value in _MOMENT.items()})


def _column(
    whole: Whole, value: Callable[[Whole, Moment], Any]
) -> Callable[[list[Moment]], list[Any]]:
    """Make what gives one thing of each of some moments."""
    return lambda some: [value(whole, moment) for moment in some]


def _position(whole: Whole, position: Position, level: str, language: str) -> dict[str, Any]:
    """Give what is known of a position as a whole."""
    states = Counter(whole.states[stance.key] for stance in position.stances)
    issue, topic = position.issue, position.topic
    return {
        "actor_name": whole.actor_name(position.actor, language),
        "about": whole.issue_name(issue, language) if issue else topic and topic.words,
        "topic": topic.key if topic else None,
        "first": iso(position.first),
        "last": iso(position.last),
        "days_doubtful": position.doubtful,
        "sources": position.sources,
        "independent": position.independent,
        "grade": level,
        **{state: states[state] for state in ("proposed", "accepted", "edited", "added")},
    }


def remedies(whole: Whole) -> dict[str, str]:
    """Give how each report that was left aside is given its day, by its key."""
    file = shlex.quote(whole.dossier.report.name)
    return {
        report.key: f"satumeja correct {file} {report.key} edit --set published=DAY --who NAME"
        for report in whole.undated
    }


def undated_reports(whole: Whole) -> list[dict[str, Any]]:
    """Give the reports that were left aside because it is not certain when they were out."""
    commands = remedies(whole)
    return [
        {
            "report": report.key,
            "name": report.name,
            "title": report.title,
            "date": iso(report.day),
            "date_by": report.published_by if report.day else None,
            "command": commands[report.key],
        }
        for report in whole.undated
    ]


def print_csv(whole: Whole, rows: Iterable[dict[str, Any]], out: str | None = None) -> None:
    """Print rows as CSV, or write them; a cell that a spreadsheet would run is quoted as text.

    Where the file ends in .tsv there are tabs between cells, and blanks for those in them.
    """
    from satumeja.formats.sheets import guarded

    for key, command in remedies(whole).items():
        tell(f"left out, its day is not certain: {key}; give it one with: {command}")
    rows = iter(rows)
    first = next(rows, None)
    text = io.StringIO()
    if first is not None and out is not None and kind_of(out) == ".tsv":
        for line in chain([first], (row.values() for row in chain([first], rows))):
            text.write("\t".join(str(guarded(_flat(cell))) for cell in line) + "\n")
    elif first is not None:
        writer = csv.DictWriter(text, list(first), lineterminator="\n")
        writer.writeheader()
        for row in chain([first], rows):
            writer.writerow({name: guarded(value) for name, value in row.items()})
    give(text.getvalue(), out)


def _flat(value: Any) -> Any:
    """Write a text on one line without tabs; nothing is an empty one."""
    if isinstance(value, str):
        return " ".join(value.split())
    return "" if value is None else value


def positions(
    path: DossierPath,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    language: In = Language.en,
) -> None:
    """Tell where each actor stands, and what is disputed.

    A position is what an actor did and said on an issue, in order of time, with its days, in
    how many reports it stands and how many of these are independent; what has no issue yet is
    told apart by its own words. It has changed where it was on both sides at different times.
    In dispute is what somebody is accused of and denies.
    """
    from satumeja import dossier as room

    only(as_csv, not as_json, "--csv does not go with --json")
    whole = open_whole(path, as_of)
    stands, contested = room.positions(whole), room.disputes(whole)
    if not as_json and not as_csv:
        from satumeja.brief.terminal import print_positions

        print_positions(whole, stands, contested, remedies(whole), console(), language.value)
        return
    grades = room.Grades(whole)

    def facts(position: Position) -> dict[str, Any]:
        level = grades.of(stance.key for stance in position.stances).level
        return _position(whole, position, level, language.value)

    if as_csv:
        rows = (
            {"changed": position.changed, **moment_json(whole, stance), **shared}
            for position in stands
            for shared in (facts(position),)
            for stance in position.stances
        )
        print_csv(whole, rows)
        return
    print_json(
        {
            "schema": "satumeja/positions/1",
            "positions": Listing(
                Mapped(
                    stands,
                    lambda some: [
                        {
                            "actor": position.actor,
                            "issue": position.issue,
                            "changed": position.changed,
                            "stances": moments_json(whole, position.stances),
                            **facts(position),
                        }
                        for position in some
                    ],
                )
            ),
            "disputes": Listing(
                Mapped(
                    contested,
                    lambda some: [
                        {
                            "claim": moment_json(whole, dispute.claim),
                            "denials": moments_json(whole, dispute.denials),
                        }
                        for dispute in some
                    ],
                )
            ),
            "undated_reports": undated_reports(whole),
        }
    )
