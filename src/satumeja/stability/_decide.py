"""Decide which states are stable for whom, under any concepts, of states that are listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from satumeja.errors import QuestionError
from satumeja.model import Knowledge, Model
from satumeja.stability._analysis import Analysis
from satumeja.stability._concepts import CONCEPTS, CONVENTIONS, Concept, concepts_named
from satumeja.stability._lookup import any_concepts
from satumeja.stability._partition import Partition, blocked
from satumeja.stability.explicit import Convention, Explicit, Moves, Values

if TYPE_CHECKING:
    from satumeja.stability._budget import Budget
    from satumeja.stability._lookup import AnyConcept

__all__ = ["analyse", "decide"]

_BOUND = {"bound": "some moves are barred, shared or unseen, as stated; all are listed one by one"}
_MATRIX = {"sanctions": "every state not preferred to s, ties included, s itself left out"}


@dataclass(frozen=True, eq=False)
class _Thresholds(Mapping[tuple[str, str], Values]):
    """Thresholds as the engine laid them out, listed state by state where asked for.

    With two-way options a threshold is the same for a whole block of states, so this
    takes a small part of the memory that the listed ones would.
    """

    moves: Moves
    laid: Mapping[tuple[str, str], Values]

    def __getitem__(self, key: tuple[str, str]) -> Values:
        return self.moves.listed(self.laid[key])

    def __contains__(self, key: object) -> bool:
        return key in self.laid

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.laid)

    def __len__(self) -> int:
        return len(self.laid)


def analyse(
    model: Model,
    concepts: str | Iterable[str] = tuple(CONCEPTS),
    convention: Convention = "set",
    knowledge: Knowledge | None = None,
    *,
    blocks: Partition | None = None,
    budget: Budget | None = None,
) -> Analysis:
    """Decide which states are stable for whom, and which hold for everyone.

    Parameters
    ----------
    model : Model
        Any number of decision makers, in option form or graph form.
    concepts : str or iterable of str
        Concepts by id, in any case, one string or several; the five that are decided from
        ranks alone by default. Any others may be among them.
    convention : {"set", "matrix"}
        Whether a state may be a sanction of itself, as in the definition by sets; in
        the matrix papers it may not, which changes verdicts in graph form only.
    knowledge : Knowledge, optional
        What further concepts read beyond ranks; what the model states by default.
    blocks : str or iterable of str or iterable of str, optional
        A coalition structure: the decision makers parted into blocks, each of which moves
        and improves as one, as ``"moe+uniroyal,lg"`` or ``[["moe", "uniroyal"], ["lg"]]``. The
        five concepts are then asked of the blocks.
    budget : Budget, optional
        Time and memory that may be taken, looked at between decision makers; of the five
        concepts alone.

    Returns
    -------
    Analysis
        The stable states and equilibria, with the thresholds that decide them; over blocks
        there are none.

    Raises
    ------
    QuestionError
        If a concept or the convention is unknown, or a concept needs what is not stated, or is
        not asked of blocks, or a decision maker is in no block or in several; or there is a
        budget for what knows of none.
    LimitError
        If the model has more feasible states than can be listed, or than there is
        memory for, or than a concept that reads more than ranks is decided for; or if the
        budget is spent.

    See Also
    --------
    explain : Why a state is or is not stable.
    analyse_symbolically : The same for states that are too many to be listed.
    decide_further : One concept beyond the five.
    hypergame : Everybody deciding in the game it sees.

    Notes
    -----
    The five are Nash stability [2]_, general and symmetric metarationality [3]_, sequential
    [4]_ and symmetric sequential stability [5]_, for several decision makers as in [1]_.
    Cost: O(n log n) a decision maker to set up, then a few passes over n states for each
    decision maker, concept and round of sanctions.

    A block moves by a legal sequence of its members, and improves where it ends in a state that
    every member prefers, as coalitions do in [6]_; the other blocks sanction as wholes. Up to
    4,096 states; where every block has one member it is the analysis without blocks.

    References
    ----------
    .. [1] Fang, Hipel & Kilgour, *Interactive Decision Making: The Graph Model for
       Conflict Resolution*, Wiley, 1993.
    .. [2] Nash, "Equilibrium points in n-person games", PNAS, 1950.
    .. [3] Howard, *Paradoxes of Rationality*, MIT Press, 1971.
    .. [4] Fraser & Hipel, *Conflict Analysis: Models and Resolutions*, North-Holland, 1984.
    .. [5] Rêgo & Vieira, "Symmetric sequential stability in the graph model for conflict
       resolution with multiple decision makers", Group Decision and Negotiation, 2017.
    .. [6] Kilgour, Hipel, Fang & Peng, "Coalition analysis in group decision support", Group
       Decision and Negotiation, 2001.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> analyse(load("chicken"), ["gmr"]).equilibria("gmr").tolist()
    [1, 2, 3]
    >>> blocks = [["moe", "uniroyal"], ["local_government"]]
    >>> analyse(load("elmira"), "seq", blocks=blocks).equilibria("seq").tolist()
    [1, 7, 8, 9]
    """
    if convention not in ("set", "matrix"):
        raise QuestionError(f'unknown convention "{convention}" (known: set, matrix)')
    chosen = any_concepts(concepts)
    basic = [concept.id for concept in chosen if isinstance(concept, Concept)]
    if budget and (blocks is not None or len(basic) < len(chosen)):
        raise QuestionError("time and memory are limited for nash, gmr, smr, seq and sseq alone")
    if blocks is not None:
        return _over_blocks(model, chosen, convention, blocks)
    if budget is not None:
        return _within(model, concepts_named(basic), convention, budget)
    result = decide(Explicit(model, convention=convention), basic)
    return _with_further(result, chosen, knowledge)


def _within(
    model: Model, chosen: tuple[Concept, ...], convention: Convention, budget: Budget
) -> Analysis:
    """Decide wholly within a budget, or not at all."""
    from satumeja.stability._budget import SpentError, nothing_decided

    try:
        return _decided(Explicit(model, convention=convention, budget=budget), chosen, {}, budget)
    except SpentError as spent:
        advice = "decide by sets (symbolic), where what was decided until then is kept"
        raise nothing_decided(budget, spent.reason, advice) from None


def _with_further(
    result: Analysis, chosen: tuple[AnyConcept, ...], knowledge: Knowledge | None
) -> Analysis:
    """Decide the concepts that read more than ranks, too, if any are among the chosen."""
    beyond = [concept.id for concept in chosen if not isinstance(concept, Concept)]
    if not beyond:
        return result
    from satumeja.stability.further import decide_further

    further = {name: decide_further(result.model, name, knowledge) for name in beyond}
    return replace(result, concepts=chosen, further=further)


def _over_blocks(
    model: Model, chosen: Sequence[AnyConcept], convention: Convention, blocks: Partition
) -> Analysis:
    """Decide concepts that are asked of the blocks of a partition."""
    from satumeja.stability.further import BLOCKED, decide_further

    put = blocked(model, chosen, blocks, convention)
    result = decide(Explicit(model), [])
    return replace(
        result,
        concepts=tuple(chosen),
        further={concept.id: decide_further(model, concept) for concept in put},
        blocks=put[0].parties if put else (),
        conventions={**result.conventions, "blocks": BLOCKED},
    )


def decide(engine: Explicit, concepts: Iterable[str]) -> Analysis:
    """Decide the concepts with an engine that is set up."""
    return _decided(engine, concepts_named(concepts), {})


def _decide_again(before: Analysis, model: Model) -> Analysis:
    """Decide what was decided before of a model in which some prefer otherwise.

    Parameters
    ----------
    before : Analysis
        What was decided.
    model : Model
        From `Model.with_preferences` of its model.
    """
    question, thresholds = dict(before.parameters), before.thresholds
    if question["knowledge"] == before.model.knowledge:
        question["knowledge"] = None  # none was given: what the new preferences state will do
    engine = before._engine
    if before.blocks or engine is None or not isinstance(thresholds, _Thresholds):
        # A result that was kept elsewhere has no engine any more, and blocks need no other.
        return analyse(model, **question)
    new = engine.preferring(model)
    basic = [concept for concept in before.concepts if isinstance(concept, Concept)]
    result = _decided(new, tuple(basic), new.settled(engine, thresholds.laid))
    return _with_further(result, before.concepts, question["knowledge"])


def _decided(
    engine: Explicit,
    chosen: tuple[Concept, ...],
    settled: Mapping[tuple[str, str], Values],
    budget: Budget | None = None,
) -> Analysis:
    dms = engine.model.decision_makers
    return Analysis(
        model=engine.model,
        concepts=chosen,
        engine="explicit",
        ranks=dict(zip((dm.id for dm in dms), engine.ranks, strict=True)),
        thresholds=_Thresholds(engine.moves, engine.thresholds(chosen, settled, budget)),
        conventions=_conventions(engine),
        _engine=engine,
        _again=_decide_again,
    )


def _conventions(engine: Explicit) -> Mapping[str, str]:
    conventions = dict(CONVENTIONS)
    if engine.convention == "matrix":
        conventions |= _MATRIX
    if not (engine.model.is_graph or engine.model.moves_by_options):
        conventions |= _BOUND
    return conventions
