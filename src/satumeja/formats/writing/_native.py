"""A model as the plain data of a native file, each part as it was written where it was."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

from satumeja.errors import OutputError
from satumeja.files import SHIPPED, beside
from satumeja.formats.compiling import ATTITUDES, write_ranking
from satumeja.formats.schema import FORMAT_VERSION
from satumeja.formats.writing._glosses import with_glosses
from satumeja.formats.writing._native_rules import Data, Row, Rules, grounds, pattern_form, worded
from satumeja.model import (
    Adjusted,
    Beyond,
    Comparison,
    Deadline,
    DecisionMaker,
    Edit,
    Model,
    Option,
    Perception,
    Preference,
    Prioritisation,
    Ranking,
    Source,
    Statement,
    Table,
    Text,
    Weighting,
)
from satumeja.model.kit import Pattern, equals, option_form

__all__ = ["native_data"]

# What is read: 60 digits before a point and after it, and an exponent of two digits; so a
# number may have 60 and 99 decimal places, not more.
_DIGITS, _PLACES, _EXPONENT = 60, 160, 99
_ASKED = ("question", "reading")


def native_data(model: Model, folder: Path) -> Data:
    """Give a model as the dicts, lists and texts of its native file.

    Parameters
    ----------
    model : Model
        A sound model.
    folder : Path
        Where the file is to go; paths of other files begin there.

    Raises
    ------
    OutputError
        If it has a preference that the format cannot hold.
    """
    return _Writer(model).data(folder)


class _Writer:
    def __init__(self, model: Model) -> None:
        self.model, self.names, self.widths = model, model.option_names, model.widths
        self.rules = Rules(model)

    def data(self, folder: Path) -> Data:
        model = self.model
        data: Data = {"satumeja": FORMAT_VERSION, "title": worded(model.title)}
        if model.description:
            data["description"] = worded(model.description)
        data |= {key: worded(text) for key in _ASKED if (text := getattr(model, key))}
        data |= {"as_of": model.as_of} if model.as_of else {}
        data |= {"names": model.names} if model.names != "verbs" else {}
        data["languages"] = Row(model.languages)
        if model.sources:
            data["sources"] = {source.id: self.source(source, folder) for source in model.sources}
        others = [self.path(path, folder) for path in model.readings]
        data |= {"readings": others} if others else {}
        if model.state_ids:
            data["states"] = [_state(id, model.state_names[id]) for id in model.state_ids]  # noqa: A001
        data["decision_makers"] = {dm.id: self.maker(dm) for dm in model.decision_makers}
        data |= self.rules.of_states(model)
        if model.status_quo is not None:
            data["status_quo"] = self.state(model.status_quo)
        if model.coalitions:
            data["coalitions"] = [Row(members) for members in model.coalitions]
        return with_glosses(data | self.around(), model)

    def around(self) -> Data:
        """Give what is said of talks: who sits where, whom they affect, and what falls due."""
        model = self.model
        data: Data = {
            "tables": {table.id: self.table(table) for table in model.tables},
            "affected": {
                party.id: (_named(party.id, party.name) | grounds(party)) or None
                for party in model.affected
            },
            "deadlines": {due.id: self.deadline(due) for due in model.deadlines},
        }
        return {key: entries for key, entries in data.items() if entries}

    def state(self, place: int) -> str:
        if self.model.is_graph:
            return self.model.state_ids[place]
        return option_form(place, self.widths)

    def maker(self, dm: DecisionMaker) -> Data:
        data = _named(dm.id, dm.name) | grounds(dm)
        if dm.options:
            data["options"] = dict(map(self.option_entry, dm.options))
        if dm.moves is not None and len(dm.moves):
            ids = self.model.state_ids
            data["moves"] = [Row((ids[a], ids[b])) for a, b in dm.moves.tolist()]
        data |= self.preference(dm.preference) | self.beyond(dm.beyond)
        if dm.shared:
            data["shares"] = Row(self.names[option] for option in dm.shared)
        if dm.unseen:
            data["unseen"] = [self.statement(sight) for sight in dm.unseen]
        if dm.perceives:
            data["perceives"] = self.perception(dm.perceives)
        if dm.red_lines:
            data["red_lines"] = [self.statement(line) for line in dm.red_lines]
        return data

    def option_entry(self, option: Option) -> tuple[str, Data | str | None]:
        """Give an option under its id; one with levels under its own, with all of them."""
        scale = option.scale
        if scale is None:
            return option.id, self.option(option)
        data = _named(scale.id, scale.name)
        if option.direction != "both":
            data["direction"] = option.direction
        named = zip(scale.levels, scale.names, strict=True)
        words = {level: worded(name) for level, name in named}
        plain = all(level == name for level, name in words.items())
        return scale.id, data | {"levels": Row(words) if plain else words} | grounds(option)

    def option(self, option: Option) -> Data | str | None:
        data = _named(option.id, option.name)
        if option.direction != "both":
            data["direction"] = option.direction
        data |= grounds(option)
        if data.keys() == {"name"} and isinstance(data["name"], str):
            return data["name"]
        return data or None

    def preference(self, preference: Preference) -> Data:
        match preference:
            case Prioritisation(statements):
                return {"preferences": list(self.statements(statements))}
            case Ranking(classes, great):
                if great:
                    return {"ranking": write_ranking(preference, self.state_names)}
                return {"ranking": [Row(map(self.ranked, states)) for states in classes]}
            case Weighting(weights):
                return {"weights": {self.names[k]: _number(w) for k, w in weights.items()}}
            case Adjusted(base, edits):
                return self.preference(base) | {"adjust": [self.edit(edit) for edit in edits]}
        raise OutputError(f"a model file cannot hold a {type(preference).__name__}")

    def ranked(self, number: int) -> str | int:
        return self.model.state_ids[number - 1] if self.model.is_graph else number

    @property
    def state_names(self) -> list[str]:
        """How each state is called in a ranking that is written as text."""
        states = self.model.states
        return [str(self.ranked(number)) for number in range(1, len(states) + 1)]

    def statements(self, statements: Sequence[Statement]) -> Iterator[Any]:
        """Give preference statements, those of equal importance as one list."""
        for key, group in groupby(statements, key=lambda wish: wish.among or wish):
            wishes = list(group)
            if isinstance(key, Statement):
                yield from map(self.statement, wishes)
            elif equals(key) == tuple(wishes):
                yield [self.statement(wish) for wish in key]
            else:  # some are gone or moved, so what is left is no class any more
                yield from map(self.statement, wishes)

    def statement(self, statement: Statement) -> Data | str:
        text, more = self.rules.condition(statement.condition, statement.text), grounds(statement)
        more |= {key: True for key in ("greatly", "unknown") if getattr(statement, key)}
        for key in ("degree", "chance"):
            number = getattr(statement, key)
            more |= {key: _number(number)} if number is not None else {}
        if statement.order:
            more["order"] = grounds(statement.order)
        if statement.inferred:
            more = {"inferred": True, **more}
        if statement.name:
            more = {"name": worded(statement.name), **more}
        return {"statement": text, **more} if more else text

    def perception(self, perceives: Perception) -> Data:
        data: Data = {}
        if perceives.hidden:
            data["hidden"] = Row(self.names[option] for option in perceives.hidden)
        if perceives.beliefs:
            beliefs = perceives.beliefs.items()
            data["beliefs"] = {dm: self.preference(preference) for dm, preference in beliefs}
        return data | grounds(perceives)

    def edit(self, edit: Edit) -> Data:
        placed = {"state": self.state(edit.state), edit.placing: self.state(edit.anchor)}
        return placed | grounds(edit)

    def beyond(self, stated: Beyond) -> Data:
        """Give what is stated beyond a ranking."""
        words = {sign: word for word, sign in ATTITUDES.items()}
        data: Data = {
            key: [self.comparison(pair) for pair in getattr(stated, key)]
            for key in ("unknown", "much_better", "degrees", "chances")
        }
        if stated.threshold is not None:
            data["threshold"] = _number(stated.threshold)
        data["attitudes"] = {dm: words[sign] for dm, sign in stated.attitudes.items()}
        return {key: value for key, value in data.items() if value}

    def comparison(self, stated: Comparison) -> Data | Row:
        pair: list[Any] = [self.named(end) for end in (stated.first, stated.second)]
        if stated.number is not None:
            pair.append(_number(stated.number))
        cited = grounds(stated)
        return {"pair": Row(pair), **cited} if cited else Row(pair)

    def named(self, end: Pattern | int) -> str:
        if isinstance(end, int):
            return self.model.state_ids[end - 1]
        return pattern_form(end, self.widths)

    def table(self, table: Table) -> Data:
        data = _named(table.id, table.name) | {"seats": Row(table.seats)}
        data |= {key: getattr(table, key) for key in ("date", "until") if getattr(table, key)}
        if table.convenor:
            data["convenor"] = worded(table.convenor)
        if table.agenda:
            data["agenda"] = [worded(item) for item in table.agenda]
        if table.papers:
            data["papers"] = Row(table.papers)
        return data | grounds(table)

    def deadline(self, due: Deadline) -> Data:
        return _named(due.id, due.name) | {"date": due.date} | grounds(due)

    def source(self, source: Source, folder: Path) -> Data:
        data: Data = {"title": worded(source.title)}
        data["report"] = self.path(source.report, folder)
        data["dossier"] = self.path(source.dossier, folder)
        data |= {"citation": source.citation, "url": source.url}
        return {key: value for key, value in data.items() if value}

    def path(self, path: str, folder: Path) -> str:
        origin = self.model.origin
        if not path or origin is None or path.startswith(SHIPPED) or Path(path).is_absolute():
            return path
        if os.path.abspath(folder) == os.path.abspath(origin.parent):
            return path
        return Path(os.path.relpath(beside(path, origin), folder)).as_posix()


def _named(id: str, name: Text) -> Data:  # noqa: A002
    words = worded(name)
    return {} if words in ("", id) else {"name": words}


def _state(id: str, name: Text) -> Data | str:  # noqa: A002
    named = _named(id, name)
    return {"id": id, **named} if named else id


def _number(weight: Fraction) -> int | str:
    """Write a number exactly, within the digits that are read."""
    numerator, denominator = str(abs(weight.numerator)), str(weight.denominator)
    if max(len(numerator), len(denominator)) <= _DIGITS:
        return weight.numerator if denominator == "1" else str(weight)
    places = next((k for k in range(_PLACES) if 10**k % weight.denominator == 0), None)
    if places is None:
        raise OutputError(f"the weight {weight} has more digits than a model file can hold")
    digits = str(abs(weight.numerator) * 10**places // weight.denominator)
    shift = max(places - _EXPONENT, len(digits) - _DIGITS, 0)
    digits = digits.rjust(shift + 1, "0")
    whole, fraction = digits[: len(digits) - shift], digits[len(digits) - shift :]
    return f"{'-' if weight < 0 else ''}{whole}.{fraction}e{shift - places}"
