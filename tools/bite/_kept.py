"""The mutants that no test can tell, each with the reason: ``tests/survivors/ROOM.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bite._mutants import Mutant

__all__ = ["Explained", "read", "written"]

Key = tuple[str, str, str, str, int]


@dataclass(frozen=True)
class Explained:
    """A mutant that does what the code does, and why."""

    key: Key
    why: str


def read(path: Path) -> list[Explained]:
    """Read what is explained of a room."""
    if not path.exists():
        return []
    kept = tomllib.loads(path.read_text(encoding="utf-8")).get("survivor", [])
    return [
        Explained(
            (one["file"], one["in"], one["was"], one["now"], one.get("turn", 1)),
            one["why"].strip(),
        )
        for one in kept
    ]


def written(survivors: Iterable[Mutant]) -> str:
    """Write survivors as the file has them, their reasons still to be given."""
    return "\n".join(_entry(mutant) for mutant in survivors)


def _entry(mutant: Mutant) -> str:
    path, owner, was, now, turn = mutant.key
    fields = {"file": path, "in": owner, "was": was, "now": now}
    lines = ["[[survivor]]", *(f"{name} = {_quoted(text)}" for name, text in fields.items())]
    lines += [f"turn = {turn}"] if turn > 1 else []
    return "\n".join([*lines, 'why = ""', ""])


def _quoted(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
