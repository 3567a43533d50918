"""The section on states that are too many to be listed: what equilibria have in common."""

from __future__ import annotations

from satumeja.brief.media import Table
from satumeja.brief.pages.sections._material import Sets
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.tables import pattern_tables

__all__ = ["SETS"]


def _patterns(edition: Edition[Sets]) -> tuple[Table, ...]:
    return pattern_tables(edition.material.analysis, edition.phrases)


SETS = Section("sets", Sets, _patterns)
