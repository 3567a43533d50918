"""Files are written among those of others, and only over their own."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from satumeja.errors import OutputError
from satumeja.files import MANIFEST, require_free, write_among

OLD = {"model.yaml": "old\n", "draft.yaml": "old too\n"}
NEW = {"model.yaml": "new\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.yaml").write_text("mine")
    return write_among(tmp_path, "demo", OLD)


def texts(folder: Path) -> dict[str, str]:
    return {f.name: f.read_text() for f in folder.iterdir() if f.name != MANIFEST}


def test_others_files_stay_and_ours_are_known_again(folder: Path) -> None:
    assert texts(folder) == {"mine.yaml": "mine", **OLD}
    write_among(folder, "demo", NEW)
    assert texts(folder) == {"mine.yaml": "mine", **OLD, **NEW}
    lines = (folder / MANIFEST).read_text().splitlines()
    assert [line.split("  ")[-1] for line in lines] == [
        "# satumeja: demo",
        "draft.yaml",
        "model.yaml",
    ]
    write_among(folder, "demo", OLD)
    assert texts(folder) == {"mine.yaml": "mine", **OLD}


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "model.yaml",
            "mine",
            "was changed since satumeja wrote it; name another folder",
        ),
        ("mine.yaml", "mine", "is not known to be satumeja's; name another folder"),
    ],
)
def test_none_is_written_where_one_is_not_free(
    folder: Path, name: str, text: str, message: str
) -> None:
    (folder / name).write_text(text)
    before = {file.name: file.read_text() for file in folder.iterdir()}
    with pytest.raises(OutputError, match=message):
        write_among(folder, "demo", {"fresh.yaml": "x", name: "x"})
    with pytest.raises(OutputError, match=message):
        require_free(folder, "demo", ["fresh.yaml", name])
    assert {file.name: file.read_text() for file in folder.iterdir()} == before


def test_a_list_of_somebody_elses_is_not_free(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("mine")
    with pytest.raises(OutputError, match=r"\.satumeja\.sha256: is not known to be"):
        write_among(tmp_path, "demo", NEW)
    assert texts(tmp_path) == {}


def test_a_link_that_leads_nowhere_is_not_free(tmp_path: Path) -> None:
    (tmp_path / "model.yaml").symlink_to("mine")
    with pytest.raises(OutputError, match=r"model\.yaml: is not known to be"):
        write_among(tmp_path, "demo", NEW)
    assert os.listdir(tmp_path) == ["model.yaml"]


def test_what_was_broken_off_between_two_files_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both the old and the new content are known, whichever a file still has."""

    class KilledError(BaseException):
        pass

    replace = os.replace

    def once(one: Path, other: Path) -> None:
        if Path(other).name == "draft.yaml":
            raise KilledError
        replace(one, other)

    later = {"model.yaml": "later\n", "draft.yaml": "later too\n"}
    monkeypatch.setattr(os, "replace", once)
    with pytest.raises(KilledError):
        write_among(folder, "demo", later)
    monkeypatch.undo()
    assert texts(folder) == {
        "mine.yaml": "mine",
        "draft.yaml": "old too\n",
        "model.yaml": "later\n",
    }
    write_among(folder, "demo", NEW)
    write_among(folder, "demo", later)
    assert texts(folder) == {"mine.yaml": "mine", **later}


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_modes_stay(folder: Path) -> None:
    (folder / "model.yaml").chmod(0o600)
    write_among(folder, "demo", NEW)
    assert stat.S_IMODE((folder / "model.yaml").stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    require_free(tmp_path / "none", "demo", ["model.yaml"])
    with pytest.raises(OutputError, match="none: is no folder"):
        write_among(tmp_path / "none", "demo", NEW)
