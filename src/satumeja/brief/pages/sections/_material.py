"""What a brief is made from: a model, its analysis, and what is asked of them, each once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from satumeja.brief.pages.sections._never import NeverHolds, never_holding
from satumeja.brief.sentences import (
    Difference,
    alike,
    differences,
    explained_states,
    verdicts_on,
)
from satumeja.brief.tables import Quote
from satumeja.brief.words import Words
from satumeja.evidence import Archive
from satumeja.gallery import Outcome, outcome_for
from satumeja.model import Model, references
from satumeja.questions import Goal, OverTime, Paths, RestsOn, goals, over_time, paths, rests_on
from satumeja.questions.backtest import Case, Row, backtest
from satumeja.stability import (
    CONCEPTS,
    Analysis,
    StateSet,
    SymbolicAnalysis,
    Verdict,
    analyse,
)
from satumeja.stability.further import Proof
from satumeja.table import Comparison, Openings, Threats, compare, openings, threats

__all__ = ["Listed", "Material", "Sets"]

_TABLES = 4096
_CHANGES = 256
_ORDERS = 200
_SAMPLES = 3
_IMPROVEMENTS = 3


@dataclass(frozen=True, eq=False)
class Material:
    """A model and its analysis, for the editions of a brief in all languages.

    What is asked of them beyond the analysis is asked when a section wants it, and once.

    Parameters
    ----------
    analysis : Analysis or SymbolicAnalysis
        An analysed model.
    """

    analysis: Analysis | SymbolicAnalysis

    @property
    def model(self) -> Model:
        """The conflict."""
        return self.analysis.model

    @property
    def concepts(self) -> list[str]:
        """The concepts it was analysed under, by id."""
        return [concept.id for concept in self.analysis.concepts]

    @property
    def alone(self) -> bool:
        """Whether everybody is taken to move alone: nothing is asked of tables."""
        return True

    @cached_property
    def english(self) -> Words:
        """The words in which the conventions of the program are written."""
        return Words("en")

    @cached_property
    def archive(self) -> Archive:
        """Where evidence is looked up."""
        return Archive(self.model)

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What the model cites, as it was published."""
        return tuple(Quote(self.archive.find(name)) for name in references(self.model))


