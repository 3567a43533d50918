"""Which of the names there are is nearest to one that is misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["nearest_name"]

_ALIKE = 0.6
"""How alike two names are at least, of which one may be meant by the other."""
_LONGEST = 199
"""Longer words are no misspelt names, and told as they are in no message."""
_LETTERS = 50_000
"""So many pairs of letters are compared sooner than any are counted."""
_CELLS = 1 << 20
_COMPARED = 256


def nearest_name(word: str, known: Sequence[str]) -> str:
    """Return the known name that is most like a word; nothing where none is.

    Parameters
    ----------
    word : str
        What was written.
    known : sequence of str
        What could have been meant.

    Returns
    -------
    str
        As `difflib.get_close_matches` ranks them; the empty string where none is near, or
        the word has 200 letters or more.

    Notes
    -----
    What two names have in common as runs of letters is at most their longest common
    subsequence. This is counted for all names at once, 64 letters of the word in a machine
    word [1]_, and only names that it leaves a chance are compared, the likeliest first and a
    few hundred of them at most. Cost: O(letters of all names) for words of up to 64 letters.

    References
    ----------
    .. [1] Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA 2004.

    Examples
    --------
    >>> nearest_name("atack", ["talk", "attack"])
    'attack'
    >>> nearest_name("atack", [f"attack_{k}" for k in range(10_000)])
    'attack_9'
    """
    if not word or len(word) > _LONGEST:
        return ""
    fitting = [name for name in known if _may_be_alike(len(word), len(name))]
    if len(word) * sum(map(len, fitting)) <= _LETTERS:
        import difflib  # most of the time nothing is wrong

        near = difflib.get_close_matches(word, fitting, n=1, cutoff=_ALIKE)
        return near[0] if near else ""
    return _likeliest(word, fitting)


def _may_be_alike(one: int, other: int) -> bool:
    """Say whether names of these lengths are alike if all letters of the shorter are shared."""
    return 2.0 * min(one, other) / (one + other) >= _ALIKE


def _likeliest(word: str, known: Sequence[str]) -> str:
    """Compare those names that may still be nearer than the nearest so far."""
    from difflib import SequenceMatcher

    best, matcher = (_ALIKE, ""), SequenceMatcher[str](None, "", word)
    for count, (most, name) in enumerate(_bounded(word, known)):
        if (most, name) <= best or count == _COMPARED:
            break
        matcher.set_seq1(name)
        best = max(best, (matcher.ratio(), name))
    return best[1]


def _bounded(word: str, known: Sequence[str]) -> Iterator[tuple[float, str]]:
    """Give how alike each name may be at most, and the name, from the highest down."""
    import numpy as np

    lengths = np.fromiter(map(len, known), np.int64, len(known))
    shared = np.zeros(len(known), dtype=np.int64)
    rows = max(1, _CELLS // int(lengths.max(initial=1)))
    for first in range(0, len(known), rows):
        shared[first : first + rows] = _shared_letters(word, known[first : first + rows])
    # Divided as the ratio is, so that a bound that is attained is equal to it.
    bounds = 2.0 * shared / (len(word) + lengths)
    likely = np.flatnonzero(bounds >= _ALIKE)
    yield from sorted(
        zip(bounds[likely].tolist(), (known[k] for k in likely.tolist()), strict=True),
        reverse=True,
    )


def _shared_letters(word: str, known: Sequence[str]) -> NDArray[np.int64]:
    """Count the letters of the longest common subsequence of a word and each of many names."""
    import numpy as np

    letters = np.array(known, dtype=np.str_).view(np.uint32).reshape(len(known), -1)
    kind_of, places = _places(word)
    kinds = kind_of[np.minimum(letters, len(kind_of) - 1)]
    # A bit is cleared where the subsequence grows by that letter of the word.
    bits = np.full((places.shape[1], len(known)), 2**64 - 1, dtype=np.uint64)
    for column in np.ascontiguousarray(kinds.T):
        carry = np.zeros(len(known), dtype=np.bool_)
        for part, (unused, here) in enumerate(zip(bits, places[column].T, strict=True)):
            added = unused + (unused & here)
            total = added + carry
            carry = (added < unused) | (total < added)
            bits[part] = total | (unused & ~here)
    shared: NDArray[np.int64] = np.bitwise_count(~bits).sum(axis=0, dtype=np.int64)
    return shared


def _places(word: str) -> tuple[NDArray[np.int16], NDArray[np.uint64]]:
    """Give each letter of a word its kind, by its code, and each kind its places as bits.

    Kind 0 is of letters that the word does not have, as is that of the highest code.
    """
    import numpy as np

    codes = sorted(set(map(ord, word)))
    kind_of = np.zeros(codes[-1] + 2, dtype=np.int16)
    kind_of[codes] = np.arange(1, len(codes) + 1)
    places = np.zeros((len(codes) + 1, (len(word) + 63) // 64), dtype=np.uint64)
    for place, letter in enumerate(word):
        places[kind_of[ord(letter)], place // 64] |= np.uint64(1 << place % 64)
    return kind_of, places
