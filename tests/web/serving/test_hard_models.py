"""A model too hard to be decided while a page waits is refused in words, and soon."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from served import served_at

MAKERS, OPTIONS, WISHES = 4, 10, 40


def _hard() -> str:
    """Write a model of 2 ** 40 states, whose wishes have nothing to do with each other."""
    rng = Random(1)
    ids = [f"d{maker}.o{option}" for maker in range(MAKERS) for option in range(OPTIONS)]
    lines = ["satumeja: 1", "title: Hard", "languages: [en]", "decision_makers:"]
    for maker in range(MAKERS):
        lines += [f"  d{maker}:", f"    name: D{maker}", "    options:"]
        lines += [f"      o{option}: {{name: O{option}}}" for option in range(OPTIONS)]
        lines += ["    preferences:"]
        lines += [f"      - {rng.choice(ids)} and {rng.choice(ids)}" for _ in range(WISHES)]
    lines += ["status_quo:", *(f"  {option}: N" for option in ids)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("question", ["", "/answers"])
def test_it_is_refused_soon(tmp_path: Path, question: str) -> None:
    (tmp_path / "hard.yaml").write_text(_hard())
    with served_at(tmp_path) as app:
        path = f"/api/v1/c/{tmp_path.name}/models/hard.yaml{question}"
        answer = app.ask("GET", path)
        assert answer.status_code == 413, answer.text
        assert "too hard" in answer.json()["message"]
        assert app.ask("GET", path).json() == answer.json()


def test_a_change_that_makes_it_too_hard_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    text = "satumeja: 1\ntitle: Easy\nlanguages: [en]\ndecision_makers:\n"
    text += "  a: {name: A, options: {x: X}, preferences: [x]}\n"
    text += "  b: {name: B, options: {y: Y}, preferences: [y]}\n"
    file.write_text(text)
    with served_at(tmp_path) as app:
        path = f"/api/v1/c/{tmp_path.name}/models/model.yaml"
        base = app.ask("GET", path).json()["version"]
        operations = [{"op": "text", "value": _hard()}]
        answer = app.ask("POST", f"{path}/edits", {"base": base, "ops": operations})
        assert answer.status_code == 413, answer.text
        assert file.read_text() == text
        steps = app.ask("GET", f"{path}/history").json()["steps"]
        assert "edit" not in [step["kind"] for step in steps]
