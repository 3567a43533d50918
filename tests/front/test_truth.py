"""What a front page says is so by definition, and does not depend on names or their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from random import Random
from typing import Any

import pytest

from front.reference import FrontReference, groups, upset
from literal import LiteralEngine, build
from literal import hold as holding
from literal.statespace import Native, space_of
from random_models import random_tree, to_yaml, written
from random_stated import random_coalesced_model
from satumeja.formats import loads
from satumeja.front import Alone, Front, Package, Seated, SidePackage, front
from satumeja.model import Model
from table.agreement import drawn as drawn_table

DRAWN = 100
PROOF = 2000


def drawn(seed: int) -> Native:
    """Draw a model with a present situation, red lines and tables, of any form."""
    if seed % 5 == 4:
        rng = Random(f"front {seed}")
        native = random_coalesced_model(rng)
        space = space_of(native)
        coalesced = [g["when"] if isinstance(g, dict) else g for g in native["coalesce"]]
        outside = " & ".join(f"-({group})" for group in coalesced)
        for content in native["decision_makers"].values():
            if rng.random() < 0.5:
                line = written(rng, random_tree(rng, space, 1))
                content["red_lines"] = [f"({line}) & {outside}"]
        return native | {"status_quo": rng.choice(space.states)}
    native, start = drawn_table(seed)
    if "states" in native:
        native = {key: value for key, value in native.items() if key != "tables"}
        names = [s["id"] if isinstance(s, dict) else s for s in native["states"]]
        return native | {"status_quo": names[start - 1]}
    return native | {"status_quo": start}


def made(native: Native) -> tuple[Model, Front]:
    model = loads(to_yaml(native), name="model.yaml")
    return model, front(model, readings=())


class Agreement:
    """Compares a front page with the definitions."""

    def __init__(self, native: Native, counted: Counter[str]) -> None:
        self.native, self.counted = native, counted
        self.model, self.page = made(native)
        self.engine = LiteralEngine(build(native))
        assert self.page.hold is not None
        self.start = self.page.hold.state
        self.reference = None if "states" in native else FrontReference(native, self.start)

    def compare(self) -> None:
        page, engine = self.page, self.engine
        assert page.hold is not None
        assert page.hold.level == holding.rung(engine, self.start)
        assert list(page.hold.nuance) == holding.returning(engine, self.start)
        moves = {(dm, t) for dm in engine.model.dms for t in engine.moves(dm, self.start)}
        assert page.alone_count == len(moves)
        shown = {(alone.dm, alone.deed.state) for alone in page.alone}
        assert len(shown) == len(page.alone)
        assert shown <= moves
        many = Counter(dm for dm, _ in moves)
        # Twenty a side of each kind are listed at most.
        assert shown == moves or max(many.values()) > 20
        gaining = [alone.gains for alone in page.alone]
        assert gaining == sorted(gaining, reverse=True)
        for alone in page.alone:
            self.move(alone)
        assert page.groups is not None
        assert {(g.members, g.deed.state) for g in page.groups} <= groups(engine, self.start)
        assert len(page.groups) == min(20, len(groups(engine, self.start)))
        self.counted["groups"] += len(page.groups)
        self.elsewhere()
        self.links()
        for table in page.tables:
            self.table(table)
        self.counted[f"rung {page.hold.level}"] += 1

    def versus(self, found: Any, state: int) -> None:
        better = self.engine.model.better
        for dm in self.engine.model.dms:
            sign = better(dm, state, self.start) - better(dm, self.start, state)
            assert found[dm] == {1: "better", 0: "same", -1: "worse"}[sign]

    def move(self, alone: Alone) -> None:
        dm, state = alone.dm, alone.deed.state
        self.versus(alone.versus, state)
        assert alone.gains == self.engine.model.better(dm, state, self.start)
        there = holding.kinds(self.engine, dm, self.start, state) if alone.gains else set()
        assert bool(alone.answer) == bool(there)
        assert bool(alone.why) == (alone.versus[dm] != "same")
        if alone.answer:
            steps = [(step.dm, step.deed.state) for step in alone.steps]
            assert holding.is_answer(self.engine, dm, self.start, state, steps)
            befores = [state, *(after for _, after in steps)]
            for before, step in zip(befores, alone.steps, strict=False):
                gain = holding.is_gain(self.engine, step.dm, before, step.deed.state)
                assert step.gain == gain
            end = steps[-1][1]
            assert alone.end is not None
            self.versus(alone.end, end)
            assert alone.end[dm] != "better"
            assert alone.back == (end == self.start)
            assert alone.again == holding.gains_again(self.engine, dm, self.start, end)
            self.counted["answers"] += 1
        elif alone.gains:
            self.counted["no answer"] += 1
        self.crossed(alone.lines, state)

    def crossed(self, found: tuple[str, ...], state: int) -> None:
        expected = set()
        if self.reference:
            lines = self.reference.crossed(self.engine.model.dms, state)
            expected = {line.split("#")[0] for line in lines}
        assert set(found) == expected

    def elsewhere(self) -> None:
        others = [s for s in self.engine.model.states if s != self.start]
        rungs = Counter(holding.rung(self.engine, s) for s in others)
        assert self.page.elsewhere is not None
        assert list(self.page.elsewhere.counts) == [rungs[k] for k in range(4)]
        for state, level, _ in self.page.elsewhere.states:
            assert level == holding.rung(self.engine, state)

    def links(self) -> None:
        assert self.page.hold is not None
        weakest = self.page.hold.level
        chain = [link for link in self.page.links if link.kind == "move"]
        assert bool(chain) == (weakest < 3)
        if chain:
            assert holding.rung_for(self.engine, chain[0].dm, self.start) == weakest

    def table(self, table: Seated) -> None:
        assert self.reference is not None
        members, reference = table.seats, self.reference
        zone = reference.zone(members, set(), set(), "")
        assert table.zone == len(zone)
        best = reference.efficient(zone, members)
        assert {package.deed.state for package in table.best} <= best
        assert len(table.best) == min(8, len(best))
        for package in table.best:
            self.package(table, package, set())
        self.counted["zones"] += bool(zone)
        sides = {side.way.dms: side for side in table.each_side}
        joint = [(set(side.way.dms), side.package.deed.state) for side in table.joint]
        for dm in members:
            expected = None if zone else reference.of_side(members, dm)
            alone = expected if expected and len(expected[0]) == 1 else None
            assert ((dm,) in sides) == (alone is not None)
            if alone:
                assert sides[dm,].package.deed.state == alone[1]
                self.counted["a side's packages"] += 1
            elif expected:
                assert expected in joint
                self.counted["joint packages"] += 1
        for side in (*table.each_side, *table.joint):
            self.way(table, side)

    def way(self, table: Seated, side: SidePackage) -> None:
        assert self.reference is not None
        state = side.package.deed.state
        crossed = self.reference.crossed(table.seats, state)
        assert set(side.way.ease) == crossed
        assert set(side.way.less) == self.reference.unwilling(table.seats, state)[0]
        self.package(table, side.package, crossed)

    def package(self, table: Seated, package: Package, ease: set[str]) -> None:
        assert self.reference is not None
        state, engine = package.deed.state, self.reference.eased(table.seats, ease).engine
        self.versus(package.versus, state)
        self.crossed(package.lines, state)
        assert package.level == holding.rung(engine, state)
        assert list(package.nuance) == holding.returning(engine, state)
        assert list(package.upset_by_absent) == upset(engine, state, table.absent)
        assert package.groups is not None
        expected = groups(engine, state)
        assert {(g.members, g.deed.state) for g in package.groups} <= expected
        assert len(package.groups) == min(20, len(expected))


def test_a_front_page_says_what_is_so() -> None:
    counted = Counter[str]()
    for seed in range(DRAWN):
        Agreement(drawn(seed), counted).compare()
    seen = ("rung 0", "rung 1", "rung 2", "rung 3", "answers", "no answer", "groups", "zones")
    assert min(counted[key] for key in (*seen, "a side's packages", "joint packages")) > 2, counted


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_2_000_front_pages_say_what_is_so(part: int) -> None:
    for seed in range(part, PROOF, 10):
        Agreement(drawn(DRAWN + seed), Counter()).compare()


def by_options(rng: Random) -> Native:
    """Draw a model in which options have names of their own, and conditions use these alone."""
    ids = [f"o{k}" for k in range(rng.randint(3, 5))]
    makers: dict[str, Native] = {f"dm{k}": {"options": {}} for k in range(rng.randint(2, 3))}
    for place, option in enumerate(ids):
        owner = list(makers)[place % len(makers)]
        makers[owner]["options"][option] = {"direction": rng.choice(["both", "both", "forward"])}

    def wish() -> str:
        first, second = (rng.choice(["", "-"]) + name for name in rng.sample(ids, 2))
        return rng.choice([first, f"{first} & {second}", f"{first} if {second}"])

    for content in makers.values():
        content["preferences"] = [wish() for _ in range(rng.randint(1, 4))]
        content["red_lines"] = [wish() for _ in range(rng.randint(0, 1))]
    return {
        "satumeja": 1,
        "title": "A random conflict",
        "decision_makers": makers,
        "status_quo": {name: rng.random() < 0.3 for name in ids},
        "tables": {"some": {"seats": sorted(rng.sample(sorted(makers), 2))}},
    }


def turned(native: Native) -> tuple[Native, dict[str, str]]:
    """Put the decision makers in another order, under other names."""
    names = {dm: f"x{dm}" for dm in native["decision_makers"]}
    makers = {names[dm]: entry for dm, entry in reversed(native["decision_makers"].items())}
    tables = {"some": {"seats": [names[dm] for dm in native["tables"]["some"]["seats"]]}}
    return native | {"decision_makers": makers, "tables": tables}, names


def summary(page: Front, names: dict[str, str]) -> Any:
    """Give what does not depend on the order of decision makers, theirs renamed."""
    assert page.hold is not None

    def renamed(some: Collection[str]) -> frozenset[str]:
        return frozenset(names[dm] for dm in some)

    def answered(alone: Alone) -> Any:
        end = alone.end and alone.end[alone.dm]
        gains = tuple(sorted(step.gain for step in alone.steps))
        versus = frozenset((names[dm], how) for dm, how in alone.versus.items())
        return names[alone.dm], alone.gains, versus, len(alone.steps), gains, end

    return (
        page.hold.level,
        renamed(page.hold.nuance),
        {(names[s.dm], s.level, s.nuance, s.by_level) for s in page.hold.tempted},
        Counter(answered(alone) for alone in page.alone),
        Counter(renamed(group.members) for group in page.groups or ()),
        {(table.id, table.zone, renamed(table.seats)) for table in page.tables},
        {
            (table.id, renamed(side.way.dms), len(side.way.ease), renamed(side.way.less))
            for table in page.tables
            for side in table.each_side
        },
        page.elsewhere and page.elsewhere.counts,
    )


def test_the_order_and_the_names_of_sides_do_not_matter() -> None:
    for seed in range(60):
        native = by_options(Random(f"order {seed}"))
        other, names = turned(native)
        same = {dm: dm for dm in names.values()}
        assert summary(made(native)[1], names) == summary(made(other)[1], same), seed
