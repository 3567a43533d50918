"""What many reports say together takes as many times the work as there are more of them."""

from __future__ import annotations

import datetime as dt

from dossier.keeping.wholes import Deed, Story, whole_of
from operations import growth
from satumeja.dossier import Whole, disputes, positions, timeline

SOME = 25


def charged(reports: int) -> Whole:
    """Give reports some months apart, each with a charge and its denial."""
    day = dt.date(1990, 1, 1)
    return whole_of(
        [
            Story(
                f"{number:04}",
                (
                    Deed("accuse", "peru", f"attacked post {number}", "ecuador", "attack"),
                    Deed("deny", "ecuador", f"attacked no post {number}", "peru", "attack"),
                    Deed("offer", "peru", f"to open talks on bridge {number}", "ecuador", "talk"),
                ),
                day + dt.timedelta(days=60 * number),
            )
            for number in range(reports)
        ]
    )


WHOLES = {size: charged(size) for size in (SOME, 8 * SOME)}


def test_disputes_grow_as_charges_and_their_denials_do() -> None:
    assert len(disputes(WHOLES[SOME])) == SOME
    assert growth(lambda size: disputes(WHOLES[size]), SOME, 8 * SOME) < 11


def test_positions_and_timeline_grow_as_the_acts_do() -> None:
    assert growth(lambda size: timeline(WHOLES[size]), SOME, 8 * SOME) < 10
    assert growth(lambda size: positions(WHOLES[size]), SOME, 8 * SOME) < 11


def test_a_charge_that_is_rejected_by_name_is_in_dispute() -> None:
    story = Story(
        "a",
        (
            Deed("accuse", "peru", "attacked the post", "ecuador", "attack"),
            Deed("reject", "ecuador", "the accusation", "peru"),
        ),
    )
    [dispute] = disputes(whole_of([story]))
    assert [denial.key for denial in dispute.denials] == ["r1#a2"]
