"""Commands on many equilibria: effectiveness and stepwise."""

from __future__ import annotations

from typing import Annotated

import typer

from satumeja.cli._common import ModelPath, console, load, names, one_concept, print_json
from satumeja.cli._limits import Limit, Memory, budget_for
from satumeja.cli._options import (
    AsJson,
    Chosen,
    Concepts,
    Engine,
    In,
    Language,
)

__all__ = ["effectiveness", "stepwise"]


def effectiveness(
    model: ModelPath,
    concept: Concepts = "nash,seq,smr,gmr",
    engine: Chosen = Engine.auto,
    limit: Limit = None,
    memory: Memory = None,
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Count in how many equilibria options are taken.

    For each option in how many equilibria it is taken and in how many not, by their strength:
    each counts once, under the first of --concept by which it is one. Counts are exact where
    the states are too many to be listed, too: where --limit or --memory does not suffice for all
    of --concept, nothing is counted, and the concept is named.
    """
    from satumeja import questions, stability
    from satumeja.brief import terminal

    budget = budget_for(limit, memory)
    conflict, grades = load(model), names(concept)
    choice = stability.choose_engine(conflict, engine.value, concepts=grades, budget=budget)
    result = stability.decide_with(choice, conflict, grades, budget=budget)
    counts = questions.effectiveness(result, grades)
    if as_json:
        print_json(counts.to_json())
        return
    terminal.print_effectiveness(counts, console(), language.value)


def stepwise(
    model: ModelPath,
    step: Annotated[
        list[str],
        typer.Option(
            "--step",
            metavar="OPTIONS",
            help="Options that come in together, with commas between them; repeatable, the most "
            "important first.",
        ),
    ],
    concept: Concepts = "seq",
    as_json: AsJson = False,
    language: In = Language.en,
) -> None:
    """Analyse step by step, the most important options first.

    The first step has the options of the first --step alone; in each step after it only what
    holds in the step before is feasible. Options that no --step names come in last. States
    hold under one --concept: nash, gmr, smr, seq or sseq.
    """
    from satumeja import questions
    from satumeja.brief import terminal

    answer = questions.stepwise(load(model), step, one_concept(concept))
    if as_json:
        print_json(answer.to_json())
        return
    terminal.print_stepwise(answer, console(), language.value)
