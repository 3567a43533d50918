"""The views of a dossier: timeline, disputes, what may be the same, search."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from satumeja import dossier
from satumeja.web.reports._saying import Saying, iso
from satumeja.web.reports._standing import Standing, standing
from satumeja.web.routing import Call
from satumeja.web.shapes import (
    Dispute,
    DisputesView,
    DossierQuery,
    SameGroup,
    SameView,
    SearchView,
    TimelineDay,
    TimelineRow,
    TimelineView,
    UndatedReport,
)

if TYPE_CHECKING:
    from satumeja.dossier import KeptEvent, Moment

__all__ = [
    "NO_ISSUE",
    "asked",
    "dispute_view",
    "left_out",
    "passing",
    "same_view",
    "search_view",
    "timeline_view",
]

NO_ISSUE = "-"
"""Stands for no issue, where one is asked for."""

_DENIALS = 20  # of one claim that are shown
_Row = TypeVar("_Row")


def asked(call: Call) -> tuple[Standing, Saying, DossierQuery]:
    """Return the dossier a call is about, what says it, and what is asked of it."""
    query: DossierQuery = call.query
    stands = standing(call.case, query.as_of)
    return stands, Saying(stands, call.language), query


def passing(stands: Standing, moments: Iterable[Moment], query: DossierQuery) -> list[Moment]:
    """Return the moments that are asked for, in their order."""
    kept = [moment for moment in moments if _passes(stands, moment, query)]
    return stands.having(kept, query.q) if query.q.strip() else kept


def _passes(stands: Standing, moment: Moment, query: DossierQuery) -> bool:
    return (
        (not query.actor or query.actor in _parties(stands, moment))
        and (not query.issue or (moment.issue or NO_ISSUE) == query.issue)
        and (not query.kind or moment.kind == query.kind)
        and _is_between(moment.day, moment.last, query)
    )


def _parties(stands: Standing, moment: Moment) -> tuple[str | None, ...]:
    """Name whose a moment is: the side, and who spoke for it."""
    item = stands.items[moment.key]
    return (moment.actor, item.by if isinstance(item, dossier.Act) else None)


def _is_between(first: dt.date | None, last: dt.date | None, query: DossierQuery) -> bool:
    if query.from_day is None and query.to is None:
        return True
    if first is None:
        return False
    return (query.from_day is None or (last or first) >= query.from_day) and (
        query.to is None or first <= query.to
    )


def _page(rows: Sequence[_Row], query: DossierQuery) -> Sequence[_Row]:
    return rows[query.start : query.start + query.limit]


def left_out(stands: Standing) -> tuple[UndatedReport, ...]:
    """Return the reports left aside, since it is not certain that they were out by a day."""
    return tuple(
        UndatedReport(report=report.key, title=report.title or report.name, day=iso(report.day))
        for report in stands.whole.undated
    )


def timeline_view(call: Call) -> TimelineView:
    """Tell what was said and done in order of time, events of datasets among it."""
    stands, saying, query = asked(call)
    rows = _in_time(passing(stands, stands.timeline, query), _events(stands, query))
    days, start = list[TimelineDay](), 0
    for stretch, of_stretch in groupby(rows, key=_stretch_of):
        count = sum(1 for _ in of_stretch)
        when, first = saying.days(*stretch), iso(stretch[0]) or ""
        days.append(TimelineDay(day=first, when=when, count=count, start=start))
        start += count
    return TimelineView(
        version=stands.version,
        total=len(rows),
        days=days,
        start=query.start,
        rows=[
            TimelineRow(item=saying.said(row))
            if isinstance(row, dossier.Moment)
            else TimelineRow(event=saying.happened(row))
            for row in _page(rows, query)
        ],
        events_left_out=stands.happenings.left_out,
        left_out=left_out(stands),
    )


def _stretch_of(row: Moment | KeptEvent) -> tuple[dt.date | None, dt.date | None, str | None]:
    """Say when a row was, no more precisely than it is known."""
    if isinstance(row, dossier.Moment):
        return row.day, row.last, row.precision
    return row.event.days.first, row.event.days.last, row.event.days.precision


def _day_of(row: Moment | KeptEvent) -> dt.date | None:
    return row.day if isinstance(row, dossier.Moment) else row.event.days.first


def _in_time(moments: Sequence[Moment], events: Sequence[KeptEvent]) -> list[Moment | KeptEvent]:
    """Put both in order of time, what has no day last; of one day what reports say first."""
    never = dt.date.max
    return sorted((*moments, *events), key=lambda row: _day_of(row) or never)


def _events(stands: Standing, query: DossierQuery) -> list[KeptEvent]:
    """Return the events of datasets that are asked for."""
    if query.issue or query.kind not in ("", "event"):
        return []
    words = query.q.casefold().split()
    return [
        kept
        for kept in stands.happenings.events
        if (not query.actor or query.actor in kept.actors)
        and _is_between(kept.event.days.first, kept.event.days.last, query)
        and _has_words(kept, words)
    ]


def _has_words(kept: KeptEvent, words: Sequence[str]) -> bool:
    event = kept.event
    parts = (event.note, event.place, *(party.name for party in event.parties))
    text = " ".join(filter(None, parts)).casefold()
    return all(word in text for word in words)


def dispute_view(call: Call) -> DisputesView:
    """Set claims and accusations against the denials that answer them."""
    stands, saying, query = asked(call)
    everything = (
        moment for dispute in stands.disputes for moment in (dispute.claim, *dispute.denials)
    )
    kept = {moment.key for moment in passing(stands, everything, query)}
    disputes = [
        dispute
        for dispute in stands.disputes
        if kept & {dispute.claim.key, *(denial.key for denial in dispute.denials)}
    ]
    return DisputesView(
        version=stands.version,
        total=len(disputes),
        start=query.start,
        disputes=[
            Dispute(
                claim=saying.said(dispute.claim),
                denials=[saying.said(denial) for denial in dispute.denials[:_DENIALS]],
                count=len(dispute.denials),
            )
            for dispute in _page(disputes, query)
        ],
    )


def same_view(call: Call) -> SameView:
    """Propose which statements are one, reported more than once, and which actors may be one."""
    stands, saying, query = asked(call)
    of = stands.moments_of
    everything = (of[key][0] for keys, _ in stands.same for key in keys)
    kept = {stands.statement_of(moment.key) for moment in passing(stands, everything, query)}
    groups = [group for group in stands.same if kept.intersection(group[0])]
    pairs = stands.names
    return SameView(
        version=stands.version,
        total=len(groups),
        start=query.start,
        groups=[
            SameGroup(likeness=share, statements=[saying.said(of[key][0]) for key in keys])
            for keys, share in _page(groups, query)
        ],
        names=list(pairs),
        name_of={actor: saying.actor(actor) for pair in pairs for actor in pair},
    )


def search_view(call: Call) -> SearchView:
    """Find what has some words, the best first."""
    stands, saying, query = asked(call)
    if not query.q.strip():
        return SearchView(version=stands.version, total=0, start=0, rows=[], reports=[])
    hits = stands.holding(query.q)
    last = len(hits)
    rows = sorted(
        passing(stands, stands.timeline, query),
        key=lambda moment: hits.get(stands.statement_of(moment.key), last),
    )
    return SearchView(
        version=stands.version,
        total=len(rows),
        start=query.start,
        rows=[saying.said(moment) for moment in _page(rows, query)],
        reports=[
            (report.key, report.title or report.name)
            for report in stands.whole.reports
            if report.key in hits
        ][: query.limit],
    )
