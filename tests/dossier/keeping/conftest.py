"""Three reports on one dispute, and a dossier file of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.keeping.test_file import REPORTS
from satumeja import dossier
from satumeja.dossier import DossierFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def file(folder: Path) -> Iterator[DossierFile]:
    with DossierFile(folder.parent / "dossier.db", create=True) as file:
        dossier.gather(file, sorted(folder.iterdir()))
        yield file
