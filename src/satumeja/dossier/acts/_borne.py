"""Doubt the acts that the report tells by itself where no clause bears them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from satumeja.dossier._types import Act
from satumeja.dossier.acts._work import ActWork, side_of
from satumeja.dossier.clauses import doers_of
from satumeja.dossier.reading import sentence_at
from satumeja.report import Span

__all__ = ["with_doubt"]


def with_doubt(work: ActWork, acts: Sequence[Act]) -> Iterator[Act]:
    """Give acts, doubtful where who did them rests on no clause.

    Parameters
    ----------
    work : ActWork
        The report, by its clauses.
    acts : sequence of Act
        All acts that were read out of it.

    Yields
    ------
    Act
        In the same order.

    Notes
    -----
    Such an act is firm where the clause it is told in has its doer as subject or agent, or the
    noun that tells it as its owner. On blind reports the others, read by the order of words
    alone, were right in two of three.
    """
    for act in acts:
        sure = act.doubtful or act.statement is not None or _is_told(work, act)
        yield act if sure else replace(act, doubtful=True)


def _is_told(work: ActWork, act: Act) -> bool:
    """Whether a verb in the words of an act has its doer as subject, or a noun as owner."""
    sentence = work.report.sentences[sentence_at(work.report, act.span[0])]
    span = sentence.start, sentence.end
    grammar, language = work.sentences.grammar, work.report.language
    words, clauses = work.sentences.of(span)
    doers = [
        doer
        for clause in clauses
        if _meet((words[clause.group.first].start, words[clause.group.head].end), act.span)
        for doer in doers_of(words, clauses, clause, grammar, language)
    ]
    doers += [
        doer
        for deed in work.sentences.deeds(span)
        if deed.clause is None and _meet(deed.span, act.span)
        for doer in deed.doers
    ]
    actors = {doer.actor for doer in doers if doer.actor in work.people.actors}
    return act.actor in {side_of(work.people, actor) for actor in actors if actor}


def _meet(one: Span, other: Span) -> bool:
    """Whether two stretches share words."""
    return one[0] < other[1] and other[0] < one[1]
