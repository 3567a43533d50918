"""The states of a model: feasible combinations of options, or named states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TYPE_CHECKING, Any, NamedTuple, NewType

import numpy as np
from numpy.typing import NDArray

from satumeja.display import MOST_SHOWN, Card, Shown
from satumeja.errors import ListingError, QuestionError
from satumeja.model._conditions import (
    Binary,
    BoolArray,
    ByState,
    Codes,
    Condition,
    Not,
    evaluate,
    holds,
    mask_of,
)
from satumeja.model._content import Content
from satumeja.model._forms import option_form, option_forms, own_masks
from satumeja.model._memory import require_memory
from satumeja.model._words import BLOCK, AllStates

if TYPE_CHECKING:
    from satumeja.documents import Rows

__all__ = [
    "LISTED_OPTIONS",
    "Decimal",
    "GraphStates",
    "Number",
    "OptionStates",
    "feasible_codes",
    "place_of",
]

Number = NewType("Number", int)
"""A state as people count, from 1; its place in an array is one less."""
Decimal = NewType("Decimal", int)
"""A combination of options as a bit set, feasible or not: the *decimal* of the field."""

LARGEST = 1 << 26
LISTED_OPTIONS = 62
"""The most options with which states are listed one by one; beyond, only sets of them are."""
_SCANNED = 26
_BLOCK = 1 << 20
_NO_WORD = np.zeros(1, dtype=np.uint64)
_PARTIAL = "combinations of some of the options may be feasible"


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
    ListingError
        If more than `largest` combinations must be held at a time.

    Notes
    -----
    Up to 26 options, all combinations are looked at, a bit each. Beyond, options are
    added one at a time, those of the tightest conditions first, and a condition prunes
    as soon as it is certain to hold whatever the other options are: cost is the sum of
    the partial combinations that survive, not 2 ** options.

    Examples
    --------
    >>> from satumeja.model import AtLeast
    >>> feasible_codes(3, [AtLeast(2, 0b111)]).tolist()
    [0, 1, 2, 4]
    """
    if options > LISTED_OPTIONS:
        raise ListingError(
            f"{options} options are more than the {LISTED_OPTIONS} that states can be listed for"
        )
    if options <= _SCANNED:
        return _scan(options, infeasible, largest)
    return _grow(options, infeasible, largest)


def _scan(options: int, infeasible: Sequence[Condition], largest: int) -> Codes:
    """Look at all combinations, find how many are feasible, then list them."""
    blocks, count = list[tuple[AllStates, NDArray[np.uint64]]](), 0
    for first in range(0, 1 << options, BLOCK):
        states = AllStates(first, min(BLOCK, 1 << options))
        words = ~reduce(np.bitwise_or, (evaluate(rule, states) for rule in infeasible), _NO_WORD)
        words = np.broadcast_to(words, states.words)
        count += int(np.count_nonzero(states.bits(words)))
        blocks.append((states, words))
    _require_room(count, largest)
    codes = np.empty(count, dtype=np.int64)
    done = 0
    for states, words in blocks:
        found = np.flatnonzero(states.bits(words))
        codes[done : done + len(found)] = found + states.first
        done += len(found)
    return codes


def _require_room(count: int, largest: int, kind: str = "states are feasible") -> None:
    if count > largest:
        raise ListingError(f"more than {largest:,} {kind} ({count:,}), too many to be listed")
    require_memory(3 * 8 * count, f"listing {count:,} states")


def _grow(options: int, infeasible: Sequence[Condition], largest: int) -> Codes:
    """Add one option at a time to the combinations that may still be feasible."""
    parts = (part for condition in infeasible for part in _either(condition))
    masks = {condition: mask_of(condition) for condition in parts}
    codes, known = np.zeros(1, dtype=np.int64), 0
    for condition in (condition for condition, mask in masks.items() if not mask):
        codes = _drop(condition, codes, known)
    for option in _order(options, list(masks.values())):
        codes = np.concatenate([codes, codes | (1 << option)])
        known |= 1 << option
        for condition, mask in masks.items():
            if mask >> option & 1:
                codes = _drop(condition, codes, known)
        is_last = known == (1 << options) - 1
        _require_room(len(codes), largest, "states are feasible" if is_last else _PARTIAL)
    return np.sort(codes)


