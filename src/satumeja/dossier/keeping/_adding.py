"""Add what the machine did not find, by the words it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from satumeja.dossier.keeping._events import Correction, correction_of, record
from satumeja.dossier.keeping._fields import Setting, columns_of
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._names import names_of
from satumeja.dossier.keeping._reports import report_number
from satumeja.errors import ReportError, did_you_mean
from satumeja.report.kit import fingerprint

__all__ = ["add"]


def add(
    file: DossierFile,
    report: str,
    kind: str,
    words: str | None,
    who: str,
    fields: Mapping[str, str | None],
    note: str | None = None,
    *,
    occurrence: int | None = None,
    span: tuple[int, int] | None = None,
) -> Correction:
    """Add a statement or an act the machine did not find.

    Parameters
    ----------
    file : DossierFile
        The file.
    report : str
        The report, such as ``r1``.
    kind : {"statement", "act"}
        What is added.
    words : str or None
        The words of the report it rests on, exactly; not needed where `span` is given.
    who : str
        Who adds it.
    fields : mapping
        What is known of it (`FIELDS`); an act needs a kind and an actor.
    note : str, optional
        Why.
    occurrence : int, optional
        Which of the places, from 1, where the words stand more than once.
    span : pair of int, optional
        Where the words begin and end in the report's text, instead of the words.

    Returns
    -------
    Correction
        What was written; `of` is the key of the new item.

    Raises
    ------
    ReportError
        The words are not in the report, or more than once and none is chosen; a field is
        missing or unknown. Nothing is written.
    """
    if kind not in ("statement", "act"):
        hint = did_you_mean(kind, ["statement", "act"])
        raise ReportError(f'what is added is a statement or an act, not "{kind}"{hint}')
    if not (words or "").strip() and span is None:
        raise ReportError(f"to add to {report}, give the words it rests on, with --words")
    missing = [name for name in ("kind", "actor") if kind == "act" and not fields.get(name)]
    if missing:
        raise ReportError(f"an act needs its {' and '.join(missing)}")
    with file.whole(lasting=True):
        number = report_number(file, report)
        text = file.rows("SELECT text FROM source WHERE id = ?", (number,))[0]["text"]
        start, stop = span or _place(text, report, words or "", occurrence)
        if not 0 <= start < stop <= len(text) or not text[start:stop].strip():
            raise ReportError(f"{report} has no words from {start} to {stop}")
        setting = Setting(file, names_of(file), number, (start, stop))
        columns = columns_of(kind, fields, setting)
        columns |= {"start": start, "stop": stop, "words": text[start:stop]}
        columns["print"] = fingerprint(text[start:stop])
        key = f"{report}#{'s' if kind == 'statement' else 'a'}"
        added = record(file, who, "add", kind, key, columns, None, note)
    return correction_of(file, added)


def _place(text: str, report: str, words: str, occurrence: int | None) -> tuple[int, int]:
    """Find words in a report, once or at the occurrence named."""
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    if not places:
        exactly = "copy them as they stand, or say where, --at START:STOP"
        raise ReportError(f"{report} does not have these words: {words[:60]}; {exactly}")
    if occurrence is None and len(places) > 1:
        raise ReportError(
            f'"{words[:60]}" stands {len(places)} times in {report}; say which, with '
            f"--occurrence, from 1 to {len(places)}"
        )
    if not 1 <= (occurrence or 1) <= len(places):
        last = f"--occurrence is {len(places)} at most"
        raise ReportError(f'"{words[:60]}" stands {len(places)} times in {report}; {last}')
    start = places[(occurrence or 1) - 1]
    return start, start + len(words)
