"""Compare the answers to inverse questions with every ranking, literally, model by model."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations, permutations, product
from math import factorial
from random import Random
from typing import Any

from literal import CONCEPTS, LiteralEngine, LiteralModel, build
from literal.statespace import Native
from random_models import random_graph_model, random_option_model
from satumeja import formats
from satumeja.questions import Inverse, invert
from satumeja.stability.further import bits
from table.agreement import same
from table.reference import Reference

Order = tuple[int, ...]


def drawn(seed: int) -> Native:
    """Draw a model of at most five states; every third in graph form."""
    rng = Random(seed)
    while True:
        if seed % 3 == 0:
            native = random_graph_model(rng, dms=(2, 3), states=(2, 5))
        else:
            native = random_option_model(rng, total=4, dms=(2, 3))
        for content in native["decision_makers"].values():
            if "preferences" in content:
                content["preferences"] = content["preferences"][:3]
                if rng.random() < 0.5:
                    content["red_lines"] = [_said(rng.choice(content["preferences"]))]
        if len(build(native).states) <= 5:
            return native


def _said(statement: Any) -> str:
    text = statement["statement"] if isinstance(statement, dict) else statement
    return f"-({text})"


def reordered(model: LiteralModel, orders: dict[str, Order]) -> LiteralEngine:
    """Give decision makers strict orders of the states, best first."""
    scores = {dm: {s: -k for k, s in enumerate(order)} for dm, order in orders.items()}
    return LiteralEngine(replace(model, prefers=model.prefers | scores))


HeldTo = dict[str, str]
"""By decision maker, the concept it is held to."""


def holds(engine: LiteralEngine, state: int, held_to: HeldTo) -> bool:
    return all(engine.is_stable(dm, state, held_to[dm]) for dm in engine.model.dms)


def drawn_concepts(rng: Random, dms: list[str]) -> HeldTo:
    """Draw one concept for all, or as often one for each."""
    if rng.random() < 0.5:
        return dict.fromkeys(dms, rng.choice(CONCEPTS))
    return {dm: rng.choice(CONCEPTS) for dm in dms}


def held_to_of(found: Inverse) -> HeldTo:
    return {dm: concept.id for dm, concept in found.concepts.items()}


def spelt(held_to: HeldTo) -> str | HeldTo:
    """Spell concepts in one of the ways that are taken."""
    shared = set(held_to.values())
    return shared.pop() if len(shared) == 1 else held_to


def swaps(one: Order, other: Order) -> int:
    place = {item: k for k, item in enumerate(other)}
    return sum(place[a] > place[b] for a, b in combinations(one, 2))


def compare(native: Native, rng: Random) -> Counter[str]:
    """Compare what is found for one state and concept, and count what was met."""
    literal, model = build(native), formats.from_dict(native)
    state, held_to = rng.choice(literal.states), drawn_concepts(rng, literal.dms)
    free = rng.choice(literal.dms)
    found = invert(model, state, spelt(held_to), dm=free)
    same("concepts", held_to_of(found), held_to)
    met = Counter({"inverse questions": 1, "mixed": found.concept is None})
    met += Counter(held_to.values())
    met += compare_count(found, literal, free)
    met += compare_statements(found, native, free)
    met += compare_red_lines(found, native, free)
    return met


def compare_count(found: Inverse, literal: LiteralModel, free: str) -> Counter[str]:
    conditions, state, held_to = found.conditions[free], found.state, held_to_of(found)
    count = own = 0
    stable = {dm: set[bool]() for dm in literal.dms}
    for order in permutations(literal.states):
        engine = reordered(literal, {free: order})
        verdicts = {dm: engine.is_stable(dm, state, held_to[dm]) for dm in literal.dms}
        below = sum(1 << (s - 1) for s in order[order.index(state) + 1 :])
        by_conditions = all(
            any(part & below == part for part in each.any_of) for each in conditions.requirements
        )
        same("the conditions", by_conditions, verdicts[free])
        for other in conditions.others:
            if other.stable == "depends":
                assert other.needs is not None
                prefers = engine.model.better
                answered = all(
                    any(all(prefers(free, b + 1, a + 1) for a, b in way) for way in each.any_of)
                    for each in other.needs
                )
                same("what others need", answered, verdicts[other.dm])
        own += verdicts[free]
        count += all(verdicts.values())
        for dm, verdict in verdicts.items():
            stable[dm].add(verdict)
    same("rankings that make it stable", conditions.stable_in, own)
    same("rankings", (found.count, found.of), (count, factorial(len(literal.states))))
    words = {"always": {True}, "never": {False}, "depends": {True, False}}
    for other in conditions.others:
        if other.stable != "depends":
            same("dependence", words[other.stable], stable[other.dm])
    same("it holds", found.holds, holds(LiteralEngine(literal), state, held_to))
    dependent = any(other.stable == "depends" for other in conditions.others)
    return Counter({"of them coupled": dependent, "alternatives": _alternatives(found, free)})


def _alternatives(found: Inverse, free: str) -> bool:
    parts = [p for each in found.conditions[free].requirements for p in each.any_of]
    return any(len(list(bits(part))) > 1 for part in parts)


def compare_statements(found: Inverse, native: Native, free: str) -> Counter[str]:
    listed = native["decision_makers"][free].get("preferences")
    if listed is None:
        same("statements of one who states none", found.changes.statements, None)
        return Counter()
    start, fewest = tuple(range(len(listed))), list[tuple[int, Order]]()
    for order in permutations(start):
        other = {
            **native["decision_makers"],
            free: native["decision_makers"][free] | {"preferences": [listed[k] for k in order]},
        }
        engine = LiteralEngine(build(native | {"decision_makers": other}))
        if holds(engine, found.state, held_to_of(found)):
            fewest.append((swaps(start, order), order))
    least = min((swap for swap, _ in fewest), default=None)
    answer = found.changes.statements
    assert answer is not None
    same("swaps of statements", answer.swaps, least)
    same(
        "new orders of statements",
        {orders[0] for orders in answer.orders},
        {order for swap, order in fewest if swap == least},
    )
    return Counter({"statements reordered": least is not None and least > 0})


def compare_red_lines(found: Inverse, native: Native, free: str) -> Counter[str]:
    lines = native["decision_makers"][free].get("red_lines", [])
    names = [f"{free}#{k}" for k in range(1, len(lines) + 1)]
    if "states" in native:
        return Counter()
    reference, works = Reference(native, found.state), list[set[str]]()
    for size in range(len(names) + 1):
        for some in combinations(names, size):
            eased = reference.eased((free,), set(some))
            if holds(eased.engine, found.state, held_to_of(found)):
                works.append(set(some))
    least = [some for some in works if some and not any(other < some for other in works)]
    answer = found.changes.red_lines
    assert answer is not None
    same("red lines", [set(some) for some in answer], least)
    return Counter({"red lines eased": bool(least)})


Classes = tuple[frozenset[int], ...]


def ranked(native: Native, literal: LiteralModel) -> dict[str, Classes]:
    """Read rankings, states by number, those liked equally together."""
    numbers = {s: k for k, s in enumerate(native.get("states", ()), start=1)}
    return {
        dm: tuple(
            frozenset(numbers.get(s, s) for s in each)
            for each in native["decision_makers"][dm]["ranking"]
        )
        for dm in literal.dms
    }


def keeping_ties(order: Classes, state: int) -> set[Classes]:
    """Give every order in which states liked equally stay so, one state aside."""
    rest = [each - {state} for each in order]
    blocks = [each for each in (*rest, frozenset([state])) if each]
    return {order, *permutations(blocks)}


def given_up(before: Classes, after: Classes) -> int:
    """Count the pairs of which the first was preferred, and no longer is."""
    place = {s: k for k, each in enumerate(after) for s in each}
    return sum(
        place[a] >= place[b]
        for k, each in enumerate(before)
        for a in each
        for lower in before[k + 1 :]
        for b in lower
    )


def in_orders(model: LiteralModel, orders: dict[str, Classes]) -> LiteralEngine:
    scores = {dm: {s: -k for k, c in enumerate(order) for s in c} for dm, order in orders.items()}
    return LiteralEngine(replace(model, prefers=model.prefers | scores))


def compare_swaps(native: Native, state: int, held_to: HeldTo, free: str | None) -> Counter[str]:
    """Compare the fewest preferences to give up with all profiles of orders."""
    literal, model = build(native), formats.from_dict(native)
    own = ranked(native, literal)
    open_ = [free] if free else list(literal.dms)
    found = invert(model, state, spelt(held_to), dm=free).changes.rankings
    enough = [
        sum(given_up(own[dm], order) for dm, order in zip(open_, orders, strict=True))
        for orders in product(*(sorted(keeping_ties(own[dm], state), key=str) for dm in open_))
        if holds(in_orders(literal, own | dict(zip(open_, orders, strict=True))), state, held_to)
    ]
    least = min(enough, default=None)
    assert found.exact
    same("fewest preferences", found.fewest, least)
    same("no fewer", found.at_least, least)
    if least is None:
        return Counter({"not by these": 1})
    after = dict(own)
    for dm, order in found.orders.items():
        after[dm] = tuple(map(frozenset, order))
        place = {s: k for k, each in enumerate(after[dm]) for s in each}
        assert all(place[a] < place[b] for a, b in found.wanted[dm]), "what is wanted is not so"
    for each in found.raised:
        after[each.dm] = raised(own[each.dm], state, each.past)
    same("preferences given up", sum(given_up(own[dm], after[dm]) for dm in own), least)
    assert holds(in_orders(literal, after), state, held_to), "the change is not enough"
    return Counter({"fewest preferences": 1, "by other orders": bool(found.orders)})


def raised(order: Classes, state: int, past: tuple[int, ...]) -> Classes:
    """Put a state right above those it is to pass."""
    rest = [each - {state} for each in order]
    place = min(k for k, each in enumerate(rest) if each & set(past))
    return tuple(each for each in (*rest[:place], frozenset([state]), *rest[place:]) if each)


def tied(seed: int) -> tuple[Native, int, HeldTo, str | None]:
    """Draw rankings, some with ties, of two or three decision makers, a state and a concept."""
    rng = Random(seed)
    names = ["a", "b"] if rng.random() < 0.6 else ["a", "b", "c"]
    states = [f"s{k}" for k in range(1, 5 if len(names) == 2 else 4)]
    pairs = [[x, y] for x in states for y in states if x != y]
    native: Native = {
        "satumeja": 1,
        "title": "A small conflict",
        "states": states,
        "decision_makers": {
            name: {
                "moves": rng.sample(pairs, rng.randint(2, len(pairs) - 2)),
                "ranking": _drawn_ranking(rng, states),
            }
            for name in names
        },
    }
    free = rng.choice(names) if rng.random() < 0.3 else None
    return native, rng.randint(1, len(states)), drawn_concepts(rng, names), free


def _drawn_ranking(rng: Random, states: list[str]) -> list[list[str]]:
    classes = [[s] for s in rng.sample(states, len(states))]
    if rng.random() < 0.4:
        k = rng.randrange(len(classes) - 1)
        classes[k : k + 2] = [classes[k] + classes[k + 1]]
    return classes


def strict(seed: int) -> tuple[Native, int, HeldTo, str | None]:
    """Draw two decision makers with strict rankings of four states, a state and a concept."""
    rng = Random(seed)
    native: Native = {
        "satumeja": 1,
        "title": "A small conflict",
        "decision_makers": {
            dm: {
                "options": {option: {"name": option}},
                "ranking": [[s] for s in rng.sample([1, 2, 3, 4], 4)],
            }
            for dm, option in (("a", "x"), ("b", "y"))
        },
    }
    return native, rng.randint(1, 4), drawn_concepts(rng, ["a", "b"]), None
