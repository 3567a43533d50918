"""Scoring threats by orderings stated before, against going through everything."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby, permutations, product
from pathlib import Path
from random import Random

import pytest
import sanctions
from preferences.challenges import (
    ENDS,
    STATES,
    Orders,
    conflict,
    consistent,
    foreseen,
    stated,
    threatened,
)
from sanctions import COLUMNS, Challenge, bounds, concept_scores, read_challenges, threat_scores

from literal import challenges as literal
from literal.divisions import at_least

COSTS = [(sender, target) for sender in range(4) for target in range(4)]


def made(seed: int, number: int, how: str, pairs: int = 400) -> list[Challenge]:
    """Make challenges that end as stated, or at random."""
    rng, listed = Random(seed), list[Challenge]()
    for _ in range(number):
        costs = rng.choice(COSTS)
        outcome = rng.choice(ENDS) if how == "random" else threatened(stated(*costs))
        listed.append(Challenge(rng.randrange(pairs), costs, outcome))
    return sorted(listed, key=lambda challenge: challenge.pair)


def write(path: Path, challenges: Sequence[Challenge]) -> Path:
    """Write a table of them, a row a challenge, with ten quiet months."""
    text = [",".join(COLUMNS)]
    for challenge in challenges:
        ends = [10, *(int(challenge.end == end) for end in list(STATES)[1:])]
        text.append(",".join(map(str, (challenge.pair, *ends, *challenge.costs))))
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    return path


def test_the_orderings_allowed_are_those_that_the_outcomes_allow() -> None:
    allowed = {
        (sender, target)
        for sender, target in product(permutations(STATES), repeat=2)
        if all(sender.index("cd") < sender.index(other) for other in ("sq", "bd", "sf"))
        and sender.index("sq") < sender.index("bd")
        and all(target.index(x) < target.index(y) for x in ("sq", "bd") for y in ("cd", "sf"))
    }
    assert {(orders.sender, orders.target) for orders in consistent()} == allowed
    assert len(allowed) == len(consistent()) == 12
    assert {stated(*costs) for costs in COSTS} <= set(consistent())


@pytest.mark.parametrize("orders", consistent(), ids=str)
def test_a_threat_ends_as_thinking_backwards_says(orders: Orders) -> None:
    sides = (orders.sender, orders.target)
    assert threatened(orders) == literal.end(*sides)
    assert foreseen(orders) == literal.challenges(*sides)


def test_the_states_are_the_outcomes() -> None:
    states = conflict(consistent()[0]).states
    assert {o: states.form(k) for o, k in STATES.items()} == {
        "sq": "NN|N", "cd": "YN|N", "bd": "YN|Y", "sf": "YY|Y",
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_scores_are_those_of_going_through_everything(seed: int) -> None:
    listed = made(seed, 12, "random", pairs=8)
    pairs = [list(group) for _, group in groupby(listed, key=lambda c: c.pair)]
    said = [literal.end(*_sides(c)) for c in listed]

    def chance(null: str, challenge: Challenge) -> Fraction:
        every = ENDS if null == "share" else said
        return Fraction(sum(end == challenge.end for end in every), len(every))

    for null, against in threat_scores(listed).items():
        hits = [[literal.end(*_sides(c)) == c.end for c in pair] for pair in pairs]
        chances = [[chance(null, c) for c in pair] for pair in pairs]
        assert list(against.hits) == [Fraction(sum(h), len(h)) for h in hits]
        assert list(against.chances) == [sum(c) / len(c) for c in chances]
        expected = at_least(sum(map(all, hits)), [max(c) for c in chances])
        assert against.p == pytest.approx(float(expected))


def _sides(challenge: Challenge) -> tuple[literal.Ranking, literal.Ranking]:
    return challenge.orders.sender, challenge.orders.target


@pytest.mark.parametrize("seed", range(4))
def test_bounds_are_those_of_all_orderings(seed: int) -> None:
    listed = made(seed, 3, "random", pairs=2)
    pairs = [[c.end for c in group] for _, group in groupby(listed, key=lambda c: c.pair)]
    for allowed in (
        list(consistent()),
        [orders for orders in consistent() if foreseen(orders)],
        [orders for orders in consistent() if threatened(orders) == "sf"],
    ):
        sides = [(orders.sender, orders.target) for orders in allowed]
        assert bounds(listed, allowed) == literal.bounds(pairs, sides)


def test_a_world_of_these_orderings_is_seen_and_one_of_chance_is_not() -> None:
    ordered, random = (threat_scores(made(1, 200, how)) for how in ("ordered", "random"))
    for against in ordered.values():
        assert against.skill == 1
        assert against.p < 1e-20
    for against in random.values():
        assert against.skill == pytest.approx(0, abs=0.12)
        assert against.p > 0.01


def test_an_end_that_nobody_can_leave_is_no_skill() -> None:
    """Standing firm holds under any rankings: hit every time, and so does chance."""
    firm = [Challenge(k, (0, 0), "sf") for k in range(5)]
    score = concept_scores(firm, 50, 1).score("seq", "rankings")
    assert (score.hits, score.chance, score.skill) == (5, 5, None)


def test_a_table_is_read_as_it_was_written(tmp_path: Path) -> None:
    listed = made(2, 30, "random", pairs=9)
    challenges, quiet = read_challenges(write(tmp_path / "made.csv", listed))
    assert (challenges, quiet) == (listed, 300)


def test_the_script_prints_what_it_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "made.csv", made(3, 25, "ordered"))
    assert sanctions.main([str(path), "--profiles", "40"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("25 challenges between ")
    assert "against exchanged hit 1.000" in told
    assert "all orderings the outcomes allow (12): hits from 0.000 to 1.000" in told
    assert sum(line.startswith(("  nash", "  seq")) for line in told.splitlines()) == 2


HEADER = ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "cannot be read: No such file or directory"),
        ("", "no column dyadID"),
        (HEADER, "no rows below the header"),
        (f"{HEADER}\n1,9,0,0,0,1,1", "no challenge in any row"),
        (f"{HEADER}\n1,9,1,0,0,4,1", "row 1: anticipated costs are from 0 to 3"),
        (f"{HEADER}\n1,9,1,0,0,0.5,1", ":2: anticipatedsendercosts is '0.5', not a whole"),
    ],
)
def test_what_cannot_be_scored_is_told_in_one_line(
    text: str | None, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    assert sanctions.main([str(path)]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert problem in err
