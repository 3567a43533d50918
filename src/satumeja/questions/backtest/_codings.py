"""What happened, as somebody wrote it down in a table: YAML or CSV."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from satumeja.display import ShownInLine
from satumeja.errors import Fault, QuestionError, did_you_mean
from satumeja.formats.trees import List as Listed
from satumeja.formats.trees import Map, Node, data, decoded, read_bytes, read_yaml
from satumeja.model import Model
from satumeja.questions.backtest._case import Case

__all__ = ["Coding", "cases_of", "read_codings"]

COLUMNS = ("case", "model", "happened", "conflict", "source", "coded_by")
"""The columns, or keys, of such a table; a case is named by its name, its model, or both."""

_NOWHERE = Fault("")
_NAMES = ("case", "model")
_BETWEEN = re.compile(r"\s*[;,]\s*|\s+")


@dataclass(frozen=True, repr=False)
class Coding(ShownInLine):
    """What somebody says happened in a case, as states of its model.

    Parameters
    ----------
    case : str
        The case; where only a model is named, its name without folder and suffix.
    model : str
        The model, as a file or a name; empty where only the case is named.
    happened : tuple of str
        The states as they are named: numbers, option forms or ids.
    conflict : str
        The conflict it is a model of; empty where it is one of its own.
    source : str
        Where it can be read up.
    coded_by : str
        Who says so.
    place : Fault
        Where it stands, to tell of what is wrong.
    """

    case: str
    model: str
    happened: tuple[str, ...]
    conflict: str = ""
    source: str = ""
    coded_by: str = ""
    place: Fault = _NOWHERE

    def fault(self, message: str) -> QuestionError:
        """Say what is wrong with it, and where."""
        return QuestionError(Fault(message, self.place.file, self.place.line, self.place.column))

    def states(self, model: Model) -> tuple[int, ...]:
        """Find the states in a model (`QuestionError` where one is no state of it)."""
        try:
            return tuple(model.find_state(name) for name in self.happened)
        except QuestionError as error:
            raise self.fault(f"{self.case}: {error}") from None


def read_codings(path: str | os.PathLike[str]) -> tuple[Coding, ...]:
    """Read a table of what happened.

    Parameters
    ----------
    path : path
        A ``.csv`` with a line of titles, or a ``.yaml`` with a list, of ``case`` or ``model``,
        ``happened``, ``conflict``, ``source`` and ``coded_by``.

    Returns
    -------
    tuple of Coding
        A coding a line, in their order.

    Raises
    ------
    QuestionError
        If it is no such table; the message names file, line and column.
    ModelError
        If the file cannot be read.
    """
    name = os.fspath(path)
    text = decoded(read_bytes(Path(path)), name)
    if Path(path).suffix.lower() == ".csv":
        codings = [_coding(row, place) for row, place in _lines(text, name)]
    elif Path(path).suffix.lower() in (".yaml", ".yml", ".json"):
        codings = [_coding(row, place) for row, place in _entries(read_yaml(text, name), name)]
    else:
        raise QuestionError(Fault("a table of cases is a .csv or a .yaml", name))
    if not codings:
        raise QuestionError(Fault("there are no cases in it", name))
    return tuple(codings)


def cases_of(codings: tuple[Coding, ...], model_of: Callable[[str], Model]) -> list[Case]:
    """Make cases of what was coded, their models looked up by name."""
    cases = list[Case]()
    for coding in codings:
        if not coding.model:
            raise coding.fault(f'{coding.case}: say which "model"')
        model = model_of(coding.model)
        cases.append(Case(coding.case, model, coding.states(model), coding.conflict))
    return cases


def _lines(text: str, name: str) -> Iterator[tuple[Mapping[str, str], Fault]]:
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        titles = [title.strip().lower() for title in next(rows, [])]
        _require_columns(titles, Fault("", name, 1, 1))
        for row in rows:
            place = Fault("", name, rows.line_num, 1)
            if len(row) > len(titles):
                raise QuestionError(
                    Fault("the line has more cells than there are titles", name, place.line, 1)
                )
            if any(cell.strip() for cell in row):
                yield dict(zip(titles, (cell.strip() for cell in row), strict=False)), place
    except csv.Error as error:
        raise QuestionError(Fault(f"no table: {error}", name, rows.line_num, 1)) from None


def _entries(root: Node, name: str) -> Iterator[tuple[Mapping[str, str], Fault]]:
    if isinstance(root, Map) and list(root.entries) == ["cases"]:
        root = root.entries["cases"].value
    if not isinstance(root, Listed):
        raise QuestionError(Fault('no table of cases: a list, or a list under "cases"', name))
    for item in root.items:
        place = Fault("", name, item.line, item.column)
        if not isinstance(item, Map):
            raise QuestionError(
                Fault("a case has keys, such as model and happened", name, item.line, item.column)
            )
        _require_columns(list(item.entries), place)
        yield {key: _text(entry.value) for key, entry in item.entries.items()}, place


def _text(node: Node) -> str:
    """Give what stands there as a cell of a table has it."""
    content = data(node)
    if isinstance(content, list):
        return "; ".join(str(part) for part in content)
    return "" if content is None else str(content)


def _require_columns(titles: list[str], place: Fault) -> None:
    for title in titles:
        if title not in COLUMNS:
            message = f'unknown column "{title}"{did_you_mean(title, COLUMNS)}'
            raise QuestionError(Fault(message, place.file, place.line, place.column))
    if set(titles).isdisjoint(_NAMES) or "happened" not in titles:
        message = 'a table of cases has "case" or "model", and "happened"'
        raise QuestionError(Fault(message, place.file, place.line, place.column))


def _coding(row: Mapping[str, str], place: Fault) -> Coding:
    model, happened = row.get("model", ""), row.get("happened", "")
    case = row.get("case", "") or Path(model).stem
    states = tuple(state for state in _BETWEEN.split(happened) if state)
    coding = Coding(
        *(case, model, states, row.get("conflict", ""), row.get("source", "")),
        coded_by=row.get("coded_by", ""),
        place=place,
    )
    if not case:
        raise coding.fault('say which "case" it is')
    if not states:
        raise coding.fault(f'{case}: say what "happened": one state, or several')
    return coding
