"""How a draft cites what it rests on: a single report, or the dossier it is drafted from."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from satumeja.dossier._dossier import Dossier
from satumeja.dossier.keeping import Whole
from satumeja.report.kit import fingerprint

__all__ = ["Citations", "citations", "source_name"]

_KEPT_NOWHERE = ":memory:"


@dataclass(frozen=True)
class Citations:
    """References as a draft writes them.

    Parameters
    ----------
    source : str
        The id of the source; empty where each report of a dossier is a source of its own.
    mark : str
        What parts the source from the place: ``#`` in a report, ``:`` in a dossier.
    fingerprints : mapping of str to str
        Of what is cited with its fingerprint.
    """

    source: str
    mark: str = "#"
    fingerprints: Mapping[str, str] = field(default_factory=dict)

    def named(self, item: str) -> str:
        """Name a statement or an act, for people to find it."""
        return f"{self.source}{self.mark}{item}" if self.source else item

    def cited(self, item: str) -> str:
        """Refer to a statement or an act, so that its words are known again."""
        digits = self.fingerprints.get(item)
        return f"{self.named(item)}@{digits}" if digits else self.named(item)


def citations(found: Dossier | Whole, source: str) -> Citations:
    """Say how what is drafted from a report or a dossier is cited.

    Parameters
    ----------
    found : Dossier or Whole
        What a report says, or many reports.
    source : str
        The id of a single report.
    """
    if not isinstance(found, Whole):
        return Citations(source)
    if found.dossier.report.name == _KEPT_NOWHERE:
        return Citations("")
    words = found.dossier.words
    prints = {act.id: fingerprint(words(act.span)) for act in found.dossier.acts}
    prints |= {said.id: fingerprint(words(said.content)) for said in found.dossier.statements}
    return Citations(source_name(found.dossier.report.name), ":", prints)


def source_name(path: str) -> str:
    """Make the id of a source from the name of a dossier file.

    Examples
    --------
    >>> source_name("cases/talks 2021.db")
    'talks_2021'
    """
    name = re.sub(r"[^\w.-]", "_", Path(os.fspath(path)).stem)
    return name if re.match(r"\w", name) else f"dossier{name}"
