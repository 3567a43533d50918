"""Questions asked of a model in one word, answered by rooms above this one.

A model knows no analysis. The methods here only pass a question on, by name, to the room
that answers it, which is loaded when it is first asked; nothing in this room rests on them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from satumeja.model._naming import StateName
    from satumeja.stability import Analysis, SymbolicAnalysis, Verdict

__all__ = ["Asking"]


class Asking:
    """What can be asked of a model without naming the room that answers."""

    @overload
    def analyse(
        self, *args: Any, limit: None = None, memory: None = None, **options: Any
    ) -> Analysis: ...

    @overload
    def analyse(
        self,
        *args: Any,
        limit: str | float | None = None,
        memory: str | int | None = None,
        **options: Any,
    ) -> Analysis | SymbolicAnalysis: ...

    def analyse(
        self,
        *args: Any,
        limit: str | float | None = None,
        memory: str | int | None = None,
        **options: Any,
    ) -> Analysis | SymbolicAnalysis:
        """Decide which states are stable for whom; see `satumeja.stability.analyse`.

        Parameters
        ----------
        *args, **options
            As of `satumeja.stability.analyse`.
        limit : str or float, optional
            Time that may be taken, as ``"60s"``, ``"10m"``, or a number of seconds.
        memory : str or int, optional
            Memory that may be taken, as ``"2GB"``, or a number of bytes. With either, the engine
            is the one that suits the model, as `satumeja.stability.decide_with` has it.

        Returns
        -------
        Analysis or SymbolicAnalysis
            The latter only within a budget, where states are too many to be listed: then
            ``undecided`` says what was not decided, and ``bounds`` what is certain of it.

        Raises
        ------
        LimitError
            If the states are too many, or within the budget nothing was decided.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("chicken").analyse().equilibria("nash").tolist()
        [2, 3]
        >>> load("chicken").analyse(limit="60s", memory="2GB").equilibria("nash").tolist()
        [2, 3]
        """
        room = import_module("satumeja.stability")
        if limit is None and memory is None:
            listed: Analysis = room.analyse(self, *args, **options)
            return listed
        budget = room.Budget(limit, memory)
        within: Analysis | SymbolicAnalysis = room.decide_within(self, budget, *args, **options)
        return within

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
