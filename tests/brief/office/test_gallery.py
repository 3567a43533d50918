"""The front page of every conflict as Word and PDF, in both languages: each one sheet."""

import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from satumeja.brief import write
from satumeja.gallery import entries, load

pytestmark = pytest.mark.slow
LANGUAGES = ("en", "id")


def sheets(file: Path) -> int:
    return len(pypdf.PdfReader(file).pages)


def test_every_page_is_one_sheet_of_pdf(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    long = []
    for entry in entries():
        for language in LANGUAGES:
            file = tmp_path / f"{entry.id}.{language}.pdf"
            write(load(entry.id), file, language=language, made="2026-11-29")
            long += [file.name] if sheets(file) != 1 else []
    assert not long


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_every_page_is_one_sheet_of_word(tmp_path: Path) -> None:
    for entry in entries():
        for language in LANGUAGES:
            file = tmp_path / f"{entry.id}.{language}.docx"
            write(load(entry.id), file, language=language, made="2026-11-29")
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless"]
    files = sorted(tmp_path.glob("*.docx"))
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True,
        capture_output=True,
        timeout=900,
    )
    printed = sorted(tmp_path.glob("*.pdf"))
    assert len(printed) == len(files)
    assert not [file.name for file in printed if sheets(file) != 1]
