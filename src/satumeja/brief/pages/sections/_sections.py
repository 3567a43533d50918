"""The sections of a brief, in their order."""

from __future__ import annotations

from typing import Any

from satumeja.brief.pages.sections._answer import ANSWER, ANSWER_OF_SETS
from satumeja.brief.pages.sections._assumptions import ASSUMPTIONS, IMPOSSIBLE, OPTIONS
from satumeja.brief.pages.sections._listed import GRAPH, RANKINGS, STABILITY, STATES
from satumeja.brief.pages.sections._method import METHOD
from satumeja.brief.pages.sections._outcome import OUTCOME
from satumeja.brief.pages.sections._paths import PATHS
from satumeja.brief.pages.sections._readings import READINGS
from satumeja.brief.pages.sections._reproduce import REPRODUCE
from satumeja.brief.pages.sections._rests import RESTS
from satumeja.brief.pages.sections._section import Section
from satumeja.brief.pages.sections._sets import SETS
from satumeja.brief.pages.sections._sources import SOURCES
from satumeja.brief.pages.sections._tables import TABLES
from satumeja.brief.pages.sections._verdicts import VERDICTS, VERDICTS_OF_SETS

__all__ = ["SECTIONS"]

SECTIONS: tuple[Section[Any, Any], ...] = (
    ANSWER,
    ANSWER_OF_SETS,
    ASSUMPTIONS,
    OPTIONS,
    STATES,
    SETS,
    IMPOSSIBLE,
    RANKINGS,
    STABILITY,
    GRAPH,
    PATHS,
    VERDICTS,
    VERDICTS_OF_SETS,
    TABLES,
    RESTS,
    READINGS,
    OUTCOME,
    METHOD,
    REPRODUCE,
    SOURCES,
)
"""All sections, in the order in which a brief has those that apply to it.

The first stands above the contents. Where one key is there twice, the two speak of different
kinds of material, and share a piece of template.
"""
