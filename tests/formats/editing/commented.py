"""Model texts with comments in many places, and operations on them drawn at random."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

from formats.samples import BORDER, GRAPH, SHADES
from random_stated import random_bound_model, random_stated_model
from satumeja import gallery
from satumeja.errors import ModelError
from satumeja.formats.trees import data, read_yaml
from satumeja.formats.writing import write_yaml

LAYOUTS = """\
%YAML 1.1
---
# A head

a: 1            # the first
b:
  - x           # an entry
  - {k: v}      # a mapping

  # A section

  # of the quoted one
  - 'quoted'
  - - inner     # within
    # of the second
    - second
  - k: v        # inline
    # of l
    l: w
    # below l
c: {d: [1, 2], e: }   # on one line
m: [
  # of one
  one,   # at one
  two    # at two
]
same:
- p   # at p
# of q
- q
folded: >-
  some words

  more
keep: |+
  kept

"quoted key": "it \\u00e9"   # q
? asked
: answer
f:
  g: "text"     # inside
  h:
    - p
  # after h
long: several words
  on two lines   # here
last: |
  a block
"""


def read(text: str) -> Any:
    return data(read_yaml(text, "m.yaml"))


@cache
def texts() -> tuple[str, ...]:
    rng = Random(7)
    stated = [write_yaml(random_stated_model(rng)) for _ in range(3)]
    stated += [write_yaml(random_bound_model(rng)) for _ in range(3)]
    listed = [gallery.text(entry.id) for entry in gallery.entries()[:8]]
    return (LAYOUTS, LAYOUTS, BORDER, GRAPH, SHADES, *stated, *listed)


def commented(rng: Random, text: str) -> str:
    """Add comments above lines, and at their ends, wherever they leave what is said."""
    before, lines, number = read(text), text.split("\n"), 0
    for _ in range(rng.randint(0, 12)):
        place, number = rng.randrange(len(lines)), number + 1
        line = lines[place]
        indent = line[: len(line) - len(line.lstrip())]
        blank = [""] if rng.random() < 0.2 else []
        tried = [*lines]
        if rng.random() < 0.5 and line.strip():
            tried[place] = f"{line}  # c{number}"
        else:
            tried[place:place] = [f"{indent}# c{number}", *blank]
        try:
            if read("\n".join(tried)) == before:
                lines = tried
        except ModelError:
            continue
    text = "\n".join(lines)
    return text.replace("\n", "\r\n") if rng.random() < 0.2 else text


def ways(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the ways to all parts of some data."""
    listed = [path] if path else []
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            listed += ways(part, (*path, key))
    return listed


def at(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


def comments(text: str) -> list[str]:
    """List the comments of a text: what follows a number sign that begins one."""
    listed = []
    for line in text.splitlines():
        for place, sign in enumerate(line):
            if sign == "#" and (place == 0 or line[place - 1] in " \t") and "# " in line[place:]:
                listed.append(line[place:].strip())
                break
    return sorted(listed)
