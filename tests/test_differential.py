"""The product decides every cell as the definitions do, and keeps the laws they imply."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from literal import LiteralEngine, OptionForm, build
from literal import published as p
from literal.statespace import Native
from proofs.differential import Disagreement, compare
from random_models import (
    random_graph_model,
    random_option_model,
    to_yaml,
    two_by_two_games,
)
from satumeja.formats import loads
from satumeja.stability import CONCEPTS, Analysis, analyse, explain, explain_all

rngs = st.randoms(use_true_random=False)
drawn = settings(max_examples=40, deadline=None)


def analysed(native: Native) -> Analysis:
    return analyse(loads(to_yaml(native), name="model.yaml"))


# -- cell by cell ------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(300))
def test_option_form_agrees_with_the_definitions(seed: int) -> None:
    compare(random_option_model(Random(seed), total=6))


@pytest.mark.parametrize("seed", range(100))
def test_graph_form_agrees_with_the_definitions(seed: int) -> None:
    compare(random_graph_model(Random(seed), states=(2, 8)))


def test_all_two_by_two_games_agree_with_the_definitions() -> None:
    counts = [compare(native, "json") for native in two_by_two_games()]
    assert sum(count.cells for count in counts) == 5625 * 4 * 2 * 5


PUBLISHED = {
    "cuban": p.cuban(air_strike="forward"),
    "elmira": p.ELMIRA,
    "garrison": p.GARRISON,
    "december_B": p.december_2021("B"),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_conflicts_agree_with_the_definitions(name: str) -> None:
    compare({"satumeja": 1, "title": name} | PUBLISHED[name])


def test_one_explanation_is_as_it_is_among_all() -> None:
    model = loads(to_yaml({"satumeja": 1, "title": "Elmira"} | p.ELMIRA), name="model.yaml")
    dms = [dm.id for dm in model.decision_makers]
    together = explain_all(model, [1, 2, 5], dms, list(CONCEPTS))
    alone = [explain(model, s, dm, c) for s in (1, 2, 5) for c in CONCEPTS for dm in dms]
    assert together == alone


def test_a_disagreement_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reference that lets the others move twice in a row must be found out."""
    native = {
        "satumeja": 1,
        "title": "Twice in a row",
        "states": ["s", "t", "u", "v"],
        "decision_makers": {
            "a": {"moves": [["s", "t"]], "ranking": [["t", "u"], ["s", "v"]]},
            "b": {"moves": [["t", "u"], ["u", "v"]], "ranking": [["s", "t", "u", "v"]]},
        },
    }
    compare(native)
    monkeypatch.setattr(LiteralEngine, "reachable", lambda *_: {3, 4})
    with pytest.raises(Disagreement, match=r"gmr of a: found \[2, 3, 4\], by definition \[1, 2"):
        compare(native)


# -- laws --------------------------------------------------------------------------------

INCLUDED_IN = [
    ("nash", "smr"),
    ("smr", "gmr"),
    ("nash", "sseq"),
    ("sseq", "seq"),
    ("seq", "gmr"),
    ("sseq", "smr"),
]
draws = st.sampled_from([random_graph_model, random_option_model])


@drawn
@given(rngs, draws)
def test_concepts_include_one_another(rng: Random, draw: Callable[[Random], Native]) -> None:
    result = analysed(draw(rng))
    for dm in result.model.decision_makers:
        for narrow, wide in INCLUDED_IN:
            assert set(result.stable(narrow, dm.id)) <= set(result.stable(wide, dm.id))


