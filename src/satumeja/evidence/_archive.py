"""The sources of a model, where what it cites is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from satumeja.display import Card, Shown
from satumeja.dossier.grading import Contest, Grade, grade
from satumeja.evidence._dossiers import KeptSource
from satumeja.evidence._passage import Passage
from satumeja.evidence._reports import ReportSource
from satumeja.files import beside, is_database
from satumeja.model import Model, Reference, references

if TYPE_CHECKING:
    from satumeja.evidence._account import Account

__all__ = ["Archive"]

_BEGINNING = 64


class Archive(Shown):
    """The sources of a model, each opened once, when it is first asked for.

    Parameters
    ----------
    model : Model
        Paths of its sources are relative to the folder of its file.

    See Also
    --------
    remarks : What deserves a second look in the evidence of a model.
    cite : References as they should be now.

    Notes
    -----
    Where a source names a dossier file, whose it is, the words, the day, the kind of act, the
    doubt and the state of review are those of the dossier, as corrected, and the report is
    not read again; what is corrected after it was looked up is seen by a new archive. Else
    the JSON document it names is taken, or the report is read, which takes as long as
    `satumeja.dossier.read` does.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> archive = Archive(load("december-2021-b"))
    >>> passage = archive.find("wire#s1")
    >>> passage.called("en"), passage.when.date, passage.missing
    ('Sergei Lavrov', '2021-12-22', '')
    >>> archive.grade(["wire#s1"]).level
    'weak'
    """

    def card(self) -> Card:
        """Show the sources."""
        rows = [(source.id, source.citation) for source in self.model.sources]
        return Card(f"Archive: {len(rows)} sources of {self.model.title}", rows)

    def __init__(self, model: Model) -> None:
        self.model = model
        self._named = {source.id: source for source in model.sources}
        self._opened = dict[tuple[str, bool], KeptSource | ReportSource]()
        self._passages = dict[str, Passage]()

    def find(self, reference: str) -> Passage:
        """Look a reference up, once; whatever is missing is said in the passage, never raised."""
        if reference not in self._passages:
            self._passages[reference] = self._find(Reference.read(reference, self._named))
        return self._passages[reference]

    def grade(self, evidence: Iterable[str]) -> Grade:
        """Grade what references bear out together."""
        passages = [self.find(reference) for reference in evidence]
        return grade([passage.basis(self._contests(passage)) for passage in passages])

    def _contests(self, passage: Passage) -> tuple[Contest, ...]:
        """Say what speaks against a passage."""
        if not passage.item:
            return ()
        reference = passage.reference
        return self._opened[reference.source, self._is_kept(reference)].contests(passage.item)

    def accounts(self) -> tuple[Account, ...]:
        """Give what each source with a text holds as a whole, in the order of the model.

        Cost is that of reading each whole, and of a report without a dossier, that of
        `satumeja.dossier.read`.
        """
        return tuple(
            self._open(Reference(source.id)).account
            for source in self.model.sources
            if source.report or source.dossier
        )

    def called(self, actor: str, language: str) -> str:
        """Say what an actor of its dossiers is called in a language; else its identifier."""
        names = (source.called(actor, language) for source in self._opened.values())
        return next(filter(None, names), actor)

    def kept(self) -> list[Passage]:
        """List what the model cites of dossier files, once each, in the order of a reader."""
        return [self.find(name) for name in references(self.model) if self.leads_to_dossier(name)]

    def leads_to_dossier(self, reference: str) -> bool:
        """Whether a reference leads into a dossier file of many reports, or was meant to."""
        read = Reference.read(reference, self._named)
        return read.kept or self._is_kept(read)

    def _find(self, reference: Reference) -> Passage:
        source = self._named.get(reference.source)
        if source is None:
            return Passage(reference, None, "no_source")
        return self._open(reference).find(reference)

    def _open(self, reference: Reference) -> KeptSource | ReportSource:
        """Open the source of a reference, once."""
        source, kept = self._named[reference.source], self._is_kept(reference)
        key = (source.id, kept)
        if key not in self._opened:
            self._opened[key] = (
                KeptSource(source, self.model.origin, self._cited.get(source.id, ()))
                if kept
                else ReportSource(source, self.model.origin)
            )
        return self._opened[key]

    @cached_property
    def _cited(self) -> Mapping[str, Sequence[Reference]]:
        """What the model cites, by source."""
        cited: dict[str, list[Reference]] = {}
        for text in references(self.model):
            reference = Reference.read(text, self._named)
            cited.setdefault(reference.source, []).append(reference)
        return cited

    def _is_kept(self, reference: Reference) -> bool:
        source = self._named.get(reference.source)
        if source is None or not source.dossier:
            return False
        path = beside(source.dossier, self.model.origin)
        return is_database(path) or (reference.kept and not _is_document(path))


def _is_document(path: Path) -> bool:
    """Whether a file may be the JSON document of one report."""
    try:
        with open(path, "rb") as stream:
            return stream.read(_BEGINNING).lstrip().startswith(b"{")
    except OSError:
        return False
