"""Compare the answers about tables with the definitions, model by model.

`compare` counts what it met, so that a run can show that every kind of answer turned up.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from literal import CONCEPTS, OptionForm
from literal.statespace import Native
from random_models import random_graph_model, random_option_model, random_tree, written
from satumeja import formats
from satumeja.model import Model
from satumeja.stability import analyse
from satumeja.table import Deals, Promotion, deals, linkage, openings, threats
from table.reference import Reference, parts

Members = tuple[str, ...]


def drawn(seed: int, *, total: int = 5) -> tuple[Native, int]:
    """Draw a model with red lines and tables, and a start; every fourth in graph form."""
    rng = Random(seed)
    if seed % 4 == 0:
        native = random_graph_model(rng, dms=(2, 4), states=(2, 8))
        return native, rng.randint(1, len(native["states"]))
    native = random_option_model(rng, total=total, dms=(2, 4))
    space = OptionForm(native)
    for content in native["decision_makers"].values():
        if "preferences" not in content and rng.random() < 0.7:
            content.pop("ranking", None)
            content.pop("weights", None)
            depths = rng.choices((0, 1), k=rng.randint(1, 4))
            content["preferences"] = [written(rng, random_tree(rng, space, d)) for d in depths]
        if "preferences" in content:
            del content["preferences"][6:]
            if rng.random() < 0.7:
                _add_threat(rng, space, content)
        if rng.random() < 0.6:
            count = rng.randint(1, 2)
            content["red_lines"] = [_line(rng, space, content) for _ in range(count)]
    ids = list(native["decision_makers"])
    native["tables"] = {
        f"t{k}": {"seats": rng.sample(ids, rng.randint(2, len(ids)))} for k in range(3)
    }
    return native, rng.choice(space.states)


def _line(rng: Random, space: OptionForm, content: Native) -> str:
    """Draw a red line; often what its holder states it does not want."""
    tree = random_tree(rng, space, rng.randint(0, 1))
    text = written(rng, tree)
    if "preferences" in content and rng.random() < 0.6:
        place = rng.randint(0, len(content["preferences"]))
        content["preferences"].insert(place, f"-({text})")
    return text


def _add_threat(rng: Random, space: OptionForm, content: Native) -> None:
    own = [k for k, o in enumerate(space.options) if o.id in content["options"]]
    k, j = rng.choice(own), rng.randrange(len(space.options))
    signs = [rng.choice(["", "-"]) for _ in range(2)]
    text = f"{signs[0]}{k + 1} {rng.choice(['if', 'iff'])} {signs[1]}{j + 1}"
    content["preferences"].insert(rng.randint(0, len(content["preferences"])), text)


def same(what: str, found: object, expected: object) -> None:
    assert found == expected, f"{what}: found {found}, by definition {expected}"


def compare(native: Native, start: int, rng: Random) -> Counter[str]:
    """Compare every answer about one model and one start; count what was met."""
    met = Counter(["models"])
    model = formats.from_dict(native)
    reference = Reference(native, start)
    ids = reference.model.dms
    members = tuple(dm for dm in ids if rng.random() < 0.6) or (ids[0],)
    how, weak = rng.choice(["joint", "sequence"]), rng.random() < 0.5
    found = deals(model, members, start=start, reach=how, weak=weak)  # type: ignore[arg-type]
    met += compare_deals(found, reference, members, how, weak=weak)
    if not reference.is_graph:
        wanting = "" if rng.random() < 0.5 else rng.choice(["1", "-1", "1 | 2"])
        met += compare_openings(model, reference, members, wanting)
        met += compare_linkage(model, reference)
        met += compare_threats(model, reference)
    return met


def compare_deals(
    found: Deals, reference: Reference, members: Members, how: str, *, weak: bool
) -> Counter[str]:
    met = Counter[str]()
    expected = reference.deals(members, how, weak=weak)
    reached = reference.reach(members, how, reference.start)
    same("reach", set(found.reached.tolist()), reached)
    same("deals", found.numbers.tolist(), sorted(expected))
    best = {int(n) for n, good in zip(found.numbers, found.efficient, strict=True) if good}
    same("efficient", best, reference.efficient(expected, members))
    for dm in members if len(members) > 1 else ():
        others = [other for other in members if other != dm]
        alone = {
            s
            for s in reached
            if reference.agreed(
                [reference.likes(o, s, reference.start) for o in others], weak=weak
            )
        }
        same(f"{dm} walks away", set(found.walks_away[dm].tolist()), alone - expected)
    analysis = analyse(found.model)
    data = found.to_json()
    same("listed", [deal["state"] for deal in data["deals"]], sorted(expected))
    for deal in data["deals"]:
        for concept in CONCEPTS:
            everyone = bool(analysis.is_equilibrium(concept)[deal["state"] - 1])
            same(f"{concept} by the engine", deal["holds"][concept], everyone)
        compare_deal(deal, data, reference, members)
        met["deals"] += 1
        met["upset"] += len(deal["upset_by"])
        met["crossing deals"] += str(deal["state"]) in data["red_lines_crossed"]
        changes = [change for some in deal["mended_by"].values() for change in some]
        met["commitments"] += sum("commit" in change for change in changes)
        met["promotions"] += sum("promote" in change for change in changes)
    return met


def compare_deal(
    deal: dict[str, Any], data: dict[str, Any], reference: Reference, members: Members
) -> None:
    state = deal["state"]
    places = {
        dm: reference.place(dm, state) - reference.place(dm, reference.start)
        for dm in reference.model.dms
    }
    same("gains", deal["gains"], {dm: places[dm] for dm in places if dm in members})
    same("others", deal["others"], {dm: places[dm] for dm in places if dm not in members})
    same("holds", deal["holds"], {c: reference.holds(state, c) for c in CONCEPTS})
    free = reference.upsets(state)
    same("who upsets", {(u["dm"], u["concept"]) for u in deal["upset_by"]}, set(free))
    for upset in deal["upset_by"]:
        dm, ways = upset["dm"], free[upset["dm"], upset["concept"]]
        assert upset["to"] in ways, f"{upset} is sanctioned or no improvement"
        assert not any(reference.likes(dm, t, upset["to"]) > 0 for t in ways)
    if not reference.is_graph:
        crossed = sorted(reference.crossed(reference.model.dms, state))
        same("red lines", sorted(data["red_lines_crossed"].get(str(state), [])), crossed)
    for concept, changes in deal["mended_by"].items():
        committed = {(c["dm"], c["commit"], c["value"] == "Y") for c in changes if "commit" in c}
        promoted = {(c["dm"], c["statement"], c["to"]) for c in changes if "promote" in c}
        expected = {
            (dm, _name(reference, k), value)
            for dm, k, value in reference.commitments(state, concept)
        }
        same(f"commitments for {concept}", committed, expected)
        if not reference.is_graph:
            wanted = reference.promotions(state, concept, members)
            same(f"promotions for {concept}", promoted, wanted)


def _name(reference: Reference, option: int) -> str:
    ids = [o.id for o in reference.space.options]
    own = reference.space.options[option]
    return own.id if ids.count(own.id) == 1 else f"{own.dm}.{own.id}"


def compare_openings(
    model: Model, reference: Reference, members: Members, wanting: str
) -> Counter[str]:
    found = openings(model, members, start=reference.start, wanting=wanting)
    zone = reference.zone(members, set(), set(), wanting)
    same("zone", set(found.zone.tolist()), zone)
    same("best", set(found.best.tolist()), reference.efficient(zone, members))
    expected = {} if zone else reference.minimal(members, wanting, concede=False)
    same(
        "openings",
        {frozenset(o.ease): set(o.zone.tolist()) for o in found.openings},
        expected,
    )
    beyond = {}
    if not zone and not expected:
        beyond = reference.minimal(members, wanting, concede=True)
    same(
        "concessions",
        {frozenset((*o.ease, *o.accept_less)): set(o.zone.tolist()) for o in found.concessions},
        beyond,
    )
    for opening in (*found.openings, *found.concessions):
        eased = reference.eased(members, set(opening.ease))
        best = eased.efficient(set(opening.zone.tolist()), members)
        same("best of an opening", set(opening.best.tolist()), best)
        assert opening.holds is not None
        for state, holds in opening.holds.items():
            same("holds once eased", holds, {c: eased.holds(state, c) for c in CONCEPTS})
    plain = openings(model, members, start=reference.start, wanting=wanting, walk_away=False)
    free = {s for s in reference.packages(members, wanting) if not reference.crossed(members, s)}
    same("zone whatever they prefer", set(plain.zone.tolist()), free)
    several = len(found.openings) > 1
    return Counter(
        {
            "zones": bool(zone),
            "openings": len(found.openings),
            "models with several openings": several,
            "openings of several lines": sum(len(o.ease) > 1 for o in found.openings),
            "concessions": len(found.concessions),
        }
    )


def compare_linkage(model: Model, reference: Reference) -> Counter[str]:
    tables = [set(t["seats"]) for t in reference.native["tables"].values()]
    expected = {}
    unions = {frozenset().union(*some) for some in parts(tables) if some}
    for union in unions:
        inside = [table for table in tables if table < union]
        if set().union(*inside) != union:
            continue
        groups = {frozenset().union(*some) for some in parts(inside) if some}
        apart = reference.separate([set(group) for group in groups if group < union])
        linked = reference.track(sorted(union), reference.start) - apart
        if linked:
            expected[union] = linked
    found = linkage(model, start=reference.start)
    same("linkage", {frozenset(k.seats): set(k.packages.tolist()) for k in found}, expected)
    return Counter({"linkages": len(found)})


def compare_threats(model: Model, reference: Reference) -> Counter[str]:
    met = Counter[str]()
    found = threats(model, start=reference.start).threats
    said = reference.conditionals()
    same("threats read", [(t.said.by, t.said.statement) for t in found], [s[:2] for s in said])
    for threat, (by, place, when, then) in zip(found, said, strict=True):
        about = (by, when, then)
        same("kind", threat.kind, reference.kind(*about))
        same("due", threat.due, len(reference.due(*about)))
        same("credible", threat.credible_in, len(reference.credible_in(*about)))
        same("deters", threat.deters, reference.deters(*about))
        same("induces", threat.induces, reference.induces(*about))
        same("compels", threat.compels, reference.compels(*about))
        same("works", threat.works, reference.works(*about))
        same("moves", {(m.to, m.dm) for m in threat.moves}, reference.triggers(*about))
        for move in threat.moves:
            improves = reference.likes(move.dm, move.to, reference.start) > 0
            wanted = [
                c
                for c in ("gmr", "smr", "seq", "sseq")
                if improves and reference.sanctions(move.dm, by, then, move.to, c)
            ]
            same("sanctioned", list(move.sanctioned), wanted)
        assert threat.remedies is not None
        compare_remedies(reference, threat.remedies, about, place, works=threat.works)
        met["threats judged"] += 1
        met[threat.kind] += 1
        for name in ("credible", "deters", "induces", "compels", "works"):
            met[name] += getattr(threat, name)
        met["remedies"] += len(threat.remedies)
        met["pairs of remedies"] += sum(len(remedy) > 1 for remedy in threat.remedies)
    return met


def compare_remedies(
    reference: Reference,
    found: tuple[tuple[Promotion, ...], ...],
    about: tuple[str, Any, Any],
    place: int,
    *,
    works: bool,
) -> None:
    if works:
        same("remedies of what works", found, ())
        return
    by, when = about[:2]
    own = [(by, place, to) for to in range(place - 1, 0, -1)]
    expected = _least(reference, [[change] for change in own], about)
    others: list[list[tuple[str, int, int]]] = []
    owners = reference._owners(when)
    for dm in reference.model.dms:
        listed = reference.native["decision_makers"][dm].get("preferences", [])
        if dm in owners:
            theirs = [[(dm, k, to)] for k in range(2, len(listed) + 1) for to in range(1, k)]
            others += theirs
            expected |= _least(reference, theirs, about)
    pairs = [[change, *other] for change in own for other in others]
    expected = expected or _least(reference, pairs, about)
    same("remedies", {tuple((p.dm, p.statement, p.to) for p in r) for r in found}, expected)


def _least(
    reference: Reference, tried: list[list[tuple[str, int, int]]], about: tuple[str, Any, Any]
) -> set[tuple[tuple[str, int, int], ...]]:
    """Keep those that work and move least."""
    working = []
    for changes in tried:
        other = reference
        for change in changes:
            other = other.promoted(*change)
        if other.works(*about):
            working.append((sum(k - to for _, k, to in changes), tuple(changes)))
    least = min((size for size, _ in working), default=0)
    return {changes for size, changes in working if size == least}
