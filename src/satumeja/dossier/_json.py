"""A dossier as the published JSON document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from satumeja.dossier._links import links_between
from satumeja.dossier._meant import meant_by
from satumeja.dossier._types import Act, Actor, Statement
from satumeja.dossier.reading import act_codes
from satumeja.report import Report, Source, Span
from satumeja.report.kit import Article, Place

__all__ = ["document"]


def document(
    report: Report,
    actors: Sequence[Actor],
    statements: Sequence[Statement],
    acts: Sequence[Act],
) -> dict[str, Any]:
    """Give the parts of a dossier as the ``satumeja/dossier/1`` document."""
    return {
        "schema": "satumeja/dossier/1",
        "source": _source(report.source) if report.source else None,
        "article": _article(report),
        "paragraphs": [_range(span) for span in report.paragraphs],
        "sentences": [{"start": s.start, "end": s.end} for s in report.sentences],
        "furniture": [{"start": f.start, "end": f.end, "kind": f.kind} for f in report.furniture],
        "actors": [_actor(actor) for actor in actors],
        "statements": [_statement(statement) for statement in statements],
        "acts": [_act(act) for act in acts],
        "links": [
            {"kind": link.kind, "act": link.act, "of": link.of}
            for link in links_between(acts, meant_by(report.text, statements, acts))
        ],
        "dates": [
            {
                "span": [d.start, d.end],
                "text": report.text[d.start : d.end],
                "from": d.first.isoformat(),
                "to": d.last.isoformat(),
                "granularity": d.granularity,
                "approximate": d.approximate or d.doubtful,
                "doubtful": d.doubtful,
                "bound": d.bound,
            }
            for d in report.dates
        ],
    }


def _source(source: Source) -> dict[str, Any]:
    """Give the file a report is of, with its text where the file is not that text in UTF-8."""
    return {
        "name": source.name,
        "form": source.form,
        "sha256": source.sha256,
        "encoding": source.encoding or None,
        "text": source.text if source.given else None,
        "archive": _archive(source.article) if source.article else None,
        "bundle": _place(source.place) if source.place else None,
    }


def _archive(article: Article) -> dict[str, Any]:
    """Give what an archive states of its article, beside what every report has."""
    return {
        "kind": article.kind,
        "section": article.section,
        "length": article.length,
        "identifier": article.identifier,
        "link": article.link,
        "language": article.language,
        "location": article.location,
    }


def _place(place: Place) -> dict[str, Any]:
    """Give where an article stands in a file of many."""
    return {"name": place.bundle, "number": place.number, "kind": place.kind}


def _range(span: Span) -> dict[str, int]:
    """Give a span as an object, as paragraphs and the caption have it."""
    return {"start": span[0], "end": span[1]}


def _pair(span: Span | None) -> list[int] | None:
    """Give a span as a pair."""
    return list(span) if span else None


def _day(day: dt.date | None) -> str | None:
    """Give a day in ISO form."""
    return day.isoformat() if day else None


def _article(report: Report) -> dict[str, Any]:
    """Give the article's own fields; what is only inferred is never told as published."""
    moment = report.published.isoformat() if report.published else None
    return {
        "title": report.title,
        "published": None if report.day_doubtful else moment,
        "published_inferred": moment if report.day_doubtful else None,
        "published_by": report.published_by,
        "zone_assumed": report.zone_assumed,
        "place": report.place,
        "byline": report.byline,
        "site": report.site,
        "language": report.language,
        "agency": list(report.agency),
        "agency_date": _day(report.agency_date),
        "caption": _range(report.caption) if report.caption else None,
    }


def _actor(actor: Actor) -> dict[str, Any]:
    """Give one actor."""
    return {
        "id": actor.id,
        "kind": actor.kind,
        "name": actor.name,
        "mentions": [[m.start, m.end] for m in actor.mentions],
        "roles": [m.role for m in actor.mentions],
        "office": actor.office,
        "state": actor.state,
    }


def _statement(statement: Statement) -> dict[str, Any]:
    """Give one statement."""
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "speaker_span": _pair(statement.speaker_span),
        "cue": _pair(statement.cue),
        "content": list(statement.content),
        "mode": statement.mode,
        "addressee": statement.addressee,
        "medium": statement.medium,
        "date": _day(statement.date),
        "date_to": _day(statement.date_end or statement.date),
        "date_precision": statement.precision,
        "date_doubtful": statement.date_doubtful,
        "doubtful": statement.doubtful,
        "act": statement.act,
        "within": statement.within,
        "origin": statement.origin,
    }


def _act(act: Act) -> dict[str, Any]:
    """Give one act; its date is as precise as the words are."""
    length = {"day": 10, "month": 7, "year": 4}.get(act.precision or "day", 10)
    return {
        "id": act.id,
        "kind": act.kind,
        **act_codes(act.kind),
        "actor": act.actor,
        "by": act.by,
        "target": act.target,
        "statement": act.statement,
        "span": list(act.span),
        "issue": act.issue,
        "condition": _pair(act.condition),
        "date": act.date.isoformat()[:length] if act.date else None,
        "date_to": _day(act.date_end or act.date),
        "date_precision": act.precision,
        "date_doubtful": act.date_doubtful,
        "due": _day(act.due),
        "due_to": _day(act.due_end or act.due),
        "due_precision": act.due_precision,
        "doubtful": act.doubtful,
        "origin": act.origin,
    }
