"""What a model holds, counted, and what in it deserves a second look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from satumeja.errors import LimitError
from satumeja.formats.compiling import LARGEST
from satumeja.formats.writing._warnings import States, ranks_in, warnings_of
from satumeja.model import (
    Adjusted,
    Barrier,
    DecisionMaker,
    Model,
    OptionStates,
    Prioritisation,
    Weighting,
    holds,
)
from satumeja.model.kit import LISTED_OPTIONS, coalesced, feasible_codes, statements_of

__all__ = ["Contents", "GroupContents", "MakerContents", "RuleContents", "describe"]


@dataclass(frozen=True)
class MakerContents:
    """What one decision maker has in a model.

    Parameters
    ----------
    id : str
        Its id.
    options, moves : int
        How many options it has, or arcs in graph form.
    preference : str
        The key its preference is given by: preferences, ranking or weights.
    edits : int
        How many edits by hand are on top of it.
    statements, cited : int
        How many preference statements it has, and how many of them cite evidence.
    rank_classes : int or None
        How many classes of tied states it tells apart; None where states are too many.
    red_lines : int
        How many red lines it has.
    shared : int
        How many options of others it can change as well.
    """

    id: str
    options: int
    moves: int
    preference: str
    edits: int
    statements: int
    cited: int
    rank_classes: int | None
    red_lines: int
    shared: int


@dataclass(frozen=True)
class RuleContents:
    """An infeasible rule: how many states it removes after those above it, and how many it leaves.

    `type` is logical, preferential or empty.
    """

    kind: str
    rule: str
    type: str
    removes: int | None
    leaves: int | None


@dataclass(frozen=True)
class GroupContents:
    """States that count as one: how many combinations they are, and how many states are left."""

    when: str
    members: int
    leaves: int


@dataclass(frozen=True)
class Contents:
    """What a model holds; as lines to read and as data.

    Parameters
    ----------
    title, form : str
        Its title, and ``option`` or ``graph``.
    decision_makers, infeasible
        What each decision maker has, and what each rule removes, in file order.
    irreversible : tuple of str
        The moves that cannot be made, in words.
    coalesce : tuple of GroupContents
        Which states count as one.
    options, combinations : int
        How many options there are, and combinations of them (in graph form 0 and the
        number of states).
    feasible : int or None
        How many states are feasible; None where they are too many to be listed.
    status_quo : tuple of (int or None, str), optional
        Its number and its option form or id.
    tables : tuple of (str, tuple of str)
        Tables and their seats.
    sources : tuple of str
        The ids of the sources.
    warnings : tuple of str
        What deserves a second look, one line each.
    """

    title: str
    form: str
    decision_makers: tuple[MakerContents, ...]
    options: int
    combinations: int
    feasible: int | None
    infeasible: tuple[RuleContents, ...]
    irreversible: tuple[str, ...]
    coalesce: tuple[GroupContents, ...]
    status_quo: tuple[int | None, str] | None
    tables: tuple[tuple[str, tuple[str, ...]], ...]
    sources: tuple[str, ...]
    warnings: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the contents as plain data, in the published schema.

        Returns
        -------
        dict
            With ``"schema": "satumeja/check/1"``.
        """
        now = self.status_quo
        return {
            "schema": "satumeja/check/1",
            "title": self.title,
            "form": self.form,
            "decision_makers": [asdict(maker) for maker in self.decision_makers],
            "options": self.options,
            "combinations": self.combinations,
            "feasible": self.feasible,
            "infeasible": [asdict(rule) for rule in self.infeasible],
            "irreversible": list(self.irreversible),
            "coalesce": [asdict(group) for group in self.coalesce],
            "status_quo": {"number": now[0], "form": now[1]} if now else None,
            "tables": [{"id": table, "seats": list(seats)} for table, seats in self.tables],
            "sources": list(self.sources),
            "warnings": list(self.warnings),
        }

    def lines(self) -> list[str]:
        """Return the contents as lines to read, the warnings last."""
        return [*self._head(), *self._parts(), *(f"warning: {text}" for text in self.warnings)]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def _head(self) -> Iterator[str]:
        yield " ".join(self.title.split())
        many = f"more than {LARGEST:,}" if self.feasible is None else f"{self.feasible:,}"
        if self.feasible is None and self.options > LISTED_OPTIONS:
            many = "an uncounted number of"
        if self.form == "graph":
            yield f"{many} states, given one by one"
        else:
            of = f"{self.combinations:,} combinations of {_many(self.options, 'option')}"
            yield f"{many} feasible states of {of}"
        if self.status_quo:
            number, form = self.status_quo
            yield f"status quo: {f'state {number}, ' if number else ''}{form}"

    def _parts(self) -> Iterator[str]:
        for maker in self.decision_makers:
            yield f"decision maker {maker.id}: {_maker_words(maker)}"
        for rule in self.infeasible:
            what = f"infeasible {rule.type + ' ' if rule.type else ''}{rule.kind} {rule.rule}"
            counted = rule.removes is not None
            yield f"{what}: removes {rule.removes:,}, leaves {rule.leaves:,}" if counted else what
        for move in self.irreversible:
            yield f"irreversible {move}"
        for group in self.coalesce:
            what = f"coalesce {group.when}"
            yield f"{what}: makes {group.members:,} into 1, leaves {group.leaves:,}"
        for table, seats in self.tables:
            yield f"table {table}: {', '.join(seats)}"
        if self.sources:
            yield f"sources: {', '.join(self.sources)}"


