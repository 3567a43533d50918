"""The other readings of a conflict, and where the present situation stands in each."""

from __future__ import annotations

from collections.abc import Sequence

from satumeja.front._data import Reading
from satumeja.model import Model
from satumeja.model.kit import statements_of
from satumeja.stability import choose_engine, decide_with

__all__ = ["readings_of"]


def readings_of(model: Model, level: int | None, others: Sequence[Model]) -> tuple[Reading, ...]:
    """Describe a reading, with the rung of its present situation, and the others of the conflict.

    What another leaves aside is recounted for each: sentences that it cites for what
    somebody wants or rules out, and that `model` cites for nothing of the kind.
    """
    own = _sentences(model)
    this = Reading(model.reading or model.title, level, this=True, left_aside=())
    return (
        this,
        *(
            Reading(
                other.reading or other.title,
                _level(other),
                this=False,
                left_aside=tuple(name for name in _sentences(other) if name not in own),
            )
            for other in others
        ),
    )


def _level(model: Model) -> int | None:
    if model.status_quo is None:
        return None
    return decide_with(choose_engine(model), model, ["nash"]).hold(most=1).level


def _sentences(model: Model) -> tuple[str, ...]:
    """List the sentences that what is wanted or ruled out is cited for, each once."""
    stated = (
        statement
        for dm in model.decision_makers
        for statement in (*statements_of(dm.preference), *dm.red_lines)
    )
    cited = (name for statement in stated for name in statement.evidence if "#" in name)
    return tuple(dict.fromkeys(cited))
