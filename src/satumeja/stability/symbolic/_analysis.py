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
from satumeja.stability._concepts import CONCEPTS, CONVENTIONS, Concept, concepts_named
from satumeja.stability._hold import Hold
from satumeja.stability.symbolic._engine import SymbolicEngine
from satumeja.stability.symbolic._holding import hold_of_code
from satumeja.stability.symbolic._sets import StateSet
from satumeja.stability.symbolic._space import Limits
from satumeja.stability.symbolic._witness import SymbolicVerdict, number_of, verdict

__all__ = ["SymbolicAnalysis", "analyse_symbolically"]

_LISTED = 4096


@dataclass(frozen=True, eq=False, repr=False)
class SymbolicAnalysis(Shown, Asking):
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

    def card(self) -> Card:
        """Show how many equilibria there are under each concept."""
        rows = [
            (concept.id, f"{self.equilibria(concept.id).count:,}") for concept in self.concepts
        ]
        note = f"{self.feasible.count:,} states, as sets"
        return Card(f"Analysis: {self.model.title}", rows, ("concept", "equilibria"), note=note)

    def __reduce__(self) -> tuple[Any, tuple[Model, tuple[str, ...]]]:
        # Diagrams live in the memory of the library that makes them: they are made again.
        return analyse_symbolically, (self.model, tuple(concept.id for concept in self.concepts))

    @property
    def feasible(self) -> StateSet:
        """The feasible states."""
        return StateSet(self.symbolic.states, self.symbolic.states.feasible)

    def stable(self, concept: str, dm: str) -> StateSet:
        """Return the states stable for `dm`."""
        if concept not in {decided.id for decided in self.concepts}:
            raise QuestionError(f'"{concept}" was not analysed')
        place = self.model.place(dm)
        return StateSet(self.symbolic.states, self.symbolic.stable(concept, place))

    def equilibria(self, concept: str, where: str | None = None) -> StateSet:
        """Return the states stable for everyone, those alone in which `where` holds.

        Raises
        ------
        QuestionError
            If the concept was not analysed, or the condition cannot be read.
        """
        states = self.feasible
        if where is not None:
            states = states.where(self.model.condition(where))
        for dm in self.model.decision_makers:
            states &= self.stable(concept, dm.id)
        return states

    @property
    def strong_equilibria(self) -> StateSet:
        """The states that are equilibria under every concept analysed."""
        states = self.feasible
        for concept in self.concepts:
            states &= self.equilibria(concept.id)
        return states

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
        its count, its shortest patterns, and the decimals of its first states.
        """
        names = [concept.id for concept in self.concepts]
        dms, total = [dm.id for dm in self.model.decision_makers], self.feasible.count
        decimals = list(self.feasible) if total <= _LISTED else []
        numbers = {decimal: place for place, decimal in enumerate(decimals, 1)}

        def plain(states: StateSet) -> Any:
            return [numbers[decimal] for decimal in states] if decimals else states.to_json()

        quo = self.model.status_quo
        data = {
            "schema": "satumeja/analysis/1",
            "title": str(self.model.title),
            "engine": self.engine,
            "decision_makers": dms,
            "options": list(self.model.option_names),
            "feasible": total,
            "status_quo": None if quo is None else self.number(quo),
            "states": self._listed(decimals) if decimals else None,
            "stable": {name: {dm: plain(self.stable(name, dm)) for dm in dms} for name in names},
            "equilibria": {name: plain(self.equilibria(name)) for name in names},
            "conventions": dict(self.conventions),
        }
        if where is not None:
            narrowed = {name: plain(self.equilibria(name, where)) for name in names}
            data["where"] = {"condition": where, "equilibria": narrowed}
        return data

    def document(self, where: str | None = None) -> dict[str, Any]:
        """Return what `to_json` does: sets are told by patterns, and no list in it is long."""
        return self.to_json(where)

    def _listed(self, decimals: list[int]) -> list[dict[str, Any]]:
        return [
            {"number": place, "decimal": code, "form": self.model.form(code)}
            for place, code in enumerate(decimals, 1)
        ]


def analyse_symbolically(
    model: Model,
    concepts: Iterable[str] = tuple(CONCEPTS),
    *,
    limits: Limits | None = None,
    backend: str | None = None,
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

    Returns
    -------
    SymbolicAnalysis
        The stable states and equilibria as sets that can be counted, narrowed by a
        condition, sampled, and written as patterns.

    Raises
    ------
    QuestionError
        If a concept is unknown.
    ModelError
        If no state is feasible.
    LimitError
        If the model is in graph form, ranks listed states, or is too hard.

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
    engine = SymbolicEngine(model, limits=limits, backend=backend)
    # Decided now, not when asked for: a model that is too hard fails before anything is told.
    with engine.space.limited():
        for concept in chosen:
            for place in range(len(model.decision_makers)):
                engine.stable(concept.id, place)
    return SymbolicAnalysis(model, chosen, engine)
