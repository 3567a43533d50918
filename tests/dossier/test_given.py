"""The bytes of a report are kept as they were, and shown as they were meant."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from dossier.reports import check, shipped
from satumeja import dossier
from satumeja.brief import print_dossier
from satumeja.dossier import DossierFile, read, whole
from satumeja.errors import ReportError
from satumeja.report import open_source, parse


def test_the_bytes_of_a_report_are_kept_as_they_were(tmp_path: Path) -> None:
    words = shipped("id")
    western = tmp_path / "western.txt"
    western.write_bytes(words.replace("—", "-").encode("cp1252", "replace"))
    twice = tmp_path / "twice.txt"
    twice.write_bytes(words.encode().decode("latin-1").encode())
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, [western, twice])
        for key, path in (("r1", western), ("r2", twice)):
            assert dossier.given(file, key) == path.read_bytes()
        encodings = [row["encoding"] for row in file.rows("SELECT encoding FROM source")]
        assert encodings == ["cp1252", "utf-8"]
        found = whole(file)
        texts = [found.dossier.report.text[one.begin : one.end] for one in found.reports]
        assert texts[1] == twice.read_text(encoding="utf-8")
        file.do("DELETE FROM given")
        with pytest.raises(ReportError, match="does not hold the bytes of r1"):
            dossier.given(file, "r1")
        with pytest.raises(ReportError, match='no report "r9"'):
            dossier.given(file, "r9")


def test_words_twice_decoded_are_shown_as_they_were_meant(tmp_path: Path) -> None:
    words = shipped("id")
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    paths[0].write_text(words, encoding="utf-8")
    paths[1].write_text(words.encode().decode("latin-1"), encoding="utf-8", newline="")
    with DossierFile(":memory:", create=True) as file:
        dossier.gather(file, paths)
        told = dossier.timeline(whole(file))
    by_report = [[one.words for one in told if one.key.startswith(key)] for key in ("r1#", "r2#")]
    assert by_report[0] == by_report[1]


def test_a_report_cannot_command_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Rusia Menolak\n\nMOSKOW - “Kami \x1b[2J tidak \x9b31m takut,” kata Menteri Luar Negeri "
        "Rusia Sergei\x1b]0;x\x07 Lavrov, Kamis (23/12/2021).\n",
        encoding="utf-8",
    )
    console = Console(file=io.StringIO(), width=100, color_system=None)
    found = read(parse(open_source(path)))
    check(found)
    print_dossier(found, console, "id")
    assert isinstance(console.file, io.StringIO)
    page = console.file.getvalue()
    assert "Kami �[2J" in page
    assert not any(sign in page for sign in "\x1b\x9b\x07")


def test_the_encoding_is_said_where_it_was_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    pages = []
    for encoding in ("utf-8", "utf-16"):
        path.write_bytes(shipped("id").encode(encoding))
        console = Console(file=io.StringIO(), width=100, color_system=None)
        found = read(parse(open_source(path)))
        print_dossier(found, console, "en")
        assert isinstance(console.file, io.StringIO)
        pages.append(console.file.getvalue())
        assert found.to_json()["source"]["encoding"] == encoding
    assert found.to_json()["source"]["text"] == shipped("id")
    assert "decoded from" not in pages[0]
    assert "utf-16" in pages[1]
