"""A frozen backtest refers to nothing: a few lines that do could unpack to all there is."""

from __future__ import annotations

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
