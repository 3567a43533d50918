"""Find who is reported to have said what, by the shapes of the language's data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from satumeja.dossier._types import Statement
from satumeja.dossier.reading._content import content_of
from satumeja.dossier.reading._enumerations import points_of
from satumeja.dossier.reading._finds import Find, Work, sentence_at, slots_of, words_at
from satumeja.dossier.reading._gazetteer import Cue, lists
from satumeja.dossier.reading._loose import give_loose_quotations, join_previous
from satumeja.dossier.reading._mask import CUES, SYMBOLS, compile_shape
from satumeja.dossier.reading._scan import People
from satumeja.dossier.reading._speakers import resolve_speakers
from satumeja.dossier.reading._starts import Starts
from satumeja.dossier.reading._when import time_said
from satumeja.report import Report, Sentence, Span

__all__ = ["find_statements"]

_LONGEST_SENTENCE = 3000
_SHORT_QUOTE_WORDS = 4
_BETWEEN_HALVES = 120
_NEGATION_REACH = 16
_OF_CLAUSES = ("say", "claim", "describe")  # what is said then is a clause with its own time
_DAYS = re.compile(
    rf"(?:(?:[a-z]{{3,}}ly|down|up|off|away|back)\s)?(?:[a-z]{{2,6}}\s)?{SYMBOLS['date']}+"
    r"|down|up|off|away|back"
)
_REACH_OF_IF = 30
_REACH_OF_NOT = 70
_REACH_OF_WHEN = 300
_MERELY_SAYS = ("say", "claim", "describe", "reject", "deny")


def find_statements(report: Report, people: People) -> tuple[Statement, ...]:
    """Find the attributed statements of a report.

    Parameters
    ----------
    report : Report
        The report.
    people : Field
        Everyone named in it, with the words of saying.

    Returns
    -------
    tuple of Statement
        In the order of their content. A quotation nobody is said to have spoken is
        given to the last speaker and marked doubtful.

    Notes
    -----
    Shapes are tried in the order of ``speech.toml``; each cue and each quotation
    serves once, so the more specific shape wins. Cost is linear in the text times
    the number of shapes: sentences over 3,000 characters are left alone.
    """
    spoken = dict.fromkeys(_spoken(report))
    quoted = people.mask.copy()
    quoted.paint(((start, end) for start, (end, _) in people.nouns.items()), "noun")
    quoted.paint(report.quotations, "quoted")
    work = Work(
        report,
        people,
        quoted.text(),
        spoken,
        Starts(report.quotations, lambda span: span[0]),
        Starts(report.dates, lambda one: one.start),
    )
    for index, shape in enumerate(lists(report.language, "speech")["shape"]):
        for start, end, sentence in _stretches(report, shape["scope"]):
            _try_shape(work, index, shape, start, end, sentence)
    _leave_turns(work)
    _leave_listings(work)
    resolve_speakers(work)
    work.finds.extend([*points_of(work)])
    join_previous(work)
    give_loose_quotations(work)
    _add_answers(work)
    return _numbered(work)


def _leave_turns(work: Work) -> None:
    """Leave out what only a question asks, and what an answer tells of."""
    answers = work.people.answers
    if answers:
        text = work.report.text
        work.finds = [
            find
            for find in work.finds
            if not any(start <= find.content[0] < end for start, end in answers)
            and not text[find.content[1] :].lstrip().startswith("?")
        ]


def _leave_listings(work: Work) -> None:
    """Leave out what stands in a horoscope or a list of programmes."""
    for start, end in work.people.listings:
        work.finds = [find for find in work.finds if not start <= find.content[0] < end]


def _add_answers(work: Work) -> None:
    """Add the answers of an interview, each as its speaker's own words."""
    for span, who in work.people.answers.items():
        where = sentence_at(work.report, span[0])
        speaker = who if who in work.people.actors else None
        work.finds.append(Find(0, None, "say", speaker, None, span, True, where, speaker is None))


def _stretches(report: Report, scope: str) -> Iterator[tuple[int, int, int]]:
    """Give the stretches a shape is tried on: paragraphs or sentences."""
    if scope == "paragraph":
        first: dict[int, int] = {}
        for index, sentence in enumerate(report.sentences):
            first.setdefault(sentence.paragraph, index)
        for paragraph, (start, end) in enumerate(report.paragraphs):
            if paragraph in first:
                yield start, end, first[paragraph]
        return
    for index, sentence in enumerate(report.sentences):
        if sentence.end - sentence.start <= _LONGEST_SENTENCE:
            yield sentence.start, sentence.end, index


def _spoken(report: Report) -> Iterator[Span]:
    """Give the quotations that are somebody's words, second halves of one included."""
    before: Span | None = None
    for span in report.quotations:
        if _is_speech(report, span) or (before and _goes_on(report.text, before, span)):
            yield span
            before = span


def _goes_on(text: str, before: Span, span: Span) -> bool:
    """Whether a quotation goes on with the one before ("We," he said, "wait.")."""
    between = text[before[1] + 1 : span[0] - 1]
    broken = text[before[1] - 1] == "," or between.startswith(",")
    return broken and len(between) <= _BETWEEN_HALVES and between.rstrip().endswith(",")


