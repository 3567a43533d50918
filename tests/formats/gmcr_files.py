"""Seeded random .gmcr files of both dialects, and what they mean by the literal definitions.

`meaning` shares no code with the reader: states are sets of options that are taken.
"""

from __future__ import annotations

import json
from itertools import combinations
from random import Random
from typing import Any

from literal import LiteralModel
from literal.model import Scores

File = dict[str, Any]
State = frozenset[int]

NAMES = ("Talk", "Build the dam", "if", "2 wells", "", "Talk", "Bendungan é", "<b>&amp;</b>", "🕊")
DIRECTIONS = ("both", "both", "fwd", "back")
REVERSIBLE = {"both": "reversible", "fwd": "forward", "back": "backward"}

PLUS: File = {
    "options": [
        {"name": "Build", "permittedDirection": "fwd"},
        {"name": "Sue", "permittedDirection": "both"},
        {"name": "Pay", "permittedDirection": "back"},
    ],
    "decisionMakers": [
        {
            "name": "Downstream",
            "options": [1, 2],
            "preferences": [
                [[0, "N"]],
                {"compound": True, "members": [[[1, "Y"]], [[0, "N"], [2, "N"]]]},
            ],
            "preferenceRanking": [],
            "payoffs": [3, 1],
        },
        {
            "name": "Upstream",
            "options": [0],
            "preferences": [[[0, "Y"]], [[1, "N"]]],
            "preferenceRanking": [1, [2, 3], 4, 5, 6],
        },
    ],
    "infeasibles": [[[1, "Y"], [2, "Y"]]],
    "useManualPreferenceRanking": False,
    "coalitions": [0, [1]],
    "coalitionsFull": [{"name": "Downstream"}],
    "program": "GMCR+",
    "version": "0.4",
}
"""States by decimal, Sue Pay | Build: 1 NN|N, 2 YN|N, 3 NY|N, 4 NN|Y, 5 YN|Y, 6 NY|Y."""

TITLED: File = {
    "title": "The dam",
    "options": [
        {"name": "Build", "reversible": "forward"},
        {"name": "Sue", "reversible": "reversible"},
        {"name": "Pay", "reversible": "backward"},
    ],
    "decisionMakers": [
        {"name": "Downstream", "options": [1, 2]},
        {"name": "Upstream", "options": [0]},
    ],
    "infeasibles": [
        {
            "name": "Moot",
            "state": [{"option": 0, "yn": "N"}, {"option": 2, "yn": "Y"}],
        }
    ],
    "mutexes": [[1, 2]],
}


def as_text(file: File) -> str:
    """Write a file as such files are written: JSON."""
    return json.dumps(file, ensure_ascii=False, indent=1)


def random_blind(rng: Random) -> File:
    """Draw a file of GMCR+ in which some see only some of the states."""
    return random_plus(rng, program="blind")


def random_plus(rng: Random, program: str = "GMCR+") -> File:
    """Draw a file of GMCR+, with at least one feasible state."""
    count = rng.randint(2, 6)
    file: File = {
        "options": [
            {"name": rng.choice(NAMES), "permittedDirection": rng.choice(DIRECTIONS)}
            for _ in range(count)
        ],
        "decisionMakers": [
            {"name": rng.choice(["A", "B", "<i>C</i>", "", "not"]), "options": own}
            for own in _shared_out(rng, count)
        ],
        "infeasibles": [],
        "program": program,
    }
    for _ in range(rng.randint(0, 3)):
        more = [*file["infeasibles"], _random_condition(rng, count)]
        if feasible(file | {"infeasibles": more}):
            file["infeasibles"] = more
    numbers = list(range(1, 1 + len(feasible(file))))
    old = rng.random() < 0.3
    flag = f"useManualPreference{'Vectors' if old else 'Ranking'}"
    file[flag] = rng.random() < 0.4
    for maker in file["decisionMakers"]:
        maker["preferences"] = _random_statements(rng, count)
        stale = [] if rng.random() < 0.5 else [7, 7, 900]
        ranking = _random_ranking(rng, numbers) if file[flag] else stale
        maker["preferenceVector" if old else "preferenceRanking"] = ranking
        if file["program"] == "blind":
            maker["misperceptions"] = [_random_condition(rng, count)] * rng.randint(0, 1)
    return file


def random_titled(rng: Random) -> File:
    """Draw a file of the dialect with a title."""
    plus = random_plus(rng)
    plain = [condition for condition in plus["infeasibles"] if isinstance(condition, list)]
    file: File = {
        "title": rng.choice(["", "The dam", "<script>"]),
        "options": [
            {"name": o["name"], "reversible": REVERSIBLE[o["permittedDirection"]]}
            for o in plus["options"]
        ],
        "decisionMakers": [
            {"name": m["name"], "options": m["options"]} for m in plus["decisionMakers"]
        ],
        "infeasibles": [
            {"name": rng.choice(NAMES), "state": [{"option": k, "yn": yn} for k, yn in condition]}
            for condition in plain
        ],
    }
    mutex = rng.sample(range(len(file["options"])), 2)
    if rng.random() < 0.5 and feasible(file | {"mutexes": [mutex]}):
        file["mutexes"] = [mutex]
    return file


