"""Files that hold nothing, or far more than an article: refused in one line, and at once."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from satumeja.bundles import open_bundle, open_dataset
from satumeja.dossier import DossierFile, gather
from satumeja.errors import ReportError

BLANK = b" " * (1 << 20)
HEAD = "event_id_cnty,event_date,time_precision,event_type,actor1,actor2\n"


def trap(path: Path, part: str) -> Path:
    """Write a zip file that has a part of 260 MB which packs to almost nothing."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(part, "w") as stream,
    ):
        for _ in range(260):
            stream.write(BLANK)
    return path


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("trap.docx", "word/document.xml"),
        ("trap.odt", "content.xml"),
        ("trap.xlsx", "xl/sharedStrings.xml"),
        ("trap.zip", "anything"),
    ],
)
def test_a_zip_file_that_unpacks_to_far_more_than_it_weighs_is_refused(
    name: str, part: str, tmp_path: Path
) -> None:
    path = trap(tmp_path / name, part)
    with pytest.raises(ReportError, match=r"unpacks to more than 256 MB, over 100 times") as error:
        open_bundle(path)
    assert str(error.value).startswith(f"{path}: ")
    with DossierFile(":memory:", create=True) as file:
        gathered = gather(file, [path])
        assert gathered.refused == (str(error.value),)
        assert not file.rows("SELECT * FROM source")


def test_such_a_file_that_is_cut_off_is_refused_too(tmp_path: Path) -> None:
    path = trap(tmp_path / "trap.docx", "word/document.xml")
    path.write_bytes(path.read_bytes()[:-200])
    bundle = open_bundle(path)
    assert bundle is not None
    with pytest.raises(ReportError, match="unpacks to more than 256 MB"):
        list(bundle)


@pytest.mark.parametrize(
    "suffix", ["csv", "tsv", "docx", "odt", "xlsx", "eml", "xml", "gz", "txt"]
)
def test_an_empty_file_is_called_empty_whatever_its_name(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"nothing.{suffix}"
    path.touch()
    with pytest.raises(ReportError) as error:
        open_bundle(path)
    assert str(error.value) == f"{path}: the file is empty"


def test_a_cell_longer_than_a_text_is_told_with_its_file_and_row(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("Title,Text\nTalks,They met.\nTalks," + "a" * (17 << 20) + "\n")
    bundle = open_bundle(path)
    assert bundle is not None
    with pytest.raises(ReportError) as error:
        list(bundle)
    assert str(error.value) == f"{path}: row 3: has a cell of over 16 MB"
    path.write_text(f"{HEAD}XYZ1,2024-03-09,1,Protests,Miners,\nXYZ2,{'a' * (17 << 20)}\n")
    dataset = open_dataset(path)
    assert dataset is not None
    with pytest.raises(ReportError) as error:
        list(dataset)
    assert str(error.value) == f"{path}: row 3: has a cell of over 16 MB"


def test_a_first_line_that_is_a_whole_file_is_no_header(tmp_path: Path) -> None:
    path = tmp_path / "line.csv"
    path.write_text(HEAD.strip() + ",a" * 70_000)
    assert open_dataset(path) is None
    path.write_text((HEAD + "XYZ1,2024-03-09,1,Protests,Miners,\n" * 4000).replace("\n", "\r"))
    assert open_dataset(path) is not None


def test_one_line_of_many_cells_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "line.csv"
    path.write_text("Title,Text," * 30_000)
    with pytest.raises(ReportError, match="is no table: its first line, of more than 256 KB"):
        open_bundle(path)


def test_a_box_of_one_line_is_read_to_its_end(tmp_path: Path) -> None:
    head = (
        b"From a@b.c Sat Mar 9 2024\nFrom: a@b.c\nTo: x@y.z\nMessage-ID: <1>\nSubject: Talks\n\n"
    )
    path = tmp_path / "box.mbox"
    path.write_bytes(head + b"talks " * 1_000_000 + b"the end")
    pieces = list(open_bundle(path) or ())
    (piece,) = pieces
    assert piece.article.title == "Talks"
    assert piece.article.text.split()[-2:] == ["the", "end"]
