"""Dossier files: their pages, their tables, their rows, and what was in them of older programs."""

from __future__ import annotations

import contextlib
import io
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Any
from zlib import crc32

from bundles.invented import invented
from bundles.invented_events import coded, table_of
from bundles.written import WRITERS
from evidence.case import MODEL
from exchange.dossiers import STORIES
from hard.kind import Kind
from hard.kinds._databases import spoil_database
from hard.kinds._words import spoil_json
from satumeja import cli, dossier
from satumeja.dossier import DossierFile
from satumeja.errors import SatuMejaError
from satumeja.evidence import Archive, contents, remarks
from satumeja.formats import load
from satumeja.web.routing import RefusedError
from web.reports.cases import Asking

__all__ = ["DOSSIER"]


@cache
def _seeds() -> Sequence[bytes]:
    """Give a dossier of all that one can hold."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        path = folder / "talks.db"
        with DossierFile(path, create=True) as file:
            dossier.gather(file, _sources(folder))
            _correct(file)
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
            base.execute("UPDATE correction SET at = '2024-03-09T08:00:00+00:00'")
            base.execute("PRAGMA journal_mode = DELETE")
            base.execute("VACUUM")
        return [path.read_bytes()]


def _sources(folder: Path) -> list[Path]:
    """Write reports, one of them in another encoding, a table of articles, and events."""
    random = Random("dossier")
    name, events = table_of("acled", [coded("acled", random, number) for number in range(3)])
    files = {
        **{name: story.encode() for name, story in STORIES.items()},
        "old.txt": "\n\n".join(invented(random).paragraphs[:2]).replace("’", "'").encode("cp1252"),
        "table.csv": WRITERS["table.csv"]([invented(random)], random),
        name: events,
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def _correct(file: DossierFile) -> None:
    """Correct of each kind of thing what can be."""
    acts = [item.key for item in dossier.items(file) if item.kind == "act"]
    dossier.correct(file, acts[0], "accept", "Ana", {}, "read twice")
    dossier.correct(file, acts[1], "reject", "Bima")
    dossier.correct(file, acts[2], "edit", "Ana", {"issue": "talk", "day": "2021-12-20"})
    fields: dict[str, str | None] = {"kind": "demand", "actor": "russia", "issue": "withdraw"}
    dossier.add(file, "r1", "act", "withdraw its troops", "Bima", fields, "why")
    dossier.correct(file, "r2", "edit", "Ana", {"published": "2021-12-22", "outlet": "Warta"})
    dossier.correct(file, "actor:north", "add", "Ana", {"name": "The North", "kind": "group"})
    dossier.correct(file, "issue:dam", "add", "Ana", {"name": "The dam"})
    dossier.correct(file, f"{acts[0]}:repeats:{acts[2]}", "add", "Ana")
    dossier.merge(file, "actor:putin", "russia", "Ana")
    dossier.correct(file, acts[0], "reject", "Ana")
    dossier.withdraw(file, "Ana")


def _typed(*words: str) -> None:
    """Run a command in this process; what it prints is not looked at here."""
    page = io.StringIO()
    with contextlib.redirect_stdout(page), contextlib.redirect_stderr(page):
        cli.app(list(words), standalone_mode=False, prog_name="satumeja")
    page.getvalue().encode()


def _command(*words: str) -> Callable[[Path], None]:
    return lambda path: _typed(*(word.replace("FILE", str(path)) for word in words))


def _exchanged(ending: str, path: Path) -> None:
    _typed("exchange", str(path), "--out", str(path.with_name(f"out{ending}")))


def _asked(*ways: str) -> Callable[[Path], None]:
    """Ask the app, whose case has the file."""

    def ask(path: Path) -> None:
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            shutil.copyfile(path, Path(folder, "dossier.db"))
            case = Asking(Path(folder))
            for way in ways:
                with _named(path), contextlib.suppress(RefusedError):
                    case.get(way, **({"q": "troops"} if way.endswith("search") else {}))

    return ask


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Name the file in an error that names its copy, or the item alone that was asked for."""
    try:
        yield
    except SatuMejaError as error:
        for fault in getattr(error, "faults", ()):
            if fault.file.endswith("dossier.db") or not fault.file:
                object.__setattr__(fault, "file", str(path))
        raise


