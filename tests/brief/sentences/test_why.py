"""Why a state holds, as data: the same verdicts, words and moves as `explain` gives."""

from __future__ import annotations

import random

import pytest

from brief.large import large_model
from random_models import random_graph_model, random_option_model
from random_stated import random_bound_model, random_coalesced_model, random_stated_model
from satumeja import brief, formats
from satumeja.brief import LANGUAGES, why
from satumeja.errors import QuestionError
from satumeja.evidence import Archive
from satumeja.gallery import load
from satumeja.model import Model, OptionStates, Ranking, Weighting
from satumeja.model.kit import holds_in, item_of, statements_of
from satumeja.stability import CONCEPTS, analyse, analyse_symbolically, explain

DRAWS = (
    random_option_model,
    random_graph_model,
    random_stated_model,
    random_bound_model,
    random_coalesced_model,
)


def check_words(model: Model, state: int, concept: str, language: str) -> None:
    """Compare with what `explain` says of each decision maker."""
    reasons = why(analyse(model, concept), state, concept, language)
    for side, dm in zip(reasons.sides, model.decision_makers, strict=True):
        verdict = explain(model, state, dm.id, concept)
        assert side.party == (dm.id,) and side.stays == verdict.stable
        assert str(side.words) == brief.explain_in_words(model, verdict, language)
    assert reasons.holds == all(side.stays for side in reasons.sides)


def check_moves(model: Model, state: int, concept: str) -> None:
    """Check that moves can be made, start where those before them ended, and compare rightly."""
    analysis = analyse(model, concept)
    engine = analysis.explicit
    for side in why(analysis, state, concept).sides:
        here: dict[int, int] = {}
        for motion in side.motions:
            assert motion.start == here.get(motion.point, state)
            targets = engine.moves.targets(model.place(motion.dm), motion.start - 1) + 1
            assert motion.end in targets
            assert (motion.kind == "leaves") == (motion.point not in here)
            here[motion.point] = motion.end
        for decides in side.deciding:
            ranks = engine.ranks[model.place(decides.dm)]
            assert ranks[decides.better - 1] >= ranks[decides.worse - 1]
            check_deciding(model, decides)


def check_deciding(model: Model, decides: brief.Deciding) -> None:
    """Check that what is said to decide is the first statement that tells the two apart."""
    dm, states = model[decides.dm], model.states
    if decides.place is None:
        kinds = {"ranking": Ranking, "weights": Weighting}
        kind = next((key for key in kinds if key in decides.path), "")
        assert not kind or isinstance(getattr(dm.preference, "base", dm.preference), kinds[kind])
        return
    assert isinstance(states, OptionStates)
    codes = [states.decimal(number) for number in (decides.better, decides.worse)]
    statements = statements_of(dm.preference)
    apart = [
        place
        for place, statement in enumerate(statements, start=1)
        if len({holds_in(statement.condition, code) for code in codes}) > 1
    ]
    assert decides.place == apart[0]
    assert decides.text == statements[decides.place - 1].text
    item = item_of(dm.preference, decides.place)
    assert decides.path == ("decision_makers", dm.id, "preferences", item)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", DRAWS)
def test_words_are_those_of_explain(draw: object, language: str) -> None:
    rng = random.Random(3)
    for _ in range(6):
        model = formats.from_dict(draw(rng))  # type: ignore[operator]
        state = rng.randint(1, len(model.states))
        for concept in CONCEPTS:
            check_words(model, state, concept, language)


@pytest.mark.parametrize("draw", DRAWS)
def test_moves_can_be_made_and_what_decides_does(draw: object) -> None:
    rng = random.Random(11)
    for _ in range(12):
        model = formats.from_dict(draw(rng))  # type: ignore[operator]
        state = rng.randint(1, len(model.states))
        for concept in CONCEPTS:
            check_moves(model, state, concept)


@pytest.mark.parametrize("name", ["l2", "nm", "sim", "cnash", "cseq"])
def test_concepts_beyond_ranks(name: str) -> None:
    rng = random.Random(5)
    # Moves made at once are defined by options alone.
    draws = (random_option_model, random_graph_model)[: 1 if name == "sim" else 2]
    for draw in draws:
        model = formats.from_dict(draw(rng))
        analysis = analyse(model, name)
        for state in range(1, len(model.states) + 1):
            reasons = why(analysis, state, name)
            assert [side.party for side in reasons.sides] == list(analysis.parties(name))
            flags = [analysis.is_stable(name, *side.party)[state - 1] for side in reasons.sides]
            assert [side.stays for side in reasons.sides] == flags
            for side in reasons.sides:
                starts = [motion.start for motion in side.motions if motion.kind == "leaves"]
                assert not starts or state in starts


@pytest.mark.parametrize("concept", ["", "nope", "nash, seq"])
def test_one_concept_is_asked_about(concept: str) -> None:
    with pytest.raises(QuestionError):
        why(analyse(load("chicken")), 1, concept)


def test_blocks_are_asked_as_blocks() -> None:
    analysis = analyse(load("elmira"), "seq", blocks="moe+uniroyal,local_government")
    reasons = why(analysis, 1, "seq")
    assert [side.party for side in reasons.sides] == [("moe", "uniroyal"), ("local_government",)]


def test_plain_words_say_what_it_takes() -> None:
    model = load("december-2021-b")
    analysis = analyse(model)
    for state in range(1, len(model.states) + 1):
        hold, reasons = analysis.hold(state), why(analysis, state, "hold", "id")
        levels = {side.party[0]: side.level for side in reasons.sides}
        assert min(level for level in levels.values() if level is not None) == hold.level
        for side in hold.tempted:
            assert levels[side.dm] == side.level
            own = next(part for part in reasons.sides if part.party == (side.dm,))
            leaves = [motion.end for motion in own.motions if motion.kind == "leaves"]
            assert leaves == [move.to for move in side.moves]
    assert why(analysis, "status_quo", "hold").words.startswith("The present situation holds if")
    assert why(analysis, 1, "hold").words.startswith("This situation holds if answered: Russia")


def test_what_decides_rests_on_its_sentences() -> None:
    model = load("december-2021-b")
    archive = Archive(model)
    reasons = why(analyse(model), "status_quo", "nash", archive=archive)
    (decides,) = reasons.sides[0].deciding
    assert [cited.item for cited in decides.evidence] == ["s12", "s15", "s18"]
    first = decides.evidence[0]
    assert (first.source, first.report, first.language) == ("wire", "", "id")
    assert first.words and first.credit.startswith("Sergei Lavrov, 23 December 2021")
    assert decides.because.startswith("Moscow says")


def test_states_nobody_lists() -> None:
    model = large_model(6)
    listed, sets = analyse(model), analyse_symbolically(model)
    for state in (1, 17, 40, 64):
        for concept in (*CONCEPTS, "hold"):
            first, second = why(listed, state, concept), why(sets, state, concept)
            assert first.holds == second.holds and first.state == second.state
            stays = [[side.stays for side in reasons.sides] for reasons in (first, second)]
            assert stays[0] == stays[1]
