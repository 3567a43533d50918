"""Find the points of a list somebody announces: "set out two conditions. First, ..."."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.dossier.reading._finds import Find, Work, slots_of, trim
from satumeja.dossier.reading._gazetteer import lists
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.report import Sentence

__all__ = ["points_of"]


def points_of(work: Work) -> Iterator[Find]:
    """Give the points of the lists of a report, each as what its speaker says.

    Parameters
    ----------
    work : Work
        The statements found so far.

    Yields
    ------
    Find
        A point that no word of saying tells. Who announces the list speaks.
    """
    forms = lists(work.report.language, "speech")["enumeration"]
    slots = slots_of(work.report.language)
    announced = compile_shape(forms["announced"], slots)
    point = compile_shape(rf"(?P<number>{forms['points']})(?:ly)?,\s", slots)
    taken = {find.where for find in work.finds}
    speaker: str | None = None
    for index, sentence in enumerate(work.report.sentences):
        match = point.match(work.said, sentence.start, sentence.end)
        if match is None:
            if announcement := announced.search(work.said, sentence.start, sentence.end):
                speaker = _announcer(work, sentence, announcement.start())
            elif sentence.start == work.report.paragraphs[sentence.paragraph][0]:
                speaker = None
            continue
        content = trim(work.report.text, match.end(), sentence.end)
        if speaker is not None and content is not None and index not in taken:
            number = match.span("number")
            yield Find(0, number, "say", speaker, None, content, False, index)


def _announcer(work: Work, sentence: Sentence, place: int) -> str | None:
    """Give who announces a list: whom its sentence begins with, or who spoke before."""
    named = [work.people.at[at] for at in range(sentence.start, place) if at in work.people.at]
    if named:
        return named[-1]
    before = [find for find in work.finds if find.content[0] < sentence.start and find.speaker]
    pronoun = SYMBOLS["pronoun"] in work.said[sentence.start : place]
    return before[-1].speaker if before and pronoun else None
