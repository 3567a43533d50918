"""Concepts put to the blocks of a coalition structure, or the reason why one cannot be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from satumeja.errors import QuestionError
from satumeja.model import Model
from satumeja.stability._concepts import CONCEPTS, Concept
from satumeja.stability.explicit import Convention

if TYPE_CHECKING:
    from satumeja.stability._lookup import AnyConcept
    from satumeja.stability.further import FurtherConcept

__all__ = ["Partition", "blocked"]

Partition: TypeAlias = str | Iterable[str | Iterable[str]]
"""Blocks of decision makers, by id: ``"moe+uniroyal,lg"``, or a list for each block."""


def blocked(
    model: Model,
    concepts: Sequence[AnyConcept],
    blocks: Partition,
    convention: Convention = "set",
) -> list[FurtherConcept]:
    """Put concepts to the blocks of a partition.

    Raises
    ------
    QuestionError
        If a concept is not asked of blocks, the convention is the other one, or the blocks
        are no partition of the decision makers.
    """
    from satumeja.stability.further import over_blocks, partition_of

    for concept in concepts:
        if not isinstance(concept, Concept):
            raise QuestionError(
                f'"{concept.id}" is not asked of blocks (these are: {", ".join(CONCEPTS)})'
            )
    if convention != "set":
        raise QuestionError(f'blocks are not decided by the convention "{convention}"; use set')
    partition = partition_of(model, blocks)
    return [over_blocks(CONCEPTS[concept.id], partition) for concept in concepts]
