"""A model spelt out, with what is known beyond it: what further concepts are asked of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from satumeja.model import Knowledge, Model
from satumeja.stability.further._proofs import Step
from satumeja.stability.further._relations import Path, Relations

__all__ = ["Knowledge", "Party", "Setting"]

Party = tuple[int, ...]

_spelt_out = lru_cache(maxsize=2)(Relations.of)  # so that asking again about a model is quick


@dataclass(frozen=True)
class Setting:
    """A model spelt out, with what is known of preferences beyond its ranks.

    Raises
    ------
    QuestionError
        If the knowledge is not about the model.
    """

    model: Model
    knowledge: Knowledge

    def __post_init__(self) -> None:
        self.knowledge.check(self.model)

    @cached_property
    def relations(self) -> Relations:
        """The moves and preferences of the model as relations."""
        return _spelt_out(self.model)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The decision makers, by id."""
        return tuple(dm.id for dm in self.model.decision_makers)

    @property
    def movers(self) -> range:
        """The decision makers, by place."""
        return range(len(self.ids))

    def party(self, members: Iterable[str]) -> Party:
        """Return the places of decision makers named by their ids, in the model's order."""
        return tuple(sorted({self.model.place(dm) for dm in members}))

    def names(self, party: Party) -> tuple[str, ...]:
        """Return the ids of the members of a party."""
        return tuple(self.ids[i] for i in party)

    def steps(self, path: Path) -> tuple[Step, ...]:
        """Return a path in ids and state numbers."""
        return tuple(Step(self.ids[mover], target + 1) for mover, target in path)

    def by_rank(self, dm: int, states: list[int]) -> list[int]:
        """Sort states from the one `dm` ranks highest down, equals by number."""
        ranks = self.relations.ranks[dm]
        return sorted(states, key=lambda s: (-int(ranks[s]), s))
