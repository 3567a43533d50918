"""Where what was said stands: in a quotation, after the cue, before it."""

from __future__ import annotations

import re

from satumeja.dossier.reading._finds import Work, slots_of, trim
from satumeja.dossier.reading._gazetteer import Cue
from satumeja.dossier.reading._mask import CUES, SYMBOLS, compile_shape
from satumeja.report import Sentence, Span

__all__ = ["content_of"]

_REACH_OF_THAT = 220
_REACH_PAST_OBJECT = 30
_REACH_OF_NAME = 90
_LONGEST_CUE = 20
_ENDS = {"clause": ("clause_end", "tail"), "object": ("clause_end", "object_end", "tail")}


def content_of(
    work: Work,
    shape: dict[str, str],
    match: re.Match[str],
    start: int,
    sentence: int,
    cue_span: Span,
    cue: Cue,
) -> Span | None:
    """Find what was said, where the shape says it stands."""
    where = shape["content"]
    if where == "quote":
        return _quote_in(work, match, start)
    bounds = work.report.sentences[sentence]
    if where == "previous":
        return _previous(work, sentence)
    if where == "thing" and re.search(
        f"[{CUES}]", work.said[bounds.start : match.start() + start]
    ):
        return match.start("thing") + start, match.end("thing") + start  # said by another
    if where == "thing":
        return _before(work, bounds, match.start() + start, match.end() + start)
    if where == "before":
        return _before(work, bounds, match.start() + start, match.end() + start)
    if where == "behind":
        if cue.form in ("noun", "root"):
            return _named(work, bounds, match.end() + start)
        return _behind(work, bounds, match.start() + start, match.end() + start)
    if where == "rest":
        return _around(work, bounds, match.start() + start, match.end() + start)
    return _after(work, bounds, cue_span[1], cue)


def _quote_in(work: Work, match: re.Match[str], start: int) -> Span | None:
    """Find the free quotation a match covers."""
    first, last = match.start() + start, match.end() + start
    for span in work.quotes.within(first, last):
        if span[1] <= last and span in work.spoken and span not in work.used_quotes:
            work.used_quotes.add(span)
            return span
    return None


def _previous(work: Work, sentence: int) -> Span | None:
    """Give the sentence before, in the same paragraph or the one before it."""
    if sentence == 0:
        return None
    before = work.report.sentences[sentence - 1]
    return trim(work.report.text, before.start, before.end)


def _before(work: Work, bounds: Sentence, first: int, last: int) -> Span | None:
    """Give the clause before "X said", or the one after where that is the whole of it.

    Before may stand no more than a "First" or what the clause is about ("The list, he said,
    had been long").
    """
    text, slots = work.report.text, slots_of(work.report.language)
    begin = bounds.start
    for passive in re.finditer(SYMBOLS["passive"] + "+", work.said[begin:first]):
        first = begin + passive.start()
        break
    supposed = compile_shape("<lead_if>", slots).fullmatch(work.said, begin, first)
    follows = "<after_any>" if supposed else "<after_post>"
    rest = compile_shape(follows, slots).match(work.said, last, bounds.end)
    if rest and compile_shape("<lead>", slots).fullmatch(work.said, begin, first):
        return trim(text, rest.start("rest"), bounds.end)
    if compile_shape("<lead_in>", slots).fullmatch(work.said, begin, min(first + 2, bounds.end)):
        return None  # only where or when somebody spoke stands before
    if compile_shape(r"\b<goes_on>\Z", slots).search(work.said, max(begin, first - 12), first):
        return trim(text, last, bounds.end)  # "... because, the union says, ..."
    if work.said[begin] == SYMBOLS["gerund"]:
        return None  # "Rejecting the offer, the drivers said ..."
    return trim(text, begin, first)


def _behind(work: Work, bounds: Sentence, first: int, last: int) -> Span | None:
    """Give what one is accused of, asked or warned by somebody; else the words before it."""
    text, slots = work.report.text, slots_of(work.report.language)
    opened = compile_shape("<charged>", slots).match(work.said, last, bounds.end)
    if opened is None:
        return trim(text, bounds.start, first)
    piece = work.said[opened.end() : bounds.end]
    ended = compile_shape("<clause_end>", slots).search(piece)
    stop = opened.end() + ended.start() if ended and ended.start() else bounds.end
    comma = re.search(r", (?:who|which|a |an |the |yang )", piece)
    if work.said[first] == ",":  # an insertion: "..., also accused by X of haste, ..."
        comma = re.search(",", piece)
    stop = min(stop, opened.end() + comma.start()) if comma else stop
    return trim(text, opened.end(), stop)


