"""Compare the further concepts with their literal definitions, and check every witness.

    python tests/proofs/further.py --models 20000 --seed 1 --games [--family coalitions]

draws as many models and knowledge for each family of concepts, adds all 5,625 weak-order 2x2
games, and prints what was compared. Every disagreement is printed with the model that shows
it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import random_knowledge as draw
from checker import WitnessRejected
from further_checker import (
    check_block,
    check_coalition,
    check_foresight,
    check_individual,
    check_simultaneous,
    check_weak,
)
from literal import CONCEPTS, LiteralEngine, LiteralModel, OptionForm, build
from literal.blocks import name_of, over_blocks, partitions
from literal.coalitions import LiteralCoalitions
from literal.foresight import Farsighted, TwoFarsighted
from literal.further import (
    Attitudes,
    Definition,
    Fuzzy,
    General,
    Hybrid,
    Probabilistic,
    Strong,
    Table,
    Unknown,
    Weak,
    mixed,
)
from literal.simultaneous import Simultaneous
from literal.statespace import Native
from proofs.differential import Count, Disagreement
from random_knowledge import Drawn
from random_models import (
    random_graph_model,
    random_option_model,
    to_yaml,
    two_by_two_games,
)
from satumeja.formats import loads
from satumeja.model import Model
from satumeja.stability import Knowledge, analyse, explain_further
from satumeja.stability import decide_further as decide
from satumeja.stability import mixed as mixed_equilibria

SHAPES = ("nash", "gmr", "smr", "seq")
Check = Callable[[dict[str, Any]], None]


def knowledge_of(drawn: Drawn, states: list[int]) -> Knowledge:
    """Give what was drawn to the product, in its own form: numbers as floats."""

    def square(tables: Mapping[str, Table]) -> dict[str, list[list[float]]]:
        return {
            dm: [[float(table.get((q, s), Fraction(1, 2))) for s in states] for q in states]
            for dm, table in tables.items()
        }

    unknown = {
        dm: frozenset((min(pair), max(pair)) for pair in pairs)
        for dm, pairs in drawn.unknown.items()
    }
    return Knowledge(
        unknown=unknown,
        much_better={dm: frozenset(pairs) for dm, pairs in drawn.greatly.items()},
        degrees=square(drawn.degrees),
        thresholds={dm: float(value) for dm, value in drawn.satisfied_at.items()},
        chances=square(drawn.chances),
        alpha=float(drawn.alpha),
        beta=float(drawn.beta),
        gamma=float(drawn.gamma),
        attitudes={(i, j): a for i, row in drawn.attitudes.items() for j, a in row.items()},
        coalitions=[sorted(coalition) for coalition in drawn.family],
    )


class Case:
    """One model and what was drawn with it, given to the product and to the definitions."""

    def __init__(self, native: Native, drawn: Drawn, rng: Random) -> None:
        self.native, self.drawn, self.rng = native, drawn, rng
        self.literal: LiteralModel = build(native)
        self.model: Model = loads(json.dumps(native), name="model.json")
        self.knowledge = knowledge_of(drawn, self.literal.states)
        self.count = Count(models=1)

    def same(self, what: str, found: object, expected: object) -> None:
        if found != expected:
            raise Disagreement(f"{what}: found {found}, by definition {expected}\n{self.drawn}")

    def compare(
        self,
        concept: str,
        expected: Mapping[tuple[str, ...], list[int]],
        check: Check,
    ) -> None:
        """Compare all cells of a concept, its equilibria, and a witness for each party."""
        found = decide(self.model, concept, self.knowledge)
        everyone = set(self.literal.states)
        self.same(f"parties of {concept}", _sorted(found.parties), _sorted(expected))
        for party, stable in expected.items():
            self.same(f"{concept} of {party}", found.stable(*party).tolist(), stable)
            everyone &= set(stable)
        self.same(f"{concept} equilibria", found.equilibria().tolist(), sorted(everyone))
        self.count += Count(cells=len(expected) * len(self.literal.states))
        party = self.rng.choice(list(expected))
        for state in self.some_states(set(expected[party])):
            self._check(concept, party, state, state in expected[party], check)

    def some_states(self, stable: set[int]) -> list[int]:
        """Draw a stable state and an unstable one, where there are such."""
        unstable = set(self.literal.states) - stable
        return [self.rng.choice(sorted(states)) for states in (stable, unstable) if states]

    def _check(
        self, concept: str, party: tuple[str, ...], state: int, stable: bool, check: Check
    ) -> None:
        verdict = explain_further(self.model, state, party, concept, self.knowledge)
        self.same(f"verdict on {concept} of {party} at {state}", verdict.stable, stable)
        self.accept(check, concept, verdict.to_json())

    def accept(self, check: Check, concept: str, witness: dict[str, Any]) -> None:
        """Have a witness checked by its moves."""
        try:
            check(witness)
        except WitnessRejected as rejection:
            raise Disagreement(f"witness of {concept}: {rejection}\n{self.drawn}") from rejection
        self.count += Count(witnesses=1)

    def alone(self, stable: Callable[[str], list[int]]) -> dict[tuple[str, ...], list[int]]:
        return {(dm,): stable(dm) for dm in self.literal.dms}


def _sorted(parties: Iterable[tuple[str, ...]]) -> list[list[str]]:
    return sorted(map(sorted, parties))


def _compare_kind(case: Case, definition: Definition, concept_of: Callable[[str], str]) -> None:
    for shape in SHAPES:
        case.compare(
            concept_of(shape),
            case.alone(partial(definition.stable, shape)),
            partial(check_individual, definition, shape),
        )


def compare_unknown(case: Case) -> None:
    for extension in "abcd":
        definition = Unknown(case.literal, case.drawn.unknown, extension)
        _compare_kind(case, definition, f"{{}}_{extension}".format)


def compare_strength(case: Case) -> None:
    literal, greatly = case.literal, case.drawn.greatly
    general, strong = General(literal, greatly), Strong(literal, greatly)
    weak = Weak(general, strong)
    engine = LiteralEngine(literal)
    for shape in SHAPES:
        for dm in literal.dms:
            case.same("general stability", general.stable(shape, dm), engine.stable(shape, dm))
    for shape in SHAPES[1:]:
        case.compare(
            f"strong_{shape}",
            case.alone(partial(strong.stable, shape)),
            partial(check_individual, strong, shape),
        )
        case.compare(
            f"weak_{shape}",
            case.alone(partial(weak.stable, shape)),
            partial(check_weak, general, strong, shape),
        )


def compare_hybrid(case: Case) -> None:
    if not (case.knowledge.much_better and case.knowledge.unknown):
        return  # the concepts are refused where neither is stated
    for extension in "abcd":
        definition = Hybrid(case.literal, case.drawn.unknown, case.drawn.greatly, extension)
        for shape in SHAPES[1:]:
            case.compare(
                f"strong_{shape}_{extension}",
                case.alone(partial(definition.stable, shape)),
                partial(check_individual, definition, shape),
            )


def compare_fuzzy(case: Case) -> None:
    definition = Fuzzy(case.literal, case.drawn.degrees, case.drawn.satisfied_at)
    _compare_kind(case, definition, "fuzzy_{}".format)


def compare_probabilistic(case: Case) -> None:
    drawn, dms = case.drawn, case.literal.dms
    thresholds = [dict.fromkeys(dms, value) for value in (drawn.alpha, drawn.beta, drawn.gamma)]
    definition = Probabilistic(case.literal, drawn.chances, *thresholds)
    _compare_kind(case, definition, "prob_{}".format)


def compare_attitudes(case: Case) -> None:
    _compare_kind(case, Attitudes(case.literal, case.drawn.attitudes), "rel_{}".format)


def compare_coalitions(case: Case) -> None:
    literal = LiteralCoalitions(case.literal)
    for shape in SHAPES:
        case.compare(
            f"c{shape}",
            {tuple(sorted(h)): literal.stable(f"c{shape}", h) for h in case.drawn.family},
            partial(check_coalition, literal, shape),
        )


def compare_blocks(case: Case) -> None:
    """Compare a partition with the game of its blocks, and blocks of one with no blocks."""
    literal, dms = case.literal, case.literal.dms
    partition = case.rng.choice(partitions(dms))
    found = analyse(case.model, blocks=partition)
    engine = LiteralEngine(over_blocks(literal, partition))
    alone = analyse(case.model, blocks=[[dm] for dm in dms])
    groups, plain = LiteralCoalitions(literal), analyse(case.model)
    for name in CONCEPTS:
        expected = {block: engine.stable(name, name_of(block)) for block in partition}
        for block, stable in expected.items():
            case.same(f"{name} of {block}", found.stable(name, *block).tolist(), stable)
        everyone = set(literal.states).intersection(*map(set, expected.values()))
        case.same(f"{name} over blocks", found.equilibria(name).tolist(), sorted(everyone))
        for dm in dms:
            single = alone.stable(name, dm).tolist()
            case.same(f"{name} of {dm} alone", single, plain.stable(name, dm).tolist())
        case.count += Count(cells=(len(partition) + len(dms)) * len(literal.states))
        block = case.rng.choice(partition)
        kind = (name != "nash", name in ("seq", "sseq"), name in ("smr", "sseq"))
        for state in case.some_states(set(expected[block])):
            verdict = found.explain(state, block, name)
            case.same(f"verdict on {name}", verdict.stable, state in expected[block])
            case.accept(partial(check_block, groups, partition, kind), name, verdict.to_json())


def compare_foresight(case: Case) -> None:
    literal = Farsighted(case.literal)
    horizons = [1, 2, 3, case.rng.randint(4, 30)]
    check = partial(check_foresight, literal)
    for h in horizons:
        case.compare(f"l{h}", case.alone(partial(literal.stable, h)), check)
    case.compare("nm", case.alone(literal.nonmyopic), check)
    if _two_strict(case.literal):
        published = TwoFarsighted(case.literal)
        for dm in case.literal.dms:
            for h in horizons:
                case.same("L_h of two", literal.stable(h, dm), published.stable(h, dm))
            case.same("NM of two", literal.nonmyopic(dm), published.nonmyopic(dm))
            case.count += Count(cells=len(case.literal.states) * (len(horizons) + 1))


def _two_strict(model: LiteralModel) -> bool:
    return len(model.dms) == 2 and all(
        model.better(dm, q, s) or model.better(dm, s, q)
        for dm in model.dms
        for q in model.states
        for s in model.states
        if q != s
    )


def compare_simultaneous(case: Case) -> None:
    literal = Simultaneous(OptionForm(case.native))
    case.compare("sim", case.alone(literal.stable), partial(check_simultaneous, literal))


def compare_mixed(case: Case) -> None:
    concepts = {dm: case.rng.choice(CONCEPTS) for dm in case.literal.dms}
    found = mixed_equilibria(analyse(case.model), concepts)
    case.same(f"mixed {concepts}", found.tolist(), mixed(case.literal, concepts))
    case.count += Count(cells=len(case.literal.states))


Draw = Callable[[Random, LiteralModel], Drawn]


def nothing(_rng: Random, _model: LiteralModel) -> Drawn:
    return Drawn()


FAMILIES: dict[str, tuple[Draw, Callable[[Case], None]]] = {
    "unknown": (draw.draw_unknown, compare_unknown),
    "strength": (draw.draw_strength, compare_strength),
    "hybrid": (draw.draw_hybrid, compare_hybrid),
    "fuzzy": (draw.draw_fuzzy, compare_fuzzy),
    "probabilistic": (draw.draw_probabilistic, compare_probabilistic),
    "attitudes": (draw.draw_attitudes, compare_attitudes),
    "coalitions": (draw.draw_family, compare_coalitions),
    "blocks": (nothing, compare_blocks),
    "foresight": (nothing, compare_foresight),
    "simultaneous": (nothing, compare_simultaneous),
    "mixed": (nothing, compare_mixed),
}


def drawn_model(family: str, rng: Random) -> Native:
    """Draw a model that the family is defined for; a third in graph form where it can be."""
    if family == "simultaneous":
        return random_option_model(rng, dms=(2, 4), total=6)
    if rng.random() < 1 / 3:
        return random_graph_model(rng, dms=(2, 4), states=(2, 7))
    return random_option_model(rng, dms=(2, 4), total=5)


def compare(family: str, seed: int) -> Count:
    """Draw one model and knowledge for a family and compare all it says. Raises Disagreement."""
    rng = Random(f"{family} {seed}")
    return compare_model(family, drawn_model(family, rng), rng)


def compare_model(family: str, native: Native, rng: Random) -> Count:
    """Draw knowledge about a model and compare all a family says. Raises Disagreement."""
    drawing, comparing = FAMILIES[family]
    case = Case(native, drawing(rng, build(native)), rng)
    try:
        comparing(case)
    except Disagreement as disagreement:
        raise Disagreement(f"{disagreement}\n{to_yaml(native)}") from disagreement
    return case.count


def prove(comparisons: Iterable[Callable[[], Count]]) -> tuple[Count, int]:
    """Run comparisons, print the disagreements, and count both."""
    count, failures = Count(), 0
    for comparison in comparisons:
        try:
            count += comparison()
        except Disagreement as disagreement:
            failures += 1
            print(disagreement)  # noqa: T201
    return count, failures


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--models", type=int, default=2000, help="for each family")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--games", action="store_true", help="and all 2x2 games for each")
    parser.add_argument("--family", choices=FAMILIES, action="append")
    asked = parser.parse_args()
    failures = 0
    for family in asked.family or FAMILIES:
        seeds = range(asked.seed, asked.seed + asked.models)
        games = enumerate(two_by_two_games()) if asked.games else ()
        for name, comparisons in (
            ("random models", [partial(compare, family, seed) for seed in seeds]),
            ("2x2 games", [partial(compare_model, family, g, Random(k)) for k, g in games]),
        ):
            if not comparisons:
                continue
            start = time.perf_counter()
            count, failed = prove(comparisons)
            failures += failed
            print(  # noqa: T201
                f"{family}, {name}: {count.models:,} agree in {count.cells:,} cells, "
                f"{count.witnesses:,} witnesses accepted, {failed} disagree "
                f"({time.perf_counter() - start:.0f} s)",
                flush=True,
            )
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
