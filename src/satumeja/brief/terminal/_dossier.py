"""A dossier as a page in the terminal: who spoke, what was said, what was done, when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from satumeja.brief.words import Words
from satumeja.dossier import issue_name
from satumeja.report.kit import shown

if TYPE_CHECKING:
    from satumeja.dossier import Act, Dossier, Statement
    from satumeja.report import Source

__all__ = ["print_dossier"]


def print_dossier(dossier: Dossier, console: Console, language: str = "en") -> None:
    """Print a dossier as a readable page.

    Parameters
    ----------
    dossier : Dossier
        What a report says.
    console : rich.console.Console
        Where to print; narrow terminals wrap, and nothing is said by colour alone.
    language : {"en", "id"}
        The language of the labels; the report's own words stay as they are.

    Raises
    ------
    QuestionError
        The language is not one of them.
    """
    console.print(Group(*_page(dossier, Words(language))))


def _page(dossier: Dossier, words: Words) -> Iterator[RenderableType]:
    """Give the parts of the page in order."""
    yield from _head(dossier, words)
    statements = [_statement(dossier, statement, words) for statement in dossier.statements]
    acts = [_act(dossier, act, words) for act in dossier.acts]
    yield from _section("actors", [_actors(dossier, words)], bool(dossier.actors), words)
    yield from _section("statements", statements, bool(statements), words)
    yield from _section("acts", acts, bool(acts), words)
    yield from _section("dates", [_dates(dossier)], bool(dossier.report.dates), words)
    if not statements and not acts:
        name = dossier.report.name
        yield Text()
        yield Text(words("dossier.nothing", report=name if name not in ("", "-") else "REPORT"))


def _section(
    name: str, parts: list[RenderableType], found: bool, words: Words
) -> Iterator[RenderableType]:
    """Give a titled part of the page, or say that nothing was found."""
    yield Text()
    yield Rule(Text(words(f"dossier.{name}"), style="bold"), align="left", characters="─")
    yield from parts if found else [Text(words("dossier.none"), style="italic")]


def _moment(published: dt.datetime | dt.date | None) -> str | None:
    """Give when a report was published, as precisely as it says."""
    if isinstance(published, dt.datetime):
        return published.strftime("%Y-%m-%d %H:%M %z")
    return published.isoformat() if published else None


def _head(dossier: Dossier, words: Words) -> Iterator[RenderableType]:
    """Give the headline and what is known of the article."""
    report, source = dossier.report, dossier.report.source
    yield Text(shown(report.title) or "—", style="bold underline")
    published = _moment(report.published)
    if published and report.day_doubtful:
        published = f"? {published} ({words(f'dossier.inferred.{report.published_by}')})"
    if published and report.zone_assumed:
        published += f" ({words('dossier.zone')})"
    sizes = words(
        "dossier.sizes",
        paragraphs=len(report.paragraphs),
        sentences=len(report.sentences),
        furniture=len(report.furniture),
    )
    facts = {
        "published": published,
        "archive": _archive(source) if source and source.article else None,
        "place": report.place,
        "byline": report.byline,
        "agency": ", ".join(report.agency),
        "language": report.language,
        "encoding": source.encoding if source and source.given else None,
        "caption": shown(dossier.words(report.caption)) if report.caption else None,
        "size": sizes,
    }
    table = _grid()
    for name, fact in facts.items():
        if fact:
            table.add_row(Text(words(f"dossier.{name}"), style="dim"), Text(fact))
    yield table


def _archive(source: Source) -> str:
    """Give where an article was published, and where it stands in a file of many."""
    article = source.article
    parts = (article.outlet, article.section, article.length) if article else ()
    place = source.place.name if source.place else None
    return shown(", ".join(filter(None, parts)) + (f" ({place})" if place else ""))


def _grid() -> Table:
    """Give a table without lines, whose last column wraps."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=False)
    table.add_column(overflow="fold", ratio=1)
    return table


