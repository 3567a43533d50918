"""The evolution of a conflict: the states of a path side by side, arrows where options change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.tables._option_rows import option_rows
from satumeja.brief.words import Phrases, Tongue, phrases_of

if TYPE_CHECKING:
    from satumeja.model import Model
    from satumeja.questions import Move

__all__ = ["evolution_table"]


def evolution_table(model: Model, path: Sequence[Move], *, language: Tongue = "en") -> Table:
    """Show a path as a table: a column a state, an arrow on each option that changes.

    Parameters
    ----------
    model : Model
        A conflict.
    path : sequence of Move
        A path of `satumeja.questions.paths`, one move at least.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        Rows are options (in graph form, one row of states); between the columns of two
        states stands a column of arrows, headed by the letter of who moves.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import paths
    >>> model = load("cuban-missile-crisis")
    >>> for line in evolution_table(model, paths(model).to(7)[0]).lines():
    ...     print(line[1:])
    ['1. Strike the missile sites from the air', 'N', '', 'N', '', 'N']
    ['2. Blockade Cuba', 'N', '→', 'Y', '', 'Y']
    ['3. Withdraw the missiles', 'N', '', 'N', '→', 'Y']
    ['4. Escalate', 'N', '', 'N', '', 'N']
    ['State', '1', '→', '3', '→', '7']
    """
    phrases = phrases_of(model, language)
    words, numbers = phrases.words, [path[0].start, *(move.end for move in path)]
    body = [*_option_rows(phrases, numbers), _numbers(phrases, numbers)]
    letters = [phrases.letters[move.mover] for move in path]
    moved = ", ".join(
        f"{phrases.letters[dm.id]}: {phrases.dm(dm.id)}" for dm in model.decision_makers
    )
    return Table(
        words("evolution.caption", start=numbers[0], end=numbers[-1]),
        (_head(phrases, numbers, letters),),
        tuple(body),
        words("evolution.note", letters=moved),
        "evolution",
        words.language,
    )


def _head(phrases: Phrases, numbers: Sequence[int], letters: Sequence[str]) -> Row:
    words, start = phrases.words, phrases.model.status_quo_number
    heads = [words("evolution.between", place=k) for k in range(len(numbers))]
    heads[0] = words("column.status_quo" if numbers[0] == start else "evolution.start")
    heads[-1] = words("evolution.end")
    keys = () if phrases.model.is_graph else ("dm",)
    cells = [Cell(words(f"column.{key}"), "col") for key in (*keys, "option")]
    cells.append(Cell(heads[0], "col"))
    for letter, head in zip(letters, heads[1:], strict=True):
        cells += [Cell(letter, "col", "arrow"), Cell(head, "col")]
    return tuple(cells)


def _option_rows(phrases: Phrases, numbers: Sequence[int]) -> list[Row]:
    found, forms = list[Row](), [phrases.form(n) for n in numbers]
    for dm, rows in option_rows(phrases):
        for k, row in enumerate(rows):
            owner = (Cell(phrases.dm(dm.id), "rowgroup", rows=len(rows)),) if k == 0 else ()
            cells = _arrowed([row.cell(form) for form in forms], always=False)
            found.append((*owner, Cell(f"{row.numbers}. {row.name}", "row"), *cells))
    return found


def _numbers(phrases: Phrases, numbers: Sequence[int]) -> Row:
    """Give the row of state numbers, or in graph form of states."""
    graph = phrases.model.is_graph
    names = [phrases.short(n) if graph else str(n) for n in numbers]
    owner = () if graph else (Cell("", "row"),)
    cells = _arrowed([Cell(name) for name in names], always=True)
    return (*owner, Cell(phrases.words("column.state"), "row"), *cells)


def _arrowed(cells: Sequence[Cell], *, always: bool) -> list[Cell]:
    """Put an arrow between every two cells of which the second says something else."""
    found = [cells[0]]
    for before, after in pairwise(cells):
        arrow = "→" if always or before.text != after.text else ""
        found += [Cell(arrow, kind="arrow"), after]
    return found
