"""Threats and promises in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from satumeja.brief.sentences._deals import change_in_words
from satumeja.brief.words import Phrases, short_of
from satumeja.stability import CONCEPTS

if TYPE_CHECKING:
    from satumeja.table import Answered, Threat

__all__ = ["threat_lead", "threat_sentences"]

_MOVES = 4


def threat_lead(phrases: Phrases, threat: Threat) -> str:
    """Say who threatens or promises what, and on what condition."""
    said = threat.said
    return phrases.words(
        f"threats.{threat.kind}",
        dm=phrases.dm(said.by),
        then=phrases.condition(said.then, inner=True),
        when=phrases.condition(said.when, inner=True),
    )


def threat_sentences(phrases: Phrases, threat: Threat, start: int) -> Iterator[str]:
    """Say how credible a threat or promise is, what it does, and what would make it work."""
    words, dm = phrases.words, phrases.dm(threat.said.by)
    if not threat.due:
        yield words("threats.impossible")
        return
    key = "credible" if threat.credible else "partly" if threat.credible_in else "empty"
    some, every = words.number(threat.credible_in), words.number(threat.due)
    yield words(f"threats.{key}", dm=dm, some=some, all=every)
    if threat.kind == "idle":
        return
    yield from (
        _ultimatum(phrases, threat, start) if threat.in_force else _moves(phrases, threat, start)
    )
    for remedy in threat.remedies or ():
        change = words.all_of([change_in_words(phrases, change) for change in remedy])
        yield words("threats.works_if", change=change)
    if threat.remedies == () and not threat.works:
        yield words("threats.no_remedy")


def _ultimatum(phrases: Phrases, threat: Threat, start: int) -> Iterator[str]:
    words = phrases.words
    yield words("threats.due", start=start)
    taken = [way for way in threat.ways_out if way.taken]
    for way in taken[:_MOVES]:
        deed, other = phrases.deed(start, way.to, way.dm), phrases.dm(way.dm)
        yield words("threats.compels", other=other, deed=deed, to=way.to)
    if not taken:
        yield words("threats.not_compelled")


def _moves(phrases: Phrases, threat: Threat, start: int) -> Iterator[str]:
    """Tell of improvements for threats, of other moves for promises."""
    words = phrases.words
    told = [
        move
        for move in threat.moves
        if threat.kind == "mixed" or move.improves == (threat.kind == "threat")
    ]
    told.sort(key=lambda move: (not move.credibly, not move.rewarded, move.to))
    for move in told[:_MOVES]:
        yield _told(phrases, threat, move, start)
    if len(told) > _MOVES:
        yield words.count("threats.more", len(told) - _MOVES)
    if not told:
        yield words("threats.distant", start=start)


def _told(phrases: Phrases, threat: Threat, move: Answered, start: int) -> str:
    words = phrases.words
    blanks = {
        "dm": phrases.dm(threat.said.by),
        "other": phrases.dm(move.dm),
        "deed": phrases.deed(start, move.to, move.dm),
        "to": move.to,
        "start": start,
    }
    end = _answer(phrases, threat, move, start)
    if end:
        blanks |= {"end": end, "answer": phrases.deed(move.to, end, threat.said.by)}
    if not move.improves:
        return words("threats.induces" if move.credibly else "threats.not_induced", **blanks)
    if move.sanctioned:
        names = [short_of(c, words) for c in CONCEPTS if c in move.sanctioned]
        return words("threats.deters", concepts=words.all_of(names), **blanks)
    return words("threats.fails" if move.answers else "threats.cannot", **blanks)


def _answer(phrases: Phrases, threat: Threat, move: Answered, start: int) -> int:
    """Choose the answer to tell of: one that does something, best for its maker; 0 if none."""
    own, other = phrases.ranks[threat.said.by], phrases.ranks[move.dm]
    wanted = [
        q for q in move.answers if (other[q - 1] > other[start - 1]) != bool(move.sanctioned)
    ]
    return max(wanted, key=lambda q: int(own[q - 1]), default=0)