def _evidence(path: Path) -> None:
    """Look up what a model cites in the file."""
    cited = ", ".join(f'"talks#{key}"' for key in ("r1#a1", "r1#s1", "r2#a1", "r1#ac4"))
    place = path.with_name(f"model-of-{path.stem}.yaml")
    place.write_text(MODEL.format(evidence=cited).replace("talks.db", path.name))
    archive = Archive(load(place))
    str(remarks(archive)), str(contents(archive)), str(archive.find("talks#r1#a1"))


_READING: tuple[Callable[[Path], None], ...] = (
    _command("positions", "FILE"),
    _command("positions", "FILE", "--json", "-l", "id"),
    _command("positions", "FILE", "--csv", "--as-of", "2022-01-01"),
    _command("timeline", "FILE"),
    _command("timeline", "FILE", "--json"),
    _command("timeline", "FILE", "--csv", "--as-of", "2024-01-01"),
    _command("draft", "FILE"),
    _command("draft", "FILE", "--json"),
    _command("correct", "FILE", "--log"),
    _command("correct", "FILE", "r1#a1", "--what"),
    _command("correct", "FILE", "--what"),
    _command("correct", "FILE", "c3", "--log"),
    *(
        partial(_exchanged, ending)
        for ending in (".qdpx", ".csv", ".xlsx", ".json", ".ris", ".standoff.json")
    ),
    _asked("/dossier/positions", "/dossier/heads", "/dossier/timeline", "/dossier/disputes"),
    _asked("/dossier/same", "/dossier/search", "/reports/r1", "/reports/r4"),
    _evidence,
)
_CHANGING: tuple[Callable[[Path], None], ...] = (
    _command("correct", "FILE", "r1#a2", "accept", "--who", "Ana"),
    _command("correct", "FILE", "r1#s1", "edit", "--who", "Ana", "--set", "speaker=russia"),
    _command("correct", "FILE", "r1", "edit", "--who", "Ana", "--set", "published=2021-12-20"),
    _command("correct", "FILE", "actor:russia", "merge", "--into", "nato", "--who", "Ana"),
    _command("correct", "FILE", "--undo", "--who", "Ana"),
    _command("dossier", "STORY", "--out", "FILE"),
    _command("dossier", "STORY", "--out", "FILE", "--again"),
)


def _read(path: Path) -> None:
    """Ask a dossier in four ways, and change a copy in one; no answer changes a file."""
    before = path.read_bytes()
    draw = Random(crc32(before))
    try:
        with _named(path):
            for ask in draw.sample(_READING, 4):
                ask(path)
    finally:
        if path.read_bytes() != before:
            raise AssertionError("a file that was only read has changed")
    _change(path, draw.choice(_CHANGING))


def _change(path: Path, change: Callable[[Path], None]) -> None:
    """Change a file, and put it back; where it is damaged, no change is begun."""
    before = path.read_bytes()
    story = path.with_name("STORY")
    story.write_text("Peru demanded on Monday that Ecuador withdraw its troops from Lima.\n")
    try:
        with contextlib.chdir(path.parent), _named(path):
            change(path)
    finally:
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        path.write_bytes(before)


def _words(path: Path) -> list[str]:
    return ["positions", str(path), "--json"]


_JSON = ("paragraphs", "agency", "mentions", "change", "was", "entry", "article", "parties")


def _spoil(data: bytes, random: Random) -> bytes:
    """Change the file as a database, its values as what they mean."""
    return spoil_database(data, random, _values)


def _values(column: str, value: Any, random: Random) -> Any:
    """Give another value of a column, near to what is meant."""
    is_json = isinstance(value, str) and (column in _JSON or value[:1] in ("[", "{"))
    return spoil_json(value, random) if is_json else None


DOSSIER = Kind("dossier", ".db", _seeds, _spoil, _read, _words)
