"""From the plain data of a model to sheets; what no column holds goes to the sheet ``more``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from satumeja.errors import LimitError
from satumeja.formats.sheets._grid import (
    COMPARISONS,
    KINDS,
    LAYOUT,
    NAME,
    RULES,
    Column,
    Grid,
    join,
)
from satumeja.formats.writing import native_data
from satumeja.model import Model, OptionStates

__all__ = ["LISTED", "model_sheets", "state_grid"]

LISTED = 10_000
_NUMBERS, _PLACES = ("chance", "degree", "number", "threshold", "weight"), 19
_HEAD = (
    *("satumeja", "title", "description", "question", "reading", "as_of", "names"),
    *("languages", "status_quo"),
)

Data = dict[str, Any]
Place = tuple[str | int, ...]


def model_sheets(model: Model, folder: Path) -> dict[str, Grid]:
    """Give a model as sheets by name, in the order in which they are read.

    Parameters
    ----------
    model : Model
        A sound model.
    folder : Path
        Where the sheets are to go; paths of sources begin there.

    Returns
    -------
    dict of str to rows
        Only the sheets that have something to say. Option form has a sheet of its states
        too, up to 10,000 of them, for people to look at; reading checks it.

    Raises
    ------
    OutputError
        If the model has a preference that a file cannot hold.
    """
    return _Writer(model, native_data(model, folder)).sheets()


def state_grid(model: Model) -> Grid:
    """List the states of a model in option form: number, form, and Y, N or - by option."""
    states = model.states
    assert isinstance(states, OptionStates)  # noqa: S101
    rows: list[list[str | int]] = [["number", "form", *model.option_names]]
    for number in range(1, len(states) + 1):
        letters = states.form(number)
        rows.append([number, letters, *letters.replace("|", "")])
    return rows


class _Writer:
    def __init__(self, model: Model, data: Data) -> None:
        self.model, self.data = model, data
        self.records: dict[str, list[Data]] = {name: [] for name in LAYOUT}
        self.places: dict[str, dict[str, int]] = {}

    def sheets(self) -> dict[str, Grid]:
        data = self.data
        for key in [key for key in _HEAD if key in data]:
            self.add("conflict", {"key": key, "value": _in_cell(data[key])}, (key,), "value")
            del data[key]
        for name, maker in data.pop("decision_makers").items():
            self.maker(name, maker, ("decision_makers", name))
        self.rows(data)
        self.more(data, ())
        grids = {name: self.grid(name) for name in LAYOUT if self.records[name]}
        if self.places:
            grids["rankings"] = self.rankings()
        if not self.model.is_graph and self.few():
            grids["states"] = state_grid(self.model)
        return grids

    def rows(self, data: Data) -> None:
        """Add the rows of what is listed for the conflict as a whole."""
        for k, rule in enumerate(data.pop("infeasible", ())):
            self.rule({"condition": rule} if isinstance(rule, str) else rule, ("infeasible", k))
        for k, barrier in enumerate(data.pop("irreversible", ())):
            self.add("irreversible", barrier, ("irreversible", k))
        for k, group in enumerate(data.pop("coalesce", ())):
            record = {"when": group} if isinstance(group, str) else group
            self.add("coalesce", record, ("coalesce", k))
        for members in data.pop("coalitions", ()):
            self.add("coalitions", {"members": members}, ("coalitions",))
        for k, state in enumerate(data.pop("states", ())):
            self.add("states", {"id": state} if isinstance(state, str) else state, ("states", k))
        for name in ("tables", "affected", "deadlines", "sources"):
            for id_, entry in data.pop(name, {}).items():
                self.add(name, {"id": id_, **(entry or {})}, (name, id_))

    def few(self) -> bool:
        """Whether the states can be listed for a person."""
        try:
            return len(self.model.list_states(LISTED)) <= LISTED
        except LimitError:
            return False

    def rankings(self) -> Grid:
        """Give the place of each state, 1 the most preferred, for those who rank them."""
        states, rows = self.model.states, list[list[str | int]]()
        for number in range(1, len(states) + 1):
            name = states.form(number)
            key = name if self.model.is_graph else str(number)
            rows.append([name, *(places[key] for places in self.places.values())])
        return [["state", *self.places], *rows]

    def maker(self, name: str, data: Data, place: Place) -> None:
        options, moves = data.pop("options", {}), data.pop("moves", ())
        listed = {sheet: data.pop(sheet, ()) for sheet in ("red_lines", "unseen", "adjust")}
        compared = {kind: data.pop(kind, ()) for kind in COMPARISONS}
        attitudes = data.pop("attitudes", {})
        kind = next((k for k in KINDS if _in_rows(k, data)), "")
        preference = data.pop(kind, ())
        stated: Data = {"preference": kind} if kind else {}
        if isinstance(data.get("ranking"), str):
            stated["order"] = data.pop("ranking")
        self.add("decision_makers", {"id": name, **stated, **data}, place)
        for id_, option in options.items():
            entry = {"name": option} if isinstance(option, str) else option or {}
            record = {"decision_maker": name, "id": id_, **entry}
            self.add("options", record, (*place, "options", id_))
        for start, end in moves:
            self.add("moves", {"decision_maker": name, "from": start, "to": end}, place)
        for sheet, entries in listed.items():
            self.statements(sheet, name, entries, (*place, sheet))
        for sheet, entries in compared.items():
            self.compared(sheet, name, entries, (*place, sheet))
        for toward, attitude in attitudes.items():
            record = {"decision_maker": name, "toward": toward, "attitude": attitude}
            self.add("attitudes", record, place)
        self.preference(kind, name, preference, (*place, kind))

    def preference(self, kind: str, name: str, stated: Any, place: Place) -> None:
        if kind == "preferences":
            self.statements(kind, name, stated, place)
        elif kind == "ranking":
            states = [str(state) for tied in stated for state in tied]
            places = [place for place, tied in enumerate(stated, start=1) for _ in tied]
            self.places[name] = dict(zip(states, places, strict=True))
        elif kind == "weights":
            for option, weight in stated.items():
                record = {"decision_maker": name, "option": option, "weight": weight}
                self.add(kind, record, place)

    def statements(self, sheet: str, name: str, listed: Iterable[Any], place: Place) -> None:
        for k, stated in enumerate(listed):
            if isinstance(stated, list):  # statements of equal importance
                self.statements(sheet, name, stated[:1], (*place, k))
                self.equals(sheet, name, stated, (*place, k))
                continue
            entry = {"statement": stated} if isinstance(stated, str) else stated
            self.add(sheet, {"decision_maker": name, **entry}, (*place, k))

    def equals(self, sheet: str, name: str, stated: Sequence[Any], place: Place) -> None:
        for k, other in enumerate(stated[1:], start=1):
            entry = {"statement": other} if isinstance(other, str) else other
            record = {"decision_maker": name, "equal": True, **entry}
            self.add(sheet, record, (*place, k))

    def compared(self, kind: str, name: str, listed: Iterable[Any], place: Place) -> None:
        for k, stated in enumerate(listed):
            entry = dict(stated) if isinstance(stated, Mapping) else {"pair": stated}
            pair = dict(zip(("first", "second", "number"), entry.pop("pair"), strict=False))
            record = {"decision_maker": name, "kind": kind, **pair, **entry}
            self.add("comparisons", record, (*place, k))

    def rule(self, data: Data, place: Place) -> None:
        kind = next(kind for kind in RULES if kind in data)
        content, record = data.pop(kind), {"kind": kind}
        if kind == "requires":
            record |= {"rule": content["if"], "then": content["then"]}
        else:
            record["rule"] = content if isinstance(content, str) else join(content) or ""
        self.add("infeasible", record | data, place)

    def add(self, sheet: str, record: Data, place: Place, only: str = "") -> None:
        """Add a row, and send to ``more`` what its columns do not hold."""
        columns = {column.name: column for column in LAYOUT[sheet]}
        row = {
            key: value
            for key, value in record.items()
            if key in columns and _fits(columns[key], value)
        }
        rest = {key: value for key, value in record.items() if key not in row}
        if only and rest:
            self.more({str(place[0]): rest[only]}, ())
            return
        self.records[sheet].append(row)
        self.more(rest, place)

    def more(self, rest: Data, place: Place) -> None:
        for key, value in rest.items():
            path = "/".join(map(str, (*place, key)))
            text = json.dumps(value, ensure_ascii=False)
            self.records["more"].append({"place": path, "value": text})

    def grid(self, sheet: str) -> Grid:
        records = self.records[sheet]
        columns = [use for column in LAYOUT[sheet] for use in _uses(column, records)]
        heads = [f"{name}.{code}" if code else name for name, code in columns]
        return [heads, *([_cell(record, *use) for use in columns] for record in records)]


def _in_rows(kind: str, data: Data) -> bool:
    """Tell whether a preference of this kind is there and fits rows."""
    if kind == "preferences":
        lists = [equals for equals in data.get(kind, ()) if isinstance(equals, list)]
        return kind in data and all(len(equals) > 1 for equals in lists)
    return kind in data and not isinstance(data[kind], str)


def _in_cell(value: Any) -> Any:
    """Give a value of the conflict itself as a text or a list of words."""
    return str(value) if isinstance(value, int) else value


def _fits(column: Column, value: Any) -> bool:
    if isinstance(value, list) and (column.kind == "list" or column.name == "value"):
        return all(isinstance(item, str) for item in value) and join(value) is not None
    if column.kind == "text" and isinstance(value, Mapping):
        return all(isinstance(text, str) and text for text in value.values())
    return isinstance(value, str | int)


def _uses(column: Column, records: Sequence[Data]) -> list[tuple[str, str]]:
    """Give the headings of a column: its own, and one for each language in use."""
    values = [record[column.name] for record in records if column.name in record]
    codes = dict.fromkeys(code for v in values if isinstance(v, Mapping) for code in v)
    plain = not codes or any(not isinstance(value, Mapping) for value in values)
    if not values and not column.required and column is not NAME:
        return []
    return [(column.name, "")] * plain + [(column.name, code) for code in codes]


def _cell(record: Data, name: str, code: str) -> str | int:
    value: Any = record.get(name, "")
    if isinstance(value, Mapping):
        value = value.get(code, "")
    elif code:
        return ""
    if isinstance(value, list):
        return join(value) or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name in _NUMBERS and isinstance(value, str):
        return _decimal(value)
    return value if isinstance(value, int) else str(value)


def _decimal(number: str) -> str:
    """Write a fraction with a point where that is exact: a slash may be taken for a date."""
    try:
        fraction = Fraction(number)
    except ValueError:
        return number
    places = next((k for k in range(_PLACES) if 10**k % fraction.denominator == 0), None)
    if not places or "/" not in number:
        return number
    digits = str(abs(fraction.numerator) * 10**places // fraction.denominator)
    digits = digits.rjust(places + 1, "0")
    return f"{'-' if fraction < 0 else ''}{digits[:-places]}.{digits[-places:]}"
