"""Faults of a model file, each at its place: gathered, then raised together."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.errors import Fault, ModelError
from satumeja.formats.trees._nodes import List, Map, Node, Scalar

__all__ = ["MAX_FAULTS", "Faults", "Path", "find", "first_of", "one_line"]

Path = tuple[str | int, ...]
MAX_FAULTS = 100
_LONGEST = 300


def one_line(message: str) -> str:
    """Bring a message to one line of bearable length, whatever text it quotes."""
    line = " ".join(message[: 4 * _LONGEST].split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def find(root: Node, path: Path) -> tuple[Node, Scalar | None]:
    """Walk down a path as far as it goes; return the node there, and its key if it has one."""
    node, key = root, None
    for step in path:
        if isinstance(node, Map) and step in node.entries:
            key, node = node.entries[str(step)].key, node.entries[str(step)].value
        elif isinstance(node, List) and isinstance(step, int):
            key, node = None, node.items[step]
    return node, key


def _dotted(path: Path) -> str:
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.removeprefix(".")


def first_of(faults: Sequence[Fault], file: str) -> ModelError:
    """Return the error of faults in the order of their places; of many, that there are more."""
    first = sorted(faults[:MAX_FAULTS], key=lambda fault: (fault.line, fault.column))
    if len(faults) > MAX_FAULTS:
        more = f"there are more faults than these {MAX_FAULTS}; mend them, and look again"
        first.append(Fault(more, file))
    return ModelError(first)


class Faults:
    """Gathers what is wrong with the parts of one file.

    Parameters
    ----------
    root : Node
        The tree that was read.
    file : str
        The file as the user named it; empty for a model made in Python, whose
        faults then say their path in words.
    """

    def __init__(self, root: Node, file: str) -> None:
        self.root, self.file = root, file
        self._noted: list[Fault] = []

    def __len__(self) -> int:
        return len(self._noted)

    def add(self, message: str, path: Path, *, key: bool = False, offset: int = -1) -> None:
        """Note a fault.

        Parameters
        ----------
        message : str
            What is wrong.
        path : tuple of str and int
            Keys and places from the root down to the part that is wrong.
        key : bool
            Point at the key of that part where it has one, not at its value.
        offset : int
            Point at this character of the part, which is a text, where that can be done.

        Raises
        ------
        ModelError
            At once, when there are more than `MAX_FAULTS`: they would help nobody.
        """
        node, name = find(self.root, path)
        place: Node = name if key and name is not None else node
        column = place.column
        if isinstance(place, Scalar) and place.start and offset >= 0:
            column = place.start + offset
        if not place.line and path:
            message = f"{_dotted(path)}: {message}"
        self._noted.append(Fault(one_line(message), self.file, place.line, column, path))
        if len(self._noted) > MAX_FAULTS:
            self.check()

    def check(self) -> None:
        """Raise all faults noted so far, in the order of their places, if there are any."""
        if self._noted:
            raise first_of(self._noted, self.file)
