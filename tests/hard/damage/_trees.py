"""Damage to values that lie in one another, as JSON and YAML have them."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from random import Random
from typing import Any

__all__ = ["ODD", "nodes", "schema_keys", "spoil_tree"]

ODD: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 1, 2, 7, 99, 10**30, -(10**400), 0.5, 1e308, 5e-324),
    *(
        "",
        " ",
        "-",
        "Y",
        "N",
        "?",
        "0",
        "1/0",
        "1e999",
        "nan",
        "x" * 5000,
        "é",
        "\u202e",
        "\ufeff",
    ),
    *("\x00", "\ud800", "a\nb", "a\tb", "a: b", "\u0301", "ﬁ", "²", "İ", "٣"),
    *([], [[]], [1], [None], {}, {"": 1}, {"?": 1}, {"en": "x"}, {" ": {}}, [[[[[]]]]]),
    *(float("inf"), float("nan"), list(range(300))),
)
"""Values that fit almost nowhere."""


def schema_keys(part: Any) -> set[str]:
    """Give every key that a file of a JSON schema may have."""
    if isinstance(part, list):
        return set().union(*map(schema_keys, part))
    if not isinstance(part, dict):
        return set()
    inside = set().union(*(schema_keys(value) for value in part.values()))
    return inside | set(part["properties"]) if "properties" in part else inside


def nodes(file: Any) -> list[tuple[Any, ...]]:
    """Give the way to every value of a file."""
    paths: list[tuple[Any, ...]] = [()]
    rest: list[tuple[tuple[Any, ...], Any]] = [((), file)]
    while rest:
        path, value = rest.pop()
        for step, part in value.items() if isinstance(value, dict) else enumerate(value):
            paths.append((*path, step))
            if isinstance(part, dict | list):
                rest.append(((*path, step), part))
    return paths


def spoil_tree(whole: Any, keys: Sequence[str], odd: Sequence[Any], rng: Random) -> None:
    """Change one place: another value, one from elsewhere, out, twice, deeper, another key."""
    path = rng.choice(nodes(whole))
    if not path:
        return
    holder, step = _at(whole, path[:-1]), path[-1]
    match rng.randrange(9):
        case 0 | 1:
            holder[step] = copy.deepcopy(rng.choice(odd))
        case 2:
            holder[step] = copy.deepcopy(_at(whole, rng.choice(nodes(whole))))
        case 3:
            del holder[step]
        case 4 if isinstance(holder, list):
            holder.extend(copy.deepcopy(holder[step]) for _ in range(rng.choice([1, 1, 1, 40])))
        case 5:
            holder[step] = _deeper(holder[step], rng)
        case 6:
            other = rng.choice(nodes(whole)[1:])
            _swap(whole, path, other)
        case 7 if isinstance(holder[step], str):
            holder[step] = _other_word(holder[step], rng)
        case _ if isinstance(holder, dict):
            holder[rng.choice(keys)] = copy.deepcopy(holder[step])


def _deeper(value: Any, rng: Random) -> Any:
    for _ in range(rng.choice([1, 1, 2, 40, 200])):
        value = [value] if rng.random() < 0.5 else {"a": value}
    return value


def _swap(whole: Any, path: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    shared = min(len(path), len(other))
    if path[:shared] == other[:shared]:  # one lies in the other
        return
    one, two = _at(whole, path[:-1]), _at(whole, other[:-1])
    one[path[-1]], two[other[-1]] = two[other[-1]], one[path[-1]]


def _other_word(word: str, rng: Random) -> str:
    match rng.randrange(5):
        case 0:
            return word.upper()
        case 1:
            return word * rng.choice([2, 50, 2000])
        case 2:
            return word[: rng.randrange(len(word) + 1)]
        case 3:
            return word + rng.choice(
                [" ", "\u00a0", "\u200b", "\u0301", ".", "\n", "\x85", "#", "1"]
            )
        case _:
            return "".join(rng.sample(word, len(word)))


def _at(file: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        file = file[step]
    return file