def _either(condition: Condition) -> Iterator[Condition]:
    """Part a condition into those of which one must hold for it to hold: each prunes sooner."""
    match condition:
        case Binary("or", left, right):
            yield from _either(left)
            yield from _either(right)
        case Binary("if", left, right):
            yield from _either(left)
            yield from _either(Not(right))
        case Not(Binary("and", left, right)):
            yield from _either(Not(left))
            yield from _either(Not(right))
        case Not(Not(part)):
            yield from _either(part)
        case _:
            yield condition


def _drop(condition: Condition, codes: Codes, known: int) -> Codes:
    """Leave out the combinations in which a condition holds whatever is still unknown."""
    blocks = [codes[k : k + _BLOCK] for k in range(0, max(1, len(codes)), _BLOCK)]
    judged = (evaluate(condition, _Partly(ByState(block), known)) for block in blocks)
    return np.concatenate(
        [block[~certain] for block, (certain, _) in zip(blocks, judged, strict=True)]
    )


@dataclass(frozen=True)
class _Partly:
    """Truths about combinations of the options in `known`, the others being open."""

    states: ByState
    known: int

    def option(self, option: int) -> _Open:
        """Return where an option is certainly, and where it may be, taken."""
        return self.pattern(1 << option, 1 << option)

    def pattern(self, mask: int, value: int) -> _Open:
        """Return where the options of `mask` certainly are, and may be, as in `value`."""
        possible = self.states.pattern(mask & self.known, value & self.known)
        return _Open(possible & (mask & ~self.known == 0), possible)

    def at_least(self, count: int, mask: int) -> _Open:
        """Return where at least `count` of `mask` certainly are, and may be, taken."""
        taken, open_yet = mask & self.known, (mask & ~self.known).bit_count()
        return _Open(
            self.states.at_least(count, taken), self.states.at_least(count - open_yet, taken)
        )


class _Open(NamedTuple):
    """Where something holds for certain, and where it is possible."""

    certain: BoolArray
    possible: BoolArray

    def __and__(self, other: _Open) -> _Open:
        return _Open(self.certain & other.certain, self.possible & other.possible)

    def __or__(self, other: _Open) -> _Open:
        return _Open(self.certain | other.certain, self.possible | other.possible)

    def __invert__(self) -> _Open:
        return _Open(~self.possible, ~self.certain)


def place_of(number: int, count: int) -> int:
    """Return the place in an array of a state by its number, or raise a `QuestionError`."""
    if not 1 <= number <= count:
        raise QuestionError(f"there is no state {number}; states are 1 to {count}")
    return int(number) - 1


class _Listed(Shown):
    """States that show themselves."""

    def form(self, number: int) -> str:
        """Return how a state is written, by its 1-based number."""
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError

    def card(self) -> Card:
        """Say what is shown: the first states, by number."""
        count = len(self)
        rows = [(str(n), self.form(n)) for n in range(1, min(count, MOST_SHOWN) + 1)]
        return Card(f"{count:,} state{'' if count == 1 else 's'}", rows, total=count)


