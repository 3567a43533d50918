"""What the command line answers on a page, asked from the app: each question by its command.

Rooms are imported where they are asked, so that a worker loads no more than it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from satumeja.display import ShownInLine
from satumeja.errors import QuestionError
from satumeja.web.jobs._page import SheetPage
from satumeja.web.jobs._task import Progress, Task
from satumeja.web.shapes import Options

if TYPE_CHECKING:
    from satumeja.model import Model

__all__ = ["ASKED", "Question", "require_fitting"]

_FIVE = "nash,gmr,smr,seq,sseq"
_WAITED = "60s"
"""So long states that are too many to be listed are worked on; what is not decided is named."""


@dataclass(frozen=True, repr=False)
class Question(ShownInLine):
    """A question of the command line.

    Parameters
    ----------
    ask : callable
        Asks it of a model, and prints the answer on a page; gives data, or nothing.
    options : tuple of str
        The fields of `Options` that can be named.
    needs : tuple of str
        Those that must be.
    """

    ask: Callable[[Asked], Mapping[str, Any] | None]
    options: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def __call__(self, task: Task, progress: Progress) -> dict[str, Any]:
        """Do it in the process of a worker."""
        page = SheetPage()
        data = self.ask(Asked(task.model, task.options, page, task.language, progress))
        return {"sheet": page.sheet().model_dump(), "data": data}


@dataclass(frozen=True)
class Asked:
    """A question as it is put: of which model, with what, in which language, on which page."""

    model: Model
    options: Options
    page: SheetPage
    language: str
    progress: Progress

    @property
    def concepts(self) -> list[str]:
        """The concepts named, or the five."""
        return [name.strip() for name in (self.options.concept or _FIVE).split(",")]

    def state(self, name: str | None) -> int | None:
        """Find the state a person names."""
        return None if name is None else self.model.find_state(name)


def require_fitting(question: Question, options: Options) -> None:
    """Refuse an option that a question has no use for, and ask for what it needs.

    Raises
    ------
    QuestionError
        If one is named that would change nothing, or is missing.
    """
    for name in sorted(options.model_fields_set):
        if name not in question.options:
            raise QuestionError(f'"{name}" goes with other questions, not with this one')
    for name in question.needs:
        if not getattr(options, name):
            raise QuestionError(f'this question needs "{name}"')


def _analyse(asked: Asked) -> Mapping[str, Any]:
    from satumeja import stability
    from satumeja.brief import terminal

    chosen = [concept.id for concept in stability.any_concepts(asked.concepts)]
    blocks = asked.options.blocks
    choice = stability.choose_engine(asked.model, concepts=chosen, blocks=blocks)
    beyond = any(name not in stability.CONCEPTS for name in chosen)
    knowledge = asked.model.knowledge if beyond else None
    budget = stability.Budget(_WAITED) if choice.engine == "symbolic" else None
    result = stability.decide_with(
        choice, asked.model, chosen, knowledge=knowledge, blocks=blocks, budget=budget
    )
    if isinstance(result, stability.SymbolicAnalysis):
        terminal.print_sets(result, asked.page, asked.language, choice.reason)
    else:
        terminal.print_analysis(result, asked.page, asked.language, choice.reason)
        terminal.print_definitions(result, asked.page, asked.language)
    return result.to_json()


def _explain(asked: Asked) -> None:
    from satumeja import stability
    from satumeja.brief import terminal

    options, model = asked.options, asked.model
    chosen = [concept.id for concept in stability.any_concepts(asked.concepts)]
    makers = [model[options.dm].id] if options.dm else [dm.id for dm in model.decision_makers]
    name = options.state or "status_quo"
    choice = stability.choose_engine(model, concepts=chosen)
    if choice.engine == "symbolic":
        among, budget = stability.analyse_symbolically(model, []), stability.Budget(_WAITED)
        explained = among.explain_within(budget, among.find_state(name), makers, chosen, most=4)
        terminal.print_verdicts(
            model, explained.verdicts, asked.page, asked.language, among=among,
            undecided=explained.undecided, budget=budget,
        )  # fmt: skip
        return
    verdicts = stability.explain_all(model, [model.find_state(name)], makers, chosen)
    terminal.print_verdicts(model, verdicts, asked.page, asked.language)


def _effectiveness(asked: Asked) -> Mapping[str, Any]:
    from satumeja import questions, stability
    from satumeja.brief import terminal

    grades = (asked.options.concept or "nash,seq,smr,gmr").split(",")
    choice = stability.choose_engine(asked.model, concepts=grades)
    counts = questions.effectiveness(stability.decide_with(choice, asked.model, grades), grades)
    terminal.print_effectiveness(counts, asked.page, asked.language)
    return counts.to_json()


def _stepwise(asked: Asked) -> Mapping[str, Any]:
    from satumeja import questions
    from satumeja.brief import terminal

    answer = questions.stepwise(asked.model, asked.options.steps, asked.options.concept or "seq")
    terminal.print_stepwise(answer, asked.page, asked.language)
    return answer.to_json()


def _paths(asked: Asked) -> Mapping[str, Any]:
    from satumeja import questions, stability
    from satumeja.brief import terminal

    options = asked.options
    ways = questions.paths(
        asked.model, asked.state(options.start), improvements=options.improvements
    )
    analysis, goal = stability.analyse(asked.model, asked.concepts), asked.state(options.to)
    terminal.print_paths(analysis, ways, asked.page, asked.language, to=goal, most=options.most)
    return ways.to_json()


def _coalitions(asked: Asked) -> Mapping[str, Any]:
    from satumeja import questions
    from satumeja.brief import terminal

    options = asked.options
    states = None if options.state is None else [asked.model.find_state(options.state)]
    groups = questions.coalitions(
        asked.model, states, concepts=asked.concepts, blocks=options.blocks,
        progress=asked.progress,
    )  # fmt: skip
    terminal.print_coalitions(groups, asked.page, asked.language)
    return groups.to_json()


def _hypergame(asked: Asked) -> Mapping[str, Any]:
    from satumeja import stability
    from satumeja.brief import terminal

    games = stability.hypergame(asked.model, asked.concepts)
    terminal.print_hypergame(games, asked.page, asked.language)
    return games.to_json()


def _deals(asked: Asked) -> Mapping[str, Any]:
    from satumeja import table as tables
    from satumeja.brief import terminal

    start, named = asked.state(asked.options.start), asked.options.table
    agreed: tables.Deals | tables.Comparison = (
        tables.compare(asked.model, start=start)
        if named is None
        else tables.deals(asked.model, named, start=start)
    )
    terminal.print_deals(agreed, asked.page, asked.language)
    return agreed.to_json()


def _openings(asked: Asked) -> Mapping[str, Any]:
    from satumeja import stability
    from satumeja import table as tables
    from satumeja.brief import terminal

    options, model = asked.options, asked.model
    if options.third is not None:
        answer = tables.third_party(
            model, options.third, options.table, start=asked.state(options.start),
            wanting=options.wanting,
        )  # fmt: skip
        terminal.print_third(answer, asked.page, asked.language)
        return answer.to_json()
    if stability.choose_engine(model).engine == "symbolic":
        wide = tables.symbolic_openings(model, options.table, wanting=options.wanting)
        terminal.print_openings(wide, asked.page, asked.language)
        return wide.to_json()
    opened = tables.openings(
        model, options.table, start=asked.state(options.start), wanting=options.wanting
    )
    terminal.print_openings(opened, asked.page, asked.language)
    return opened.to_json()


def _packages(asked: Asked) -> Mapping[str, Any]:
    from satumeja import table as tables
    from satumeja.brief import terminal

    options, ends = asked.options, asked.options.no_deal or "worst"
    no_deal: Literal["worst", "best"] | int = (
        "worst" if ends == "worst" else "best" if ends == "best" else asked.model.find_state(ends)
    )
    offers = tables.packages(
        asked.model, options.table, start=asked.state(options.start), no_deal=no_deal,
        concept=options.concept or "seq",
    )  # fmt: skip
    terminal.print_packages(offers, asked.page, asked.language)
    return offers.to_json()


def _threats(asked: Asked) -> Mapping[str, Any]:
    from satumeja import table as tables
    from satumeja.brief import terminal

    judged = tables.threats(asked.model, start=asked.state(asked.options.start))
    terminal.print_threats(judged, asked.page, asked.language)
    return judged.to_json()


def _invert(asked: Asked) -> Mapping[str, Any]:
    from satumeja import questions
    from satumeja.brief import terminal

    options = asked.options
    state = asked.model.find_state(options.state or "status_quo")
    concept = options.concept or "seq"
    answer = questions.invert(asked.model, state, concept, dm=options.dm, progress=asked.progress)
    terminal.print_inverse(answer, asked.page, asked.language)
    return answer.to_json()


def _over_time(asked: Asked) -> Mapping[str, Any]:
    from satumeja import formats, questions
    from satumeja.brief import terminal

    happenings = [questions.happening(asked.model, text) for text in asked.options.on]
    readings = [asked.model, *formats.load_readings(asked.model)]
    dated = [asked.model, *(other for other in readings[1:] if other.as_of)]
    concepts = (asked.options.concept or "nash,seq").split(",")
    steps = questions.over_time(
        dated if asked.model.as_of else [asked.model], happenings, concepts=concepts
    )
    terminal.print_over_time(steps, asked.page, asked.language)
    return steps.to_json()


def _sweep(asked: Asked) -> Mapping[str, Any]:
    from satumeja import questions
    from satumeja.brief import terminal

    options = asked.options
    plan = questions.random_profiles(
        asked.model, options.profiles, options.seed, dms=None if not options.dm else [options.dm]
    )
    counts = questions.sweep(plan, progress=asked.progress)
    terminal.print_sweep(counts, asked.page, asked.language)
    return counts.to_json()


def _rank(asked: Asked) -> Mapping[str, Any]:
    from satumeja.brief import terminal
    from satumeja.model import order_of

    order = order_of(asked.model, asked.options.dm or "")
    terminal.print_order(asked.model, order, asked.page, asked.language)
    return order.to_json(asked.model)


def _check(asked: Asked) -> Mapping[str, Any]:
    from satumeja import evidence, formats

    model = asked.model
    if model.sources:
        archive = evidence.Archive(model)
        contents = formats.describe(
            model, evidence=evidence.contents(archive), remarks=evidence.remarks(archive)
        )
    else:
        contents = formats.describe(model)
    for line in contents.lines(asked.language):
        asked.page.print(line)
    return contents.to_json()


ASKED: Mapping[str, Question] = {
    "check": Question(_check),
    "rank": Question(_rank, ("dm",), ("dm",)),
    "analyse": Question(_analyse, ("concept", "blocks")),
    "explain": Question(_explain, ("state", "dm", "concept")),
    "effectiveness": Question(_effectiveness, ("concept",)),
    "stepwise": Question(_stepwise, ("steps", "concept"), ("steps",)),
    "paths": Question(_paths, ("start", "to", "improvements", "most", "concept")),
    "coalitions": Question(_coalitions, ("state", "concept", "blocks")),
    "hypergame": Question(_hypergame, ("concept",)),
    "deals": Question(_deals, ("table", "start")),
    "openings": Question(_openings, ("table", "start", "wanting", "third")),
    "packages": Question(_packages, ("table", "start", "no_deal", "concept")),
    "threats": Question(_threats, ("start",)),
    "invert": Question(_invert, ("state", "concept", "dm"), ("state",)),
    "over-time": Question(_over_time, ("on", "concept")),
    "sweep": Question(_sweep, ("profiles", "seed", "dm")),
}
"""The questions by the names of their commands."""
