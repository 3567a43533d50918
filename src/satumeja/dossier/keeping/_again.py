"""Read a report of a file again, from the bytes the file keeps."""

from __future__ import annotations

from satumeja.dossier._read import read
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._gather import stated_moments
from satumeja.dossier.keeping._keep import given, keep
from satumeja.dossier.keeping._known import Known
from satumeja.report import parse
from satumeja.report.kit import source_of

__all__ = ["read_again"]


def read_again(file: DossierFile, key: str) -> None:
    """Read one report of a file again, as where a day was given it that others are counted from.

    Parameters
    ----------
    file : DossierFile
        The file; it keeps every report, so that nothing else is needed.
    key : str
        The report: ``r1``, ``r2``, ...

    Raises
    ------
    ReportError
        There is no such report, or it was read before files kept what was given.

    Notes
    -----
    "On Monday" is a day only by the day of the report. Corrections stay, and what stands at
    the same words keeps its name. Cost is that of reading one report.
    """
    data = given(file, key)
    (row,) = file.rows("SELECT * FROM source WHERE id = ?", (int(key[1:]),))
    source = source_of(data, row["name"])
    published = stated_moments(file).get(source.sha256)
    keep(file, source, read(parse(source, published=published)), row["reader"], Known.of(file))
