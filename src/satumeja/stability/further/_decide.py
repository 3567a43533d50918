"""Which states are stable under a further concept, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from satumeja.display import Card, Shown, brief
from satumeja.errors import QuestionError
from satumeja.model import Knowledge, Model, OptionStates
from satumeja.stability.further._coalitions import every_coalition
from satumeja.stability.further._proofs import Proof
from satumeja.stability.further._question import FurtherConcept
from satumeja.stability.further._registry import further_named
from satumeja.stability.further._setting import Party, Setting

__all__ = ["FurtherAnalysis", "Inquiry", "decide_further", "explain_further"]

_STATED = {
    "unknown": "pairs of states whose order is not known",
    "much_better": "states that are greatly preferred",
    "degrees": "degrees of preference",
    "chances": "probabilities of preference",
    "attitudes": "attitudes",
}

Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, repr=False)
class FurtherAnalysis(Shown):
    """Which states are stable for whom under a further concept.

    Parameters
    ----------
    model : Model
        What was analysed.
    concept : FurtherConcept
        Under which concept.
    knowledge : Knowledge
        With what knowledge beyond the model.
    flags : mapping of tuple of str to array, shape (n,)
        By who was asked, a single decision maker or the members of a coalition in the
        model's order: whether each state is stable for them.

    See Also
    --------
    decide_further : Makes it.
    Analysis : The five basic concepts together.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> result = decide_further(load("prisoners-dilemma"), "nm")
    >>> result.stable("row").tolist(), result.equilibria().tolist()
    ([1, 2, 4], [1, 4])
    """

    model: Model
    concept: FurtherConcept
    knowledge: Knowledge
    flags: Mapping[tuple[str, ...], Flags]

    def card(self) -> Card:
        """Show for whom which states are stable, and which for everybody."""
        rows = [("+".join(party), brief(self.stable(*party).tolist())) for party in self.flags]
        note = f"stable for all of them: {brief(self.equilibria().tolist()) or 'none'}"
        return Card(f"{self.concept.name}: {self.model.title}", rows, ("for", "stable"), note=note)

    @property
    def parties(self) -> list[tuple[str, ...]]:
        """Who was asked: single decision makers, or coalitions."""
        return list(self.flags)

    def is_stable(self, *members: str) -> Flags:
        """Decide for each state whether it is stable for a decision maker or coalition."""
        for party, flags in self.flags.items():
            if set(party) == set(members):
                return flags
        raise QuestionError(f'"{self.concept.id}" was not asked of {", ".join(members)}')

    def stable(self, *members: str) -> Numbers:
        """Return the numbers (1-based, ascending) of the states stable for them."""
        return np.flatnonzero(self.is_stable(*members)) + 1

    def is_equilibrium(self) -> Flags:
        """Decide for each state whether it is stable for everyone who was asked."""
        return reduce(np.logical_and, self.flags.values())

    def equilibria(self, where: str | None = None) -> Numbers:
        """Return the numbers (1-based, ascending) of the states stable for all asked.

        With `where`, of those alone in which that condition on the options holds.

        Raises
        ------
        QuestionError
            If the condition cannot be read.
        """
        stable = self.is_equilibrium()
        if where is not None:
            condition, states = self.model.condition(where), self.model.states
            assert isinstance(states, OptionStates)  # noqa: S101 - only options have names
            stable = stable & states.holds(condition)
        return np.flatnonzero(stable) + 1

    def to_json(self) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/further-analysis/1``."""
        return {
            "schema": "satumeja/further-analysis/1",
            "title": str(self.model.title),
            "concept": self.concept.id,
            "definition": self.concept.definition,
            "reference": self.concept.reference,
            "stable": [
                {"party": list(party), "states": self.stable(*party).tolist()}
                for party in self.flags
            ],
            "equilibria": self.equilibria().tolist(),
        }