def _named(work: Work, bounds: Sentence, last: int) -> Span | None:
    """Give what a noun says is demanded, threatened ...: up to the verb of its sentence."""
    slots = slots_of(work.report.language)
    opened = compile_shape("<noun_opens>", slots).match(work.said, last, bounds.end)
    ended = compile_shape("<noun_ends>", slots).search(work.said, last + 1, bounds.end)
    begin = opened.end() if opened else last
    stop = ended.start() if ended and ended.start() > begin else bounds.end
    return trim(work.report.text, begin, stop)


def _around(work: Work, bounds: Sentence, first: int, last: int) -> Span | None:
    """Give the rest of a sentence around "according to X"."""
    text = work.report.text
    after = text.find(",", last, bounds.end)
    lead = compile_shape("<lead>", slots_of(work.report.language))
    if 0 <= after - last < _REACH_OF_NAME and lead.fullmatch(work.said, bounds.start, first):
        return trim(text, after + 1, bounds.end)
    if first - bounds.start > bounds.end - last:
        return trim(text, bounds.start, first)
    if 0 <= after - last < _REACH_OF_NAME:
        return trim(text, after + 1, bounds.end)
    return trim(text, last, bounds.end)


def _after(work: Work, bounds: Sentence, place: int, cue: Cue) -> Span | None:
    """Give the clause after a cue, up to the next one joined to it."""
    language, said = work.report.language, work.said
    opener = _opening_that(work, bounds, place, cue)
    if opener is not None:
        begin = opener
    else:
        dropped = compile_shape("<drops>", slots_of(language)).match(said[place : bounds.end])
        begin = place + (dropped.end() if dropped else 0)
    if cue.kind == "concede":  # "apologised to the village for the spill"
        concerned = compile_shape("<concerned>", slots_of(language)).match(said, begin, bounds.end)
        begin = concerned.end() if concerned else begin
    piece = said[begin : bounds.end]
    stop = len(piece)
    apposed = cue.form == "gerund" and _ends_actor(work, place)
    for slot in (*_ENDS[cue.takes], *(("noun_ends",) if apposed else ())):
        ended = compile_shape(f"<{slot}>", slots_of(language)).search(piece)
        if ended and ended.start() > 0:
            stop = min(stop, ended.start())
    stop = min(stop, _end_enclosed(work, bounds, place, piece))
    span = trim(work.report.text, begin, begin + stop)
    return _whole_quotes(work, span, bounds) if span else None


def _end_enclosed(work: Work, bounds: Sentence, place: int, piece: str) -> int:
    """Give where a clause set in another ends ("Peru, which wants the canal, left")."""
    slots = slots_of(work.report.language)
    if not any(name == "enclosed" for name, _ in slots):
        return len(piece)
    enclosed = compile_shape(r"<enclosed>\Z", slots).search(work.said[bounds.start : place])
    ended = compile_shape("<enclosed_end>", slots).search(piece) if enclosed else None
    return ended.start() if ended and ended.start() else len(piece)


def _ends_actor(work: Work, place: int) -> bool:
    """Whether a gerund stands right behind a party ("Workers demanding higher pay marched")."""
    begin = work.said.rfind(" ", 0, place - 1)
    return work.said[begin - 1 : begin] == SYMBOLS["actor"]


def _opening_that(work: Work, bounds: Sentence, place: int, cue: Cue) -> int | None:
    """Give where the clause begins that "that" opens behind a cue; None where none does.

    Between may stand when, where and to whom; a clause of its own there has its own "that"
    ("said the levy paid for a fund that ..."). Before a stop the word is no opener, but what
    is denied or said ("disputed that; ...").
    """
    said, slots = work.said, slots_of(work.report.language)
    reach = _REACH_OF_THAT if cue.takes == "clause" else _REACH_PAST_OBJECT
    opener = compile_shape(r"\b<that>\b(?!\s?[,.;:]|\Z|\s(?:and|but|or)\b)", slots).search(
        said, place, min(bounds.end, place + reach)
    )
    if opener is None:
        return None
    between = said[place : opener.start()]
    if opener.start() > place + 1 and compile_shape("<relative>", slots).match(said, opener.end()):
        return None  # a thing stands between, and is told of
    stops = CUES + SYMBOLS["quoted"] + ("" if cue.takes == "clause" else ",")
    to_somebody = compile_shape(r"\b<addressed>\Z", slots).search(
        work.report.text, max(0, place - _LONGEST_CUE), place
    )
    begins = compile_shape("<clause_begins>", slots).match(between)
    if re.search(f"[{stops}]", between) or (begins and not to_somebody):
        return None
    return opener.end()


def _whole_quotes(work: Work, span: Span, bounds: Sentence) -> Span:
    """Extend a span that ends inside a quotation to the closing mark."""
    for _, end in work.quotes.within(*span):
        if span[1] <= end < bounds.end:
            return span[0], end + 1
    return span
