"""What a sweep found."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Shown
from satumeja.documents import Document, Listing, Rows, plain
from satumeja.errors import QuestionError, did_you_mean
from satumeja.files import write_whole
from satumeja.formats.sheets import guarded
from satumeja.questions.sweeps._plan import Counts, Plan
from satumeja.stability import CONVENTIONS

__all__ = ["SweepResult"]

_ROWS = 1 << 14  # states whose text is made at a time


@dataclass(frozen=True, eq=False, repr=False)
class SweepResult(Shown):
    """In how many profiles each state is an equilibrium.

    Parameters
    ----------
    plan : Plan
        What was asked.
    counts : mapping of str to int64 array, shape (n,)
        By concept, in the registry's order, the number of profiles in which each state
        is an equilibrium.

    See Also
    --------
    sweep : Makes it.
    """

    plan: Plan
    counts: Mapping[str, Counts]

    @property
    def concepts(self) -> tuple[str, ...]:
        """The concepts, by id."""
        return tuple(self.counts)

    def equilibria(self, concept: str) -> NDArray[np.bool_]:
        """Decide in which profiles each state is an equilibrium.

        Parameters
        ----------
        concept : str
            One of the concepts of the sweep, by id.

        Returns
        -------
        bool array, shape (n, profiles)
            Decided again chunk by chunk in this process, for a sweep keeps counts only.

        Raises
        ------
        QuestionError
            If the sweep was not asked about the concept.
        """
        if concept not in self.counts:
            hint = did_you_mean(concept, self.concepts)
            raise QuestionError(f'the sweep was not asked about "{concept}"{hint}')
        flags = np.empty((len(self.plan.states), self.plan.profiles), dtype=np.bool_)
        for chunk in self.plan.chunks():
            part = chunk.part
            flags[:, part.first : part.first + part.size] = chunk.equilibria([concept])[0]
        return flags

    def to_json(self) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/sweep/1``."""
        data: dict[str, Any] = plain(self.document())
        return data

    def document(self) -> Document:
        """Return what `to_json` does, its long lists as they are, to be written in pieces."""
        model, columns = self.plan.model, self.plan.states.rows().columns
        return {
            "schema": "satumeja/sweep/1",
            "title": str(model.title),
            "plan": self.plan.parameters,
            "profiles": self.plan.profiles,
            "concepts": list(self.concepts),
            "decision_makers": [dm.id for dm in model.decision_makers],
            "options": list(model.option_names),
            "feasible": len(self.plan.states),
            "states": Rows({key: columns[key] for key in ("number", "form", "decimal")}),
            "counts": {concept: Listing(counts) for concept, counts in self.counts.items()},
            "conventions": dict(CONVENTIONS),
        }

    def csv(self) -> str:
        """Return the counts as CSV: a row a state, a column a concept."""
        text = io.StringIO()
        rows = csv.writer(text, lineterminator="\n")
        rows.writerow(["number", "state", *self.concepts, "profiles"])
        states, profiles = self.plan.states, repeat(self.plan.profiles)
        for first in range(0, len(states), _ROWS):
            numbers = np.arange(first, min(first + _ROWS, len(states))) + 1
            counts = [count[numbers - 1].tolist() for count in self.counts.values()]
            forms = map(guarded, states.forms(numbers))
            rows.writerows(zip(numbers.tolist(), forms, *counts, profiles, strict=False))
        return text.getvalue()

    def to_csv(self, path: str | os.PathLike[str]) -> Path:
        """Write the counts as CSV, whole or not at all, and return the path.

        Raises
        ------
        OutputError
            If it cannot be written.
        """
        return write_whole(path, self.csv())
