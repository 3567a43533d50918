"""What a draft left open in a file: its questions, each with the part it stands above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from satumeja.formats.trees import List, Map, Node, read_yaml
from satumeja.web.shapes import Open

__all__ = ["open_questions"]

_QUESTION = re.compile(r"^\s*#\s*DECIDE\s+(?P<id>d\d+):\s*(?P<words>.*?)\s*$")
Way = tuple[str | int, ...]


def open_questions(text: str) -> tuple[Open, ...]:
    """List the questions that a draft left in a file.

    Parameters
    ----------
    text : str
        A sound model file in YAML.
    """
    lines = list(enumerate(text.splitlines(), start=1))
    questions = [(line, match) for line, words in lines if (match := _QUESTION.match(words))]
    if not questions:
        return ()
    parts = sorted(
        _parts(read_yaml(text, "model.yaml"), ()), key=lambda part: (part[0], len(part[1]))
    )
    depth = [len(words) - len(words.lstrip()) for _, words in lines]
    return tuple(
        Open(
            id=match["id"],
            path=list(_about(line, parts, depth)),
            words=match["words"],
            line=line,
        )
        for line, match in questions
    )


def _about(line: int, parts: list[tuple[int, Way]], depth: list[int]) -> Way:
    """Find the part a comment stands above, or the one it ends: which it is, its depth tells."""
    own = depth[line - 1]
    after = next(((at, way) for at, way in parts if at > line), None)
    if after and depth[after[0] - 1] >= own:
        return after[1]
    above = [at for at, _ in parts if at < line and depth[at - 1] < own]
    if not above:
        return after[1] if after else ()
    return next(way for at, way in parts if at == above[-1])


def _parts(node: Node, way: Way) -> Iterator[tuple[int, Way]]:
    """Give the line on which each key and item begins, and the way to it."""
    if isinstance(node, Map):
        for key, entry in node.entries.items():
            yield entry.key.line, (*way, key)
            yield from _parts(entry.value, (*way, key))
    elif isinstance(node, List):
        for place, item in enumerate(node.items):
            yield item.line, (*way, place)
            yield from _parts(item, (*way, place))
