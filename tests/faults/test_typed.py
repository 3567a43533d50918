"""Commands with wrong words are done, or refused in words: a share of `proofs/typed.py`."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from forked import Call, Ended, Nursery
from proofs.typed import complaint_of, lines, spoilt


@pytest.mark.parametrize("share", range(8))
def test_wrong_words_are_refused_in_words(nursery: Nursery, desk: Path, share: int) -> None:
    typed = lines()
    for number in range(20):
        draw = Random(f"share {share} {number}")
        words = spoilt(draw.choice(typed), draw)
        ended = nursery.run(Call(words, str(desk)))
        assert complaint_of(ended) == "", words


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        (Ended(0), ""),
        (Ended(1, "", "a.yaml:1:2: odd\n"), ""),
        (Ended(2, "", "Usage: satumeja\n\nError: no such option\n"), ""),
        (Ended(1), "code 1 without a word"),
        (Ended(70, "", "Traceback\nValueError: x\n"), "code 70: ValueError: x"),
        (Ended(-9), "code -9: "),
        (Ended(1, "", "a\x1b[31m\n"), "no line of text: 'a\\x1b[31m'"),
    ],
)
def test_what_is_wrong_with_an_end_is_told(ended: Ended, told: str) -> None:
    assert complaint_of(ended) == told


def test_words_are_wrong_in_many_ways_and_the_same_each_time() -> None:
    line = ["analyse", "demo-output/model.yaml", "--json"]
    drawn = [tuple(spoilt(line, Random(number))) for number in range(300)]
    assert drawn == [tuple(spoilt(line, Random(number))) for number in range(300)]
    assert len(set(drawn)) > 200
    assert {len(words) for words in drawn} >= {2, 3, 4, 5}
    assert all(words[0] == "analyse" for words in drawn)
