"""What it takes for a state to be an equilibrium: the answer, and how it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

import numpy as np

from satumeja.display import Shown
from satumeja.model import Model
from satumeja.questions.inverse._least import Changes
from satumeja.questions.inverse._requirements import Answered, Part, Requirement
from satumeja.stability import Concept

__all__ = ["COUNTED_STATES", "Conditions", "Inverse", "Other"]

COUNTED_STATES = 4096
"""The most states whose rankings are counted and whose conditions are listed in full."""
_LISTED = 1000

Dependence = Literal["always", "never", "depends"]


@dataclass(frozen=True, repr=False)
class Other(Shown):
    """Whether the state is stable for somebody else when one decision maker is free.

    Parameters
    ----------
    dm : str
        Who.
    stable : {"always", "never", "depends"}
        Whatever the free one prefers; whatever it prefers not; or depending on it.
    needs : tuple of Answered, or None
        Where it depends, what the free one would have to prefer. None where there are
        too many ways to list.

    See Also
    --------
    Conditions : What it is a part of.
    """

    dm: str
    stable: Dependence
    needs: tuple[Answered, ...] | None = ()


@dataclass(frozen=True, repr=False)
class Conditions(Shown):
    """What makes a state an equilibrium when one decision maker's ranking is free.

    Parameters
    ----------
    dm : str
        Who is free; all others keep their preferences.
    requirements : tuple of Requirement
        What its own preferences must be like for the state to be stable for it.
    others : tuple of Other
        Whether the state is stable for each of the others.
    met : bool
        Whether its present preferences meet the requirements.
    stable_in : int or None
        In how many strict rankings the state is stable for it; None where these are too
        entangled to count, or the model has more than 4,096 states.
    count : int or None
        In how many the state is an equilibrium; None where that is not known exactly, or the
        model has more than 4,096 states.
    of : int or None
        How many strict rankings there are; None where the model has more than 4,096 states:
        such numbers have tens of thousands of digits.
    stable_share, share : Fraction or None
        The shares of them, at any size, exactly; None where they are not known.

    See Also
    --------
    Inverse.symbols : Writes the requirements in symbols.
    """

    dm: str
    requirements: tuple[Requirement, ...]
    others: tuple[Other, ...]
    met: bool
    stable_in: int | None
    count: int | None
    of: int | None
    stable_share: Fraction | None = None
    share: Fraction | None = None


@dataclass(frozen=True, eq=False, repr=False)
class Inverse(Shown):
    """What it would take for a state to be an equilibrium under a concept.

    Parameters
    ----------
    model : Model
        The conflict.
    state : int
        The number of the wished-for state.
    concepts : mapping of str to Concept
        Under which it is to be stable for each decision maker, by id.
    free : tuple of str
        Whose preferences may change.
    holds : bool
        Whether it holds already.
    conditions : mapping of str to Conditions
        By decision maker, each free alone.
    count, of : int or None
        In how many profiles of strict rankings of those who are free the state is an
        equilibrium, out of how many. None where that is not known exactly, or the model has
        more than 4,096 states.
    changes : Changes
        The least that would have to change.
    share : Fraction or None
        The share of such profiles, at any size, exactly; None where it is not known.

    See Also
    --------
    invert : Makes it.
    """

    model: Model
    state: int
    concepts: Mapping[str, Concept]
    free: tuple[str, ...]
    holds: bool
    conditions: Mapping[str, Conditions]
    count: int | None
    of: int | None
    changes: Changes
    share: Fraction | None = None

    @property
    def concept(self) -> Concept | None:
        """The concept that all are held to; None where each has one of its own."""
        first, *others = self.concepts.values()
        return None if any(other != first for other in others) else first

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/invert/1``."""
        shared = self.concept
        data: dict[str, Any] = {
            "schema": "satumeja/invert/1",
            "state": self.state,
            "form": self.model.states.form(self.state),
            "concept": None if shared is None else shared.id,
            "free": list(self.free),
            "holds": self.holds,
            "count": self.count,
            "of": self.of,
            "conditions": [self._plain(alone) for alone in self.conditions.values()],
            "changes": self.changes.to_json(self.model),
        }
        if shared is None:
            data["concepts"] = {dm: concept.id for dm, concept in self.concepts.items()}
        return data if self.is_counted else data | {"share": _decimal(self.share)}

    @property
    def is_counted(self) -> bool:
        """Whether rankings are counted; else shares stand for numbers no one would read."""
        return len(self.model.states) <= COUNTED_STATES

    def _plain(self, alone: Conditions) -> dict[str, Any]:
        data = {
            "dm": alone.dm,
            "count": alone.count,
            "of": alone.of,
            "stable_in": alone.stable_in,
            "met": alone.met,
            "requirements": [self._needed(requirement) for requirement in alone.requirements],
            "symbols": self.symbols(alone) if self.is_counted else None,
            "others": [_other(other) for other in alone.others],
        }
        if self.is_counted:
            return data
        return data | {
            "share": _decimal(alone.share),
            "stable_share": _decimal(alone.stable_share),
        }

    def _needed(self, requirement: Requirement) -> dict[str, Any]:
        parts = requirement.parts
        if not self.is_counted:
            ends = np.cumsum([len(part) for part in parts])
            parts = parts[: max(1, int(np.searchsorted(ends, _LISTED, side="right")))]
        data = {
            "improvement": requirement.improvement + 1,
            "no_worse_than": [[k + 1 for k in part] for part in parts],
        }
        return data if self.is_counted else data | {"sets": len(requirement.parts)}

    def symbols(self, found: Conditions) -> str:
        """Write what a decision maker's own preferences must be like, in symbols.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> from satumeja.questions import invert
        >>> inverse = invert(load("syria-iraq"), 2, "gmr", dm="syria")
        >>> inverse.symbols(inverse.conditions["syria"])
        '(2 ≿ 1 ∨ 2 ≿ 4) ∧ (2 ≿ 3 ∨ 2 ≿ 6)'
        """
        clauses = [
            [self._below(part) for part in requirement.parts] for requirement in found.requirements
        ]
        several = len(clauses) > 1
        terms = [_joined(parts, " ∨ ", brackets=several) for parts in clauses]
        return " ∧ ".join(terms) or "⊤"

    def _below(self, part: Part) -> str:
        states = [f"{self.state} ≿ {k + 1}" for k in part]
        return _joined(states, " ∧ ", brackets=True)


def _decimal(share: Fraction | None) -> float | None:
    return None if share is None else float(share)


def _joined(parts: list[str], sign: str, *, brackets: bool) -> str:
    term = sign.join(parts)
    return f"({term})" if brackets and len(parts) > 1 else term


def _other(other: Other) -> dict[str, Any]:
    needs = other.needs
    return {
        "dm": other.dm,
        "stable": other.stable,
        "needs": None
        if needs is None
        else [
            {
                "improvement": answer.improvement + 1,
                "any_of": [
                    [{"from": start + 1, "to": end + 1} for start, end in sorted(way)]
                    for way in answer.any_of
                ],
            }
            for answer in needs
        ],
    }