@dataclass(frozen=True, eq=False)
class Listed(Material):
    """A model whose states are listed, its analysis, and other readings of it.

    Tables are asked about where there are some, a status quo, and up to 4,096 states; what
    answers rest on, where there are up to 256.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    readings : sequence of Model
        Other readings of the same conflict.
    """

    analysis: Analysis
    readings: Sequence[Model] = ()

    @cached_property
    def explained(self) -> tuple[list[int], int]:
        """The states whose verdicts are put into words, and how many equilibria are left out."""
        return explained_states(self.analysis)

    @cached_property
    def verdicts(self) -> tuple[Proof, ...]:
        """The verdicts on these states."""
        return tuple(verdicts_on(self.analysis, self.explained[0]))

    @cached_property
    def others(self) -> tuple[Analysis, ...]:
        """The other readings, analysed under the same concepts."""
        return tuple(analyse(each, self.concepts) for each in self.readings)

    @cached_property
    def archives(self) -> tuple[Archive, ...]:
        """Where the evidence of the other readings is looked up."""
        return tuple(Archive(each) for each in self.readings)

    @cached_property
    def differences(self) -> tuple[tuple[Difference, ...] | None, ...]:
        """On what each other reading differs; None where that is more than preferences."""
        return tuple(differences(self.analysis, other) for other in self.others)

    @cached_property
    def routes(self) -> tuple[Paths, Goal | None]:
        """What improvements can make of the status quo, and the nearest equilibrium elsewhere."""
        found = paths(self.model, improvements=True, engine=self.analysis.explicit)
        return found, next((goal for goal in goals(self.analysis, found) if goal.moves), None)

    @cached_property
    def _is_seated(self) -> bool:
        start, size = self.model.status_quo_number, len(self.model.states)
        return bool(self.model.tables) and start is not None and size <= _TABLES

    @property
    def alone(self) -> bool:
        """Whether everybody is taken to move alone: nothing is asked of tables."""
        return not self._is_seated

    @property
    def _by_options(self) -> list[str]:
        """The tables that are asked about what options alone can tell."""
        seated = self._is_seated and not self.model.is_graph
        return [table.id for table in self.model.tables] if seated else []

    @cached_property
    def comparison(self) -> Comparison | None:
        """What each table could agree."""
        return compare(self.model, engine=self.analysis.explicit) if self._is_seated else None

    @cached_property
    def openings(self) -> tuple[Openings, ...]:
        """What would open each table's zone of agreement."""
        return tuple(openings(self.model, table) for table in self._by_options)

    @cached_property
    def threats(self) -> Threats | None:
        """Which threats and promises work."""
        return threats(self.model, engine=self.analysis.explicit) if self._by_options else None

    @cached_property
    def judged(self) -> tuple[Threats, ...]:
        """The threats of the model and of the other readings that are like it, if any are."""
        compared = [other for other in self.others if alike(self.model, other.model)]
        if not compared or len(self.model.states) > _TABLES:
            return ()

        def judge(analysis: Analysis) -> Threats:
            return threats(analysis.model, engine=analysis.explicit)

        return self.threats or judge(self.analysis), *map(judge, compared)

    @cached_property
    def never(self) -> tuple[NeverHolds, ...]:
        """The options that are taken in some states and in no equilibrium."""
        return never_holding(self.analysis) if self._is_seated else ()

    @cached_property
    def rests(self) -> RestsOn | None:
        """What the answers rest on."""
        plain = [concept for concept in self.concepts if concept in CONCEPTS]
        if not (plain and self._is_seated) or len(self.model.states) > _CHANGES:
            return None
        return rests_on(self.model, concepts=plain, samples=_ORDERS, archive=self.archive)

    @cached_property
    def tested(self) -> tuple[Outcome, tuple[Row, ...]] | None:
        """What happened, and whether it is in what holds, where the gallery knows for certain.

        Not where it is from memory alone, nor where the analysis is by a convention of its own:
        the nulls are by the ordinary ones.
        """
        outcome, plain = outcome_for(self.model), [c for c in self.concepts if c in CONCEPTS]
        if outcome is None or not (outcome.verified and plain):
            return None
        rows = backtest([Case(outcome.name, self.model, outcome.states)], plain).rows
        usual = (row.predicted == (*self.analysis.equilibria(row.concept),) for row in rows)
        return (outcome, rows) if all(usual) else None

    @cached_property
    def dates(self) -> OverTime | None:
        """The conflict over the dates of its tables, where there are several."""
        if not self._by_options:
            return None
        found = over_time(self.model, concepts=self.concepts)
        return found if len(found.steps) > 1 else None


@dataclass(frozen=True, eq=False)
class Sets(Material):
    """A model whose states are too many to be listed, and its analysis by sets of them.

    Parameters
    ----------
    analysis : SymbolicAnalysis
        An analysed model.
    """

    analysis: SymbolicAnalysis

    @cached_property
    def strong(self) -> StateSet:
        """The equilibria under every concept analysed."""
        return self.analysis.strong_equilibria

    @cached_property
    def samples(self) -> tuple[int, ...]:
        """A few equilibria, by decimal: of those under every concept, or under some."""
        some = [self.analysis.equilibria(concept) for concept in self.concepts]
        equilibria = self.strong or next((each for each in some if each), self.strong)
        return tuple(equilibria.sample(_SAMPLES))

    @cached_property
    def explained(self) -> tuple[int, ...]:
        """The states to be put into words, by decimal: the status quo, and the samples."""
        start = self.model.status_quo
        return tuple(dict.fromkeys([*([] if start is None else [start]), *self.samples]))

    @cached_property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts on these states: a closure for each, decision maker and concept."""
        dms = [dm.id for dm in self.model.decision_makers]
        return tuple(
            verdict
            for state in self.explained
            for verdict in self.analysis.explain_all(state, dms, self.concepts, _IMPROVEMENTS)
        )
