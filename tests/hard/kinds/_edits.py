"""Lists of changes to a model file, as `satumeja set --ops` takes them; and changed texts."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from formats.samples import BORDER
from hard import damage
from hard.attempt import complaint_of
from hard.kind import Kind, put
from hard.kinds._models import KEYS, PIECES, SAMPLES, TREES
from satumeja.cli._editing import _of_file
from satumeja.errors import ModelError, SatuMejaError
from satumeja.formats import apply, key_path, loads, off_parts, read_value
from satumeja.formats.editing._paths import path_text

__all__ = ["CHANGED", "OPS"]

_LISTS: tuple[list[dict[str, Any]], ...] = (
    [{"op": "set", "at": "title", "value": "Talks"}, {"op": "off", "at": "infeasible[0]"}],
    [
        {"op": "off", "at": ["decision_makers", "russia", "preferences", 1]},
        {"op": "on", "at": "decision_makers.russia.preferences[1]"},
        {"op": "move", "from": "infeasible[1]", "to": "infeasible[0]"},
    ],
    [
        {"op": "rename", "at": "decision_makers.us", "to": "america"},
        {"op": "insert", "at": "sources.daily", "value": {"citation": "Daily"}, "after": "wire"},
        {"op": "remove", "at": "tables.geneva.date"},
        {"op": "set", "at": "infeasible+", "value": "offer & arm"},
    ],
    [{"op": "insert", "at": "decision_makers.us.red_lines", "value": ["arm"], "place": 0}],
)
_OP_KEYS = ("op", "at", "to", "from", "value", "after", "place", "nth")
_WAYS = (
    *(
        "a.b[2]",
        "title",
        "infeasible[0]",
        "infeasible[99]",
        "decision_makers",
        "a.b+",
        "",
        "[",
        "a.",
    ),
    *(
        "decision_makers.us.options.offer",
        "satumeja",
        "sources.wire",
        "infeasible[-1]",
        "[0]",
        ".",
    ),
    *("status_quo", "tables.geneva.seats[0]", "decision_makers.russia.preferences[0].statement"),
)
_ODD: tuple[Any, ...] = (
    *damage.ODD,
    *_WAYS,
    *(
        "set",
        "insert",
        "remove",
        "move",
        "rename",
        "off",
        "on",
        ["title"],
        ["infeasible", 0],
        [-1],
    ),
    *({"op": "remove", "at": "title"}, {"a": {"b": [1, {"c": None}]}}, [True], [1.5], ["a", None]),
)


@cache
def _seeds() -> tuple[bytes, ...]:
    return tuple(json.dumps(ops).encode() for ops in _LISTS)


def spoil_ops(content: bytes, rng: Random) -> bytes:
    """Spoil operations, letters or bytes."""
    if rng.random() < 0.1:
        return damage.spoil_bytes(content, rng)
    if rng.random() < 0.2:
        return damage.encoded(damage.spoil_text(content.decode(), rng), rng)
    tree = json.loads(content)
    for _ in range(rng.choice([1, 1, 2, 3])):
        damage.spoil_tree(tree, _OP_KEYS, _ODD, rng)
    return damage.encoded(json.dumps(tree), rng)


def _read_ops(path: Path) -> None:
    loads(apply(BORDER, _of_file(str(path)), name=str(path)), str(path.with_suffix(".json.yaml")))


def _place_ops(path: Path, content: bytes) -> Path:
    put(path.with_name("model.yaml"), BORDER.encode())
    return put(path, content)


def _set_words(path: Path) -> list[str]:
    model = str(path.with_name("model.yaml"))
    return ["set", model, "--ops", str(path), "--out", str(path.with_name("edited.yaml"))]


OPS = Kind("ops", ".json", _seeds, spoil_ops, _read_ops, _set_words, _place_ops)


# -- texts that somebody wrote by hand, and then changes by the program ----------------------

_COMMENTS = (
    "# note\n",
    "  # a - b: c\n",
    "#~ - talk\n",
    "  #~ off: {a: 1}\n",
    "    #~ # x\n",
    "#\n",
)


@cache
def _texts() -> tuple[bytes, ...]:
    return tuple(sample.encode() for sample in SAMPLES)


def spoil_text(content: bytes, rng: Random) -> bytes:
    """Spoil the layout of a text: comments, lines, pieces."""
    text = content.decode()
    lines = text.splitlines(keepends=True)
    for _ in range(rng.randrange(4)):
        lines.insert(rng.randrange(len(lines) + 1), rng.choice(_COMMENTS))
    text = "".join(lines)
    if rng.random() < 0.6:
        text = damage.changed_text(text, rng, PIECES)
    return damage.encoded(text, rng)


_PATHS = tuple(tuple(path for path in damage.nodes(tree) if path) for tree in TREES)
_VALUES: tuple[Any, ...] = (
    "x",
    "a: b",
    ["x", "y"],
    {"k": "v"},
    None,
    "",
    "# no",
    "- x",
    "1",
    "a\nb",
)


def _drawn(rng: Random) -> dict[str, Any]:
    """Draw an operation that fits some sample."""
    path, other = (list(rng.choice(rng.choice(_PATHS))) for _ in range(2))
    match rng.choice(["set", "insert", "remove", "move", "rename", "off", "off", "on"]):
        case "set":
            return {"op": "set", "at": path, "value": rng.choice(_VALUES)}
        case "insert":
            return {
                "op": "insert",
                "at": [*path[:-1], rng.choice([0, 1, *KEYS])],
                "value": rng.choice(_VALUES),
            }
        case "move":
            to = rng.choice([other, [*path[:-1], 0], [*path[:-1], 1]])
            return {"op": "move", "from": path, "to": to}
        case "rename":
            return {
                "op": "rename",
                "at": path,
                "to": rng.choice(["new", "talk", "a b", "yes", ""]),
            }
        case "on":
            return {"op": "on", "at": path, "nth": rng.choice([1, 1, 2])}
        case op:
            return {"op": op, "at": path}


def _read_changed(path: Path) -> None:
    """Change a text several times, as the app does, and read what comes of it."""
    content = path.read_bytes()
    rng, name = Random(content), str(path)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return
    for _ in range(3):
        try:
            text = apply(text, [_drawn(rng)], name=name)
        except ModelError:
            raise
        except SatuMejaError as error:
            complaint = complaint_of(error, path)
            if complaint:
                raise AssertionError(complaint) from error
    for part in off_parts(text):
        key_path(path_text(part.path))
    read_value("x")


def _one_set(path: Path) -> list[str]:
    edited = str(path.with_name("edited.yaml"))
    return ["set", str(path), "--off", "infeasible[0]", "--out", edited]


CHANGED = Kind("edits", ".yaml", _texts, spoil_text, _read_changed, _one_set)