class Inquiry:
    """A further concept put to a model: once, however many states are asked about.

    Parameters
    ----------
    model : Model
        Any model that `decide_further` takes.
    concept_id : str or FurtherConcept
        A key of `FURTHER`, or ``l<h>``; or the concept itself, as one over blocks.
    knowledge : Knowledge, optional
        What the concept needs beyond the ranks of the model; what the model states by
        default.

    Raises
    ------
    QuestionError
        If the concept is unknown, or needs what is not stated.
    LimitError
        If the model has more states than these concepts are decided for.
    """

    def __init__(
        self,
        model: Model,
        concept_id: str | FurtherConcept,
        knowledge: Knowledge | None = None,
    ) -> None:
        self.concept = further_named(concept_id) if isinstance(concept_id, str) else concept_id
        knowledge = model.knowledge if knowledge is None else knowledge
        if not isinstance(knowledge, Knowledge):
            raise QuestionError(f"knowledge is given as Knowledge(...), not as {knowledge!r}")
        for need in self.concept.needs:
            if need in _STATED and not getattr(knowledge, need):
                raise QuestionError(
                    f'"{self.concept.id}" needs {_STATED[need]}, and the model states none of '
                    f"it; in Python, Knowledge({need}=...)"
                )
        self.setting = Setting(model, knowledge)
        self.question = self.concept.ask(self.setting)

    @cached_property
    def parties(self) -> tuple[tuple[str, ...], ...]:
        """Who is asked: everyone alone, each coalition of the family, or each block."""
        return tuple(map(self.setting.names, self._parties()))

    def _parties(self) -> list[Party]:
        setting = self.setting
        if self.concept.parties:
            return [setting.party(members) for members in self.concept.parties]
        if not self.concept.is_coalitional:
            return [(i,) for i in setting.movers]
        family = setting.knowledge.coalitions
        if not family:
            return list(every_coalition(setting.movers))
        return list(dict.fromkeys(setting.party(members) for members in family))

    def flags(self, progress: Callable[[int], None] | None = None) -> dict[tuple[str, ...], Flags]:
        """Decide every state for everyone who is asked.

        Parameters
        ----------
        progress : callable, optional
            Called with the number of those for whom it is decided.
        """
        flags = dict[tuple[str, ...], Flags]()
        for party in self._parties():
            if progress is not None:
                progress(len(flags))
            flags[self.setting.names(party)] = self.question.flags(party)
        if progress is not None:
            progress(len(flags))
        return flags

    def proof(self, state: int | str, members: Iterable[str]) -> Proof:
        """Decide one state for a decision maker or coalition, and prove it by moves."""
        place = self.setting.model.require_state(state) - 1
        group = self.setting.party(members)
        if self.concept.parties:
            self._require_block(group)
        elif len(group) != 1 and not self.concept.is_coalitional:
            raise QuestionError(f'"{self.concept.id}" is asked of one decision maker at a time')
        return self.question.explain(group, place)

    def _require_block(self, group: Party) -> None:
        """Refuse a group that is none of the blocks asked."""
        if group not in self._parties():
            name, blocks = "+".join(self.setting.names(group)), map("+".join, self.parties)
            raise QuestionError(
                f'"{self.concept.id}" is asked of blocks here ({", ".join(blocks)}), and '
                f'"{name}" is none of them'
            )


