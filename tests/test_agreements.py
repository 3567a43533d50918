"""Scoring agreements of people with known values, against going through everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from random import Random

import agreements
import pytest
from preferences.divisions import PREDICTIONS, Agreement, Situation
from preferences.scoring import Scored, score_agreements

from literal import divisions as literal
from literal.divisions import Row
from made_agreements import made, write


def score(rows: Sequence[Row], shuffles: int = 40) -> dict[str, Scored]:
    listed = [Agreement(Situation(counts, a, b), got) for counts, a, b, got in rows]
    return {each.prediction: each for each in score_agreements(listed, shuffles=shuffles)}


@pytest.mark.parametrize("seed", range(8))
def test_the_rooms_of_the_product_say_what_the_definitions_say(seed: int) -> None:
    rng = Random(seed)
    for _ in range(12):
        counts = tuple(rng.randint(0, 3) for _ in range(3))
        a, b = (tuple(rng.choice([0, 0, 1, 2, 3, 5]) for _ in range(3)) for _ in range(2))
        situation = Situation(counts, a, b)
        assert situation.for_both == literal.for_both(counts, a, b)
        for prediction in PREDICTIONS:
            expected = literal.predicted(prediction, counts, a, b)
            assert situation.predicted[prediction] == expected, (prediction, situation)


@pytest.mark.parametrize(("seed", "how"), list(product(range(3), ["random", "nash"])))
def test_scores_are_those_of_going_through_everything(seed: int, how: str) -> None:
    rows = made(Random(seed), 5, how, (1, 3, 1))
    for prediction, scored in score(rows).items():
        hits = literal.hits(prediction, rows)
        assert list(scored.share.hits) == hits
        shares = [literal.share(prediction, row) for row in rows]
        assert list(scored.share.chances) == shares
        exchanged = literal.shuffled(prediction, rows)
        assert list(scored.exchanged.chances) == exchanged
        for against, chances in ((scored.share, shares), (scored.exchanged, exchanged)):
            assert against.p == pytest.approx(float(literal.at_least(sum(hits), chances)))
            left = len(rows) - sum(chances)
            if left:
                skill = float((sum(hits) - sum(chances)) / left)
                assert against.skill == pytest.approx(skill)
            else:
                assert against.skill is None


def test_values_are_exchanged_only_among_those_who_divide_as_many_things() -> None:
    rows = made(Random(5), 4, "random", (1, 3, 1)) + made(Random(6), 4, "random", (2, 1, 2))
    for prediction, scored in score(rows).items():
        apart = literal.shuffled(prediction, rows[:4]) + literal.shuffled(prediction, rows[4:])
        assert list(scored.exchanged.chances) == apart


def test_who_agrees_on_the_nash_package_is_seen_and_who_agrees_at_random_is_not() -> None:
    knowing, random = (
        score(made(Random(1), 100, how, (1, 4, 1)), 200) for how in ("nash", "random")
    )
    assert knowing["nash"].hit == 1
    assert knowing["nash"].share.skill == 1
    assert knowing["nash"].shuffles.p == pytest.approx(1 / 201)
    for scored in random.values():
        assert scored.share.skill == pytest.approx(0, abs=0.15)
        assert scored.share.p > 0.01


def test_shuffles_come_out_on_the_mean_as_the_exact_chance() -> None:
    for scored in score(made(Random(2), 60, "nash"), 300).values():
        mean = sum(scored.shuffles.hits) / 300
        assert mean == pytest.approx(float(sum(scored.exchanged.chances)), abs=1.5)


def test_the_script_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "made.csv", made(Random(3), 40, "nash"))
    assert agreements.main([str(path), "--shuffles", "20"]) == 0
    first = capsys.readouterr().out
    assert first.startswith("40 agreements in ")
    (nash,) = (line for line in first.splitlines() if line.startswith("Nash package   "))
    assert nash.split()[3] == "1.000"
    assert agreements.main([str(path), "--shuffles", "20"]) == 0
    assert capsys.readouterr().out == first


GOOD = "1,3,1,2,2,2,10,0,0,0,3,1"
HEADER = ",".join(agreements.COLUMNS)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "cannot be read: No such file or directory"),
        ("", "no column count1, count2"),
        (HEADER, "no rows below the header"),
        (HEADER.replace("b2", "c2") + "\n" + GOOD, "no column b2; wanted: count1"),
        (f"{HEADER}\n{GOOD}\n1,3,1,2,x,2,10,0,0,0,3,1", ":3: a2 is 'x', not a whole number"),
        (f"{HEADER}\n1,3,1", ":2: a1 is '', not a whole number"),
        (f"{HEADER}\n{GOOD[:-1]}2", "row 1: more was got than there was"),
        (f"{HEADER}\n9{GOOD}", "row 1: more than 20 things to divide"),
        ("\udcff", "not a CSV file in UTF-8"),
    ],
)
def test_what_cannot_be_scored_is_told_in_one_line(
    text: str | None, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8", errors="surrogateescape")
    assert agreements.main([str(path)]) == 1
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert problem in err
