"""Files become text exactly as they stand, or one line saying why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from satumeja.errors import ReportError
from satumeja.report import load


def put(folder: Path, data: bytes) -> Path:
    path = folder / "report.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        (b"", 0, 0, "empty"),
        (b" \r\n\t", 0, 0, "empty"),
        ("\ufeff".encode(), 0, 0, "empty"),
        (b"ab\ncd\0e", 2, 3, "binary"),
        (bytes(range(1, 256)) * 20, 1, 1, "binary"),
        (b"a" * (4 * 1024 * 1024 + 1), 0, 0, "4 MiB"),
    ],
)
def test_bad_files_have_one_line(
    tmp_path: Path, data: bytes, line: int, column: int, says: str
) -> None:
    path = put(tmp_path, data)
    with pytest.raises(ReportError) as caught:
        load(path)
    (fault,) = caught.value.faults
    assert says in fault.message
    assert (fault.file, fault.line, fault.column) == (str(path), line, column)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["missing.txt", ".", "nul\0name"])
def test_files_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportError) as caught:
        load(f"{tmp_path}/{name}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["\ufeffSatu\r\nDua\r\n", "Satu\rDua", "Satu\nDua"])
def test_nothing_is_translated(tmp_path: Path, text: str) -> None:
    path = put(tmp_path, text.encode())
    assert load(path) == text
    with path.open(encoding="utf-8", newline="") as file:
        assert file.read() == text
