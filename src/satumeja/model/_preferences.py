"""What a decision maker prefers, and the ranks that follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown, ShownInLine, brief
from satumeja.errors import ModelError, QuestionError
from satumeja.model._conditions import Codes, Condition
from satumeja.model._content import Content
from satumeja.model._rankings import by_payoffs, listed_order, read_text, require_each
from satumeja.model._text import NO_TEXT, Text
from satumeja.model._words import fill_their_range, scores

__all__ = ["Grounds", "Prioritisation", "Ranking", "Ranks", "Statement", "Weighting", "dense"]

Ranks = NDArray[np.int32]
"""The rank of each state, in their order; 1 is the least preferred."""
_BATCH = 32
_FEW = 1 << 16
_LONGEST = 256


@dataclass(frozen=True, repr=False)
class Grounds(ShownInLine):
    """What something rests on that has no part of its own in a model.

    Parameters
    ----------
    because : Text
        The reason given.
    evidence : tuple of str
        References to sources, or to places in them.
    """

    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Statement(Shown):
    """A condition somebody wants to hold, and what that rests on.

    Parameters
    ----------
    condition : Condition
        What is wanted.
    text : str
        The condition as written.
    because : Text
        Why it is stated; empty where the file gives no reason.
    evidence : tuple of str
        References such as ``wire#s3`` to statements of a source.
    greatly : bool
        Whether states that it is the first to tell apart are *greatly* preferred.
    unknown : bool
        Whether it is not known which of the states it is the first to tell apart is
        preferred; rankings take it as stated.
    degree, chance : Fraction, optional
        To which degree, or with what probability, the states in which it holds are
        preferred to those it is the first to tell them apart from.
    among : tuple of Statement
        The statements of equal importance it was made of, if it was (see `equals`).
    name : Text
        What it is called in a sentence, where the condition reads badly: a verb in its base
        form, as options are named.
    inferred : bool
        Whether whoever wrote it concluded it from what is cited, which does not say it.
    order : Grounds, optional
        Why it stands above those after it, where anything is known of that.
    """

    condition: Condition
    text: str
    because: Text = NO_TEXT
    evidence: tuple[str, ...] = ()
    greatly: bool = False
    unknown: bool = False
    degree: Fraction | None = None
    chance: Fraction | None = None
    among: tuple[Statement, ...] = ()
    name: Text = NO_TEXT
    inferred: bool = False
    order: Grounds | None = None

    def card(self) -> Card:
        """Say what is shown: the statement as written, and its marks."""
        marks = [f"{key}={value}" for key in ("degree", "chance") if (value := getattr(self, key))]
        marks += [key for key in ("greatly", "unknown", "inferred") if getattr(self, key)]
        return Card(f"Statement({', '.join([repr(brief(self.text)), *marks])})")


def dense(scores: NDArray[np.integer]) -> Ranks:
    """Replace scores, 0 or more, by ranks without gaps, the lowest score having rank 1."""
    highest = int(scores.max(initial=0))
    if highest > _FEW + 4 * len(scores):
        places: NDArray[np.intp] = np.unique(scores, return_inverse=True)[1]
        return (places + 1).astype(np.int32)
    taken = np.zeros(highest + 1, dtype=np.bool_)
    taken[scores] = True
    rank_of: Ranks = np.cumsum(taken, dtype=np.int32)
    ranks: Ranks = rank_of[scores]
    return ranks


@dataclass(frozen=True, repr=False)
class Prioritisation(Shown):
    """Option prioritisation: statements, most important first.

    A state is preferred to another where, at the first statement on which they
    differ, the statement holds in it [1]_. Truth vectors are compared as whole
    numbers, so any number of statements is exact.

    Parameters
    ----------
    statements : tuple of Statement
        The most important first; none where all states are the same to it.

    References
    ----------
    .. [1] Fang, Hipel, Kilgour & Peng, "A decision support system for interactive
       decision making", IEEE Trans. SMC-C, 2003.
    """

    statements: tuple[Statement, ...]

    def card(self) -> Card:
        """Say what is shown: the statements as written, most important first."""
        rows = [(str(k), part.text) for k, part in enumerate(self.statements, start=1)]
        count = f"{len(rows)} statement{'' if len(rows) == 1 else 's'}"
        return Card(f"Prioritisation: {count}", rows)

    def ranks(self, codes: Codes) -> Ranks:
        """Rank states (bit sets), 1 the least preferred; ties share a rank."""
        ranks = np.zeros(len(codes), dtype=np.int32)
        for first in range(0, len(self.statements), _BATCH):
            some = self.statements[first : first + _BATCH]
            found = scores([statement.condition for statement in some], codes)
            if first:
                found = ranks.astype(np.uint64) << np.uint64(_BATCH) | found
            ranks = dense(found)
        return ranks if self.statements else ranks + 1


@dataclass(frozen=True, eq=False, repr=False)
class Weighting(Content, Shown):
    """Option weighting: the weights of the options that are taken add up.

    Parameters
    ----------
    weights : mapping of int to Fraction
        Weight by 0-based option; an option without one weighs nothing.
    """

    weights: Mapping[int, Fraction]

    def total(self, code: int) -> Fraction:
        """Add up the weights of the options taken in one state, given as a bit set."""
        return sum((w for k, w in self.weights.items() if code >> k & 1), Fraction())

    def ranks(self, codes: Codes) -> Ranks:
        """Rank states (bit sets), 1 the least preferred; ties share a rank.

        Raises
        ------
        ModelError
            If the weights, brought to whole numbers, do not fit 256 bits.

        Notes
        -----
        Sums are exact. Cost: O(n) an option; some fifty times as long where they do not fit
        63 bits.
        """
        unit = lcm(*(weight.denominator for weight in self.weights.values()))
        whole = {option: int(weight * unit) for option, weight in self.weights.items()}
        most = sum(abs(weight) for weight in whole.values())
        if most >= 1 << _LONGEST:
            raise ModelError("the weights are too far apart to be added up exactly")
        if most >= 1 << 63:
            return _far_apart(whole, codes)
        found = _sums(whole, codes)
        return dense(found - found.min(initial=0))


def _sums(weights: Mapping[int, int], codes: Codes) -> NDArray[np.int64]:
    """Add up the weights of the options taken in each state."""
    if fill_their_range(codes):
        sums = np.zeros(1, dtype=np.int64)
        for option in range(int(codes.max()).bit_length()):
            sums = np.concatenate([sums, sums + weights.get(option, 0)])
        return sums[codes]
    sums = np.zeros(len(codes), dtype=np.int64)
    for option, weight in weights.items():
        sums += weight * ((codes >> option) & 1)
    return sums


def _far_apart(weights: Mapping[int, int], codes: Codes) -> Ranks:
    """Rank by sums that no machine word holds."""
    sums = np.zeros(len(codes), dtype=object)
    for option, weight in weights.items():
        sums[((codes >> option) & 1).astype(np.bool_)] += weight
    ranks: Ranks = (np.unique(sums, return_inverse=True)[1] + 1).astype(np.int32)
    return ranks


@dataclass(frozen=True, repr=False)
class Ranking(Shown):
    """Direct ranking of states.

    Parameters
    ----------
    classes : tuple of tuple of int
        State numbers (1-based), most preferred class first; every state once.
    great : frozenset of int
        The classes (0-based) that are *greatly* preferred to the one after them, and so
        to all that follow, as are those before them.

    See Also
    --------
    Ranking.read, Ranking.of, Ranking.from_payoffs : Make one of text, lists and numbers.

    Examples
    --------
    >>> Ranking(((4,), (2, 3), (1,)))
    Ranking("4 > 2 ~ 3 > 1")
    """

    classes: tuple[tuple[int, ...], ...]
    great: frozenset[int] = frozenset()

    @classmethod
    def read(cls, text: str, *, strict: bool = False) -> Ranking:
        """Read a ranking written with the numbers of states, most preferred first.

        Parameters
        ----------
        text : str
            ``>`` or ``≻`` between classes, ``>>`` or ``≫`` where those before are greatly
            preferred, ``~``, ``∼`` or ``=`` between states that tie.
        strict : bool
            Whether ties are refused.

        Raises
        ------
        QuestionError
            If it cannot be read, or misses or repeats a state.

        Examples
        --------
        >>> Ranking.read("4 > 2 ~ 3 > 1").classes
        ((4,), (2, 3), (1,))
        """
        classes, great = read_text(text, _numbered)
        return cls(_whole(listed_order(classes, _numbered, strict=strict)), great)

    @classmethod
    def of(cls, states: Sequence[Any] | NDArray[Any], *, strict: bool = False) -> Ranking:
        """Take a list or an array of the numbers of states, most preferred first.

        Parameters
        ----------
        states : sequence of int, or of int and sequences of int
            Those of an inner sequence tie.
        strict : bool
            Whether ties are refused.

        Raises
        ------
        QuestionError
            If it is no such list, or misses or repeats a state.

        Examples
        --------
        >>> Ranking.of([4, [2, 3], 1]) == Ranking.read("4 > 2 ~ 3 > 1")
        True
        """
        return cls(_whole(listed_order(states, _numbered, strict=strict)))

    @classmethod
    def from_payoffs(cls, payoffs: Iterable[Any], *, strict: bool = False) -> Ranking:
        """Rank states by what each is worth, the highest first.

        Parameters
        ----------
        payoffs : array-like, shape (n,)
            Of each state, in the order of their numbers: numbers of any kind, or text such
            as ``"0.12345678901234567890"`` or ``"1/3"``, compared exactly. Equal ones tie.
        strict : bool
            Whether ties are refused.

        Raises
        ------
        QuestionError
            If they are no list of numbers.

        Examples
        --------
        >>> Ranking.from_payoffs([1, 3.5, 3.5, 9])
        Ranking("4 > 2 ~ 3 > 1")
        """
        return cls(by_payoffs(payoffs, strict=strict))

    def __str__(self) -> str:
        text = ""
        for place, states in enumerate(self.classes):
            sign = " >> " if place - 1 in self.great else " > "
            text += (sign if place else "") + " ~ ".join(map(str, states))
        return text

    def card(self) -> Card:
        """Say what is shown: the ranking in one line."""
        return Card(f'Ranking("{brief(str(self))}")')

    def ranks(self, codes: Codes | Iterable[object]) -> Ranks:
        """Rank the states by their numbers, 1 the least preferred; ties share a rank."""
        sizes = np.fromiter(map(len, self.classes), np.int64, len(self.classes))
        numbers = np.fromiter(chain.from_iterable(self.classes), np.int64, int(sizes.sum()))
        ranks = np.empty(len(numbers), dtype=np.int32)
        ranks[numbers - 1] = np.repeat(np.arange(len(sizes), 0, -1, dtype=np.int32), sizes)
        return ranks

    def renumbered(self, new: Mapping[int, int]) -> Ranking:
        """Return the ranking of the states that `new` still has, under their new numbers.

        A great difference stays one between those above it and those below it.
        """
        kept, great = list[tuple[int, ...]](), set[int]()
        for k, states in enumerate(self.classes):
            if ties := tuple(new[s] for s in states if s in new):
                kept.append(ties)
            if k in self.great and kept:
                great.add(len(kept) - 1)
        return Ranking(tuple(kept), frozenset(great - {len(kept) - 1}))


def _numbered(state: Any) -> int:
    try:
        if isinstance(state, bool) or (isinstance(state, float) and not state.is_integer()):
            raise ValueError
        return int(state)
    except (TypeError, ValueError, OverflowError):
        message = f'"{state}" is not the number of a state; where states go by other names, let'
        raise QuestionError(f"{message} Model.with_preferences read the ranking") from None


def _whole(classes: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    require_each(classes, sum(map(len, classes)))
    return classes
