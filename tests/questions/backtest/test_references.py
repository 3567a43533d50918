"""A frozen backtest refers to nothing: a few lines that do could unpack to all there is."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from satumeja.errors import QuestionError
from satumeja.gallery import text
from satumeja.questions.backtest import Source, freeze, read_frozen

BOMB = "a0: &a0 [x, x]\n" + "".join(
    f"a{k + 1}: &a{k + 1} [*a{k}, *a{k}, *a{k}, *a{k}, *a{k}]\n" for k in range(40)
)


@pytest.mark.parametrize("more", [BOMB, "a: &a [*a]\n", "a: &a x\nb: *a\n"])
def test_what_refers_elsewhere_is_no_frozen_backtest(tmp_path: Path, more: str) -> None:
    source = Source("chicken", text("chicken"), "chicken")
    frozen = freeze([source], ["nash"], rule="By two.", on="2026-11-30", engine="1")
    path = frozen.save(tmp_path / "frozen.yaml")
    assert read_frozen(path).cases == ("chicken",)
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    with pytest.raises(QuestionError, match=r"frozen\.yaml: is no frozen backtest"):
        read_frozen(path)


@pytest.mark.parametrize("day", ["", "today", "2026-13-01", "20261130", "2026-11-30" * 2])
def test_a_frozen_backtest_is_of_a_day(tmp_path: Path, day: str) -> None:
    """Also where its hash fits: whoever changed it may have counted that anew."""
    source = Source("chicken", text("chicken"), "chicken")
    with pytest.raises(QuestionError, match=r"is no day; write it as 2026-11-30"):
        freeze([source], ["nash"], rule="By two.", on=day, engine="1")
    frozen = freeze([source], ["nash"], rule="By two.", on="2026-11-30", engine="1")
    content = {**frozen.content, "date": day}
    del content["hash"]
    words = json.dumps(content, ensure_ascii=False, sort_keys=True)
    content["hash"] = hashlib.sha256(words.encode()).hexdigest()
    path = tmp_path / "frozen.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(QuestionError, match=r"is no frozen backtest"):
        read_frozen(path)
    path.write_text(path.read_text(encoding="utf-8").replace(f'"{day}"', '"2026-11-30"'))
    with pytest.raises(QuestionError, match=r"was changed since it was frozen"):
        read_frozen(path)
