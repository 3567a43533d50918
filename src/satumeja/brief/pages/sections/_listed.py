"""Sections that show states one by one: what they are, who ranks and leaves them, the moves."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.figures import integrated_graph, ranking_strip
from satumeja.brief.media import Figure, Table
from satumeja.brief.pages.sections._material import Listed
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.tables import ranking_table, stability_table, state_tables

__all__ = ["GRAPH", "RANKINGS", "STABILITY", "STATES"]


@dataclass(frozen=True)
class Rankings:
    """Everybody's order of the states, as a table and as a figure."""

    table: Table
    strip: Figure


def _states(edition: Edition[Listed]) -> tuple[Table, ...]:
    return state_tables(edition.material.analysis, language=edition.phrases)


def _rankings(edition: Edition[Listed]) -> Rankings:
    analysis, phrases = edition.material.analysis, edition.phrases
    return Rankings(
        ranking_table(analysis, language=phrases), ranking_strip(analysis, language=phrases)
    )


def _stability(edition: Edition[Listed]) -> Table:
    return stability_table(edition.material.analysis, language=edition.phrases)


def _graph(edition: Edition[Listed]) -> Figure:
    return integrated_graph(edition.material.analysis, language=edition.phrases)


STATES = Section("states", Listed, _states)
RANKINGS = Section("rankings", Listed, _rankings)
STABILITY = Section("stability", Listed, _stability)
GRAPH = Section("graph", Listed, _graph)
