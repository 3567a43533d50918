"""What preferences would make a wished-for state an equilibrium."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import factorial

from satumeja.errors import LimitError
from satumeja.model import Model, StateName
from satumeja.questions.inverse._answer import COUNTED_STATES, Conditions, Inverse, Other
from satumeja.questions.inverse._counting import share_below, share_listed
from satumeja.questions.inverse._least import least_changes
from satumeja.questions.inverse._requirements import (
    Answered,
    Requirement,
    coupled,
    require_few,
    requirements,
)
from satumeja.stability import Analysis, Concept, analyse, concepts_by_dm, mixed
from satumeja.stability.further import Leads, bits

__all__ = ["invert"]


def invert(
    model: Model,
    state: StateName,
    concept: str | Mapping[str, str],
    *,
    dm: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Inverse:
    """Find the preferences that make a wished-for state an equilibrium, and count them.

    Parameters
    ----------
    model : Model
        Any number of decision makers; up to 65,536 states.
    state : int or str
        The wished-for state: its number, or a name as for `Model.require_state`.
    concept : str or mapping of str to str
        One of nash, gmr, smr, seq and sseq, which all are held to; or one for each decision
        maker, by id, or as a text: ``"moe=seq,uniroyal=gmr,lg=nash"``.
    dm : str, optional
        Whose preferences may change; those of everybody by default.
    progress : callable, optional
        Called with the number of decision makers whose conditions are known, and of all,
        the least change counted as one more.

    Returns
    -------
    Inverse
        Conditions on preferences, how many strict rankings meet them, and the least
        change that makes the state an equilibrium.

    Raises
    ------
    QuestionError
        If there is no such state, concept or decision maker, or somebody has no concept.
    LimitError
        If the model has more than 65,536 states.

    See Also
    --------
    every_ranking : All rankings of one decision maker, decided one by one by `sweep`.
    satumeja.stability.Analysis.distance : How far each state is from being an equilibrium.
    rests_on : What answers the model gives rest on.

    Notes
    -----
    The question is put in [1]_, and answered by matrices in [2]_; here it is answered as follows.
    The state is stable for a decision maker i if each move of i is no improvement or is
    sanctioned, and with the others' preferences given this depends only on which states
    i likes less than it. So the strict rankings that make it stable for i are counted
    exactly at any size (see `count_below`). Under SEQ and SSEQ the preferences of i
    also decide which of its moves are credible sanctions of others; where that matters,
    rankings are gone through one by one if the places of nine states at most matter,
    and else the count is left open. With everybody free, the counts of Nash, GMR and SMR
    multiply. Whether others can answer i depends on the concept of i alone, so all of this
    holds where each decision maker has a concept of its own.

    References
    ----------
    .. [1] Kinsara, Kilgour & Hipel, "Inverse approach to the graph model for conflict
       resolution", IEEE Trans. SMC: Systems, 2015.
    .. [2] Wang, Hipel, Fang & Dang, "Matrix representations of the inverse problem in the
       graph model for conflict resolution", European J. Operational Research, 2018.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> inverse = invert(load("syria-iraq"), 2, "gmr", dm="syria")
    >>> inverse.count, inverse.of
    (384, 720)
    >>> inverse = invert(load("syria-iraq"), 5, {"syria": "gmr", "iraq": "seq"}, dm="syria")
    >>> inverse.count, inverse.conditions["syria"].stable_in
    (174, 384)
    """
    held_to = concepts_by_dm(model, concept)
    number = model.require_state(state)
    ids = tuple(maker.id for maker in model.decision_makers)
    free = ids if dm is None else (model[dm].id,)
    require_few(len(model.states))
    leads = Leads(model)
    # The others too: bounds on the least change under SEQ and SSEQ rest on them.
    ids_of = {dm_id: criterion.id for dm_id, criterion in held_to.items()}
    result = analyse(model, dict.fromkeys([*ids_of.values(), "nash", "gmr", "smr"]))
    conditions = dict[str, Conditions]()
    for place, dm_id in enumerate(free):
        if progress is not None:
            progress(place, len(free) + 1)
        conditions[dm_id] = _conditions(
            result, leads, ids.index(dm_id), number - 1, list(held_to.values())
        )
    if progress is not None:
        progress(len(free), len(free) + 1)
    share = _together(list(conditions.values()), held_to)
    of = _rankings(len(model.states))
    of = None if of is None else of ** len(free)
    return Inverse(
        model=model,
        state=number,
        concepts=held_to,
        free=free,
        holds=number in mixed(result, ids_of),
        conditions=conditions,
        count=_count(share, of),
        of=of,
        changes=least_changes(result, leads, number - 1, held_to, free),
        share=share,
    )


def _conditions(
    result: Analysis, leads: Leads, place: int, state: int, concepts: Sequence[Concept]
) -> Conditions:
    makers = result.model.decision_makers
    own = requirements(leads, place, state, concepts[place])
    others = tuple(
        _dependence(result, leads, other, place, state, concepts[other])
        for other in range(len(makers))
        if other != place
    )
    try:
        stable_share: Fraction | None = share_below(own)
    except LimitError:
        stable_share = None
    share, of = _share(own, others, stable_share, state), _rankings(leads.size)
    return Conditions(
        dm=makers[place].id,
        requirements=own,
        others=others,
        met=bool(result.is_stable(concepts[place].id, makers[place].id)[state]),
        stable_in=_count(stable_share, of),
        count=_count(share, of),
        of=of,
        stable_share=stable_share,
        share=share,
    )


def _rankings(size: int) -> int | None:
    """Return how many strict rankings there are; None where there are too many digits."""
    return factorial(size) if size <= COUNTED_STATES else None


def _count(share: Fraction | None, of: int | None) -> int | None:
    """Return how many rankings a share of them is."""
    return None if share is None or of is None else of * share.numerator // share.denominator


def _share(
    own: tuple[Requirement, ...],
    others: tuple[Other, ...],
    stable_share: Fraction | None,
    state: int,
) -> Fraction | None:
    if any(other.stable == "never" for other in others):
        return Fraction(0)
    if all(other.stable == "always" for other in others):
        return stable_share
    needed = list[Answered]()
    for other in others:
        if other.needs is None:
            return None
        needed += other.needs
    try:
        return share_listed(own, needed, state)
    except LimitError:
        return None


def _dependence(
    result: Analysis, leads: Leads, focal: int, free: int, state: int, concept: Concept
) -> Other:
    """Decide whether the state is stable for `focal` whatever `free` prefers."""
    dm = result.model.decision_makers[focal].id
    if not concept.credible:
        stable = bool(result.is_stable(concept.id, dm)[state])
        return Other(dm, "always" if stable else "never")
    if _answered(leads, focal, free, state, concept, credible=False):
        return Other(dm, "always")
    if not _answered(leads, focal, free, state, concept, credible=True):
        return Other(dm, "never")
    try:
        needs = coupled(leads, focal, free, state, concept)
    except LimitError:
        return Other(dm, "depends", None)
    if any(not answer.any_of for answer in needs):
        return Other(dm, "never")
    return Other(dm, "depends", needs)


def _answered(
    leads: Leads, focal: int, free: int, state: int, concept: Concept, *, credible: bool
) -> bool:
    """Decide stability for `focal` if every move of `free` is credible, or none is."""
    movers = dict.fromkeys(set(range(len(leads.ranks))) - {focal, free}, True)
    if credible:
        movers[free] = False
    holds = leads.deterring(focal, state, counter=concept.counter)
    improvements = bits(leads.improvements[focal][state])
    return all((leads.reached(movers, target) & holds).any() for target in improvements)


def _together(
    each_alone: Sequence[Conditions], concepts: Mapping[str, Concept]
) -> Fraction | None:
    """Return the share of the profiles of all who are free."""
    if len(each_alone) == 1:
        return each_alone[0].share
    if any(concept.credible for concept in concepts.values()):
        return None
    # Without credibility nobody's stability depends on what another prefers.
    share = Fraction(1)
    for alone in each_alone:
        if alone.stable_share is None:
            return None
        share *= alone.stable_share
    return share
