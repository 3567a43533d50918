"""A dossier file as evidence is looked up in it: opened once, and only what is cited is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from satumeja.dossier import Act, Actor, Statement
from satumeja.errors import ReportError

if TYPE_CHECKING:
    from satumeja.dossier import DossierFile, Item, KeptReport, Whole
    from satumeja.dossier.grading import Contest
    from satumeja.report import Span

__all__ = ["Kept"]


class Kept:
    """What a dossier file holds, as far as it is cited.

    Parameters
    ----------
    path : Path
        The file.
    cited : collection of str
        The reports that are cited: ``r1``, ``r5``.

    Raises
    ------
    ReportError
        There is no such file, or it is no dossier.

    Notes
    -----
    Cost is that of the reports cited, however many the file holds. What is contested rests on
    all of them: it is asked for grades alone, and linear in what the file holds.
    """

    def __init__(self, path: Path, cited: Collection[str] = ()) -> None:
        from satumeja.dossier import DossierFile, reports

        self._path = path
        self._texts = dict[str, str]()
        self._items: dict[str, Item] = {}
        self._actors = dict[str, Actor]()
        self._copies: dict[frozenset[str], Mapping[str, str]] = {}
        self._cut: dict[str, tuple[Span, ...]] = {}
        self._elsewhere: dict[str, tuple[Item, ...]] = {}
        with DossierFile(path) as file:
            self.reports: Mapping[str, KeptReport] = {
                report.key: report for report in reports(file)
            }
            self._read(file, cited)

    def _read(self, file: DossierFile, cited: Collection[str]) -> None:
        """Read the reports cited that are there, once each."""
        from satumeja.dossier import items, text_of

        for key in sorted(self.reports.keys() & (set(cited) - self._texts.keys())):
            self._texts[key] = text_of(file, key)
            self._take(file, items(file, key))

    def _take(self, file: DossierFile, items: Collection[Item]) -> None:
        """Keep items, and who speaks and acts in them."""
        from satumeja.dossier.keeping import actors_by_id

        self._items |= {item.key: item for item in items}
        named = {name for item in items for name in _named(item) if name not in self._actors}
        self._actors |= actors_by_id(file, named)

    def _require(self, report: str) -> None:
        """Read a report that was not known to be cited."""
        from satumeja.dossier import DossierFile

        if report in self.reports and report not in self._texts:
            with DossierFile(self._path) as file:
                self._read(file, [report])

    def item(self, key: str) -> Item | None:
        """Give a statement or an act, whatever became of it."""
        self._require(key.partition("#")[0])
        return self._items.get(key)

    def acts_in(self, statement: str) -> Iterator[Act]:
        """Give the acts that are done in a statement and stand."""
        self._require(statement.partition("#")[0])
        values = (item.value for item in self._items.values() if item.stands)
        return (v for v in values if isinstance(v, Act) and v.statement == statement)

    def within(self, statement: str) -> tuple[str, ...]:
        """Give a statement, and those that stand and are reported within it, by key."""
        self._require(statement.partition("#")[0])
        values = (item.value for item in self._items.values() if item.stands)
        inner = {v.id: v.within for v in values if isinstance(v, Statement) and v.within}
        keys = {statement: None}
        while more := [key for key, of in inner.items() if of in keys and key not in keys]:
            keys |= dict.fromkeys(more)
        return tuple(keys)

    def last_rejected_in(self, statement: str) -> Item | None:
        """Give the act of a statement that was rejected last, where no act of it stands."""
        acts = [
            item
            for item in self._items.values()
            if isinstance(item.value, Act)
            and item.value.statement == statement
            and item.state != "retired"
        ]
        if not acts or any(item.stands for item in acts):
            return None
        return max(acts, key=lambda item: item.at or "")

    def items_with(self, print_: str) -> tuple[Item, ...]:
        """Give the items whose words have a fingerprint, or had before an analyst cut them."""
        from satumeja.dossier import DossierFile, items_with

        if print_ not in self._elsewhere:
            with DossierFile(self._path) as file:
                self._elsewhere[print_] = items_with(file, print_)
                self._take(file, self._elsewhere[print_])
        return self._elsewhere[print_]

    def actor(self, identifier: str) -> Actor | None:
        """Give an actor of what is cited, or of what contests it."""
        if identifier not in self._actors and "whole" in self.__dict__:
            self._actors |= {actor.id: actor for actor in self.whole.dossier.actors}
        return self._actors.get(identifier)

    def words(self, key: str, span: Span) -> tuple[str, str, str]:
        """Give what stands before a span of a report in its sentence, the span, and what after."""
        self._require(key)
        text, (start, end) = self._texts[key], span
        inside = [(a, b) for a, b in self._sentences(key) if a < end and start < b]
        low, high = min([start, *(a for a, _ in inside)]), max([end, *(b for _, b in inside)])
        return text[low:start], text[start:end], text[end:high]

    def shared_text(self, key: str) -> str:
        """Name the report whose text one shares with others that are cited; nothing if alone."""
        from satumeja.dossier.keeping import copies_of

        self._require(key)
        cited = frozenset(self._texts)
        if cited not in self._copies:
            reports = [self.reports[name] for name in sorted(cited)]
            groups = copies_of(reports, [self._texts[report.key] for report in reports])
            self._copies[cited] = {
                name: copies.reports[0] for copies in groups for name in copies.reports
            }
        return self._copies[cited].get(key, "")

    def _sentences(self, key: str) -> tuple[Span, ...]:
        """Find the sentences of a report, once; none where it is no report any more."""
        from satumeja.report import Source, parse

        if key not in self._cut:
            try:
                sentences = parse(Source(key, "text", self._texts[key], "")).sentences
            except ReportError:
                sentences = ()
            self._cut[key] = tuple((sentence.start, sentence.end) for sentence in sentences)
        return self._cut[key]

    @cached_property
    def whole(self) -> Whole:
        """All that stands in the file."""
        from satumeja.dossier import DossierFile, whole

        with DossierFile(self._path) as file:
            return whole(file)

    @property
    def contests(self) -> Mapping[str, tuple[Contest, ...]]:
        """What speaks against what."""
        return self.whole.contests


def _named(item: Item) -> Iterator[str]:
    """Name who speaks or acts in an item."""
    value = item.value
    named = (value.speaker,) if isinstance(value, Statement) else (value.by, value.actor)
    return filter(None, named)