def _is_speech(report: Report, span: Span) -> bool:
    """Whether a quotation is somebody's words and not a word held at arm's length."""
    words = report.text[slice(*span)].split()
    if len(words) >= _SHORT_QUOTE_WORDS + 3:
        return True
    inside = report.text[slice(*span)].rstrip()
    closed = inside[-1:] in ".,!?…" or report.text[span[1] + 1 : span[1] + 2] == ","
    return bool(words) and words[0][:1].isupper() and (closed or len(words) >= _SHORT_QUOTE_WORDS)


@cache
def _cues_of(form: str) -> tuple[str, ...]:
    """Give the symbols of the words of saying a shape has one of."""
    symbols = (*CUES, SYMBOLS["noun"])
    return tuple(
        symbol for kind, symbol in SYMBOLS.items() if f"<{kind}>" in form and symbol in symbols
    )


def _try_shape(
    work: Work, order: int, shape: dict[str, str], start: int, end: int, sentence: int
) -> None:
    """Find every use of one shape in one stretch of text."""
    piece = work.said[start:end]
    if shape["content"] == "quote" and SYMBOLS["quoted"] not in piece:
        return
    if not any(symbol in piece for symbol in _cues_of(shape["form"])):
        return
    pattern = compile_shape(shape["form"], slots_of(work.report.language))
    place = 0
    while match := pattern.search(piece, place):
        found = _found(work, order, shape, match, start, sentence)
        if found is None:
            place = match.start() + 1
            continue
        work.finds.append(found)
        if found.cue:
            work.used_cues.add(found.cue[0])
        place = found.cue[1] - start if found.cue and shape["content"] != "quote" else match.end()


def _found(
    work: Work, order: int, shape: dict[str, str], match: re.Match[str], start: int, sentence: int
) -> Find | None:
    """Turn a match into a find; None where it uses what is used up or means nothing."""
    cue_span = _cue_of(work, match, start)
    if cue_span is None or cue_span[0] in work.used_cues:
        return None
    cue = work.cues[cue_span[0]][1]
    if cue.kind not in shape.get("kinds", cue.kind):
        return None
    if _is_negated(work, cue, match.start() + start, cue_span[0]):
        return None
    groups = {n.rstrip("2"): match.span(n) for n, value in match.groupdict().items() if value}
    speaker_span = groups.get("speaker") or groups.get("someone")
    shifted = (speaker_span[0] + start, speaker_span[1] + start) if speaker_span else None
    content = content_of(work, shape, match, start, sentence, cue_span, cue)
    if content is None or content[0] >= content[1] or _says_nothing(work, cue, cue_span, content):
        return None
    medium = groups.get("medium")
    return Find(
        order,
        cue_span,
        cue.kind,
        None,
        shifted if "speaker" in groups or "someone" in groups else None,
        content,
        shape["content"] == "quote",
        sentence if shape["scope"] == "sentence" else sentence_at(work.report, cue_span[0]),
        doubtful="someone" in groups,
        medium=words_at(work.report.text, medium, start) if medium else None,
    )


def _is_negated(work: Work, cue: Cue, begin: int, place: int) -> bool:
    """Whether a cue that does more than say is denied ("does not support")."""
    for _, end in work.quotes.within(begin, place):
        begin = max(begin, min(end + 1, place))
    mere = cue.kind in _MERELY_SAYS
    speech = lists(work.report.language, "speech")
    subject = work.report.text[begin:place]
    if "," not in subject.strip(" ,") and re.match(speech["nothing"]["no_one"], subject):
        return True
    if not mere and re.match(speech["nothing"]["nobody"], work.report.text[begin:place]):
        return True
    if not mere and re.search(
        speech["nothing"]["supposed"], work.report.text[max(0, begin - _REACH_OF_IF) : begin]
    ):
        return True
    unmeant = speech["nothing"].get("unmeant")
    if unmeant and re.search(unmeant, work.report.text[max(0, begin - _REACH_OF_NOT) : begin]):
        return True
    pattern = speech["pronouns"]["neither" if mere else "negation"]
    before = work.report.text[max(begin, place - _NEGATION_REACH) : place]
    return re.search(pattern, before) is not None


def _says_nothing(work: Work, cue: Cue, place: Span, content: Span) -> bool:
    """Whether the words are what one declines to do ("to comment"), or no words at all."""
    nothing = lists(work.report.language, "speech")["nothing"]
    words = work.report.text[slice(*content)]
    behind = work.report.text[place[1] : place[1] + _REACH_OF_WHEN].lstrip()
    if content[0] >= place[1] and (
        re.match(nothing["never"], words) or not (cue.only or re.match(cue.when, behind))
    ):
        return True
    if _DAYS.fullmatch(work.said, *content):
        return True  # "refused on Tuesday" tells no more than when
    return cue.kind == "reject" and re.match(nothing["said"], words) is not None


