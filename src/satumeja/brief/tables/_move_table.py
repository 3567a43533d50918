"""The table of moves that depend on more than options, and of what somebody sees otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.tables._model import grounds, heads, written
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.evidence import Archive

if TYPE_CHECKING:
    from satumeja.model import DecisionMaker, Model

__all__ = ["move_table"]


def move_table(model: Model, *, language: Tongue = "en", archive: Archive | None = None) -> Table:
    """List barred moves, states that count as one, shared options, and what is seen otherwise.

    Parameters
    ----------
    model : Model
        A conflict.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    archive : Archive, optional
        Where evidence is looked up; made anew where none is given.

    Returns
    -------
    Table
        One row an assumption; no row where every move follows from options alone and
        everybody sees the conflict as it is.
    """
    phrases, archive = phrases_of(model, language), archive or Archive(model)
    words = phrases.words
    body = [*_barred(phrases, archive), *_coalesced(phrases, archive)]
    for dm in model.decision_makers:
        body += _of(dm, phrases, archive)
    head = heads(words, "dm", "rule", "because", "evidence")
    return Table(words("moves.caption"), head, tuple(body), "", "moves", words.language)


def _barred(phrases: Phrases, archive: Archive) -> Iterator[Row]:
    words = phrases.words
    for barrier in phrases.model.irreversible:
        names = [phrases.dm(dm) for dm in barrier.by]
        before, after = (phrases.condition(each) for each in (barrier.before, barrier.after))
        said = words("moves.barred", before=before, after=after)
        yield (
            Cell(words.all_of(names) if names else words("moves.everybody"), "row"),
            written(said, " → ".join(barrier.texts)),
            *grounds(phrases, archive, barrier.because, barrier.evidence),
        )


def _coalesced(phrases: Phrases, archive: Archive) -> Iterator[Row]:
    words = phrases.words
    for group in phrases.model.coalesce:
        said = words("moves.coalesced", condition=phrases.condition(group.condition))
        yield (
            Cell(words("moves.everybody"), "row"),
            written(said, group.text),
            *grounds(phrases, archive, group.because, group.evidence),
        )


def _of(dm: DecisionMaker, phrases: Phrases, archive: Archive) -> Iterator[Row]:
    words, name = phrases.words, Cell(phrases.dm(dm.id), "row")
    if dm.shared:
        options = words.all_of([phrases.option(option) for option in dm.shared])
        yield (
            name,
            Cell(words("moves.shares", options=options)),
            *grounds(phrases, archive, dm.because, dm.evidence),
        )
    for each in dm.unseen:
        said = written(
            words("moves.unseen", condition=phrases.condition(each.condition)), each.text
        )
        yield (name, said, *grounds(phrases, archive, each.because, each.evidence))
    if dm.perceives:
        parts = list[str]()
        if dm.perceives.hidden:
            hidden = words.all_of([phrases.option(option) for option in dm.perceives.hidden])
            parts.append(words("moves.hidden", options=hidden))
        if dm.perceives.beliefs:
            others = words.all_of([phrases.dm(other) for other in dm.perceives.beliefs])
            parts.append(words("moves.believes", dms=others))
        because, evidence = dm.perceives.because, dm.perceives.evidence
        if parts:
            yield (name, Cell(" ".join(parts)), *grounds(phrases, archive, because, evidence))
