"""What has a date from the day on that a model speaks of."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator

from satumeja.dossier import Act, period
from satumeja.evidence import Account
from satumeja.front._sources import Ahead
from satumeja.model import Model, Reference, Table, Text, references

__all__ = ["ahead", "days_of"]

_MONTH, _DAY = 7, 10


def days_of(date: str) -> tuple[dt.date, dt.date] | None:
    """Give the first and the last day of an ISO date, month or year; None for anything else.

    Examples
    --------
    >>> days_of("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> days_of("soon")
    """
    try:
        first = dt.date.fromisoformat(f"{date}-01-01"[:_DAY])
    except ValueError:
        return None
    if len(date) >= _DAY:
        return first, first
    month = first.month if len(date) == _MONTH else 12
    return first, first.replace(month=month, day=calendar.monthrange(first.year, month)[1])


def ahead(model: Model, accounts: Iterable[Account]) -> tuple[Ahead, ...]:
    """List what lies ahead of the day a model speaks of, the nearest first; never what is past.

    Parameters
    ----------
    model : Model
        Its tables and deadlines; of a table that has met, until when it is to be done.
    accounts : iterable of Account
        What the reports say as a whole: what is due, or to be done, on a day after that one.
        What a table of the model rests on is told as that table alone.
    """
    since = days_of(model.as_of)
    now = since[1] if since else None
    listed = [*_of_model(model, now), *_of_reports(model, accounts, now)]
    return tuple(sorted(listed, key=lambda due: due.first or dt.date.max))


def _of_model(model: Model, now: dt.date | None) -> Iterator[Ahead]:
    for table in model.tables:
        for date in (table.date, table.until):
            if is_ahead := _ahead_of(date, now):
                yield Ahead(date, is_ahead[0], "table", table.id, Text(""))
                break
    for deadline in model.deadlines:
        if is_ahead := _ahead_of(deadline.date, now):
            yield Ahead(deadline.date, is_ahead[0], "deadline", deadline.id, deadline.name)


def _ahead_of(date: str, now: dt.date | None) -> tuple[dt.date, dt.date] | None:
    """Give the days of a date that is not past; where no day is given, nothing is past."""
    days = days_of(date) if date else None
    return days if days and (now is None or days[1] >= now) else None


def _of_reports(model: Model, accounts: Iterable[Account], now: dt.date | None) -> Iterator[Ahead]:
    """Give what reports say is to come; without a day of the model nothing of it is known."""
    if now is None:
        return
    seated, taken = _sentences(model.tables, model), set[tuple[str, str]]()
    for account in accounts:
        for act in account.acts:
            first, last, precision = _when(act)
            items = {account.called(item) for item in (act.id, act.statement) if item}
            if first is None or first <= now or act.proposed or items & seated:
                continue
            on = period(first, last, precision)
            key = (on, act.statement or act.id)
            if key not in taken:
                taken.add(key)
                words = " ".join(account.words(act.span).split())
                text = Text({account.language(act.id): words})
                yield Ahead(on, first, "report", account.called(act.statement or act.id), text)


def _when(act: Act) -> tuple[dt.date | None, dt.date | None, str | None]:
    """Say when an act is due, or else was or is to be done."""
    if act.due is not None:
        return act.due, act.due_end, act.due_precision
    if act.date_doubtful:
        return None, None, None
    return act.date, act.date_end, act.precision


def _sentences(tables: Iterable[Table], model: Model) -> set[str]:
    """Give what tables rest on, without fingerprints."""
    named = {source.id for source in model.sources}
    cited = {text for table in tables for text in table.evidence} & set(references(model))
    return {Reference.read(text, named).plain for text in cited}
