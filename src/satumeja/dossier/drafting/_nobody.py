"""What is said where a report names nobody who could decide, and what to do then."""

from __future__ import annotations

from satumeja.dossier.drafting._sheet import Sheet, comment
from satumeja.dossier.keeping import Whole
from satumeja.errors import Fault

__all__ = ["nobody_named"]


def nobody_named(sheet: Sheet) -> Fault:
    """Say that there is nobody, and by which commands somebody is named."""
    name = sheet.dossier.report.name
    whole = isinstance(sheet.found, Whole)
    way = [] if whole else [f"satumeja dossier {name or 'REPORT'} -o talks.db"]
    file = (name or "FILE") if whole else "talks.db"
    added = 'r1 add --who NAME --words "WORDS OF IT" --set kind=demand --set actor=rebels'
    way += [
        f"satumeja correct {file} actor:rebels add --who NAME --set name=Rebels",
        f"satumeja correct {file} {added}",
    ]
    return Fault(comment(sheet.language, "comments", "nobody", way="; ".join(way)), name)