def decide_further(
    model: Model, concept_id: str | FurtherConcept, knowledge: Knowledge | None = None
) -> FurtherAnalysis:
    """Decide which states are stable for whom under a further concept.

    Parameters
    ----------
    model : Model
        Any number of decision makers; up to 4,096 states, and for coalitions 65,536 where
        moves follow from options (under ``cseq`` if, besides, all combinations are feasible or
        no option is one-way).
    concept_id : str or FurtherConcept
        A key of `FURTHER`, or ``l<h>`` for a horizon h up to 999; or the concept itself.
    knowledge : Knowledge, optional
        What the concept needs beyond the ranks of the model; what the model states by
        default.

    Returns
    -------
    FurtherAnalysis
        The stable states of each decision maker, or each coalition, and the equilibria.

    Raises
    ------
    QuestionError
        If the concept is unknown, lacks what it needs, or the knowledge does not fit the
        model.
    LimitError
        If the model has more states than these concepts are decided for.

    See Also
    --------
    explain_further : Why a state is or is not stable.
    analyse : The five basic concepts, at larger sizes.

    Notes
    -----
    Unknown preference is that of [1]_, strength that of [2]_, fuzzy preference that of [3]_,
    probabilistic that of [4]_; attitudes are those of [5]_, coalitions those of [6]_, foresight
    that of [7]_, moves made at once those of [8]_. Strength under unknown preference is [9]_.

    Relations are spelt out, n * n bits each: slower than `analyse`, and free of any
    assumption about preferences, which need not be transitive. For 3 decision makers,
    4,096 states take some 1 to 4 seconds under most concepts, 2,048 under fuzzy or
    probabilistic preference some 5 to 8; the tables themselves are what takes long. For
    coalitions, whose preferences are ranks, nothing is spelt out: all 15 of 4 decision makers
    take some .1 s for 4,096 states under each of the four, and 7 s for 65,536. Non-myopic
    stability takes as long for 2 decision makers; for more, expectations can keep changing, and
    it may be refused from 256 states on.

    References
    ----------
    .. [1] Li, Hipel, Kilgour & Fang, "Preference uncertainty in the graph model for
       conflict resolution", IEEE Trans. SMC-A, 2004.
    .. [2] Hamouda, Kilgour & Hipel, "Strength of preference in the graph model for
       conflict resolution", Group Decision and Negotiation, 2004.
    .. [3] Bashar, Kilgour & Hipel, "Fuzzy preferences in the graph model for conflict
       resolution", IEEE Trans. Fuzzy Systems, 2012.
    .. [4] Rêgo & dos Santos, "Probabilistic preferences in the graph model for conflict
       resolution", IEEE Trans. SMC: Systems, 2015.
    .. [5] Inohara, Hipel & Walker, "Conflict analysis approaches for investigating attitudes
       and misperceptions in the War of 1812", J. Syst. Sci. Syst. Eng., 2007.
    .. [6] Kilgour, Hipel, Fang & Peng, "Coalition analysis in group decision support", Group
       Decision and Negotiation, 2001; Inohara & Hipel, "Coalition analysis in the graph
       model for conflict resolution", Systems Engineering, 2008.
    .. [7] Kilgour, "Equilibria for far-sighted players", Theory and Decision, 1984.
    .. [8] Fraser & Hipel, *Conflict Analysis: Models and Resolutions*, North-Holland, 1984.
    .. [9] Xu, Hipel, Kilgour & Chen, "Combining strength and uncertainty for preferences in
       the graph model for conflict resolution with multiple decision makers", Theory and
       Decision, 2010.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> doubt = Knowledge(unknown={"row": frozenset({(1, 4)})})
    >>> decide_further(load("chicken"), "gmr_b", doubt).equilibria().tolist()
    [2, 3]
    """
    inquiry = Inquiry(model, concept_id, knowledge)
    return FurtherAnalysis(model, inquiry.concept, inquiry.setting.knowledge, inquiry.flags())


def explain_further(
    model: Model,
    state: int | str,
    party: str | tuple[str, ...],
    concept_id: str,
    knowledge: Knowledge | None = None,
) -> Proof:
    """Decide whether a state is stable for a decision maker or coalition, and prove it by moves.

    Parameters
    ----------
    model : Model
        Any model that `decide_further` takes.
    state : int or str
        The state: its number, or a name as for `Model.find_state`.
    party : str or tuple of str
        A decision maker, or the members of a coalition.
    concept_id : str
        A key of `FURTHER`, or ``l<h>``.
    knowledge : Knowledge, optional
        What the concept needs beyond the ranks of the model; what the model states by
        default.

    Returns
    -------
    Verdict, SimultaneousVerdict, ForesightVerdict or CoalitionVerdict
        As the concept has it.

    Raises
    ------
    QuestionError
        If there is no such state, decision maker or concept, or the concept is not asked
        of coalitions.
    LimitError
        If the model has more states than these concepts are decided for.

    See Also
    --------
    decide_further : All states at once.
    explain : The same under the five basic concepts.

    Notes
    -----
    The relations of all states are spelt out for it, for coalitions too, so that 4,096 states
    are the most that can be explained; those of the last two models are kept, so that asking
    again about one is quick.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> explain_further(load("prisoners-dilemma"), 1, "row", "l2").outlooks
    (Outlook(horizon=2, move=2, path=(Step(dm='column', to=4),)),)
    """
    members = (party,) if isinstance(party, str) else party
    return Inquiry(model, concept_id, knowledge).proof(state, members)