def _cue_of(work: Work, match: re.Match[str], start: int) -> Span | None:
    """Find the cue of a match: the group that names it, or the last one inside."""
    for name in ("cue", "cue2", "cue3"):
        if match.groupdict().get(name):
            place = match.start(name) + start
            return (place, work.cues[place][0]) if place in work.cues else None
    inside = [
        place
        for place in range(match.start() + start, match.end() + start)
        # A word of saying in the quotation itself tells of nobody there.
        if place in work.cues and work.said[place] != SYMBOLS["quoted"]
    ]
    return (inside[-1], work.cues[inside[-1]][0]) if inside else None


def _numbered(work: Work) -> tuple[Statement, ...]:
    """Give the statements in order, with what the sentence says around them."""
    ordered = sorted(work.finds, key=lambda f: (f.content, f.cue or f.content))
    made = [
        _with_circumstances(work, found, _statement(work, found, f"s{number}"))
        for number, found in enumerate(ordered, 1)
    ]
    near: dict[int, list[Statement]] = {}
    for statement in made:
        near.setdefault(sentence_at(work.report, statement.content[0]), []).append(statement)
    return tuple(_placed(one, near[sentence_at(work.report, one.content[0])]) for one in made)


def _statement(work: Work, found: Find, identifier: str) -> Statement:
    """Make one statement of a find."""
    if found.direct:
        mode = "direct"
    elif any(end <= found.content[1] + 1 for _, end in work.quotes.within(*found.content)):
        mode = "mixed"
    else:
        mode = "indirect"
    return Statement(
        identifier,
        found.speaker,
        found.speaker_span,
        found.cue,
        found.kind,
        _with_verb(work, found),
        mode,
        medium=found.medium,
        doubtful=found.doubtful or found.speaker is None,
    )


def _with_verb(work: Work, found: Find) -> Span:
    """Give what was said, with the verb where its object is only a pronoun ("denied it")."""
    words = work.report.text[slice(*found.content)].lower()
    pronouns = lists(work.report.language, "speech")["pronouns"]["objects"]
    behind = found.cue is not None and 0 <= found.content[0] - found.cue[1] <= 1
    if found.cue is None or not behind or words not in pronouns:
        return found.content
    return found.cue[0], found.content[1]


def _placed(statement: Statement, made: Sequence[Statement]) -> Statement:
    """Note the statement another one is reported in."""
    if statement.cue is None:
        return statement
    first = min(statement.cue[0], statement.content[0])
    last = max(statement.cue[1], statement.content[1])
    for outer in made:
        if outer is statement or outer.mode == "direct":
            continue
        if outer.content[0] <= first and last <= outer.content[1]:
            return replace(statement, within=outer.id)
    return statement


def _with_circumstances(work: Work, found: Find, statement: Statement) -> Statement:
    """Add to whom, where and when, from the sentence outside the content."""
    sentence = work.report.sentences[found.where]
    outside = _blank(work.said, sentence, found.content)
    slots = slots_of(work.report.language)
    to = compile_shape("<to>", slots).search(outside)
    medium = compile_shape("<medium>", slots).search(outside)
    return replace(
        statement,
        addressee=_addressee(work, found, sentence, to),
        medium=statement.medium
        or (words_at(work.report.text, medium.span("medium"), sentence.start) if medium else None),
        **_days(work, sentence, found),
    )


def _blank(said: str, sentence: Sentence, content: Span) -> str:
    """Give a sentence with the content blanked out."""
    start, end = max(content[0], sentence.start), min(content[1], sentence.end)
    piece = said[sentence.start : sentence.end]
    if start >= end:
        return piece
    left, right = start - sentence.start, end - sentence.start
    return piece[:left] + "\x00" * (right - left) + piece[right:]


def _addressee(
    work: Work, found: Find, sentence: Sentence, to: re.Match[str] | None
) -> str | None:
    """Say whom it was said to: an actor, or the words."""
    if to is not None:
        place = to.start("addressee") + sentence.start
        for index in range(place, to.end("addressee") + sentence.start):
            if index in work.people.at:
                return work.people.at[index]
        return words_at(work.report.text, to.span("addressee"), sentence.start)
    if found.cue is None or found.direct or _speaker_follows(found):
        return None
    gap = work.said[found.cue[1] : max(found.cue[1], found.content[0])]
    named = re.match(rf"\s({SYMBOLS['actor']}+)", gap)
    return work.people.at.get(found.cue[1] + named.start(1)) if named else None


def _speaker_follows(found: Find) -> bool:
    """Whether the words after the cue name the one who speaks ("according to X")."""
    return bool(found.cue and found.speaker_span and found.speaker_span[0] >= found.cue[1])


def _days(work: Work, sentence: Sentence, found: Find) -> dict[str, Any]:
    """Give the fields of a statement that say when it was made."""
    mentions = work.dates.within(sentence.start, sentence.end)
    has_object = not found.direct and found.kind not in _OF_CLAUSES
    when = time_said(
        work.report, mentions, found.content, found.cue, quoted=found.direct, has_object=has_object
    )
    if when is None:
        return {}
    return {
        "date": when.first,
        "date_end": when.last if when.last != when.first else None,
        "precision": when.precision,
        "date_doubtful": when.doubtful,
    }
