"""Commands that analyse: analyse, explain, brief and sweep."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from satumeja.cli._common import (
    ALL,
    AsJson,
    Concepts,
    In,
    Language,
    ModelPath,
    console,
    give,
    load,
    names,
    print_json,
)
from satumeja.errors import OutputError

if TYPE_CHECKING:
    from satumeja.model import Model

__all__ = ["analyse", "brief", "explain", "sweep"]


_SHOWN = 4


class Engine(StrEnum):
    """The engines that decide stability."""

    auto = "auto"
    explicit = "explicit"
    symbolic = "symbolic"


Chosen = Annotated[
    Engine,
    typer.Option(
        "--engine",
        "-e",
        help="How to decide: listing the states, or with sets of them. Auto chooses by size.",
    ),
]


class Convention(StrEnum):
    """Whether a state may be a sanction of itself."""

    set = "set"
    matrix = "matrix"


Chance = Annotated[
    float, typer.Option(min=0, max=1, help="Threshold of probabilistic preference (prob_).")
]


Sanctioning = Annotated[
    Convention,
    typer.Option(help="May a state sanction itself? Matters in graph form only."),
]


def analyse(
    model: ModelPath,
    concept: Concepts = ALL,
    engine: Chosen = Engine.auto,
    where: Annotated[
        str | None,
        typer.Option(help="Say which equilibria meet this condition on the options."),
    ] = None,
    convention: Sanctioning = Convention.set,
    alpha: Chance = 0.5,
    beta: Chance = 0.5,
    gamma: Chance = 0.5,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Decide which states hold, and for whom.

    A state holds (is an equilibrium) under a concept when it is stable for every decision
    maker. Concepts: nash (nobody can improve), gmr (every improvement can be answered), smr
    (and the answer stands a counter-move), seq (the answers are credible), sseq (both).
    Further ones that need no more than a model: sim, l2, l3 ..., nm, cnash, cgmr, csmr, cseq.
    Those on what a model states beyond rankings: nash_a to seq_d (unknown preference), strong_
    and weak_ (strength), fuzzy_, prob_ and rel_ (attitudes), each with nash, gmr, smr or seq.
    """
    from satumeja import stability

    conflict, asked = load(model), names(concept)
    if where is not None:
        conflict.condition(where)  # a fault in it is told before anything is decided
    basic = [name for name in asked if name in stability.CONCEPTS]
    if basic and len(basic) == len(asked):
        _tell_of_doubt(conflict)
    known = None
    if len(basic) < len(asked):
        known = replace(conflict.knowledge, alpha=alpha, beta=beta, gamma=gamma)
    further = [
        stability.decide_further(conflict, name, known) for name in asked if name not in basic
    ]
    choice = stability.choose_engine(conflict, engine.value, convention.value)
    result = stability.decide_with(choice, conflict, basic, convention.value)
    if as_json:
        data = result.to_json(where) | {"engine_reason": choice.reason}
        for each in further:
            found = each.to_json()
            data["equilibria"][each.concept.id] = found["equilibria"]
            data["stable"][each.concept.id] = {
                "+".join(stable["party"]): stable["states"] for stable in found["stable"]
            }
        print_json(data)
        return
    from satumeja.brief.terminal import print_analysis, print_further, print_sets, print_where

    if basic and isinstance(result, stability.SymbolicAnalysis):
        print_sets(result, console(), language.value, choice.reason)
    elif basic and isinstance(result, stability.Analysis):
        print_analysis(result, console(), language.value, choice.reason)
    if where:
        print_where(result, where, console(), language.value)
    print_further(further, console(), language.value)


def _tell_of_doubt(conflict: Model) -> None:
    """Tell on stderr whose preferences are partly unknown, and count here as ranked."""
    from satumeja.model.kit import statements_of

    unsure = [
        dm.id
        for dm in conflict.decision_makers
        if dm.beyond.unknown or any(each.unknown for each in statements_of(dm.preference))
    ]
    if unsure:
        print(  # noqa: T201
            f"note: what is not known of the preferences of {', '.join(unsure)} counts as ranked; "
            "nash_a to seq_d take it as unknown",
            file=sys.stderr,
        )


