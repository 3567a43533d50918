"""Find who is reported to have said what, by the shapes of the language's data."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from satumeja.dossier._actors import Field
from satumeja.dossier._gazetteer import Cue, lists
from satumeja.dossier._mask import Mask, compile_shape
from satumeja.dossier._types import Statement
from satumeja.report import Report, Sentence, Span

__all__ = ["find_statements"]

_LONGEST_SENTENCE = 3000
_REACH_OF_THAT = 220
_REACH_PAST_OBJECT = 30
_SHORT_QUOTE_WORDS = 4
_CUE_FORMS = ("verb", "root", "fused", "passive", "by", "gerund")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]\Z")
_UNPOINTED = re.compile(r"[\s.!?…,;:]*$")


@dataclass
class _Find:
    """One shape found: its cue, speaker and where the content stands."""

    order: int
    cue: Span | None
    kind: str
    speaker: str | None
    speaker_span: Span | None
    content: Span
    direct: bool
    where: int
    doubtful: bool = False
    medium: str | None = None


@dataclass
class _Work:
    """The statements found so far and what they have used up."""

    report: Report
    field: Field
    said: str
    spoken: list[Span]
    finds: list[_Find] = field(default_factory=list)
    used_cues: set[int] = field(default_factory=set)
    used_quotes: set[Span] = field(default_factory=set)
    pending: list[tuple[_Find, int]] = field(default_factory=list)


def find_statements(report: Report, people: Field) -> tuple[Statement, ...]:
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
    spoken = [span for span in report.quotations if _is_speech(report, span)]
    quoted = people.mask.copy()
    quoted.paint(report.quotations, "quoted")
    work = _Work(report, people, quoted.text(), spoken)
    for index, shape in enumerate(lists(report.language, "speech")["shape"]):
        for start, end, sentence in _stretches(report, shape["scope"]):
            _try_shape(work, index, shape, start, end, sentence)
    _resolve_speakers(work)
    _orphan_quotations(work)
    return _numbered(work)


def _stretches(report: Report, scope: str) -> Iterator[tuple[int, int, int]]:
    """Give the stretches a shape is tried on: paragraphs or sentences."""
    if scope == "paragraph":
        first = {}
        for index, sentence in enumerate(report.sentences):
            first.setdefault(sentence.paragraph, index)
        for paragraph, (start, end) in enumerate(report.paragraphs):
            if paragraph in first:
                yield start, end, first[paragraph]
        return
    for index, sentence in enumerate(report.sentences):
        if sentence.end - sentence.start <= _LONGEST_SENTENCE:
            yield sentence.start, sentence.end, index


def _is_speech(report: Report, span: Span) -> bool:
    """Whether a quotation is somebody's words and not a word held at arm's length."""
    words = report.text[slice(*span)].split()
    if len(words) >= _SHORT_QUOTE_WORDS + 3:
        return True
    inside = report.text[slice(*span)].rstrip()
    closed = inside[-1:] in ".,!?…" or report.text[span[1] + 1 : span[1] + 2] == ","
    return bool(words) and words[0][:1].isupper() and (closed or len(words) >= _SHORT_QUOTE_WORDS)


@cache
def _slots(language: str) -> tuple[tuple[str, str], ...]:
    """Give the slots of a language's shapes."""
    return tuple(lists(language, "speech")["slots"].items())


def _try_shape(
    work: _Work, order: int, shape: dict[str, str], start: int, end: int, sentence: int
) -> None:
    """Find every use of one shape in one stretch of text."""
    pattern = compile_shape(shape["form"], _slots(work.report.language))
    piece = work.said[start:end]
    if shape["content"] == "quote" and "\ue009" not in piece:
        return
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
    work: _Work, order: int, shape: dict[str, str], match: re.Match[str], start: int, sentence: int
) -> _Find | None:
    """Turn a match into a find; None where it uses what is used up or means nothing."""
    cue_span = _cue_of(work, match, start)
    if cue_span is None or cue_span[0] in work.used_cues:
        return None
    cue = work.field.cues[cue_span[0]][1]
    groups = {n.rstrip("2"): match.span(n) for n, value in match.groupdict().items() if value}
    speaker_span = groups.get("speaker") or groups.get("someone")
    shifted = (speaker_span[0] + start, speaker_span[1] + start) if speaker_span else None
    content = _content(work, shape, match, start, sentence, cue_span, cue)
    if content is None or content[0] >= content[1]:
        return None
    medium = groups.get("medium")
    return _Find(
        order,
        cue_span,
        cue.kind,
        None,
        shifted if "speaker" in groups or "someone" in groups else None,
        content,
        shape["content"] == "quote",
        sentence if shape["scope"] == "sentence" else _sentence_at(work.report, cue_span[0]),
        doubtful="someone" in groups,
        medium=_words(work.report.text, medium, start) if medium else None,
    )


