"""Why a state is or is not stable, under any concept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from satumeja.errors import QuestionError
from satumeja.model import Knowledge, Model
from satumeja.stability._concepts import Concept
from satumeja.stability._lookup import any_concepts
from satumeja.stability._partition import Partition, blocked
from satumeja.stability.explicit import Convention, Explicit, searches

if TYPE_CHECKING:
    from satumeja.stability.further import Proof

__all__ = ["explain", "explain_all"]


def explain(
    model: Model,
    state: int | str,
    members: str | Iterable[str],
    concept: str,
    convention: Convention = "set",
    knowledge: Knowledge | None = None,
    *,
    engine: Explicit | None = None,
    blocks: Partition | None = None,
) -> Proof:
    """Decide whether a state is stable for a decision maker or coalition, and prove it by moves.

    Parameters
    ----------
    model : Model
        Any model the explicit engine takes.
    state : int or str
        The state: its number, or a name as for `Model.find_state`.
    members : str or iterable of str
        The decision maker who considers leaving it, or the members of a coalition.
    concept : str
        The solution concept, by id, in any case.
    convention : {"set", "matrix"}
        As of `analyse`.
    knowledge : Knowledge, optional
        What a concept reads beyond ranks; what the model states by default.
    engine : Explicit, optional
        The engine of the model, where one is set up already; for the convention "set".
    blocks : str or iterable of str or iterable of str, optional
        A partition as of `analyse`; `members` are then those of one block.

    Returns
    -------
    Verdict, SimultaneousVerdict, ForesightVerdict or CoalitionVerdict
        The verdict with its witness, as the concept has it. Of a concept decided from ranks
        alone, for "unstable" an improvement nobody sanctions, for "stable" a shortest
        sanction of each improvement.

    Raises
    ------
    QuestionError
        If there is no such state, decision maker or concept, the concept is not asked of
        coalitions, or needs what is not stated.
    LimitError
        If the model has more states than the concept is decided for.

    See Also
    --------
    explain_all : Several verdicts at the cost of one set-up.
    analyse : All verdicts, without their moves.

    Notes
    -----
    Costs one closure, O(n) a round, and then a search around the state alone; under a
    concept that reads more than ranks what `decide_further` costs to set up.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> verdict = explain(load("prisoners-dilemma"), 1, "row", "seq")
    >>> verdict.stable, verdict.sanctions
    (True, (Sanction(improvement=2, path=(Step(dm='column', to=4),)),))
    >>> explain(load("prisoners-dilemma"), 1, "row", "L2").outlooks
    (Outlook(horizon=2, move=2, path=(Step(dm='column', to=4),)),)
    """
    (chosen,) = any_concepts([concept])
    if not isinstance(members, Iterable):
        raise QuestionError(f"decision makers are named by their ids, not by {members!r}")
    party = (members,) if isinstance(members, str) else tuple(members)
    if blocks is not None:
        from satumeja.stability.further import Inquiry

        (over,) = blocked(model, [chosen], blocks, convention)
        return Inquiry(model, over).proof(state, party)
    if isinstance(chosen, Concept):
        if len(party) != 1:
            raise QuestionError(f'"{chosen.id}" is asked of one decision maker at a time')
        number = model.require_state(state)
        (search,) = searches(model, party, [chosen], convention, engine)
        return search(number)
    from satumeja.stability.further import Inquiry

    return Inquiry(model, chosen.id, knowledge).proof(state, party)


def explain_all(
    model: Model,
    states: Sequence[int | str],
    dms: Sequence[str],
    concepts: str | Iterable[str],
    convention: Convention = "set",
    *,
    engine: Explicit | None = None,
    knowledge: Knowledge | None = None,
    blocks: Partition | None = None,
) -> list[Proof]:
    """Explain every combination of states, decision makers and concepts.

    Parameters
    ----------
    model : Model
        Any model the explicit engine takes.
    states : sequence of int or str
        The states, by number or by a name as for `Model.find_state`.
    dms : sequence of str
        The decision makers who consider leaving them; of coalitions those with any of them.
    concepts : str or iterable of str
        The solution concepts, by id.
    convention : {"set", "matrix"}
        As of `analyse`.
    engine : Explicit, optional
        The engine of the model, where one is set up already; for the convention "set".
    knowledge : Knowledge, optional
        What a concept reads beyond ranks; what the model states by default.
    blocks : str or iterable of str or iterable of str, optional
        A partition as of `analyse`: of its blocks those are asked that have any of `dms`.

    Returns
    -------
    list of Verdict, SimultaneousVerdict, ForesightVerdict and CoalitionVerdict
        By state, then by concept as `analyse` orders them, then by decision maker.

    Raises
    ------
    QuestionError
        As of `explain`.

    See Also
    --------
    explain : One verdict.

    Notes
    -----
    The engine is set up once, or the one given is used, and the closure made once for each
    concept and decision maker, so this is much cheaper than as many calls of `explain`.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> verdicts = explain_all(load("chicken"), [2, 3], ["row"], ["nash", "nm"])
    >>> [(v.state, v.concept, v.stable) for v in verdicts]
    [(2, 'nash', True), (2, 'nm', True), (3, 'nash', True), (3, 'nm', False)]
    """
    numbers = [model.require_state(state) for state in states]
    who = [model[dm].id for dm in dms]
    chosen = any_concepts(concepts)
    basic = [concept for concept in chosen if isinstance(concept, Concept)]
    beyond = [concept for concept in chosen if not isinstance(concept, Concept)]
    proofs: list[Callable[[int], Proof]] = []
    if blocks is not None:
        basic, beyond = [], blocked(model, chosen, blocks, convention)
    if basic:
        proofs += searches(model, who, basic, convention, engine)
    if beyond:
        from satumeja.stability.further import Inquiry

        for concept in beyond:
            inquiry = Inquiry(model, concept, knowledge)
            proofs += [
                partial(inquiry.proof, members=party)
                for party in inquiry.parties
                if not set(party).isdisjoint(who)
            ]
    return [proof(number) for number in numbers for proof in proofs]
