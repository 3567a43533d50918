"""Evidence in a single report: in what `read --json` printed of it, or read anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from satumeja.dossier import Link
from satumeja.dossier.grading import Contest, contests
from satumeja.errors import InputError, MissingExtraError
from satumeja.evidence._account import Account, account_of, act_of
from satumeja.evidence._passage import Passage, Publication, When
from satumeja.files import beside
from satumeja.model import Reference, Source

if TYPE_CHECKING:
    from satumeja.report import Span

__all__ = ["ReportSource", "flowing"]

_ODD = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What comes of a document that is none of ours; of an endless number, the first."""


class ReportSource:
    """A source that is one report, or a publication without a text.

    Parameters
    ----------
    source : Source
        The source.
    origin : Path or None
        The model file, from whose folder paths begin.
    """

    def __init__(self, source: Source, origin: Path | None) -> None:
        self.source, self._origin = source, origin

    @cached_property
    def text(self) -> str:
        """The report's text, as every span points into it; empty where it cannot be read."""
        from satumeja.bundles import open_report

        if not self.source.report:
            return ""
        try:
            return open_report(beside(self.source.report, self._origin)).text
        except (InputError, MissingExtraError):
            return ""

    @cached_property
    def document(self) -> Mapping[str, Any]:
        """The dossier as its JSON document; read from the report where there is no file."""
        if self.source.dossier:
            with suppress(OSError, ValueError, RecursionError):
                path = beside(self.source.dossier, self._origin)
                dossier = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(dossier, dict):
                    return dossier
        return _read(self.text, self.source.report)

    def find(self, reference: Reference) -> Passage:
        """Look a reference up; whatever is missing is said in the passage, never raised."""
        if reference.kept:
            return Passage(reference, self.source, "one_report")
        is_text = bool(self.source.report or self.source.dossier)
        if not reference.item and not reference.fingerprint:
            return Passage(reference, self.source, publication=self._publication)
        if not is_text:
            return Passage(reference, self.source)
        if not self.text:
            return Passage(reference, self.source, "no_report")
        try:
            return self._passage(reference)
        except _ODD:
            return Passage(reference, self.source, "unreadable")

    def contests(self, item: str) -> tuple[Contest, ...]:
        """Say what speaks against a statement or an act, by the report."""
        return tuple(
            replace(contest, act=Reference(self.source.id, contest.act).plain)
            for contest in self._contests.get(item, ())
        )

    @cached_property
    def account(self) -> Account:
        """What the report holds as a whole; nothing where there is none that can be read."""
        try:
            return account_of(
                self.source,
                self.document,
                self.text,
                lambda item: Reference(self.source.id, item).plain,
            )
        except _ODD:
            return Account(self.source)

    def called(self, actor: str, language: str) -> str:
        """Say what an actor is called, as the report has it whatever the language."""
        del language
        actors = self.document.get("actors", ()) if "document" in self.__dict__ else ()
        return next((str(a["name"]) for a in actors if a["id"] == actor), "")

    @cached_property
    def _publication(self) -> Publication:
        """What is known of the report, by its reading."""
        article = self.document.get("article")
        if not isinstance(article, dict):
            return Publication()
        agency = article.get("agency")
        return Publication(
            str(article.get("title") or ""),
            str(article.get("published") or "")[:10],
            outlet=str(article.get("site") or ""),
            agency=tuple(map(str, agency)) if isinstance(agency, list) else (),
        )

    def _passage(self, reference: Reference) -> Passage:
        listed = [*self.document.get("statements", ()), *self.document.get("acts", ())]
        entry = self._entry(listed, reference)
        if entry is None:
            missing = "lost" if reference.fingerprint else "no_statement"
            return Passage(reference, self.source, missing)
        start, end = self._span(entry)
        low, high = self._sentences(start, end)
        article = self.document.get("article") or {}
        own, name = str(entry.get("date") or ""), entry.get("speaker") or entry.get("actor")
        moved = str(entry["id"]) != reference.item
        return Passage(
            reference,
            self.source,
            before=flowing(self.text[low:start]),
            content=flowing(self.text[start:end]),
            after=flowing(self.text[end:high]),
            speaker=self._name(name),
            acts=self._acts(entry),
            issues=self._issues(entry),
            speech=self._speech(entry),
            when=When((own or str(article.get("published") or ""))[:10], of_report=not own),
            language=str(article.get("language") or ""),
            doubtful=bool(entry.get("doubtful")),
            fingerprint=self._print(entry),
            now=Reference(reference.source, str(entry["id"])) if moved else None,
            publication=self._publication,
            item=str(entry["id"]),
        )

    def _entry(self, listed: list[Any], reference: Reference) -> Mapping[str, Any] | None:
        """Find a statement or an act by its id, and where its words are others, by its words."""
        named = next((entry for entry in listed if entry["id"] == reference.item), None)
        wanted = reference.fingerprint
        if not wanted or (named is not None and self._print(named) == wanted):
            return named
        return next((entry for entry in listed if self._print(entry) == wanted), None)

    def _span(self, entry: Mapping[str, Any]) -> Span:
        start, end = (int(offset) for offset in entry.get("content") or entry["span"])
        if not 0 <= start < end <= len(self.text):
            raise ValueError
        return start, end

    def _print(self, entry: Mapping[str, Any]) -> str:
        from satumeja.report.kit import fingerprint

        return fingerprint(self.text[slice(*self._span(entry))])

    def _sentences(self, start: int, end: int) -> Span:
        """Widen a span to the sentences it stands in."""
        spans = [(s["start"], s["end"]) for s in self.document.get("sentences", ())]
        inside = [(a, b) for a, b in spans if a < end and start < b]
        return min([start, *(a for a, _ in inside)]), max([end, *(b for _, b in inside)])

    def _name(self, actor: str | None) -> str:
        actors = self.document.get("actors", ())
        return next((str(a["name"]) for a in actors if a["id"] == actor), actor or "")

    def _acts(self, entry: Mapping[str, Any]) -> tuple[str, ...]:
        """Say what is done: in a statement by the acts listed of it; its cue is but a guess."""
        if "span" in entry and entry.get("kind"):
            return (str(entry["kind"]),)
        acts = self.document.get("acts", ())
        within = (str(act["kind"]) for act in acts if act.get("statement") == entry["id"])
        return tuple(dict.fromkeys(within))

    def _issues(self, entry: Mapping[str, Any]) -> tuple[str, ...]:
        """Say what is done is about, in a statement and in what is reported within it."""
        within = {str(entry["id"])}
        for statement in self.document.get("statements", ()):
            if statement.get("within") in within:
                within.add(str(statement["id"]))
        acts = [a for a in self.document.get("acts", ()) if a.get("statement") in within]
        return tuple(dict.fromkeys(str(a["issue"]) for a in (entry, *acts) if a.get("issue")))

    def _speech(self, entry: Mapping[str, Any]) -> Literal["direct", "reported", "told"]:
        """Say how an entry is known: an act as the statement it was done in."""
        mode = entry.get("mode")
        if "span" in entry and mode is None:
            statements = self.document.get("statements", ())
            of = (s.get("mode") for s in statements if s["id"] == entry.get("statement"))
            mode = next(of, "told" if not entry.get("statement") else None)
        if mode == "told":
            return "told"
        return "direct" if mode in ("direct", "mixed") else "reported"

    @cached_property
    def _contests(self) -> Mapping[str, tuple[Contest, ...]]:
        """What speaks against what, by the links of the document; nothing where it has none."""
        try:
            acts = [act_of(entry) for entry in self.document.get("acts", ())]
            links = [
                Link(str(link["kind"]), str(link["act"]), str(link["of"]))
                for link in self.document.get("links", ())
            ]
        except _ODD:
            return {}
        return contests(acts, links)


def flowing(text: str) -> str:
    """Let line ends inside a quotation be blanks."""
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _read(text: str, name: str) -> Mapping[str, Any]:
    from satumeja import dossier, report

    if not text:
        return {}
    try:
        document: Mapping[str, Any] = dossier.read(report.parse(text, name)).to_json()
    except InputError:
        return {}
    return document
