"""The very sentence an assumption rests on, looked up in the report it was published in."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from markupsafe import Markup

from satumeja.brief.words import Words
from satumeja.errors import InputError
from satumeja.files import beside
from satumeja.model import Adjusted, Model, Source
from satumeja.model.kit import statements_of

__all__ = ["Archive", "Quote", "anchor", "references"]

Span = tuple[int, int]

_INNER_QUOTES = str.maketrans("“”", "‘’")


@dataclass(frozen=True)
class Quote:
    """A reference to a source, and the sentence it stands for where that was found.

    Parameters
    ----------
    reference : str
        As the model has it, such as ``wire#s3``.
    source : Source or None
        The source it names; None where the model has no such source.
    before, content, after : str
        The sentence: what is said, and what stands around it. Empty where not found.
    speaker, date, language : str
        Who said it, when (ISO), in which language; empty where unknown.
    missing : str
        Why there is no sentence, as the key of a message; empty where there is one.
    """

    reference: str
    source: Source | None
    before: str = ""
    content: str = ""
    after: str = ""
    speaker: str = ""
    date: str = ""
    language: str = ""
    missing: str = ""

    def title(self, words: Words) -> str:
        """Return what the source is called."""
        if self.source is None:
            return self.reference
        return self.source.title.in_language(words.language) or self.source.id

    def credit(self, words: Words, *, dated: bool = True) -> str:
        """Say who said it, or where, and when, with the reference as the model has it."""
        date = words.date(self.date) if dated else ""
        parts = [self.speaker or self.title(words), date, self.reference]
        return words("evidence.join").join(part for part in parts if part)

    def text(self, words: Words) -> str:
        """Return the quotation and its source as plain text."""
        credit = self.credit(words)
        if self.missing:
            return f"{credit}: {words(self.missing)}"
        inner = (self.before + self.content + self.after).translate(_INNER_QUOTES)
        return f"{words('quoted', text=inner)} ({credit})"

    @property
    def anchor(self) -> str:
        """The end of the id under which the page has this quotation in full."""
        return f"evidence-{anchor(self.reference)}"

    def link(self, words: Words, *, dated: bool = False) -> Markup:
        """Return who said it, leading to the quotation in full."""
        target = f"#{words.language}-{self.anchor}"
        return Markup('<p class="credit"><a href="{}">{}</a></p>').format(
            target, self.credit(words, dated=dated)
        )

    def markup(self, words: Words) -> Markup:
        """Return the quotation as HTML, what is said standing out, with its source."""
        if self.missing:
            said = Markup('<p class="missing">{}</p>').format(words(self.missing))
        else:
            said = Markup('<blockquote lang="{}">{}<mark>{}</mark>{}</blockquote>').format(
                self.language or words.language, self.before, self.content, self.after
            )
        return Markup('<div class="quote">{}{}</div>').format(said, self.link(words, dated=True))


def anchor(name: str) -> str:
    """Turn a reference into what may stand in an id and in a link.

    Examples
    --------
    >>> anchor("wire#s3")
    'wire-s3'
    """
    return re.sub(r"[^\w-]", "-", name)


def references(model: Model) -> list[str]:
    """List every reference of a model once, in the order a reader meets them."""
    dms = model.decision_makers
    holders: list[Any] = [*dms]
    for dm in dms:
        holders += statements_of(dm.preference)
        if isinstance(dm.preference, Adjusted):
            holders += dm.preference.edits
        said = dm.beyond
        holders += (*said.unknown, *said.much_better, *said.degrees, *said.chances)
        holders += (*dm.red_lines, *dm.unseen)
        if dm.perceives:
            beliefs = dm.perceives.beliefs.values()
            holders += [dm.perceives, *(s for belief in beliefs for s in statements_of(belief))]
    holders += [*model.options, *model.infeasible, *model.irreversible]
    holders += [*model.coalesce, *model.tables, *model.affected]
    evidence = [reference for holder in holders for reference in holder.evidence]
    papers = [paper for table in model.tables for paper in table.papers]
    return list(dict.fromkeys([*evidence, *papers]))


class Archive:
    """The sources of a model, each read once when first asked for.

    Parameters
    ----------
    model : Model
        Paths of its sources are relative to the folder of its file.
    """

    def __init__(self, model: Model) -> None:
        self.model = model
        self._sources = {source.id: _Opened(source, model.origin) for source in model.sources}
        self._quotes = dict[str, Quote]()

    def find(self, reference: str) -> Quote:
        """Look a reference up, once; whatever is missing is said in the quote, never raised."""
        if reference not in self._quotes:
            self._quotes[reference] = self._find(reference)
        return self._quotes[reference]

    def _find(self, reference: str) -> Quote:
        source_id, _, part = reference.partition("#")
        opened = self._sources.get(source_id)
        if opened is None:
            return Quote(reference, None, missing="evidence.no_source")
        return opened.find(reference, part)


class _Opened:
    def __init__(self, source: Source, origin: Path | None) -> None:
        self.source, self._origin = source, origin

    @cached_property
    def text(self) -> str:
        """The report's text, as every span points into it; empty where it cannot be read."""
        from satumeja.report import open_source

        if not self.source.report:
            return ""
        try:
            return open_source(beside(self.source.report, self._origin)).text
        except InputError:
            return ""

    @cached_property
    def dossier(self) -> Mapping[str, Any]:
        """The dossier as its JSON document; read from the report where there is no file."""
        if self.source.dossier:
            with suppress(OSError, ValueError, RecursionError):
                path = beside(self.source.dossier, self._origin)
                found = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(found, dict):
                    return found
        return _read(self.text, self.source.report)

    def find(self, reference: str, part: str) -> Quote:
        if not self.text:
            return Quote(reference, self.source, missing="evidence.no_report")
        try:
            return self._quote(reference, part)
        except (AttributeError, KeyError, TypeError, ValueError):
            return Quote(reference, self.source, missing="evidence.unreadable")

    def _quote(self, reference: str, part: str) -> Quote:
        entries = [*self.dossier.get("statements", ()), *self.dossier.get("acts", ())]
        entry = next((each for each in entries if each["id"] == part), None)
        if entry is None:
            return Quote(reference, self.source, missing="evidence.no_statement")
        start, end = (int(offset) for offset in entry.get("content") or entry["span"])
        if not 0 <= start < end <= len(self.text):
            return Quote(reference, self.source, missing="evidence.unreadable")
        low, high = self._sentences(start, end)
        article = self.dossier.get("article") or {}
        return Quote(
            reference,
            self.source,
            before=_flowing(self.text[low:start]),
            content=_flowing(self.text[start:end]),
            after=_flowing(self.text[end:high]),
            speaker=self._name(entry.get("speaker") or entry.get("actor")),
            date=str(entry.get("date") or article.get("published") or "")[:10],
            language=str(article.get("language") or ""),
        )

    def _sentences(self, start: int, end: int) -> Span:
        """Widen a span to the sentences it stands in."""
        spans = [(s["start"], s["end"]) for s in self.dossier.get("sentences", ())]
        inside = [(a, b) for a, b in spans if a < end and start < b]
        return min([start, *(a for a, _ in inside)]), max([end, *(b for _, b in inside)])

    def _name(self, actor: str | None) -> str:
        actors = self.dossier.get("actors", ())
        return next((str(each["name"]) for each in actors if each["id"] == actor), actor or "")


def _flowing(text: str) -> str:
    """Let line ends inside a quotation be blanks."""
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ")


def _read(text: str, name: str) -> Mapping[str, Any]:
    from satumeja import dossier, report

    if not text:
        return {}
    try:
        found: Mapping[str, Any] = dossier.read(report.parse(text, name)).to_json()
    except InputError:
        return {}
    return found
