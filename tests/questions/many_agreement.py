"""Compare what is said of many equilibria with the definitions, model by model."""

from __future__ import annotations

from collections import Counter
from random import Random

import numpy as np

from literal import CONCEPTS, LiteralEngine, build
from literal.many import by_grade, changes, fewest_moves, fits, in_steps, letters
from literal.statespace import Native, OptionForm, space_of, status_quo
from random_models import random_option_model
from random_stated import random_coalesced_model
from satumeja import formats
from satumeja.model import Model
from satumeja.questions import GRADES, Groups, effectiveness, groups, stepwise
from satumeja.questions.many._cover import cover
from satumeja.stability import Analysis, analyse, analyse_symbolically
from table.agreement import same

__all__ = ["compare", "compare_covers", "compare_steps"]


def compare(seed: int) -> Counter[str]:
    """Compare counts and groups under every concept."""
    rng = Random(f"many/{seed}")
    coalesced = seed % 5 == 0
    native = random_coalesced_model(rng) if coalesced else random_option_model(rng, total=7)
    model, literal = formats.from_dict(native), build(native)
    engine, space = LiteralEngine(literal), space_of(native)
    analysis = analyse(model)
    _compare_counts(analysis, engine, space)
    if not coalesced and all("ranking" not in c for c in native["decision_makers"].values()):
        sets, listed = effectiveness(analyse_symbolically(model)), effectiveness(analysis)
        same("counts of sets", sets.to_json(), listed.to_json())
    start = status_quo(native)
    for concept in CONCEPTS:
        answer = groups(analysis, concept)
        _compare_groups(answer, set(engine.equilibria(concept)), space)
        if start:
            away = fewest_moves(literal, start)
            _compare_distances(answer, native, away)
        _compare_order(answer, analysis)
    return Counter({"models": 1, "many": int(len(literal.states) > 20)})


def _compare_counts(analysis: Analysis, engine: LiteralEngine, space: OptionForm) -> None:
    answer, graded = effectiveness(analysis), by_grade(engine, GRADES)
    same("totals", dict(answer.totals), {g: len(states) for g, states in graded.items()})
    for grade, states in graded.items():
        for k in range(len(space.options)):
            for sign, counts in (("Y", answer.taken), ("N", answer.left)):
                expected = sum(letters(space, s)[k] == sign for s in states)
                same(f"option {k} is {sign} under {grade}", counts[k, grade], expected)


def _compare_groups(answer: Groups, equilibria: set[int], space: OptionForm) -> None:
    members = [s for group in answer.groups for s in group.states]
    same("no state in two groups", len(members), len(set(members)))
    same("all together", set(members), equilibria)
    same("in order", sorted(answer.order), sorted(equilibria))
    for group in answer.groups:
        if "-" in "".join(letters(space, s) for s in group.states):
            same("a coalesced state is a group of its own", len(group.states), 1)
            continue
        fitting = {s for s in space.states if fits(space, s, group.pattern)}
        same(f"what fits {group.pattern}", fitting, set(group.states))
    columns = zip(*(letters(space, s) for s in sorted(equilibria)), strict=True)
    expected = "".join(column[0] if len(set(column)) == 1 else "-" for column in columns)
    if equilibria:
        same("shared", answer.shared.replace("|", ""), expected)


def _compare_distances(answer: Groups, native: Native, away: dict[int, int]) -> None:
    for group in answer.groups:
        reached = [away[s] for s in group.states if s in away]
        same("moves", group.moves, min(reached, default=None))
        apart = min(changes(native, s) for s in group.states)
        same("changes", group.changes, apart)


def _compare_order(answer: Groups, analysis: Analysis) -> None:
    """Groups come by the strongest concept that all of their states share."""
    held = {c.id: set(analysis.equilibria(c.id).tolist()) for c in analysis.concepts}
    places = []
    for group in answer.groups:
        shared = {concept for concept, states in held.items() if set(group.states) <= states}
        same("concepts", set(group.concepts), shared)
        grade = next((k for k, name in enumerate(GRADES) if name in shared), len(GRADES))
        near = [float("inf") if n is None else n for n in (group.moves, group.changes)]
        places.append((grade, -len(shared), *near, group.states[0]))
    same("order of groups", places, sorted(places))


def compare_covers(seed: int) -> Counter[str]:
    """Cover random sets of random combinations, up to many cubes."""
    rng = np.random.default_rng(seed)
    options = int(rng.integers(1, 9))
    codes = np.flatnonzero(rng.random(1 << options) < rng.choice([0.3, 0.8, 1.0]))
    wanted = rng.random(len(codes)) < rng.choice([0.05, 0.5, 0.95])
    inside = [cube.holds(codes) for cube in cover(codes, wanted, options)]
    times = np.sum(inside, axis=0) if inside else np.zeros(len(codes), dtype=int)
    same("how many cubes a combination is in", times.tolist(), wanted.astype(int).tolist())
    return Counter({"models": 1})


def compare_steps(seed: int) -> Counter[str]:
    """Compare a random parting of the options, under a random concept."""
    rng = Random(f"steps/{seed}")
    native = random_option_model(rng, total=6)
    while any("ranking" in content for content in native["decision_makers"].values()):
        native = random_option_model(rng, total=6)
    model: Model = formats.from_dict(native)
    options = list(range(len(model.options)))
    rng.shuffle(options)
    cuts = sorted(rng.sample(range(1, len(options)), min(len(options) - 1, rng.randint(1, 3))))
    parts = [options[a:b] for a, b in zip([0, *cuts], [*cuts, None], strict=True)]
    concept = rng.choice(CONCEPTS)
    named = [[str(k + 1) for k in part] for part in parts]
    answer = stepwise(model, named[: rng.choice([None, -1])], concept)
    expected = list(in_steps(native, [set(part) for part in parts], concept))
    same("steps", [list(stage.equilibria) for stage in answer.stages], expected)
    space = OptionForm(native)
    last = [s for s in space.states if space.form(s) in expected[-1]]
    same("at the end", list(answer.equilibria), last if len(expected) == len(parts) else [])
    same("at once", list(answer.at_once), LiteralEngine(space.model()).equilibria(concept))
    return Counter({"models": 1, "other": int(last != list(answer.at_once))})
