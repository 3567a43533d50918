"""How a draft cites what it rests on: a single report, or the dossier it is drafted from."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from satumeja.dossier._dossier import Dossier
from satumeja.dossier.keeping import Whole
from satumeja.report.kit import fingerprint, shown

__all__ = ["Citations", "citations", "source_name"]

_KEPT_NOWHERE = ":memory:"
_UNTITLED = {"report": "Untitled report", "dossier": "Untitled dossier"}


@dataclass(frozen=True)
class Citations:
    """References as a draft writes them.

    Parameters
    ----------
    source : str
        The id of the source; empty where each report of a dossier is a source of its own.
    mark : str
        What parts the source from the place: ``#`` in a report, ``:`` in a dossier.
    fingerprint : callable
        Gives the fingerprint of the words of a statement or act; "" of what is none.
    sources : tuple of str
        The lines of the model's sources.
    """

    source: str
    mark: str
    fingerprint: Callable[[str], str]
    sources: tuple[str, ...]

    def named(self, item: str) -> str:
        """Name a statement or an act, for people to find it."""
        return f"{self.source}{self.mark}{item}" if self.source else item

    def cited(self, item: str) -> str:
        """Refer to a statement or an act, so that its words are known again."""
        digits = self.fingerprint(item)
        return f"{self.named(item)}@{digits}" if digits else self.named(item)


def citations(found: Dossier | Whole, source: str, path: str | None) -> Citations:
    """Say how what is drafted from a report or a dossier is cited.

    Parameters
    ----------
    found : Dossier or Whole
        What a report says, or many reports.
    source : str
        The id of a single report.
    path : str, optional
        Path of a single report, as the model names it; of a dossier file, the folder its
        path is given from.
    """
    prints = _fingerprints(found.dossier if isinstance(found, Whole) else found)
    if not isinstance(found, Whole):
        entry = _entry(source, "report", path or found.report.name, found.report.title)
        return Citations(source, "#", prints, (entry,))
    report = found.dossier.report
    if report.name == _KEPT_NOWHERE:
        entries = (_entry(kept.key, "report", kept.name, kept.title) for kept in found.reports)
        return Citations("", "#", prints, tuple(entries))
    name = source_name(report.name)
    file = Path(os.path.relpath(report.name, path)).as_posix() if path else report.name
    return Citations(name, ":", prints, (_entry(name, "dossier", file, report.title),))


def _fingerprints(dossier: Dossier) -> Callable[[str], str]:
    """Give what takes the fingerprint of the words of a statement or act, once."""
    spans = {statement.id: statement.content for statement in dossier.statements}
    spans |= {act.id: act.span for act in dossier.acts}

    @cache
    def taken(item: str) -> str:
        return fingerprint(dossier.words(spans[item])) if item in spans else ""

    return taken


def _entry(key: str, kind: str, path: str, title: str) -> str:
    """Write an entry of the model's sources."""
    details = [f"{kind}: {quoted(path)}"] if path not in ("", "-") else []
    details.append(f"title: {quoted(title or _UNTITLED[kind])}")
    return f"{key}: {{{', '.join(details)}}}"


def quoted(words: str) -> str:
    """Quote a text so that YAML reads it back as it is, without what no model file may hold."""
    line = " ".join(words.split())
    return json.dumps(line if line.isprintable() else shown(line), ensure_ascii=False)


def source_name(path: str) -> str:
    """Make the id of a source from the name of a dossier file.

    Examples
    --------
    >>> source_name("cases/talks 2021.db")
    'talks_2021'
    """
    name = re.sub(r"[^\w.-]", "_", Path(os.fspath(path)).stem)
    return name if re.match(r"\w", name) else f"dossier{name}"
