"""What the app keeps in the folder of a case and of a person, and the store of sweeps."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any
from unittest import mock

from hard.damage import spoil_bytes
from hard.kind import Kind
from hard.kinds._databases import spoil_database
from hard.kinds._words import spoil_json, spoil_words
from satumeja.brief import GraphPlaces, graph_places
from satumeja.formats import dump
from satumeja.gallery import load
from satumeja.questions import random_profiles, sweep
from satumeja.stability import analyse
from satumeja.web.cases import Case, CaseError, Cases, Server, claim, living, release, step_words
from satumeja.web.models._view import keep_places, kept_places
from satumeja.web.shelf._places import remember, take_in
from satumeja.web.shelf._settings import choose, settings

__all__ = ["STATES"]

_MODEL = """\
satumeja: 1
title: Talks
decision_makers:
  us: {options: {talk: {}}, preferences: [talk]}
  russia: {options: {arm: {}}, preferences: [arm]}
"""
_TITLES = ("Talks", "Talks again", "Talks at last")


def _unlogged(path: Path, *changes: str) -> bytes:
    """Give a database whose log is in it, and whose times are the same each time."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as base:
        for change in (*changes, "PRAGMA journal_mode = DELETE", "VACUUM"):
            base.execute(change)
    return path.read_bytes()


# -- the history --------------------------------------------------------------------------


@cache
def _history_seeds() -> Sequence[bytes]:
    """Give the history of a model that was changed, and one of a step that a kill cut off."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        case = _case(place)
        with contextlib.closing(case):
            _edit(case)
        kept = place / ".satumeja" / "history.db"
        fixed = "UPDATE steps SET at = '2024-03-09T08:00:00.000Z', who = 'Ana'"
        whole = _unlogged(kept, fixed)
        return [whole, _unlogged(kept, "UPDATE steps SET state = 'intended' WHERE id = 3")]


def _case(place: Path) -> Case:
    (place / "m.yaml").write_text(_MODEL)
    return Case(place)


def _edit(case: Case) -> None:
    """Change a model twice, and take one change back."""
    for title in _TITLES[1:]:
        now = case.read("m.yaml")
        case.edit("m.yaml", now.version, [{"op": "set", "at": "title", "value": title}])
    case.undo("m.yaml", case.read("m.yaml").version)


def _read_history(path: Path) -> object:
    """Open a case that has the history: show it, take steps back, and make more."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        place = Path(folder)
        (place / ".satumeja").mkdir()
        shutil.copyfile(path, place / ".satumeja" / "history.db")
        before = path.read_bytes()
        case = _case(place)
        with contextlib.closing(case):
            if case.read_only:
                return case.notes
            steps = case.history.steps()
            told = [step_words(step, language) for step in steps for language in ("en", "id")]
            _ask(case, [step.id for step in steps])
            with contextlib.suppress(CaseError):
                _edit(case)
        aside = [*(place / ".satumeja").glob("history-damaged-*")]
        if aside and not any(file.read_bytes() == before for file in aside):
            raise AssertionError("a damaged history was not set aside as it was")
        return told


def _ask(case: Case, numbers: Sequence[int]) -> None:
    """Look at steps, and take back and do again what can be."""
    for number in numbers[:4]:
        with _refused(case):
            case.as_it_was("m.yaml", number)
        with _refused(case):
            case.go_back_to("m.yaml", number, case.read("m.yaml").version)
    for act in (case.undo, case.redo):
        with _refused(case):
            act("m.yaml", case.read("m.yaml").version)


@contextlib.contextmanager
def _refused(case: Case) -> Any:
    """Let what is refused of one step not keep from asking about the next."""
    from satumeja.errors import SatuMejaError

    with contextlib.suppress(SatuMejaError):
        yield


# -- small files --------------------------------------------------------------------------


def _spoil_json(content: bytes, rng: Random) -> bytes:
    """Change the values of a file of JSON, its letters, or its bytes."""
    match rng.randrange(10):
        case 0:
            return spoil_bytes(content, rng)
        case 1 | 2:
            return spoil_words(content.decode(), rng).encode("utf-8", "replace")
        case 3:
            return rng.choice((b"[", b'{"a":', b"[{}")) * rng.choice((3, 3000, 200_000))
        case _:
            return spoil_json(content.decode(), rng).encode("utf-8", "surrogatepass")