def relabelled_options(rng: Random, native: Native) -> tuple[Native, dict[str, str]]:
    """State the same conflict with its decision makers and options in another order.

    Returns it with the new form of each state by its old one. Preferences become rankings.
    """
    space = OptionForm(native)
    model = build(native)
    dms = rng.sample(space.dms, len(space.dms))
    places = {dm: [k for k, o in enumerate(space.options) if o.dm == dm] for dm in dms}
    order = {dm: rng.sample(own, len(own)) for dm, own in places.items()}

    def written(v: tuple[bool, ...]) -> str:
        return "|".join("".join("Y" if v[k] else "N" for k in order[dm]) for dm in dms)

    new = {space.form(space.numbers[v]): written(v) for v in space.vectors}
    everything = OptionForm({**native, "infeasible": []}).vectors
    impossible = [{"pattern": written(v)} for v in everything if v not in space.numbers]
    makers = {}
    for dm in dms:
        better = {s: sum(model.better(dm, q, s) for q in model.states) for s in model.states}
        makers[f"new_{dm}"] = {
            "options": {
                f"new{k}": {"name": "Act", "direction": space.options[k].direction}
                for k in order[dm]
            },
            "ranking": [
                [new[space.form(s)] for s in model.states if better[s] == place]
                for place in sorted(set(better.values()))
            ],
        }
    return {
        "satumeja": 1,
        "title": "The same",
        "decision_makers": makers,
        "infeasible": impossible,
    }, new


@drawn
@given(rngs)
def test_names_and_order_of_options_do_not_matter(rng: Random) -> None:
    native = random_option_model(rng, total=6)
    other, new = relabelled_options(rng, native)
    before, after = analysed(native), analysed(other)
    for dm in before.model.decision_makers:
        for concept in CONCEPTS:
            forms = [before.model.states.form(s) for s in before.stable(concept, dm.id)]
            again = after.stable(concept, f"new_{dm.id}")
            assert {new[form] for form in forms} == {after.model.states.form(s) for s in again}


def relabelled_graph(rng: Random, native: Native) -> Native:
    """State the same graph with its states, decision makers, arcs and ties in another order."""
    makers = native["decision_makers"]
    return native | {
        "states": rng.sample(native["states"], len(native["states"])),
        "decision_makers": {
            dm: {
                "moves": rng.sample(makers[dm]["moves"], len(makers[dm]["moves"])),
                "ranking": [rng.sample(ties, len(ties)) for ties in makers[dm]["ranking"]],
            }
            for dm in rng.sample(list(makers), len(makers))
        },
    }


def stable_ids(result: Analysis, concept: str, dm: str) -> set[str]:
    return {result.model.states.form(s) for s in result.stable(concept, dm)}


@drawn
@given(rngs)
def test_order_in_graph_form_does_not_matter(rng: Random) -> None:
    native = random_graph_model(rng)
    before, after = analysed(native), analysed(relabelled_graph(rng, native))
    for dm in native["decision_makers"]:
        for concept in CONCEPTS:
            assert stable_ids(before, concept, dm) == stable_ids(after, concept, dm)


def with_arc(rng: Random, native: Native, dm: str) -> Native:
    """Let dm move between two states between which it may not have been able to."""
    model = build(native)
    names = [state if isinstance(state, str) else state["id"] for state in native["states"]]
    arc = rng.sample(names, 2)
    content = native["decision_makers"][dm]
    known = names.index(arc[1]) + 1 in model.moves_from(dm, names.index(arc[0]) + 1)
    moves = content["moves"] if known else [*content["moves"], arc]
    return native | {
        "decision_makers": native["decision_makers"] | {dm: content | {"moves": moves}}
    }


@drawn
@given(rngs)
def test_more_moves_of_a_sanctioner_only_enlarge(rng: Random) -> None:
    native = random_graph_model(rng)
    focal, sanctioner = rng.sample(list(native["decision_makers"]), 2)
    before, after = analysed(native), analysed(with_arc(rng, native, sanctioner))
    for concept in CONCEPTS:
        assert stable_ids(before, concept, focal) <= stable_ids(after, concept, focal)


@drawn
@given(rngs)
def test_more_moves_of_ones_own_only_shrink(rng: Random) -> None:
    native = random_graph_model(rng)
    focal = rng.choice(list(native["decision_makers"]))
    before, after = analysed(native), analysed(with_arc(rng, native, focal))
    for concept in CONCEPTS:
        assert stable_ids(after, concept, focal) <= stable_ids(before, concept, focal)
