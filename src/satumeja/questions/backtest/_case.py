"""A case of a backtest: a model, and what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from satumeja.display import ShownInLine
from satumeja.errors import QuestionError
from satumeja.model import Model

__all__ = ["Case", "require_one_of_each"]


@dataclass(frozen=True, repr=False)
class Case(ShownInLine):
    """A model of a conflict, and the states that stand for what happened.

    Parameters
    ----------
    name : str
        What the case is called.
    model : Model
        The model.
    outcomes : tuple of int
        The states that stand for what happened, from 1: one, or several where the model does
        not tell apart what happened.
    conflict : str
        The conflict it is a model of; models of one conflict count once. By default its name.

    Raises
    ------
    QuestionError
        If there is no outcome, or one is no state of the model.

    See Also
    --------
    satumeja.questions.backtest : How often what holds contains what happened.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> Case("chicken", load("chicken"), (1,)).conflict
    'chicken'
    """

    name: str
    model: Model
    outcomes: tuple[int, ...]
    conflict: str = ""

    def __post_init__(self) -> None:
        if not self.outcomes:
            raise QuestionError(f"{self.name}: say which state came about")
        for state in self.outcomes:
            self.model.find_state(str(state))
        object.__setattr__(self, "outcomes", tuple(sorted(set(self.outcomes))))
        object.__setattr__(self, "conflict", self.conflict or self.name)


def require_one_of_each(names: Iterable[str]) -> None:
    """Require that no two cases have one name."""
    for name, count in Counter(names).items():
        if count > 1:
            raise QuestionError(f"two cases are called {name}")
