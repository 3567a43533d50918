"""Find the words that name parties that are no states: bodies, firms, people together."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.dossier.reading._groups import is_of_state, unnamed_party
from satumeja.dossier.reading._nouns import Line, Nouns, Party
from satumeja.dossier.reading._runs import is_titled, run_end, run_start

__all__ = ["find_parties"]

_MANY = 6  # of so many words of a body the last may be a person's name


def find_parties(line: Line, nouns: Nouns) -> Iterator[Party]:
    """Find the parties and things of a sentence, from left to right.

    Parameters
    ----------
    line : Line
        The sentence.
    nouns : Nouns
        The nouns of its language.

    Yields
    ------
    Party
        Each with its words; none overlaps another.

    Notes
    -----
    Cost is linear in the words of the sentence.
    """
    place = 0
    for index in range(len(line.tokens)):
        if index < place or line.tokens[index].lower not in nouns.telling:
            continue
        if index in line.taken or line.is_state(index):
            continue
        party = _named(line, nouns, index, place) or unnamed_party(line, nouns, index, place)
        if party is not None:
            place = party.stop
            yield party


def _named(line: Line, nouns: Nouns, index: int, floor: int) -> Party | None:
    """Find a body, a firm or a thing that is named at a word."""
    if not line.capital(index):
        return None
    thing = _thing(line, nouns, index, floor)
    if thing is not None:
        return thing
    word = line.tokens[index].text
    if nouns.has("openers", word) and line.joined(index) and line.is_state(index + 1):
        return Party(index, run_end(line, nouns, index), "org", "company", "", True, True)
    sort = nouns.sorts.get(line.lower(index))
    if nouns.head_last:
        return _closed_by(line, nouns, index, floor, sort)
    return _opened_by(line, nouns, index, sort) if sort else None


def _thing(line: Line, nouns: Nouns, index: int, floor: int) -> Party | None:
    """Find a place or a paper that carries the name of a state ("South China Sea")."""
    word = line.tokens[index].text
    if nouns.has("things_last", word) and line.joined(index - 1):
        first = index
        while first > floor and line.capital(first - 1) and line.joined(first - 1):
            first -= 1
        if any(line.is_state(near) for near in range(first, index)):
            return Party(first, index + 1, "thing", "")
    if nouns.has("things_first", word) and line.joined(index):
        joint = nouns.has("things_joint", line.lower(index + 1))
        start = index + 1 + joint
        start += line.lower(start) == "the"
        if line.capital(start) and (joint or not nouns.head_last):
            stop = run_end(line, nouns, start)
            if any(line.is_state(near) for near in range(start, stop)):
                noun = line.lower(stop - 1)
                if nouns.head_last and noun in nouns.sorts:  # "Gulf of Mexico Shrimp Alliance"
                    return Party(index, stop, "org", nouns.sorts[noun], noun, True, True)
                return (
                    None if line.lower(index) in nouns.sorts else Party(index, stop, "thing", "")
                )
    return None


def _opened_by(line: Line, nouns: Nouns, index: int, sort: str) -> Party | None:
    """Find the body whose name a noun opens, up to the name of a person that follows."""
    pointed = line.lower(index) in ("pt", "cv") and line.follows(index) == "."
    if not (line.joined(index) or pointed) or not line.capital(index + 1):
        return None
    stop = run_end(line, nouns, index + 1)
    if is_of_state(line, nouns, line.lower(index), index, stop):
        return None
    open_end = stop - index >= _MANY or is_titled(line, nouns, index)
    open_end = open_end and not _is_apart(line, stop)
    return Party(index, stop, "org", sort, line.lower(index), True, True, open_end)


def _is_apart(line: Line, stop: int) -> bool:
    """Whether a name follows behind a comma ("Ketua Serikat Buruh Lembah, Toni Barus, ...")."""
    return (
        line.follows(stop - 1) == ","
        and line.capital(stop)
        and (line.capital(stop + 1) or line.follows(stop) == ",")
    )


def _closed_by(line: Line, nouns: Nouns, index: int, floor: int, sort: str | None) -> Party | None:
    """Find the body or firm whose name a noun closes, and what it is of."""
    firm = sort is None and nouns.has("firms", line.tokens[index].text)
    if sort is None and not firm:
        return None
    if line.joined(index) and line.capital(index + 1) and _closes(line, nouns, index + 1):
        return None
    first = run_start(line, nouns, index, floor)
    stop = index + 1
    if not firm and line.joined(index) and nouns.has("joints", line.lower(stop)):
        after = stop + 1 + nouns.has("articles", line.lower(stop + 1))
        if line.lower(stop) != "and" and line.capital(after) and line.joined(stop):
            stop = run_end(line, nouns, after)
    if first == index and (stop == index + 1 or firm):
        return None
    return Party(first, stop, "org", sort or "company", line.lower(index), True, True)


def _closes(line: Line, nouns: Nouns, index: int) -> bool:
    """Whether a word closes the name of a body, or of a firm."""
    return line.lower(index) in nouns.sorts or nouns.has("firms", line.tokens[index].text)
