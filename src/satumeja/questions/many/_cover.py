"""Some of the states as few patterns of options, no two of which have a state in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from satumeja.model.kit import Codes

__all__ = ["Cube", "cover", "parted"]

Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

_JOINED = 400
"""Up to so many cubes, it is tried which of them are one: each try looks at all states."""


_FEW = 1_000
"""Up to so many combinations, all options are counted side by side."""


class Cube(NamedTuple):
    """The combinations in which the options of `mask` are as in `value` (both bit sets)."""

    mask: int
    value: int

    def holds(self, codes: Codes) -> Flags:
        """Say which combinations are in it."""
        inside: Flags = (codes & self.mask) == self.value
        return inside

    def without(self, option: int) -> Cube:
        """Return the cube that leaves an option open."""
        return Cube(self.mask & ~(1 << option), self.value & ~(1 << option))

    def form(self, widths: Sequence[int]) -> str:
        """Write it in option form, with ``-`` for what is open.

        Examples
        --------
        >>> Cube(0b101, 0b001).form((2, 1))
        'Y-|N'
        """
        parts, first = list[str](), 0
        for width in widths:
            parts.append("".join(map(self._letter, range(first, first + width))))
            first += width
        return "|".join(parts)

    def _letter(self, option: int) -> str:
        if not self.mask >> option & 1:
            return "-"
        return "Y" if self.value >> option & 1 else "N"


def cover(codes: Codes, wanted: Flags, options: int) -> list[Cube]:
    """Cover some combinations of options by cubes, exactly.

    Parameters
    ----------
    codes : int64 array, shape (n,)
        The combinations there are, ascending; what is not among them does not count.
    wanted : bool array, shape (n,)
        Which of them to cover.
    options : int
        How many options there are.

    Returns
    -------
    list of Cube
        Each combination that is wanted is in one of them, and no other is in any.

    Notes
    -----
    A decision tree that parts wanted from unwanted by the option that tells most of them
    apart; then cubes that are one without some letter are joined. The cover is small, not
    always smallest: to find that is NP-hard. Cost: O(n) an option and level of the tree, and
    for joining O(n) a letter of each cube, while these are 400 at most.

    Examples
    --------
    >>> cover(np.arange(4), np.array([False, True, True, True]), 2)
    [Cube(mask=1, value=1), Cube(mask=3, value=2)]
    """
    return [cube for cube, _ in parted(codes, wanted, options)]


def parted(codes: Codes, wanted: Flags, options: int) -> list[tuple[Cube, Places]]:
    """Cover some combinations as `cover` does, and give the places of those in each cube."""
    leaves = list(_leaves(codes, wanted, options))
    if len(leaves) <= _JOINED:
        joined = _joined(codes, wanted, [cube for cube, _ in leaves])
        leaves = [(cube, np.flatnonzero(cube.holds(codes))) for cube in joined]
    return sorted(leaves, key=lambda leaf: (leaf[0].mask.bit_count(), *leaf[0]))


def _leaves(codes: Codes, wanted: Flags, options: int) -> Iterator[tuple[Cube, Places]]:
    """Part the combinations until each part is all wanted, or none of it."""
    parts = [(np.arange(len(codes), dtype=np.intp), Cube(0, 0))]
    while parts:
        places, cube = parts.pop()
        sought = wanted[places]
        if not sought.any():
            continue
        if sought.all():
            yield cube, places
            continue
        option = _telling(codes[places], sought, options)
        bit = 1 << option
        taken = (codes[places] & bit) != 0
        parts.append((places[taken], Cube(cube.mask | bit, cube.value | bit)))
        parts.append((places[~taken], Cube(cube.mask | bit, cube.value)))


def _telling(codes: Codes, sought: Flags, options: int) -> int:
    """Return the option that best tells what is sought from the rest: the least mixed halves."""
    total, hits = len(codes), int(sought.sum())
    best, least = -1, np.inf
    sizes, insides = _taken(codes, options), _taken(codes[sought], options)
    for option, (size, inside) in enumerate(zip(sizes, insides, strict=True)):
        if not 0 < size < total:
            continue  # the same in all: it parts nothing
        outside = hits - inside
        mixed = inside * (size - inside) / size
        mixed += outside * (total - size - outside) / (total - size)
        if mixed < least:
            best, least = option, mixed
    return best


def _taken(codes: Codes, options: int) -> list[int]:
    """Count in how many combinations each option is taken."""
    if len(codes) > _FEW:
        return [int(np.count_nonzero(codes & (1 << option))) for option in range(options)]
    taken: list[int] = ((codes[:, None] >> np.arange(options)) & 1).sum(axis=0).tolist()
    return taken


def _joined(codes: Codes, wanted: Flags, cubes: list[Cube]) -> list[Cube]:
    """Leave out letters by which cubes take in others whole, or nothing more than they have."""
    owner = np.full(len(codes), -1, dtype=np.intp)
    for place, cube in enumerate(cubes):
        owner[cube.holds(codes)] = place
    sizes = np.bincount(owner[wanted], minlength=len(cubes))
    kept: list[Cube | None] = list(cubes)
    for place in sorted(range(len(cubes)), key=lambda k: -int(sizes[k])):
        if kept[place] is None:
            continue
        cube = cubes[place]
        for option in [k for k in range(cube.mask.bit_length()) if cube.mask >> k & 1]:
            wider = cube.without(option)
            inside = wider.holds(codes)
            if not wanted[inside].all():
                continue
            shares = np.bincount(owner[inside], minlength=len(cubes))
            touched = np.flatnonzero(shares)
            if (shares[touched] < sizes[touched]).any():
                continue  # it would have a state in common with a cube that goes on
            for other in touched.tolist():
                kept[other] = None
            owner[inside], sizes[touched], sizes[place] = place, 0, int(inside.sum())
            cube = kept[place] = wider
    return [cube for cube in kept if cube is not None]
