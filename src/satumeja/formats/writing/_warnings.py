"""What in a sound model deserves a second look: words that change nothing, gaps."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from satumeja.files import beside
from satumeja.formats.compiling import LARGEST
from satumeja.formats.words import remark
from satumeja.model import (
    Adjusted,
    Affected,
    Deadline,
    DecisionMaker,
    GraphStates,
    Model,
    Option,
    OptionStates,
    Preference,
    Ranks,
    Reference,
    Statement,
    Table,
    Text,
    holds,
    references,
)
from satumeja.model.kit import LISTED_OPTIONS, Codes, citing_parts, dense, statements_of

__all__ = ["States", "ranks_in", "warnings_of"]

States = OptionStates | GraphStates


def ranks_in(maker: DecisionMaker, states: States) -> Ranks:
    """Rank listed states for a decision maker, 1 the least preferred."""
    codes = states.codes if isinstance(states, OptionStates) else np.zeros(0, dtype=np.int64)
    return maker.preference.ranks(codes)


def warnings_of(
    model: Model,
    states: States | None,
    removed: Sequence[int | None],
    remarks: Sequence[Text] = (),
) -> Iterator[Text]:
    """Give what deserves a second look in a model, one line each.

    Parameters
    ----------
    model : Model
        A sound model.
    states : OptionStates, GraphStates or None
        Its states; None where they are too many to be listed.
    removed : sequence of int or None
        How many states each infeasible rule removes.
    remarks : sequence of Text
        What deserves a second look in its evidence.
    """
    yield from map(Text, model.notes)
    if model.status_quo is None:
        yield remark("warning.no_status_quo")
    if states is None:
        wide = len(model.options) > LISTED_OPTIONS
        key, most = ("wide", LISTED_OPTIONS) if wide else ("above", LARGEST)
        yield remark(f"warning.{key}", most=most)
    for maker in model.decision_makers:
        yield from _maker_warnings(maker, model, states)
    for rule, count in zip(model.infeasible, removed, strict=True):
        if count == 0:
            yield remark("warning.rule", rule=rule.text)
    if isinstance(states, OptionStates):
        yield from _option_warnings(model, states.every)
        yield from _barrier_warnings(model, states.every)
        yield from _group_warnings(model, states.every)
    yield from _source_warnings(model)
    yield from remarks
    yield from _reading_warnings(model)
    yield from _language_warnings(model)


def _maker_warnings(maker: DecisionMaker, model: Model, states: States | None) -> Iterator[Text]:
    if not maker.options and not model.is_graph:
        yield remark("warning.no_option", dm=maker.id)
    if maker.moves is not None and not len(maker.moves):
        yield remark("warning.no_move", dm=maker.id)
    if states is None:
        return
    if ranks_in(maker, states).max() == 1:
        yield remark("warning.indifferent", dm=maker.id)
    if not isinstance(states, OptionStates):
        return
    yield from _statement_warnings(maker.id, statements_of(maker.preference), states.codes)
    yield from _edit_warnings(maker.id, maker.preference, states.codes)
    for line in maker.red_lines:
        truth = holds(line.condition, states.codes)
        if truth.all() or not truth.any():
            yield remark(f"warning.red_line.{_often(truth)}", text=line.text, dm=maker.id)


def _often(truth: NDArray[np.bool_]) -> str:
    """Say in how many states something holds that holds in all of them or in none."""
    return "every" if truth.all() else "no"


def _statement_warnings(
    maker: str, statements: tuple[Statement, ...], codes: Codes
) -> Iterator[Text]:
    """Tell of statements that never matter, repeat or contradict others, or decide the rest."""
    ties, classes, earlier = np.zeros(len(codes), dtype=np.int32), 1, dict[bytes, str]()
    for place, statement in enumerate(statements, start=1):
        truth = holds(statement.condition, codes)
        finer = dense(2 * ties + truth)
        before, classes = classes, int(finer.max(initial=0))
        which = {"text": statement.text, "dm": maker}
        if truth.all() or not truth.any():
            yield remark(f"warning.statement.{_often(truth)}", **which)
        elif same := earlier.get(_bits(truth)):
            yield remark("warning.statement.same", above=same, **which)
        elif opposite := earlier.get(_bits(~truth)):
            yield remark("warning.statement.contrary", above=opposite, **which)
        elif classes == before:
            yield remark("warning.statement.idle", **which)
        ties = finer - 1
        earlier.setdefault(_bits(truth), statement.text)
        if classes == len(codes) and place < len(statements):
            yield remark("warning.statement.last", count=len(statements) - place, **which)
            return


def _bits(truth: NDArray[np.bool_]) -> bytes:
    """Give where something holds as what it can be looked up by, a bit a state."""
    return np.packbits(truth).tobytes()


def _edit_warnings(maker: str, preference: Preference, codes: Codes) -> Iterator[Text]:
    if isinstance(preference, Adjusted):
        for place in preference.idle(codes):
            yield remark("warning.edit", place=place + 1, dm=maker)


def _option_warnings(model: Model, codes: Codes) -> Iterator[Text]:
    always = int(np.bitwise_and.reduce(codes))
    ever = int(np.bitwise_or.reduce(codes))
    for k, name in enumerate(model.option_names):
        if always >> k & 1 or not ever >> k & 1:
            value = "Y" if always >> k & 1 else "N"
            yield remark("warning.option", option=name, value=value)


def _group_warnings(model: Model, codes: Codes) -> Iterator[Text]:
    inside = np.zeros(len(codes), dtype=np.bool_)
    for group in model.coalesce:
        members = holds(group.condition, codes)
        if members.sum() < 2:
            often = "single" if members.any() else "no"
            yield remark(f"warning.coalesce.{often}", text=group.text)
        elif (members & inside).any():
            yield remark("warning.coalesce.shares", text=group.text)
        inside |= members


def _barrier_warnings(model: Model, codes: Codes) -> Iterator[Text]:
    for barrier in model.irreversible:
        for condition, text in zip((barrier.before, barrier.after), barrier.texts, strict=True):
            if not holds(condition, codes).any():
                yield remark("warning.barrier", text=text)
    for maker in model.decision_makers:
        for sight in maker.unseen:
            if not holds(sight.condition, codes).any():
                yield remark("warning.unseen", text=sight.text, dm=maker.id)


def _source_warnings(model: Model) -> Iterator[Text]:
    """Tell of sources whose files are missing, and of references that nothing holds fast."""
    named = {source.id: source for source in model.sources}
    loose: dict[str, set[str]] = {}
    for text in references(model):
        reference = Reference.read(text, named)
        if reference.item and not reference.fingerprint:
            loose.setdefault(reference.source, set()).add(reference.item)
    for source in model.sources:
        count = len(loose.get(source.id, ()))
        if count and not source.dossier:
            yield remark("warning.dossier", count=count, source=source.id)
        for path in (source.report, source.dossier):
            if path and model.origin and not os.path.isfile(beside(path, model.origin)):
                yield remark("warning.source", source=source.id, path=path)


def _reading_warnings(model: Model) -> Iterator[Text]:
    for path in model.readings:
        if model.origin and not os.path.isfile(beside(path, model.origin)):
            yield remark("warning.readings", path=path)


def _language_warnings(model: Model) -> Iterator[Text]:
    for words in _words(model):
        missing = [code for code in model.languages if code not in words.by_language]
        if words.by_language and missing:
            yield remark("warning.language", words=words, languages=", ".join(missing))


def _words(model: Model) -> Iterator[Text]:
    yield from (model.title, model.description, model.question, model.reading)
    yield from model.state_names.values()
    named: list[DecisionMaker | Option | Table | Affected | Deadline]
    named = [*model.decision_makers, *model.options, *model.tables, *model.affected]
    yield from (part.name for part in (*named, *model.deadlines))
    for maker in model.decision_makers:
        yield from (stated.name for stated in statements_of(maker.preference))
    yield from (words for table in model.tables for words in (table.convenor, *table.agenda))
    yield from (part.because for part in citing_parts(model))
    yield from (source.title for source in model.sources)
