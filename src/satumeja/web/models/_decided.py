"""A model decided, taking over what an edit left as it was."""

from __future__ import annotations

from satumeja.model import Model
from satumeja.stability import Analysis, SymbolicAnalysis, choose_engine, decide_with

__all__ = ["IN_VIEW", "LISTED", "Decided", "decided", "is_listed"]

Decided = Analysis | SymbolicAnalysis
"""A model decided by either engine."""
IN_VIEW = 256
"""Of more states than these only the columns in view are drawn, and named in words."""
LISTED = 4096
"""Of more states than these sets are shown."""


def decided(model: Model, before: Decided | None = None) -> Decided:
    """Decide a model under the five concepts, with the engine that suits it.

    Parameters
    ----------
    model : Model
        The model.
    before : Analysis or SymbolicAnalysis, optional
        Of the model before an edit; where the edit changed preferences alone, what it left as
        it was is not decided again.
    """
    if isinstance(before, Analysis):
        again = before.of_model(model)
        if again is not None:
            return again
    return decide_with(choose_engine(model), model)


def is_listed(analysis: Decided) -> bool:
    """Whether the states are few enough to be listed on the screen."""
    return isinstance(analysis, Analysis) and len(analysis.model.states) <= LISTED
