"""A PDF that is locked, cut off or broken is refused in one line, and nothing else is printed."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pypdf
import pytest

from report.test_source import pdf
from satumeja.errors import ReportError
from satumeja.report import open_source

LINES = ["LIMA, May 8, 2023 - Peru demanded on Monday that Ecuador withdraw its troops."]
WHOLE = pdf(LINES)


def locked(password: str, algorithm: str) -> bytes:
    """Encrypt a PDF: with a password to open it, or with nothing but a ban on changing it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(WHOLE))
    writer.encrypt(password, f"{password}owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(ReportError) as caught:
        open_source(path)
    return str(caught.value)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_password_is_asked_for_where_one_is_needed(tmp_path: Path, algorithm: str) -> None:
    path = tmp_path / "wire.pdf"
    path.write_bytes(locked("", algorithm))
    assert "demanded on Monday" in open_source(path).text
    assert refusal(path, locked("secret", algorithm)) == (
        f"{path}: is a PDF that opens with a password only; "
        "open it, and save or print it as a PDF without one"
    )


def test_what_encrypted_needs_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = locked("", "AES-256")
    for name in [name for name in sys.modules if name.split(".")[0] in ("pypdf", "cryptography")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    path = tmp_path / "wire.pdf"
    said = "is an encrypted PDF, which needs an extra: pip install 'satumeja[pdf]'"
    assert refusal(path, data) == f"{path}: {said}"


@pytest.mark.parametrize("size", range(0, len(WHOLE) - 6, 17))
def test_a_pdf_that_is_cut_off_is_one_line(
    tmp_path: Path, size: int, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wire.pdf"
    path.write_bytes(WHOLE[:size])
    try:
        assert "Peru" in open_source(path).text
    except ReportError as error:
        assert str(error).startswith(f"{path}: ")
        assert "\n" not in str(error)
    assert capfd.readouterr() == ("", "")
