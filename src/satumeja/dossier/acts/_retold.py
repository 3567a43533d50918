"""Leave out what somebody is only told to have said, in the words of another."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from satumeja.dossier._types import Act, Statement
from satumeja.dossier.acts._work import side_of
from satumeja.dossier.reading import People, lists
from satumeja.report import Report

__all__ = ["without_retold"]

_REACH = 20
_BESIDE = 3  # of a teller in the same sentence: behind a comma ("..., said A")


def without_retold(
    report: Report, people: People, statements: Sequence[Statement], acts: Sequence[Act]
) -> tuple[tuple[Statement, ...], tuple[Act, ...]]:
    """Leave out statements another one only retells, with the acts done in them.

    Parameters
    ----------
    report : Report
        The report.
    people : People
        Everyone named in it.
    statements : sequence of Statement
        The statements, those in the words of others among them.
    acts : sequence of Act
        The acts done in them, and those the report tells by itself.

    Returns
    -------
    statements : tuple of Statement
        Those the report itself tells, numbered anew.
    acts : tuple of Act
        Without those done in a statement that was left out.

    Notes
    -----
    In "The ministry said that both sides had agreed to meet" the ministry speaks and nobody
    else; what it tells was weighed before, so that it is not booked on the one who tells it.
    What another holds while it is told ("said that Peru opposed the plan") stays. The words
    that retell, and the forms that tell of the past, are in ``speech.toml``.
    """
    forms = lists(report.language, "speech")["nothing"]
    outer = {item.id: item for item in statements}
    kept = [
        item
        for item in statements
        if not _is_retold(people, item, outer, forms)
        or not (
            _stands_before(outer[item.within or ""]) or _is_past(report, item, forms["retold"])
        )
    ]
    if len(kept) == len(statements):
        return tuple(statements), tuple(acts)
    names = {item.id: f"s{number}" for number, item in enumerate(kept, 1)}
    return (
        tuple(
            replace(item, id=names[item.id], within=names.get(item.within or "")) for item in kept
        ),
        tuple(
            replace(act, statement=names.get(act.statement or ""))
            for act in acts
            if act.statement is None or act.statement in names
        ),
    )


def _stands_before(teller: Statement) -> bool:
    """Whether what is told stands before who tells it ("Dockers refused, an official said")."""
    return teller.cue is not None and teller.content[1] <= teller.cue[0]


def _is_past(report: Report, statement: Statement, past: str) -> bool:
    """Whether a statement, in another's words, is told to have been made before."""
    if statement.cue is None or statement.mode == "direct":
        return False
    start, end = statement.cue
    return re.search(past, report.text[max(0, start - _REACH) : end]) is not None


def _is_retold(
    people: People, statement: Statement, outer: dict[str, Statement], forms: Mapping[str, Any]
) -> bool:
    """Whether a statement stands in what another tells indirectly.

    Not so what the teller says of himself or his state, nor, where the language tells it so,
    the sentence that somebody unnamed is only the source of ("..., two diplomats said").
    """
    teller = outer.get(statement.within or "")
    if teller is None or teller.cue is None or statement.cue is None or statement.mode == "direct":
        return False
    behind = teller.content[0] >= teller.cue[1]
    source = not behind and teller.speaker is None and statement.speaker is not None
    only_source = source and not forms["sources_tell"]
    if only_source or _are_one(people, teller.speaker, statement.speaker):
        return False
    start, end = teller.content
    inside = start <= statement.cue[0] < end
    first = min(teller.cue[0], (teller.speaker_span or teller.cue)[0])
    before = first - end <= _BESIDE
    tells_all = teller.mode == "indirect" and teller.cue_kind in forms["retelling"]
    return inside and before and tells_all


def _are_one(people: People, one: str | None, other: str | None) -> bool:
    """Whether two speak for one state, or are the same."""
    if one is None or other is None:
        return False
    side = side_of(people, one)
    named = people.actors.get(side)
    is_state = named is not None and named.kind in ("state", "place-for-government")
    return one == other or (is_state and side == side_of(people, other))
