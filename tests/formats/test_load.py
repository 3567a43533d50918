"""Files that cannot be read, and the way from a path to a model."""

from __future__ import annotations

import codecs
import json
import os
import stat
from pathlib import Path

import pytest

from formats.samples import BORDER, faults_of
from satumeja.errors import ModelError
from satumeja.formats import describe, load, loads
from satumeja.formats.trees._nodes import data
from satumeja.formats.trees._yaml import read_yaml

MB = 1024 * 1024


def test_a_model_remembers_its_file(tmp_path: Path) -> None:
    path = tmp_path / "border.yml"
    path.write_text(BORDER, encoding="utf-8")
    assert load(path).origin == path
    assert load(str(path)).origin == path
    assert loads(BORDER).origin is None


def test_a_text_can_be_told_where_it_belongs(tmp_path: Path) -> None:
    folder, file = tmp_path, tmp_path / "cases" / "border.yaml"
    assert loads(BORDER, origin=file).origin == file
    assert loads(BORDER, "elsewhere/b.yaml", origin=str(folder)).origin == folder / "b.yaml"
    (folder / "wire.txt").write_text('"We will talk," said Russia on 4 May 2021.\n')
    warnings = describe(loads(BORDER, origin=folder)).warnings
    assert not any("wire.txt" in str(warning) for warning in warnings)
    warnings = describe(loads(BORDER, origin=file)).warnings
    assert any("wire.txt" in str(warning) for warning in warnings)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "border.yaml"
    path.write_bytes(codecs.BOM_UTF8 + BORDER.encode())
    assert load(path).title == "A border"
    path = tmp_path / "border.json"
    text = json.dumps(data(read_yaml(BORDER, "m.yaml")))
    path.write_bytes(codecs.BOM_UTF8 + text.encode())
    assert load(path).title == "A border"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", ": the file is empty"),
        (b"\n\n", ": the file is empty"),
        (b"title: a\nname: caf\xe9\n", ":2:10: the text is not UTF-8 here"),
        ("title: a".encode("utf-16"), ":1:1: the text is not UTF-8 here"),
        (b"title: \x00\x01", ":1:8: a control character, U+0000; this is not a text file"),
        (b"\x7fELF\x02", ":1:1: a control character, U+007F; this is not a text file"),
        (b"# " + b"x" * 2 * MB, ": the file is larger than 2 MB"),
    ],
)
@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_what_is_not_text_is_one_line(
    tmp_path: Path, content: bytes, fault: str, suffix: str
) -> None:
    path = tmp_path / f"m{suffix}"
    path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        load(path)
    assert str(caught.value) == f"{path}{fault}"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("none.yaml", "there is no such file"),
        ("none/m.yaml", "there is no such file"),
        ("none.gmcr", "there is no such file"),
        ("none.xlsx", "there is no such file"),
        (".", "this is a folder without sheets as .csv, not a model file"),
        ("m.txt", 'a model file ends in .yaml, .yml, .json, .gmcr, .nfg or .xlsx, not in ".txt"'),
        ("m", 'a model file ends in .yaml, .yml, .json, .gmcr, .nfg or .xlsx, not in ""'),
        ("m.txt/x.yaml", "the file cannot be read: Not a directory"),
        ("x" * 300 + ".yaml", "the file cannot be read: File name too long"),
        ("a\0b.yaml", "the file cannot be read: embedded null byte"),
    ],
)
def test_a_path_that_leads_nowhere_is_one_line(tmp_path: Path, name: str, fault: str) -> None:
    for existing in ("m.txt", "m"):
        (tmp_path / existing).write_text(BORDER)
    with pytest.raises(ModelError) as caught:
        load(tmp_path / name)
    path = str(tmp_path / name).replace("\0", r"\x00")  # nothing that steers a terminal
    assert str(caught.value) == f"{path}: {fault}"


def test_a_single_sheet_is_met_with_what_to_name(tmp_path: Path) -> None:
    (tmp_path / "options.csv").write_text("decision_maker,id\n")
    with pytest.raises(ModelError, match=r"in sheets as \.csv, name the folder they are in"):
        load(tmp_path / "options.csv")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "m.yaml"
    path.write_text(BORDER)
    path.chmod(stat.S_IWUSR)
    with pytest.raises(ModelError, match="the file cannot be read: Permission denied"):
        load(path)


def test_an_endless_file_is_not_read_to_its_end() -> None:
    endless = Path("/dev/zero")
    if not endless.exists():
        pytest.skip("no endless file here")
    with pytest.raises(ModelError, match="larger than 2 MB"):
        load(endless)


def test_text_is_bounded_like_files() -> None:
    assert faults_of("#" * (2 * MB + 1)) == ["the file is larger than 2 MB"]


def test_half_a_surrogate_is_not_text() -> None:
    fault = "1:4: a control character, U+D800; this is not a text file"
    assert faults_of("a: \ud800") == [fault]
