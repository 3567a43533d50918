"""Bytes of any encoding become a text; its plain words know where they came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from satumeja.dossier import read
from satumeja.report import open_source, parse
from satumeja.report._decode import WESTERN, decoded
from satumeja.report._plain import plain

STORY = """Peru Tolak Tuntutan

LIMA - “Kami tidak takut,” kata Menteri Luar Negeri Peru Rosa Quispe, Senin (8/5/2023).

Presiden Ekuador Diego Andrade mengatakan bahwa “itu klisé – bukan tawaran”.
"""
SAID = ["Kami tidak takut,", "“itu klisé – bukan tawaran”"]


def twice(text: str) -> str:
    """Read UTF-8 as browsers read Windows-1252: its gaps are control characters."""
    return "".join(
        bytes([byte]).decode("cp1252" if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
        ("mac_roman", "mac_roman"),
    ],
)
def test_a_text_of_any_encoding_is_read_alike(tmp_path: Path, encoding: str, named: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(STORY.encode(encoding))
    source = open_source(path)
    found = read(parse(source))
    assert source.encoding == named
    assert source.text.removeprefix("\ufeff") == STORY
    assert (source.given or source.text.encode()) == path.read_bytes()
    assert [found.words(one.content) for one in found.statements] == SAID
    assert [one.speaker for one in found.statements] == ["quispe", "andrade"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("“Ya,” kata dia. “Tid".encode() + "–".encode()[:2], "“Ya,” kata dia. “Tid\ufffd"),
        ("“Ya,” kata dia. ".encode() + "“Ya,”".encode("cp1252"), "“Ya,” kata dia. “Ya,”"),
    ],
    ids=["cut short", "pasted"],
)
def test_damage_does_not_spoil_the_rest(data: bytes, text: str) -> None:
    found = decoded(data)
    assert (found.text, found.encoding, found.damaged) == (text, "utf-8", True)


@pytest.mark.parametrize(
    ("head", "encoding", "said"),
    [
        ('<meta charset="iso-8859-1">', "cp1252", "cp1252"),
        ('<?xml version="1.0" encoding="windows-1250"?>', "cp1250", "windows-1250"),
        ('<meta charset="utf-7">', "cp1252", "cp1252"),
        ('<meta charset="unicode_escape">', "cp1252", "cp1252"),
    ],
)
def test_a_page_is_believed_only_of_encodings_pages_have(
    head: str, encoding: str, said: str
) -> None:
    found = decoded((head + "“klisé”").encode(encoding), markup=True)
    assert (found.text, found.encoding) == (head + "“klisé”", said)


@pytest.mark.parametrize(
    "broken",
    [
        twice(STORY),
        twice(twice(STORY)),
        twice(STORY).replace("\x9d", ""),
        STORY.encode().decode("latin-1"),
        STORY.encode().decode("mac_roman"),
        STORY.replace("Peru", "Pe\u00adru")
        .replace("kata", "\u202ekata\u202c")
        .replace(" L", "\u00a0L"),
        "\ufeff" + STORY.replace("tawaran", "\u200bta\u200bwaran\u200b"),
    ],
    ids=["twice", "thrice", "lost", "latin", "mac", "hidden", "zero width"],
)
def test_what_is_found_by_plain_words_is_told_by_its_place_as_given(broken: str) -> None:
    words = plain(broken)
    assert words is not None and words.text == STORY
    found = read(parse(broken))
    assert found.report.text == broken
    for one, said in zip(found.statements, SAID, strict=True):
        there = plain(found.words(one.content))
        assert (there.text if there else found.words(one.content)) == said
    assert [one.speaker for one in found.statements] == ["quispe", "andrade"]
    assert [broken[one.start : one.end] for one in found.report.dates] == ["Senin (8/5/2023)"]
    assert found.report.place == "Lima"


@pytest.mark.parametrize(
    "text", ["CAFÉ”", "Ângela", "à la carte…", "Übung – “ja”", "São Tomé", STORY]
)
def test_plain_words_are_left_alone(text: str) -> None:
    assert plain(text) is None


@given(st.binary(max_size=400))
def test_any_bytes_have_a_text(data: bytes) -> None:
    found = decoded(data)
    errors = WESTERN if found.damaged else "strict"
    assert data.decode(found.encoding, errors) == found.text
    assert decoded(found.text.encode()).text == found.text


@given(
    st.text(
        alphabet=st.sampled_from([*"aÂÃâ€œ™Å¸ð‚Ä√", "\u200b", "\x9d", "\ufb01", " ", "\u00a0"])
    )
)
def test_each_plain_character_has_its_place(text: str) -> None:
    words = plain(text)
    if words is None:
        return
    last = 0
    for place, letter in enumerate(words.text):
        start, end = words.back((place, place + 1))
        assert last <= start < end <= len(text) or (start, end) == words.back((place - 1, place))
        there = plain(text[start:end])
        assert letter in (there.text if there else text[start:end])
        last = end
