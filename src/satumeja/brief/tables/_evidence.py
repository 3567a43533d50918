"""What an assumption rests on, in words: who said it, when, where, and how far it is reviewed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from satumeja.brief.words import apart

if TYPE_CHECKING:
    from satumeja.brief.words import Words
    from satumeja.evidence import Archive, Passage

__all__ = ["Quote", "anchor", "credits_of"]

_INNER_QUOTES = str.maketrans("“”", "‘’")


@dataclass(frozen=True)
class Quote:
    """A passage as it is shown to people.

    Parameters
    ----------
    passage : Passage
        What a reference of the model stands for, from `satumeja.evidence.Archive`.
    """

    passage: Passage

    @property
    def reference(self) -> str:
        """The reference as people are shown it."""
        return self.passage.reference.plain

    @property
    def missing(self) -> str:
        """Why there is no sentence, as the key of a message; empty where there is one."""
        return f"evidence.{self.passage.missing}" if self.passage.missing else ""

    @property
    def is_whole(self) -> bool:
        """Whether a source is cited as a whole, or a place nobody is quoted from."""
        return not (self.passage.missing or self.passage.content)

    def title(self, words: Words) -> str:
        """Return what the source is called: a report of a dossier by its own heading."""
        passage = self.passage
        if passage.source is None:
            return self.reference
        if passage.is_kept and passage.publication.title:
            return passage.publication.title
        return passage.source.title.in_language(words.language) or passage.source.id

    def date(self, words: Words) -> str:
        """Say when it was said or done; a day that is only inferred is never told as certain."""
        when = self.passage.when
        date = words.date(when.date)
        if date and when.end:
            date = words("evidence.days", first=date, last=words.date(when.end))
        if date and when.of_report and self.passage.is_kept:
            date = words("evidence.reported", date=date)
        return words("evidence.date_doubtful", date=date) if date and when.doubtful else date

    def credit(self, words: Words, *, dated: bool = True) -> str:
        """Say who said it, or where, and when, with the reference as the model has it."""
        date = self.date(words) if dated else ""
        speaker = self.passage.called(words.language)
        parts = [speaker or self.title(words), date, self.reference]
        return words("evidence.join").join(apart(part) for part in parts if part)

    def text(self, words: Words) -> str:
        """Return the quotation and its source as plain text."""
        credit, doubts = self.credit(words), " ".join(self.doubts(words))
        if self.missing:
            return f"{credit}: {self.why_missing(words)}"
        if self.is_whole:
            return credit
        passage = self.passage
        inner = (passage.before + passage.content + passage.after).translate(_INNER_QUOTES)
        quotation = f"{words('quoted', text=inner)} ({credit})"
        return f"{quotation} {doubts}" if doubts else quotation

    def why_missing(self, words: Words) -> str:
        """Say why there is no sentence."""
        return words(self.missing, detail=self.passage.detail)

    def doubts(self, words: Words) -> Iterator[str]:
        """Say what nobody may overlook: rejected, no longer read, doubtful, or elsewhere now."""
        passage, review = self.passage, self.passage.review
        if review is not None and passage.rejected:
            day = words.date(review.at[:10])
            key = "evidence.rejected_because" if review.note else "evidence.rejected"
            yield words(key, day=day, who=review.who, note=review.note.rstrip("."))
        if passage.retired:
            yield words("evidence.retired")
        if passage.doubtful and passage.is_kept:
            yield words("evidence.doubtful")
        if passage.now is not None:
            yield words("evidence.now", reference=passage.now.plain)

    def details(self, words: Words) -> Iterator[str]:
        """Say what the dossier knows besides: the act, the report, who reviewed it and when."""
        passage, review = self.passage, self.passage.review
        if review is None:
            return
        if passage.acts:
            kinds = [words(f"dossier.act.{kind}") for kind in passage.acts]
            yield words("evidence.act", act=words("evidence.join").join(kinds))
        yield from self._report(words)
        if review.settled:
            day = words.date(review.at[:10])
            state = words(f"dossier.review.{review.state}")
            yield words("evidence.reviewed", state=state, day=day, who=review.who)
            if review.note:
                yield words("evidence.note", note=review.note)
        elif review.state == "proposed":
            yield words("evidence.proposed")

    def _report(self, words: Words) -> Iterator[str]:
        """Name the report of a dossier: its heading, outlet and agencies, and its day."""
        published = self.passage.publication
        day = words.date(published.day)
        if day and published.day_doubtful:
            day = words("evidence.date_doubtful", date=day)
        heading = words("quoted", text=published.title) if published.title else ""
        parts = [heading, published.outlet, ", ".join(published.agency), day]
        report = words("evidence.join").join(map(apart, filter(None, parts)))
        if report:
            yield words("evidence.report", report=report)

    @property
    def anchor(self) -> str:
        """The end of the id under which the page has this quotation in full."""
        return f"evidence-{anchor(str(self.passage.reference))}"

    def link(self, words: Words, *, dated: bool = False) -> Markup:
        """Return who said it, leading to the quotation in full, and what casts doubt on it.

        Where the sentence does not stand above, it is said here why there is none.
        """
        missing = [self.why_missing(words)] if self.missing and not dated else []
        target = f"#{words.language}-{self.anchor}"
        credit = Markup('<a href="{}">{}</a>').format(target, self.credit(words, dated=dated))
        doubts = Markup("").join(
            Markup(' <strong class="doubt">{}</strong>').format(doubt)
            for doubt in (*missing, *self.doubts(words))
        )
        return Markup('<p class="credit">{}{}</p>').format(credit, doubts)

    def markup(self, words: Words) -> Markup:
        """Return the quotation as HTML, what is said standing out, with its source."""
        if self.missing:
            quotation = Markup('<p class="missing">{}</p>').format(self.why_missing(words))
        elif self.is_whole:
            quotation = Markup("")
        else:
            quotation = self.sentence(words)
        return Markup('<div class="quote">{}{}</div>').format(
            quotation, self.link(words, dated=True)
        )

    def sentence(self, words: Words) -> Markup:
        """Return the sentence as HTML, in its own language, what is said standing out."""
        passage = self.passage
        return Markup('<blockquote lang="{}">{}<mark>{}</mark>{}</blockquote>').format(
            passage.language or words.language, passage.before, passage.content, passage.after
        )


def credits_of(archive: Archive, evidence: Iterable[str], words: Words) -> list[str]:
    """Say who said what is cited of dossiers, when and where, and what casts doubt on it.

    References to single reports are left out: nobody has reviewed what is read there.
    """
    quotes = (Quote(archive.find(name)) for name in evidence if archive.leads_to_dossier(name))
    credited = []
    for quote in quotes:
        why = quote.why_missing(words) if quote.missing else ""
        credited.append(" ".join(filter(None, (quote.credit(words), why, *quote.doubts(words)))))
    return credited


def anchor(name: str) -> str:
    """Turn a reference into what may stand in an id and in a link.

    Examples
    --------
    >>> anchor("wire#s3")
    'wire-s3'
    """
    return re.sub(r"[^\w-]", "-", name)