def _view_seeds() -> Sequence[bytes]:
    places = graph_places(analyse(load("chicken"))).to_json()
    return [json.dumps({"places": {"m.yaml": places}, "other": 1}).encode()]


def _read_view(path: Path) -> object:
    """Show a model whose states' places are kept, and keep them anew."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        place = Path(folder)
        case = _case(place)
        shutil.copyfile(path, place / ".satumeja" / "view.json")
        with contextlib.closing(case):
            kept = kept_places(case, "m.yaml")
            keep_places(case, "m.yaml", graph_places(analyse(load("chicken"))))
            now = kept_places(case, "m.yaml")
    if now is None:
        raise AssertionError("places that were kept are not there")
    return isinstance(kept, GraphPlaces)


def _server_seeds() -> Sequence[bytes]:
    return [json.dumps({"port": 50_123, "pid": 1, "key": "k" * 40}).encode()]


def _read_server(path: Path) -> object:
    """Open a case that another process may serve."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        place = Path(folder)
        (place / ".satumeja").mkdir()
        shutil.copyfile(path, place / ".satumeja" / "server.json")
        other = living(place)
        own = Server(50_124, os.getpid(), "o" * 40)
        release(place, claim(place, own))
        return other


def _at_home(name: str, use: Callable[[Path], object], path: Path) -> object:
    """Use what is kept of a person, in a home of its own."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        home = Path(folder)
        (home / "satumeja").mkdir()
        shutil.copyfile(path, home / "satumeja" / name)
        changed = {"XDG_STATE_HOME": folder, "HOME": folder}
        with mock.patch.dict(os.environ, changed):
            return use(home)


def _use_opened(home: Path) -> object:
    cases = Cases({})
    take_in(cases)
    remember(home)
    return cases.names()


def _use_settings(home: Path) -> object:
    before = settings()
    body = before.model_copy(update={})
    choose(SimpleNamespace(body=body, cases=SimpleNamespace(read_only=False)))  # type: ignore[arg-type]
    return settings(), home


def _opened_seeds() -> Sequence[bytes]:
    return [json.dumps({"opened": ["/", "/nowhere", "relative"]}).encode()]


def _settings_seeds() -> Sequence[bytes]:
    return [b'{"language": "id"}']


# -- stores of sweeps ---------------------------------------------------------------------


@cache
def _store_seeds() -> Sequence[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "store.db")
        sweep(random_profiles(load("chicken"), 300, 1), None, path)
        return [_unlogged(path)]


def _read_store(path: Path) -> object:
    """Go on from a store: the counts are those of a sweep without one, or it is refused."""
    before = path.read_bytes()
    plan = random_profiles(load("chicken"), 300, 1)
    try:
        kept = sweep(plan, None, path)
    finally:
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        path.write_bytes(before)
    if not all((kept.counts[c] == _counts()[c]).all() for c in kept.counts):
        raise AssertionError("other counts than without a store")
    return kept


@cache
def _counts() -> Any:
    return sweep(random_profiles(load("chicken"), 300, 1)).counts


def _store_words(path: Path) -> list[str]:
    model = path.with_name(f"model-of-{path.stem}.yaml")
    model.write_text(dump(load("chicken"), "m.yaml"))
    return ["sweep", str(model), "--profiles", "300", "--store", str(path), "--json"]


def _no_values(column: str, value: Any, rng: Random) -> Any:
    """Leave values to chance, but for those of JSON."""
    is_json = column == "words" and isinstance(value, str)
    return spoil_json(value, rng) if is_json else None


def _spoil_database(content: bytes, rng: Random) -> bytes:
    return spoil_database(content, rng, _no_values)


STATES = (
    Kind("history", ".db", _history_seeds, _spoil_database, _read_history),
    Kind("view", ".json", _view_seeds, _spoil_json, _read_view),
    Kind("server", ".json", _server_seeds, _spoil_json, _read_server),
    Kind(
        "opened",
        ".json",
        _opened_seeds,
        _spoil_json,
        partial(_at_home, "opened.json", _use_opened),
    ),
    Kind(
        "settings",
        ".json",
        _settings_seeds,
        _spoil_json,
        partial(_at_home, "settings.json", _use_settings),
    ),
    Kind("store", ".db", _store_seeds, _spoil_database, _read_store, _store_words),
)
