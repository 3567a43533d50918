"""The reports of a dossier as a reference manager takes them: CSL-JSON and RIS."""

from __future__ import annotations

import datetime as dt
from typing import Any

from satumeja.dossier import DossierFile, KeptReport, reports

__all__ = ["to_csl", "to_ris"]


def to_csl(file: DossierFile) -> list[dict[str, Any]]:
    """Give the reports of a dossier file as the items of CSL-JSON.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    list of dict
        An item a report, in the order they were read. A day that is not certain is marked
        ``circa``; what is not known is left out.

    See Also
    --------
    to_ris : The same for programs that read RIS.

    References
    ----------
    Zelle, R. M. and others. CSL-JSON, the input data of Citation Style Language 1.0.2.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     to_csl(file)
    []
    """
    return [_item(report) for report in reports(file)]


def _item(report: KeptReport) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": report.key,
        "type": "article-newspaper",
        "title": report.title or report.name,
        "language": report.language,
    }
    if report.outlet:
        item["container-title"] = report.outlet
    if report.author:
        item["author"] = [{"literal": report.author}]
    if report.agency:
        item["source"] = ", ".join(report.agency)
    if report.day:
        day = report.day
        issued: dict[str, Any] = {"date-parts": [[day.year, day.month, day.day]]}
        item["issued"] = issued | ({"circa": True} if report.day_doubtful else {})
    item["note"] = f"{report.name}, SHA-256 {report.sha256}"
    return item


def to_ris(file: DossierFile) -> str:
    """Give the reports of a dossier file as RIS.

    Parameters
    ----------
    file : DossierFile
        The file.

    Returns
    -------
    str
        A record a report, of the type NEWS; lines end in CR and LF, as the format has it.

    See Also
    --------
    to_csl : The same as CSL-JSON.

    References
    ----------
    Research Information Systems. RIS Format Specifications.

    Examples
    --------
    >>> from satumeja.dossier import DossierFile
    >>> with DossierFile(":memory:", create=True) as file:
    ...     to_ris(file)
    ''
    """
    return "".join(map(_record, reports(file)))


def _record(report: KeptReport) -> str:
    fields: list[tuple[str, str | None]] = [
        ("TY", "NEWS"),
        ("ID", report.key),
        ("TI", report.title or report.name),
        ("T2", report.outlet),
        ("AU", report.author),
        *(("DP", agency) for agency in report.agency),
        *_dates(report.day, report.day_doubtful),
        ("LA", report.language),
        ("N1", f"{report.name}, SHA-256 {report.sha256}"),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", "", ""])


def _dates(day: dt.date | None, is_doubtful: bool) -> list[tuple[str, str | None]]:
    if day is None:
        return []
    certain = [("PY", f"{day.year:04}"), ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}")]
    doubtful = [("N1", f"published about {day.isoformat()}; the day is not certain")]
    return [*(doubtful if is_doubtful else certain)]
