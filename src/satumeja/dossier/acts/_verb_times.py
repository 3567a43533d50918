"""Which times of a sentence go with which of its verbs, by its clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from satumeja.dossier.clauses import Clause, Sentences, Word
from satumeja.dossier.reading import sentence_at
from satumeja.report import DateMention, Report, Span

__all__ = ["VerbTimes"]

_TELLS = ("finite", "reduced")
_OWNERS = ("'", "’")
_ON_ITS_OWN = ("relative", "adverbial", "complement", "condition")


@dataclass(frozen=True)
class VerbTimes:
    """The times of a report by the verbs they stand with.

    Parameters
    ----------
    report : Report
        The report.
    sentences : Sentences
        Its clauses.

    Notes
    -----
    A time behind a verb goes with it where no other verb stands between, and so does one between
    its subject and it, or at the start of a sentence before its first verb. What a verb shares
    with the one before it ("met them on Monday and turned them down") it has of that one.
    """

    report: Report
    sentences: Sentences

    def of_verb(
        self, place: int, times: Sequence[DateMention], *, asks: bool = False
    ) -> list[DateMention]:
        """Give the times of the verb at a place, behind it before those in front; none of others.

        Parameters
        ----------
        place : int
            Where the verb, or a word that belongs to it, stands.
        times : sequence of DateMention
            The times of the sentence.
        asks : bool
            Whether the verb does something to somebody by saying, so that a time behind him is
            its own: "meminta serikat pada Selasa kembali bekerja".
        """
        words, clauses = self._clauses(place)
        for number, clause in enumerate(clauses):
            if words[clause.group.first].start <= place < words[clause.group.head].end:
                own = self._of_clause(words, clauses, number, times)
                return own or (self._behind_object(words, clauses, number, times) if asks else [])
        return []

    def of_act(self, span: Span, times: Sequence[DateMention]) -> list[DateMention]:
        """Give the times of the verb that the words of an act are told by."""
        words, clauses = self._clauses(span[0])
        verbs = [
            number
            for number, clause in enumerate(clauses)
            if span[0] <= words[clause.group.head].start < span[1] and clause.group.form in _TELLS
        ]
        plain = [number for number in verbs if clauses[number].link not in _ON_ITS_OWN]
        return self._of_clause(words, clauses, (plain or verbs)[-1], times) if verbs else []

    def of_relatives(self, span: Span, times: Sequence[DateMention]) -> list[DateMention]:
        """Give the times in relative clauses that stand before an act, and tell something else."""
        words, clauses = self._clauses(span[0])
        foreign: list[DateMention] = []
        for number, clause in enumerate(clauses):
            head = words[clause.group.head]
            if clause.link == "relative" and not span[0] <= head.start < span[1]:
                foreign += self._behind(words, clauses, number, times)
        return [time for time in foreign if time.start < span[0]]

    def _clauses(self, place: int) -> tuple[Sequence[Word], Sequence[Clause]]:
        """Give the words and clauses of the sentence at a place."""
        sentence = self.report.sentences[sentence_at(self.report, place)]
        return self.sentences.of((sentence.start, sentence.end))

    def _of_clause(
        self,
        words: Sequence[Word],
        clauses: Sequence[Clause],
        number: int,
        times: Sequence[DateMention],
    ) -> list[DateMention]:
        """Give the times of a clause, or those it shares."""
        own = self._behind(words, clauses, number, times) or self._before(
            words, clauses, number, times
        )
        if own or not number or clauses[number].way != "shared":
            return own
        hosts = [
            place
            for place in range(number)
            if clauses[place].link == clauses[number].link
            and clauses[place].group.form == "finite"
        ]
        return self._of_clause(words, clauses, hosts[-1], times) if hosts else []

    def _behind(
        self,
        words: Sequence[Word],
        clauses: Sequence[Clause],
        number: int,
        times: Sequence[DateMention],
    ) -> list[DateMention]:
        """Give the times behind a verb and before the next clause."""
        start = words[clauses[number].group.head].end
        stop = words[-1].end
        if number + 1 < len(clauses):
            following = clauses[number + 1]
            first = following.group.first
            subject = following.subject
            if subject is not None and subject.first > clauses[number].group.head:
                first = min(first, subject.first) if following.way == "own" else first
            stop = max(start, words[first].start)
        return [
            time
            for time in self._free(times)
            if start <= time.start < stop and not _opens(words, time)
        ]

    def _behind_object(
        self,
        words: Sequence[Word],
        clauses: Sequence[Clause],
        number: int,
        times: Sequence[DateMention],
    ) -> list[DateMention]:
        """Give the times between the one a verb is addressed to and what he is to do."""
        if number + 1 >= len(clauses) or clauses[number + 1].link != "complement":
            return []
        start, stop = clauses[number].group.head, clauses[number + 1].group.first
        return [
            time
            for time in self._free(times)
            if words[start].end <= time.start < words[stop].start
        ]

    def _before(
        self,
        words: Sequence[Word],
        clauses: Sequence[Clause],
        number: int,
        times: Sequence[DateMention],
    ) -> list[DateMention]:
        """Give the times between the subject of a verb and it, or at the start of the sentence."""
        clause = clauses[number]
        stop = words[clause.group.first].start
        begin = words[0].start
        if number:
            subject = clause.subject
            begin = words[clauses[number - 1].group.head].end
            if clause.way == "shared":  # "met them last week and on Monday turned them down"
                times = [time for time in times if _opens(words, time)]
            elif clause.way != "own" or subject is None:
                return []
            else:
                begin = max(words[subject.last].end, begin)
        return [time for time in self._free(times) if begin <= time.start < stop]

    def _free(self, times: Sequence[DateMention]) -> list[DateMention]:
        """Leave out times that only say which thing is meant: "Thursday's offer"."""
        return [time for time in times if self.report.text[time.end : time.end + 1] not in _OWNERS]


def _opens(words: Sequence[Word], time: DateMention) -> bool:
    """Whether a time opens a part of a sentence that "and" adds, and is no second time."""
    before = [word for word in words if word.end <= time.start]
    if before and before[-1].kind == "preposition":
        before.pop()
    added = len(before) > 1 and before[-1].kind == "coordinate"
    return added and before[-2].kind != "date"