def _words(text: str, span: Span, offset: int) -> str:
    """Give the words of a span found in a stretch, on one line."""
    return " ".join(text[span[0] + offset : span[1] + offset].split())


def _cue_of(work: _Work, match: re.Match[str], start: int) -> Span | None:
    """Find the cue of a match: the group that names it, or the last one inside."""
    for name in ("cue", "cue2"):
        if match.groupdict().get(name):
            place = match.start(name) + start
            return (place, work.field.cues[place][0]) if place in work.field.cues else None
    inside = [
        place
        for place in range(match.start() + start, match.end() + start)
        if place in work.field.cues
    ]
    return (inside[-1], work.field.cues[inside[-1]][0]) if inside else None


def _sentence_at(report: Report, place: int) -> int:
    """Index of the sentence a place stands in."""
    for index, sentence in enumerate(report.sentences):
        if sentence.start <= place < sentence.end:
            return index
    return max(0, len(report.sentences) - 1)


def _content(
    work: _Work, shape: dict[str, str], match: re.Match[str], start: int, sentence: int,
    cue_span: Span, cue: Cue,
) -> Span | None:
    """Find what was said, where the shape says it stands."""
    where = shape["content"]
    if where == "quote":
        return _quote_in(work, match, start)
    bounds = work.report.sentences[sentence]
    if where == "previous":
        return _previous(work, sentence)
    if where == "before":
        return _trim(work.report.text, bounds.start, match.start() + start)
    if where == "rest":
        return _around(work, bounds, match.start() + start, match.end() + start)
    return _after(work, bounds, cue_span[1], cue)


def _quote_in(work: _Work, match: re.Match[str], start: int) -> Span | None:
    """Find the free quotation a match covers."""
    first, last = match.start() + start, match.end() + start
    for span in work.spoken:
        if first <= span[0] and span[1] <= last and span not in work.used_quotes:
            work.used_quotes.add(span)
            return span
    return None


def _previous(work: _Work, sentence: int) -> Span | None:
    """Give the sentence before, in the same paragraph or the one before it."""
    if sentence == 0:
        return None
    before = work.report.sentences[sentence - 1]
    return _trim(work.report.text, before.start, before.end)


def _trim(text: str, start: int, end: int) -> Span | None:
    """Leave out white space around and pointing at the end."""
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    unpointed = _UNPOINTED.search(text, start, end)
    stop = unpointed.start() if unpointed else end
    if _INITIALS.search(text[max(start, stop - 6) : stop]) and text[stop : stop + 1] == ".":
        stop += 1
    return (start, stop) if start < stop else None


def _around(work: _Work, bounds: Sentence, first: int, last: int) -> Span | None:
    """Give the rest of a sentence around "according to X"."""
    text = work.report.text
    after = text.find(",", last, bounds.end)
    if first - bounds.start > bounds.end - last:
        return _trim(text, bounds.start, first)
    if 0 <= after - last < 90:
        return _trim(text, after + 1, bounds.end)
    return _trim(text, last, bounds.end)


def _after(work: _Work, bounds: Sentence, place: int, cue: Cue) -> Span | None:
    """Give the clause after a cue, up to the next one joined to it."""
    language, said = work.report.language, work.said
    that = compile_shape(rf"\b<that>\b", _slots(language))
    reach = _REACH_OF_THAT if cue.takes == "clause" else _REACH_PAST_OBJECT
    found = that.search(said, place, min(bounds.end, place + reach))
    between = "[\ue010-\ue015\ue009]" if cue.takes == "clause" else "[\ue010-\ue015\ue009,]"
    if found and not re.search(between, said[place : found.start()]):
        begin = found.end()
    else:
        dropped = compile_shape("<drops>", _slots(language)).match(said[place : bounds.end])
        begin = place + (dropped.end() if dropped else 0)
    piece = said[begin : bounds.end]
    stop = len(piece)
    for slot in ("clause_end", "tail"):
        ended = compile_shape(f"<{slot}>", _slots(language)).search(piece)
        if ended and ended.start() > 0:
            stop = min(stop, ended.start())
    span = _trim(work.report.text, begin, begin + stop)
    return _whole_quotes(work, span, bounds) if span else None


