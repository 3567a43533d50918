"""What a model holds, counted, and what in it deserves a second look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from satumeja.display import Shown
from satumeja.errors import LimitError
from satumeja.formats.compiling import LARGEST
from satumeja.formats.words import messages_in, remark
from satumeja.formats.writing._cited import CitedContents, cited_words
from satumeja.formats.writing._seated import TableContents, seated_words, table_contents
from satumeja.formats.writing._survivors import survivors
from satumeja.formats.writing._warnings import States, ranks_in, warnings_of
from satumeja.messages import Messages
from satumeja.model import (
    Adjusted,
    Barrier,
    DecisionMaker,
    Model,
    OptionStates,
    Prioritisation,
    Text,
    Weighting,
    holds,
)
from satumeja.model.kit import (
    LISTED_OPTIONS,
    Decimal,
    coalesced_counts,
    statements_of,
)

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


@dataclass(frozen=True, repr=False)
class Contents(Shown):
    """What a model holds; as lines to read and as data.

    Parameters
    ----------
    title : Text
        Its title.
    form : str
        ``option`` or ``graph``.
    decision_makers, infeasible
        What each decision maker has, and what each rule removes, in file order.
    irreversible : tuple of Text
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
    tables : tuple of TableContents
        Tables, their seats and what else is said of them.
    sources : tuple of str
        The ids of the sources.
    warnings : tuple of Text
        What deserves a second look, one line each.
    evidence : tuple of CitedContents
        What it cites of dossier files.
    affected : tuple of str
        The ids of parties that are affected, and have no seat and no option.

    See Also
    --------
    describe : Makes it.
    """

    title: Text
    form: str
    decision_makers: tuple[MakerContents, ...]
    options: int
    combinations: int
    feasible: int | None
    infeasible: tuple[RuleContents, ...]
    irreversible: tuple[Text, ...]
    coalesce: tuple[GroupContents, ...]
    status_quo: tuple[int | None, str] | None
    tables: tuple[TableContents, ...]
    sources: tuple[str, ...]
    warnings: tuple[Text, ...]
    evidence: tuple[CitedContents, ...] = ()
    affected: tuple[str, ...] = ()

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
            "tables": [table.to_json() for table in self.tables],
            "affected": list(self.affected),
            "sources": list(self.sources),
            "evidence": [asdict(cited) for cited in self.evidence],
            "warnings": list(self.warnings),
        }

    def lines(self, language: str = "en") -> list[str]:
        """Return the contents as lines to read, the warnings last.

        Parameters
        ----------
        language : {"en", "id"}
            The language of the words; those of the model file itself stay as they are.
        """
        return list(_lines(self, messages_in(language)))

    def __str__(self) -> str:
        return "\n".join(self.lines())


def _lines(contents: Contents, say: Messages) -> Iterator[str]:
    yield " ".join(contents.title.in_language(say.language).split())
    yield _states_words(contents, say)
    if contents.status_quo:
        number, form = contents.status_quo
        key = "contents.status_quo" if number else "contents.status_quo_form"
        yield say(key, number=number, form=form)
    for maker in contents.decision_makers:
        yield say("contents.maker", maker=maker.id, parts=_maker_words(maker, say))
    for rule in contents.infeasible:
        yield _rule_words(rule, say)
    for move in contents.irreversible:
        yield say("contents.irreversible", move=move.in_language(say.language))
    for group in contents.coalesce:
        counts = {"members": say.number(group.members), "leaves": say.number(group.leaves)}
        yield say("contents.coalesce", when=group.when, **counts)
    yield from seated_words(contents.tables, contents.affected, say)
    if contents.sources:
        yield say("contents.sources", sources=", ".join(contents.sources))
    for cited in contents.evidence:
        yield cited_words(cited, say)
    for warning in contents.warnings:
        yield say("contents.warning", text=warning.in_language(say.language))


def _states_words(contents: Contents, say: Messages) -> str:
    count = contents.feasible
    if contents.form == "graph" and count is not None:
        return say.count("contents.states_given", count)
    options = say.count("contents.options", contents.options)
    of = say.count("contents.combinations", contents.combinations, options=options)
    if count is not None:
        return say.count("contents.states", count, of=of)
    if contents.options > LISTED_OPTIONS:
        return say("contents.states_uncounted", of=of)
    return say.count("contents.states_above", LARGEST, of=of)


def _rule_words(rule: RuleContents, say: Messages) -> str:
    words = {"condition": say("contents.condition")}
    kind = " ".join(filter(None, (rule.type, words.get(rule.kind, rule.kind))))
    if rule.removes is None or rule.leaves is None:
        return say("contents.rule", kind=kind, rule=rule.rule)
    counts = {"removes": say.number(rule.removes), "leaves": say.number(rule.leaves)}
    return say("contents.rule_counted", kind=kind, rule=rule.rule, **counts)


def _maker_words(maker: MakerContents, say: Messages) -> str:
    preference = maker.preference
    if maker.statements:
        stated = say.count("contents.statements", maker.statements)
        blanks = {"preference": preference, "statements": stated, "cited": maker.cited}
        preference = say("contents.stated", **blanks)
    moved, shared = ("moves" if maker.moves else "options"), ("shared", "red_lines")
    counts = {
        moved: maker.moves or maker.options,
        "edits": maker.edits,
        "classes": maker.rank_classes or 0,
        **{key: getattr(maker, key) for key in shared},
    }
    first, *others = (
        say.count(f"contents.{key}", count)
        for key, count in counts.items()
        if count or key == moved
    )
    return ", ".join([first, preference, *others])


def describe(
    model: Model, *, evidence: Iterable[CitedContents] = (), remarks: Iterable[Text] = ()
) -> Contents:
    """Count what a model holds, and note what deserves a second look.

    Parameters
    ----------
    model : Model
        A sound model.
    evidence : iterable of CitedContents
        What it cites of dossier files, from `satumeja.evidence.contents`.
    remarks : iterable of Text
        What deserves a second look in its evidence, from `satumeja.evidence.remarks`.

    Returns
    -------
    Contents
        Counts that rest on the feasible states are None where these are more than
        about a million.

    See Also
    --------
    load : Reads a model, and refuses what is wrong in it.
    satumeja.model.Model : What is counted.

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
        title=model.title,
        form="graph" if model.is_graph else "option",
        decision_makers=tuple(_maker(maker, states) for maker in model.decision_makers),
        options=options,
        combinations=len(model.state_ids) or 1 << options,
        feasible=None if states is None else len(states),
        infeasible=rules,
        irreversible=tuple(map(_barrier_words, model.irreversible)),
        coalesce=tuple(_groups(model, states)),
        status_quo=_status_quo(model, states),
        tables=tuple(map(table_contents, model.tables)),
        affected=tuple(party.id for party in model.affected),
        sources=tuple(source.id for source in model.sources),
        warnings=tuple(
            warnings_of(model, states, [rule.removes for rule in rules], tuple(remarks))
        ),
        evidence=tuple(evidence),
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
    counts = list(survivors(model))
    for k, rule in enumerate(model.infeasible):
        before, after = counts[k], counts[k + 1]
        removed = None if before is None or after is None else before - after
        yield RuleContents(rule.kind, rule.text, rule.type, removed, after)


def _groups(model: Model, states: States | None) -> Iterator[GroupContents]:
    """Count what is coalesced; a model whose states are not listed coalesces none."""
    if not isinstance(states, OptionStates):
        return
    plain = OptionStates(states.every, states.widths)
    left = coalesced_counts(plain, model.coalesce)
    for group, count in zip(model.coalesce, left, strict=True):
        members = int(holds(group.condition, states.every).sum())
        yield GroupContents(group.text, members, count)


def _barrier_words(barrier: Barrier) -> Text:
    before, after = barrier.texts
    if not barrier.by:
        return remark("contents.move", before=before, after=after)
    makers = ", ".join(barrier.by)
    return remark("contents.move_by", before=before, after=after, makers=makers)


def _status_quo(model: Model, states: States | None) -> tuple[int | None, str] | None:
    if model.status_quo is None:
        return None
    if model.is_graph:
        return model.status_quo + 1, model.state_ids[model.status_quo]
    code = Decimal(model.status_quo)
    return (states.number(code) if isinstance(states, OptionStates) else None), model.form(code)
