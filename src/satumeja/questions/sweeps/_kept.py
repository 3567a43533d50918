"""What a store has of a plan."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from satumeja.errors import InputError
from satumeja.questions.sweeps._digest import digest_of
from satumeja.questions.sweeps._plan import Counts, Part, Plan
from satumeja.questions.sweeps._store import NEXT, Store
from satumeja.release import VERSION

__all__ = ["Kept"]


class Kept:
    """The results of a plan that are in a store, by part.

    Parameters
    ----------
    path : path
        The store.
    plan, concepts
        What is asked.
    """

    def __init__(self, path: str | os.PathLike[str], plan: Plan, concepts: Sequence[str]) -> None:
        self._plan = plan
        self._shape = (len(concepts), len(plan.states))
        # With the version, as another one may decide otherwise.
        self._question = {"satumeja": VERSION, "concepts": list(concepts)}
        self._store = Store(Path(path))

    def _content(self, part: Part) -> str:
        """Name a result by all that decides it."""
        return digest_of({**self._question, "chunk": self._plan.content(part)})

    def get(self, part: Part) -> Counts | None:
        """Return the counts of a part, None where they are not kept."""
        kept = self._store.get(self._content(part))
        if kept is None:
            return None
        rows, columns = self._shape
        if len(kept) != 8 * rows * columns:
            raise InputError(
                f"{self._store.path}: is damaged: a result has the wrong size; {NEXT}"
            )
        return np.frombuffer(kept, dtype="<i8").astype(np.int64).reshape(self._shape)

    def put(self, part: Part, counts: Counts) -> None:
        """Keep the counts of a part."""
        # In one order of bytes, so that a store can go on on another machine.
        self._store.put(self._content(part), counts.astype("<i8").tobytes())

    def close(self) -> None:
        """Close the store."""
        self._store.close()
