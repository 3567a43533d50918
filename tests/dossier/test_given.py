"""The bytes of a report are kept as they were, and shown as they were meant."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from dossier.reports import check, shipped
from satumeja import dossier
from satumeja.brief.terminal import print_dossier
from satumeja.dossier import DossierFile, read, whole
from satumeja.errors import ReportError
from satumeja.report import open_source, parse
from satumeja.report.kit import shown


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


ODD = [
    b"\xe2\x80",
    b"\xff\xfe",
    b"\x93Ya\x94",
    "â€œ".encode(),
    "Â\u00a0".encode(),
    b"\xe2\x80\x8b",
]
ODD += ["\u202e".encode(), "\u00ad".encode(), b"\x9d", b"\r", b"\x1b[2J", "\ufb01".encode(), b'"']


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["id", "en"]),
    st.sampled_from(["utf-8", "cp1252", "utf-16", "latin-1 twice"]),
    st.lists(st.tuples(st.integers(0, 3500), st.sampled_from(ODD)), max_size=12),
)
def test_every_place_is_one_in_the_text_as_decoded(
    tmp_path_factory: pytest.TempPathFactory, code: str, form: str, cuts: list[tuple[int, bytes]]
) -> None:
    text = shipped(code)
    if form == "latin-1 twice":
        data = text.encode().decode("latin-1").encode()
    else:
        data = text.encode(form, "replace")
    for place, odd in cuts:
        data = data[:place] + odd + data[place:]
    path = tmp_path_factory.mktemp("odd") / "a.txt"
    path.write_bytes(data)
    try:
        source = open_source(path)
        found = read(parse(source))
    except ReportError as error:
        assert "\n" not in str(error)
        return
    check(found)
    assert found.report.text == source.text
    assert (source.given or source.text.encode()) == data
    if found.report.read_as is None:
        return
    plain, words = found.report.read_as
    spans = [span for one in read(plain).statements for span in (one.content, one.cue) if span]
    moved = [span for one in found.statements for span in (one.content, one.cue) if span]
    for span, there in zip(spans, moved, strict=True):
        assert shown(source.text[slice(*there)]) == shown(words.text[slice(*span)])
