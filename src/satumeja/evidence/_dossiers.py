"""Evidence in a dossier file: as corrected, known again by its words, and never another's."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from satumeja.dossier import Act, Statement
from satumeja.errors import ReportError
from satumeja.evidence._kept import Item, Kept
from satumeja.evidence._passage import Passage, Publication, Review, When
from satumeja.evidence._reports import flowing
from satumeja.files import beside
from satumeja.model import Reference, Source

__all__ = ["KeptSource"]

_Speech = Literal["direct", "reported", "told", "cited"]
_ISO_LENGTH = {"month": 7, "year": 4}


class KeptSource:
    """A source that is a dossier of many reports.

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
    def kept(self) -> Kept | str:
        """What the file holds, opened once; or in a line why it cannot be opened."""
        path = beside(self.source.dossier, self._origin)
        try:
            return Kept(path)
        except ReportError as error:
            return error.faults[0].message.removeprefix(f"{path}: ")
        except OSError as error:
            return error.strerror or str(error)

    def find(self, reference: Reference) -> Passage:
        """Look a reference up; whatever is missing is said in the passage, never raised."""
        kept = self.kept
        if isinstance(kept, str):
            is_there = beside(self.source.dossier, self._origin).exists()
            missing = "unusable_dossier" if is_there else "no_dossier"
            return Passage(reference, self.source, missing, kept)
        asked = self._as_kept(reference, kept)
        if asked is None:
            return Passage(reference, self.source, "which_report")
        if asked.report and kept.report(asked.report) is None and not asked.fingerprint:
            return Passage(reference, self.source, "no_kept_report", asked.report)
        if not asked.item and not asked.fingerprint:
            return self._whole(reference, asked.report, kept)
        return self._passage(reference, asked, kept)

    def called(self, actor: str, language: str) -> str:
        """Say what an actor is called in a language; empty of one the dossier does not have."""
        known = None if isinstance(self.kept, str) else self.kept.actor(actor)
        return known.called(language) if known else ""

    def _as_kept(self, reference: Reference, kept: Kept) -> Reference | None:
        """Name the report of a dossier that holds a single one, where the reference does not."""
        if reference.kept or not reference.place:
            return replace(reference, kept=True)
        if len(kept.reports) != 1:
            return None
        return replace(reference, kept=True, place=f"{kept.reports[0]}#{reference.place}")

    def _whole(self, reference: Reference, report: str, kept: Kept) -> Passage:
        """Give a report, or the dossier, that is cited as a whole."""
        published = _publication(kept, report) if report else Publication()
        return Passage(
            reference,
            self.source,
            when=When(published.day, doubtful=published.day_doubtful, of_report=True),
            review=Review("") if report else None,
            publication=published,
        )

    def _passage(self, reference: Reference, asked: Reference, kept: Kept) -> Passage:
        item = _item(asked, kept)
        if item is None:
            missing = "lost" if asked.fingerprint else "no_item"
            return Passage(reference, self.source, missing, asked.place)
        before, content, after = _words(item, kept)
        now = Reference(reference.source, item.key, kept=True, fingerprint=item.fingerprint)
        report = item.key.partition("#")[0]
        published = _publication(kept, report)
        return Passage(
            reference,
            self.source,
            before=before,
            content=content,
            after=after,
            actor=kept.actor(_whose(item.value) or ""),
            speaker=_whose(item.value) or "",
            act=_act(item, kept),
            speech=_speech(item, kept),
            when=_when(item.value, published),
            language=kept.language(report),
            doubtful=item.value.doubtful and item.state == "proposed",
            review=Review(item.state, item.who or "", item.at or "", item.note or ""),
            fingerprint=item.fingerprint,
            now=now if now.place != asked.place else None,
            publication=published,
            contests=tuple(
                replace(contest, act=Reference(self.source.id, contest.act, kept=True).plain)
                for contest in kept.contests.get(item.key, ())
            ),
        )


def _item(reference: Reference, kept: Kept) -> Item | None:
    """Find the item that is meant: by its id, if its words are still those; else by its words."""
    named = kept.item(reference.place)
    wanted = reference.fingerprint
    if not wanted or (named is not None and named.fingerprint == wanted):
        return named
    if named is not None and kept.had(named, wanted):
        return named  # an analyst cut the words otherwise: it is the same reading
    return min(kept.items_with(wanted), key=lambda item: _far(item, reference), default=None)


def _far(item: Item, reference: Reference) -> tuple[bool, bool, bool]:
    """Order readings of the same words: first what stands, is near, and of the kind named."""
    kind = "act" if reference.item.startswith("a") else "statement"
    stands = item.state not in ("rejected", "retired")
    near = item.key.partition("#")[0] == reference.report
    return not stands, not near, item.kind != kind


def _words(item: Item, kept: Kept) -> tuple[str, str, str]:
    """Give what stands before the words in their sentence, the words, and what stands after."""
    report, (start, end) = item.key.partition("#")[0], _span(item.value)
    text, (low, high) = kept.text(report), kept.sentence(report, (start, end))
    return flowing(text[low:start]), flowing(text[start:end]), flowing(text[end:high])


def _span(value: Statement | Act) -> tuple[int, int]:
    return value.content if isinstance(value, Statement) else value.span


def _whose(value: Statement | Act) -> str | None:
    return value.speaker if isinstance(value, Statement) else value.by or value.actor


def _act(item: Item, kept: Kept) -> str:
    """Say what is done: of a statement by the first act in it, else as its cue suggests."""
    if isinstance(item.value, Act):
        return item.value.kind
    kind = next((act.kind for act in kept.acts_in(item.key)), item.value.act)
    return "" if kind == "say" else kind


def _speech(item: Item, kept: Kept) -> _Speech:
    """Say how an item is known: an act as the statement it was done in."""
    value = item.value
    if isinstance(value, Act):
        of = kept.item(value.statement) if value.statement else None
        if of is None or not isinstance(of.value, Statement):
            return "reported" if value.statement else "told"
        value = of.value
    return "reported" if value.mode == "indirect" else "direct"


def _when(value: Statement | Act, published: Publication) -> When:
    """Say when, as precisely as it is known: on the day of the report where nothing else is."""
    if value.date is None:
        return When(published.day, doubtful=published.day_doubtful, of_report=True)
    length = _ISO_LENGTH.get(value.precision or "", 10)
    first = value.date.isoformat()[:length]
    last = value.date_end.isoformat()[:length] if value.date_end else ""
    return When(first, "" if last == first else last, value.date_doubtful)


def _publication(kept: Kept, key: str) -> Publication:
    report, (outlet, agency) = kept.report(key), kept.origin(key)
    if report is None:
        return Publication()
    day = report.day.isoformat() if report.day else ""
    return Publication(report.title, day, outlet=outlet, agency=agency)
