"""Seeded random models that state more of preferences than a ranking: marks, edits, pairs."""

from __future__ import annotations

from random import Random
from typing import Any

from literal.statespace import Native, OptionForm, space_of
from random_models import random_classes, random_option_model, random_tree, written

NUMBERS = ["0", "0.3", "1/3", "0.5", "0.7", "1"]


def _marked(rng: Random, statement: Any) -> Any:
    if isinstance(statement, dict) or rng.random() < 0.4:
        return statement
    if rng.random() < 0.2:
        return [statement, *rng.sample(["1", "-1", "2 | -1"], rng.choice([1, 2]))]
    mark = rng.choice(["greatly", "unknown", "degree", "chance"])
    value = rng.choice(NUMBERS) if mark in ("degree", "chance") else rng.random() < 0.8
    return {"statement": statement, mark: value}


def _pairs(rng: Random, space: OptionForm, *, numbered: bool) -> list[list[Any]]:
    """Draw comparisons of single states, and of the two halves that an option makes."""
    found: list[list[Any]] = []
    for _ in range(rng.choice([0, 0, 1, 2])):
        if len(space.states) > 1:
            found.append(list(rng.sample(space.states, 2)))
    place = rng.randrange(len(space.options))
    taken = {v[place] for v in space.vectors}
    if len(taken) == 2 and rng.random() < 0.4:
        bars = "-" * len(space.options)
        found.append([f"{bars[:place]}{y}{bars[place + 1 :]}" for y in rng.sample("YN", 2)])
    rng.shuffle(found)
    return [[*pair, rng.choice(NUMBERS)] for pair in found] if numbered else found


def _edits(rng: Random, space: OptionForm) -> list[Native]:
    count = len(space.options)
    forms = ["".join(rng.choice("YN") for _ in range(count)) for _ in range(2)]
    forms += [space.form(s) for s in rng.sample(space.states, min(3, len(space.states)))]
    edits = []
    for _ in range(rng.choice([0, 1, 3])):
        state, anchor = rng.sample(forms, 2)
        if state.replace("|", "") != anchor.replace("|", ""):
            edits.append({"state": state, rng.choice(["above", "below", "level_with"]): anchor})
    return edits


def random_stated_model(rng: Random) -> Native:
    native = random_option_model(rng, total=5, dms=(2, 3))
    space = OptionForm(native)
    for content in native["decision_makers"].values():
        if "preferences" in content:
            content["preferences"] = [_marked(rng, s) for s in content["preferences"][:6]]
        if "ranking" not in content:
            content["adjust"] = _edits(rng, space)
        content["unknown"] = _pairs(rng, space, numbered=False)
        content["degrees"] = _pairs(rng, space, numbered=True)
        content["chances"] = _pairs(rng, space, numbered=True)[:1]
    return native


def _where(rng: Random, space: OptionForm) -> str:
    if rng.random() < 0.5:
        return written(rng, random_tree(rng, space, 1))
    return "".join(rng.choice("YN---") for _ in space.options)


def random_bound_model(rng: Random) -> Native:
    """Draw a model whose moves follow from more than whose options change."""
    native = random_option_model(rng, total=6, dms=(2, 4))
    makers = native["decision_makers"]
    for name, content in makers.items():
        others = [f"{dm}.{o}" for dm, c in makers.items() if dm != name for o in c["options"]]
        if rng.random() < 0.4:
            content["shares"] = rng.sample(others, min(len(others), rng.randint(1, 2)))
        if rng.random() < 0.2:
            content["unseen"] = [_where(rng, OptionForm(native))]
    native["irreversible"] = [
        {"from": _where(rng, OptionForm(native)), "to": _where(rng, OptionForm(native))}
        | ({"by": rng.sample(list(makers), 1)} if rng.random() < 0.4 else {})
        for _ in range(rng.choice([0, 1, 1, 2]))
    ]
    return native


def _grouping(rng: Random, space: OptionForm) -> str:
    """Draw what coalesces: options that stand so, mostly those of one decision maker."""
    places = rng.sample(range(len(space.options)), min(len(space.options), rng.randint(1, 2)))
    named = (f"{space.options[k].dm}.{space.options[k].id}" for k in places)
    return " & ".join(f"{rng.choice(['', '-'])}{name}" for name in named)


def random_coalesced_model(rng: Random) -> Native:
    """Draw a model that coalesces states, and in which nobody tells their members apart."""
    native = random_bound_model(rng) if rng.random() < 0.5 else random_option_model(rng, total=6)
    space = OptionForm(native)
    groups = [_grouping(rng, space) for _ in range(rng.choice([1, 1, 2, 3]))]
    native["coalesce"] = [
        group if rng.random() < 0.7 else {"when": group, "because": "Nobody can tell"}
        for group in groups
    ]
    outside = " & ".join(f"-({group})" for group in groups)
    count = len(space_of(native).states)
    for content in native["decision_makers"].values():
        content.pop("unseen", None)
        if "ranking" in content and rng.random() < 0.7:
            content["ranking"] = random_classes(rng, list(range(1, count + 1)))
            continue
        for kind in ("ranking", "weights", "preferences"):
            content.pop(kind, None)
        statements = [written(rng, random_tree(rng, space, 2)) for _ in range(rng.randint(1, 4))]
        content["preferences"] = [
            f"({statement}) {rng.choice(['&', 'if'])} ({outside})" for statement in statements
        ]
        if rng.random() < 0.3:
            content["unseen"] = [f"({_grouping(rng, space)}) & {outside}"]
        if rng.random() < 0.4:
            content["preferences"].insert(0, rng.choice(groups) if len(groups) == 1 else outside)
    native["status_quo"] = rng.choice([space.form(number) for number in space.states])
    return native
