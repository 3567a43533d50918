"""Which states are stable for whom, at sizes nobody could list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from satumeja.display import Card, Shown
from satumeja.errors import QuestionError, did_you_mean
from satumeja.model import Model
from satumeja.model.kit import NO_STATUS_QUO
from satumeja.stability._asking import Asking
from satumeja.stability._budget import Budget, Reason, nothing_decided
from satumeja.stability._concepts import CONCEPTS, CONVENTIONS, Concept, concepts_named
from satumeja.stability._hold import Hold
from satumeja.stability.symbolic._bounded import Bounded
from satumeja.stability.symbolic._deciders import Spent, deciding
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._holding import hold_of_code
from satumeja.stability.symbolic._parts import Parts, decide_parts
from satumeja.stability.symbolic._questions import Explained, Feasible, VerdictOn
from satumeja.stability.symbolic._space import Limits, usual_limits
from satumeja.stability.symbolic._witness import SymbolicVerdict, number_of, verdict

__all__ = ["SymbolicAnalysis", "analyse_symbolically"]

_SIMPLER = "state fewer and simpler preferences"
_SHARE = 4
"""While others wait, no verdict is given more than one in so many of the seconds left."""


@dataclass(frozen=True, eq=False, repr=False)
class SymbolicAnalysis(Bounded, Shown, Asking):
    """Which states are stable for whom under which concept, as sets.

    Parameters
    ----------
    model : Model
        What was analysed.
    concepts : tuple of Concept
        In the registry's order.
    symbolic : SymbolicEngine
        What decided, and answers what is asked afterwards.
    conventions : mapping of str to str
        The choices the verdicts rest on where the literature has several.
    engine : str
        Which engine decided: this one.
    parts : Parts, optional
        Of an analysis within a budget what was decided, and why the rest was not.

    See Also
    --------
    analyse_symbolically : Makes it.
    Analysis : The same of states that are listed.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> result = analyse_symbolically(load("december-2021-b"))
    >>> result.feasible.count
    51
    >>> equilibria = result.equilibria("nash")
    >>> equilibria.count, equilibria.sample(), equilibria.patterns().shown
    (2, [164, 172], ('NNY|-NY|NY',))
    """

    model: Model
    concepts: tuple[Concept, ...]
    symbolic: SymbolicEngine
    conventions: Mapping[str, str] = field(default_factory=lambda: CONVENTIONS)
    engine: str = "symbolic"
    parts: Parts | None = None

    def card(self) -> Card:
        """Show how many equilibria there are under each concept, or between which numbers."""
        bounds = [(concept.id, self.bounds(concept.id)) for concept in self.concepts]
        rows = [(name, between.in_digits) for name, between in bounds]
        note = f"{self.feasible.count:,} states, as sets"
        return Card(f"Analysis: {self.model.title}", rows, ("concept", "equilibria"), note=note)

    def __reduce__(self) -> tuple[Any, tuple[Any, ...]]:
        # Diagrams live in the memory of the library that makes them: they are made again.
        names = tuple(concept.id for concept in self.concepts)
        limits = (self.parts.budget.seconds, self.parts.budget.memory) if self.parts else ()
        return _again, (self.model, names, *limits)

    def find_state(self, name: str) -> int:
        """Return the decimal of the state a person names: a number, ``YN|N`` or ``status_quo``.

        Raises
        ------
        QuestionError
            If there is no such state, or it is not feasible.
        """
        code = self.model.find_code(name)
        if code is not None:
            self._require(code)
            return code
        if name.isdecimal():
            return self.decimal(int(name))
        if name == "status_quo":
            raise QuestionError(NO_STATUS_QUO)
        states = f"; states are 1 to {self.feasible.count:,}, or {self.model.form(0)} and the like"
        meant = did_you_mean(name, ["status_quo"])
        raise QuestionError(f'there is no state "{name}"{meant or states}')

    def number(self, decimal: int) -> int:
        """Return the number of a feasible state: its place among them, from 1.

        Raises
        ------
        QuestionError
            If that combination of options is not feasible.
        """
        self._require(decimal)
        with self.symbolic.space.limited():
            return number_of(self.symbolic, decimal)

    def decimal(self, number: int) -> int:
        """Return the decimal of the feasible state with a number.

        Raises
        ------
        QuestionError
            If there are fewer states.
        """
        states, total = self.symbolic.states, self.feasible.count
        if not 1 <= number <= total:
            raise QuestionError(f"there is no state {number}; states are 1 to {total:,}")
        # Option by option from the highest, as decimals ascend: either the states without it
        # are more than are still to be passed over, or all of them are passed over.
        code, left, rest = 0, number - 1, states.feasible
        with states.space.limited():
            for k in reversed(range(len(states.options))):
                low = states.space.at({states.options[k]: False}, rest)
                fewer = states.space.count(low, k)
                if left >= fewer:
                    code, left = code | 1 << k, left - fewer
                    low = states.space.at({states.options[k]: True}, rest)
                rest = low
        return code

    def explain(self, decimal: int, dm: str, concept: str, most: int = 20) -> SymbolicVerdict:
        """Decide whether a state is stable for a decision maker, and prove it by moves.

        Parameters
        ----------
        decimal : int
            The state's decimal.
        dm : str
            The decision maker who considers leaving it.
        concept : str
            The solution concept, by id.
        most : int
            The most improvements to name, those it prefers first.

        Returns
        -------
        SymbolicVerdict
            If unstable, the most preferred improvement that nobody sanctions and how
            many there are; if stable, a shortest sanction of each improvement named,
            and how many improvements there are.

        Raises
        ------
        QuestionError
            If there is no such state, decision maker or concept.
        """
        (chosen,) = concepts_named([concept])
        focal = self.model.place(dm)
        self._require(decimal)
        with self.symbolic.space.limited():
            return verdict(self.symbolic, chosen, focal, decimal, most)

    def explain_all(
        self, decimal: int, dms: Sequence[str], concepts: Iterable[str], most: int = 20
    ) -> list[SymbolicVerdict]:
        """Explain one state for some decision makers under some concepts."""
        chosen = concepts_named(concepts)
        return [self.explain(decimal, dm, concept.id, most) for concept in chosen for dm in dms]

    def explain_within(
        self,
        budget: Budget,
        decimal: int,
        dms: Sequence[str],
        concepts: Iterable[str],
        most: int = 20,
    ) -> Explained:
        """Explain one state as `explain_all` does, as far as time and memory allow.

        Parameters
        ----------
        budget : Budget
            What may be taken.
        decimal, dms, concepts, most
            As of `explain_all`.

        Returns
        -------
        Explained
            The verdicts, and those that could not be found.

        Raises
        ------
        QuestionError
            If there is no such state, decision maker or concept.
        SpentError
            If no verdict at all could be found.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> result = analyse_symbolically(load("december-2021-b"), [])
        >>> result.explain_within(Budget("1m"), 164, ["nato"], ["seq"]).verdicts[0].stable
        True
        """
        self._require(decimal)
        questions = [
            (concept.id, dm, VerdictOn(concept.id, self.model.place(dm), decimal, most))
            for concept in concepts_named(concepts)
            for dm in dms
        ]
        verdicts, undecided = list[SymbolicVerdict](), dict[tuple[str, str], Reason]()
        with deciding(self.symbolic, budget, usual_limits()) as decider:
            for k, (concept, dm, question) in enumerate(questions):
                answer = decider.ask(
                    question, budget.part(_SHARE if k + 1 < len(questions) else 1)
                )
                if isinstance(answer, Spent):
                    undecided[concept, dm] = answer.reason
                else:
                    verdicts.append(answer)
        if undecided and not verdicts:
            raise nothing_decided(budget, next(iter(undecided.values())), _SIMPLER)
        return Explained(tuple(verdicts), undecided)

    def hold(self, state: int | str = "status_quo", *, most: int = 20) -> Hold:
        """Say what it takes for a state to hold, on one scale of four rungs.

        Parameters
        ----------
        state : int or str
            The state: its decimal, or a name as for `find_state`; the status quo by default.
        most : int
            The most gainful moves a side to list, each with an answer of the best kind.

        Returns
        -------
        Hold
            As of `Analysis.hold`. States are given by their numbers; of answers that are
            equally short, one is shown that is found first.

        Raises
        ------
        QuestionError
            If there is no such state.

        Examples
        --------
        >>> from satumeja.gallery import load
        >>> analyse_symbolically(load("december-2021-b")).hold().level
        2
        """
        code = self.find_state(state) if isinstance(state, str) else state
        self._require(code)
        with self.symbolic.space.limited():
            return hold_of_code(self.symbolic, code, most)

    def _require(self, decimal: int) -> None:
        if decimal in self.feasible:
            return
        if 0 <= decimal < 1 << len(self.symbolic.states.options):
            raise QuestionError(f"state {self.model.form(decimal)} is not feasible")
        raise QuestionError(f"there is no state with decimal {decimal}")

    def to_json(self, where: str | None = None) -> dict[str, Any]:
        """Return the result as plain data, in the schema ``satumeja/analysis/1``.

        With `where`, also the equilibria in which that condition on the options holds.
        States are listed where they are few; else ``states`` is None, and each set has
        its count, its shortest patterns, and the decimals of its first states. Of an analysis
        within a budget, sets that were not decided are None, and ``undecided`` bounds them.
        """
        from satumeja.stability.symbolic._json import plain_data

        return plain_data(self, where)

    def document(self, where: str | None = None) -> dict[str, Any]:
        """Return what `to_json` does: sets are told by patterns, and no list in it is long."""
        return self.to_json(where)


def analyse_symbolically(
    model: Model,
    concepts: Iterable[str] = tuple(CONCEPTS),
    *,
    limits: Limits | None = None,
    backend: str | None = None,
    budget: Budget | None = None,
) -> SymbolicAnalysis:
    """Decide which states are stable for whom without listing them.

    Parameters
    ----------
    model : Model
        In option form, with any number of options; preferences by statements or weights.
    concepts : iterable of str
        Concepts by id; all of them by default.
    limits : Limits, optional
        What it may take: memory, diagram nodes, seconds.
    backend : {"oxidd", "dd.cudd", "dd.autoref"}, optional
        The library that makes the diagrams; the first of these that is installed by default.
    budget : Budget, optional
        Time and memory in which as much is decided as can be, in a process of its own; it is
        no fault then if that is not all.

    Returns
    -------
    SymbolicAnalysis
        The stable states and equilibria as sets that can be counted, narrowed by a
        condition, sampled, and written as patterns; within a budget perhaps `undecided` in
        part, and then bounded.

    Raises
    ------
    QuestionError
        If a concept is unknown.
    ModelError
        If no state is feasible.
    LimitError
        If the model is in graph form, ranks listed states, or is too hard; within a budget only
        if nothing of it could be decided.

    See Also
    --------
    analyse : The explicit engine, for states that can be listed.
    choose_engine : Which of the two suits a model.

    Notes
    -----
    Reachability on decision diagrams [2]_, as in model checking [1]_. No bound in the number
    of states: a dozen or two steps for each decision maker and concept, each at worst the
    product of its diagrams' sizes.

    References
    ----------
    .. [1] Burch, Clarke, McMillan, Dill & Hwang, "Symbolic model checking: 10^20 states
       and beyond", Information and Computation 98(2), 1992.
    .. [2] Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Trans.
       Computers C-35(8), 1986.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> analyse_symbolically(load("december-2021-b")).equilibria("nash").count > 0
    True
    """
    chosen = concepts_named(concepts)
    if budget:
        return _within(model, chosen, limits or usual_limits(), backend, budget)
    engine = SymbolicEngine(model, limits=limits, backend=backend)
    # Decided now, not when asked for: a model that is too hard fails before anything is told.
    with engine.space.limited():
        for concept in chosen:
            for place in range(len(model.decision_makers)):
                engine.stable(concept.id, place)
    return SymbolicAnalysis(model, chosen, engine)


def _within(
    model: Model,
    chosen: tuple[Concept, ...],
    limits: Limits,
    backend: str | None,
    budget: Budget,
) -> SymbolicAnalysis:
    """Decide what time and memory allow."""
    engine = SymbolicEngine(model, limits=limits, backend=backend, waits=True)
    with deciding(engine, budget, limits) as decider:
        feasible = decider.ask(Feasible(), budget.part(1))
        if isinstance(feasible, Spent):
            raise nothing_decided(budget, feasible.reason, _SIMPLER)
        engine.states.feasible = feasible
        parts = decide_parts(decider, chosen, model.status_quo)
    if chosen and not parts.stable:
        raise nothing_decided(budget, next(iter(parts.reasons.values())), _SIMPLER)
    return SymbolicAnalysis(model, chosen, engine, parts=parts)


def _again(
    model: Model, concepts: tuple[str, ...], limit: float | None = None, memory: int | None = None
) -> SymbolicAnalysis:
    """Make an analysis anew where it was sent to."""
    return analyse_symbolically(model, concepts, budget=Budget(limit, memory))
