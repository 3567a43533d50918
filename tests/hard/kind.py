"""What the campaign knows of a kind of file: how to make one, spoil it, and read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

__all__ = ["Kind", "put"]


def put(path: Path, content: bytes) -> Path:
    """Write a file, and give where it is."""
    path.write_bytes(content)
    return path


@dataclass(frozen=True)
class Kind:
    """A kind of file.

    Parameters
    ----------
    name : str
        What it is called on the command line of the campaign.
    suffix : str
        How such a file is called, with its dot; empty for a folder.
    seeds : callable
        Gives valid files, made by our own writers, the same each time.
    spoil : callable
        Gives a damaged file, by what its format is made of or by its bytes.
    read : callable
        Does all that the product does with such a file: reads it, then uses what it read.
        It may raise `SatuMejaError` alone.
    command : callable, optional
        Gives the words of a command line that reads it.
    place : callable
        Writes a file where it is to be read, and gives the path to read.
    has_lines : bool
        Whether the lines that faults name are those of the file.
    """

    name: str
    suffix: str
    seeds: Callable[[], Sequence[bytes]]
    spoil: Callable[[bytes, Random], bytes]
    read: Callable[[Path], object]
    command: Callable[[Path], list[str]] | None = None
    place: Callable[[Path, bytes], Path] = put
    has_lines: bool = False

    def file(self, seed: int, number: int) -> bytes:
        """Make the spoilt file of this number: the same one each time."""
        rng = Random(f"{self.name} {seed} {number}")
        return self.spoil(rng.choice(self.seeds()), rng)
