"""A dossier file as evidence is looked up in it: each read once, and only what is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from satumeja.dossier import Act, Actor, Statement
from satumeja.dossier.grading import Contest, contests
from satumeja.messages import LANGUAGES
from satumeja.report.kit import fingerprint

if TYPE_CHECKING:
    from satumeja.dossier import KeptReport, Whole
    from satumeja.report import Span

__all__ = ["Item", "Kept"]


@dataclass(frozen=True)
class Item:
    """A statement or an act of a dossier file, as corrected; spans in its report's own text."""

    key: str
    kind: str
    value: Statement | Act
    words: str
    state: str
    who: str | None = None
    at: str | None = None
    note: str | None = None

    @property
    def fingerprint(self) -> str:
        """What its words are known again by."""
        return fingerprint(self.words)


class Kept:
    """What a dossier file holds.

    Parameters
    ----------
    path : Path
        The file.

    Raises
    ------
    ReportError
        There is no such file, it is no dossier, or it holds no report.
    """

    def __init__(self, path: Path) -> None:
        from satumeja.dossier import DossierFile, whole

        with closing(DossierFile(path)) as file:
            self._whole: Whole = whole(file)
            self._reviews = {
                (row["sha256"], row["item"], row["start"], row["stop"]): row
                for row in file.rows("SELECT * FROM correction ORDER BY id")
            }
            self._sources = {
                f"r{row['id']}": row for row in file.rows("SELECT id, agency, site FROM source")
            }
            self._raw = {
                f"r{row['source']}#{row['id']}": row
                for kind in ("statement", "act")
                for row in file.rows(f"SELECT * FROM {kind}")  # noqa: S608
            }

    def report(self, key: str) -> KeptReport | None:
        """Give a report."""
        return next((report for report in self._whole.reports if report.key == key), None)

    @property
    def reports(self) -> tuple[str, ...]:
        """The reports, by key."""
        return tuple(report.key for report in self._whole.reports)

    def origin(self, key: str) -> tuple[str, tuple[str, ...]]:
        """Give the outlet a report stands in, and the agencies it carries."""
        row = self._sources[key]
        return row["site"] or "", tuple(json.loads(row["agency"]))

    def language(self, key: str) -> str:
        """Give the language a report is in."""
        report = self.report(key)
        return report.language if report else ""

    def item(self, key: str) -> Item | None:
        """Give a statement or an act, whatever became of it."""
        return self._items.get(key)

    def acts_in(self, statement: str) -> Iterator[Act]:
        """Give the acts done in a statement."""
        return (act for act in self._whole.dossier.acts if act.statement == statement)

    def items_with(self, print_: str) -> Iterator[Item]:
        """Give the items whose words have a fingerprint."""
        return (item for item in self._items.values() if item.fingerprint == print_)

    def had(self, item: Item, print_: str) -> bool:
        """Whether the words of an item had a fingerprint before an analyst cut them otherwise."""
        return any(other.key == item.key for other in self.items_with(print_))

    def actor(self, identifier: str) -> Actor | None:
        """Give an actor."""
        actor = next((a for a in self._whole.dossier.actors if a.id == identifier), None)
        return _named(actor) if actor else None

    def text(self, key: str) -> str:
        """Give the text of a report."""
        report = self.report(key)
        return self._whole.dossier.words((report.begin, report.end)) if report else ""

    def sentence(self, key: str, span: Span) -> Span:
        """Widen a span of a report to the sentences it stands in."""
        from satumeja.report import Source, parse

        text = self.text(key)
        sentences = parse(Source(key, "text", text, "")).sentences
        inside = [(s.start, s.end) for s in sentences if s.start < span[1] and span[0] < s.end]
        return min([span[0], *(a for a, _ in inside)]), max([span[1], *(b for _, b in inside)])

    @cached_property
    def contests(self) -> Mapping[str, tuple[Contest, ...]]:
        """What speaks against what."""
        from satumeja.dossier import links

        return contests(self._whole.dossier.acts, links(self._whole.dossier))

    @cached_property
    def _items(self) -> dict[str, Item]:
        dossier, states = self._whole.dossier, self._whole.states
        items = dict[str, Item]()
        values: list[Statement | Act] = [*dossier.statements, *dossier.acts]
        for value in values:
            begin = self._whole.report_of(value.id).begin
            span = value.content if isinstance(value, Statement) else value.span
            own = (span[0] - begin, span[1] - begin)
            moved: Statement | Act = (
                replace(value, content=own)
                if isinstance(value, Statement)
                else replace(value, span=own)
            )
            items[value.id] = self._item(value.id, moved, dossier.words(span), states[value.id])
        for key, row in self._raw.items():
            if key not in items:
                items[key] = self._item(key, _raw_value(key, row), row["words"], "rejected")
        return items

    def _item(self, key: str, value: Statement | Act, words: str, state: str) -> Item:
        kind = "statement" if isinstance(value, Statement) else "act"
        span = value.content if isinstance(value, Statement) else value.span
        report = self.report(key.partition("#")[0])
        row = self._reviews.get((report.sha256, kind, *span)) if report else None
        review = (row["who"], row["at"], row["note"]) if row else (None, None, None)
        return Item(key, kind, value, words, state, *review)


def _named(actor: Actor) -> Actor:
    """Give an actor with its name in each language, by the lists where it has none of its own."""
    from satumeja.dossier.reading import state_names
    from satumeja.report.kit import knowledge

    if actor.names:
        return actor
    names = dict(state_names().get(actor.id) or {})
    body = knowledge("satumeja.dossier", "states")["organisations"].get(actor.id)
    if body:
        names = {code: body[code][0].removeprefix("the ") for code in LANGUAGES if code in body}
    return replace(actor, names=tuple(names.items()))


def _raw_value(key: str, row: Mapping[str, object]) -> Statement | Act:
    """Make of a row what is told of a reading that an analyst rejected."""
    span = (int(str(row["start"])), int(str(row["stop"])))
    if "speaker" in row.keys():  # noqa: SIM118 # a row of SQLite has no other way to ask
        speaker = str(row["speaker"]) if row["speaker"] else None
        return Statement(key, speaker, None, None, "say", span, str(row["mode"]))
    return Act(key, str(row["kind"]), str(row["actor"]), None, None, None, span)
