"""On what day something was said, where its clause or the sentences around it tell."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._verb_times import VerbTimes
from satumeja.dossier.clauses import Sentences
from satumeja.dossier.reading import People, Starts, When, lists, nearest_time, sentence_at
from satumeja.report import DateMention, Report, Span

__all__ = ["Occasions", "with_days"]

_NEAR = 1  # sentences after which a speaker goes on with the same speech,
_FAR = 3  # and after which he probably does
_CLAUSAL = ("say", "claim")  # what is said then is a clause, and times in it are its own


@dataclass(frozen=True)
class _Signs:
    """The words of a language that tell of one occasion or another."""

    back: re.Pattern[str]
    asks: re.Pattern[str]
    apart: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    press: re.Pattern[str]
    pronouns: frozenset[str]


@cache
def _signs(language: str) -> _Signs:
    """Compile the signs of a language."""
    table = lists(language, "occasions")
    return _Signs(
        re.compile(table["back"]),
        re.compile(table["asks"]),
        re.compile(table["apart"], re.IGNORECASE),
        re.compile(table["after"], re.IGNORECASE),
        re.compile(table["before"], re.IGNORECASE),
        re.compile(table["press"], re.IGNORECASE),
        frozenset(table["pronouns"]),
    )


def with_days(
    report: Report, people: People, sentences: Sentences, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Give statements the day they were made on, where clauses or sentences beside them tell it.

    Parameters
    ----------
    report : Report
        The report.
    people : People
        Everyone named in it.
    sentences : Sentences
        Its clauses.
    statements : sequence of Statement
        The statements, in the order of the text.

    Returns
    -------
    tuple of Statement
        The same, with days.

    Notes
    -----
    The day is that of the verb of saying; else of the sentence after it ("The demand was made on
    Monday"); else the day on which the same speaker spoke in the sentence before, unless words
    tell of another occasion. Where it is only likely it is doubtful.
    """
    occasions = Occasions(report, people, sentences)
    speakers = Counter(statement.speaker for statement in statements if statement.speaker)
    if speakers and max(speakers.values()) * 2 > len(statements):
        occasions.issuer = speakers.most_common(1)[0][0]
    members = [occasions.by_verb(statement) for statement in statements]
    members = [occasions.told_behind(statement) for statement in members]
    for place, statement in enumerate(members):
        if statement.date is None:
            members[place] = occasions.carried(statement, members[:place])
    return tuple(members)


