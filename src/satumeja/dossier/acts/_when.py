"""When acts were done, and when what they ask, offer or threaten falls due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from satumeja.dossier._types import Act, Statement
from satumeja.dossier.acts._occasions import Occasions
from satumeja.dossier.acts._work import ActWork
from satumeja.dossier.reading import Starts, When, nearest_time, sentence_at
from satumeja.report import DateMention, Report, Span

__all__ = ["dated"]

_LONGEST_QUOTATION = 3000
_OWN = ("threaten", "promise")
_HELD = ("agree_to_talk", "meet")
_DUE = ("demand", "offer", "agree", "promise", "warn", "threaten", "red_line", *_HELD)


def dated(work: ActWork, acts: Sequence[Act]) -> Iterator[Act]:
    """Give each act its days.

    Notes
    -----
    An act done in saying something was done when that was said; a meeting is dated by when it
    is held. What is still to come ("by Friday", "from Monday") is when the thing asked, offered,
    promised or threatened falls due, and never the day of the act.
    """
    statements = {statement.id: statement for statement in work.statements}
    occasions = Occasions(work.report, work.people, work.sentences)
    quotations = Starts(work.report.quotations, lambda span: span[0])
    for act in acts:
        statement = statements.get(act.statement or "")
        if statement is not None and act.span == statement.content:
            times = work.dates.within(*statement.content)
            yield replace(act, **_days_said(work.report, act, times, statement))
        else:
            times = _times_around(work, quotations, act)
            yield replace(act, **_days_told(work.report, occasions, act, times))


def _times_around(work: ActWork, quotations: Starts[Span], act: Act) -> list[DateMention]:
    """Give the times of the sentence an act is told in, without quotations it is not told in."""
    sentence = work.report.sentences[sentence_at(work.report, act.span[0])]
    quoted = [
        (start, end)
        for start, end in quotations.within(sentence.start - _LONGEST_QUOTATION, sentence.end)
        if not start <= act.span[0] < end
    ]
    return [
        mention
        for mention in work.dates.within(sentence.start, sentence.end)
        if not any(start <= mention.start < end for start, end in quoted)
    ]


def _days_said(
    report: Report, act: Act, times: Sequence[DateMention], statement: Statement
) -> dict[str, Any]:
    """Date an act done in saying something: by when that was said, or a meeting is held."""
    held = _held(report, act, times)
    due = _due(report, act, times)
    if held is not None or statement.date is None:
        own = due if held is None and act.kind in _OWN else {}
        # What somebody says he will do is dated by when he will, where nothing says when he spoke.
        days = {name.replace("due", "date", 1): day for name, day in own.items()}
        days["precision"] = days.pop("date_precision", None)
        return _fields("date", held) | (days if own else {}) | due
    last = statement.date_end or statement.date
    precision = statement.precision or "day"
    return _fields("date", When(statement.date, last, precision, statement.date_doubtful)) | due


def _days_told(
    report: Report, occasions: Occasions, act: Act, times: Sequence[DateMention]
) -> dict[str, Any]:
    """Date an act the report tells by itself: by the time that goes with its verb, or words."""
    when = _held(report, act, times)
    if when is None:
        over = [mention for mention in times if not mention.coming]
        foreign = occasions.verbs.of_relatives(act.span, over)
        others = [mention for mention in over if mention not in foreign]
        chosen = nearest_time(report, occasions.verbs.of_act(act.span, over), act.span)
        chosen = chosen or nearest_time(report, others, act.span)
        when = When.of(chosen) if chosen is not None else None
        if when is None and act.kind not in _HELD:
            when = occasions.behind(act.span[1] - 1)
    return _fields("date", when) | _due(report, act, times)


def _held(report: Report, act: Act, times: Sequence[DateMention]) -> When | None:
    """Say when a meeting is held, which may be still to come; of other acts nothing."""
    if act.kind not in _HELD:
        return None
    fitting = [mention for mention in times if mention.bound not in ("by", "from")]
    chosen = nearest_time(report, fitting, act.span) or next(iter(fitting), None)
    return When.of(chosen) if chosen is not None else None


def _due(report: Report, act: Act, times: Sequence[DateMention]) -> dict[str, Any]:
    """Say when what an act asks, offers, promises or threatens falls due."""
    coming = [
        mention
        for mention in times
        if act.kind in _DUE and mention.coming and (mention.bound or act.kind not in _HELD)
    ]
    ends = [mention for mention in coming if mention.bound == "by"] or coming
    chosen = nearest_time(report, ends, act.span) or next(iter(ends), None)
    return _fields("due", When.of(chosen) if chosen is not None else None)


def _fields(name: str, when: When | None) -> dict[str, Any]:
    """Give the fields of an act that hold some days."""
    fields: dict[str, Any] = {
        name: when.first if when else None,
        f"{name}_end": when.last if when else None,
        "precision" if name == "date" else "due_precision": when.precision if when else None,
    }
    if name == "date":
        fields["date_doubtful"] = when is not None and when.doubtful
    return fields