def _many(count: int, thing: str) -> str:
    return f"{count:,} {thing}{'' if count == 1 else 's'}"


def _maker_words(maker: MakerContents) -> str:
    moved = _many(maker.moves, "move") if maker.moves else _many(maker.options, "option")
    words = [moved, maker.preference]
    if maker.statements:
        words[-1] += f" ({_many(maker.statements, 'statement')}, {maker.cited} with evidence)"
    if maker.edits:
        words.append(_many(maker.edits, "edit") + " by hand")
    if maker.rank_classes is not None:
        words.append(f"{maker.rank_classes} rank class{'' if maker.rank_classes == 1 else 'es'}")
    if maker.shared:
        words.append(_many(maker.shared, "shared option"))
    if maker.red_lines:
        words.append(_many(maker.red_lines, "red line"))
    return ", ".join(words)


def describe(model: Model) -> Contents:
    """Count what a model holds, and note what deserves a second look.

    Parameters
    ----------
    model : Model
        A sound model.

    Returns
    -------
    Contents
        Counts that rest on the feasible states are None where these are more than
        about a million.

    Examples
    --------
    >>> from satumeja.formats import loads
    >>> print(describe(loads('''
    ... satumeja: 1
    ... title: Chicken
    ... decision_makers:
    ...   row: {options: {dare: }, preferences: [-col.dare, row.dare]}
    ...   col: {options: {dare: }, preferences: [-row.dare, col.dare]}
    ... infeasible: [row.dare & col.dare]
    ... ''')))
    Chicken
    3 feasible states of 4 combinations of 2 options
    decision maker row: 1 option, preferences (2 statements, 0 with evidence), 3 rank classes
    decision maker col: 1 option, preferences (2 statements, 0 with evidence), 3 rank classes
    infeasible condition row.dare & col.dare: removes 1, leaves 3
    warning: no status quo is given
    """
    try:
        states: States | None = model.list_states(LARGEST)
    except LimitError:
        states = None
    options, rules = len(model.options), tuple(_rules(model))
    return Contents(
        title=str(model.title),
        form="graph" if model.is_graph else "option",
        decision_makers=tuple(_maker(maker, states) for maker in model.decision_makers),
        options=options,
        combinations=len(model.state_ids) or 1 << options,
        feasible=None if states is None else len(states),
        infeasible=rules,
        irreversible=tuple(map(_barrier_words, model.irreversible)),
        coalesce=tuple(_groups(model, states)),
        status_quo=_status_quo(model, states),
        tables=tuple((table.id, table.seats) for table in model.tables),
        sources=tuple(source.id for source in model.sources),
        warnings=tuple(warnings_of(model, states, [rule.removes for rule in rules])),
    )


def _maker(maker: DecisionMaker, states: States | None) -> MakerContents:
    preference = maker.preference
    edits = preference.edits if isinstance(preference, Adjusted) else ()
    base = preference.base if isinstance(preference, Adjusted) else preference
    statements = statements_of(preference)
    kinds = {Prioritisation: "preferences", Weighting: "weights"}
    return MakerContents(
        id=maker.id,
        options=len(maker.options),
        moves=0 if maker.moves is None else len(maker.moves),
        preference=kinds.get(type(base), "ranking"),
        edits=len(edits),
        statements=len(statements),
        cited=sum(1 for statement in statements if statement.evidence),
        rank_classes=None if states is None else int(ranks_in(maker, states).max()),
        red_lines=len(maker.red_lines),
        shared=len(maker.shared),
    )


def _rules(model: Model) -> Iterator[RuleContents]:
    counts = list(_survivors(model))
    for k, rule in enumerate(model.infeasible):
        before, after = counts[k], counts[k + 1]
        removed = None if before is None or after is None else before - after
        yield RuleContents(rule.kind, rule.text, rule.type, removed, after)


def _groups(model: Model, states: States | None) -> Iterator[GroupContents]:
    """Count what is coalesced; a model whose states are not listed coalesces none."""
    if not isinstance(states, OptionStates):
        return
    plain = OptionStates(states.every, states.widths)
    for k, group in enumerate(model.coalesce, start=1):
        members = int(holds(group.condition, states.every).sum())
        yield GroupContents(group.text, members, len(coalesced(plain, model.coalesce[:k])))


def _barrier_words(barrier: Barrier) -> str:
    before, after = barrier.texts
    whose = f" by {', '.join(barrier.by)}" if barrier.by else ""
    return f"from {before} to {after}{whose}"


def _survivors(model: Model) -> Iterator[int | None]:
    """Count the states left by the first 0, 1, 2 ... rules; None where they are too many."""
    options, conditions = len(model.options), [rule.condition for rule in model.infeasible]
    yield 1 << options
    codes = None
    for k, condition in enumerate(conditions, start=1):
        if codes is not None:
            codes = codes[~holds(condition, codes)]
        else:
            try:
                codes = feasible_codes(options, conditions[:k], LARGEST)
            except LimitError:
                codes = None
        yield None if codes is None else len(codes)


def _status_quo(model: Model, states: States | None) -> tuple[int | None, str] | None:
    if model.status_quo is None:
        return None
    if model.is_graph:
        return model.status_quo + 1, model.state_ids[model.status_quo]
    form = model.form(model.status_quo)
    number = states.number(model.status_quo) if isinstance(states, OptionStates) else None
    return number, form
