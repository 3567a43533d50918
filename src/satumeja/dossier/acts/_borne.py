"""Doubt the acts that the report tells by itself where no clause bears them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from satumeja.dossier._types import Act
from satumeja.dossier.acts._work import ActWork, side_of
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
    Such an act is firm where a verb or noun of its sentence does that, by the same doer. On
    blind reports the others, read by patterns over the order of words, were right in two of
    three.
    """
    for act in acts:
        sure = act.doubtful or act.statement is not None or _is_told(work, act)
        yield act if sure else replace(act, doubtful=True)


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
