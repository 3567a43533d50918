"""Tables of the states: option form, rankings, stability and equilibria."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.tables._option_rows import option_rows
from satumeja.brief.tables._selection import Selection, listed_states, marks_of
from satumeja.brief.words import Phrases, Tongue, Words, heading_of, phrases_of, short_of

if TYPE_CHECKING:
    from satumeja.stability import Analysis

__all__ = [
    "equilibria_table",
    "order_of",
    "ranking_table",
    "stability_table",
    "state_kinds",
    "state_tables",
]

_COLUMNS, _NARROW = 20, 8
_NUMBERS = 60


def _note(words: Words, chosen: Selection) -> str:
    return words.count("table.left_out", chosen.left_out) if chosen.left_out else ""


def state_kinds(analysis: Analysis, numbers: Sequence[int]) -> dict[int, str]:
    """Classify states for whoever styles them."""
    marks, start = marks_of(analysis), analysis.model.status_quo_number
    found = {}
    for number in numbers:
        kinds = ["status-quo"] if number == start else []
        kinds += ["equilibrium"] if marks.some(number) else []
        kinds += ["strong"] if marks.every(number) else []
        found[number] = " ".join(kinds)
    return found


def _mark(words: Words, kind: str) -> str:
    said = [words("mark.sq")] if "status-quo" in kind else []
    said += (
        [words("mark.e_every" if "strong" in kind else "mark.e")] if "equilibrium" in kind else []
    )
    return " ".join(said)


def state_tables(analysis: Analysis, *, language: Tongue = "en") -> tuple[Table, ...]:
    """List the states in option form, 20 a table (8 with levels); in graph form by their names.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    tuple of Table
        Rows are options, columns are states; status quo and equilibria are marked. Of
        more than 100 states only the status quo, equilibria and neighbours are listed.
    """
    phrases, chosen = phrases_of(analysis.model, language), listed_states(analysis)
    kinds = state_kinds(analysis, chosen.numbers)
    if analysis.model.is_graph:
        return (_named_states(phrases, chosen, kinds),)
    has_levels = any(option.scale for option in analysis.model.options)
    count = -(-len(chosen.numbers) // (_NARROW if has_levels else _COLUMNS))
    size = -(-len(chosen.numbers) // count)
    blocks = [chosen.numbers[k : k + size] for k in range(0, len(chosen.numbers), size)]
    either = phrases.words("states.either") if analysis.model.coalesce else ""
    notes = [phrases.words("states.marks"), either, _note(phrases.words, chosen)]
    note = " ".join(filter(None, notes))
    return tuple(
        _block(phrases, block, kinds, note if block is blocks[-1] else "") for block in blocks
    )


def _named_states(phrases: Phrases, chosen: Selection, kinds: dict[int, str]) -> Table:
    words = phrases.words
    body = tuple(
        (
            Cell(str(n), "row", kinds[n]),
            Cell(phrases.form(n), kind=kinds[n]),
            Cell(_mark(words, kinds[n]), kind=kinds[n]),
        )
        for n in chosen.numbers
    )
    head = (tuple(Cell(words(f"column.{key}"), "col") for key in ("number", "state", "mark")),)
    note = " ".join(filter(None, [words("states.marks"), _note(words, chosen)]))
    return Table(words("states.caption"), head, body, note, "states named", words.language)


def _block(phrases: Phrases, numbers: Sequence[int], kinds: dict[int, str], note: str) -> Table:
    words, forms = phrases.words, {n: phrases.form(n) for n in numbers}
    body = list[Row]()
    for dm, rows in option_rows(phrases):
        letter, name = phrases.letters[dm.id], phrases.dm(dm.id)
        for k, row in enumerate(rows):
            owner = (Cell(letter, "rowgroup", rows=len(rows), title=name),) if k == 0 else ()
            cells = [row.cell(form, kinds[number]) for number, form in forms.items()]
            body.append((*owner, Cell(f"{row.numbers}. {row.name}", "row"), *cells))
    marks = tuple(Cell(_mark(words, kinds[n]), kind=kinds[n]) for n in numbers)
    body.append((Cell(words("column.mark"), "row", columns=2), *marks))
    head = (
        (
            Cell(words("column.options"), "col", columns=2),
            *(Cell(str(n), "col", kinds[n]) for n in numbers),
        ),
    )
    caption = words("states.block", first=numbers[0], last=numbers[-1])
    return Table(caption, head, tuple(body), note, "states", words.language)


def order_of(analysis: Analysis, dm: str, numbers: Sequence[int]) -> str:
    """Write some states in a decision maker's order: ``7 ≻ 3 ≻ {4, 8}``."""
    ranks = analysis.ranks[dm]
    order = sorted(numbers, key=lambda n: (-int(ranks[n - 1]), n))
    classes = [
        [str(n) for n in equal] for _, equal in groupby(order, key=lambda n: int(ranks[n - 1]))
    ]
    return " ≻ ".join(c[0] if len(c) == 1 else f"{{{', '.join(c)}}}" for c in classes)


