"""Conditions on options: `-` `&` `|` `if` `iff`, tightest first, all two-sided ones left to right.

>>> evaluate(parse("a if b & -c"), {"a": False, "b": True, "c": False}.__getitem__)
False
"""

from __future__ import annotations

import re
from collections.abc import Callable

Tree = tuple["str | Tree", ...]
"""("option", name), ("not", tree), or (operator, left, right)."""

LOOSEST_FIRST = ("iff", "if", "|", "&")
SPELLINGS = {"not": "-", "and": "&", "or": "|", "if": "if", "iff": "iff"}
TOKEN = re.compile(r"\s*([-&|()]|\d+|[^\W\d]\w*(?:\.[^\W\d]\w*)?)")


def tokens(text: str) -> list[str]:
    found, position, text = [], 0, text.rstrip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise ValueError(f"no condition: {text!r} at {position}")
        found.append(SPELLINGS.get(match[1].lower(), match[1]))
        position = match.end()
    return found


def parse(text: str | int) -> Tree:
    rest = tokens(str(text))
    tree = _two_sided(rest, 0)
    if rest:
        raise ValueError(f"left over in condition {text!r}: {rest}")
    return tree


def _two_sided(rest: list[str], level: int) -> Tree:
    if level == len(LOOSEST_FIRST):
        return _one_sided(rest)
    operator = LOOSEST_FIRST[level]
    tree = _two_sided(rest, level + 1)
    while rest and rest[0] == operator:
        rest.pop(0)
        tree = (operator, tree, _two_sided(rest, level + 1))
    return tree


def _one_sided(rest: list[str]) -> Tree:
    first = rest.pop(0) if rest else ""
    if first == "-":
        return ("not", _one_sided(rest))
    if first == "(":
        tree = _two_sided(rest, 0)
        if not rest or rest.pop(0) != ")":
            raise ValueError("unclosed parenthesis")
        return tree
    if first in ("", ")", *LOOSEST_FIRST):
        raise ValueError(f"an option should stand where {first!r} stands")
    return ("option", first)


def evaluate(tree: Tree, value: Callable[[str], bool]) -> bool:
    if tree[0] == "option":
        return value(str(tree[1]))
    truths = [evaluate(part, value) for part in tree[1:] if isinstance(part, tuple)]
    match tree[0]:
        case "not":
            return not truths[0]
        case "&":
            return truths[0] and truths[1]
        case "|":
            return truths[0] or truths[1]
        case "if":
            return truths[0] or not truths[1]
        case _:
            return truths[0] == truths[1]
