"""The command that tells what was done and said in order of time, and what datasets add to it."""

from __future__ import annotations

import datetime as dt
import heapq
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from satumeja.cli._common import DossierPath, console, kind_of, print_json, tell
from satumeja.cli._dossiers import day_asked
from satumeja.cli._options import AsCsv, AsJson, AsOf, In, Language, OutIfAny, UsageError, only
from satumeja.cli._views import (
    iso,
    moment_json,
    moments_json,
    print_csv,
    remedies,
    undated_reports,
)

if TYPE_CHECKING:
    from satumeja.dossier import Happenings, KeptEvent, Moment, Whole

__all__ = ["timeline"]

_TABLES = (".tsv", ".csv")


def timeline(
    path: DossierPath,
    out: OutIfAny = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    language: In = Language.en,
) -> None:
    """Tell what was done and said, in order of time.

    A line each, with when it was, the kind of act, by whom and towards whom, the words of the
    report, by when it falls due, and the item to name where it is corrected. What has no day
    stands apart. Events of datasets (ACLED, UCDP GED, POLECAT, GDELT, PA-X) stand among them,
    marked as such, with the provider's own id and words. --as-of leaves out what was published
    later, and what nobody can say that of. --out writes a table of all (.tsv or .csv).
    """
    from satumeja import dossier as room

    only(as_csv, not as_json, "--csv does not go with --json")
    only(out, not as_json, "--out writes a table; it does not go with --json")
    if out is not None and kind_of(out) not in _TABLES:
        raise UsageError(f'--out: name a file that ends in .tsv or .csv, not "{out}"')
    only(as_csv, out is None or kind_of(out) == ".csv", "--csv does not go with a .tsv file")
    day = day_asked(as_of)
    with room.DossierFile(path) as file:
        has_events = bool(file.rows("SELECT 1 FROM event LIMIT 1"))
        whole = room.whole(file, day, may_be_empty=has_events)
        coded = room.happenings(file, whole, day)
    dated, undated = room.timeline(whole), room.undated(whole)
    if as_json:
        print_json(
            {
                "schema": "satumeja/timeline/1",
                "moments": moments_json(whole, dated),
                "undated": moments_json(whole, undated),
                "undated_reports": undated_reports(whole),
                **_happenings_json(coded),
            }
        )
    elif as_csv or out is not None:
        if coded.left_out:
            tell(f"left out, not certain that they were known by then: events {coded.left_out}")
        print_csv(whole, _rows(whole, (*dated, *undated), coded), out)
    else:
        from satumeja.brief.terminal import print_timeline

        print_timeline(
            whole, dated, undated, remedies(whole), console(), language.value, happenings=coded
        )


def _happenings_json(found: Happenings) -> dict[str, Any]:
    """Give the events of datasets, and which datasets they are of, as JSON."""
    from satumeja.brief.words import Words

    words = Words("en")
    return {
        "events": [_event_json(kept) for kept in found.events],
        "datasets": [
            {
                "key": dataset.key,
                "name": dataset.name,
                "sha256": dataset.sha256,
                "kind": dataset.kind,
                "title": dataset.title,
                "publisher": words(f"datasets.{dataset.kind}.publisher"),
                "terms": words(f"datasets.{dataset.kind}.terms"),
            }
            for dataset in found.datasets
        ],
        "events_left_out": found.left_out,
    }


def _event_json(kept: KeptEvent) -> dict[str, Any]:
    """Give an event of a dataset as JSON."""
    event = kept.event
    return {
        "item": kept.key,
        "dataset": kept.dataset.key,
        "id": event.id,
        "date": iso(event.days.first),
        "date_end": iso(event.days.last),
        "precision": event.days.precision,
        "date_doubtful": event.days.doubtful,
        "date_code": event.code,
        "category": list(event.category),
        "directed": event.is_directed,
        "parties": [
            {"name": party.name, "role": party.role, "actor": actor}
            for party, actor in zip(event.parties, kept.actors, strict=True)
        ],
        "place": event.place,
        "latitude": event.latitude,
        "longitude": event.longitude,
        "deaths": event.deaths,
        "source": event.source,
        "link": event.link,
        "note": event.note,
        "published": iso(event.published),
    }


_BLANK = dict.fromkeys(
    (
        *("date", "date_of_report", "item", "kind", "actor", "target", "issue", "words", "report"),
        *("state", "date_end", "precision", "date_doubtful", "due", "due_end", "due_precision"),
        *("reviewed_by", "reviewed_at", "dataset", "event_id", "date_code", "category"),
        *("parties", "place", "latitude", "longitude", "deaths", "source", "link", "published"),
    )
)
"""The columns of a timeline as a table: those of a moment, then those of an event alone."""


def _rows(whole: Whole, moments: Sequence[Moment], coded: Happenings) -> Iterator[dict[str, Any]]:
    """Give moments and events as the rows of one table, in order of time."""
    never = dt.date.max
    spoken = ((moment.day or never, _BLANK | moment_json(whole, moment)) for moment in moments)
    happened = ((kept.event.days.first or never, _event_row(kept)) for kept in coded.events)
    # Of one day, what reports say comes first.
    for _, row in heapq.merge(spoken, happened, key=lambda pair: pair[0]):
        yield row


def _event_row(kept: KeptEvent) -> dict[str, Any]:
    """Give an event as the row of a table; it has no actor and no target, which are for acts."""
    facts = _event_json(kept)
    same = ("date", "item", "date_end", "precision", "date_doubtful", "date_code", "place")
    also = ("latitude", "longitude", "deaths", "source", "link", "published")
    return (
        _BLANK
        | {column: facts[column] for column in (*same, *also)}
        | {
            "date_of_report": False,
            "kind": "event",
            "words": kept.event.note,
            "report": kept.dataset.name,
            "dataset": kept.dataset.title,
            "event_id": kept.event.id,
            "category": _listed(kept.event.category),
            "parties": _listed(f"{party.role}: {party.name}" for party in kept.event.parties),
        }
    )


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)
