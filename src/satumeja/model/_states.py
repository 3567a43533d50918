"""The states of a model: feasible combinations of options, or named states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from satumeja.errors import LimitError, QuestionError
from satumeja.model._conditions import Codes, Condition, holds, mask_of

__all__ = ["GraphStates", "OptionStates", "feasible_codes"]

LARGEST = 1 << 24
_BLOCK = 1 << 20


def _drop(condition: Condition, codes: Codes) -> Codes:
    blocks = [codes[k : k + _BLOCK] for k in range(0, max(1, len(codes)), _BLOCK)]
    return np.concatenate([block[~holds(condition, block)] for block in blocks])


def _order(options: int, masks: Sequence[int]) -> list[int]:
    """Order the options so that conditions are complete, and prune, early."""
    left, order = [mask for mask in masks if mask], list[int]()
    while left:
        nearest = min(left, key=lambda mask: (mask.bit_count(), mask))
        order += [k for k in range(options) if nearest >> k & 1]
        done = sum(1 << k for k in order)
        left = [mask & ~done for mask in left if mask & ~done]
    return order + [k for k in range(options) if k not in order]


def feasible_codes(options: int, infeasible: Sequence[Condition], largest: int = LARGEST) -> Codes:
    """List the states in which no infeasibility condition holds.

    Parameters
    ----------
    options : int
        How many options there are, 62 at most.
    infeasible : sequence of Condition
        A state in which any of them holds is left out.
    largest : int
        The most states to hold at a time.

    Returns
    -------
    int64 array, shape (n,)
        The feasible states as bit sets, ascending (option 0 is the lowest bit).

    Raises
    ------
    LimitError
        If more than `largest` combinations must be held at a time.

    Notes
    -----
    Options are added one at a time, those of the tightest conditions first, and a
    condition prunes as soon as its last option is there: cost is the sum of the
    partial combinations that survive, not 2 ** options.

    Examples
    --------
    >>> from satumeja.model import AtLeast
    >>> feasible_codes(3, [AtLeast(2, 0b111)]).tolist()
    [0, 1, 2, 4]
    """
    if options > 62:
        raise LimitError(f"{options} options are more than the 62 that states can be listed for")
    waiting = {condition: mask_of(condition) for condition in infeasible}
    codes, known = np.zeros(1, dtype=np.int64), 0
    for option in [None, *_order(options, list(waiting.values()))]:
        if option is not None:
            codes = np.concatenate([codes, codes | (1 << option)])
            known |= 1 << option
        for condition in [c for c, mask in waiting.items() if not mask & ~known]:
            codes = _drop(condition, codes)
            del waiting[condition]
        if len(codes) > largest:
            raise LimitError(
                f"more than {largest:,} states are feasible; this engine lists that many at most"
            )
    return np.sort(codes)


@dataclass(frozen=True, eq=False)
class OptionStates:
    """Feasible states in option form.

    Parameters
    ----------
    codes : int64 array, shape (n,)
        The feasible states as bit sets, ascending; the *decimal* of the field.
    widths : tuple of int
        How many options each decision maker has, in order.

    Examples
    --------
    >>> states = OptionStates(np.array([0, 1, 2]), (1, 1))
    >>> states.form(1), states.number(2), len(states)
    ('Y|N', 3, 3)
    """

    codes: Codes
    widths: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def masks(self) -> tuple[int, ...]:
        """The options of each decision maker, as bit sets."""
        starts = np.cumsum((0, *self.widths)).tolist()
        return tuple(
            ((1 << w) - 1) << start for w, start in zip(self.widths, starts, strict=False)
        )

    def form(self, index: int) -> str:
        """Return state `index` (0-based) in option form, grouped by decision maker."""
        return self.form_of(int(self.codes[index]))

    def form_of(self, code: int) -> str:
        """Return the option form of any combination of options, feasible or not."""
        parts = []
        for width in self.widths:
            parts.append("".join("Y" if code >> k & 1 else "N" for k in range(width)))
            code >>= width
        return "|".join(parts)

    def number(self, code: int) -> int:
        """Return the 1-based number of the state with decimal `code`.

        Raises
        ------
        QuestionError
            If that combination of options is not feasible.
        """
        place = int(np.searchsorted(self.codes, code))
        if place == len(self.codes) or self.codes[place] != code:
            raise QuestionError(f"state {self.form_of(code)} is not feasible")
        return place + 1


@dataclass(frozen=True, eq=False)
class GraphStates:
    """States that are named one by one.

    Parameters
    ----------
    ids : tuple of str
        Their ids, in file order; state k has number k + 1.
    """

    ids: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def form(self, index: int) -> str:
        """Return the id of state `index` (0-based)."""
        return self.ids[index]
