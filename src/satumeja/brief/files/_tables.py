"""Every table of a model and its results by name, and files of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from satumeja.brief.media import Paper, Table
from satumeja.brief.sentences import effectiveness_table, status_quo_table
from satumeja.brief.tables import (
    affected_table,
    equilibria_table,
    evolution_table,
    infeasible_table,
    move_table,
    option_table,
    preference_table,
    ranking_table,
    red_line_table,
    seat_table,
    stability_table,
    state_tables,
    tableau,
)
from satumeja.errors import OutputError, QuestionError, did_you_mean
from satumeja.files import write_folder, write_whole
from satumeja.formats.sheets import Grid, workbook
from satumeja.questions import GRADES, Move, Paths, effectiveness, goals, paths
from satumeja.stability import Analysis

__all__ = ["TABLES", "field_tables", "write_tables"]

Tables = Mapping[str, tuple[Table, ...]]


@dataclass(frozen=True)
class _Asked:
    """What the tables are about: an analysis, and paths from a state."""

    analysis: Analysis
    start: int | str | None
    to: int | str | None
    improvements: bool
    language: str

    @cached_property
    def paths(self) -> Paths:
        model, engine = self.analysis.model, self.analysis.explicit
        return paths(model, self.start, improvements=self.improvements, engine=engine)

    @cached_property
    def path(self) -> tuple[Move, ...]:
        """The path to show: to the state asked for, or to the nearest equilibrium."""
        to = None if self.to is None else self.analysis.model.require_state(self.to)
        for goal in goals(self.analysis, self.paths, None if to is None else [to]):
            if goal.moves:
                return goal.paths[0]
        what = "an equilibrium" if to is None else f"state {to}"
        raise QuestionError(
            f"no path of a move or more leads from state {self.paths.start} to {what}"
        )


def _preferences(asked: _Asked) -> tuple[Table, ...]:
    model, language = asked.analysis.model, asked.language
    return tuple(preference_table(model, dm.id, language=language) for dm in model.decision_makers)


def _status_quo(asked: _Asked) -> tuple[Table, ...]:
    return (status_quo_table(asked.analysis, asked.paths, language=asked.language),)


def _evolution(asked: _Asked) -> tuple[Table, ...]:
    return (evolution_table(asked.analysis.model, asked.path, language=asked.language),)


def _moves(asked: _Asked) -> tuple[Table, ...]:
    found = move_table(asked.analysis.model, language=asked.language)
    return (found,) if found.body else ()


def _effectiveness(asked: _Asked) -> tuple[Table, ...]:
    analysis = asked.analysis
    graded = any(concept.id in GRADES for concept in analysis.concepts)
    if analysis.model.is_graph or not graded:
        return ()
    return (effectiveness_table(effectiveness(analysis), language=asked.language),)


def _given(there: bool, table: Callable[[], Table]) -> tuple[Table, ...]:
    return (table(),) if there else ()


TABLES: Mapping[str, Callable[[_Asked], tuple[Table, ...]]] = {
    "options": lambda a: (option_table(a.analysis.model, language=a.language),),
    "infeasible": lambda a: _given(
        bool(a.analysis.model.stated_rules),
        lambda: infeasible_table(a.analysis.model, language=a.language),
    ),
    "moves": _moves,
    "preferences": _preferences,
    "states": lambda a: state_tables(a.analysis, language=a.language),
    "ranking": lambda a: (ranking_table(a.analysis, language=a.language),),
    "stability": lambda a: (stability_table(a.analysis, language=a.language),),
    "equilibria": lambda a: (equilibria_table(a.analysis, language=a.language),),
    "effectiveness": _effectiveness,
    "tableau": lambda a: tableau(a.analysis, language=a.language),
    "status-quo": _status_quo,
    "evolution": _evolution,
    "red-lines": lambda a: _given(
        any(dm.red_lines for dm in a.analysis.model.decision_makers),
        lambda: red_line_table(a.analysis.model, language=a.language),
    ),
    "seats": lambda a: _given(
        bool(a.analysis.model.tables), lambda: seat_table(a.analysis.model, language=a.language)
    ),
    "affected": lambda a: _given(
        bool(a.analysis.model.affected),
        lambda: affected_table(a.analysis.model, language=a.language),
    ),
}
"""The tables by name, in the order in which they are shown."""

_OF_SOME = ("status-quo", "evolution", "tableau")
"""What needs a status quo, a path, or single decision makers: left out where nobody named it."""


def field_tables(
    analysis: Analysis,
    kinds: Iterable[str] = (),
    *,
    start: int | str | None = None,
    to: int | str | None = None,
    improvements: bool = False,
    language: str = "en",
) -> dict[str, tuple[Table, ...]]:
    """Give tables of a model and its results, as the field prints them.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    kinds : iterable of str
        Which: options, infeasible, preferences, states, ranking, stability, equilibria,
        effectiveness, tableau, status-quo, evolution, red-lines, seats, affected. All that the
        model has something for where none are named.
    start, to : int or str, optional
        The states between which `evolution` leads, and from which `status-quo` begins, by
        number or by a name as for `Model.find_state`: by default the status quo, and the
        nearest equilibrium.
    improvements : bool
        Whether those two count improvements only.
    language : {"en", "id"}
        The language of their words.

    Returns
    -------
    dict of str to tuple of Table
        The tables by kind; some kinds are in several parts.

    Raises
    ------
    QuestionError
        If a kind is unknown, or a kind asked for needs a status quo or a path there is not, or
        takes no blocks.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> found = field_tables(analyse(load("chicken")), ["ranking", "stability"])
    >>> [(kind, len(tables)) for kind, tables in found.items()]
    [('ranking', 1), ('stability', 1)]
    """
    wanted = list(kinds)
    for kind in wanted:
        if kind not in TABLES:
            known = did_you_mean(kind, list(TABLES)) or f" (known: {', '.join(TABLES)})"
            raise QuestionError(f'unknown table "{kind}"{known}')
    asked = _Asked(analysis, start, to, improvements, language)
    found = {}
    for kind in wanted or TABLES:
        try:
            tables = TABLES[kind](asked)
        except QuestionError:
            if wanted or kind not in _OF_SOME:
                raise
            continue
        if tables or wanted:
            found[kind] = tables
    return found


def write_tables(
    tables: Tables, path: str | os.PathLike[str], title: str, paper: Paper | None = None
) -> Path:
    """Write tables to a file, or to a folder of CSV, whole or not at all.

    Parameters
    ----------
    tables : mapping of str to tuple of Table
        From `field_tables`.
    path : path
        Its suffix says the format: ``.html``, ``.tex``, ``.xlsx``; ``.csv`` and ``.svg`` take a
        single table, and a path without a suffix is a folder of CSV.
    title : str
        What an HTML page is called.
    paper : Paper, optional
        How LaTeX is laid out.

    Raises
    ------
    OutputError
        If the suffix is none of these, ``.csv`` or ``.svg`` is asked for several tables,
        there is no table, the file or folder cannot be written, or the folder holds anything
        but tables that were written by this function and are unchanged.
    MissingExtraError
        If a workbook is asked for and openpyxl is not installed.
    """
    target, each = Path(path), [table for parts in tables.values() for table in parts]
    if not each:
        raise OutputError(f"{path}: the model has nothing for this table")
    match target.suffix.lower():
        case ".html":
            return write_whole(target, page_of(each, title))
        case ".tex":
            return write_whole(target, (paper or Paper()).write(each))
        case ".xlsx":
            return write_whole(target, workbook(_grids(tables), str(path)))
        case ".csv" if len(each) == 1:
            return write_whole(target, each[0].csv())
        case ".svg" if len(each) == 1:
            return write_whole(target, str(each[0].svg()))
        case "":
            sheets = {f"{n}.csv": t.csv() for n, t in _named(tables).items()}
            return write_folder(target, "tables", sheets)
    several = f"holds one table, and these are {len(each)}; name a folder"
    known = "tables are written as .html, .svg, .tex, .xlsx, .csv or a folder"
    raise OutputError(f"{path}: {several if target.suffix in ('.csv', '.svg') else known}")


def _named(tables: Tables) -> dict[str, Table]:
    """Name each table by its kind, and by its number where a kind has several."""
    return {
        kind if len(parts) == 1 else f"{kind}-{k}": table
        for kind, parts in tables.items()
        for k, table in enumerate(parts, start=1)
    }


def _grids(tables: Tables) -> dict[str, Grid]:
    return {name: table.grid() for name, table in _named(tables).items()}


def _note(note: str) -> Markup:
    return Markup('<p class="note">{}</p>').format(note) if note else Markup()


def page_of(tables: Iterable[Table], title: str) -> str:
    """Write tables as one HTML page that needs nothing else."""
    from satumeja.brief.pages import standalone  # most tables are printed

    each = list(tables)
    parts = [Markup("{}{}").format(table.html(), _note(table.note)) for table in each]
    return standalone(title, parts, each[0].language)
