"""Questions asked of an analysis in one word, answered by the room above this one.

As with those asked of a model (`satumeja/model/_asking.py`), a method here only passes a
question on, by name, to the room that answers it, which is loaded when it is first asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from satumeja.model import StateName
    from satumeja.questions import Effectiveness, Groups

__all__ = ["Asking"]


class Asking:
    """What can be asked of an analysis without naming the room that answers."""

    def groups(self, concept: str, *, start: StateName | None = None) -> Groups:
        """Group the equilibria under a concept by options; see `satumeja.questions.groups`.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("chicken").analyse().groups("nash").shared
        '-|-'
        """
        answer: Groups = import_module("satumeja.questions").groups(self, concept, start=start)
        return answer

    def effectiveness(self, grades: str | Iterable[str] | None = None) -> Effectiveness:
        """Count in how many equilibria options are; see `satumeja.questions.effectiveness`.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> load("chicken").analyse().effectiveness().equilibria
        3
        """
        answer: Effectiveness = import_module("satumeja.questions").effectiveness(self, grades)
        return answer
