"""The other readings of a conflict, and where the present situation stands in each."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.front._cited import cited
from satumeja.front._data import Reading
from satumeja.model import Model
from satumeja.stability import choose_engine, decide_with

__all__ = ["readings_of"]


def readings_of(model: Model, level: int | None, others: Sequence[Model]) -> tuple[Reading, ...]:
    """Describe a reading, with the rung of its present situation, and the others of the conflict.

    What this one leaves aside is recounted for each other: sentences that it cites for what
    somebody wants or rules out, and that `model` cites for nothing of the kind, whatever the
    two call their source.
    """
    own = cited(model)
    this = Reading(model.reading or model.title, level, this=True, left_aside=())
    return (
        this,
        *(
            Reading(
                other.reading or other.title,
                _level(other),
                this=False,
                left_aside=tuple(name for place, name in cited(other).items() if place not in own),
            )
            for other in others
        ),
    )


def _level(model: Model) -> int | None:
    if model.status_quo is None:
        return None
    return decide_with(choose_engine(model), model, ["nash"]).hold(most=1).level
