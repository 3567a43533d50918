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


@pytest.mark.parametrize("question", ["", "/answers", "/tables"])
def test_it_is_refused_soon(tmp_path: Path, question: str) -> None:
    (tmp_path / "hard.yaml").write_text(_hard())
    with served_at(tmp_path) as app:
        path = f"/api/v1/c/{tmp_path.name}/models/hard.yaml{question}"
        answer = app.ask("GET", path)
        assert answer.status_code == 413, answer.text
        assert "too hard" in answer.json()["message"]
        assert app.ask("GET", path).json() == answer.json()
