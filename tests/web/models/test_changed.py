"""What an edit did is what differs between the two analyses, state by state."""

from __future__ import annotations

import random

import pytest

from brief.large import large_model
from random_models import random_classes, random_graph_model, random_option_model
from satumeja import formats
from satumeja.brief import LANGUAGES
from satumeja.gallery import load
from satumeja.model import Model
from satumeja.stability import Analysis, analyse
from satumeja.web.models import changed


def edited(model: Model, rng: random.Random) -> Model:
    """Let some rank the states otherwise, or rule some states out."""
    states = list(range(1, len(model.states) + 1))
    names = rng.sample(list(model), rng.randint(1, 2))
    return model.with_preferences(
        {dm: [tuple(ties) for ties in random_classes(rng, states)] for dm in names}
    )


def by_form(analysis: Analysis, concept: str, dm: str | None) -> dict[str, bool]:
    """Give for whom each state holds, by what it is called."""
    flags = analysis.is_equilibrium(concept) if dm is None else analysis.is_stable(concept, dm)
    return {analysis.model.states.form(k + 1): bool(flag) for k, flag in enumerate(flags)}


def check(before: Analysis, after: Analysis) -> None:
    change = changed(before, after)
    cells = {cell.concept: cell for cell in change.concepts}
    for concept in (c.id for c in after.concepts):
        for dm in (None, *after.model):
            old, new = by_form(before, concept, dm), by_form(after, concept, dm)
            form = after.model.states.form
            forms = {form(k): k for k in range(1, len(after.model.states) + 1)}
            gained = sorted(k for f, k in forms.items() if new[f] and old.get(f) is False)
            lost = sorted(k for f, k in forms.items() if not new[f] and old.get(f))
            cell = cells.get(concept)
            told = (cell if dm is None else cell.makers.get(dm)) if cell else None
            assert (told.gained, told.lost) == (gained, lost) if told else not (gained or lost)
            if dm is None and told is not None and cell is not None:
                assert (cell.before, cell.after) == (sum(old.values()), sum(new.values()))
    start = after.model.status_quo_number
    if start is not None and before.model.status_quo_number is not None:
        levels = before.hold().level, after.hold().level
        assert (change.rung_before, change.rung_after) == (str(levels[0]), str(levels[1]))
    assert change.plain


@pytest.mark.parametrize("draw", [random_option_model, random_graph_model])
def test_cells_gained_and_lost_are_those_that_differ(draw: object) -> None:
    rng = random.Random(13)
    for _ in range(15):
        model = formats.from_dict(draw(rng))  # type: ignore[operator]
        check(analyse(model), analyse(edited(model, rng)))


def test_states_go_by_what_they_are_where_a_rule_takes_some_away() -> None:
    model = load("december-2021-b")
    fewer = model.with_infeasible("arm & punish")
    check(analyse(model), analyse(fewer))
    check(analyse(fewer), analyse(model))
    change = changed(analyse(model), analyse(fewer))
    assert not change.comparable
    assert "There are 49 situations now; before, there were 51." in change.plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_said_to_change_where_nothing_does(language: str) -> None:
    analysis = analyse(load("december-2021-b"))
    change = changed(analysis, analysis, language)
    assert change.plain == [
        {
            "en": "Nothing holds more or less firmly than before.",
            "id": "Tidak ada yang bertahan lebih atau kurang kukuh daripada sebelumnya.",
        }[language]
    ]
    assert not (change.technical or change.concepts)


def test_another_order_that_decides_nothing_is_told() -> None:
    model = load("prisoners-dilemma")
    reordered = model.with_preferences(row="3 > 1 > 4 > 2")
    again = model.with_preferences(row="3 > 1 > 4 > 2")
    same = changed(analyse(reordered), analyse(again))
    assert same.plain == ["Nothing holds more or less firmly than before."]
    before = analyse(formats.loads(TWO))
    after = analyse(formats.loads(TWO.replace("[x, y]", "[x, -y]")))
    (sentence,) = changed(before, after).plain
    assert sentence.endswith("what changes is the order of situations for Ana.")


TWO = """
satumeja: 1
title: Two sides
decision_makers:
  a: {name: Ana, options: {x: X}, preferences: [x, y]}
  b: {options: {y: Y}, preferences: [y]}
status_quo: N|N
"""


def test_another_present_situation_is_told() -> None:
    model = formats.loads(TWO)
    moved, unset = model.with_status_quo("Y|Y"), formats.loads(TWO.replace("status_quo: N|N", ""))
    first, second, third = map(analyse, (model, moved, unset))
    assert changed(first, second).plain == [
        "Another situation is the present one now.",
        "The present situation now holds by itself; before, it did not hold.",
    ]
    assert changed(first, third, "id").plain == [
        "Model tidak lagi menyebut keadaan mana yang sekarang berlaku."
    ]
    assert changed(third, second).plain == [
        "The model now says which situation is the present one; it holds by itself."
    ]


def test_of_many_states_counts_are_enough() -> None:
    for options, lists in ((9, True), (13, False)):
        model = large_model(options).with_status_quo(1)
        dm = model.decision_makers[0]
        order = list(reversed(dm.preference.statements))  # type: ignore[union-attr]
        after = model.with_preferences({dm.id: [s.text for s in order]})
        change = changed(analyse(model), analyse(after))
        assert change.concepts
        for cell in change.concepts:
            assert not cell.makers
            assert bool(cell.gained or cell.lost) == lists or cell.before == cell.after
            assert cell.before != cell.after or lists
