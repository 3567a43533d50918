"""The six annexes in each language, fitted to their numbers of words alike in all."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from satumeja.brief.annexes._annex import Annex
from satumeja.brief.annexes._assumptions import assumption_annex
from satumeja.brief.annexes._facts import fact_annex
from satumeja.brief.annexes._matter import Matter
from satumeja.brief.annexes._moves import move_annex
from satumeja.brief.annexes._readings import reading_annex
from satumeja.brief.annexes._saying import Saying
from satumeja.brief.annexes._stances import stance_annex
from satumeja.brief.annexes._tables import table_annex
from satumeja.brief.leaf import Names
from satumeja.brief.words import LANGUAGES, Phrases, Words

__all__ = ["BUDGETS", "annexes_in", "annexes_of"]

BUDGETS = (150, 500, 500, 400, 300, 1200)
"""How many words each annex has at most, in either language."""

_MAKERS: tuple[Callable[[Saying, int], Annex], ...] = (
    stance_annex,
    move_annex,
    table_annex,
    fact_annex,
    reading_annex,
    assumption_annex,
)
_MOST = 64
"""No list is longer than that, whatever the words."""


def annexes_of(matter: Matter, phrases: Phrases) -> tuple[Annex, ...]:
    """Say everything that annexes 1 to 6 say in one language.

    Parameters
    ----------
    matter : Matter
        What they are made of.
    phrases : Phrases
        The names of its model and the words of the language.

    Returns
    -------
    tuple of Annex
        Annexes 1 to 6, each within its number of words. Lists are cut to one length for that,
        the same in every language; what is left out is counted.
    """
    others = [Words(code) for code in LANGUAGES if code != phrases.words.language]
    return annexes_in(matter, [phrases, *map(phrases.spoken_in, others)])[0]


def annexes_in(matter: Matter, books: Sequence[Phrases]) -> list[tuple[Annex, ...]]:
    """Say in all languages there are what `annexes_of` says in one.

    Parameters
    ----------
    matter : Matter
        What they are made of.
    books : sequence of Phrases
        One a language, of its model.
    """
    sayings = [Saying(matter, Names(matter.front, book)) for book in books]
    pairs = zip(_MAKERS, BUDGETS, strict=True)
    fitted = [_fitted(make, sayings, budget) for make, budget in pairs]
    return list(zip(*fitted, strict=True))


def _fitted(
    make: Callable[[Saying, int], Annex], sayings: Sequence[Saying], most: int
) -> list[Annex]:
    """Make an annex in each language with the longest lists that fit in all of them."""
    rows, least, fitting = _MOST, 0, [make(saying, 0) for saying in sayings]
    middle = rows
    while least < rows:
        annexes = [make(saying, middle) for saying in sayings]
        if max(annex.words for annex in annexes) <= most:
            least, fitting = middle, annexes
        else:
            rows = middle - 1
        middle = (least + rows + 1) // 2
    return fitting
