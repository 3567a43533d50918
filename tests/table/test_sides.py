"""What each side of a table would have to move, against the definition."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from front.reference import FrontReference
from literal.statespace import Native, space_of
from random_models import random_tree, written
from random_stated import random_coalesced_model
from satumeja.formats import from_dict
from satumeja.model import Model
from satumeja.table.kit import Side, sides
from table.agreement import drawn, same


def coalesced(seed: int) -> tuple[Native, int]:
    """Draw a model some of whose states count as one, with red lines, tables and a start."""
    rng = Random(seed)
    native = random_coalesced_model(rng)
    space = space_of(native)
    groups = [group["when"] if isinstance(group, dict) else group for group in native["coalesce"]]
    outside = " & ".join(f"-({group})" for group in groups)
    makers = native["decision_makers"]
    for content in makers.values():
        if rng.random() < 0.6:
            content["red_lines"] = [f"({written(rng, random_tree(rng, space, 1))}) & {outside}"]
    native["tables"] = {
        "some": {"seats": rng.sample(list(makers), 2)},
        "all": {"seats": [*makers]},
    }
    return native, rng.choice(space.states)


def compare(native: Native, start: int) -> Counter[str]:
    """Compare every side of every table of a model, and count what was met."""
    met, model = Counter(["models"]), from_dict(native)
    reference = FrontReference(native, start)
    for table in native["tables"]:
        answer = sides(model, table, start=start)
        members = [dm for dm in reference.model.dms if dm in native["tables"][table]["seats"]]
        zone = reference.zone(members, set(), set(), "")
        same("table", (answer.table, list(answer.seats)), (table, members))
        same("zone", set(answer.zone.tolist()), zone)
        same("best", set(answer.best.tolist()), reference.efficient(zone, members))
        expected = {dm: None if zone else reference.of_side(members, dm) for dm in members}
        for sort, movers in (("alone", answer.alone), ("joint", answer.joint)):
            wanted = [
                dm
                for dm, way in expected.items()
                if way and (len(way[0]) == 1) == (sort == "alone")
            ]
            same(sort, [side.dm for side in movers], wanted)
            for side in movers:
                way = expected[side.dm]
                assert way is not None
                compare_side(reference, model, members, side, *way)
            met[sort] += len(movers)
            met[f"{sort}, with a line to ease"] += any(side.ease for side in movers)
        met["zones"] += bool(zone)
    return met


def compare_side(
    reference: FrontReference,
    model: Model,
    members: list[str],
    side: Side,
    gives: set[str],
    state: int,
) -> None:
    worse, _ = reference.unwilling(members, state)
    same("package", side.package, state)
    same("who gives", list(side.gives), [dm for dm in members if dm in gives])
    same("who accepts less", list(side.less), [dm for dm in members if dm in worse])
    crossed = reference.crossed(members, state)
    same(
        "red lines",
        list(side.ease),
        [name for name in reference.lines(members) if name in crossed],
    )
    eased = reference.eased(members, crossed)
    for dm in reference.model.dms:
        ranks = side.eased.ranks(side.eased[dm])
        same(f"what {dm} prefers then", ranks.tolist(), places(eased, dm))
    same("the model as it is", side.eased is model, not crossed)


def places(reference: FrontReference, dm: str) -> list[int]:
    """Give for each state its class in a ranking, the least preferred first, from 1."""
    states = reference.model.states
    below = [sum(reference.model.better(dm, s, q) for q in states) for s in states]
    classes = sorted(set(below))
    return [classes.index(count) + 1 for count in below]


@pytest.mark.parametrize("seeds", [range(500, 524), range(548, 572)], ids=str)
def test_each_side_moves_what_the_definition_says(seeds: range) -> None:
    met = Counter[str]()
    for seed in seeds:
        if seed % 4:
            met += compare(*drawn(seed, total=4))
    assert min(met["alone"], met["joint"], met["zones"]) > 0
    assert met["alone, with a line to ease"] + met["joint, with a line to ease"] > 0


def test_of_states_that_count_as_one_any_can_be_left_and_entered() -> None:
    met = Counter[str]()
    for seed in range(10):
        met += compare(*coalesced(seed))
    assert min(met["alone"] + met["joint"], met["zones"]) > 0
