"""How one statement or act changes a model that is there already."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from satumeja.display import ShownInLine
from satumeja.dossier._types import Act
from satumeja.dossier.drafting._citations import source_name
from satumeja.dossier.drafting._parties import cited
from satumeja.dossier.drafting._proposal import options_suggested
from satumeja.dossier.drafting._sheet import Sheet
from satumeja.dossier.drafting._wishes import Preference, wishes
from satumeja.dossier.keeping import Whole
from satumeja.model import (
    Adjusted,
    Condition,
    ConditionError,
    DecisionMaker,
    Model,
    Option,
    Prioritisation,
    Reference,
    Statement,
    parse_condition,
)
from satumeja.model.kit import OptionNames
from satumeja.report.kit import shown

__all__ = ["ModelChange", "Suggestion", "option_about"]

_NAME = re.compile(r"\b([^\W\d]\w*)\.([^\W\d]\w*)\b")
_END = -1  # the place after a list's last, as ways to parts of a file have it


@dataclass(frozen=True, repr=False)
class Suggestion(ShownInLine):
    """A change of a model that a statement or act suggests.

    Parameters
    ----------
    kind : str
        ``decision_maker``, ``option``, ``wish``, ``red_line``, or ``evidence`` for what the
        model has already.
    item : str
        The statement or act.
    operations : tuple of mapping
        The change, as operations on the model file in plain data.
    """

    kind: str
    item: str
    operations: tuple[Mapping[str, Any], ...]

    def to_json(self) -> dict[str, Any]:
        """Give it as JSON values."""
        return {
            "kind": self.kind,
            "item": self.item,
            "operations": [dict(operation) for operation in self.operations],
        }


class ModelChange:
    """What an item changes of one model."""

    def __init__(self, sheet: Sheet, model: Model, item: str) -> None:
        self._sheet, self._model, self._item = sheet, model, item
        self._source, self._first = self._find_source()
        named = {
            maker.id: [option.id for option in maker.options] for maker in model.decision_makers
        }
        self._names = OptionNames(named)
        self._called: dict[tuple[str, str], str] = {}
        self._made: set[tuple[Any, ...]] = set()

    def all(
        self,
        acts: Iterable[Act],
        acts_of: Mapping[str, list[Act]],
        demanded: set[tuple[str | None, str | None]],
    ) -> Iterator[Suggestion]:
        """Give options first, then what is wanted of them."""
        acts, parties = list(acts), dict[str, None]()
        for act in acts:
            for party, issue in options_suggested(act, demanded):
                yield from self._option(party, issue)
            parties |= dict.fromkeys(party for party in (act.actor, act.target) if party)
        own = {cited(act) for act in acts}
        for act in (act for party in parties for act in acts_of.get(party, ())):
            for party, issue in options_suggested(act, demanded):
                self._find_option(party, issue)
        has = set(self._called)
        for party in parties:
            maker = self.maker(party)
            if maker is None:
                continue
            for wish in wishes(party, {}, acts_of.get(party, []), has):
                if own & set(wish.evidence):
                    yield from self._wish(maker, wish)

    def citation(self) -> tuple[str, tuple[Mapping[str, Any], ...]]:
        """Give the reference to the item, and what makes its dossier a source of the model."""
        return self._reference(), self._first

    def _find_option(self, party: str, issue: str) -> None:
        """Remember what an option of another act is called, where the model has it."""
        maker = self.maker(party)
        option = option_about(maker, issue, self._sheet.called(issue)) if maker else None
        if maker and option:
            self._called.setdefault((party, issue), f"{maker.id}.{option.id}")

    def _reference(self) -> str:
        """Cite the item as this model does."""
        mark = self._sheet.citations.mark
        place = f"{self._source}{mark}{self._item}"
        digits = self._sheet.citations.fingerprint(self._item)
        return f"{place}@{digits}" if digits else place

    def _find_source(self) -> tuple[str, tuple[Mapping[str, Any], ...]]:
        """Find the model's source that is this dossier, or say how it becomes one."""
        whole, citations = isinstance(self._sheet.found, Whole), self._sheet.citations
        kind, name = "dossier" if whole else "report", self._sheet.dossier.report.name
        for source in self._model.sources:
            if name and Path(getattr(source, kind)).name == Path(name).name:
                return source.id, ()
        key = source_name(name) if whole else citations.source
        folder = self._model.origin.parent if self._model.origin else None
        path = Path(os.path.relpath(name, folder)).as_posix() if folder and name else name
        value = {kind: path} if path else {"title": shown(self._sheet.dossier.report.title)}
        if self._model.sources:
            return key, ({"op": "set", "at": ["sources", key], "value": value},)
        return key, ({"op": "set", "at": ["sources"], "value": {key: value}},)

    def maker(self, party: str) -> DecisionMaker | None:
        """Find the decision maker a party is in the model: by its id, else by its name."""
        names = {name.casefold() for name in self._sheet.bodies.names(party).values()}
        by_id = [maker for maker in self._model.decision_makers if maker.id == party]
        by_name = [
            maker
            for maker in self._model.decision_makers
            if names & {text.casefold() for text in (maker.name, *maker.name.by_language.values())}
        ]
        return next(iter([*by_id, *by_name]), None)

    def _option(self, party: str, issue: str) -> Iterator[Suggestion]:
        """Suggest an option, or its evidence where the model has it."""
        maker, names = self.maker(party), dict(self._sheet.called(issue))
        entry = {"name": names, "evidence": [self._reference()]}
        if maker is None:
            name, at = self._free(party, issue), ["decision_makers", party]
            self._called[party, issue] = f"{party}.{name}"
            if self._is_made(at):
                yield self._suggested("option", [*at, "options", name], entry)
                return
            named = self._sheet.bodies.names(party)
            value = {"name": named, "options": {name: entry}, "preferences": []}
            yield self._suggested("decision_maker", at, value)
            return
        option = option_about(maker, issue, names)
        name = option.id if option else self._free(maker.id, issue)
        self._called[party, issue] = f"{maker.id}.{name}"
        at = ["decision_makers", maker.id, "options", name]
        if option is None and (maker.options or self._is_made(at[:-1])):
            yield self._suggested("option", at, entry)
        elif option is None:
            yield self._suggested("option", at[:-1], {name: entry})
        elif not (option.scale or self._cites(option.evidence) or self._is_made(["cites", *at])):
            plain = {"name": dict(option.name.by_language) or str(option.name)}
            bare = not (option.evidence or option.because or option.direction != "both")
            yield self._evidence(at, option.evidence, plain if bare else None)

    def _free(self, maker: str, issue: str) -> str:
        """Give an id by which a new option makes no name of the file ambiguous.

        Where one other decision maker has an option of that id, the file may name it alone.
        """
        ids = [option.id for option in self._model.options]
        return f"{maker}_{issue}" if ids.count(issue) == 1 else issue

    def _wish(self, maker: DecisionMaker, wish: Preference) -> Iterator[Suggestion]:
        """Suggest a wish and the line it draws, or evidence for what is stated already."""
        text = _NAME.sub(
            lambda name: self._called.get((name[1], name[2]), name[0]), wish.condition
        )
        at = ["decision_makers", maker.id]
        base = (
            maker.preference.base if isinstance(maker.preference, Adjusted) else maker.preference
        )
        if isinstance(base, Prioritisation):
            yield from self._stated("wish", [*at, "preferences"], base.statements, text, wish)
        if wish.red_line:
            broken = text.removeprefix("-")
            yield from self._stated("red_line", [*at, "red_lines"], maker.red_lines, broken, wish)

    def _stated(
        self,
        kind: str,
        at: list[Any],
        statements: tuple[Statement, ...],
        text: str,
        wish: Preference,
    ) -> Iterator[Suggestion]:
        """Suggest a condition for a list of them, or evidence where it is among them."""
        condition = self._read(text)
        for place, statement in enumerate(statements):
            if condition is None or statement.condition != condition:
                continue
            alone = not any(wanted.among for wanted in statements[: place + 1])
            if alone and not self._cites(statement.evidence):
                bare = not (statement.evidence or statement.because or _is_marked(statement))
                plain = {"statement": statement.text} if bare else None
                yield self._evidence([*at, place], statement.evidence, plain)
            return
        value = {"statement": text, "because": dict(wish.because), "evidence": [self._reference()]}
        if statements or self._is_made(at):
            yield self._suggested(kind, [*at, _END], value)
        else:
            yield self._suggested(kind, at, [value])

    def _is_made(self, at: list[Any]) -> bool:
        """Whether a part that the model has not is made by an earlier suggestion already."""
        way = tuple(at)
        made = way in self._made
        self._made.add(way)
        return made

    def _read(self, text: str) -> Condition | None:
        """Read a condition; None where it is about an option the model has not."""
        try:
            return parse_condition(text, self._names)
        except ConditionError:
            return None

    def _cites(self, evidence: Iterable[str]) -> bool:
        """Whether the item is cited already, with a fingerprint or without."""
        sources = {source.id: source for source in self._model.sources}
        named = Reference.read(self._reference(), sources)
        return any(
            (reference.source, reference.item) == (named.source, named.item)
            for reference in (Reference.read(text, sources) for text in evidence)
        )

    def _evidence(
        self, at: list[Any], evidence: tuple[str, ...], plain: dict[str, Any] | None
    ) -> Suggestion:
        """Suggest the item as evidence; what may stand as a mere text is written out for it."""
        if plain is not None:
            return self._suggested("evidence", at, {**plain, "evidence": [self._reference()]})
        if evidence:
            return self._suggested("evidence", [*at, "evidence", _END], self._reference())
        return self._suggested("evidence", [*at, "evidence"], [self._reference()])

    def _suggested(self, kind: str, at: list[Any], value: Any) -> Suggestion:
        operation = {"op": "set", "at": at, "value": value}
        return Suggestion(kind, self._item, (*self._first, operation))


def option_about(maker: DecisionMaker, issue: str, names: Mapping[str, str]) -> Option | None:
    """Find the option that is meant: by its id, else by its name in either language."""
    words = {name.casefold() for name in names.values()}
    by_name = [
        option
        for option in maker.options
        if words & {text.casefold() for text in (option.name, *option.name.by_language.values())}
    ]
    by_id = [option for option in maker.options if option.id == issue]
    return next(iter([*by_id, *by_name]), None)


def _is_marked(statement: Statement) -> bool:
    """Whether a statement says more than its condition, so that it is a mapping in the file."""
    marks = (statement.degree, statement.chance)
    return statement.greatly or statement.unknown or any(mark is not None for mark in marks)
