"""All that the product does with a file of reports: told, listed, read, kept, joined, ordered."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from zlib import crc32

from satumeja import bundles, dossier
from satumeja.dossier import DossierFile
from satumeja.errors import Fault, ReportError

__all__ = ["read_words", "take_in"]


def take_in(path: Path) -> object:
    """Take a file into a dossier, and tell what the dossier then holds."""
    with DossierFile(":memory:", create=True) as file:
        gathered = dossier.gather(file, [path])
        notes = [note for bundle in gathered.bundles for note in bundle.notes]
        notes += [note for dataset in gathered.datasets for note in dataset.notes]
        told = [note.words(language) for note in notes for language in ("en", "id")]
        whole = dossier.whole(file, may_be_empty=True)
        told += [str(dossier.happenings(file, whole)), *map(str, dossier.timeline(whole))]
        told += [str(whole.links), str(whole.copies)]
    _require_one_line(told[: len(notes) * 2])
    if crc32(path.read_bytes()) % 4 == 0:
        _list(path)
    if gathered.refused:
        line = gathered.refused[0]
        is_named = line.startswith(f"{path}")
        message = line.removeprefix(f"{path}: ")
        raise ReportError(Fault(message, str(path)) if is_named else line)
    return told


def _list(path: Path) -> None:
    """List what a file of many articles holds, as `satumeja read` does."""
    try:
        bundle = bundles.open_bundle(path)
    except ReportError:
        return
    if bundle is not None:
        bundles.listing(bundle, islice(bundle, 20)).to_json()


def _require_one_line(notes: list[str]) -> None:
    """Refuse notes that a person cannot read on one line."""
    for note in notes:
        if not note.strip() or len(note.splitlines()) != 1:
            raise AssertionError(f"a note of several lines or none: {note!r}")


def read_words(path: Path) -> list[str]:
    """Give the command line that reads a file of reports."""
    return ["dossier", str(path), "--out", str(path.with_name("taken.db"))]
