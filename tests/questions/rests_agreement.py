"""Compare what answers rest on with every single change, made in the file, model by model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import permutations, product
from math import factorial, prod
from random import Random
from typing import Any

from literal import CONCEPTS
from literal.statespace import Native
from satumeja import formats
from satumeja.questions import Answer, Change, rests_on
from table.agreement import drawn as drawn_table
from table.agreement import same
from table.reference import Reference

Key = tuple[str, str, int, str]
"""Kind of assumption, whose, its place, and the way it is changed."""


def drawn(seed: int) -> tuple[Native, int]:
    """Draw a small model whose lists are short, and a start."""
    native, start = drawn_table(seed, total=4)
    for content in native["decision_makers"].values():
        if "preferences" in content:
            del content["preferences"][3:]
    return native, start


def answers(native: Native, start: int, names: dict[Any, int]) -> set[Answer]:
    """Give all answers of a model, its states named as in another one."""
    reference = Reference(native, start)
    vectors = dict(enumerate(_names(reference), start=1))
    named = {s: names[vectors[s]] for s in reference.model.states if vectors[s] in names}
    found = {
        Answer("equilibrium", state=named[s], concept=concept)
        for s in named
        for concept in CONCEPTS
        if reference.holds(s, concept)
    }
    for table, content in native.get("tables", {}).items():
        members = [dm for dm in reference.model.dms if dm in content["seats"]]
        deals = reference.deals(members, "joint", weak=False)
        found |= {Answer("deal", state=named[s], table=table) for s in deals if s in named}
        if not deals:
            found.add(Answer("no_deal", table=table))
        if not reference.zone(members, set(), set(), ""):
            ways = reference.minimal(members, "", concede=False)
            found |= {
                Answer("opening", table=table, ease=_in_order(native, ease)) for ease in ways
            }
    return found


def _names(reference: Reference) -> list[Any]:
    return reference.model.states if reference.is_graph else reference.space.vectors


def _in_order(native: Native, ease: frozenset[str]) -> tuple[str, ...]:
    lines = [
        f"{dm}#{k}"
        for dm, content in native["decision_makers"].items()
        for k in range(1, len(content.get("red_lines", [])) + 1)
    ]
    return tuple(line for line in lines if line in ease)


def changed(native: Native) -> Iterator[tuple[Key, int, Native]]:
    """Give every single change: what and how, by how many places, and the model after it."""
    makers = native["decision_makers"]
    for dm, content in makers.items():
        listed = content.get("preferences")
        if listed is not None:
            for k, to in product(range(len(listed)), range(len(listed))):
                if k != to:
                    other = deepcopy(native)
                    lines = other["decision_makers"][dm]["preferences"]
                    lines.insert(to, lines.pop(k))
                    yield ("statement", dm, k + 1, "up" if to < k else "down"), abs(to - k), other
            for k in range(len(listed)):
                other = deepcopy(native)
                del other["decision_makers"][dm]["preferences"][k]
                yield ("statement", dm, k + 1, "removed"), 0, other
        else:
            yield from _swapped(native, dm)
        for k in range(len(content.get("red_lines", []))):
            other = deepcopy(native)
            other["decision_makers"][dm]["red_lines"][k] = "1 & -1"  # crossed by nothing
            yield ("red_line", dm, k + 1, "removed"), 0, other
    if not any("ranking" in content for content in makers.values()):
        for k in range(len(native.get("infeasible", []))):
            other = deepcopy(native)
            del other["infeasible"][k]
            yield ("rule", "", k + 1, "removed"), 0, other


def _swapped(native: Native, dm: str) -> Iterator[tuple[Key, int, Native]]:
    scores = Reference(native, 1).model.prefers[dm]
    assert isinstance(scores, dict)
    ids = native.get("states")
    name = {s: s if ids is None else _id(ids[s - 1]) for s in scores}
    classes = [
        [name[s] for s in scores if scores[s] == score]
        for score in sorted(set(scores.values()), reverse=True)
    ]
    for k in range(len(classes) - 1):
        other = deepcopy(native)
        content = other["decision_makers"][dm]
        content.pop("weights", None)
        content["ranking"] = [*classes[:k], classes[k + 1], classes[k], *classes[k + 2 :]]
        yield ("ranking", dm, k + 1, "swapped"), 0, other


def _id(state: Any) -> str:
    return str(state["id"]) if isinstance(state, dict) else state


def orders(native: Native) -> Iterator[Native]:
    """Give the model with the statements of everybody in every order."""
    lists = {
        dm: content["preferences"]
        for dm, content in native["decision_makers"].items()
        if len(content.get("preferences", [])) > 1
    }
    for chosen in product(*(list(permutations(listed)) for listed in lists.values())):
        other = deepcopy(native)
        for dm, order in zip(lists, chosen, strict=True):
            other["decision_makers"][dm]["preferences"] = list(order)
        yield other


def compare(native: Native, start: int, rng: Random) -> Counter[str]:
    """Compare all flips, and now and then all shares, of one model."""
    found = rests_on(formats.from_dict(native), start=start)
    reference = Reference(native, start)
    names = {name: s for s, name in enumerate(_names(reference), start=1)}
    before = answers(native, start, names)
    same("answers", {standing.answer for standing in found.standings}, before)
    expected: dict[Answer, dict[Key, int]] = {answer: {} for answer in before}
    for key, places, other in changed(native):
        there = Reference(other, 1)
        begin = _names(there).index(_names(reference)[start - 1]) + 1
        for answer in before - answers(other, begin, names):
            least = expected[answer].get(key, places)
            expected[answer][key] = min(least, places)
    for standing in found.standings:
        flips = {_key(change): change.places for change in standing.flips}
        same(f"flips of {standing.answer}", flips, expected[standing.answer])
        thin = [change.assumption.thinness for change in standing.flips]
        same("the thinnest first", thin, sorted(thin))
    met = Counter({"models": 1, "answers": len(before)})
    met["flips"] = sum(len(flips) for flips in expected.values())
    met["openings that rest on something"] = sum(
        bool(flips) for answer, flips in expected.items() if answer.kind == "opening"
    )
    lists = [len(c.get("preferences", [])) for c in native["decision_makers"].values()]
    every = prod(factorial(count) for count in lists if count > 1)
    if 1 < every <= 72 and rng.random() < 0.2:
        met += compare_shares(native, start, names)
    return met


def compare_shares(native: Native, start: int, names: dict[Any, int]) -> Counter[str]:
    found = rests_on(formats.from_dict(native), start=start, samples=1000)
    stands, count = Counter[Answer](), 0
    for other in orders(native):
        stands.update(answers(other, start, names))
        count += 1
    assert found.exact
    for standing in found.standings:
        if standing.of == count:
            same(f"orders for {standing.answer}", standing.stands, stands[standing.answer])
    return Counter({"shares": len(found.standings)})


def _key(change: Change) -> Key:
    about = change.assumption
    return about.kind, about.dm, about.place, change.way


def drawn_for_pairs(seed: int) -> tuple[Native, int]:
    """Draw a model of two decision makers in option form, who state preferences or not."""
    while True:
        native, start = drawn(seed)
        if len(native["decision_makers"]) == 2 and "states" not in native:
            return native, start
        seed += 1_000_003


def compare_pairs(native: Native, start: int) -> Counter[str]:
    """Compare the smallest pairs of changes that flip what no single change does."""
    found = rests_on(formats.from_dict(native), start=start, samples=1)
    reference = Reference(native, start)
    names = {name: s for s, name in enumerate(_names(reference), start=1)}
    robust = [s for s in found.standings if not s.flips and s.answer.kind != "opening"]
    expected: dict[Answer, dict[tuple[Key, int, Key, int], int]] = {s.answer: {} for s in robust}
    for keys, cost, other in _twice(native) if robust else ():
        gone = set(expected) - answers(other, start, names)
        for answer in gone:
            expected[answer][keys] = cost
    for standing in robust:
        flips = expected[standing.answer]
        least = {keys for keys, cost in flips.items() if cost == min(flips.values())}
        pairs = {(_key(one), one.places, _key(two), two.places) for one, two in standing.pairs}
        same(f"pairs for {standing.answer}", pairs, least)
    flipped = sum(bool(standing.pairs) for standing in robust)
    return Counter({"robust answers": len(robust), "flipped by two": flipped})


def _twice(native: Native) -> Iterator[tuple[tuple[Key, int, Key, int], int, Native]]:
    singles = [
        (dm, k, way, places)
        for dm, content in native["decision_makers"].items()
        for k in range(len(content.get("preferences", [])))
        for way, places in (
            ("removed", 0),
            *(("up", n) for n in range(1, k + 1)),
            *(("down", n) for n in range(1, len(content["preferences"]) - k)),
        )
    ]
    for n, one in enumerate(singles):
        for two in singles[n + 1 :]:
            if one[:2] == two[:2]:
                continue
            other = deepcopy(native)
            lists = {
                dm: list(enumerate(content.get("preferences", [])))
                for dm, content in other["decision_makers"].items()
            }
            if all(_move(lists[dm], k, way, places) for dm, k, way, places in (one, two)):
                for dm, listed in lists.items():
                    if "preferences" in other["decision_makers"][dm]:
                        said = [statement for _, statement in listed]
                        other["decision_makers"][dm]["preferences"] = said
                keys = [("statement", dm, k + 1, way) for dm, k, way, _ in (one, two)]
                cost = max(one[3], 1) + max(two[3], 1)
                yield (keys[0], one[3], keys[1], two[3]), cost, other


def _move(listed: list[tuple[int, Any]], k: int, way: str, places: int) -> bool:
    at = next(place for place, (name, _) in enumerate(listed) if name == k)
    statement = listed.pop(at)
    if way == "removed":
        return True
    to = at + (places if way == "down" else -places)
    listed.insert(max(to, 0), statement)
    return 0 <= to < len(listed)
