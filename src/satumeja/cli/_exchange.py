"""The command that writes dossiers for other programs."""

from __future__ import annotations

from satumeja.cli._common import DossierPath, tell
from satumeja.cli._options import In, Language, Out

__all__ = ["exchange"]


def exchange(path: DossierPath, out: Out, language: In = Language.en) -> None:
    """Write a dossier for another program.

    The name of the file says the format: .qdpx, a project for programs of qualitative analysis
    (REFI-QDA); .csv and .xlsx, one row a quotation; .json and .ris, the reports as citations
    (CSL-JSON, RIS); .standoff.json, texts with marks that point into them. The way back, of
    a project, is satumeja dossier talks.qdpx -o talks.db.
    """
    from satumeja import exchange as room
    from satumeja.dossier import DossierFile

    with DossierFile(path) as file:
        written = room.write(file, out, language=language.value)
    tell(f"wrote {written}")
