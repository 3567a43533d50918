"""What is left of a statement whose verb says that it is not so, might be, or was taken back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from satumeja.dossier._types import Statement
from satumeja.dossier.clauses import Clause, Sentences, Word
from satumeja.report import Report

__all__ = ["Sentenced", "as_said"]

# What is left of a word of saying that is negated: who does not deny only says.
_NEGATED: Mapping[str, str | None] = {"deny": "say", "say": None, "claim": None, "reject": None}
_TAKEN_BACK = ("agree", "promise", "offer")


@dataclass(frozen=True)
class Sentenced:
    """A clause in its sentence.

    Parameters
    ----------
    words : sequence of Word
        The words of the sentence.
    clauses : sequence of Clause
        All its clauses.
    clause : Clause
        The one meant.
    """

    words: Sequence[Word]
    clauses: Sequence[Clause]
    clause: Clause


def as_said(
    report: Report, sentences: Sentences, spot: Sentenced, statement: Statement
) -> Statement | None:
    """Give a statement by what its verb leaves of it: what might be said is none."""
    mood = spot.clause.group.mood
    if mood != "done" and statement.mode != "direct":
        word = report.text[slice(*(statement.cue or (0, 0)))].lower()
        if mood != "ahead" or _is_supposed(spot) or word.endswith("ing"):
            return None
        statement = replace(statement, doubtful=True)
    if _is_undone(report, spot, statement):
        statement = replace(statement, doubtful=True)
    if not spot.clause.group.negated or statement.cue_kind not in _NEGATED:
        return statement
    left = _NEGATED[statement.cue_kind]
    if statement.mode != "direct" and (
        left is None or _names_charge(report, sentences, statement)
    ):
        return None
    return replace(statement, cue_kind=left or statement.cue_kind)


def _is_undone(report: Report, spot: Sentenced, statement: Statement) -> bool:
    """Whether what was once agreed is taken back ("had agreed to sign but changed its mind")."""
    group = spot.clause.group
    once = any(word.text in ("had", "sempat") for word in spot.words[group.first : group.head])
    if not once or statement.cue_kind not in _TAKEN_BACK:
        return False
    words = report.text[spot.words[group.head].end : spot.words[-1].end]
    return re.search(r"\b(?:but|before|until|tetapi|tapi|namun|lalu)\b", words) is not None


def _is_supposed(spot: Sentenced) -> bool:
    """Whether a verb stands behind "would", and so tells what somebody might do."""
    group = spot.clause.group
    chain = spot.words[group.first : group.head]
    return any(word.text in ("would", "akan") and word.kind == "future" for word in chain)


def _names_charge(report: Report, sentences: Sentences, statement: Statement) -> bool:
    """Whether what is not denied is only named, so that nothing is said ("tuduhan X")."""
    first = report.text[slice(*statement.content)].split(maxsplit=1)[:1]
    return (
        bool(first) and sentences.grammar.prefixed and first[0].lower() in sentences.grammar.nouns
    )
