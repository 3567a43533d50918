"""Files are written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from satumeja.errors import OutputError
from satumeja.files import write_whole


def test_writing_replaces_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    write_whole(target, "old")
    assert write_whole(target, "new é\r\n") == target
    assert target.read_bytes() == "new é\r\n".encode()
    assert os.listdir(tmp_path) == ["brief.html"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    write_whole(target, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(target, "\ud800")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["brief.html"]


@pytest.mark.parametrize(
    ("place", "message"),
    [("none/brief.html", "the folder .*none does not exist"), ("", "is a folder")],
)
def test_a_place_that_cannot_be_written_is_one_line(
    tmp_path: Path, place: str, message: str
) -> None:
    with pytest.raises(OutputError, match=message) as caught:
        write_whole(tmp_path / place, "x")
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="does not exist"):
        write_whole(tmp_path / "file" / "brief.html", "x")
