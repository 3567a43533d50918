"""The dossier of a case, opened for one request."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from satumeja.dossier import DossierFile
from satumeja.web.cases import Case, analyst
from satumeja.web.routing import Call, RefusedError

__all__ = ["analyst", "dossier_of", "dossier_path", "report_key"]


def dossier_path(case: Case) -> Path:
    """Return where the dossier of a case is kept, there or not."""
    return case.dossier() or case.folder / "dossier.db"


@contextmanager
def dossier_of(call: Call, *, create: bool = False) -> Iterator[DossierFile]:
    """Open the dossier of a case: one connection a request.

    Raises
    ------
    RefusedError
        The case has none yet.
    """
    path = dossier_path(call.case)
    if not create and not path.exists():
        raise RefusedError("not_found", "this case has no reports yet; drop some first")
    with DossierFile(path, create=create) as file:
        yield file


def report_key(file: DossierFile, key: str) -> str:
    """Return the key of a report that is there.

    Raises
    ------
    RefusedError
        There is none.
    """
    number = key[1:]
    is_key = key[:1] == "r" and number.isascii() and number.isdecimal() and len(number) < 12
    if not is_key or not file.rows("SELECT 1 FROM source WHERE id = ?", (int(number),)):
        raise RefusedError("not_found", f'this case has no report "{key[:20]}"')
    return f"r{int(number)}"
