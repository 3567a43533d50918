"""The descriptions as they are kept: one file an output, and the parts that outputs share.

They are JSON Schema in YAML, written so that nothing is said twice:

``$ref: number``
    The part of that name, out of the folder ``parts``.
``properties``
    The keys of an object. All of them are always there, save one with ``only``, which
    says in words where it is.
``extends: state``
    An object with the keys of that part or output, and those under ``properties`` besides.
``commands``, ``python``
    Of an output: the commands that print it with ``--json``, and what gives it in Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Source", "description", "names", "parts"]

Source = Mapping[str, Any]

_FOLDER = Path(__file__).parent
# The pure Python loader, where there is no other, takes a tenth of a second for them all.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506
    return content


@cache
def names() -> tuple[str, ...]:
    """List the outputs that are described, by name."""
    return tuple(sorted(path.stem for path in (_FOLDER / "outputs").glob("*.yaml")))


@cache
def description(name: str) -> Source:
    """Return the description of an output as it is kept."""
    return _read(_FOLDER / "outputs" / f"{name}.yaml")


@cache
def parts() -> Mapping[str, Source]:
    """Return the parts that outputs share, by name."""
    shared = dict[str, Source]()
    for path in sorted((_FOLDER / "parts").glob("*.yaml")):
        shared |= _read(path)
    return shared
