"""Give quotations that no word of saying stands by to whoever spoke next to them."""

from __future__ import annotations

import re

from satumeja.dossier._types import Mention
from satumeja.dossier.reading._finds import Find, Work, paragraph_of, sentence_at
from satumeja.dossier.reading._gazetteer import lists
from satumeja.dossier.reading._starts import Starts
from satumeja.report import Span

__all__ = ["give_loose_quotations", "join_previous"]

_NEAR = 3000
_APPOSED = 90
_TO_COLON = re.compile(r'(?:, [a-z][^.;:“”"\n]{2,80})?\s?:\s?')


def join_previous(work: Work) -> None:
    """Give quotations of nobody named to whom the next sentence says they are of."""
    shapes = lists(work.report.language, "speech")["shape"]
    for find in [one for one in work.finds if shapes[one.order]["content"] == "previous"]:
        quoted = [
            other
            for other in work.near.get(sentence_at(work.report, find.content[0]), [])
            if other.direct and other.speaker is None and other.speaker_span is None
        ]
        if quoted and find.speaker:
            for other in quoted:
                other.speaker, other.doubtful = find.speaker, find.doubtful
            work.finds.remove(find)


def give_loose_quotations(work: Work) -> None:
    """Give quotations without a cue to whoever spoke right before or after."""
    index = Starts(work.finds, lambda found: found.content[0])
    continuations: list[Find] = []
    for span in work.spoken:
        # A quotation may also go on from one that has just been given to its speaker.
        near = [*index.within(span[0] - _NEAR, span[1] + _NEAR), *continuations[-1:]]
        if span in work.used_quotes or _held_inside(near, span):
            continue
        named = _named_before(work, span)
        if named is not None:
            where = sentence_at(work.report, named.start)
            place = named.start, named.end
            continuations.append(Find(0, None, "say", named.actor, place, span, True, where))
            continue
        neighbour = _neighbour(work, near, span)
        if neighbour is not None:
            same = paragraph_of(work.report, span) == paragraph_of(work.report, neighbour.content)
            doubtful = neighbour.doubtful or not (same and neighbour.direct)
            continuations.append(_going_on(neighbour, span, doubtful=doubtful))
    work.finds.extend(continuations)


def _named_before(work: Work, span: Span) -> Mention | None:
    """Give who is named before a quotation and a colon, with what he is or without.

    "Anna Weber: ...", "Anna Weber, a cockle fisher: ...".
    """
    text = work.report.text
    if text[max(0, span[0] - 3) : span[0] - 1].strip() != ":":
        return None
    before = [
        mention
        for mention in work.people.mentions
        if mention.end <= span[0] <= mention.end + _APPOSED
        and _TO_COLON.fullmatch(text, mention.end, span[0] - 1)
    ]
    return before[0] if before else None


def _going_on(found: Find, content: Span, *, doubtful: bool) -> Find:
    """Give a find that goes on in another quotation."""
    return Find(
        found.order, None, "say", found.speaker, None, content, True, found.where, doubtful
    )


def _held_inside(near: list[Find], span: Span) -> bool:
    """Whether a quotation is part of an indirect statement's content."""
    return any(f.content[0] <= span[0] and span[1] <= f.content[1] for f in near)


def _neighbour(work: Work, near: list[Find], span: Span) -> Find | None:
    """Find the statement of this paragraph or the one before that a quotation goes on from."""
    paragraph = paragraph_of(work.report, span)
    candidates = []
    for index, found in enumerate(near):
        apart = paragraph - paragraph_of(work.report, found.content)
        if found.speaker and apart in (0, 1):
            candidates.append((abs(found.content[0] - span[0]), index))
    return near[min(candidates)[1]] if candidates else None
