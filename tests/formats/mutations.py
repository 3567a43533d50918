"""Sound model files, spoilt at random."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from itertools import chain
from random import Random
from typing import Any

from formats.samples import ASKED, BORDER, GRAPH, LEVELS, PLANT, RULED, SHADES
from satumeja.formats import json_schema
from satumeja.formats.trees._nodes import data
from satumeja.formats.trees._yaml import read_yaml

PIECES = (
    *("\n", " ", "  ", "\t", ":", ": ", "- ", ",", "[", "]", "{", "}", '"', "'", "\\", "#", "|"),
    *("&", "*", "!", "%", "@", "`", "?", ">", "<<", "---\n", "...\n", "~", "null", "-", "(", ")"),
    *("0", "1", "-1", "1e9", "9" * 30, "1/0", ".inf", "Y", "N", "YN|NY", "yes", "true", "iff"),
    *("not", "if", "talk", "us.arm", "en", "id", "name", "options", "ranking", "states", "moves"),
    *(
        "preferences",
        "weights",
        "when",
        "coalesce:\n  - talk\n",
        "é",
        "ﬁ",
        "²",
        "\u0301",
        "\u2028",
        "\x85",
        "\ufeff",
        "\x00",
    ),
    *(" > ", " >> ", " = ", "[1, 2]", "[1, 2, 0.5]", "Y-|-", "positive", "threshold", "chances"),
    *("\ud800", "\U0001f54a", "infeasible:\n  - talk | -talk\n", "status_quo: 3\n", "\\u0000"),
)
SAMPLES = (ASKED, BORDER, GRAPH, LEVELS, PLANT, RULED, SHADES)
TREES = tuple(data(read_yaml(sample, "m.yaml")) for sample in SAMPLES)
SOUND = {"m.yaml": SAMPLES, "m.json": tuple(json.dumps(tree, indent=1) for tree in TREES)}
ODD: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        0,
        1,
        2,
        99,
        10**30,
        0.5,
        "",
        "Y",
        "-",
        "YN|N",
        "-|NNY|-",
        "abandon",
        "both",
    ),
    *([], [[]], [1], ["talk", "talk"], [["row", "col"]], {}, {"?": 1}, {"en": "x"}, {"when": "1"}),
    {"statement": "talk"},
    {"id": "s", "name": {"en": "S"}},
)


def schema_keys(part: Any) -> set[str]:
    """Give every key that a file of a JSON schema may have."""
    if isinstance(part, list):
        return set().union(*map(schema_keys, part))
    if not isinstance(part, dict):
        return set()
    inside = set().union(*(schema_keys(each) for each in part.values()))
    return inside | set(part["properties"]) if "properties" in part else inside


KEYS = tuple(sorted(schema_keys(json_schema())))


def mutant(rng: Random) -> tuple[str, str]:
    """Return a file's name and its text with one to four changes, of letters or of values."""
    name = rng.choice(sorted(SOUND))
    if rng.random() < 0.5:
        text = rng.choice(SOUND[name])
        for _ in range(rng.randint(1, 4)):
            text = changed_text(text, rng)
        return name, text
    tree = copy.deepcopy(rng.choice(TREES))
    for _ in range(rng.randint(1, 4)):
        spoil(tree, KEYS, ODD, rng)
    return name, json.dumps(tree, indent=1)  # which is YAML as well


def nodes(file: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the way to every value of a file."""
    if isinstance(file, dict):
        parts = [nodes(value, (*path, key)) for key, value in file.items()]
    elif isinstance(file, list):
        parts = [nodes(value, (*path, k)) for k, value in enumerate(file)]
    else:
        parts = []
    return [path, *chain.from_iterable(parts)]


def spoil(whole: Any, keys: Sequence[str], odd: Sequence[Any], rng: Random) -> None:
    """Put another value in one place, take one out, double one, or give one another key."""
    path = rng.choice(nodes(whole))
    if not path:
        return
    holder = _at(whole, path[:-1])
    match rng.choice(["other", "elsewhere", "out", "double", "key"]):
        case "other":
            holder[path[-1]] = copy.deepcopy(rng.choice(odd))
        case "elsewhere":
            holder[path[-1]] = copy.deepcopy(_at(whole, rng.choice(nodes(whole))))
        case "out":
            del holder[path[-1]]
        case "double" if isinstance(holder, list):
            holder.append(copy.deepcopy(holder[path[-1]]))
        case _ if isinstance(holder, dict):
            holder[rng.choice(keys)] = holder[path[-1]]


def _at(file: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        file = file[step]
    return file


def changed_text(text: str, rng: Random) -> str:
    """Change a text in one place."""
    start = rng.randrange(len(text) + 1)
    end = min(len(text), start + rng.choice([0, 0, 1, 1, 3, 10, 60]))
    kind = rng.choice(["insert", "insert", "delete", "repeat", "move", "word"])
    match kind:
        case "insert":
            return text[:start] + rng.choice(PIECES + KEYS) + text[end:]
        case "delete":
            return text[:start] + text[end:]
        case "repeat":
            return text[:end] + text[start:end] * rng.choice([1, 2, 50]) + text[end:]
        case "move":
            rest = text[:start] + text[end:]
            place = rng.randrange(len(rest) + 1)
            return rest[:place] + text[start:end] + rest[place:]
        case _:
            words = text.split(" ")
            words[rng.randrange(len(words))] = rng.choice([*PIECES, *KEYS, *words])
            return " ".join(words)
