"""Who can move where in a model, to tell whether what was set up for one serves another."""

from __future__ import annotations

from satumeja.model import Model, OptionStates
from satumeja.model.kit import arcs_of

__all__ = ["Conflict"]


class Conflict:
    """A model that equals another one where everybody moves alike, whatever they prefer."""

    def __init__(self, model: Model) -> None:
        self.model = model
        states, makers = model.states, model.decision_makers
        content: list[object] = [len(states)]
        if isinstance(states, OptionStates) and model.moves_by_options:
            content += [states.codes.tobytes(), states.masks]
            content += [tuple(option.direction for option in dm.options) for dm in makers]
        else:
            content += [arcs_of(model, dm).tobytes() for dm in makers]
        self._content = tuple(content)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Conflict) and self._content == other._content

    def __hash__(self) -> int:
        return hash(self._content)
