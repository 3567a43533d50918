"""What a person has chosen stays from one server to the next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from satumeja.web.cases import Cases
from satumeja.web.routing import Call
from satumeja.web.shapes import Settings
from satumeja.web.shelf import ROUTES, settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def choose(given: Settings, *, read_only: bool = False) -> Settings:
    (route,) = (route for route in ROUTES if route.path == "/settings")
    with Cases({}, read_only) as cases:
        chosen = route.handle(Call(cases, {}, None, given))
    assert isinstance(chosen, Settings)
    return chosen


def test_nothing_is_chosen_at_first() -> None:
    assert settings() == Settings(language=None, technical=None, keys=None)


def test_one_choice_leaves_the_others() -> None:
    choose(Settings(language="id"))
    assert (
        choose(Settings(technical=True)) == settings() == Settings(language="id", technical=True)
    )
    choose(Settings(technical=False))
    assert settings() == Settings(language="id", technical=False)


def test_who_only_looks_writes_nothing(home: Path) -> None:
    assert choose(Settings(language="id"), read_only=True) == Settings(language="id")
    assert settings() == Settings()
    assert not list(home.iterdir())


@pytest.mark.parametrize("content", ["", "{", "[]", '{"language": "xx"}', "\0"])
def test_a_broken_file_is_as_none(home: Path, content: str) -> None:
    choose(Settings(language="id"))
    (file,) = home.rglob("settings.json")
    assert json.loads(file.read_text("utf-8")) == {"language": "id"}
    file.write_text(content, encoding="utf-8")
    assert settings() == Settings()
    assert choose(Settings(keys=False)) == settings() == Settings(keys=False)