@dataclass(frozen=True, eq=False, repr=False)
class OptionStates(Content, _Listed):
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
    >>> states.form(2), states.number(2), len(states)
    ('Y|N', 3, 3)
    """

    codes: Codes
    widths: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def masks(self) -> tuple[int, ...]:
        """The options of each decision maker, as bit sets."""
        return own_masks(self.widths)

    @property
    def every(self) -> Codes:
        """Every feasible combination of options, ascending."""
        return self.codes

    def members(self, number: int) -> Codes:
        """Return the combinations of options that are a state (1-based), ascending."""
        place = place_of(number, len(self))
        return self.codes[place : place + 1]

    def form(self, number: int) -> str:
        """Return a state, by its 1-based number, in option form grouped by decision maker.

        Raises
        ------
        QuestionError
            If there is no such state.
        """
        return self.form_of(int(self.codes[place_of(number, len(self))]))

    def holds(self, condition: Condition) -> BoolArray:
        """Say in which states a condition holds, whichever of its members a state is."""
        return holds(condition, self.codes)

    def fits(self, condition: Condition) -> BoolArray:
        """Say which states have a member in which a condition holds."""
        return holds(condition, self.codes)

    def named(self, form: str) -> int | None:
        """Return the number of the state that a form with ``-`` names; here it names none."""
        return None

    def places(self, codes: Codes) -> NDArray[np.intp]:
        """Return which state (0-based) each combination of options is, -1 where it is none."""
        every = self.every
        if not len(every):
            return np.full(len(codes), -1, dtype=np.intp)
        if every[-1] + 1 == len(every):  # all combinations: each is in its own place
            return np.where((codes >= 0) & (codes < len(every)), codes, -1).astype(np.intp)
        found = np.searchsorted(every, codes).clip(max=len(every) - 1)
        return np.where(every[found] == codes, found, -1)

    def renumbering(self, rest: OptionStates) -> dict[int, int]:
        """Return by number here the number in `rest`, where fewer combinations are feasible."""
        places = self.places(rest.codes).tolist()
        return {old + 1: new for new, old in enumerate(places, start=1) if old >= 0}

    def form_of(self, code: int) -> str:
        """Return the option form of any combination of options, feasible or not."""
        return option_form(code, self.widths)

    def decimal(self, number: int) -> Decimal:
        """Return the decimal of a state by its 1-based number; of a coalesced one its last."""
        return Decimal(int(self.codes[place_of(number, len(self))]))

    def number(self, code: Decimal) -> Number:
        """Return the 1-based number of the state with decimal `code`.

        Raises
        ------
        QuestionError
            If that combination of options is not feasible.
        """
        (place,) = self.places(np.array([code]))
        if place < 0:
            raise QuestionError(f"state {self.form_of(code)} is not feasible")
        return Number(int(place) + 1)

    def forms(self, numbers: Sequence[int] | NDArray[np.intp]) -> list[str]:
        """Return states, by their 1-based numbers, in option form, as `form` does one."""
        codes = self.codes[np.asarray(numbers, dtype=np.intp) - 1]
        return option_forms(codes, codes, self.widths)

    def rows(self) -> Rows:
        """Return the states as rows of a document, made while it is written."""
        from satumeja.documents import Mapped, Rows

        numbers = range(1, len(self) + 1)
        forms = Mapped(numbers, self.forms)
        return Rows({"number": numbers, "decimal": self.codes, "form": forms})

    def to_json(self) -> list[dict[str, Any]]:
        """Return the states as plain data."""
        return self.rows().plain()


@dataclass(frozen=True, eq=False, repr=False)
class GraphStates(Content, _Listed):
    """States that are named one by one.

    Parameters
    ----------
    ids : tuple of str
        Their ids, in file order; state k has number k + 1.
    """

    ids: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def form(self, number: int) -> str:
        """Return the id of a state, by its 1-based number.

        Raises
        ------
        QuestionError
            If there is no such state.
        """
        return self.ids[place_of(number, len(self))]

    def forms(self, numbers: Sequence[int] | NDArray[np.intp]) -> list[str]:
        """Return the ids of states, by their 1-based numbers."""
        return [self.ids[number - 1] for number in numbers]

    def rows(self) -> Rows:
        """Return the states as rows of a document."""
        from satumeja.documents import Rows

        numbers, nothing = range(1, len(self) + 1), [None] * len(self)
        return Rows({"number": numbers, "decimal": nothing, "form": self.ids})

    def to_json(self) -> list[dict[str, Any]]:
        """Return the states as plain data."""
        return self.rows().plain()