def explain(
    model: ModelPath,
    state: Annotated[
        str,
        typer.Argument(help="A state: its number, its option form, its id, or status_quo."),
    ],
    dm: Annotated[
        str | None, typer.Option("--for", "-f", help="Only for this decision maker.")
    ] = None,
    concept: Concepts = ALL,
    engine: Chosen = Engine.auto,
    convention: Sanctioning = Convention.set,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Say why a state is or is not stable.

    The answer names the moves that prove it.

    Unstable: the improvement that nobody answers. Stable: for each improvement, the moves
    by which the others answer it, and who makes them.
    """
    from satumeja import stability

    conflict = load(model)
    for_whom = [conflict[dm].id] if dm else [each.id for each in conflict.decision_makers]
    asked, verdicts = names(concept), list[stability.Verdict]()
    among: stability.SymbolicAnalysis | None = None
    choice = stability.choose_engine(conflict, engine.value, convention.value)
    if choice.engine == "symbolic":
        among = stability.analyse_symbolically(conflict, [])
        verdicts += among.explain_all(
            among.find_state(state), for_whom, asked, most=20 if as_json else _SHOWN
        )
    else:
        states = [conflict.find_state(state)]
        verdicts += stability.explain_all(conflict, states, for_whom, asked, convention.value)
    if as_json:
        told = [verdict.to_json() for verdict in verdicts]
        print_json({"schema": "satumeja/verdicts/1", "engine": choice.engine, "verdicts": told})
        return
    from satumeja.brief.terminal import print_verdicts

    print_verdicts(
        conflict, verdicts, console(), language.value, among=among, convention=convention.value
    )


def brief(
    context: typer.Context,
    model: ModelPath,
    out: Annotated[str, typer.Option("--out", "-o", help="The file to write.")] = "brief.html",
    concept: Concepts = ALL,
    engine: Chosen = Engine.auto,
    reading: Annotated[
        list[str] | None,
        typer.Option(
            "--reading",
            help="Another model file of the same conflict, to set beside, in place of those "
            "the model names; repeatable.",
        ),
    ] = None,
    language: In = Language.en,
) -> None:
    """Write a brief as one HTML file, in both languages.

    On top what was asked and the answer in plain words; then the assumptions and their
    sources, tables, figures, each verdict with its reasons, what the tables could agree,
    what the answers rest on, other readings, method and limits. Where the states are too
    many to be listed it has counts, patterns and examples. Without --out, a file of that
    name is replaced only if it is a brief.
    """
    from satumeja import stability
    from satumeja.brief import is_brief, render

    source = context.get_parameter_source("out")
    unnamed = source is not None and source.name == "DEFAULT"
    if unnamed and os.path.lexists(out) and not is_brief(out):
        raise OutputError(f"{out}: is not a brief of satumeja's; name a file with --out")
    conflict, others = load(model), [load(each) for each in reading] if reading else None
    choice = stability.choose_engine(conflict, engine.value)
    result = stability.decide_with(choice, conflict, names(concept))
    give(render(conflict, result, language=language.value, readings=others), out)


def sweep(
    model: ModelPath,
    profiles: Annotated[
        int, typer.Option("--profiles", "-n", min=1, help="How many preference profiles.")
    ] = 10_000,
    seed: Annotated[int, typer.Option(help="Where chance starts.")] = 1,
    dm: Annotated[
        list[str] | None,
        typer.Option("--for", "-f", help="Draw only this decision maker's; may be repeated."),
    ] = None,
    ties: Annotated[float, typer.Option(help="How likely neighbours tie, 0 to 1.")] = 0.0,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Processes.")] = 1,
    store: Annotated[
        str | None, typer.Option(help="Keep results in this file, and go on from it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Count how often each state holds, over random preferences.

    Draws the order of the states anew for everybody, or for those named, and counts in how
    many of these preference profiles each state is an equilibrium.
    """
    from satumeja import questions

    conflict = load(model)
    plan = questions.random_profiles(conflict, profiles, seed, dms=dm, ties=ties)
    with questions.workers(jobs) as executor:
        found = questions.sweep(plan, executor, store)
    if as_json:
        print_json(found.to_json())
        return
    give(found.csv(), None)
