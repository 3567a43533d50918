"""The symbolic engine decides as the definitions do, and answers without listing states."""

from __future__ import annotations

from fractions import Fraction
from importlib.util import find_spec
from random import Random

import pytest

from brief.graph_form import named_graph
from proofs.differential import Disagreement
from proofs.symbolic import compare, drawn
from satumeja.errors import LimitError, ModelError, QuestionError
from satumeja.gallery import load
from satumeja.model import (
    AtLeast,
    Binary,
    Condition,
    DecisionMaker,
    Direction,
    Is,
    Model,
    Not,
    Option,
    OptionStates,
    Preference,
    Prioritisation,
    Rule,
    Statement,
    Text,
    Weighting,
)
from satumeja.model.kit import Pattern
from satumeja.stability import CONCEPTS, analyse
from satumeja.stability.symbolic._analysis import SymbolicAnalysis, analyse_symbolically
from satumeja.stability.symbolic._arranging import ArrangedClosures
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._libraries import BACKENDS
from satumeja.stability.symbolic._sets import StateSet

HERE = [backend for backend in BACKENDS if find_spec(backend)]
backends = pytest.mark.parametrize("backend", HERE)
DIRECTIONS: tuple[Direction, ...] = ("both", "both", "both", "forward", "back")


def stated(*conditions: Condition) -> Prioritisation:
    return Prioritisation(tuple(Statement(condition, "") for condition in conditions))


def drawn_condition(rng: Random, options: int, depth: int) -> Condition:
    if depth == 0:
        return (
            Is(rng.randrange(options)) if rng.random() < 0.6 else Not(Is(rng.randrange(options)))
        )
    left, right = (drawn_condition(rng, options, depth - 1) for _ in range(2))
    return Binary(rng.choice(["and", "or", "if", "iff"]), left, right)


def larger(seed: int, width: int, movers: int) -> Model:
    """Draw a model of 2 ** (width * movers) combinations, some of them infeasible."""
    rng, options = Random(seed), width * movers
    makers = []
    for k in range(movers):
        own = tuple(Option(f"o{j}", Text("o"), rng.choice(DIRECTIONS)) for j in range(width))
        statements = [drawn_condition(rng, options, rng.randint(0, 2)) for _ in range(6)]
        weights = {j: Fraction(rng.randint(-9, 9), 4) for j in rng.sample(range(options), 4)}
        preference: Preference = stated(*statements)
        if rng.random() < 0.3:
            preference = Weighting(weights)
        makers.append(DecisionMaker(f"d{k}", Text("d"), preference, own))
    rules = [Rule(AtLeast(2, 0b111 << rng.randrange(options - 2)), "") for _ in range(2)]
    rules.append(Rule(Pattern(0b1011, rng.choice([0b0010, 0b1001])), ""))
    return Model(Text("larger"), tuple(makers), tuple(rules))


def vast(options: int = 100) -> Model:
    """Two decision makers with many options of their own, and nothing infeasible."""
    half = options // 2
    own = tuple(Option(f"o{k}", Text("o")) for k in range(half))
    first = DecisionMaker("a", Text("A"), stated(Not(Is(half)), Is(0)), own)
    second = DecisionMaker("b", Text("B"), stated(Not(Is(0)), Is(half)), own)
    return Model(Text("vast"), (first, second))


def members(found: StateSet) -> list[int]:
    """List the decimals a set's patterns stand for."""
    codes = list[int]()
    for pattern in found.patterns(most=10**6).shown:
        letters = pattern.replace("|", "")
        fits = [sum(1 << k for k, letter in enumerate(letters) if letter == "Y")]
        for k, letter in enumerate(letters):
            if letter == "-":
                fits += [code | 1 << k for code in fits]
        codes += fits
    return sorted(codes)


