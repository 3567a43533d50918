"""Whether two models let the same sides move alike between the same states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from satumeja.model._content import content_of

if TYPE_CHECKING:
    from satumeja.model._model import Model

__all__ = ["moves_alike"]


def moves_alike(first: Model, second: Model) -> bool:
    """Decide whether two models have the same sides, options, states and moves.

    What things are called, why they are so, and what is preferred may differ.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> chicken, dilemma = load("chicken"), load("prisoners-dilemma")
    >>> moves_alike(chicken, chicken.with_preferences(row="4 > 2 ~ 3 > 1"))
    True
    >>> moves_alike(chicken, dilemma)
    False
    """
    return first is second or bool(_skeleton(first) == _skeleton(second))


def _skeleton(model: Model) -> tuple[Any, ...]:
    """Return what decides who can move where."""
    makers = tuple(
        (
            dm.id,
            tuple((part.id, part.direction, _levels(part.scale)) for part in dm.options),
            content_of(dm.moves),
            dm.shared,
            content_of(tuple(unseen.condition for unseen in dm.unseen)),
        )
        for dm in model.decision_makers
    )
    rules = content_of(tuple(rule.condition for rule in model.infeasible))
    barred = content_of(tuple((b.before, b.after, b.by) for b in model.irreversible))
    return makers, rules, barred, content_of(model.coalesce), model.state_ids


def _levels(scale: Any) -> tuple[str, tuple[str, ...]] | None:
    return None if scale is None else (scale.id, scale.levels)