def _actors(dossier: Dossier, words: Words) -> Table:
    """Give the actors with what they are and how often they are named."""
    table = _grid()
    for actor in dossier.actors:
        count = len(actor.mentions)
        named = words("dossier.once") if count == 1 else words("dossier.named", count=count)
        kind = words(f"dossier.actor.{actor.kind}")
        what = "; ".join(part for part in (actor.office, kind, actor.state, named) if part)
        name = actor.called(words.language)
        table.add_row(Text(actor.id, style="bold"), Text(f"{name} ({what})"))
    return table


def _name(dossier: Dossier, actor: str | None, words: Words) -> str:
    """Give an actor's name, or the words where it is not one."""
    for other in dossier.actors:
        if other.id == actor:
            return other.called(words.language)
    return actor or ""


def _statement(dossier: Dossier, statement: Statement, words: Words) -> RenderableType:
    """Give a statement: a line of who and how, and the words themselves."""
    speaker = _name(dossier, statement.speaker, words)
    if not speaker and statement.speaker_span:
        speaker = f"{shown(dossier.words(statement.speaker_span))} ({words('dossier.nobody')})"
    line = Text()
    line.append(f"{statement.id} ", style="dim")
    line.append(speaker or words("dossier.nobody"), style="bold")
    cue = shown(dossier.words(statement.cue)) if statement.cue else None
    addressee = _name(dossier, statement.addressee, words)
    details = [
        cue and f"“{cue}”",
        words(f"dossier.mode.{statement.mode}"),
        addressee and words("dossier.to", whom=addressee),
        statement.medium,
        _days(statement.date, statement.date_end, statement.precision),
        statement.date_doubtful and f"? {words('dossier.guess')}",
        statement.within and words("dossier.within", outer=statement.within),
        statement.doubtful and f"? {words('dossier.doubtful')}",
    ]
    line.append(" · " + " · ".join(shown(str(part)) for part in details if part))
    return Group(line, Padding(Text(f"«{shown(dossier.words(statement.content))}»"), (0, 0, 0, 4)))


def _act(dossier: Dossier, act: Act, words: Words) -> RenderableType:
    """Give an act on one line: who, what, to whom, about what, resting on what."""
    line = Text()
    line.append(f"{act.id} ", style="dim")
    line.append(_name(dossier, act.actor, words), style="bold")
    kind = words(f"dossier.act.{act.kind}")
    line.append(f" · {kind}", style="italic")
    if act.target:
        line.append(f" → {_name(dossier, act.target, words)}")
    if act.issue:
        issue = issue_name(act.issue, words.language).lower()
        line.append(f" · {words('dossier.about', issue=issue)}")
    if act.condition:
        line.append(f" · {words('dossier.if')}: «{shown(dossier.words(act.condition))}»")
    if act.date and act.is_dated:
        line.append(f" · {_days(act.date, act.date_end, act.precision)}")
    if act.date_doubtful:
        line.append(f" · ? {words('dossier.guess')}")
    if act.due:
        due = _days(act.due, act.due_end, act.due_precision)
        line.append(f" · {words('dossier.due', days=due)}")
    rests = act.statement or f"«{shown(dossier.words(act.span))}»"
    line.append(f" [{rests}]", style="dim")
    return line


def _days(first: dt.date | None, last: dt.date | None, precision: str | None) -> str | None:
    """Give some days as precisely as they are known: a month, a year, or from when to when."""
    if first is None:
        return None
    length = {"month": 7, "year": 4}.get(precision or "day")
    if length is not None:
        return first.isoformat()[:length]
    if last is None or last == first:
        return first.isoformat()
    return f"{first.isoformat()} … {last.isoformat()}"


def _dates(dossier: Dossier) -> Table:
    """Give the dates with the days they cover."""
    table = _grid()
    for mention in dossier.report.dates:
        first, last = mention.first.isoformat(), mention.last.isoformat()
        days = first if first == last else f"{first} … {last}"
        mark = "? " if mention.doubtful else "≈ " if mention.approximate else ""
        table.add_row(Text(shown(dossier.words((mention.start, mention.end)))), Text(mark + days))
    return table
