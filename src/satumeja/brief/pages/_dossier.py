"""A dossier of reports as one HTML page: each text marked, and what was found beside it."""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from satumeja.brief.words import Words, apart
from satumeja.dossier import Act, KeptReport, Statement, Whole, period
from satumeja.report.kit import shown

__all__ = ["dossier_page"]

_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class _Item:
    """A statement or an act as the page lists it."""

    key: str
    anchor: str
    local: str
    label: str
    words: str
    note: str
    start: int
    end: int


@dataclass(frozen=True)
class _Sheet:
    """One report: its text with marks, and the items beside it."""

    report: KeptReport
    day: str
    language: str
    text: Markup
    items: tuple[_Item, ...]


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dossier.html.j2")


def dossier_page(whole: Whole, language: str = "en") -> str:
    """Write a dossier as a page: every report's text, marked, with its findings beside it.

    Parameters
    ----------
    whole : Whole
        The reports of a dossier file.
    language : {"en", "id"}
        The language of the labels; the reports' own words stay as they are.

    Returns
    -------
    str
        A complete HTML document that runs nothing and asks for nothing from outside;
        what a report holds is shown as text, never as markup.

    Raises
    ------
    QuestionError
        If the program does not speak the language.
    """
    words = Words(language)
    style = (_TEMPLATES / "dossier.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        sheets=list(_sheets(whole, words)),
        words=words,
        language=language,
        style=Markup(style),  # noqa: S704 our own file, no value from outside
        digest=digest,
    )


def _sheets(whole: Whole, words: Words) -> Iterator[_Sheet]:
    """Draw up the reports."""
    text = whole.dossier.report.text
    acts: dict[str, list[str]] = {}
    items: dict[str, list[_Item]] = {report.key: [] for report in whole.reports}
    for act in whole.dossier.acts:
        if act.statement is not None:
            parts = [_act_label(whole, act, words), *_days(act, words), _review(whole, act, words)]
            acts.setdefault(act.statement, []).append(", ".join(filter(None, parts)))
    for statement in whole.dossier.statements:
        item = _of_statement(whole, statement, acts.get(statement.id, ()), words)
        items[_report(statement.id)].append(item)
    for act in whole.dossier.acts:
        if act.statement is None:
            label = " · ".join([_act_label(whole, act, words), *_days(act, words)])
            note = _review(whole, act, words)
            items[_report(act.id)].append(_item(whole, act.id, label, act.span, note))
    for report in whole.reports:
        beside = tuple(items[report.key])
        day = _report_day(report, words)
        yield _Sheet(report, day, report.language, _marked(text, report, beside), beside)


def _report(key: str) -> str:
    """Give the report an item is of."""
    return key.partition("#")[0]


def _of_statement(whole: Whole, statement: Statement, acts: Iterable[str], words: Words) -> _Item:
    """Draw up a statement, with the acts done in it."""
    speaker = statement.speaker and apart(whole.actor_name(statement.speaker, words.language))
    mode = words(f"dossier.mode.{statement.mode}")
    label = " · ".join([speaker or words("dossier.nobody"), mode, *_days(statement, words)])
    doubt = words("dossier.doubtful") if statement.doubtful else ""
    notes = "; ".join(filter(None, (*acts, doubt, _review(whole, statement, words))))
    return _item(whole, statement.id, label, statement.content, notes)


def _item(whole: Whole, key: str, label: str, span: tuple[int, int], note: str) -> _Item:
    """Draw up one item."""
    quoted = shown(whole.dossier.words(span))
    return _Item(key, key.replace("#", "-"), key.split("#")[1], label, quoted, note, *span)


def _report_day(report: KeptReport, words: Words) -> str:
    """Give when a report was published, marked where that is not certain."""
    if report.day is None:
        return words("dossier.no_day")
    return _certain(report.day.isoformat(), report.day_doubtful, words)


def _certain(day: str, doubtful: bool, words: Words) -> str:
    """Mark a day that is not certain."""
    return words("evidence.date_doubtful", date=day) if doubtful else day


def _days(item: Statement | Act, words: Words) -> Iterator[str]:
    """Give when something was said or done, as far as its words say, and by when it falls due."""
    if item.date is not None and (not isinstance(item, Act) or item.is_dated):
        day = period(item.date, item.date_end, item.precision)
        yield _certain(day, item.date_doubtful, words)
    if isinstance(item, Act) and item.due is not None:
        yield words("dossier.due", days=period(item.due, item.due_end, item.due_precision))


def _review(whole: Whole, item: Statement | Act, words: Words) -> str:
    """Give what an analyst said of an item, who it was and when; empty where nobody did."""
    review = whole.reviews.get(item.id)
    if review is None:
        return ""
    state = words(f"dossier.review.{whole.states[item.id]}")
    return words("evidence.reviewed", state=state, who=review.who, day=review.at[:10])


def _act_label(whole: Whole, act: Act, words: Words) -> str:
    """Say an act in a few words."""
    language = words.language
    deed = words(f"dossier.act.{act.kind}")
    towards = f" → {apart(whole.actor_name(act.target, language))}" if act.target else ""
    about = f" ({apart(whole.issue_name(act.issue, language))})" if act.issue else ""
    return f"{apart(whole.actor_name(act.actor, language))}: {deed}{towards}{about}"


def _marked(text: str, report: KeptReport, items: tuple[_Item, ...]) -> Markup:
    """Mark the words of the items in a text; marks that overlap are cut, not nested."""
    changes = Counter({report.begin: 0, report.end: 0})  # how many more items hold from here on
    starts: dict[int, list[_Item]] = {}
    for item in items:
        changes[item.start] += 1
        changes[item.end] -= 1
        starts.setdefault(item.start, []).append(item)
    parts: list[Markup] = []
    open_items = 0
    for begin, end in itertools.pairwise(sorted(changes)):
        open_items += changes[begin]
        for item in starts.get(begin, ()):
            parts.append(
                Markup('<a class="tag" id="t-{0}" href="#{0}">{1}</a>').format(
                    item.anchor, item.local
                )
            )
        words = escape(text[begin:end])
        parts.append(Markup("<mark>{}</mark>").format(words) if open_items else words)
    return Markup("").join(parts)