class Occasions:
    """What a report tells of when things were said.

    Parameters
    ----------
    report : Report
        The report.
    people : People
        Everyone named in it.
    sentences : Sentences
        Its clauses.
    """

    def __init__(self, report: Report, people: People, sentences: Sentences) -> None:
        self.report, self.people = report, people
        self.verbs = VerbTimes(report, sentences)
        self.signs = _signs(report.language)
        self.issuer: str | None = None  # who says most of what is said
        self._times = Starts(report.dates, lambda time: time.start)
        self._quotations = Starts(report.quotations, lambda span: span[0])

    def by_verb(self, statement: Statement) -> Statement:
        """Give a statement the day that stands with its verb of saying."""
        if statement.cue is None or (statement.date is not None and statement.mode == "direct"):
            return statement
        times = list(self._past(sentence_at(self.report, statement.cue[0])))
        clausal = statement.cue_kind in _CLAUSAL
        if clausal:
            begin, end = statement.content
            times = [
                time
                for time in times
                if not begin <= time.start < end
                or self.signs.asks.match(self.report.text, time.end)
            ]
        own = self.verbs.of_verb(statement.cue[0], times, asks=not clausal)
        current = [time for time in own if time.first == statement.date]
        chosen = None if current else nearest_time(self.report, own, statement.cue)
        return _dated(statement, When.of(chosen)) if chosen else statement

    def told_behind(self, statement: Statement) -> Statement:
        """Give a statement the day that the next sentence says it was made on."""
        if statement.precision == "day":
            return statement
        when = self.behind(statement.content[1] - 1)
        return _dated(statement, when) if when else statement

    def behind(self, place: int) -> When | None:
        """Give the day on which the sentence after a place says that it was done."""
        following = sentence_at(self.report, place) + 1
        if following >= len(self.report.sentences):
            return None
        sentence = self.report.sentences[following]
        if self.signs.back.match(self.report.text, sentence.start, sentence.end) is None:
            return None
        times = [time for time in self._past(following) if time.granularity == "day"]
        return When.of(times[0]) if times else None

    def carried(self, statement: Statement, earlier: Sequence[Statement]) -> Statement:
        """Give a statement the day of what its speaker said before, or did."""
        here = sentence_at(self.report, (statement.cue or statement.content)[0])
        same = self._same_day(statement, here)
        if same is not None:
            return _dated(statement, replace(When.of(same), doubtful=True))
        if statement.cue is not None and self._is_apart(statement):
            return statement
        before = self._before(statement, earlier, here)
        if before is not None:
            when, sure = before
            return _dated(statement, replace(when, doubtful=when.doubtful or not sure))
        meant = self._meant(statement, here)
        if meant is not None:
            return _dated(statement, replace(When.of(meant), doubtful=True))
        published = self._released(statement, here)
        if published is not None:
            return _dated(statement, When(published, published, "day", doubtful=False))
        return statement

    def _before(
        self, statement: Statement, earlier: Sequence[Statement], here: int
    ) -> tuple[When, bool] | None:
        """Give the day on which the same side spoke just before, and whether it is the same."""
        if statement.speaker is None:
            return None
        for other in reversed(earlier):
            there = sentence_at(self.report, (other.cue or other.content)[0])
            if here - there > _FAR:
                return None
            if other.speaker is None or self._side(other.speaker) != self._side(statement.speaker):
                continue
            if other.date is None or other.precision != "day":
                return None
            if any(list(self._past(between)) for between in range(there + 1, here + 1)):
                return None
            sure = other.speaker == statement.speaker and here - there <= _NEAR
            when = When(other.date, other.date_end or other.date, "day", other.date_doubtful)
            return when, sure
        return None

    def _same_day(self, statement: Statement, here: int) -> DateMention | None:
        """Give the day named last, of what was said "after the meeting" or "hours later"."""
        spans = self._outside(statement)
        if statement.mode != "direct" and statement.cue_kind not in _CLAUSAL:
            spans.append(statement.content)  # a mere object, behind which stands when
        if not any(self.signs.after.search(self.report.text, *span) for span in spans):
            return None
        for there in range(here - 1, max(-1, here - 1 - _FAR), -1):
            days = [time for time in self._past(there) if time.granularity == "day"]
            if days:
                return days[-1]
        return None

    def _meant(self, statement: Statement, here: int) -> DateMention | None:
        """Give the day of the sentence before, of one who is named there and meant here."""
        if statement.speaker_span is None or not here:
            return None
        words = self.report.text[slice(*statement.speaker_span)].lower()
        there, sentence = self.report.sentences[here - 1], self.report.sentences[here]
        if words not in self.signs.pronouns or there.paragraph != sentence.paragraph:
            return None
        times = [time for time in self._past(here - 1) if time.granularity == "day"]
        return times[0] if len(times) == 1 and not list(self._past(here)) else None

    def _released(self, statement: Statement, here: int) -> dt.date | None:
        """Give the day of a press release, of what it says by itself."""
        report = self.report
        if report.published is None or report.day_doubtful or statement.mode == "direct":
            return None
        if not self._is_release(statement.speaker) or list(self._past(here)):
            return None
        published = report.published
        return published.date() if isinstance(published, dt.datetime) else published

    def _is_release(self, speaker: str | None) -> bool:
        """Whether the report is a statement by itself: by its kicker, or by title and speaker."""
        report, press = self.report, self.signs.press
        above = [line for line in report.furniture if line.kind in ("kicker", "header")]
        if any(press.match(report.text, line.start) for line in above):
            return True
        speaks = speaker is not None and self.issuer == speaker
        return speaks and press.match(report.title) is not None

    def _past(self, sentence: int) -> Iterator[DateMention]:
        """Give the times of a sentence that are over, outside its quotations."""
        span = self.report.sentences[sentence]
        for time in self._times.within(span.start, span.end):
            quotation = self._quotations.last_before(time.start)
            if quotation and time.start < quotation[1]:
                continue
            if not time.coming and time.bound is None:
                yield time

    def _is_apart(self, statement: Statement) -> bool:
        """Whether words around a verb of saying tell of another occasion, or of one before."""
        cue = statement.cue or statement.content
        sentence = self.report.sentences[sentence_at(self.report, cue[0])]
        if self.signs.before.search(self.report.text[sentence.start : cue[0]]):
            return True
        outside = self._outside(statement)
        return any(self.signs.apart.search(self.report.text, *span) for span in outside)

    def _outside(self, statement: Statement) -> list[Span]:
        """Give what stands in the sentence of a statement outside what was said."""
        place = (statement.cue or statement.content)[0]
        sentence = self.report.sentences[sentence_at(self.report, place)]
        begin, end = statement.content
        spans = [(sentence.start, begin), (max(sentence.start, end), sentence.end)]
        return [span for span in spans if span[0] < span[1]]

    def _side(self, actor: str) -> str:
        """Give the side an actor speaks for."""
        return self.people.actors[actor].state or actor


def _dated(statement: Statement, when: When) -> Statement:
    """Give a statement its days."""
    return replace(
        statement,
        date=when.first,
        date_end=when.last if when.last != when.first else None,
        precision=when.precision,
        date_doubtful=when.doubtful,
    )