def ranking_table(analysis: Analysis, *, language: Tongue = "en") -> Table:
    """List each decision maker's order of the states: ``7 ≻ 3 ≻ {4, 8}``.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        One row a decision maker; states ranked equal are in braces.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> ranking_table(analyse(load("chicken"))).lines()[0]
    ['Row player (R)', '2 ≻ 1 ≻ 3 ≻ 4']
    """
    phrases, chosen = phrases_of(analysis.model, language), listed_states(analysis)
    words, body = phrases.words, list[Row]()
    for dm in analysis.model.decision_makers:
        written = order_of(analysis, dm.id, chosen.numbers)
        name = f"{phrases.dm(dm.id)} ({phrases.letters[dm.id]})"
        body.append((Cell(name, "row"), Cell(written, kind="order")))
    head = (tuple(Cell(words(f"column.{key}"), "col") for key in ("dm", "order")),)
    note = " ".join(filter(None, [words("ranking.note"), _note(words, chosen)]))
    return Table(words("ranking.caption"), head, tuple(body), note, "ranking", words.language)


def stability_table(analysis: Analysis, *, language: Tongue = "en") -> Table:
    """Show for each state under which concept it is stable for whom, and for everyone.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        Rows are states; for each concept a column for each decision maker or coalition
        that is asked (✓) and one for everyone (E). Of more than 100 states only the status
        quo, equilibria and neighbours are listed.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> table = stability_table(analyse(load("chicken"), ["nash"]))
    >>> table.header()[1:], table.lines()[1][1:]
    (['Nash R', 'Nash C', 'Nash E'], ['✓', '✓', 'E'])
    """
    phrases, chosen = phrases_of(analysis.model, language), listed_states(analysis)
    words = phrases.words
    columns_of = [(c.id, analysis.parties(c.id)) for c in analysis.concepts]
    groups = tuple(
        Cell(short_of(concept, words), "colgroup", "concept", len(parties) + 1,
             title=heading_of(concept, words))
        for concept, parties in columns_of
    )  # fmt: skip
    everyone = Cell(words("mark.e"), "col", "everyone", title=words("mark.equilibrium"))
    columns = list[Cell]()
    for _, parties in columns_of:
        columns += [Cell(phrases.lettered(p), "col", title=phrases.party(p)) for p in parties]
        columns.append(everyone)
    head = ((Cell(words("column.state"), "col", rows=2), *groups), tuple(columns))
    flags = list[tuple[NDArray[np.bool_], str, str]]()
    for concept, parties in columns_of:
        flags += [(analysis.is_stable(concept, *party), "✓", "yes") for party in parties]
        flags.append((analysis.is_equilibrium(concept), words("mark.e"), "everyone"))
    body = list[Row]()
    for number, kind in state_kinds(analysis, chosen.numbers).items():
        cells = [_tick(bool(holds[number - 1]), sign, name, kind) for holds, sign, name in flags]
        name = str(number) + (f" {words('mark.sq')}" if "status-quo" in kind else "")
        body.append((Cell(name, "row", kind, title=phrases.form(number)), *cells))
    notes = [words("stability.note"), phrases.over(analysis.blocks), _note(words, chosen)]
    note = " ".join(filter(None, notes))
    return Table(words("stability.caption"), head, tuple(body), note, "stability", words.language)


def _tick(holds: bool, sign: str, name: str, kind: str) -> Cell:
    return Cell(sign if holds else "", kind=f"{name if holds else ''} {kind}".strip())


def equilibria_table(analysis: Analysis, *, language: Tongue = "en") -> Table:
    """List the equilibria by concept, and for whom the status quo does not hold.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        One row a concept.
    """
    phrases = phrases_of(analysis.model, language)
    words = phrases.words
    start, body = analysis.model.status_quo_number, list[Row]()
    for concept in analysis.concepts:
        found = analysis.equilibria(concept.id)
        listed = ", ".join(str(n) for n in found[:_NUMBERS].tolist()) or words("none")
        more = len(found) - _NUMBERS
        if more > 0:
            listed = words.count("equilibria.more", more, numbers=listed)
        row = [Cell(heading_of(concept.id, words), "row"), Cell(listed)]
        row.append(Cell(words.number(len(found)), kind="number"))
        if start:
            row.append(_status_quo(analysis, phrases, concept.id, start))
        body.append(tuple(row))
    keys = ("concept", "equilibria", "count", *(("status_quo",) if start else ()))
    head = (tuple(Cell(words(f"column.{key}"), "col") for key in keys),)
    note = phrases.over(analysis.blocks)
    return Table(
        words("equilibria.caption"), head, tuple(body), note, "equilibria", words.language
    )


def _status_quo(analysis: Analysis, phrases: Phrases, concept: str, start: int) -> Cell:
    against = [
        phrases.party(party)
        for party in analysis.parties(concept)
        if not analysis.is_stable(concept, *party)[start - 1]
    ]
    words = phrases.words
    if not against:
        return Cell(words("equilibria.holds"), kind="yes")
    return Cell(words("equilibria.unstable_for", dms=words.all_of(against)), kind="no")
