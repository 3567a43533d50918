"""The figures of the blind gold, on a report of which everything is known."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from labelled.blind import Blind, score_blind

TEXT = """Malta Answers Peru

7 May 2024

VALLETTA - Malta accused Peru of blocking the canal.

"We will never lift the toll," Peruvian minister Rosa Lazo said on Monday.
"""


def scored(**changes: Any) -> Counter[str]:
    """Score the report with a changed annotation."""
    entry: dict[str, Any] = {
        "title": "Malta Answers Peru",
        "published": "2024-05-07",
        "statements": [
            ["malta", "indirect", "accuse", "blocking the canal"],
            ["lazo|peru", "direct", "refuse|reject", "We will never lift the toll"],
        ],
        "more": {"s02": {"date": "2024-05-06"}},
        "actors": {
            "malta": {"name": "Malta", "kind": "state"},
            "peru": {"name": "Peru", "kind": "state"},
            "lazo": {"name": "Rosa Lazo", "kind": "person", "of": "peru"},
        },
        "acts": [
            {
                "id": "a01",
                "kind": "accuse",
                "actor": ["malta"],
                "target": ["peru"],
                "statement": "s01",
                "words": "accused Peru of blocking the canal",
                "date": "",
            }
        ],
    }
    return score_blind(Blind("canal.en", TEXT, entry | changes))


def test_what_is_right_counts() -> None:
    counts = scored()
    assert (counts["found+"], counts["given"], counts["true"]) == (2, 2, 2)
    assert (counts["speaker+"], counts["act+"], counts["mode+"]) == (2, 2, 2)
    assert (counts["said on+"], counts["title+"], counts["published+"]) == (1, 1, 1)
    assert (counts["roles"], counts["roles+"], counts["swapped"]) == (1, 1, 0)


@pytest.mark.parametrize(
    ("roles", "swapped"),
    [({"actor": ["peru"], "target": ["malta"]}, 1), ({"target": ["lazo"]}, 0)],
)
def test_an_act_with_other_roles_is_not_there(roles: dict[str, list[str]], swapped: int) -> None:
    act = {
        "id": "a01",
        "kind": "accuse",
        "actor": ["malta"],
        "target": ["peru"],
        "statement": "s01",
        "words": "accused Peru of blocking the canal",
        "date": "",
    } | roles
    counts = scored(acts=[act])
    assert (counts["roles+"], counts["swapped"], counts["swapped firm"]) == (0, swapped, swapped)


def test_other_labels_are_wrong() -> None:
    rows = [
        ["peru", "direct", "praise", "blocking the canal"],
        ["-", "indirect", "demand", "We will never lift the toll"],
    ]
    counts = scored(statements=rows, more={"s02": {"date": "2024-05-07"}})
    assert (counts["speaker+"], counts["act+"], counts["mode+"], counts["said on+"]) == (
        0,
        0,
        0,
        0,
    )
