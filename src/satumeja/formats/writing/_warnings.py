"""What in a sound model deserves a second look: words that change nothing, gaps."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence

import numpy as np

from satumeja.files import beside
from satumeja.formats.compiling import too_many
from satumeja.formats.writing._native_rules import Cited
from satumeja.model import (
    Adjusted,
    DecisionMaker,
    GraphStates,
    Model,
    Option,
    OptionStates,
    Preference,
    Ranks,
    Source,
    Statement,
    Table,
    Text,
    holds,
)
from satumeja.model.kit import Codes, statements_of

__all__ = ["States", "ranks_in", "warnings_of"]

States = OptionStates | GraphStates


def ranks_in(maker: DecisionMaker, states: States) -> Ranks:
    """Rank listed states for a decision maker, 1 the least preferred."""
    codes = states.codes if isinstance(states, OptionStates) else np.zeros(0, dtype=np.int64)
    return maker.preference.ranks(codes)


def warnings_of(
    model: Model, states: States | None, removed: Sequence[int | None]
) -> Iterator[str]:
    """Give what deserves a second look in a model, one line each.

    Parameters
    ----------
    model : Model
        A sound model.
    states : OptionStates, GraphStates or None
        Its states; None where they are too many to be listed.
    removed : sequence of int or None
        How many states each infeasible rule removes.
    """
    yield from model.notes
    if model.status_quo is None:
        yield "no status quo is given"
    if states is None:
        yield f"{too_many(len(model.options))}: what depends on them is not looked at"
    for maker in model.decision_makers:
        yield from _maker_warnings(maker, model, states)
    for rule, count in zip(model.infeasible, removed, strict=True):
        if count == 0:
            yield f'infeasible rule "{rule.text}" removes no state that those above it leave'
    if isinstance(states, OptionStates):
        yield from _option_warnings(model, states.every)
        yield from _barrier_warnings(model, states.every)
        yield from _group_warnings(model, states.every)
    yield from _evidence_warnings(model)
    yield from _language_warnings(model)


def _maker_warnings(maker: DecisionMaker, model: Model, states: States | None) -> Iterator[str]:
    if not maker.options and not model.is_graph:
        yield f"{maker.id} has no option, so it never moves"
    if maker.moves is not None and not len(maker.moves):
        yield f"{maker.id} has no move"
    if states is None:
        return
    if ranks_in(maker, states).max() == 1:
        yield f"{maker.id} prefers no state to any other"
    if not isinstance(states, OptionStates):
        return
    yield from _statement_warnings(maker.id, statements_of(maker.preference), states.codes)
    yield from _edit_warnings(maker.id, maker.preference, states.codes)
    for line in maker.red_lines:
        held = holds(line.condition, states.codes)
        if held.all() or not held.any():
            often = "every" if held.all() else "no"
            yield f'red line "{line.text}" of {maker.id} holds in {often} feasible state'


def _statement_warnings(
    maker: str, statements: tuple[Statement, ...], codes: Codes
) -> Iterator[str]:
    """Tell of statements that never matter, repeat or contradict others, or decide the rest."""
    ties, met = np.zeros(len(codes), dtype=np.int64), dict[bytes, str]()
    for place, statement in enumerate(statements, start=1):
        held = holds(statement.condition, codes)
        classes, finer = np.unique(2 * ties + held, return_inverse=True)
        which = f'preference "{statement.text}" of {maker}'
        if held.all() or not held.any():
            yield f"{which} holds in {'every' if held.all() else 'no'} feasible state"
        elif same := met.get(held.tobytes()):
            yield f'{which} says the same as "{same}" above it'
        elif opposite := met.get((~held).tobytes()):
            yield f'{which} contradicts "{opposite}" above it, which decides first'
        elif len(classes) == ties.max() + 1:
            yield f"{which} tells no states apart that those above leave tied"
        ties = finer
        met.setdefault(held.tobytes(), statement.text)
        if len(classes) == len(codes) and place < len(statements):
            many = len(statements) - place
            below = "the one" if many == 1 else f"the {many}"
            verb = "matters" if many == 1 else "matter"
            yield f"{which} tells the last states apart: {below} below it never {verb}"
            return


def _edit_warnings(maker: str, preference: Preference, codes: Codes) -> Iterator[str]:
    if isinstance(preference, Adjusted):
        for place in preference.idle(codes):
            yield f"edit {place + 1} of {maker} changes nothing"


def _option_warnings(model: Model, codes: Codes) -> Iterator[str]:
    always = int(np.bitwise_and.reduce(codes))
    ever = int(np.bitwise_or.reduce(codes))
    for k, name in enumerate(model.option_names):
        if always >> k & 1 or not ever >> k & 1:
            yield f"option {name} is {'Y' if always >> k & 1 else 'N'} in every feasible state"


def _group_warnings(model: Model, codes: Codes) -> Iterator[str]:
    inside = np.zeros(len(codes), dtype=np.bool_)
    for group in model.coalesce:
        held = holds(group.condition, codes)
        if held.sum() < 2:
            which = "one feasible state only" if held.any() else "no feasible state"
            yield f'coalesce "{group.text}" holds in {which}'
        elif (held & inside).any():
            yield f'coalesce "{group.text}" shares states with one above it, so they are one'
        inside |= held


def _barrier_warnings(model: Model, codes: Codes) -> Iterator[str]:
    for barrier in model.irreversible:
        for condition, text in zip((barrier.before, barrier.after), barrier.texts, strict=True):
            if not holds(condition, codes).any():
                yield f'irreversible moves: "{text}" holds in no feasible state'
    for maker in model.decision_makers:
        for sight in maker.unseen:
            if not holds(sight.condition, codes).any():
                yield f'unseen "{sight.text}" of {maker.id} holds in no feasible state'


def _evidence_warnings(model: Model) -> Iterator[str]:
    cited: dict[str, set[str]] = {}
    for reference in {reference for part in _cited(model) for reference in part.evidence}:
        name, _, anchor = reference.partition("#")
        if anchor:
            cited.setdefault(name, set()).add(anchor)
    for source in model.sources:
        anchors = cited.get(source.id, set())
        if anchors and not source.dossier:
            yield (
                f"source {source.id} has no dossier: the {len(anchors)} references to it are "
                "found by reading the report again, and may shift when it or the reader changes"
            )
        for path in (source.report, source.dossier):
            if path and model.origin and not os.path.isfile(beside(path, model.origin)):
                yield f"source {source.id}: there is no file {path}"
        for anchor in sorted(anchors - _anchors(model, source, anchors)):
            yield f'evidence "{source.id}#{anchor}" is not in the dossier {source.dossier}'
    for path in model.readings:
        if model.origin and not os.path.isfile(beside(path, model.origin)):
            yield f"readings: there is no file {path}"


def _anchors(model: Model, source: Source, otherwise: set[str]) -> set[str]:
    """Return the ids of a source's dossier; `otherwise` where it cannot be looked into."""
    try:
        with open(beside(source.dossier, model.origin), encoding="utf-8") as file:
            dossier = json.load(file)
        kept = [*dossier["statements"], *dossier["acts"]]
        return {str(part["id"]) for part in kept}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return otherwise


def _cited(model: Model) -> list[Cited]:
    parts: list[Cited] = [*model.decision_makers, *model.options, *model.infeasible]
    parts += (*model.irreversible, *model.coalesce, *model.tables)
    for maker in model.decision_makers:
        parts += (*maker.red_lines, *maker.unseen)
        if maker.perceives:
            parts.append(maker.perceives)
            for belief in maker.perceives.beliefs.values():
                parts += statements_of(belief)
        parts += statements_of(maker.preference)
        if isinstance(maker.preference, Adjusted):
            parts += maker.preference.edits
        said = maker.beyond
        parts += (*said.unknown, *said.much_better, *said.degrees, *said.chances)
    return parts


def _language_warnings(model: Model) -> Iterator[str]:
    for words in _words(model):
        missing = [code for code in model.languages if code not in words.by_language]
        if words.by_language and missing:
            yield f'"{words}" is not given in {", ".join(missing)}'


def _words(model: Model) -> Iterator[Text]:
    yield from (model.title, model.description, *model.state_names.values())
    named: list[DecisionMaker | Option | Table] = [*model.decision_makers, *model.options]
    named += model.tables
    yield from (part.name for part in named)
    yield from (part.because for part in _cited(model))
    yield from (source.title for source in model.sources)
