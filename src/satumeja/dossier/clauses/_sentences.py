"""The clauses of each sentence of a report, made when they are asked for."""

from __future__ import annotations

from satumeja.dossier._types import Mention
from satumeja.dossier.clauses._clauses import Parsed, clauses_of
from satumeja.dossier.clauses._deeds import Deed, verb_deeds
from satumeja.dossier.clauses._forms import Grammar, grammar_of
from satumeja.dossier.clauses._nominal import nominal_deeds
from satumeja.dossier.clauses._words import Known, words_in
from satumeja.dossier.reading import People
from satumeja.report import Report, Span

__all__ = ["Sentences"]

_LONGEST = 1500
_SHORT_QUOTE = 3


class Sentences:
    """A report by its clauses.

    Parameters
    ----------
    report : Report
        The report.
    people : People
        Everyone named in it.

    Notes
    -----
    Each stretch is taken apart once. Stretches over 1,500 characters are left alone.
    """

    def __init__(self, report: Report, people: People) -> None:
        self.grammar: Grammar = grammar_of(report.language)
        self._text = report.text
        self._quotations = [
            (start, end)
            for start, end in report.quotations
            if len(report.text[start:end].split()) > _SHORT_QUOTE
        ]
        parties: dict[int, Mention] = {}
        for mention in people.mentions:
            longest = parties.get(mention.start)
            if mention.start in people.at and (longest is None or mention.end > longest.end):
                parties[mention.start] = mention
        days = {day.start: day.end for day in report.dates}
        self._known = Known(parties, days, self._quotations)
        self._plain = Known(parties, days, ())
        self._language = report.language
        self._deeds: dict[Span, tuple[Deed, ...]] = {}
        self._parsed: dict[tuple[Span, bool, bool], Parsed] = {}

    def of(self, span: Span, *, quoted: bool = False, plain: bool = False) -> Parsed:
        """Give the words and clauses of a stretch.

        Parameters
        ----------
        span : Span
            A sentence, or what somebody said.
        quoted : bool
            Whether the stretch itself stands in a quotation, which is else one word.
        plain : bool
            Whether quotation marks in it count for nothing.
        """
        key = span, quoted, plain
        if key not in self._parsed:
            self._parsed[key] = self._made(span, quoted, self._plain if plain else self._known)
        return self._parsed[key]

    def deeds(self, span: Span) -> tuple[Deed, ...]:
        """Give what the verbs and nouns of a sentence do, whether real or not."""
        if span not in self._deeds:
            parsed = self.of(span)
            self._deeds[span] = (
                *verb_deeds(parsed, self.grammar, self._language),
                *nominal_deeds(parsed, self.grammar, self._language),
            )
        return self._deeds[span]

    def _made(self, span: Span, quoted: bool, known: Known) -> Parsed:
        """Take a stretch apart."""
        if span[1] - span[0] > _LONGEST:
            return [], []
        begin = span[0] if quoted else self._past_quotation(span)
        words = words_in(self._text, (begin, span[1]), self.grammar, known)
        return clauses_of(words, self.grammar)

    def _past_quotation(self, span: Span) -> int:
        """Give where a sentence goes on that begins inside a quotation."""
        for start, end in self._quotations:
            if start <= span[0] < end:
                return min(end, span[1])
        return span[0]
