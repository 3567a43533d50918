"""Questions asked of a model in one word, answered by rooms above this one.

A model knows no analysis. The methods here only pass a question on, by name, to the room
that answers it, which is loaded when it is first asked; nothing in this room rests on them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from satumeja.model._naming import StateName
    from satumeja.stability import Analysis, Verdict

__all__ = ["Asking"]


class Asking:
    """What can be asked of a model without naming the room that answers."""

    def analyse(self, *args: Any, **options: Any) -> Analysis:
        """Decide which states are stable for whom; see `satumeja.stability.analyse`.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("chicken").analyse().equilibria("nash").tolist()
        [2, 3]
        """
        found: Analysis = import_module("satumeja.stability").analyse(self, *args, **options)
        return found

    def explain(self, state: StateName, dm: str, concept: str) -> Verdict:
        """Say why a state is or is not stable; see `satumeja.stability.explain`.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("chicken").explain(1, "row", "nash").improvement
        2
        """
        found: Verdict = import_module("satumeja.stability").explain(self, state, dm, concept)
        return found
