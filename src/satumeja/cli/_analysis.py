"""Commands that analyse: analyse, explain and brief."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from satumeja.cli._common import (
    ModelPath,
    console,
    load,
    names,
    print_json,
    tell,
)
from satumeja.cli._limits import Limit, Memory, budget_for, lacking_in, tell_of_undecided
from satumeja.cli._options import (
    ALL,
    AsJson,
    AsStrings,
    Blocks,
    Chosen,
    Concepts,
    Convention,
    Engine,
    For,
    In,
    Language,
    Sanctioning,
    only,
    only_json,
)

if TYPE_CHECKING:
    from satumeja.model import Knowledge, Model
    from satumeja.stability import Analysis, Budget, Explained, SymbolicAnalysis
    from satumeja.stability.further import Proof

__all__ = ["analyse", "explain"]


_SHOWN = 4
_GO = "--limit and --memory go"
_HALF = 0.5


def _chance(flag: str, words: str) -> Any:
    """Make the flag of a threshold that probabilities are compared with."""
    return typer.Option(flag, metavar="SHARE", min=0, max=1, help=words)


Alpha = Annotated[float, _chance("--alpha", "prob_: leaving takes a chance over 1 - alpha.")]
Beta = Annotated[float, _chance("--beta", "prob_: staying takes a chance of 1 - beta at most.")]
Gamma = Annotated[float, _chance("--gamma", "prob_: a credible move takes a chance over gamma.")]


def analyse(
    model: ModelPath,
    concept: Concepts = ALL,
    engine: Chosen = Engine.auto,
    blocks: Blocks = None,
    where: Annotated[
        str | None,
        typer.Option(
            "--where",
            metavar="CONDITION",
            help="Say which equilibria meet this condition on the options.",
        ),
    ] = None,
    group: Annotated[
        bool,
        typer.Option("--group", help="Group the equilibria by what tells them apart."),
    ] = False,
    convention: Sanctioning = Convention.set,
    alpha: Alpha = _HALF,
    beta: Beta = _HALF,
    gamma: Gamma = _HALF,
    limit: Limit = None,
    memory: Memory = None,
    as_json: AsJson = False,
    as_strings: AsStrings = False,
    language: In = Language.en,
) -> None:
    """Decide which states hold, and for whom.

    A state holds (is an equilibrium) under a concept when it is stable for every decision
    maker. Concepts: nash (nobody can improve), gmr (every improvement can be answered), smr
    (and the answer stands a counter-move), seq (the answers are credible), sseq (both).
    Further ones that need no more than a model: sim, l2, l3 ..., nm, cnash, cgmr, csmr, cseq.
    Those on what a model states beyond rankings: nash_a to seq_d (unknown preference), strong_
    and weak_ (strength), strong_gmr_a to strong_seq_d (both), fuzzy_, prob_ and rel_ (attitudes),
    each with nash, gmr, smr or seq.
    --blocks us+nato,russia asks the five of blocks that move, gain and answer together.
    --limit and --memory end it in time: where states are too many to be listed, what is decided
    by then is told, and of the rest how many hold at least and at most.
    """
    from satumeja import stability

    only_json(as_strings, as_json)
    budget = budget_for(limit, memory)
    concepts = stability.any_concepts(names(concept))
    chosen = [entry.id for entry in concepts]
    beyond = [name for name in chosen if name not in stability.CONCEPTS]
    _check_thresholds(chosen, alpha, beta, gamma)
    _check_engine(engine, convention, not beyond, blocks)
    _check_budget(budget, not beyond, blocks)
    only(group, engine is not Engine.symbolic, "--group does not go with --engine symbolic")
    conflict = load(model)
    if where is not None:
        conflict.condition(where)  # a fault in it is told before anything is decided
    if not beyond:
        _tell_of_doubt(conflict)
    knowledge = _knowledge(conflict, alpha, beta, gamma) if beyond else None
    choice = stability.choose_engine(
        conflict, engine.value, convention.value, chosen, blocks, budget
    )
    result = stability.decide_with(
        choice, conflict, chosen, convention.value, knowledge=knowledge, blocks=blocks,
        budget=budget,
    )  # fmt: skip
    tell_of_undecided(lacking_in(result))
    groups = {name: result.groups(name).to_json() for name in chosen} if group else {}
    if as_json:
        data = result.document(where) | {"engine_reason": choice.reason}
        data |= {"groups": groups} if group else {}
        print_json(data, as_strings=as_strings)
        return
    _print(result, where, language.value, choice.reason, group)


def _print(
    result: Analysis | SymbolicAnalysis,
    where: str | None,
    language: str,
    reason: str,
    group: bool,
) -> None:
    """Print an analysis as pages for people."""
    from satumeja import stability
    from satumeja.brief.terminal import print_analysis, print_definitions

    page = console()
    if isinstance(result, stability.Analysis):
        print_analysis(result, page, language, reason, group=group)
    else:
        from satumeja.brief.terminal import print_sets

        print_sets(result, page, language, reason)
    if where:
        from satumeja.brief.terminal import print_where

        print_where(result, where, page, language)
    if isinstance(result, stability.Analysis):
        print_definitions(result, page, language)


def _check_thresholds(chosen: list[str], alpha: float, beta: float, gamma: float) -> None:
    """Refuse thresholds of probabilities that no concept asked for compares with."""
    chances = [name.removeprefix("prob_") for name in chosen if name.startswith("prob_")]
    answered = [shape for shape in chances if shape != "nash"]
    only(alpha != _HALF, chances, "--alpha goes with concepts on chances (prob_) only")
    only(beta != _HALF, answered, "--beta goes with prob_gmr, prob_smr and prob_seq only")
    only(gamma != _HALF, "seq" in chances, "--gamma goes with prob_seq only")


def _knowledge(conflict: Model, alpha: float, beta: float, gamma: float) -> Knowledge:
    """Give what the model states beyond rankings, with the thresholds that were asked for."""
    return replace(conflict.knowledge, alpha=alpha, beta=beta, gamma=gamma)


def _check_engine(
    engine: Engine, convention: Convention, basic: bool = True, blocks: str | None = None
) -> None:
    """Refuse an engine or a convention that does not know what is asked."""
    symbolic, matrix = engine is Engine.symbolic, convention is Convention.matrix
    only(symbolic, blocks is None, "--engine symbolic does not go with --blocks")
    only(matrix, blocks is None, "--convention matrix does not go with --blocks")
    only(symbolic, basic, "--engine symbolic goes with nash, gmr, smr, seq and sseq only")
    only(matrix, basic, "--convention matrix goes with nash, gmr, smr, seq and sseq only")
    only(matrix, not symbolic, "--convention matrix does not go with --engine symbolic")


def _check_budget(budget: Budget | None, basic: bool, blocks: str | None) -> None:
    """Refuse to limit what does not look at the clock."""
    only(budget, blocks is None, f"{_GO} without --blocks")
    only(budget, basic, f"{_GO} with nash, gmr, smr, seq and sseq only")


def _tell_of_doubt(conflict: Model) -> None:
    """Tell on stderr whose preferences are partly unknown, and count here as ranked."""
    from satumeja.model.kit import statements_of

    unsure = [
        dm.id
        for dm in conflict.decision_makers
        if dm.beyond.unknown
        or any(statement.unknown for statement in statements_of(dm.preference))
    ]
    if unsure:
        tell(
            f"note: what is not known of the preferences of {', '.join(unsure)} counts as ranked; "
            "nash_a to seq_d take it as unknown"
        )


def explain(
    model: ModelPath,
    state: Annotated[
        str,
        typer.Argument(
            metavar="STATE", help="A state: its number, option form, name, or status_quo."
        ),
    ],
    dm: For = None,
    concept: Concepts = ALL,
    engine: Chosen = Engine.auto,
    convention: Sanctioning = Convention.set,
    blocks: Blocks = None,
    alpha: Alpha = _HALF,
    beta: Beta = _HALF,
    gamma: Gamma = _HALF,
    limit: Limit = None,
    memory: Memory = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Say in plain words what it takes for it to hold.")
    ] = False,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say why a state is or is not stable.

    The answer names the moves that prove it; --for asks for one decision maker only, with
    --blocks for the block it is in. --plain says instead, without concepts, what it takes for
    the state to hold: nothing, an answer of the others to whoever leaves, or an answer that is
    no gain to whoever makes it.

    Unstable: the improvement that nobody answers. Stable: for each improvement, the moves
    by which the others answer it, and who makes them. One state takes far less than all: with
    --limit and --memory, also where the states are too many to be listed and too hard to decide.
    """
    from satumeja import stability

    budget = budget_for(limit, memory)
    chosen = [entry.id for entry in stability.any_concepts(names(concept))]
    beyond = any(name not in stability.CONCEPTS for name in chosen)
    _check_thresholds(chosen, alpha, beta, gamma)
    _check_engine(engine, convention, not beyond, blocks)
    _check_budget(budget, not beyond, blocks)
    narrowed = concept != ALL or blocks is not None or convention is not Convention.set
    only(plain, not (dm or as_json), "--plain goes without --for and --json")
    only(plain, not narrowed, "--plain goes without --concept, --blocks and --convention")
    only(plain, budget is None, "--plain goes without --limit and --memory")
    conflict = load(model)
    if plain:
        _hold(conflict, state, engine, language)
        return
    for_whom = [conflict[dm].id] if dm else [maker.id for maker in conflict.decision_makers]
    choice = stability.choose_engine(
        conflict, engine.value, convention.value, chosen, blocks, budget
    )
    only(budget, choice.engine == "symbolic", f"{_GO} with states too many to be listed only")
    among: SymbolicAnalysis | None = None
    explained: Explained | None = None
    verdicts: Sequence[Proof]
    if choice.engine == "symbolic":
        among = stability.analyse_symbolically(conflict, [])
        explained = _by_sets(among, budget, state, for_whom, chosen, 20 if as_json else _SHOWN)
        verdicts = explained.verdicts
    else:
        states = [conflict.find_state(state)]
        knowledge = _knowledge(conflict, alpha, beta, gamma) if beyond else None
        verdicts = stability.explain_all(
            conflict,
            states,
            for_whom,
            chosen,
            convention.value,
            knowledge=knowledge,
            blocks=blocks,
        )
    undecided = {} if explained is None else explained.undecided
    tell_of_undecided(undecided)
    if as_json:
        documents = [verdict.to_json() for verdict in verdicts]
        data = {"schema": "satumeja/verdicts/1", "engine": choice.engine, "verdicts": documents}
        if explained is not None and budget is not None:
            data["undecided"] = explained.undecided_json()
        print_json(data)
        return
    from satumeja.brief.terminal import print_verdicts

    print_verdicts(
        conflict,
        verdicts,
        console(),
        language.value,
        among=among,
        convention=convention.value,
        blocks=() if blocks is None else stability.partition_of(conflict, blocks),
        undecided=undecided,
        budget=budget,
    )


def _by_sets(
    among: SymbolicAnalysis,
    budget: Budget | None,
    state: str,
    dms: Sequence[str],
    concepts: Sequence[str],
    most: int,
) -> Explained:
    """Explain a state that is not listed, within a budget if there is one."""
    from satumeja.stability import Explained

    code = among.find_state(state)
    if budget is None:
        return Explained(tuple(among.explain_all(code, dms, concepts, most)), {})
    return among.explain_within(budget, code, dms, concepts, most)


def _hold(conflict: Model, state: str, engine: Engine, language: Language) -> None:
    """Print in plain words what it takes for a state to hold."""
    from satumeja import stability
    from satumeja.brief.terminal import print_hold

    choice = stability.choose_engine(conflict, engine.value)
    result = stability.decide_with(choice, conflict, ["nash"])
    if isinstance(result, stability.SymbolicAnalysis):
        code = result.find_state(state)
        hold, is_now = result.hold(code, most=1), code == conflict.status_quo
    else:
        number = conflict.find_state(state)
        hold, is_now = result.hold(number, most=1), number == conflict.status_quo_number
    print_hold(conflict, hold, console(), language.value, is_now=is_now)
