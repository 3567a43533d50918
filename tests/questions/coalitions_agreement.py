"""Compare what coalitions can do with the definitions, model by model."""

from __future__ import annotations

from collections import Counter
from random import Random

from literal import CONCEPTS, LiteralEngine, build
from literal.coalitions import LiteralCoalitions, coalitions_of
from literal.statespace import Native
from random_models import random_graph_model, random_option_model
from satumeja import formats
from satumeja.questions import Coalitions, coalitions
from satumeja.questions._coalitions import COALITIONAL
from table.agreement import same


def drawn(seed: int) -> Native:
    """Draw a small model; every third in graph form."""
    rng = Random(seed)
    if seed % 3 == 0:
        return random_graph_model(rng, dms=(2, 4), states=(2, 6))
    return random_option_model(rng, total=4, dms=(2, 4))


def compare(native: Native) -> Counter[str]:
    """Compare improvements, routes, jumps and stable states."""
    literal, found = build(native), coalitions(formats.from_dict(native))
    engine, groups = LiteralEngine(literal), LiteralCoalitions(literal)
    held = sorted({s for concept in CONCEPTS for s in engine.equilibria(concept)})
    same("equilibria", list(found.states), held)
    family = coalitions_of(literal.dms)
    same("coalitions", {frozenset(members) for members in found.members}, set(family))
    for (members, state), routes in found.improvements.items():
        expected = groups.improvements(frozenset(members), state)
        same("improvements", {route.to for route in routes}, expected)
        for route in routes:
            here, last = state, ""
            for step in route.path:
                assert step.dm in members and step.dm != last, "no legal sequence of members"
                assert step.to in literal.moves_from(step.dm, here), "no such move"
                here, last = step.to, step.dm
            same("the end of a route", here, route.to)
    for concept in COALITIONAL:
        for members in found.members:
            expected_states = groups.stable(concept, frozenset(members))
            same(concept, found.stable[concept].stable(*members).tolist(), expected_states)
        same("all of them", found.holds(concept), groups.equilibria(concept, family))
    jumps = {
        (group, s, to)
        for group in family
        if len(group) > 1
        for s in held
        for to in groups.improvements(group, s) & set(held)
        if not any(to in groups.improvements(part, s) for part in family if part < group)
    }
    same("jumps", _jumps(found), jumps)
    return Counter({"coalitions": len(family), "models": 1, "jumps": len(jumps)})


def _jumps(found: Coalitions) -> set[tuple[frozenset[str], int, int]]:
    return {(frozenset(route.group), state, route.to) for state, route in found.jumps}
