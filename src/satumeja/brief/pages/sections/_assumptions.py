"""Sections on what is assumed: who prefers what, who can do what, and what cannot be."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.media import Table
from satumeja.brief.pages.sections._material import Material
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.tables import infeasible_table, move_table, option_table, preference_table
from satumeja.model.kit import statements_of

__all__ = ["ASSUMPTIONS", "IMPOSSIBLE", "OPTIONS"]


@dataclass(frozen=True)
class Preferences:
    """What each decision maker prefers, and how many of the statements rest on no source."""

    tables: tuple[Table, ...]
    unsourced: int


@dataclass(frozen=True)
class Bounds:
    """The states that cannot be, and the moves that are bound; None where nothing says so."""

    states: Table | None
    moves: Table | None


def _preferences(edition: Edition[Material]) -> Preferences:
    dms, archive = edition.model.decision_makers, edition.material.archive
    return Preferences(
        tables=tuple(
            preference_table(edition.model, dm.id, language=edition.phrases, archive=archive)
            for dm in dms
        ),
        unsourced=sum(
            not statement.evidence for dm in dms for statement in statements_of(dm.preference)
        ),
    )


def _options(edition: Edition[Material]) -> Table:
    archive = edition.material.archive
    return option_table(edition.model, language=edition.phrases, archive=archive)


def _bounds(edition: Edition[Material]) -> Bounds | None:
    """Say what cannot be; of states in graph form nothing does."""
    if edition.model.is_graph:
        return None
    model, phrases, archive = edition.model, edition.phrases, edition.material.archive
    moves = move_table(model, language=phrases, archive=archive)
    ruled = bool(model.stated_rules)
    return Bounds(
        states=infeasible_table(model, language=phrases, archive=archive) if ruled else None,
        moves=moves if moves.body else None,
    )


ASSUMPTIONS = Section("assumptions", Material, _preferences)
OPTIONS = Section("options", Material, _options)
IMPOSSIBLE = Section("impossible", Material, _bounds)
