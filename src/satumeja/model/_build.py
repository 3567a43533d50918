"""Building a model of words and lists: each part checked, and every fault in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import ListingError, ModelError, QuestionError, did_you_mean
from satumeja.model._levels import Scale, out_of_step
from satumeja.model._naming import id_fault
from satumeja.model._parts import DecisionMaker, Option, Rule
from satumeja.model._preferences import Prioritisation, Statement
from satumeja.model._repeated import repeated
from satumeja.model._rules import rule_of
from satumeja.model._text import Text
from satumeja.model._variants import preferring

if TYPE_CHECKING:
    from satumeja.model._merged import Coalescing
    from satumeja.model._model import Model

__all__ = ["MOST_LEVELS", "MOST_OPTIONS", "build", "require_list"]

MOST_LEVELS = 20
"""The most levels of an option."""
MOST_OPTIONS = 1000
"""The most options of a model."""

_DIRECTIONS = ("both", "forward", "back")


def build(
    new: type[Model],
    title: str,
    options: Mapping[str, Any] | None,
    preferences: Mapping[str, Any],
    *,
    infeasible: Sequence[Any],
    coalesce: Sequence[str],
    status_quo: Any,
    states: Sequence[str],
    moves: Mapping[str, Any] | None,
    names: Mapping[str, str],
    red_lines: Mapping[str, Sequence[str]],
    coalitions: Sequence[Sequence[str]],
    as_of: str,
    description: str,
) -> Model:
    """Build a model of class `new`, as `Model.build` says."""
    if not str(title).strip():
        raise ModelError("the title is empty")
    if (options is None) == (moves is None):
        raise ModelError("give options, or states and moves for the graph form: one of the two")
    _require_mapping(names, "names are given by id")
    graph = options is None
    makers = _makers(options or moves or {}, names, graph=graph)
    text = title if isinstance(title, Text) else Text(title)
    model = new(text, makers, as_of=as_of, description=Text(description))
    if graph:
        model = _with_graph(model, states, moves or {}, names)
        if infeasible or red_lines or coalesce:
            raise ModelError("a model in graph form has no options that rules could speak of")
    elif states:
        raise ModelError("states belong to the graph form; options make those of option form")
    else:
        model = replace(model, infeasible=_rules(model, infeasible))
        if not _any_state(model):
            raise ModelError("no state is feasible: the rules forbid every one")
        model = replace(model, coalesce=_groups(model, coalesce))
    model = _with_preferences(model, preferences)
    model = _with_red_lines(model, red_lines)
    model = replace(model, coalitions=_coalitions(model, coalitions))
    if status_quo is not None:
        with _part("status quo"):
            model = model.with_status_quo(status_quo)
    return model


@contextmanager
def _part(where: str) -> Iterator[None]:
    """Make a part of a model; what is wrong with it is wrong with the model."""
    try:
        yield
    except QuestionError as error:
        raise ModelError(f"{where}: {error}") from None


def require_list(stated: Any, what: str) -> None:
    """Raise a `ModelError` unless something is a list or the like, and no text."""
    if isinstance(stated, str | Mapping) or not isinstance(stated, Iterable):
        raise ModelError(f"{what}; found {stated!r}")


def _require_mapping(stated: Any, what: str) -> None:
    if not isinstance(stated, Mapping):
        raise ModelError(f"{what}; found {stated!r}")


def _check_id(word: Any, of: str = "") -> None:
    fault = id_fault(word) if isinstance(word, str) else f"{word!r} cannot be an id: write text"
    if fault:
        raise ModelError(f"{of}{fault}")


def _makers(
    stated: Mapping[str, Any], names: Mapping[str, str], *, graph: bool
) -> tuple[DecisionMaker, ...]:
    if not isinstance(stated, Mapping):
        raise ModelError("options are a mapping of decision makers to what each can do")
    if len(stated) < 2:
        raise ModelError("a conflict has at least two decision makers")
    nothing = Prioritisation(())
    makers = list[DecisionMaker]()
    for name, own in stated.items():
        _check_id(name)
        label = Text(names.get(name, name))
        makers.append(DecisionMaker(name, label, nothing, () if graph else _options(name, own)))
    count = sum(len(maker.options) for maker in makers)
    if not graph and not 1 <= count <= MOST_OPTIONS:
        raise ModelError(f"a model has 1 to {MOST_OPTIONS} options; this one would have {count}")
    return tuple(makers)


def _options(maker: str, own: Any) -> tuple[Option, ...]:
    if isinstance(own, str) or not isinstance(own, Mapping | Sequence):
        raise ModelError(f"the options of {maker} are a list of ids, or a mapping; found {own!r}")
    listed = list[Option]()
    for entry in own.items() if isinstance(own, Mapping) else ((entry, None) for entry in own):
        listed += _option(maker, *entry)
    for _, twice in repeated(option.id for option in listed):
        raise ModelError(f'{maker} has the option "{twice}" twice')
    return tuple(listed)


def _option(maker: str, key: Any, stated: Any) -> list[Option]:
    """Make the option that is stated under an id; one with levels is several."""
    option = key if isinstance(key, Option) else stated
    if isinstance(option, Option):
        if option.direction not in _DIRECTIONS:
            meant = did_you_mean(option.direction, _DIRECTIONS)
            raise ModelError(f'{maker}: unknown direction "{option.direction}"{meant}')
        key = option.id
    _check_id(key, f"{maker}: ")
    if isinstance(option, Option):
        return [replace(option, name=Text(option.name))]
    if stated is None or isinstance(stated, str):
        return [Option(key, Text(stated or key))]
    if not isinstance(stated, Sequence | Mapping):
        raise ModelError(f"{maker}.{key}: expected a name or a list of levels, found {stated!r}")
    return _levels(f"{maker}.{key}", key, stated)


def _levels(where: str, key: str, stated: Sequence[str] | Mapping[str, str]) -> list[Option]:
    levels = tuple(stated)
    for level in levels:
        _check_id(level, f"{where}: ")
    if len(set(levels)) < len(levels):
        raise ModelError(f"{where} has a level twice")
    if not 2 <= len(levels) <= MOST_LEVELS:
        raise ModelError(f"{where} has {len(levels)} levels; an option has 2 to {MOST_LEVELS}")
    named = stated if isinstance(stated, Mapping) else {}
    scale = Scale(key, Text(key), levels, tuple(Text(named.get(x) or x) for x in levels))
    return [Option(*scale.part(k), scale=scale) for k in range(1, len(levels))]


def _rules(model: Model, stated: Iterable[Any]) -> tuple[Rule, ...]:
    require_list(stated, "infeasible is a list of conditions, patterns or rules")
    rules = list[Rule]()
    for k, rule in enumerate(stated, start=1):
        with _part(f"infeasible, rule {k}"):
            rules.append(rule_of(model, rule))
    levels = [
        Rule(out_of_step(first, len(names)), f"{name}: {' < '.join(names)}", "levels")
        for _, name, first, names in model.scales
        if len(names) > 2
    ]
    return (*rules, *levels)


def _groups(model: Model, stated: Sequence[str]) -> tuple[Coalescing, ...]:
    require_list(stated, "coalesce is a list of conditions or patterns")
    from satumeja.model._merged import Coalescing

    groups = list[Coalescing]()
    for k, text in enumerate(stated, start=1):
        with _part(f"coalesce, group {k}"):
            rule = rule_of(model, text)
            groups.append(Coalescing(rule.condition, rule.text))
    return tuple(groups)


def _any_state(model: Model) -> bool:
    try:
        return len(model.list_states(1 << 20)) > 0
    except ListingError:
        return True  # more than can be listed


def _with_graph(
    model: Model, states: Sequence[str], moves: Mapping[str, Any], names: Mapping[str, str]
) -> Model:
    require_list(states, "the graph form needs states: a list of their ids")
    if not states:
        raise ModelError("the graph form needs states: a list of their ids")
    for state in states:
        _check_id(state)
    for _, twice in repeated(states):
        raise ModelError(f'state "{twice}" is listed twice')
    model = replace(
        model,
        state_ids=tuple(states),
        state_names={state: Text(names.get(state, state)) for state in states},
    )
    makers = tuple(
        replace(dm, moves=_moves(model, dm.id, moves[dm.id])) for dm in model.decision_makers
    )
    return replace(model, decision_makers=makers)


def _moves(model: Model, maker: str, pairs: Iterable[Any]) -> NDArray[np.int64]:
    arcs: dict[tuple[int, int], None] = {}
    require_list(pairs, f"the moves of {maker} are a list of pairs of states")
    for pair in pairs:
        if not isinstance(pair, Sequence | np.ndarray) or isinstance(pair, str) or len(pair) != 2:
            raise ModelError(f"a move of {maker} is a pair of states, from and to; found {pair!r}")
        with _part(f"moves of {maker}"):
            start, end = (model.require_state(state) - 1 for state in pair)
        if start == end:
            raise ModelError(f"a move of {maker} from {pair[0]} to itself; staying is no move")
        if (start, end) in arcs:
            raise ModelError(f"the move of {maker} from {pair[0]} to {pair[1]} is listed twice")
        arcs[start, end] = None
    return np.array(list(arcs), dtype=np.int64).reshape(-1, 2)


def _with_preferences(model: Model, preferences: Mapping[str, Any]) -> Model:
    _require_mapping(preferences, "preferences are given by decision maker")
    for name in preferences:
        _require_maker(model, name, "preferences")
    missing = [name for name in model if name not in preferences]
    if missing:
        none = "a ranking" if model.is_graph else "[] where all states are the same to it"
        raise ModelError(f"preferences of {missing[0]} are missing; write {none}")
    for name, wanted in preferences.items():
        with _part(f"preferences of {name}"):
            model = preferring(model, {name: wanted})
    return model


def _with_red_lines(model: Model, red_lines: Mapping[str, Sequence[str]]) -> Model:
    _require_mapping(red_lines, "red lines are given by decision maker")
    for name, lines in red_lines.items():
        _require_maker(model, name, "red lines")
        require_list(lines, f"the red lines of {name} are a list of conditions")
        with _part(f"red lines of {name}"):
            stated = tuple(Statement(model.condition(line), line) for line in lines)
        makers = tuple(
            replace(dm, red_lines=stated) if dm.id == name else dm for dm in model.decision_makers
        )
        model = replace(model, decision_makers=makers)
    return model


def _coalitions(model: Model, stated: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    require_list(stated, "coalitions are a list of lists of decision makers")
    for members in stated:
        require_list(members, "a coalition is a list of decision makers")
        if not members:
            raise ModelError("a coalition is a list of decision makers, of one at least")
        again = {place for place, _ in repeated(members)}
        for place, member in enumerate(members):
            _require_maker(model, member, "coalitions")
            if place in again:
                raise ModelError(f'"{member}" is in a coalition twice')
    return tuple(tuple(members) for members in stated)


def _require_maker(model: Model, name: str, where: str) -> None:
    if name not in model:
        meant = did_you_mean(str(name), list(model))
        raise ModelError(f'{where}: unknown decision maker "{name}"{meant}')
