"""The steps by which the files of a case came to be what they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from satumeja.display import ShownInLine

__all__ = ["Kind", "Step", "Trail", "Words"]

Kind: TypeAlias = Literal["edit", "undo", "redo", "outside", "back"]
"""`outside` is by another program, `back` to what a file once was."""

Words: TypeAlias = tuple[Mapping[str, Any], ...]
"""What a step did, as data of which words are made in any language; see `step_words`."""


@dataclass(frozen=True, repr=False)
class Step(ShownInLine):
    """One change of a file.

    Parameters
    ----------
    id : int
        Its number; later steps have higher ones.
    file : str
        The file's name.
    kind : {"edit", "undo", "redo", "outside", "back"}
        What kind of change.
    before : str or None
        The version before, as sha256; None for the first step of a file, which only says what
        the file was when it was first seen.
    after : str
        The version after.
    of : int or None
        The step that was undone, redone or gone back to.
    words : tuple of mapping
        What it did.
    who : str
        Who did it; empty where that is not known.
    at : str
        When, in UTC, as ``2026-11-30T14:02:11.512Z``.
    landed : bool
        Whether it is on the disk.
    """

    id: int
    file: str
    kind: Kind
    before: str | None
    after: str
    of: int | None
    words: Words
    who: str
    at: str
    landed: bool


class Trail:
    """What can be undone and redone, as it follows from the steps of one file.

    Parameters
    ----------
    steps : iterable of Step
        Landed ones, the first first.
    """

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self._behind, self._ahead = list[Step](), list[Step]()
        self.last: Step | None = None
        for step in steps:
            self.add(step)

    def add(self, step: Step) -> None:
        """Take in the step that follows."""
        self.last = step
        if step.kind == "undo":
            _carry(step, self._behind, self._ahead)
        elif step.kind == "redo":
            _carry(step, self._ahead, self._behind)
        elif step.before is not None and step.before != step.after:
            self._behind.append(step)
            self._ahead.clear()

    @property
    def undo(self) -> Step | None:
        """The step that undo takes back; None where there is none."""
        return self._behind[-1] if self._behind else None

    @property
    def redo(self) -> Step | None:
        """The step that redo does again; None where there is none."""
        return self._ahead[-1] if self._ahead else None


def _carry(step: Step, source: list[Step], target: list[Step]) -> None:
    """Carry the step that was undone or redone over to where it can be taken up again."""
    if source and source[-1].id == step.of:
        target.append(source.pop())
