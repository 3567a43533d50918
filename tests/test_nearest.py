"""The name that is nearest to a misspelt one: what difflib says, in less time."""

from __future__ import annotations

import difflib
from random import Random

import pytest

from operations import growth, operations
from satumeja import nearest
from satumeja.errors import did_you_mean
from satumeja.nearest import nearest_name


def as_difflib_ranks(word: str, known: list[str]) -> str:
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return near[0] if near else ""


def drawn(rng: Random) -> str:
    """Draw a name as models have them: numbered, of words, short, or long and of any letters."""
    match rng.randrange(5):
        case 0:
            return "".join(rng.choices("abcde", k=rng.randint(1, 12)))
        case 1:
            return f"wire_{rng.randrange(3000)}"
        case 2:
            return f"option_alpha_{rng.randrange(900)}"
        case 3:
            return "".join(rng.choices("abé😀_", k=rng.randint(1, 90)))
    return rng.choice(["russia", "talk", "withdraw"]) + rng.choice(["", "_x", "2", "_talks"])


def misspelt(rng: Random, name: str) -> str:
    letters = list(name)
    for _ in range(rng.randint(0, 3)):
        place = rng.randrange(len(letters) + 1)
        if rng.random() < 0.5:
            letters.insert(place, rng.choice("abc_x"))
        elif letters:
            letters.pop(min(place, len(letters) - 1))
    return "".join(letters)


@pytest.mark.parametrize("seed", range(40))
def test_the_nearest_is_the_one_difflib_finds(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(seed)
    monkeypatch.setattr(nearest, "_LETTERS", 0)  # so that all are counted, however few
    for size in (1, 5, 30, 300):
        known = [drawn(rng) for _ in range(size)]
        word = misspelt(rng, rng.choice(known)) if rng.random() < 0.8 else drawn(rng)
        assert nearest_name(word, known) == as_difflib_ranks(word, known), (word, known)


def test_few_and_many_names_are_ranked_alike() -> None:
    known = [f"option_alpha_{k}" for k in range(400)]
    assert nearest_name("optoin_alhpa_77", known) == "option_alpha_77"
    assert nearest_name("optoin_alhpa_77", known[:100]) == "option_alpha_77"


def test_a_word_of_hundreds_of_letters_is_no_misspelt_name() -> None:
    assert nearest_name("x" * 199, ["x" * 198, "y"]) == "x" * 198
    assert nearest_name("x" * 200, ["x" * 199]) == ""
    assert nearest_name("", ["x"]) == ""
    assert did_you_mean("x" * 250, ["x" * 251]) == f'; did you mean "{"x" * 251}"?'


def test_names_that_all_look_alike_are_compared_up_to_a_limit() -> None:
    """Letters in another order share a subsequence, and no runs: each would be compared."""

    def work(size: int) -> None:
        nearest_name("hgfedcba" * 4, [f"{'abcdefgh' * 4}{k:05}" for k in range(size)])

    assert growth(work, 500, 4000) < 10


def test_many_names_are_looked_at_at_once() -> None:
    known = [f"wire_{k}" for k in range(2000)]
    nearest_name("wrie_12_x", known)
    assert operations(lambda: nearest_name("wrie_12_x", known)) < 100 * len(known)
    assert operations(lambda: as_difflib_ranks("wrie_12_x", known)) > 200 * len(known)
