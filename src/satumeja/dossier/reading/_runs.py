"""Where a run of capitalised words begins and ends, with what joins the words of a name."""

from __future__ import annotations

from satumeja.dossier.reading._nouns import Line, Nouns

__all__ = ["is_titled", "run_end", "run_start"]

_LONGEST = 9
_NEAR = 7


def run_end(line: Line, nouns: Nouns, index: int) -> int:
    """Give the end of a run of capitalised words, those after "and" that can only be its own."""
    stop = index + 1
    while stop - index < _LONGEST and line.joined(stop - 1):
        ends = nouns.has("titles" if nouns.head_last else "ranks", line.lower(stop))
        if line.capital(stop) and not ends:
            stop += 1
        elif _goes_on(line, nouns, stop):
            stop += 2
        else:
            break
    return stop


def _goes_on(line: Line, nouns: Nouns, index: int) -> bool:
    """Whether a name goes on behind a joint ("Persatuan Tambang dan Energi")."""
    after = line.lower(index + 1)
    return (
        nouns.has("joints", line.lower(index))
        and line.joined(index)
        and line.capital(index + 1)
        and not line.is_state(index + 1)
        and not line.is_state(index - 1)
        and after not in nouns.sorts
        and not nouns.has("titles", after)
    )


def run_start(line: Line, nouns: Nouns, index: int, floor: int) -> int:
    """Give the start of the capitalised words before a noun."""
    first = index
    while first > floor and line.joined(first - 1):
        before = first - 1
        if line.capital(before):
            if nouns.has("titles", line.lower(before)) or nouns.has(
                "capitals", line.tokens[before].text
            ):
                break
            first = before
        elif (
            nouns.has("joints", line.lower(before))
            and before > floor
            and line.joined(before - 1)
            and line.capital(before - 1)
            and not line.is_state(before - 1)
            and not nouns.has("capitals", line.tokens[before - 1].text)
            and not nouns.has("firms", line.tokens[index].text)
        ):
            first = before
        else:
            break
    return first


def is_titled(line: Line, nouns: Nouns, index: int) -> bool:
    """Whether an office stands before a body, so that its holder's name may follow.

    Of capitalised words that begin before the body so much is not known either, save of what
    is told of it ("Ancaman Serikat Batu").
    """
    if line.capital(index - 1) and line.joined(index - 1):
        return not nouns.has("nominal", line.lower(index - 1))
    before = range(max(0, index - _NEAR), index)
    return any(
        nouns.has("titles", line.lower(near)) and all(line.joined(i) for i in range(near, index))
        for near in before
    )
