"""Graph form: states named one by one, and moves between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from satumeja.errors import did_you_mean
from satumeja.formats import schema
from satumeja.formats.compiling._beyond import Named, compile_beyond
from satumeja.formats.compiling._context import Context
from satumeja.formats.compiling._rankings import compile_ranking
from satumeja.formats.trees import Path
from satumeja.model import DecisionMaker, Ranking, Text

__all__ = ["Graph"]

_OPTION_FORM = (
    "options",
    "preferences",
    "weights",
    "adjust",
    "red_lines",
    "shares",
    "unseen",
    "perceives",
)
_DIGITS = 18
_SUGGESTED = 200


@dataclass
class Graph:
    """Compiles the parts that only a model in graph form has.

    Parameters
    ----------
    context : Context
        Takes the faults.
    states : list of str or State
        The states, as in the file.
    makers : tuple of str
        The ids of all decision makers.
    """

    context: Context
    states: list[str | schema.State]
    makers: tuple[str, ...]

    def __post_init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.names: dict[str, Text] = {}
        for k, state in enumerate(self.states):
            path: Path = ("states", k)
            is_mapping = isinstance(state, schema.State)
            word = state.id if isinstance(state, schema.State) else state
            words = state.name if isinstance(state, schema.State) else ""
            place = (*path, "id") if is_mapping else path
            self.context.id(word, place, key=False)
            if word in self.numbers:
                self.context.faults.add(f'state "{word}" is listed twice', place)
            self.numbers.setdefault(word, len(self.numbers) + 1)
            self.names[word] = self.context.text(words, (*path, "name")) or Text(word)
        if not self.states:
            self.context.faults.add("at least one state expected", ("states",), key=True)
            self.context.faults.check()

    def __len__(self) -> int:
        return len(self.numbers)

    def number(self, name: str) -> int:
        """Return the 1-based number of a state given by its id or number.

        Raises
        ------
        ValueError
            If there is no such state; the message says what was meant.
        """
        if name in self.numbers:
            return self.numbers[name]
        if name.isascii() and name.isdigit() and len(name) < _DIGITS:
            if 1 <= int(name) <= len(self.numbers):
                return int(name)
            raise ValueError(f"there is no state {name}; states are 1 to {len(self.numbers)}")
        # What is near is looked for among few: it takes a comparison with every id.
        near = did_you_mean(name, list(self.numbers)) if len(self.numbers) < _SUGGESTED else ""
        raise ValueError(f'unknown state "{name}"{near}')

    def describe(self, number: int) -> str:
        """Word a state for a fault: its id."""
        return list(self.numbers)[number - 1]

    def compile(self, name: str, part: schema.DecisionMaker) -> DecisionMaker:
        """Compile one decision maker."""
        path: Path = ("decision_makers", name)
        for key in (key for key in _OPTION_FORM if key in part.stated):
            message = f'"{key}" has no place in graph form; write moves and a ranking'
            self.context.faults.add(message, (*path, key), key=True)
        faults, ranking = self.context.faults, Ranking(())
        if part.ranking is None:
            faults.add(f"{name} has no ranking of the states", path, key=True)
        else:
            ranking = compile_ranking(part.ranking, (*path, "ranking"), faults, self)
        return DecisionMaker(
            id=name,
            name=self.context.text(part.name, (*path, "name")) or Text(name),
            preference=ranking,
            beyond=compile_beyond(part, name, self.context, self.makers, self._named(ranking)),
            moves=self._moves(part.moves, (*path, "moves")),
            **self.context.cited(part, path),
        )

    def _named(self, ranking: Ranking) -> Named:
        sound = not len(self.context.faults)
        ranks = (lambda: ranking.ranks(())) if sound else None
        return Named(self.number, lambda number: np.array([number]) - 1, ranks)

    def _moves(self, pairs: list[list[str]], path: Path) -> NDArray[np.int64]:
        arcs: dict[tuple[int, int], None] = {}
        for k, pair in enumerate(pairs):
            arc = self._arc(pair, (*path, k))
            if arc is None:
                continue
            if arc in arcs:
                message = f"the move from {pair[0]} to {pair[1]} is listed twice"
                self.context.faults.add(message, (*path, k))
            arcs[arc] = None
        return np.array(list(arcs), dtype=np.int64).reshape(-1, 2)

    def _arc(self, pair: list[str], path: Path) -> tuple[int, int] | None:
        if len(pair) != 2:
            message = f"a move is a pair of states, from and to; this has {len(pair)}"
            self.context.faults.add(message, path)
            return None
        ends = [self._end(name, (*path, k)) for k, name in enumerate(pair)]
        if ends[0] is None or ends[1] is None:
            return None
        if ends[0] == ends[1]:
            self.context.faults.add(f"a move from {pair[0]} to itself; staying is no move", path)
            return None
        return ends[0], ends[1]

    def _end(self, name: str, path: Path) -> int | None:
        try:
            return self.number(name) - 1
        except ValueError as error:
            self.context.faults.add(str(error), path)
            return None

    def status_quo(self, stated: str | Mapping[str, str] | None) -> int | None:
        """Return the 0-based place of the status quo, if one is stated."""
        if stated is None or isinstance(stated, str):
            return None if stated is None else self._end(stated, ("status_quo",))
        self.context.faults.add("expected a state, found a mapping of options", ("status_quo",))
        return None
