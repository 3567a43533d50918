"""Corrections of a dossier in lines: what was done, what it now says, what can be set.

Lines and no page: whoever corrects asks for one after the other, and none should wait.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from satumeja.brief.words import Words
from satumeja.report.kit import shown

if TYPE_CHECKING:
    from satumeja.dossier import Act, Correction, Field, Item, KeptReport, Statement, Subject

__all__ = ["correction_lines", "field_lines", "log_lines"]

_MOST_LISTED = 12
# What a change is kept in beside the fields that were set.
_INNER = (
    "day_end",
    "due_end",
    "precision",
    "due_precision",
    "day_doubtful",
    "print",
    "words",
    "start",
    "stop",
)


def correction_lines(
    correction: Correction, subject: Subject, language: str = "en"
) -> Iterator[str]:
    """Say what was corrected, and what it now says.

    Parameters
    ----------
    correction : Correction
        What was done.
    subject : Subject
        What it was done to, as it stands.
    language : {"en", "id"}
        The language to speak.
    """
    words = Words(language)
    verb = "withdrawn" if correction.withdrawn else correction.verb
    named = {"correction": correction.key, "of": correction.of, "who": correction.who}
    yield shown(words(f"corrections.done.{verb}", **named))
    if correction.verb == "split" and not correction.withdrawn:
        reports = ", ".join(f"r{number}" for number in correction.change["reports"])
        parts = {"of": subject.key.partition(":")[2], "into": correction.change["into"]}
        yield f"  {words('corrections.parted', reports=reports, **parts)}"
        return
    for line in _now(subject, words):
        yield f"  {shown(line)}"


def _now(subject: Subject, words: Words) -> Iterator[str]:
    """Say what a thing now says."""
    if subject.kind in ("statement", "act"):
        if subject.item is None:
            yield words("corrections.gone")
        else:
            yield from _item(subject.item, words)
    elif subject.report is not None:
        yield from _report(subject.report, words)
    elif subject.kind == "link":
        yield words(f"dossier.review.{subject.state}")
    else:
        yield from _named(subject, words)


def _item(item: Item, words: Words) -> Iterator[str]:
    """Say what a statement or an act says."""
    parts = [words(f"dossier.review.{item.state}")]
    parts += _act(item.value, words) if item.kind == "act" else _statement(item.value, words)  # type: ignore[arg-type]
    yield " · ".join(parts)
    yield f"«{item.words}»"


def _statement(said: Statement, words: Words) -> Iterator[str]:
    """Give the parts of a statement."""
    yield said.speaker or words("dossier.nobody")
    yield words(f"dossier.mode.{said.mode}")
    yield words(f"dossier.act.{said.act}")
    if said.addressee:
        yield words("dossier.to", whom=said.addressee)
    if said.medium:
        yield said.medium
    if said.date:
        yield _days(said.date, said.date_end)


def _act(act: Act, words: Words) -> Iterator[str]:
    """Give the parts of an act."""
    yield act.actor + (f" → {act.target}" if act.target else "")
    yield words(f"dossier.act.{act.kind}")
    if act.issue:
        yield words("dossier.about", issue=act.issue)
    if act.date and act.is_dated:
        yield _days(act.date, act.date_end)
    if act.due:
        days = _days(act.due, act.due_end)
        yield words("corrections.due", days=days)
    feared = [part for part in (act.condition_actor, act.condition_issue) if part]
    if feared:
        yield words("corrections.feared", what=" · ".join(feared))
    if act.statement:
        yield act.statement


def _days(first: dt.date, last: dt.date | None) -> str:
    """Write a day, or two with a stroke between, as they are set."""
    return f"{first}/{last}" if last and last != first else str(first)


def _report(report: KeptReport, words: Words) -> Iterator[str]:
    """Say what is known of a report."""
    if report.rejected:
        yield words("dossier.review.rejected")
    published = report.published.isoformat() if report.published else None
    facts = {
        "title": report.title or None,
        "published": published,
        "outlet": report.outlet,
        "author": report.author,
        "language": report.language,
    }
    for name, fact in facts.items():
        yield f"{name}: {fact if fact else words('corrections.unknown')}"


def _named(subject: Subject, words: Words) -> Iterator[str]:
    """Say what an actor or an issue is called, and what it is part of."""
    own = subject.key.partition(":")[2]
    if subject.now != own:
        yield words("corrections.merged", of=own, into=subject.now)
        return
    called = ", ".join(f"{code}: {name}" for code, name in subject.names)
    yield called or words("corrections.unknown")
    if subject.kind == "actor":
        kind = words(f"dossier.actor.{subject.actor_kind or 'person'}")
        yield " · ".join(part for part in (kind, subject.office, subject.body) if part)


def log_lines(corrections: Sequence[Correction], language: str = "en") -> Iterator[str]:
    """Say the corrections of a dossier, the first first; those taken back are marked.

    Parameters
    ----------
    corrections : sequence of Correction
        From `satumeja.dossier.history`.
    language : {"en", "id"}
        The language to speak.
    """
    words = Words(language)
    if not corrections:
        yield words("corrections.none")
    for event in corrections:
        change = ", ".join(f"{name}={value}" for name, value in _as_set(event.change).items())
        line = f"{event.key} {event.at} {event.who}: {event.verb} {event.of} {change}".rstrip()
        note = f" ({event.note})" if event.note else ""
        gone = f" [{words('corrections.taken_back')}]" if event.withdrawn else ""
        yield shown(f"{line}{note}{gone}")


def _as_set(change: Mapping[str, object]) -> dict[str, object]:
    """Give what was set by the fields it was set with, not by the columns it is kept in."""
    fields = {name: value for name, value in change.items() if name not in _INNER}
    for field, column in (("date", "day"), ("due", "due")):
        if column in change:
            fields.pop(column, None)
            days = [str(change[name]) for name in (column, f"{column}_end") if change.get(name)]
            fields[field] = "/".join(dict.fromkeys(days))
    reports = change.get("reports")
    if isinstance(reports, list):
        fields["reports"] = ",".join(f"r{number}" for number in reports)
    if "start" in change and "stop" in change:
        fields["at"] = f"{change['start']}:{change['stop']}"
    return {name: "" if value is None else value for name, value in fields.items()}


def field_lines(fields: Mapping[str, Sequence[Field]], language: str = "en") -> Iterator[str]:
    """Say what can be set of things, with the values each field takes.

    Parameters
    ----------
    fields : mapping of str to sequence of Field
        By kind of thing, from `satumeja.dossier.settable`.
    language : {"en", "id"}
        The language to speak.
    """
    words = Words(language)
    for item, settable in fields.items():
        yield f"{item}:"
        for field in settable:
            values = words(f"corrections.values.{field.values}")
            listed = ", ".join(field.choices[:_MOST_LISTED])
            if len(field.choices) > _MOST_LISTED:
                more = words.number(len(field.choices) - _MOST_LISTED)
                listed = words("corrections.more", listed=listed, count=more)
            needed = f" ({words('corrections.needed')})" if field.needed else ""
            colon = f": {listed}" if listed else ""
            yield f"  {field.name:16} {shown(f'{values}{needed}{colon}')}"
