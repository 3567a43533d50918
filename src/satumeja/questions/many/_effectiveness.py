"""How effective options are: in how many equilibria of which strength each is taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from satumeja.display import Card, Shown
from satumeja.errors import QuestionError
from satumeja.model import Is, Model, Not, OptionStates
from satumeja.stability import Analysis, any_concept

if TYPE_CHECKING:
    from satumeja.stability import SymbolicAnalysis

__all__ = ["GRADES", "Effectiveness", "effectiveness", "graded_by"]

GRADES = ("nash", "seq", "smr", "gmr")
"""The concepts by which equilibria are graded, the strongest first."""

_Counts = Mapping[tuple[int, str], int]


@dataclass(frozen=True, eq=False, repr=False)
class Effectiveness(Shown):
    """In how many equilibria of which strength each option is taken, and left.

    Parameters
    ----------
    model : Model
        The conflict.
    grades : tuple of str
        The concepts that equilibria are graded by, the strongest first.
    totals : mapping of str to int
        How many equilibria each grade has: those that no concept before it has.
    taken, left : mapping of (int, str) to int
        By option (0-based) and grade: in how many of them it is taken, and not taken. What is
        in neither are coalesced states in which it may be both.

    See Also
    --------
    effectiveness : Makes it.
    """

    model: Model
    grades: tuple[str, ...]
    totals: Mapping[str, int]
    taken: _Counts
    left: _Counts

    @property
    def equilibria(self) -> int:
        """How many states are an equilibrium under any of the concepts."""
        return sum(self.totals.values())

    def times(self, option: int) -> int:
        """Return in how many equilibria of any grade an option (0-based) is taken."""
        return sum(self.taken[option, grade] for grade in self.grades)

    def share(self, option: int) -> Fraction | None:
        """Return the share of the equilibria in which an option is taken; None of none."""
        return Fraction(self.times(option), self.equilibria) if self.equilibria else None

    def card(self) -> Card:
        """Show for each option how often it is taken, by grade."""
        rows = [
            (name, *(f"{self.taken[k, grade]:,}" for grade in self.grades))
            for k, name in enumerate(self.model.option_names)
        ]
        rows.append(("equilibria", *(f"{self.totals[grade]:,}" for grade in self.grades)))
        return Card(f"Effectiveness of options: {self.model.title}", rows, ("taken", *self.grades))

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain data, in the schema ``satumeja/effectiveness/1``."""
        return {
            "schema": "satumeja/effectiveness/1",
            "grades": list(self.grades),
            "equilibria": dict(self.totals),
            "options": [
                {
                    "option": name,
                    "taken": {grade: self.taken[k, grade] for grade in self.grades},
                    "left": {grade: self.left[k, grade] for grade in self.grades},
                    "share": None if (share := self.share(k)) is None else float(share),
                }
                for k, name in enumerate(self.model.option_names)
            ],
        }


