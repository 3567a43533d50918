"""From the validated parts of a file to the model, with every semantic fault."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import TypedDict, get_args

from satumeja.formats import schema
from satumeja.formats.compiling._conditions import Conditions
from satumeja.formats.compiling._context import Context
from satumeja.formats.compiling._graph import Graph
from satumeja.formats.compiling._groups import compile_groups, named_states
from satumeja.formats.compiling._makers import Makers
from satumeja.formats.compiling._rules import compile_rules
from satumeja.formats.compiling._scales import expanded, scale_places, scale_rules
from satumeja.formats.compiling._status_quo import compile_status_quo
from satumeja.formats.compiling._tables import (
    compile_affected,
    compile_deadlines,
    compile_tables,
)
from satumeja.formats.trees import Faults, Path
from satumeja.model import Barrier, Coalescing, DecisionMaker, Model, Rule, Source, Text
from satumeja.model.kit import OptionNames, Wording, repeated

__all__ = ["MAX_OPTIONS", "compile_model"]

MAX_OPTIONS = 1000


class _Form(TypedDict):
    """The parts of a model that differ between option form and graph form."""

    decision_makers: tuple[DecisionMaker, ...]
    infeasible: tuple[Rule, ...]
    irreversible: tuple[Barrier, ...]
    coalesce: tuple[Coalescing, ...]
    state_ids: tuple[str, ...]
    state_names: Mapping[str, Text]
    status_quo: int | None


def compile_model(part: schema.ModelFile, faults: Faults, origin: FilePath | None) -> Model:
    """Compile a model file.

    Parameters
    ----------
    part : ModelFile
        The validated parts.
    faults : Faults
        Knows their places, and takes what is wrong.
    origin : Path, optional
        The file.

    Returns
    -------
    Model
        The model it states.

    Raises
    ------
    ModelError
        With all semantic faults, in the order of their places.
    """
    sources = {name: bool(source.dossier) for name, source in part.sources.items()}
    context = Context(faults, sources, tuple(part.languages))
    for k, code in enumerate(part.languages):
        context.language(code, ("languages", k))
    _check_makers(part, context)
    form = _option_form(part, context) if part.states is None else _graph_form(part, context)
    context.one_of(part.names, get_args(Wording), "kind of names", ("names",))
    tables = compile_tables(part, _option_ids(part), context)
    affected, deadlines = compile_affected(part, context), compile_deadlines(part, context)
    model = Model(
        title=context.text(part.title, ("title",)),
        question=context.text(part.question, ("question",)),
        reading=context.text(part.reading, ("reading",)),
        names="labels" if part.names == "labels" else "verbs",
        description=context.text(part.description, ("description",)),
        as_of=context.date(part.as_of, ("as_of",)),
        languages=tuple(part.languages) or ("en",),
        sources=tuple(_source(name, part.sources[name], context) for name in part.sources),
        readings=_readings(part, context),
        tables=tables,
        affected=affected,
        deadlines=deadlines,
        glosses=tuple(sorted(context.glosses.values(), key=lambda gloss: gloss.reference)),
        coalitions=_coalitions(part, context),
        origin=origin,
        notes=tuple(context.notes),
        **form,
    )
    if not model.title.strip():
        faults.add("the title is empty", ("title",))
    faults.check()
    return model


def _check_makers(part: schema.ModelFile, context: Context) -> None:
    path: Path = ("decision_makers",)
    for name in part.decision_makers:
        context.id(name, (*path, name))
    if len(part.decision_makers) < 2:
        context.faults.add("a conflict has at least two decision makers", path, key=True)


def _option_form(part: schema.ModelFile, context: Context) -> _Form:
    makers_ = part.decision_makers
    options = {name: expanded(maker) for name, maker in makers_.items()}
    _check_options(makers_, options, context)
    widths = tuple(len(own) for own in options.values())
    conditions = Conditions(context, OptionNames(options, scale_places(makers_)), widths)
    before = len(context.faults)
    rules = (*compile_rules(part.infeasible, conditions, widths), *scale_rules(makers_))
    groups, states = compile_groups(part.coalesce, conditions), None
    if len(context.faults) == before:
        states = named_states(widths, rules, groups, context.faults)
    makers = Makers(context, conditions, states, tuple(part.decision_makers))
    return {
        "decision_makers": tuple(makers.compile(*maker) for maker in part.decision_makers.items()),
        "infeasible": rules,
        "irreversible": _barriers(part, conditions),
        "coalesce": groups,
        "state_ids": (),
        "state_names": {},
        "status_quo": compile_status_quo(part.status_quo, conditions, widths, states),
    }


def _barriers(part: schema.ModelFile, conditions: Conditions) -> tuple[Barrier, ...]:
    context, barriers = conditions.context, list[Barrier]()
    for k, item in enumerate(part.irreversible):
        path: Path = ("irreversible", k)
        cited, where = context.cited(item, path), "in an irreversible move"
        before = conditions.where(item.from_, (*path, "from"), where)
        after = conditions.where(item.to, (*path, "to"), where)
        for place, maker in enumerate(item.by):
            context.require(maker, part.decision_makers, "decision maker", (*path, "by", place))
        if before and after:
            texts = item.from_.strip(), item.to.strip()
            barriers.append(Barrier(before, after, texts, tuple(item.by), **cited))
    return tuple(barriers)


def _check_options(
    makers: Mapping[str, schema.DecisionMaker], options: Mapping[str, list[str]], context: Context
) -> None:
    for maker, part in makers.items():
        place: Path = ("decision_makers", maker, "options")
        for option in part.options:
            context.id(option, (*place, option))
        for option in dict.fromkeys(word for _, word in repeated(options[maker])):
            context.faults.add(f'a level and an option would both be called "{option}"', place)
    count = sum(map(len, options.values()))
    path: Path = ("decision_makers",)
    if not count:
        message = "no decision maker has an option; give options, or states for the graph form"
        context.faults.add(message, path, key=True)
    if count > MAX_OPTIONS:
        message = f"{count} options are more than the {MAX_OPTIONS} a model may have"
        context.faults.add(message, path, key=True)
        context.faults.check()


def _graph_form(part: schema.ModelFile, context: Context) -> _Form:
    graph = Graph(context, part.states or [], tuple(part.decision_makers))
    if part.infeasible:
        message = '"infeasible" has no place in graph form; leave those states out'
        context.faults.add(message, ("infeasible",), key=True)
    if part.irreversible:
        message = '"irreversible" has no place in graph form; leave those moves out'
        context.faults.add(message, ("irreversible",), key=True)
    if part.coalesce:
        message = '"coalesce" has no place in graph form; give one state in place of several'
        context.faults.add(message, ("coalesce",), key=True)
    return {
        "decision_makers": tuple(graph.compile(*maker) for maker in part.decision_makers.items()),
        "infeasible": (),
        "irreversible": (),
        "coalesce": (),
        "state_ids": tuple(graph.numbers),
        "state_names": graph.names,
        "status_quo": graph.status_quo(part.status_quo),
    }


def _coalitions(part: schema.ModelFile, context: Context) -> tuple[tuple[str, ...], ...]:
    for k, members in enumerate(part.coalitions):
        path: Path = ("coalitions", k)
        if not members:
            context.faults.add("a coalition has one member at least", path)
        again = {place for place, _ in repeated(members)}
        for place, member in enumerate(members):
            context.require(
                member, part.decision_makers, "decision maker", (*path, place), " in a coalition"
            )
            if place in again:
                context.faults.add(f'"{member}" is in the coalition twice', (*path, place))
    return tuple(map(tuple, part.coalitions))


def _option_ids(part: schema.ModelFile) -> dict[str, list[str]]:
    """Give the ids of options as conditions name them, and of those with levels."""
    return {
        name: [*maker.options, *expanded(maker)] for name, maker in part.decision_makers.items()
    }


def _readings(part: schema.ModelFile, context: Context) -> tuple[str, ...]:
    again = {place for place, _ in repeated(part.readings)}
    for k, path in enumerate(part.readings):
        if not path.strip() or k in again:
            fault = "is listed twice" if path.strip() else "is the name of no file"
            context.faults.add(f'"{path}" {fault}', ("readings", k))
    return tuple(part.readings)


def _source(name: str, part: schema.Source, context: Context) -> Source:
    path = ("sources", name)
    context.source_id(name, path)
    title = context.text(part.title, (*path, "title"))
    return Source(name, title, part.report, part.dossier, part.citation, part.url)