def _shared_out(rng: Random, count: int) -> list[list[int]]:
    order = rng.sample(range(count), count)
    cuts = sorted(rng.choices(range(count + 1), k=rng.randint(1, 3)))
    ends = zip([0, *cuts], [*cuts, count], strict=True)
    return [order[first:last] for first, last in ends]


def _random_pattern(rng: Random, count: int) -> list[list[Any]]:
    chosen = rng.sample(range(count), rng.randint(1, min(3, count)))
    return [[k, rng.choice("YN")] for k in chosen]


def _random_condition(rng: Random, count: int) -> Any:
    if rng.random() < 0.7:
        return _random_pattern(rng, count)
    members = [_random_pattern(rng, count) for _ in range(rng.randint(1, 3))]
    return {"compound": True, "members": members}


def _random_statements(rng: Random, count: int) -> list[Any]:
    drawn = [_random_condition(rng, count) for _ in range(rng.randint(0, 6))]
    return drawn + rng.sample(drawn, min(len(drawn), rng.randint(0, 2)))


def _random_ranking(rng: Random, numbers: list[int]) -> list[Any]:
    classes: list[Any] = []
    for number in rng.sample(numbers, len(numbers)):
        if classes and rng.random() < 0.3:
            last = classes.pop()
            classes.append([*last, number] if isinstance(last, list) else [last, number])
        else:
            classes.append(number)
    return classes


# -- what a file means -------------------------------------------------------------------


def _fits(condition: Any, state: State) -> bool:
    if isinstance(condition, dict) and "state" in condition:
        condition = [[item["option"], item["yn"]] for item in condition["state"]]
    if isinstance(condition, dict):
        return any(_fits(member, state) for member in condition["members"])
    return all((option in state) == (letter == "Y") for option, letter in condition)


def feasible(file: File) -> list[State]:
    """Give the feasible states in the order of their numbers."""
    order = [option for maker in file["decisionMakers"] for option in maker["options"]]
    place = {option: k for k, option in enumerate(order)}
    sizes = range(len(order) + 1)
    every = [frozenset(taken) for size in sizes for taken in combinations(order, size)]
    every.sort(key=lambda state: sum(2 ** place[option] for option in state))
    return [
        state
        for state in every
        if not any(_fits(condition, state) for condition in file["infeasibles"])
        and not any(len(state & set(mutex)) > 1 for mutex in file.get("mutexes", []))
    ]


def meaning(file: File) -> LiteralModel:
    """Give the conflict a file states, decision makers named by their place."""
    states = feasible(file)
    numbers = {state: k for k, state in enumerate(states, 1)}
    makers = {f"{k}": maker for k, maker in enumerate(file["decisionMakers"])}
    return LiteralModel(
        dms=list(makers),
        states=list(numbers.values()),
        moves={
            dm: {
                numbers[s]: {numbers[q] for q in states if q != s and _can_move(file, maker, s, q)}
                for s in states
            }
            for dm, maker in makers.items()
        },
        prefers={dm: _scores(file, maker, numbers) for dm, maker in makers.items()},
    )


def _can_move(file: File, maker: File, s: State, q: State) -> bool:
    if any(_fits(blind, end) for blind in maker.get("misperceptions", []) for end in (s, q)):
        return False
    changed = s ^ q
    forbidden = {"fwd": "back", "forward": "back", "back": "fwd", "backward": "fwd"}
    for option in changed:
        stated = file["options"][option]
        direction = stated.get("permittedDirection") or stated["reversible"]
        if forbidden.get(direction) == ("fwd" if option in q else "back"):
            return False
    return changed <= set(maker["options"])


def _scores(file: File, maker: File, numbers: dict[State, int]) -> Scores:
    if file.get("useManualPreferenceRanking", file.get("useManualPreferenceVectors")):
        ranking = maker.get("preferenceRanking") or maker["preferenceVector"]
        classes = [entry if isinstance(entry, list) else [entry] for entry in ranking]
        return {s: -place for place, ties in enumerate(classes) for s in ties}
    statements = [json.dumps(statement) for statement in maker.get("preferences", [])]
    weighed = [json.loads(text) for text in dict.fromkeys(statements)]
    return {
        number: sum(
            2 ** (len(weighed) - k) for k, wanted in enumerate(weighed, 1) if _fits(wanted, state)
        )
        for state, number in numbers.items()
    }
