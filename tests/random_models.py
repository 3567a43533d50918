"""Seeded random models in the native format, as loaded: dicts, lists, strings, numbers.

Every way a model can be stated should turn up in a few hundred of them: ties, every kind
of infeasibility, one-way options, statements, rankings, weights, all spellings of a
condition and of a state; in graph form intransitive moves, arcs several decision makers
share, one-way arcs and states nobody can leave.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, product
from random import Random
from typing import Any

import yaml

from literal.conditions import LOOSEST_FIRST, Tree
from literal.statespace import Native, OptionForm

SPELLINGS = {
    "not": ("-", "not "),
    "&": ("&", "and"),
    "|": ("|", "or"),
    "if": ("if", "IF"),
    "iff": ("iff", "IFF"),
}
STATE = re.compile(r"[YN-][YN|-]*")


def random_option_model(
    rng: Random,
    *,
    dms: tuple[int, int] = (2, 5),
    options: tuple[int, int] = (1, 4),
    total: int | tuple[int, int] = 9,
    rules: tuple[int, int] = (0, 4),
) -> Native:
    """Draw an option-form model with at least one feasible state.

    dms, options (of one decision maker) and rules are (fewest, most); total is the most
    options there may be in all, drawn from 2 or from its own fewest on.
    """
    counts = [rng.randint(*options) for _ in range(rng.randint(*dms))]
    least, most = (2, total) if isinstance(total, int) else total
    limit = max(len(counts), rng.randint(least, most))
    while sum(counts) > limit:
        k = rng.randrange(len(counts))
        counts[k] = max(1, counts[k] - 1)
    native: Native = {
        "satumeja": 1,
        "title": "A random conflict",
        "decision_makers": {f"dm{k}": {"options": {}} for k in range(len(counts))},
    }
    shared_names = rng.random() < 0.3
    for k, count in enumerate(counts):
        first = 0 if shared_names else sum(counts[:k])
        native["decision_makers"][f"dm{k}"]["options"] = {
            f"o{first + j}": _random_option(rng) for j in range(count)
        }
    _add_rules(rng, native, rng.randint(*rules))
    space = OptionForm(native)
    for content in native["decision_makers"].values():
        kind = rng.choice(["preferences", "ranking", "weights"])
        content[kind] = PREFERENCES[kind](rng, space)
    if rng.random() < 0.9:
        native["status_quo"] = _random_status_quo(rng, space)
    return native


def random_stated_model(
    rng: Random,
    *,
    dms: tuple[int, int] = (4, 6),
    statements: tuple[int, int] = (10, 12),
    total: int = 7,
) -> Native:
    """Draw a model in option form of many decision makers, each of many statements.

    dms and statements (of each decision maker) are (fewest, most); total is the most options
    there may be in all. No statement is of constants alone, so most of them tell states apart.
    """
    native = random_option_model(rng, dms=dms, options=(1, 3), total=(6, total), rules=(0, 3))
    space = OptionForm(native)
    for content in native["decision_makers"].values():
        for kind in PREFERENCES:
            content.pop(kind, None)
        content["preferences"] = [
            _as_loaded(written(rng, random_tree(rng, space, rng.choice([1, 1, 2]))))
            for _ in range(rng.randint(*statements))
        ]
    return native


def _random_option(rng: Random) -> Native:
    option: Native = {"name": rng.choice(["Act", {"en": "Act", "id": "Bertindak"}])}
    direction = rng.choice([None, None, None, "both", "forward", "back"])
    return option | ({"direction": direction} if direction else {})


def _add_rules(rng: Random, native: Native, count: int) -> None:
    space = OptionForm(native)
    kept: list[Any] = []
    for _ in range(count):
        rule = RULES[rng.choice(list(RULES))](rng, space)
        if OptionForm(native | {"infeasible": [*kept, rule]}).states:
            kept.append(rule)
    if kept:
        native["infeasible"] = kept


def _random_name(rng: Random, space: OptionForm) -> str:
    k = rng.randrange(len(space.options))
    return rng.choice([name for name, place in space.names.items() if place == k])


def _some_names(rng: Random, space: OptionForm) -> list[Any]:
    size = rng.randint(1, min(3, len(space.options)))
    chosen = rng.sample(range(len(space.options)), size)
    names = {k: [n for n, place in space.names.items() if place == k] for k in chosen}
    return [_as_loaded(rng.choice(names[k])) for k in chosen]


def _as_loaded(condition: str) -> str | int:
    """Give what a YAML reader makes of an unquoted condition such as -3."""
    return int(condition) if re.fullmatch(r"-?\d+", condition) else condition


def random_tree(rng: Random, space: OptionForm, depth: int) -> Tree:
    """Draw a condition of at most the given depth."""
    if depth == 0 or rng.random() < 0.3:
        return ("option", _random_name(rng, space))
    operator = rng.choice(["not", *LOOSEST_FIRST])
    parts = 1 if operator == "not" else 2
    return (operator, *(random_tree(rng, space, depth - 1) for _ in range(parts)))


def written(rng: Random, tree: Tree) -> str:
    """Write a condition, in any of its spellings, with few parentheses more than it needs."""
    operator, *parts = tree
    if operator == "option":
        return str(parts[0])
    texts = []
    for side, part in enumerate(parts):
        text = written(rng, part) if isinstance(part, tuple) else part
        needed = _tightness(part) < _tightness(tree) + (side == 1)
        texts.append(f"({text})" if needed or rng.random() < 0.1 else text)
    sign = rng.choice(SPELLINGS[str(operator)])
    if len(texts) == 1:
        return sign + texts[0]
    gap = "" if sign in ("&", "|") and rng.random() < 0.3 else " "
    return f"{texts[0]}{gap}{sign}{gap}{texts[1]}"


def _tightness(tree: str | Tree) -> int:
    order = (*LOOSEST_FIRST, "not", "option")
    return order.index(str(tree[0]))


def _condition(rng: Random, space: OptionForm) -> str | int:
    return _as_loaded(written(rng, random_tree(rng, space, rng.randint(0, 3))))


def _pattern(rng: Random, space: OptionForm) -> Native:
    letters = [rng.choice("YN---") for _ in space.options]
    letters[rng.randrange(len(letters))] = rng.choice("YN")
    rest = iter(letters)
    sizes = [len(content["options"]) for content in space.native["decision_makers"].values()]
    return {"pattern": "|".join("".join(islice(rest, size)) for size in sizes)}


RULES: dict[str, Callable[[Random, OptionForm], Any]] = {
    "condition": _condition,
    "at_most_one": lambda rng, space: {"at_most_one": _some_names(rng, space)},
    "at_least_one": lambda rng, space: {"at_least_one": _some_names(rng, space)},
    "requires": lambda rng, space: {
        "requires": {"if": _condition(rng, space), "then": _condition(rng, space)}
    },
    "pattern": _pattern,
}


def _random_preferences(rng: Random, space: OptionForm) -> list[Any]:
    statements: list[Any] = []
    for _ in range(rng.choice([1, 2, 3, 4, 5, 6, 7, 80])):
        statement = _condition(rng, space)
        if rng.random() < 0.3:
            statements.append({"statement": statement, "because": "It is in their interest"})
        else:
            statements.append(statement)
    return statements


def random_classes(rng: Random, states: list[Any]) -> list[list[Any]]:
    """Draw a weak order: from one class for all to one class each."""
    order = rng.sample(states, len(states))
    most = rng.choice([1, 3, len(states)])
    places = [rng.randrange(most) for _ in order]
    if rng.random() < 0.4:
        places = list(range(len(order)))
    return [
        [s for s, place in zip(order, places, strict=True) if place == taken]
        for taken in sorted(set(places))
    ]


def _random_ranking(rng: Random, space: OptionForm) -> list[list[Any]]:
    in_form = rng.choice([0.0, 0.0, 0.5, 1.0])
    return random_classes(
        rng, [space.form(s) if rng.random() < in_form else s for s in space.states]
    )


def _random_weights(rng: Random, space: OptionForm) -> Native:
    values: list[float] = rng.choice([[-2, -1, 0, 1, 2], [-7, -3, 5, 9], [0.1, 0.2, 0.3, -0.7]])
    return {str(name): rng.choice(values) for name in _some_names(rng, space)}


PREFERENCES: dict[str, Callable[[Random, OptionForm], Any]] = {
    "preferences": _random_preferences,
    "ranking": _random_ranking,
    "weights": _random_weights,
}


def _random_status_quo(rng: Random, space: OptionForm) -> Any:
    number = rng.choice(space.states)
    values = zip(space.options, space.vectors[number - 1], strict=True)
    mapping = {f"{option.dm}.{option.id}": yes for option, yes in values}
    return rng.choice([number, space.form(number), mapping])


def random_graph_model(
    rng: Random, *, dms: tuple[int, int] = (2, 5), states: tuple[int, int] = (2, 10)
) -> Native:
    """Draw a graph-form model; its arcs follow no rule, so neither are they transitive."""
    count = rng.randint(*states)
    names = [f"s{k}" for k in range(1, count + 1)]
    pairs = [(a, b) for a in names for b in names if a != b]
    common = [pair for pair in pairs if rng.random() < rng.choice([0.0, 0.1])]
    no_way_out = {s for s in names if rng.random() < 0.1}
    native: Native = {
        "satumeja": 1,
        "title": "A random graph",
        "states": [rng.choice([s, {"id": s, "name": f"State {s}"}]) for s in names],
        "decision_makers": {},
    }
    for k in range(rng.randint(*dms)):
        density = rng.choice([0.1, 0.2, 0.3, 0.6])
        moves = [p for p in pairs if (p in common or rng.random() < density)]
        native["decision_makers"][f"dm{k}"] = {
            "moves": [list(pair) for pair in moves if pair[0] not in no_way_out],
            "ranking": random_classes(rng, names),
        }
    if rng.random() < 0.9:
        native["status_quo"] = rng.choice(names)
    return native


def two_by_two_games() -> Iterator[Native]:
    """Give all 5,625 games of two decision makers with one option and a weak order each."""
    orders = list(weak_orders([1, 2, 3, 4]))
    for row, col in product(orders, orders):
        yield {
            "satumeja": 1,
            "title": "A 2x2 game",
            "decision_makers": {
                "row": {"options": {"a": {"name": "A"}}, "ranking": row},
                "col": {"options": {"b": {"name": "B"}}, "ranking": col},
            },
        }


def weak_orders(states: list[int]) -> Iterator[list[list[int]]]:
    """Give every weak order of the states, each as its classes from the best down."""
    if not states:
        yield []
    for chosen in product((True, False), repeat=len(states)):
        if any(chosen):
            best = [s for s, c in zip(states, chosen, strict=True) if c]
            others = [s for s, c in zip(states, chosen, strict=True) if not c]
            for order in weak_orders(others):
                yield [best, *order]


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _quoted_states(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if STATE.fullmatch(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _quoted_states)


def to_yaml(native: Native) -> str:
    """Write a model as its native file."""
    return yaml.dump(native, Dumper=_Dumper, sort_keys=False, allow_unicode=True)
