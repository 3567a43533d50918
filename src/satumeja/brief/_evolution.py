"""The evolution of a conflict: the states of a path side by side, arrows where options change."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from satumeja.brief._phrases import Phrases
from satumeja.brief._table import Cell, Row, Table
from satumeja.brief._words import Words
from satumeja.model import Model, OptionStates
from satumeja.questions import Move

__all__ = ["evolution_table"]


def evolution_table(model: Model, path: Sequence[Move], *, language: str = "en") -> Table:
    """Show a path as a table: a column a state, an arrow on each option that changes.

    Parameters
    ----------
    model : Model
        A conflict.
    path : sequence of Move
        A path of `satumeja.questions.paths`, one move at least.
    language : {"en", "id"}
        The language of its words.

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
    phrases = Phrases(model, Words(language))
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
        language,
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
    model = phrases.model
    if not isinstance(model.states, OptionStates):
        return []
    codes, rows, index = [int(model.states.codes[n - 1]) for n in numbers], list[Row](), 0
    for dm in model.decision_makers:
        for k, option in enumerate(dm.options):
            name = f"{index + 1}. {phrases.text(option.name) or option.id}"
            owner = (Cell(phrases.dm(dm.id), "rowgroup", rows=len(dm.options)),) if k == 0 else ()
            taken = ["Y" if code >> index & 1 else "N" for code in codes]
            rows.append((*owner, Cell(name, "row"), *_arrowed(taken, always=False)))
            index += 1
    return rows


def _numbers(phrases: Phrases, numbers: Sequence[int]) -> Row:
    """Give the row of state numbers, or in graph form of states."""
    graph = phrases.model.is_graph
    names = [phrases.short(n) if graph else str(n) for n in numbers]
    owner = () if graph else (Cell("", "row"),)
    return (*owner, Cell(phrases.words("column.state"), "row"), *_arrowed(names, always=True))


def _arrowed(texts: Sequence[str], *, always: bool) -> list[Cell]:
    """Give the texts as cells, with an arrow between two where something changes."""
    cells = [Cell(texts[0], kind=_kind(texts[0]))]
    for before, after in pairwise(texts):
        arrow = "→" if always or before != after else ""
        cells += [Cell(arrow, kind="arrow"), Cell(after, kind=_kind(after))]
    return cells


def _kind(text: str) -> str:
    return {"Y": "yes", "N": "no"}.get(text, "")
