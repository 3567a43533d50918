"""Which of the times a sentence names is that of a thing it tells, and how sure that is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from satumeja.dossier.reading._finds import sentence_at
from satumeja.report import DateMention, Report, Span
from satumeja.report.kit import knowledge

__all__ = ["When", "nearest_time", "time_said"]

_PAUSE = re.compile('[,;:()–—"“”«»]')
_OWNERS = ("'", "’")
_WORD = re.compile(r"\w+")
_PRECISE = ("day", "week", "month", "year")
_FEW_WORDS = 3  # a stretch between commas with no more beside the time says only when
_FAR_BELOW = 10_000  # a time in another part of the sentence counts as so much further off
_REACH = {"day": 400, "week": 80, "month": 80, "span": 80}
_REACH_OF_YEARS = 25
_PREPOSITION = 5


@dataclass(frozen=True)
class When:
    """The days of a thing told.

    Parameters
    ----------
    first, last : datetime.date
        First and last day.
    precision : str
        ``day``, ``week``, ``month``, ``year`` or ``span``.
    doubtful : bool
        Whether the days are a guess.
    """

    first: dt.date
    last: dt.date
    precision: str
    doubtful: bool

    @classmethod
    def of(cls, mention: DateMention) -> When:
        """Give the days of a mention; those of a part of a year are as precise as that year."""
        unit = mention.granularity
        if unit not in _PRECISE:
            unit = "span"
        elif mention.approximate and unit in ("month", "year"):
            unit = _unit_of(mention.first, mention.last)
        return cls(mention.first, mention.last, unit, mention.doubtful)


def _unit_of(first: dt.date, last: dt.date) -> str:
    """Say in which unit some days of it lie."""
    if first.year != last.year:
        return "span"
    return "month" if first.month == last.month else "year"


def time_said(
    report: Report,
    mentions: Sequence[DateMention],
    content: Span,
    cue: Span | None,
    *,
    quoted: bool = False,
    has_object: bool = False,
) -> When | None:
    """Give when a statement was made: by a time outside its words, and not still to come.

    Parameters
    ----------
    report : Report
        The report.
    mentions : sequence of DateMention
        The times the sentence names.
    content : Span
        What was said.
    cue : Span or None
        The word of saying.
    quoted : bool
        Whether the words are a quotation, in which no time says when it was made.
    has_object : bool
        Whether the words may be a mere object of the word of saying, behind which stands when:
        "rejected the offer on Thursday".

    Returns
    -------
    When or None
        A day before a week, a month or a span of days; a time that stands in another part of
        the sentence than the word of saying only where it is a day.
    """
    past = [
        mention
        for mention in mentions
        if not mention.coming
        and mention.bound is None
        and report.text[mention.end : mention.end + 1] not in _OWNERS  # "rejected Monday's offer"
    ]
    place = cue or content
    outside = [
        mention
        for mention in past
        if not _within(report, mention, content, quoted=quoted)
        and not _of_relative_clause(report, mention, place)
    ]
    chosen = nearest_time(report, outside, place)
    if chosen is None and has_object:
        chosen = _behind_object(report, past, content)
    elif chosen is not None and chosen.granularity != "day" and _apart(report, chosen, place):
        return None
    return When.of(chosen) if chosen is not None else None


def _within(report: Report, mention: DateMention, content: Span, *, quoted: bool) -> bool:
    """Whether a time is part of what was said.

    Not so where it only stands at the edge of it: "said | on Tuesday it was ready", "menuduh
    Chile menyerang, Selasa (21/12)".
    """
    if not content[0] <= mention.start < content[1]:
        return False
    if quoted or mention.granularity != "day":
        return True
    before = report.text[content[0] : mention.start]
    after = report.text[mention.end : content[1]].strip(" .,")
    opens = len(before.split()) <= 1 and len(before) <= _PREPOSITION
    appended = before.rstrip()[-1:] == "," and not after
    return not (appended or (opens and after))


def _of_relative_clause(report: Report, mention: DateMention, place: Span) -> bool:
    """Whether a time before a verb goes with "who" or *yang*: "the president, who came in May"."""
    if mention.start >= place[0]:
        return False
    begin, _ = _part(report, mention)
    joints = knowledge("satumeja.report", report.language, "dates")["tense"]["joints"]
    words = _WORD.findall(report.text[begin : mention.start].lower())
    return any(word in joints for word in words)


def _behind_object(
    report: Report, mentions: Sequence[DateMention], content: Span
) -> DateMention | None:
    """Give the time that ends a mere object: "rejected the offer of the owners on Thursday".

    It says when that was rejected, unless the words have a verb of their own to go with it.
    """
    verb = re.compile(knowledge("satumeja.report", report.language, "dates")["tense"]["clause"])
    for mention in mentions:
        ends = not report.text[mention.end : content[1]].strip(" ,")
        near = content[0] <= mention.start < content[1] and mention.granularity in _REACH
        if near and ends:
            has_verb = verb.search(report.text, content[0], mention.start)
            return None if has_verb else mention
    return None


def nearest_time(
    report: Report, mentions: Iterable[DateMention], place: Span
) -> DateMention | None:
    """Give the time that goes with a place: a day first, and of those the nearest.

    One in the same part of the sentence, at its start, or alone between commas goes before one in
    another part, such as a clause that tells of something else.
    """
    ranked = [
        (mention.granularity != "day", distance, mention.start, mention)
        for mention in mentions
        for distance in [_distance(report, mention, place)]
        if distance % _FAR_BELOW <= _REACH.get(mention.granularity, _REACH_OF_YEARS)
        or _opens(report, mention)
    ]
    return min(ranked, key=lambda rank: rank[:3])[-1] if ranked else None


def _distance(report: Report, mention: DateMention, place: Span) -> int:
    """Say how far a time is from a place."""
    gap = max(0, place[0] - mention.end, mention.start - place[1])
    return min(gap, _FAR_BELOW - 1) + _FAR_BELOW * _apart(report, mention, place)


def _apart(report: Report, mention: DateMention, place: Span) -> bool:
    """Whether a time stands in a part of the sentence of its own, which tells something else."""
    begin, end = _part(report, mention)
    if begin <= place[0] <= end or _opens(report, mention):
        return False
    others = report.text[begin : mention.start] + " " + report.text[mention.end : end]
    return len(_WORD.findall(others)) > _FEW_WORDS


def _part(report: Report, mention: DateMention) -> Span:
    """Give the part of the sentence between pauses that a time stands in."""
    begin, end = _sentence(report, mention)
    pauses = [match.start() for match in _PAUSE.finditer(report.text, begin, end)]
    before = [pause + 1 for pause in pauses if pause < mention.start]
    after = [pause for pause in pauses if pause >= mention.end]
    return before[-1] if before else begin, after[0] if after else end


def _opens(report: Report, mention: DateMention) -> bool:
    """Whether a time stands at the start of the sentence."""
    begin, _ = _sentence(report, mention)
    return len(_WORD.findall(report.text[begin : mention.start])) < _FEW_WORDS


def _sentence(report: Report, mention: DateMention) -> Span:
    """Give the sentence a time stands in."""
    sentence = report.sentences[sentence_at(report, mention.start)]
    return sentence.start, sentence.end