def _whole_quotes(work: _Work, span: Span, bounds: Sentence) -> Span:
    """Extend a span that ends inside a quotation to the closing mark."""
    for start, end in work.report.quotations:
        if span[0] <= start < span[1] <= end < bounds.end:
            return span[0], end + 1
    return span


def _resolve_speakers(work: _Work) -> None:
    """Say who each speaker is: the actor named, or whom a pronoun means."""
    work.finds.sort(key=lambda f: (f.cue or f.content, f.order))
    shapes = lists(work.report.language, "speech")["shape"]
    last: str | None = None
    previous: _Find | None = None
    for found in work.finds:
        elided = shapes[found.order].get("elided", False)
        if elided:
            _take_subject(work, found, previous)
        elif found.speaker_span is None:
            found.speaker, found.doubtful = last, last is None
        else:
            _name_speaker(work, found, last)
        if found.speaker and not _is_nested(work, found):
            last = _person_or(work, found.speaker, last)
        previous = found
    work.finds = [
        found
        for found in work.finds
        if (found.speaker or found.speaker_span or found.direct) and not _is_asked(work, found)
    ]


def _is_asked(work: _Work, found: _Find) -> bool:
    """Whether a clause is what a demand asks for, and so nothing anybody said yet."""
    cue = found.cue
    return cue is not None and any(
        other.kind == "demand" and other.content[0] <= cue[0] < other.content[1]
        for other in work.finds
        if other is not found and not other.direct
    )


def _is_nested(work: _Work, found: _Find) -> bool:
    """Whether a statement stands inside the content of another, or is a document's."""
    cue = found.cue or found.content
    return any(
        other is not found and other.content[0] <= cue[0] < other.content[1]
        for other in work.finds
        if other.where == found.where
    )


def _person_or(work: _Work, speaker: str, last: str | None) -> str | None:
    """Give the speaker a later "he" may mean: a person, else whoever it was before."""
    return speaker if work.field.actors[speaker].kind == "person" or last is None else last


def _name_speaker(work: _Work, found: _Find, last: str | None) -> None:
    """Resolve a speaker that is named or a pronoun."""
    start, end = found.speaker_span or (0, 0)
    places = [place for place in range(start, end) if place in work.field.at]
    if places:
        found.speaker = work.field.at[places[0]]
    elif "\ue007" in work.said[start:end]:
        found.speaker, found.doubtful = last, last is None
    else:
        found.doubtful = True


def _take_subject(work: _Work, found: _Find, previous: _Find | None) -> None:
    """Give an elided subject: that of the clause before, or the sentence's first actor."""
    if previous and previous.where == found.where and previous.speaker:
        while previous and _is_nested(work, previous):
            outer = [f for f in work.finds if f.where == found.where and f is not previous
                     and f.content[0] <= (previous.cue or f.content)[0] < f.content[1]]
            previous = outer[0] if outer else None
        if previous:
            found.speaker, found.speaker_span = previous.speaker, previous.speaker_span
            found.doubtful = previous.doubtful
            return
    bounds = work.report.sentences[found.where]
    for place in range(bounds.start, (found.cue or found.content)[0]):
        if place in work.field.at:
            found.speaker, found.doubtful = work.field.at[place], True
            return


def _orphan_quotations(work: _Work) -> None:
    """Give quotations without a cue to whoever spoke right before or after."""
    for span in work.spoken:
        if span in work.used_quotes or _held_inside(work, span):
            continue
        neighbour = _neighbour(work, span)
        if neighbour is not None:
            same = _paragraph_of(work.report, span) == _paragraph_of(
                work.report, neighbour.content
            )
            work.finds.append(
                replace_find(neighbour, span, doubtful=neighbour.doubtful or not (
                    same and neighbour.direct))
            )
            work.used_quotes.add(span)


