"""Files that break off, or were changed at random: what they hold is given, and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path
from random import Random

import pytest

from bundles.invented import Invented, invented
from bundles.written import WRITERS
from satumeja.bundles import open_bundle
from satumeja.errors import SatuMejaError


def read(path: Path) -> tuple[list[str], list[str]] | None:
    """Give the texts and the notes of a file; None where it is refused or is a plain report."""
    try:
        bundle = open_bundle(path)
        if bundle is None:
            return None
        texts = [f"{piece.article.title}\n{piece.article.text}" for piece in bundle]
    except SatuMejaError as error:
        assert len(str(error).splitlines()) == 1
        return None
    for language in ("en", "id"):
        assert all(note.words(language) for note in bundle.notes)
    return texts, [note.key for note in bundle.notes]


def marked(random: Random, count: int) -> list[Invented]:
    """Invent articles that can be told apart by a word."""
    from dataclasses import replace

    articles = []
    for number in range(count):
        article = invented(random)
        own = tuple(f"{paragraph} Mark{number}mark." for paragraph in article.paragraphs)
        articles.append(
            replace(article, paragraphs=own, title=f"{article.title} Mark{number}mark")
        )
    return articles


def mixes(text: str) -> bool:
    """Whether words of two articles stand in one."""
    return sum(f"Mark{number}mark" in text for number in range(9)) > 1


@pytest.mark.parametrize("name", WRITERS)
def test_cut_off_at_every_tenth_byte(name: str, tmp_path: Path) -> None:
    random = Random(f"cut {name}")
    articles = marked(random, 3)
    data = WRITERS[name](articles, random)
    path = tmp_path / name
    most = 0
    stride = 10 if len(data) < 12_000 else 10 * (len(data) // 12_000 + 1)
    for end in range(0, len(data), stride):
        path.write_bytes(data[:end])
        result = read(path)
        if result is None:
            continue
        texts, notes = result
        assert not any(map(mixes, texts)), end
        assert len(texts) <= 3
        whole = [
            article
            for article in articles
            if any(article.paragraphs[-1] in text for text in texts)
        ]
        if len(whole) < 3 and name not in ("releases.mbox", "table.csv"):
            assert notes, end
        most = max(most, len(whole))
    assert most >= (0 if name == "table.xlsx" else 2)


def mutated(random: Random, data: bytes) -> bytes:
    """Change a file at random: bytes, pieces taken out, put in twice or elsewhere."""
    for _ in range(random.randint(1, 6)):
        start = random.randrange(len(data) + 1)
        stop = min(len(data), start + random.choice([1, 3, 40, 400]))
        piece = data[start:stop]
        change = random.randrange(4)
        if change == 0:
            data = data[:start] + bytes(random.randrange(256) for _ in piece) + data[stop:]
        elif change == 1:
            data = data[:start] + data[stop:]
        elif change == 2:
            data = data[:stop] + piece + data[stop:]
        else:
            data = (
                data[:start]
                + random.choice([b"<", b"&", b'"', b"\0", b"{", b"\n\n", b"\xff"])
                + data[start:]
            )
    return data


def mutations(name: str, seeds: range, folder: Path) -> None:
    """Read changed files: only our own errors, and never two articles in one."""
    for seed in seeds:
        random = Random(f"{name} {seed}")
        data = mutated(random, WRITERS[name](marked(random, 3), random))
        path = folder / name
        path.write_bytes(data)
        read(path)


@pytest.mark.parametrize("name", WRITERS)
def test_changed_files_end_in_our_errors_alone(name: str, tmp_path: Path) -> None:
    mutations(name, range(60), tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", WRITERS)
def test_many_changed_files(name: str, tmp_path: Path) -> None:
    mutations(name, range(60, 1500), tmp_path)


def test_a_word_file_that_is_wrong_in_the_middle_is_damaged_and_not_cut_off(
    tmp_path: Path,
) -> None:
    body = "".join(f"<w:p><w:r><w:t>Part {number}.</w:t></w:r></w:p>" for number in range(3))
    wrong = body.replace("<w:t>Part 2", "<w:t <Part 2")
    start = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    path = tmp_path / "wrong.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"{start}<w:body>{wrong}</w:body></w:document>")
    result = read(path)
    assert result is not None
    texts, notes = result
    assert texts == ["\nPart 0.\n\nPart 1."]
    assert notes == ["damaged"]
