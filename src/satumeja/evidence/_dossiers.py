"""Evidence in a dossier file: as corrected, known again by its words, and never another's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from satumeja.dossier import Act, Statement
from satumeja.dossier.grading import Contest, Speech, speech_of
from satumeja.errors import ReportError
from satumeja.evidence._account import Account, denials_among
from satumeja.evidence._kept import Kept
from satumeja.evidence._passage import Passage, Publication, Review, When
from satumeja.evidence._reports import flowing
from satumeja.files import beside
from satumeja.model import Reference, Source

if TYPE_CHECKING:
    from satumeja.dossier import Item

__all__ = ["KeptSource"]

_ISO_LENGTH = {"month": 7, "year": 4}


class KeptSource:
    """A source that is a dossier of many reports.

    Parameters
    ----------
    source : Source
        The source.
    origin : Path or None
        The model file, from whose folder paths begin.
    cited : sequence of Reference
        What the model cites of it.
    """

    def __init__(self, source: Source, origin: Path | None, cited: Sequence[Reference]) -> None:
        self.source, self._origin, self._cited = source, origin, cited

    @cached_property
    def kept(self) -> Kept | str:
        """What the file holds, opened once; or in a line why it cannot be opened."""
        path = beside(self.source.dossier, self._origin)
        try:
            return Kept(path, {reference.report for reference in self._cited})
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
        meant = self._as_kept(reference, kept)
        if meant is None:
            return Passage(reference, self.source, "which_report")
        if meant.report and meant.report not in kept.reports and not meant.fingerprint:
            return Passage(reference, self.source, "no_kept_report", meant.report)
        if not meant.item and not meant.fingerprint:
            return self._whole(reference, meant.report, kept)
        return self._passage(reference, meant, kept)

    def contests(self, item: str) -> tuple[Contest, ...]:
        """Say what speaks against a statement or an act, by all the dossier holds."""
        if isinstance(self.kept, str):
            return ()
        return tuple(
            replace(contest, act=Reference(self.source.id, contest.act, kept=True).plain)
            for contest in self.kept.contests.get(item, ())
        )

    @cached_property
    def account(self) -> Account:
        """What the file holds as a whole; nothing where it cannot be opened."""
        if isinstance(self.kept, str):
            return Account(self.source)
        whole = self.kept.whole
        dossier = whole.dossier

        def called(item: str) -> str:
            return Reference(self.source.id, item, kept=True).plain

        return Account(
            self.source,
            dossier.statements,
            dossier.acts,
            dossier.actors,
            denials_among(dossier.acts, whole.links, whole.stated_links, called),
            called,
            dossier.words,
            lambda item: whole.report_of(item).language,
            whole.issue_name,
        )

    def called(self, actor: str, language: str) -> str:
        """Say what an actor is called in a language; empty of one the dossier does not have."""
        party = None if isinstance(self.kept, str) else self.kept.actor(actor)
        return party.called(language) if party else ""

    def _as_kept(self, reference: Reference, kept: Kept) -> Reference | None:
        """Name the report of a dossier that holds a single one, where the reference does not."""
        if reference.kept or not reference.place:
            return replace(reference, kept=True)
        if len(kept.reports) != 1:
            return None
        (only,) = kept.reports
        return replace(reference, kept=True, place=f"{only}#{reference.place}")

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

    def _passage(self, reference: Reference, meant: Reference, kept: Kept) -> Passage:
        item = _item(meant, kept)
        if item is None:
            missing = "lost" if meant.fingerprint else "no_item"
            return Passage(reference, self.source, missing, meant.place)
        report = item.key.partition("#")[0]
        before, content, after = map(flowing, kept.words(report, _span(item.value)))
        now = Reference(reference.source, item.key, kept=True, fingerprint=item.fingerprint)
        published = _publication(kept, report)
        return Passage(
            reference,
            self.source,
            before=before,
            content=content,
            after=after,
            actor=kept.actor(_whose(item.value) or ""),
            speaker=_whose(item.value) or "",
            acts=_acts(item, kept),
            issues=_issues(item, kept),
            speech=_speech(item, kept),
            when=_when(item.value, published),
            language=kept.reports[report].language,
            doubtful=item.value.doubtful and item.state == "proposed",
            review=_review(item, kept),
            fingerprint=item.fingerprint,
            now=now if now.place != meant.place else None,
            publication=published,
            item=item.key,
        )


def _item(reference: Reference, kept: Kept) -> Item | None:
    """Find the item that is meant: by its id, if its words are still those; else by its words."""
    named, wanted = kept.item(reference.place), reference.fingerprint
    if not wanted:
        return named
    if named is not None and named.fingerprint == wanted and named.state != "retired":
        return named
    alike = kept.items_with(wanted)
    if any(named is not None and item.key == named.key and item.stands for item in alike):
        return named  # an analyst cut the words otherwise: it is the same reading
    return min(alike, key=lambda item: _far(item, reference), default=None)


def _review(item: Item, kept: Kept) -> Review:
    """Say where a reading stands; of words whose every act was rejected, that it was."""
    rejected = (
        kept.last_rejected_in(item.key) if item.kind == "statement" and item.stands else None
    )
    by = rejected or item
    return Review(by.state, by.who or "", by.at or "", by.note or "")


def _far(item: Item, reference: Reference) -> tuple[bool, bool, bool]:
    """Order readings of the same words: first what stands, is near, and of the kind named."""
    kind = "act" if reference.item.startswith(("a", "n")) else "statement"
    near = item.key.partition("#")[0] == reference.report
    return not item.stands, not near, item.kind != kind


def _span(value: Statement | Act) -> tuple[int, int]:
    return value.content if isinstance(value, Statement) else value.span


def _whose(value: Statement | Act) -> str | None:
    return value.speaker if isinstance(value, Statement) else value.by or value.actor


def _acts(item: Item, kept: Kept) -> tuple[str, ...]:
    """Say what is done: in a statement by the acts listed of it; a guess by its cue is none.

    Where none is listed, what an analyst says it is holds.
    """
    if isinstance(item.value, Act):
        return (item.value.kind,)
    kinds = tuple(dict.fromkeys(act.kind for act in kept.acts_in(item.key)))
    stated = item.state in ("edited", "added") and item.value.act != "say"
    return kinds or ((item.value.act,) if stated else ())


def _issues(item: Item, kept: Kept) -> tuple[str, ...]:
    """Say what the acts of an item are about, and those of what is reported within it."""
    own = [item.value] if isinstance(item.value, Act) else []
    acts = (*own, *(act for key in kept.within(item.key) for act in kept.acts_in(key)))
    issues = (issue for act in acts for issue in (act.issue, act.condition_issue) if issue)
    return tuple(dict.fromkeys(issues))


def _speech(item: Item, kept: Kept) -> Speech:
    """Say how an item is known."""
    value = item.value
    of = kept.item(value.statement) if isinstance(value, Act) and value.statement else None
    return speech_of(value, of.value if of and isinstance(of.value, Statement) else None)


def _when(value: Statement | Act, published: Publication) -> When:
    """Say when, as precisely as it is known: on the day of the report where nothing else is."""
    if value.date is None:
        return When(published.day, doubtful=published.day_doubtful, of_report=True)
    end = value.date_end or value.date
    length = _ISO_LENGTH.get(value.precision or "", 10)
    if length < 10 and value.date_end is not None:
        length = _iso_length(value.date, end)
    first, last = (day.isoformat()[:length] for day in (value.date, end))
    return When(first, "" if last == first else last, value.date_doubtful)


def _iso_length(first: dt.date, last: dt.date) -> int:
    """Say how much of an ISO date tells a stretch of days: of a whole month or year its name."""
    begins, ends = first.isoformat(), last.isoformat()
    if begins[:4] == ends[:4] and (begins[5:], ends[5:]) == ("01-01", "12-31"):
        return 4
    is_last = (last + dt.timedelta(days=1)).day == 1
    return 7 if begins[:7] == ends[:7] and first.day == 1 and is_last else 10


def _publication(kept: Kept, key: str) -> Publication:
    report = kept.reports.get(key)
    if report is None:
        return Publication()
    day = report.day.isoformat() if report.day else ""
    outlet, agency = report.outlet or "", report.agency
    shared = kept.shared_text(key)
    return Publication(report.title, day, report.day_doubtful, outlet, agency, shared)
