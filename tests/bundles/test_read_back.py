"""What is written in a format is read back: each article once, in order, with what it states."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from random import Random

import pytest

from bundles.invented import Invented, invented
from bundles.written import DATED, WRITERS, nexis_text
from satumeja.bundles import Bundle, open_bundle

_NAMELESS = {"releases.mbox"}
"""Formats that state no writer and no section of their own."""


def bundle_of(folder: Path, name: str, data: bytes) -> Bundle:
    """Write a file and open it."""
    path = folder / name
    path.write_bytes(data)
    bundle = open_bundle(path)
    assert bundle is not None
    return bundle


def check(bundle: Bundle, articles: list[Invented], name: str) -> None:
    """Compare what a bundle gives with what was written."""
    pieces = list(bundle)
    assert [piece.article.title for piece in pieces] == [article.title for article in articles]
    for number, (piece, article) in enumerate(zip(pieces, articles, strict=True), 1):
        read = piece.article
        assert piece.place.number == number
        assert read.text == article.text
        day = read.published.date() if isinstance(read.published, dt.datetime) else read.published
        assert day == article.day
        assert read.outlet == article.outlet
        if name not in _NAMELESS:
            assert (read.author, read.section or None) == (article.author, article.section)
        if not name.startswith("nexis"):
            assert read.identifier is not None
            assert article.identifier in read.identifier
        if name.startswith(("nexis", "factiva.html", "factiva.rtf", "proquest", "newsml")):
            assert read.length is not None
            assert read.length.split()[0] == str(article.words)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("seed", range(8))
def test_what_is_written_is_read_back(name: str, seed: int, tmp_path: Path) -> None:
    random = Random(f"{name}{seed}")
    language = random.choice(["en", "id"])
    articles = [invented(random, language) for _ in range(random.choice([1, 2, 3, 7, 40]))]
    bundle = bundle_of(tmp_path, name, WRITERS[name](articles, random))
    check(bundle, articles, name)
    assert {note.key for note in bundle.notes} <= {"cover"}


@pytest.mark.parametrize(
    "tongue", ["en", "id", "de", "fr", "es", "it", "nl", "pt", "pl", "tr", "ru"]
)
@pytest.mark.parametrize("name", DATED)
def test_days_are_read_in_the_language_of_the_machine(
    name: str, tongue: str, tmp_path: Path
) -> None:
    random = Random(f"{name}{tongue}")
    articles = [invented(random) for _ in range(24)]
    check(bundle_of(tmp_path, name, DATED[name](articles, random, tongue)), articles, name)


@pytest.mark.parametrize("tongue", ["en", "de", "fr"])
def test_nexis_is_read_in_the_language_of_the_machine(tongue: str, tmp_path: Path) -> None:
    random = Random(tongue)
    articles = [invented(random) for _ in range(24)]
    check(
        bundle_of(tmp_path, "nexis.txt", nexis_text(articles, random, tongue)),
        articles,
        "nexis.txt",
    )
