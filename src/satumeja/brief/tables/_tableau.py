"""The tableau of Fraser and Hipel: each order of preference with what becomes of each state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.tables._moves import Moves
from satumeja.brief.tables._selection import listed_states
from satumeja.brief.tables._states import state_kinds
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.errors import QuestionError
from satumeja.stability import Analysis, analyse

__all__ = ["tableau"]

_ACROSS = 20
_DOWN = 8
_SIMULTANEOUS = 500

Flags = NDArray[np.bool_]


def tableau(analysis: Analysis, *, language: Tongue = "en") -> tuple[Table, ...]:
    """Lay out rationality and sequential stability as Fraser and Hipel do [1]_.

    Parameters
    ----------
    analysis : Analysis
        An analysed model; the tableau decides Nash and SEQ itself.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    tuple of Table
        For each decision maker its states, most preferred first, 20 a table: above them
        E or x for the whole conflict, then r (rational), s (sequentially sanctioned), u
        (unstable) or u* (unstable, and sanctioned simultaneously); below them its
        unilateral improvements, most preferred first.

    Raises
    ------
    QuestionError
        If the analysis is over blocks.

    Notes
    -----
    A state is E where everybody's is r, s or u*. Simultaneous sanctions are looked for in
    option form, up to 500 states, unless some of these are coalesced.

    References
    ----------
    .. [1] Fraser & Hipel, *Conflict Analysis: Models and Resolutions*, 1984.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.stability import analyse
    >>> for line in tableau(analyse(load("prisoners-dilemma")))[0].lines():
    ...     print(line)
    ['Overall', 'x', 'E', 'E', 'x']
    ['Stability', 'r', 's', 'r', 'u']
    ['Order', '2', '1', '4', '3']
    ['Improvements', '', '2', '', '4']
    """
    if analysis.blocks:
        raise QuestionError("the tableau is of single decision makers; it does not take blocks")
    return _Tableau(analysis, phrases_of(analysis.model, language)).tables()


class _Tableau:
    def __init__(self, analysis: Analysis, phrases: Phrases) -> None:
        self.analysis, self.phrases, self.words = analysis, phrases, phrases.words
        self.moves, self.chosen = Moves(analysis), listed_states(analysis)
        self.kinds = state_kinds(analysis, self.chosen.numbers)
        self.signs = self._signs()
        stable = [np.array([sign != "u" for sign in signs]) for signs in self.signs.values()]
        self.overall = np.logical_and.reduce(stable)

    def _signs(self) -> dict[str, list[str]]:
        """Decide r, s, u or u* for each decision maker and state."""
        model = self.analysis.model
        joined = not (model.is_graph or model.coalesce) and len(model.states) <= _SIMULTANEOUS
        found = analyse(model, ("nash", "seq", "sim") if joined else ("nash", "seq"))
        return {
            dm.id: _signs(
                found.is_stable("nash", dm.id),
                found.is_stable("seq", dm.id),
                found.is_stable("sim", dm.id) if joined else None,
            )
            for dm in model.decision_makers
        }

    def tables(self) -> tuple[Table, ...]:
        """Lay out each decision maker's order in blocks."""
        found = list[Table]()
        for mover, dm in enumerate(self.analysis.model.decision_makers):
            ranks = self.analysis.ranks[dm.id]
            order = sorted(self.chosen.numbers, key=lambda n: (-int(ranks[n - 1]), n))
            for first in range(0, len(order), _ACROSS):
                block, then = order[first : first + _ACROSS], order[first + _ACROSS :][:1]
                found.append(self.block(mover, dm.id, block, then))
        note = self.words("tableau.note")
        if self.chosen.left_out:
            note = f"{note} {self.words.count('table.left_out', self.chosen.left_out)}"
        return (*found[:-1], replace(found[-1], note=note))

    def block(self, mover: int, dm: str, order: Sequence[int], then: Sequence[int]) -> Table:
        """Lay out some states of one decision maker, most preferred first."""
        words, ranks = self.words, self.analysis.ranks[dm]
        better = {n: self.improvements(mover, n) for n in order}
        rows = [
            ("overall", ["E" if self.overall[n - 1] else "x" for n in order]),
            ("signs", [self.signs[dm][n - 1] for n in order]),
            ("order", _tied([*order, *then], ranks)[: len(order)]),
        ]
        depth = max(1, *map(len, better.values()))
        rows += [
            ("improvements" if k == 0 else "", [(better[n][k : k + 1] or [""])[0] for n in order])
            for k in range(depth)
        ]
        body = tuple(self.row(key, cells, order) for key, cells in rows)
        head = ((Cell(self.phrases.dm(dm), "col", columns=len(order) + 1),),)
        caption = words("tableau.caption", dm=self.phrases.dm(dm))
        return Table(caption, head, body, "", "tableau", words.language)

    def row(self, key: str, cells: Sequence[str], order: Sequence[int]) -> Row:
        name = self.words(f"tableau.{key}") if key else ""
        kinds = [self.kinds[n] if key == "order" else "" for n in order]
        return (
            Cell(name, "row"),
            *(Cell(text, kind=kind) for text, kind in zip(cells, kinds, strict=True)),
        )

    def improvements(self, mover: int, number: int) -> list[str]:
        ranks = self.moves.ranks(mover)
        found = self.moves.improvements(mover, number).tolist()
        found.sort(key=lambda n: (-int(ranks[n - 1]), n))
        shown = [str(n) for n in found[:_DOWN]]
        return shown if len(found) <= _DOWN else [*shown[:-1], "…"]


def _signs(rational: Flags, sequential: Flags, simultaneous: Flags | None) -> list[str]:
    none = np.zeros_like(rational)
    joint = none if simultaneous is None else simultaneous
    chosen = np.select([rational, sequential, joint], ["r", "s", "u*"], "u")
    found: list[str] = chosen.tolist()
    return found


def _tied(order: Sequence[int], ranks: NDArray[np.int32]) -> list[str]:
    """Write states in order, with a tilde where the next one is ranked equal."""
    following = [*order[1:], None]
    return [
        f"{n} ~" if after is not None and ranks[n - 1] == ranks[after - 1] else str(n)
        for n, after in zip(order, following, strict=True)
    ]