def replace_find(found: _Find, content: Span, *, doubtful: bool) -> _Find:
    """Give a find that goes on in another quotation."""
    return _Find(
        found.order, None, "say", found.speaker, None, content, True, found.where, doubtful
    )


def _held_inside(work: _Work, span: Span) -> bool:
    """Whether a quotation is part of an indirect statement's content."""
    return any(f.content[0] <= span[0] and span[1] <= f.content[1] for f in work.finds)


def _paragraph_of(report: Report, span: Span) -> int:
    """Index of the paragraph a span stands in."""
    for index, (start, end) in enumerate(report.paragraphs):
        if start <= span[0] < end:
            return index
    return -1


def _neighbour(work: _Work, span: Span) -> _Find | None:
    """Find the statement a loose quotation goes on from."""
    paragraph = _paragraph_of(work.report, span)
    near = [
        (abs(found.content[0] - span[0]), index)
        for index, found in enumerate(work.finds)
        if found.speaker
        and (
            _paragraph_of(work.report, found.content) == paragraph
            or (
                _paragraph_of(work.report, found.content) == paragraph - 1
                and found.content[0] < span[0]
            )
        )
    ]
    return work.finds[min(near)[1]] if near else None


def _numbered(work: _Work) -> tuple[Statement, ...]:
    """Give the statements in order, with what the sentence says around them."""
    ordered = sorted(work.finds, key=lambda f: (f.content, f.cue or f.content))
    made = [
        _with_circumstances(work, found, _statement(work, found, f"s{number}"))
        for number, found in enumerate(ordered, 1)
    ]
    return tuple(_placed(statement, made) for statement in made)


def _statement(work: _Work, found: _Find, identifier: str) -> Statement:
    """Make one statement of a find."""
    if found.direct:
        mode = "direct"
    elif any(
        found.content[0] <= s and e <= found.content[1] + 1 for s, e in work.report.quotations
    ):
        mode = "mixed"
    else:
        mode = "indirect"
    return Statement(
        identifier, found.speaker, found.speaker_span, found.cue, found.kind, found.content,
        mode, medium=found.medium, doubtful=found.doubtful or found.speaker is None,
    )


def _placed(statement: Statement, made: Sequence[Statement]) -> Statement:
    """Note the statement another one is reported in."""
    if statement.cue is None:
        return statement
    for outer in made:
        if outer is not statement and outer.mode != "direct":
            if outer.content[0] <= statement.cue[0] and statement.content[1] <= outer.content[1]:
                return replace(statement, within=outer.id)
    return statement


def _with_circumstances(work: _Work, found: _Find, statement: Statement) -> Statement:
    """Add to whom, where and when, from the sentence outside the content."""
    sentence = work.report.sentences[found.where]
    outside = Mask(work.said[sentence.start : sentence.end]).text()
    outside = _blank(work.said, sentence, found.content)
    slots = _slots(work.report.language)
    to = compile_shape("<to>", slots).search(outside)
    medium = compile_shape("<medium>", slots).search(outside)
    return replace(
        statement,
        addressee=_addressee(work, found, sentence, to),
        medium=statement.medium
        or (_words(work.report.text, medium.span("medium"), sentence.start) if medium else None),
        date=_date_of(work.report, sentence, found.content),
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
    work: _Work, found: _Find, sentence: Sentence, to: re.Match[str] | None
) -> str | None:
    """Say whom it was said to: an actor, or the words."""
    if to is not None:
        place = to.start("addressee") + sentence.start
        for index in range(place, to.end("addressee") + sentence.start):
            if index in work.field.at:
                return work.field.at[index]
        return _words(work.report.text, to.span("addressee"), sentence.start)
    if found.cue is None or found.direct:
        return None
    gap = work.said[found.cue[1] : max(found.cue[1], found.content[0])]
    named = re.match("\\s(\ue020+)", gap)
    return work.field.at.get(found.cue[1] + named.start(1)) if named else None


def _date_of(report: Report, sentence: Sentence, content: Span) -> dt.date | None:
    """Give the day named beside the cue, outside what was said."""
    for mention in report.dates:
        inside = content[0] <= mention.start < content[1]
        if sentence.start <= mention.start < sentence.end and not inside:
            if mention.granularity == "day" and not mention.approximate:
                return mention.first
    return None