def effectiveness(
    analysis: Analysis | SymbolicAnalysis, grades: str | Iterable[str] | None = None
) -> Effectiveness:
    """Count in how many equilibria of which strength each option is taken.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        An analysed model in option form.
    grades : str or iterable of str, optional
        Concepts that were analysed, the strongest first; by default those of nash, seq, smr
        and gmr that were.

    Returns
    -------
    Effectiveness
        Counts by option and grade. Each equilibrium counts once, under the first of the
        concepts by which it is one.

    Raises
    ------
    QuestionError
        If the model is in graph form, a concept was not analysed, or none of the four was.

    See Also
    --------
    groups : What equilibria share, and what tells them apart.

    Notes
    -----
    Nash equilibria are equilibria under SEQ and SMR too, and all of these under GMR; of SEQ
    and SMR neither contains the other, and SEQ comes first because its sanctions are credible
    [1]_. How much options have to do with which equilibria is a count made here: it says what
    goes together, not what brings it about. Cost: O(n) an option; on sets of states one
    conjunction of diagrams for each option and grade.

    References
    ----------
    .. [1] Fang, Hipel & Kilgour, *Interactive Decision Making: The Graph Model for Conflict
       Resolution*, Wiley, 1993: how the concepts are related.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> counts = effectiveness(load("december-2021-b").analyse())
    >>> dict(counts.totals)
    {'nash': 2, 'seq': 11, 'smr': 7, 'gmr': 0}
    >>> attack = counts.model.option("attack")
    >>> [counts.taken[attack, grade] for grade in counts.grades], counts.share(attack)
    ([2, 0, 2, 0], Fraction(1, 5))
    """
    model = analysis.model
    if model.is_graph:
        raise QuestionError("options are counted, and a model in graph form has none")
    chosen = graded_by(analysis, grades)
    if not isinstance(analysis, Analysis):
        return _of_sets(analysis, chosen)
    states = model.states
    assert isinstance(states, OptionStates)  # noqa: S101 - graph form is refused above
    strengths = strength(analysis, chosen)
    sizes = _by_grade(strengths, chosen)
    taken, left = dict[tuple[int, str], int](), dict[tuple[int, str], int]()
    for option in range(len(model.options)):
        for counts, condition in ((taken, Is(option)), (left, Not(Is(option)))):
            within = _by_grade(strengths[states.holds(condition)], chosen)
            counts.update({(option, grade): count for grade, count in within.items()})
    return Effectiveness(model, chosen, sizes, taken, left)


def graded_by(
    analysis: Analysis | SymbolicAnalysis, grades: str | Iterable[str] | None = None
) -> tuple[str, ...]:
    """Return the concepts that equilibria are graded by, or refuse what was not analysed."""
    decided = [concept.id for concept in analysis.concepts]
    if grades is None:
        chosen = tuple(grade for grade in GRADES if grade in decided)
        if not chosen:
            raise QuestionError(f"none of {', '.join(GRADES)} was analysed; name what grades")
        return chosen
    # In the order given, which is the order of strength.
    by_name = [any_concept(name).id for name in _listed(grades)]
    for name in by_name:
        if name not in decided:
            raise QuestionError(f'"{name}" was not analysed')
    if not by_name:
        raise QuestionError("equilibria are graded by one concept or more")
    return tuple(dict.fromkeys(by_name))


def _listed(grades: str | Iterable[str]) -> list[str]:
    return grades.split(",") if isinstance(grades, str) else list(grades)


def strength(analysis: Analysis, grades: Sequence[str]) -> np.ndarray[Any, np.dtype[np.intp]]:
    """Return for each state the place of the first concept under which it holds.

    Where it holds under none, that is the number of concepts: shape (n,).
    """
    places = np.full(len(analysis.model.states), len(grades), dtype=np.intp)
    for place in reversed(range(len(grades))):
        places[analysis.is_equilibrium(grades[place])] = place
    return places


def _by_grade(
    strengths: np.ndarray[Any, np.dtype[np.intp]], grades: Sequence[str]
) -> dict[str, int]:
    counts = np.bincount(strengths, minlength=len(grades) + 1).tolist()
    return dict(zip(grades, counts, strict=False))


def _of_sets(analysis: SymbolicAnalysis, grades: Sequence[str]) -> Effectiveness:
    """Count where the states are sets, which have exact counts of any size."""
    rest, totals = analysis.feasible, dict[str, int]()
    taken, left = dict[tuple[int, str], int](), dict[tuple[int, str], int]()
    for grade in grades:
        members = rest & analysis.equilibria(grade)
        rest = rest - members
        totals[grade] = members.count
        for option in range(len(analysis.model.options)):
            taken[option, grade] = members.where(Is(option)).count
            left[option, grade] = totals[grade] - taken[option, grade]
    return Effectiveness(analysis.model, tuple(grades), totals, taken, left)
