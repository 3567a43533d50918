"""Doubt the acts that no clause bears out: told by words alone, or of nobody named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from satumeja.dossier._types import Act, Statement
from satumeja.dossier.acts._roles import clause_at
from satumeja.dossier.acts._work import ActWork, side_of
from satumeja.dossier.clauses import doers_of
from satumeja.dossier.reading import sentence_at

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
    What the report tells by itself is firm where a verb of its sentence does that, by its own
    subject; what stands in a statement, where the clause of its word of saying names somebody,
    if only by a pronoun. On blind reports the others were right in two of three at the most.
    """
    spoken = {statement.id: statement for statement in work.statements}
    for act in acts:
        statement = spoken.get(act.statement or "")
        borne = act.doubtful or (
            _is_told(work, act) if statement is None else _has_subject(work, statement)
        )
        yield act if borne else replace(act, doubtful=True)


def _is_told(work: ActWork, act: Act) -> bool:
    """Whether a verb or noun of the sentence does that act, by the same doer."""
    sentence = work.report.sentences[sentence_at(work.report, act.span[0])]
    return any(
        deed.frame.kind == act.kind
        and deed.span[0] < act.span[1]
        and act.span[0] < deed.span[1]
        and any(
            doer.actor in work.people.actors and side_of(work.people, doer.actor) == act.actor
            for doer in deed.doers
        )
        for deed in work.sentences.deeds((sentence.start, sentence.end))
    )


def _has_subject(work: ActWork, statement: Statement) -> bool:
    """Whether the clause of a word of saying has somebody as its subject, where there is one."""
    if statement.cue is None or statement.mode == "direct":
        return True
    spot = clause_at(work.report, work.sentences, statement.cue[0])
    if spot is None:
        return True
    grammar, language = work.sentences.grammar, work.report.language
    doers = doers_of(spot.words, spot.clauses, spot.clause, grammar, language)
    return any(doer.actor or doer.pronoun or doer.crowd for doer in doers)
