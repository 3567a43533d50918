"""Every kind of work by name."""

from __future__ import annotations

from collections.abc import Mapping

from satumeja.web.jobs._asking import ASKED
from satumeja.web.jobs._papers import PAPERS
from satumeja.web.jobs._rests import rests_on
from satumeja.web.jobs._taking_in import read_dropped
from satumeja.web.jobs._task import Work

__all__ = ["WORKS"]

WORKS: Mapping[str, Work] = {"rests-on": rests_on, "gather": read_dropped, **ASKED, **PAPERS}
"""The kinds of work, each asked for by its name."""
