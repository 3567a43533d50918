"""What happened: states that exist, a source, and one voice for the models of a conflict."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from commands import Run
from satumeja import formats
from satumeja.gallery import Outcome, entries, load, outcome_for, outcomes
from satumeja.model import OptionStates
from satumeja.questions.backtest import Case, backtest

each_outcome = pytest.mark.parametrize("outcome", outcomes(), ids=lambda outcome: outcome.name)

TAKEN = {
    "cuban-missile-crisis": "withdraw & -air_strike & -blockade & -escalate",
    "cuban-missile-crisis-moves": "-strike & -maintain",
    "bismarck-sea": "-search_south & -sail_south",
    "elmira": "modify & accept & -delay & -abandon",
    "garrison": "legal & treaty & -appease & (lonetree | suspend)",
    "gisborne": "accord & -lift",
    "syria-iraq": "release & -escalate & -attack",
    "december-2021": "attack & punish & arm & -talk & -withdraw & -guarantee & -rollback",
}
"""What was done and what was not, in options; what the source leaves open is not in it."""


@each_outcome
def test_the_states_are_all_in_which_that_was_done(outcome: Outcome) -> None:
    """The sentence says what was done; the states are those that say the same, and no fewer."""
    model = load(outcome.name)
    assert isinstance(model.states, OptionStates)
    fitting = model.states.fits(
        model.condition(TAKEN.get(outcome.name) or TAKEN[outcome.conflict])
    )
    assert tuple((np.flatnonzero(fitting) + 1).tolist()) == outcome.states


@each_outcome
def test_a_backtest_takes_it(outcome: Outcome) -> None:
    case = Case(outcome.name, load(outcome.name), outcome.states, outcome.conflict)
    (row,) = backtest([case], ["nash"], profiles=10).rows
    assert row.outcomes == outcome.states
    assert row.conflict == outcome.conflict


@each_outcome
def test_it_says_who_and_when_in_both_languages(outcome: Outcome) -> None:
    assert outcome.coded_by in ("project", "authors")
    assert outcome.coded in ("before", "after")
    assert isinstance(outcome.verified, bool)
    assert set(outcome.sentence.by_language) == {"en", "id"}
    assert all((outcome.source.authors, outcome.source.year, outcome.source.title))
    assert not any(
        mark in text for text in outcome.sentence.by_language.values() for mark in '"“”'
    )


def test_models_of_one_conflict_share_what_happened() -> None:
    """Variants count once, and tell one story; a conflict of one model has its name."""
    by_conflict = defaultdict[str, list[Outcome]](list)
    for outcome in outcomes():
        by_conflict[outcome.conflict].append(outcome)
    assert {name: len(models) for name, models in by_conflict.items()} == {
        "cuban-missile-crisis": 3,
        "bismarck-sea": 1,
        "elmira": 1,
        "garrison": 1,
        "gisborne": 3,
        "syria-iraq": 1,
        "december-2021": 3,
    }
    for models in by_conflict.values():
        assert len({replace(outcome, name="", states=()) for outcome in models}) == 1


def test_what_is_only_from_memory_is_marked() -> None:
    assert [outcome.name for outcome in outcomes() if not outcome.verified] == ["garrison"]


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_a_model_is_known_by_what_it_says_wherever_it_stands(tmp_path: Path, suffix: str) -> None:
    """Each outcome is found for its own model, also among readings of one conflict."""
    for listed in entries():
        path = formats.save(load(listed.id), tmp_path / f"mine.{suffix}")
        assert outcome_for(formats.load(path)) == listed.outcome
        path.unlink()


def test_a_model_that_was_changed_is_another() -> None:
    model = load("syria-iraq")
    assert outcome_for(model) is not None
    assert outcome_for(replace(model, status_quo=None)) is None
    assert outcome_for(replace(model, decision_makers=model.decision_makers[::-1])) is None


def test_the_list_has_every_model_state_and_source(run: Run) -> None:
    shown = " ".join(run("gallery", "--outcomes").out.split())
    in_indonesian = " ".join(run("gallery", "--outcomes", "--language", "id").out.split())
    for outcome in outcomes():
        assert outcome.name in shown
        assert outcome.sentence.in_language("en") in shown
        assert outcome.sentence.in_language("id") in in_indonesian
        assert str(outcome.source) in shown
    assert shown.count("from memory and in no figure") == 1
    assert "december-2021-a, december-2021-b, december-2021-b2: states 50, 51" in shown


def test_the_list_as_data_is_that_of_the_catalogue(run: Run) -> None:
    document = run("gallery", "--outcomes", "--json").json
    assert document["schema"] == "satumeja/outcomes/1"
    assert document["outcomes"] == [outcome.to_json() for outcome in outcomes()]


def test_a_conflict_and_the_list_of_outcomes_do_not_go_together(run: Run) -> None:
    ended = run("gallery", "elmira", "--outcomes")
    assert ended.code == 2
    assert "--outcomes goes with the list only" in ended.err
