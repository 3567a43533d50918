"""How often each state holds over many preference profiles, as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Table
from satumeja.brief.words import Words, short_of

if TYPE_CHECKING:
    from satumeja.questions import SweepResult

__all__ = ["sweep_table"]


def sweep_table(
    result: SweepResult, states: Sequence[int] | None = None, *, language: str = "en"
) -> Table:
    """Show in how many profiles of a sweep each state is an equilibrium.

    Parameters
    ----------
    result : SweepResult
        From `satumeja.questions.sweep`.
    states : sequence of int, optional
        The numbers of the states to show; all of them by default.
    language : {"en", "id"}
        The language of its words.

    Returns
    -------
    Table
        One row a state, one column a concept.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import every_ranking, sweep
    >>> result = sweep(every_ranking(load("syria-iraq"), "syria"), concepts=["nash", "gmr"])
    >>> table = sweep_table(result, [2])
    >>> table.header(), table.lines()
    (['No.', 'State', 'Nash', 'GMR'], [['2', 'YN|N', '240', '384']])
    """
    words = Words(language)
    shown = range(1, len(result.plan.states) + 1) if states is None else states
    titles = [words("column.number"), words("column.state")]
    titles += [short_of(concept, words) for concept in result.concepts]
    body = tuple(
        (
            Cell(str(number), "row"),
            Cell(result.plan.states.form(number)),
            *(Cell(str(counts[number - 1])) for counts in result.counts.values()),
        )
        for number in shown
    )
    caption = words.count("sweep.caption", result.plan.profiles)
    head = (tuple(Cell(title, "col") for title in titles),)
    return Table(caption, head, body, kind="sweep", language=language)
