"""Quotations as standoff annotation: texts untouched, and marks that point into them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
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
        The ``satumeja/standoff/1`` document: a document a report with its ``text``, and
        ``entities``, ``attributes``, ``relations`` and ``comments`` as brat has them. Places
        are counted in code points.

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
        head = {"id": report.key, "name": report.name, "language": report.language}
        documents.append(head | {"text": text_of(file, report.key)} | _marks(own, bears))
    return {"schema": "satumeja/standoff/1", "documents": documents}


def _marks(own: Sequence[Quotation], bears: Sequence[Link]) -> dict[str, Any]:
    """Give the marks of one text."""
    names = {quotation.key: f"T{number}" for number, quotation in enumerate(own, start=1)}
    attributes, relations = count(1), count(1)
    pairs = [
        *((q.key, "rests_on", q.statement) for q in own if q.statement in names),
        *((link.act, link.kind, link.of) for link in bears if {link.act, link.of} <= set(names)),
    ]
    return {
        "entities": [[names[q.key], q.act, [[q.start, q.stop]]] for q in own],
        "attributes": [
            [f"A{next(attributes)}", name, names[quotation.key], value]
            for quotation in own
            for name, value in _attributes(quotation)
            if value
        ],
        "relations": [
            [f"R{next(relations)}", kind, [["Arg1", names[first]], ["Arg2", names[second]]]]
            for first, kind, second in pairs
            if second is not None
        ],
        "comments": [[names[q.key], "AnnotatorNotes", q.note] for q in own if q.note],
    }


def _attributes(quotation: Quotation) -> list[tuple[str, str | None]]:
    return [
        ("item", quotation.key),
        ("kind", quotation.kind),
        ("issue", quotation.issue),
        ("actor", quotation.actor),
        ("target", quotation.target),
        ("date", quotation.date),
        ("date_end", quotation.date_end),
        ("doubtful", "yes" if quotation.doubtful else None),
        ("state", quotation.state),
        ("who", quotation.who),
        ("fingerprint", quotation.fingerprint),
    ]
