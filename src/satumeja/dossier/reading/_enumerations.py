"""Find the points of a list somebody announces: "set out two conditions. First, ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from satumeja.dossier.reading._finds import Find, Work, slots_of, trim
from satumeja.dossier.reading._gazetteer import lists
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.report import Sentence

__all__ = ["points_of"]

_APART = 2  # so many sentences may stand between two points


@dataclass(frozen=True)
class _Forms:
    """How a language announces a list: by a verb of its own, or by what was said of a number."""

    announced: re.Pattern[str]
    counted: re.Pattern[str]
    point: re.Pattern[str]


@dataclass(frozen=True)
class _Lister:
    """Who announced a list, whether that is doubtful, and where the list has come to."""

    speaker: str
    doubtful: bool
    last: int


def points_of(work: Work) -> Iterator[Find]:
    """Give the points of the lists of a report, each as what its speaker says.

    Parameters
    ----------
    work : Work
        The statements found so far, and who speaks.

    Yields
    ------
    Find
        A point that no word of saying tells. Who announces the list speaks.
    """
    forms = _forms(work.report.language)
    spoken: dict[int, Find] = {}
    for find in work.finds:
        spoken.setdefault(find.where, find)
    lister: _Lister | None = None
    for index, sentence in enumerate(work.report.sentences):
        match = forms.point.match(work.said, sentence.start, sentence.end)
        if match is None:
            lister = _announced(work, forms, index, spoken.get(index), lister)
            continue
        if lister is None or index - lister.last > _APART:
            continue
        lister = _Lister(lister.speaker, lister.doubtful, index)
        content = trim(work.report.text, match.end(), sentence.end)
        if content is not None and index not in spoken and not work.quotes.within(*content):
            number = match.span("number")
            speaker, doubtful = lister.speaker, lister.doubtful
            yield Find(0, number, "say", speaker, None, content, False, index, doubtful)


def _forms(language: str) -> _Forms:
    """Compile what announces a list in a language, and what its points begin with."""
    table, slots = lists(language, "speech")["enumeration"], slots_of(language)
    return _Forms(
        compile_shape(table["announced"], slots),
        re.compile(table["counted"]),
        compile_shape(rf"(?P<number>{table['points']})(?:ly)?,\s", slots),
    )


def _announced(
    work: Work, forms: _Forms, index: int, find: Find | None, lister: _Lister | None
) -> _Lister | None:
    """Give who announces a list in a sentence; whoever did before, where it says nothing new."""
    sentence = work.report.sentences[index]
    if announcement := forms.announced.search(work.said, sentence.start, sentence.end):
        speaker = _announcer(work, sentence, announcement.start())
        if speaker is not None:
            return _Lister(speaker, doubtful=False, last=index)
    if find is not None and not find.direct:
        # In the words as they stand: a noun such as "demands" can itself be one of saying.
        counted = forms.counted.search(work.report.text, sentence.start, sentence.end)
        named = counted is not None and find.speaker is not None
        return _Lister(find.speaker or "", find.doubtful, index) if named else None
    return None if announcement else lister


def _announcer(work: Work, sentence: Sentence, place: int) -> str | None:
    """Give who announces a list: whom its sentence begins with, or who spoke before."""
    named = [work.people.at[at] for at in range(sentence.start, place) if at in work.people.at]
    if named:
        return named[-1]
    before = [find for find in work.finds if find.content[0] < sentence.start and find.speaker]
    pronoun = SYMBOLS["pronoun"] in work.said[sentence.start : place]
    return before[-1].speaker if before and pronoun else None
