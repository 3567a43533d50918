"""The backtest: hits beside their nulls, skill above them, and how likely chance alone is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean
from typing import Any

from satumeja.display import Card, Shown, ShownInLine
from satumeja.errors import QuestionError
from satumeja.questions.backtest._case import Case, require_one_of_each
from satumeja.questions.backtest._chances import at_least, holm
from satumeja.questions.backtest._nulls import (
    NULLS,
    by_rankings,
    by_share,
    by_staying,
    by_swapping,
)
from satumeja.stability import analyse

__all__ = ["Backtest", "Conflict", "Row", "Score", "backtest"]

FIVE = ("nash", "gmr", "smr", "seq", "sseq")


@dataclass(frozen=True, repr=False)
class Row(ShownInLine):
    """One case under one concept: a hit or not, and never without its nulls.

    Parameters
    ----------
    case : str
        The case.
    conflict : str
        Its conflict.
    concept : str
        The concept.
    states : int
        How many states the model has.
    predicted : tuple of int
        The states that hold under it.
    outcomes : tuple of int
        The states that came about.
    nulls : mapping of str to float or None
        The chance of a hit under each of `NULLS`; None where a null cannot be asked.
    """

    case: str
    conflict: str
    concept: str
    states: int
    predicted: tuple[int, ...]
    outcomes: tuple[int, ...]
    nulls: Mapping[str, float | None]

    @property
    def hit(self) -> bool:
        """Whether what came about is among what holds."""
        return not set(self.predicted).isdisjoint(self.outcomes)

    def to_json(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "case": self.case,
            "conflict": self.conflict,
            "concept": self.concept,
            "states": self.states,
            "predicted": list(self.predicted),
            "outcomes": list(self.outcomes),
            "hit": self.hit,
            "nulls": dict(self.nulls),
        }


@dataclass(frozen=True, repr=False)
class Score(ShownInLine):
    """How a concept does against one null, over all conflicts that the null can be asked of.

    Parameters
    ----------
    concept, null : str
        Which.
    conflicts : int
        How many conflicts there are to it.
    hits, chance : float
        Sums over them, the models of one conflict averaged.
    skill : float or None
        The share that hits win of what chance leaves; 0 as chance, 1 all, below 0 worse.
        None where chance leaves nothing.
    p : float
        The chance of as many hits if the null were true; a conflict counts as a hit only where
        every model of it hits, and with the greatest chance among them.
    corrected : float
        The same, corrected for as many concepts by the way of Holm.
    """

    concept: str
    null: str
    conflicts: int
    hits: float
    chance: float
    skill: float | None
    p: float
    corrected: float

    def to_json(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True)
class Conflict:
    """The cases of one conflict under one concept and null."""

    hit: float
    chance: float
    all_hit: bool
    greatest: float


@dataclass(frozen=True, eq=False, repr=False)
class Backtest(Shown):
    """What a backtest gave.

    Parameters
    ----------
    concepts : tuple of str
        The concepts, in the order stated before.
    rows : tuple of Row
        A row a case and concept.
    scores : tuple of Score
        A score a concept and null.
    profiles, seed : int
        Of the random rankings.

    See Also
    --------
    backtest : Makes it.
    """

    concepts: tuple[str, ...]
    rows: tuple[Row, ...]
    scores: tuple[Score, ...]
    profiles: int
    seed: int

    def card(self) -> Card:
        """Show how many cases there are, and the skill of each concept."""
        cases = len({row.case for row in self.rows})
        lines = [
            f"{score.concept} against {score.null}: {_number(score.skill)}"
            for score in self.scores
            if score.null == "rankings"
        ]
        return Card(f"Backtest of {cases} cases", [(line,) for line in lines])

    def score(self, concept: str, null: str) -> Score:
        """Give the score of a concept against a null (`QuestionError` where there is none)."""
        for score in self.scores:
            if (score.concept, score.null) == (concept, null):
                return score
        raise QuestionError(f"nothing was asked about {concept} against {null}")

    def to_json(self) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/backtest/1``."""
        return {
            "schema": "satumeja/backtest/1",
            "concepts": list(self.concepts),
            "profiles": self.profiles,
            "seed": self.seed,
            "rows": [row.to_json() for row in self.rows],
            "scores": [score.to_json() for score in self.scores],
        }


