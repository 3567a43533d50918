"""Values of a JSON file with the way to them: what each must be, or a fault at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from satumeja.errors import did_you_mean
from satumeja.formats.trees import Faults, List, Map, Node, Path, Scalar

__all__ = ["Part"]

_WHOLE = re.compile(r"-?[0-9]{1,18}")
_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True)
class Part:
    """A value, where it stands, and where its faults go.

    Parameters
    ----------
    node : Node
        The value, as the JSON reader gives it.
    path : tuple of str and int
        The way to it from the root of the file.
    faults : Faults
        Where faults go.
    """

    node: Node
    path: Path
    faults: Faults

    def fault(self, message: str, *, key: bool = False) -> None:
        """Note what is wrong with this value, or with its key."""
        self.faults.add(message, self.path, key=key)

    def expected(self, what: str) -> None:
        """Note that something else stands here than what is expected."""
        self.fault(f"expected {what}, found {_in_words(self.node)}")

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.node, List)

    def items(self, what: str, fewest: int = 0) -> list[Part]:
        """Return the parts of a list; `what` says in words what it lists."""
        if not isinstance(self.node, List):
            self.expected(f"a list of {what}")
            return []
        if len(self.node.items) < fewest:
            self.fault(f"a list of {what} has {fewest} at least")
        return [Part(item, (*self.path, k), self.faults) for k, item in enumerate(self.node.items)]

    def fields(self, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Part]:
        """Return the parts of an object by key, of which some must be there and no others may."""
        allowed = [*required, *optional]
        if not isinstance(self.node, Map):
            self.expected(f"an object with the keys {', '.join(required)}")
            return {}
        parts = {
            key: Part(entry.value, (*self.path, key), self.faults)
            for key, entry in self.node.entries.items()
        }
        for key in (key for key in parts if key not in allowed):
            meant = did_you_mean(key, allowed) or f"; known are {', '.join(allowed)}"
            parts[key].fault(f'unknown key "{key}"{meant}', key=True)
        for key in (key for key in required if key not in parts):
            self.fault(f'missing key "{key}"', key=True)
        return parts

    def text(self) -> str:
        """Return a text."""
        if isinstance(self.node, Scalar) and not self.node.plain:
            return self.node.text
        self.expected("a text")
        return ""

    def truth(self) -> bool | None:
        """Return true or false, or None."""
        if isinstance(self.node, Scalar) and self.node.plain:
            truth = {"true": True, "false": False}.get(self.node.text)
            if truth is not None:
                return truth
        self.expected("true or false")
        return None

    def whole(self, lowest: int, highest: int | None, what: str) -> int | None:
        """Return a whole number of a range, or None."""
        if isinstance(self.node, Scalar) and self.node.plain:
            number = int(self.node.text) if _WHOLE.fullmatch(self.node.text) else lowest - 1
            if lowest <= number and (highest is None or number <= highest):
                return number
        upto = "upwards" if highest is None else f"to {highest}"
        self.expected(f"{what}, a whole number from {lowest} {upto}")
        return None

    def choice(self, meanings: Mapping[str, _Meaning]) -> _Meaning | None:
        """Return what a text that can only be one of a few words means, or None."""
        if isinstance(self.node, Scalar) and not self.node.plain and self.node.text in meanings:
            return meanings[self.node.text]
        *words, last = (f'"{word}"' for word in meanings)
        self.expected(f"{', '.join(words)} or {last}")
        return None


def _in_words(node: Node) -> str:
    match node:
        case Scalar(text):
            return text[:40] if node.plain else f'"{text[:40]}"'
        case List():
            return "a list"
        case Map():
            return "an object"
