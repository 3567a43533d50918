"""The sentences that a document cites, each once."""

from __future__ import annotations

from collections.abc import Iterable

from satumeja.brief.tables import Quote as Quotation
from satumeja.brief.words import Words
from satumeja.evidence import Archive
from satumeja.web.shapes import Quote

__all__ = ["Quotes"]


class Quotes:
    """Collects what is cited, by reference.

    Parameters
    ----------
    archive : Archive
        The sources of the model.
    words : Words
        The language of what is told about sentences; they keep their own.
    """

    def __init__(self, archive: Archive, words: Words) -> None:
        self.archive, self.words = archive, words
        self.listed = dict[str, Quote]()

    def cite(self, evidence: Iterable[str]) -> tuple[str, ...]:
        """Look up what is cited; return the keys it is listed under."""
        return tuple(dict.fromkeys(self._key(reference) for reference in evidence))

    def _key(self, reference: str) -> str:
        passage = self.archive.find(reference)
        key = Quotation(passage).reference
        if key not in self.listed:
            self.listed[key] = self._quote(reference)
        return key

    def _quote(self, reference: str) -> Quote:
        passage, words = self.archive.find(reference), self.words
        quotation, place = Quotation(passage), passage.now or passage.reference
        level = self.archive.grade([reference]).level
        return Quote(
            text=passage.content,
            lang=passage.language or None,
            before=passage.before,
            after=passage.after,
            speaker=passage.called(words.language),
            day=passage.when.date or None,
            source=place.source,
            report=place.report,
            item=place.item,
            reference=quotation.reference,
            grade=level,
            disputed=level == "contested",
            title=quotation.title(words),
            credit=quotation.credit(words),
            doubts=tuple(quotation.doubts(words)),
            missing=quotation.why_missing(words) if quotation.missing else "",
        )
