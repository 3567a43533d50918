"""Projects of qualitative analysis (.qdpx)."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from exchange.dossiers import made
from exchange.test_reading import GUIDS, PROJECT, TEXT
from hard.damage import encoded, spoil_bytes, spoil_xml, spoil_zip, zipped
from hard.kind import Kind
from hard.kinds._words import spoil_words
from satumeja import dossier
from satumeja.display import visible
from satumeja.dossier import DossierFile
from satumeja.exchange import take_qdpx, to_qdpx

__all__ = ["QDPX"]


@cache
def _seeds() -> Sequence[bytes]:
    """Give a project of another program, and one of ours."""
    name = f"Sources/{GUIDS['text']}.txt"
    foreign = zipped([("project.qde", PROJECT.encode()), (name, TEXT.encode())])
    with tempfile.TemporaryDirectory() as folder, made(Path(folder)) as file:
        file.do("UPDATE correction SET at = '2024-03-09T08:00:00+00:00'")
        return [foreign, to_qdpx(file)]


def _inside(name: str, content: bytes, rng: Random) -> bytes:
    """Spoil the description of a project, or one of its texts."""
    if name.endswith(".qde"):
        if rng.random() < 0.3:
            return encoded(spoil_words(content.decode("utf-8", "replace"), rng), rng)
        return spoil_xml(content, rng)
    return spoil_bytes(content, rng)


def _spoil(content: bytes, rng: Random) -> bytes:
    return spoil_zip(content, rng, _inside)


def _read(path: Path) -> object:
    """Take a project into a dossier, and tell what the dossier then holds."""
    with DossierFile(":memory:", create=True) as file:
        taken = take_qdpx(file, path)
        for line in taken.left_out:
            if len(line.splitlines()) != 1 or visible(line) != line:
                raise AssertionError(f"not a line: {line!r}")
        whole = dossier.whole(file)
        told = [str(dossier.timeline(whole)), str(dossier.positions(whole)), str(whole.links)]
        return (*told, len(to_qdpx(file)), dossier.vocabulary_text(file))


def _words(path: Path) -> list[str]:
    return ["dossier", str(path), "--out", str(path.with_name("taken.db"))]


QDPX = Kind("qdpx", ".qdpx", _seeds, _spoil, _read, _words)
