"""Quotations as standoff annotation: texts untouched, and marks that point into them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from satumeja.dossier import DossierFile, Link, reports, text_of, whole
from satumeja.exchange._quotations import Quotation, by_report, quotations

__all__ = ["to_standoff"]


def to_standoff(file: DossierFile) -> dict[str, Any]:
    """Give the texts of a dossier file with marks that point into them, in the manner of brat.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    dict
        The ``satumeja/standoff/1`` document: a document a report with its ``text``, its
        ``entities`` (T1, T2, ...), which are the quotations, and its ``relations`` (R1, R2,
        ...), which are the statement an act rests on and how acts bear on earlier ones of
        the same report. Places are counted in code points.

    See Also
    --------
    to_qdpx : The same for programs of qualitative analysis.

    References
    ----------
    Stenetorp, P. and others (2012). brat: a web-based tool for NLP-assisted text annotation.
    Proceedings of EACL 2012, demonstrations, 102-107.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     to_standoff(file)
    {'schema': 'satumeja/standoff/1', 'documents': []}
    """
    kept = reports(file)
    bears = whole(file).links if kept else ()
    marked = by_report(quotations(file))
    documents = []
    for report in kept:
        own = marked.get(report.key, [])
        names = {quotation.key: f"T{number}" for number, quotation in enumerate(own, start=1)}
        documents.append(
            {
                "report": report.key,
                "name": report.name,
                "title": report.title,
                "language": report.language,
                "text": text_of(file, report.key),
                "entities": [_entity(names[quotation.key], quotation) for quotation in own],
                "relations": _relations(names, own, bears),
            }
        )
    return {"schema": "satumeja/standoff/1", "documents": documents}


def _entity(name: str, quotation: Quotation) -> dict[str, Any]:
    return {
        "id": name,
        "type": quotation.act,
        "span": [quotation.start, quotation.stop],
        "item": quotation.key,
        "kind": quotation.kind,
        "issue": quotation.issue,
        "actor": quotation.actor,
        "target": quotation.target,
        "date": quotation.date or None,
        "date_end": quotation.date_end or None,
        "doubtful": quotation.doubtful,
        "state": quotation.state,
        "who": quotation.who,
        "at": quotation.at,
        "note": quotation.note,
        "fingerprint": quotation.fingerprint,
    }


def _relations(
    names: dict[str, str], own: Sequence[Quotation], bears: Sequence[Link]
) -> list[dict[str, str]]:
    pairs = [
        *((quotation.key, "rests_on", quotation.statement or "") for quotation in own),
        *((link.act, link.kind, link.of) for link in bears),
    ]
    within = [pair for pair in pairs if pair[0] in names and pair[2] in names]
    return [
        {"id": f"R{number}", "type": kind, "from": names[first], "to": names[second]}
        for number, (first, kind, second) in enumerate(within, start=1)
    ]