def backtest(
    cases: Iterable[Case],
    concepts: Sequence[str] = FIVE,
    *,
    profiles: int = 5_000,
    seed: int = 1,
    progress: Callable[[int, int], object] | None = None,
) -> Backtest:
    """Tell how often what holds contains what happened, beside what chance would give.

    Parameters
    ----------
    cases : iterable of Case
        Models, and what happened; models of one conflict count once, averaged.
    concepts : sequence of str
        In an order stated before; the correction is for as many.
    profiles, seed : int
        How many random rankings of everybody the second null draws, and where chance starts.
    progress : callable, optional
        Called with the cases done and their number.

    Returns
    -------
    Backtest
        Every hit with its four nulls, and the skill above each.

    Raises
    ------
    QuestionError
        If there are no cases, or two of one name, or a concept is none.

    See Also
    --------
    Case : What it is asked of.
    sweep : How often each state holds under random rankings.

    Notes
    -----
    With h a hit (1) or none (0) and c the chance of one under a null, the skill over conflicts
    is ``sum(h - c) / sum(1 - c)``; the chance of as many hits is that of independent trials of
    unequal chances [2]_, and [1]_ says what others' ways of telling reached.
    The nulls: states drawn at random, as many as came about; strict rankings of everybody drawn
    at random; the rankings there are, exchanged among the decision makers; and that all stays as
    it is. The last two ask for more than the first: a concept that says "nothing changes" has no
    skill against the fourth.

    A model written when its outcome was known may have it in its preferences: no null takes
    that away. `questions.backtest` describes models of the past, and foretells nothing.

    Cost: one analysis a case, and the deciding of `profiles` profiles of it.

    References
    ----------
    .. [1] Green, K. C. (2002). Forecasting decisions in conflict situations. International
       Journal of Forecasting 18(3), 321-344.
    .. [2] Wang, Y. H. (1993). On the number of successes in independent trials. Statistica
       Sinica 3(2), 295-312.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> result = backtest([Case("crisis", load("cuban-missile-crisis"), (5,))], ["nash", "seq"])
    >>> [(row.concept, row.hit, round(row.nulls["share"], 2)) for row in result.rows]
    [('nash', False, 0.0), ('seq', True, 0.17)]
    """
    listed, names = list(cases), tuple(dict.fromkeys(name.strip().lower() for name in concepts))
    if not listed:
        raise QuestionError("there are no cases to ask about")
    require_one_of_each(case.name for case in listed)
    rows = list[Row]()
    for number, case in enumerate(listed):
        if progress:
            progress(number, len(listed))
        rows += _rows(case, names, profiles, seed)
    if progress:
        progress(len(listed), len(listed))
    return Backtest(names, tuple(rows), scores_of(rows, names), profiles, seed)


def _rows(case: Case, concepts: tuple[str, ...], profiles: int, seed: int) -> list[Row]:
    result = analyse(case.model, concepts)
    random, swapped = by_rankings(case, concepts, profiles, seed), by_swapping(case, concepts)
    staying, states = by_staying(case), len(case.model.states)
    rows = []
    for place, concept in enumerate(concepts):
        predicted = tuple(result.equilibria(concept).tolist())
        nulls = {
            "share": by_share(case, predicted),
            "rankings": random[place],
            "swapped": swapped[place] if swapped else None,
            "status_quo": staying,
        }
        rows.append(
            Row(case.name, case.conflict, concept, states, predicted, case.outcomes, nulls)
        )
    return rows


def scores_of(rows: Sequence[Row], concepts: Sequence[str]) -> tuple[Score, ...]:
    """Score every concept against every null, the concepts corrected together."""
    scores = list[Score]()
    for null in NULLS:
        by_concept = [_conflicts(rows, concept, null) for concept in concepts]
        chances = [
            at_least(
                sum(conflict.all_hit for conflict in conflicts),
                [conflict.greatest for conflict in conflicts],
            )
            for conflicts in by_concept
        ]
        for concept, conflicts, p, corrected in zip(
            concepts, by_concept, chances, holm(chances), strict=True
        ):
            hits = sum(conflict.hit for conflict in conflicts)
            chance = sum(conflict.chance for conflict in conflicts)
            left = len(conflicts) - chance
            skill = (hits - chance) / left if left > 0 else None
            scores.append(Score(concept, null, len(conflicts), hits, chance, skill, p, corrected))
    return tuple(scores)


def _conflicts(rows: Sequence[Row], concept: str, null: str) -> list[Conflict]:
    chosen = [
        (row.conflict, row.hit, chance)
        for row in rows
        if row.concept == concept and (chance := row.nulls[null]) is not None
    ]
    conflicts = []
    for _, models in groupby(sorted(chosen, key=lambda row: row[0]), key=lambda row: row[0]):
        _, hits, chances = zip(*models, strict=True)
        conflicts.append(Conflict(fmean(hits), fmean(chances), all(hits), max(chances)))
    return conflicts


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:.2f}"