@pytest.mark.parametrize("seed", range(300))
def test_agrees_with_the_definitions(seed: int) -> None:
    backend = HERE[seed // 10 % len(HERE)] if seed % 10 == 0 else HERE[0]
    compare(drawn(seed, total=6), seed, backend, witnesses=3)


@pytest.mark.skipif("oxidd" not in HERE, reason="others keep or change the order themselves")
@pytest.mark.parametrize("seed", range(60))
def test_variables_arranged_anew_change_no_answer(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ArrangedClosures, "small", 0)
    compare(drawn(seed, total=7), seed, "oxidd", witnesses=1)


def test_a_disagreement_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    right = SymbolicEngine.stable
    monkeypatch.setattr(
        SymbolicEngine,
        "stable",
        lambda self, concept, focal: (
            self.states.feasible if concept == "seq" else right(self, concept, focal)
        ),
    )
    with pytest.raises(Disagreement, match="seq stable"):
        for seed in range(20):
            compare(drawn(seed, total=6), seed)


@pytest.mark.parametrize(
    ("width", "movers", "seed"), [(4, 3, 1), (3, 4, 2), (7, 2, 3), (5, 3, 4), (4, 4, 5), (8, 2, 6)]
)
def test_agrees_with_the_explicit_engine(width: int, movers: int, seed: int) -> None:
    model = larger(seed, width, movers)
    listed, found, states = analyse(model), analyse_symbolically(model), model.list_states()
    assert isinstance(states, OptionStates)
    assert members(found.feasible) == states.codes.tolist()
    for concept in CONCEPTS:
        for dm in model.decision_makers:
            stable = listed.stable(concept, dm.id)
            assert members(found.stable(concept, dm.id)) == states.codes[stable - 1].tolist()
        assert found.equilibria(concept).count == len(listed.equilibria(concept))


@pytest.mark.parametrize("name", ["december-2021-a", "december-2021-b", "december-2021-b2"])
@backends
def test_the_report_is_the_explicit_one(name: str, backend: str) -> None:
    found = analyse_symbolically(load(name), backend=backend)
    assert found.to_json() == analyse(load(name)).to_json() | {"engine": "symbolic"}


# -- states beyond listing ---------------------------------------------------------------


@pytest.fixture(scope="module")
def many() -> SymbolicAnalysis:
    return analyse_symbolically(vast())


def test_counts_are_exact_where_floats_are_not(many: SymbolicAnalysis) -> None:
    # Each wants its first option taken, and more that the other leaves its own alone:
    # both taken is the only Nash equilibrium, whatever the other 98 options.
    assert many.feasible.count == 2**100
    assert many.equilibria("nash").count == 2**98
    # Leaving both alone is held by threats.
    assert many.equilibria("seq").count == 2**99
    assert many.equilibria("gmr").count == 2**99


def test_patterns_cover_what_they_say(many: SymbolicAnalysis) -> None:
    nash = many.equilibria("nash").patterns()
    rest = "-" * 49
    assert (nash.total, nash.shown) == (1, (f"Y{rest}|Y{rest}",))
    held = many.equilibria("seq").patterns()
    assert held.shown == (f"N{rest}|N{rest}", f"Y{rest}|Y{rest}")


def test_patterns_are_capped_shortest_first_with_the_total_said() -> None:
    options = tuple(Option(f"o{k}", Text("o")) for k in range(10))
    makers = tuple(
        DecisionMaker(dm, Text(dm), stated(Is(0)), own)
        for dm, own in (("a", options[:9]), ("b", options[9:]))
    )
    model = Model(Text("odd"), makers, (Rule(Not(AtLeast(1, 0b11_1111_1111)), ""),))
    found = analyse_symbolically(model).feasible.patterns(most=4)
    assert found.total == 10
    assert sorted(sum(form.count(c) for c in "YN") for form in found.shown) == [1, 2, 3, 4]


def test_a_condition_narrows_a_set(many: SymbolicAnalysis) -> None:
    held = many.equilibria("seq")
    assert held.where(Is(0)).count == 2**98
    assert held.where(Binary("and", Is(0), Not(Is(50)))).count == 0
    assert not held.where(Binary("and", Is(0), Not(Is(50))))
    assert (held & many.equilibria("nash")).count == 2**98
    assert many.strong_equilibria.count == 2**98


def test_samples_are_the_first_states(many: SymbolicAnalysis) -> None:
    both = 1 | 1 << 50
    assert many.equilibria("nash").sample(3) == [both, both | 2, both | 4]
    assert both in many.equilibria("nash")
    assert 1 not in many.equilibria("nash")
    assert -1 not in many.feasible
    assert 1 << 100 not in many.feasible


def test_sets_of_two_analyses_do_not_mix(many: SymbolicAnalysis) -> None:
    with pytest.raises(QuestionError, match="different analyses"):
        _ = many.feasible & analyse_symbolically(vast(10)).feasible
    with pytest.raises(QuestionError, match="different analyses"):
        _ = many.feasible - analyse_symbolically(vast(10)).feasible


def test_numbers_are_places_among_the_feasible_states() -> None:
    model = larger(7, 4, 3)
    found, codes = analyse_symbolically(model), list(analyse_symbolically(model).feasible)
    for number in (1, 2, 100, len(codes)):
        assert found.decimal(number) == codes[number - 1]
        assert found.number(codes[number - 1]) == number
    missing = next(code for code in range(1 << 12) if code not in codes)
    with pytest.raises(QuestionError, match=r"state [YN|]+ is not feasible"):
        found.number(missing)
    with pytest.raises(QuestionError, match="there is no state 0"):
        found.decimal(0)
    with pytest.raises(QuestionError, match="no state with decimal"):
        found.explain(1 << 12, "d0", "nash")


def test_a_verdict_names_some_improvements_and_counts_all(many: SymbolicAnalysis) -> None:
    held = many.explain(0, "a", "seq", most=3)
    assert held.stable
    assert (held.total, held.unsanctioned) == (2**49, 0)
    assert held.improvements == (2, 4, 6)
    assert [sanction.improvement for sanction in held.sanctions] == [2, 4, 6]
    assert all(step.dm == "b" for sanction in held.sanctions for step in sanction.path)
    left = many.explain(0, "a", "nash", most=3)
    assert not left.stable
    assert (left.improvement, left.unsanctioned, left.sanctions) == (2, 2**49, ())
    assert left.to_json()["total"] == 2**49


def test_the_report_lists_no_states(many: SymbolicAnalysis) -> None:
    report = many.to_json()
    assert report["states"] is None
    assert report["feasible"] == 2**100
    nash = report["equilibria"]["nash"]
    assert nash["count"] == 2**98
    assert nash["patterns"] == ["Y" + "-" * 49 + "|Y" + "-" * 49]
    assert nash["sample"][0] == 1 | 1 << 50
    assert report["status_quo"] is None


@backends
def test_weights_far_apart_are_added_exactly(backend: str) -> None:
    options = tuple(Option(f"o{k}", Text("o")) for k in range(2))
    weights = {0: Fraction(10**30), 1: Fraction(-1, 3), 2: Fraction(1, 3), 3: Fraction(0)}
    makers = tuple(DecisionMaker(dm, Text(dm), Weighting(weights), options) for dm in ("a", "b"))
    found = analyse_symbolically(Model(Text("weights"), makers), backend=backend)
    # a takes its first option and leaves its second, b takes its first; b's last is idle.
    assert list(found.equilibria("nash")) == [0b0101, 0b1101]


# -- what it refuses ---------------------------------------------------------------------


def test_a_ranking_is_left_to_the_explicit_engine() -> None:
    with pytest.raises(
        LimitError, match=r"preferences of row rank listed states.*explicit engine"
    ):
        analyse_symbolically(load("prisoners-dilemma"))


def test_graph_form_is_left_to_the_explicit_engine() -> None:
    with pytest.raises(LimitError, match=r"graph form.*explicit engine"):
        analyse_symbolically(named_graph())


def test_no_feasible_state_is_said() -> None:
    model = vast(4)
    rules = (Rule(Is(0), ""), Rule(Not(Is(0)), ""))
    with pytest.raises(ModelError, match="no state is feasible"):
        analyse_symbolically(Model(model.title, model.decision_makers, rules))


def test_unknown_names_are_said(many: SymbolicAnalysis) -> None:
    with pytest.raises(QuestionError, match='unknown concept "nahs"'):
        analyse_symbolically(vast(4), ["nahs"])
    with pytest.raises(QuestionError, match="was not analysed"):
        analyse_symbolically(vast(4), ["nash"]).stable("seq", "a")
    with pytest.raises(QuestionError, match="unknown decision maker"):
        many.stable("nash", "c")


def test_a_set_shows_how_many_states_it_has_and_some() -> None:
    found = analyse_symbolically(load("december-2021-b")).equilibria("seq")
    first, *shown = repr(found).splitlines()
    assert first == f"StateSet: {found.count:,} states"
    assert len(shown) == min(3, found.count)
