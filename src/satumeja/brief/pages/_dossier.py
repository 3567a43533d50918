"""A dossier of reports as one HTML page: each text marked, and what was found beside it."""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from satumeja.brief.words import Words
from satumeja.dossier import Act, KeptReport, Whole
from satumeja.dossier.reading import issue_name
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
    names = {actor.id: actor.name for actor in whole.dossier.actors}
    done: dict[str, list[str]] = {}
    items: dict[str, list[_Item]] = {report.key: [] for report in whole.reports}
    for act in whole.dossier.acts:
        label = _act_label(act, names, words)
        if act.statement is not None:
            done.setdefault(act.statement, []).append(label)
    for one in whole.dossier.statements:
        speaker = names.get(one.speaker or "", words("dossier.nobody"))
        label = f"{speaker} · {words(f'dossier.mode.{one.mode}')}"
        doubt = [words("dossier.doubtful")] if one.doubtful else []
        note = "; ".join([*done.get(one.id, ()), *doubt])
        items[_report(one.id)].append(_item(whole, one.id, label, one.content, note, words))
    for act in whole.dossier.acts:
        if act.statement is None:
            label = _act_label(act, names, words)
            items[_report(act.id)].append(_item(whole, act.id, label, act.span, "", words))
    for report in whole.reports:
        found = tuple(items[report.key])
        yield _Sheet(report, report.language, _marked(text, report, found), found)


def _report(key: str) -> str:
    """Give the report an item is of."""
    return key.partition("#")[0]


def _item(
    whole: Whole, key: str, label: str, span: tuple[int, int], note: str, words: Words
) -> _Item:
    """Draw up one item, with what an analyst said of it."""
    review = f"dossier.review.{whole.states[key]}"
    state = words(review) if review in words else ""
    quoted = shown(whole.dossier.words(span))
    notes = "; ".join(part for part in (note, state) if part)
    anchor = key.replace("#", "-")
    return _Item(key, anchor, key.split("#")[1], label, quoted, notes, *span)


def _act_label(act: Act, names: Mapping[str, str], words: Words) -> str:
    """Say an act in a few words."""
    done = words(f"dossier.act.{act.kind}")
    towards = f" → {names.get(act.target, act.target)}" if act.target else ""
    about = f" ({issue_name(act.issue, words.language)})" if act.issue else ""
    return f"{names.get(act.actor, act.actor)}: {done}{towards}{about}"


def _marked(text: str, report: KeptReport, items: tuple[_Item, ...]) -> Markup:
    """Mark the words of the items in a text; marks that overlap are cut, not nested."""
    cuts = {report.begin, report.end}
    for item in items:
        cuts |= {item.start, item.end}
    places = sorted(cuts)
    starts: dict[int, list[_Item]] = {}
    for item in items:
        starts.setdefault(item.start, []).append(item)
    parts: list[Markup] = []
    for begin, end in itertools.pairwise(places):
        for item in starts.get(begin, ()):
            parts.append(
                Markup('<a class="tag" id="t-{0}" href="#{0}">{1}</a>').format(
                    item.anchor, item.local
                )
            )
        words = escape(text[begin:end])
        held = any(item.start <= begin and end <= item.end for item in items)
        parts.append(Markup("<mark>{}</mark>").format(words) if held else words)
    return Markup("").join(parts)
