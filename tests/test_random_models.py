"""The random models are reproducible, loadable, and leave no feature of the format out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pytest
import yaml

from literal import LiteralModel, OptionForm, build, status_quo
from literal.conditions import evaluate, parse
from literal.statespace import Native
from random_models import (
    RULES,
    random_graph_model,
    random_option_model,
    random_tree,
    to_yaml,
    two_by_two_games,
    weak_orders,
    written,
)


@pytest.mark.parametrize("draw", [random_option_model, random_graph_model])
def test_a_seed_gives_one_model(draw: Callable[[Random], Native]) -> None:
    assert draw(Random(7)) == draw(Random(7))
    assert draw(Random(7)) != draw(Random(8))


def option_features(native: Native) -> Iterator[str]:
    """Name what an option-form model uses."""
    space = OptionForm(native)
    for rule in native.get("infeasible", []):
        yield f"rule {next(iter(rule))}" if isinstance(rule, dict) else "rule condition"
    for content in native["decision_makers"].values():
        kind = next(k for k in ("preferences", "ranking", "weights") if k in content)
        yield kind
        if kind == "preferences":
            yield from (f"statement {type(given).__name__}" for given in content[kind])
            if len(content[kind]) > 64:
                yield "more statements than bits"
        if kind == "ranking":
            yield from (f"ranking by {type(s).__name__}" for ties in content[kind] for s in ties)
    yield from (f"direction {option.direction}" for option in space.options)
    yield f"status quo {type(native.get('status_quo')).__name__}"
    if len({option.id for option in space.options}) < len(space.options):
        yield "one id for several options"
    if len(space.states) == 1:
        yield "one state"
    yield f"{len(space.dms)} decision makers"
    conditions = re.findall(r"\b(?:if|iff|IF|IFF|and|or|not)\b|[-&|]", str(native))
    yield from (f"operator {operator.lower()}" for operator in conditions)


def model_features(model: LiteralModel) -> Iterator[str]:
    """Name what shows in the moves and preferences."""
    arcs = {dm: {(s, q) for s, to in model.moves[dm].items() for q in to} for dm in model.dms}
    everything = [arc for own in arcs.values() for arc in own]
    for own in arcs.values():
        if any((q, s) not in own for s, q in own):
            yield "one-way move"
        if any(b == c and a != d and (a, d) not in own for a, b in own for c, d in own):
            yield "intransitive moves"
        if not own:
            yield "somebody cannot move"
    if len(set(everything)) < len(everything):
        yield "common move"
    if {s for s, _ in everything} < set(model.states):
        yield "no way out of a state"
    for scores in model.prefers.values():
        assert isinstance(scores, dict)
        classes = len(set(scores.values()))
        yield "all tied" if classes == 1 else "no tie" if classes == len(scores) else "some ties"


def test_every_feature_of_option_form_occurs() -> None:
    seen: Counter[str] = Counter()
    for seed in range(500):
        native = random_option_model(Random(seed), total=7)
        seen.update({*option_features(native), *model_features(build(native))})
    expected = {f"rule {kind}" for kind in RULES}
    expected |= {"preferences", "ranking", "weights", "statement str", "statement int"}
    expected |= {"statement dict", "more statements than bits", "ranking by int", "ranking by str"}
    expected |= {f"direction {d}" for d in ("both", "forward", "back")}
    expected |= {f"status quo {t}" for t in ("int", "str", "dict", "NoneType")}
    expected |= {f"{n} decision makers" for n in (2, 3, 4, 5)}
    expected |= {f"operator {o}" for o in ("-", "&", "|", "if", "iff", "and", "or", "not")}
    expected |= {"one id for several options", "one state", "one-way move"}
    expected |= {"somebody cannot move", "no way out of a state"}
    expected |= {"all tied", "some ties", "no tie"}
    assert {feature for feature in expected if seen[feature] < 5} == set()


def test_every_feature_of_graph_form_occurs() -> None:
    seen: Counter[str] = Counter()
    for seed in range(500):
        seen.update(set(model_features(build(random_graph_model(Random(seed))))))
    expected = {"one-way move", "intransitive moves", "common move", "no way out of a state"}
    expected |= {"somebody cannot move", "all tied", "some ties", "no tie"}
    assert {feature for feature in expected if seen[feature] < 5} == set()


def test_sizes_are_kept_to() -> None:
    for seed in range(100):
        space = OptionForm(random_option_model(Random(seed), dms=(3, 4), options=(1, 2), total=6))
        sizes = Counter(option.dm for option in space.options)
        assert 3 <= len(space.dms) <= 4
        assert max(sizes.values()) <= 2
        assert 3 <= len(space.options) <= 6
        assert space.states
        model = build(random_graph_model(Random(seed), dms=(2, 2), states=(3, 4)))
        assert (len(model.dms), 3 <= len(model.states) <= 4) == (2, True)


def test_a_condition_is_written_as_it_is_meant() -> None:
    space = OptionForm(random_option_model(Random(3), rules=(0, 0)))
    rng = Random(1)
    for _ in range(500):
        tree = random_tree(rng, space, 4)
        again = parse(written(rng, tree))
        for v in rng.sample(space.vectors, 8):
            value = {name: v[k] for name, k in space.names.items()}
            assert evaluate(again, value.__getitem__) == evaluate(tree, value.__getitem__)


@pytest.mark.parametrize("seed", range(50))
def test_a_file_reads_back_as_it_was(seed: int) -> None:
    for native in (random_option_model(Random(seed), total=5), random_graph_model(Random(seed))):
        text = to_yaml(native)
        assert yaml.safe_load(text) == native
        assert "&id" not in text
        assert status_quo(native) in {None, *build(native).states}


def test_states_are_quoted_in_files() -> None:
    text = to_yaml({"status_quo": "N", "infeasible": [{"pattern": "--|Y"}], "title": "No"})
    assert text == 'status_quo: "N"\ninfeasible:\n- pattern: "--|Y"\ntitle: \'No\'\n'


def test_two_by_two_games_are_all_there() -> None:
    games = [str(native["decision_makers"]) for native in two_by_two_games()]
    assert len(games) == len(set(games)) == 5625
    assert [len(list(weak_orders(list(range(n))))) for n in range(5)] == [1, 1, 3, 13, 75]
