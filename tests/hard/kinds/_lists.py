"""Small files beside models and dossiers: vocabularies, manifests, documents of reports."""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from exchange.dossiers import STORIES
from hard.damage import encoded, spoil_bytes, spoil_text
from hard.kind import Kind
from hard.kinds._words import REPORTED, spoil_json, spoil_words
from satumeja import dossier
from satumeja.dossier import DossierFile
from satumeja.evidence import Archive, contents, remarks
from satumeja.files import MANIFEST, write_folder
from satumeja.formats import load
from satumeja.report import parse

__all__ = ["LISTS"]


# -- vocabularies -------------------------------------------------------------------------

_VOCABULARY = """\
[actors.north]
name = "The North"
kind = "group"
also = ["alliance", "NATO"]
body = "russia"
office = "minister"

[actors.russia]
name = { en = "Russia", id = "Rusia" }

[issues.dam]
name = { en = "The dam", id = "Bendungan" }
words = ["dam", "water"]
"""


@cache
def _talks() -> str:
    """Make a dossier once, and say where it is."""
    folder = Path(tempfile.mkdtemp(prefix="satumeja-hard-"))
    story = folder / "wire.txt"
    story.write_text(STORIES["wire.txt"], encoding="utf-8")
    with DossierFile(folder / "talks.db", create=True) as file:
        dossier.gather(file, [story])
    return str(folder / "talks.db")


def _spoil_toml(content: bytes, rng: Random) -> bytes:
    if rng.random() < 0.1:
        return spoil_bytes(content, rng)
    more = ("[", "]]", "=", '"""', "'''", "{", "inf", "1979-05-27T07:32:00Z", "[[actors.north]]")
    return encoded(spoil_text(content.decode(), rng, (*REPORTED, *more)), rng)


def _read_vocabulary(path: Path) -> object:
    """Name actors as a file does, and tell of a dossier so."""
    with DossierFile(":memory:", create=True) as file:
        with DossierFile(_talks()) as kept:
            kept._connection.backup(file._connection)
        dossier.take_vocabulary(file, path)
        whole = dossier.whole(file)
        again = path.with_name("again.toml")
        again.write_text(dossier.vocabulary_text(file), encoding="utf-8")
        dossier.take_vocabulary(file, again)
        return str(dossier.positions(whole)), str(whole.issues)


def _spoil_json(content: bytes, rng: Random) -> bytes:
    match rng.randrange(8):
        case 0:
            return spoil_bytes(content, rng)
        case 1 | 2:
            return spoil_words(content.decode(), rng).encode("utf-8", "replace")
        case _:
            return spoil_json(content.decode(), rng).encode("utf-8", "surrogatepass")


# -- manifests ----------------------------------------------------------------------------


@cache
def _manifest_seeds() -> Sequence[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        place = write_folder(Path(folder, "sheets"), "sheets", {"a.csv": "a,b\n", "b.csv": "c\n"})
        return [(place / MANIFEST).read_bytes()]


def _spoil_manifest(content: bytes, rng: Random) -> bytes:
    if rng.random() < 0.4:
        return spoil_bytes(content, rng)
    more = ("../x", "# satumeja: demo\n", "# satumeja: sheets\n", "0" * 64 + "  a.csv\n", "  ")
    return encoded(spoil_text(content.decode(), rng, (*REPORTED, *more)), rng)


def _read_manifest(path: Path) -> object:
    """Write into a folder that has the list: what is not known as ours stays as it is."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=path.name) as folder:
        place = Path(folder, path.name)
        place.mkdir()
        (place / MANIFEST).write_bytes(path.read_bytes())
        (place / "mine.csv").write_text("mine\n")
        (place / "a.csv").write_text("changed\n")
        for kind in ("sheets", "tables", "demo"):
            with contextlib.suppress(Exception):
                _refused(place, kind, path)
        if (place / "mine.csv").read_text() + (place / "a.csv").read_text() != "mine\nchanged\n":
            raise AssertionError("what was not ours was written over")
    return _refusal(path)


def _refused(place: Path, kind: str, path: Path) -> None:
    del path
    write_folder(place, kind, {"a.csv": "a,b\n", "b.csv": "c\n"})


def _refusal(path: Path) -> object:
    """Write beside what the list names: all errors are ours."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=path.name) as folder:
        place = Path(folder, path.name)
        place.mkdir()
        (place / MANIFEST).write_bytes(path.read_bytes())
        (place / "a.csv").write_text("a,b\n")
        return write_folder(place, "sheets", {"a.csv": "a,c\n"})


# -- documents of reports ----------------------------------------------------

_MODEL = """\
satumeja: 1
title: Talks
sources: {{one: {{report: "wire.txt", dossier: "{name}"}}}}
decision_makers:
  us:
    options: {{talk: {{}}}}
    preferences: [{{statement: talk, evidence: ["one#s1", "one#a1"]}}]
  russia: {{options: {{arm: {{}}}}, preferences: [arm]}}
"""


@cache
def _document_seeds() -> Sequence[bytes]:
    read = dossier.read(parse(STORIES["wire.txt"]))
    return [json.dumps(read.to_json()).encode()]


def _read_document(path: Path) -> object:
    """Look up what a model cites in the document of a report."""
    model = path.with_name(f"model-of-{path.stem}.yaml")
    path.with_name("wire.txt").write_text(STORIES["wire.txt"], encoding="utf-8")
    model.write_text(_MODEL.format(name=path.name))
    archive = Archive(load(model))
    told = [*map(str, remarks(archive)), *map(str, contents(archive))]
    return (
        *told,
        str(archive.find("one#s1")),
        str(archive.find("one#a1")),
        str(archive.find("one")),
    )


LISTS = (
    Kind("vocabulary", ".toml", lambda: [_VOCABULARY.encode()], _spoil_toml, _read_vocabulary),
    Kind("manifest", ".sha256", _manifest_seeds, _spoil_manifest, _read_manifest),
    Kind("document", ".json", _document_seeds, _spoil_json, _read_document),
)
