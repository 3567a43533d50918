"""Whom a noun phrase names: a party, what acts for one, or a crowd; and what is only its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from satumeja.dossier.clauses._clauses import phrase_words
from satumeja.dossier.clauses._forms import Grammar
from satumeja.dossier.clauses._subjects import Phrase
from satumeja.dossier.clauses._words import Word
from satumeja.dossier.reading import lists
from satumeja.report import Span

__all__ = ["Named", "doers_in", "party_in"]


@dataclass(frozen=True)
class Named:
    """Whom words name.

    Parameters
    ----------
    actor : str or None
        The party.
    span : Span
        The words.
    crowd : str or None
        The noun of a crowd that acts for itself ("fishermen").
    pronoun : str or None
        The pronoun where the words are one.
    own : bool
        Whether the words belong to whoever acted before ("its fighters").
    """

    actor: str | None
    span: Span
    crowd: str | None = None
    pronoun: str | None = None
    own: bool = False


@cache
def _acting(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the nouns that act for a party, what may stand before it, and the crowds."""
    table = lists(language, "clauses")["acting"]
    crowds = {word for word in lists(language, "actors")["groups"]["apart"] if " " not in word}
    return frozenset(table["words"].split()), frozenset(table["before"]), frozenset(crowds)


def doers_in(
    words: Sequence[Word], phrase: Phrase, grammar: Grammar, language: str
) -> tuple[Named, ...]:
    """Give who acts where a phrase is the subject: several where "and" joins them.

    A party counts where it is the head of the phrase, or where the head is a noun that acts for
    it ("Peru's navy"); a port of Peru does nothing that is Peru's.
    """
    plain = list(phrase_words(words, phrase))
    parts = [_doer(part, grammar, language) for part in _joined(plain)]
    if parts and parts[0] is not None and (parts[0].actor or parts[0].crowd):
        return tuple(named for named in parts if named and (named.actor or named.crowd))
    for first, last in phrase.inserted:
        inner = words[first : last + 1]
        if inner and inner[0].kind == "party":
            return (Named(inner[0].base, (inner[0].start, inner[0].end)),)
    return (parts[0],) if parts and parts[0] is not None else ()


def _joined(plain: Sequence[Word]) -> Iterator[list[Word]]:
    """Give the parts of a phrase that "and" joins."""
    part: list[Word] = []
    for word in plain:
        if word.kind in ("coordinate", "comma"):
            if part:
                yield part
            part = []
        else:
            part.append(word)
    if part:
        yield part


def _doer(part: Sequence[Word], grammar: Grammar, language: str) -> Named | None:
    """Give who one part names as acting."""
    core = _core(part)
    if not core:
        return None
    if core[0].kind == "pronoun" and len(core) == 1:
        return Named(None, (core[0].start, core[0].end), pronoun=core[0].text)
    head = _head(core, grammar)
    if head is None:
        return None
    if core[head].kind == "party":
        return Named(core[head].base, (core[head].start, core[head].end))
    return _acting_for(part, core, head, language)


def _core(part: Sequence[Word]) -> list[Word]:
    """Give a phrase up to its first preposition or relative clause."""
    core: list[Word] = []
    for word in part:
        if word.kind in ("preposition", "relative", "infinitive", "verb"):
            break
        core.append(word)
    return core


def _head(core: Sequence[Word], grammar: Grammar) -> int | None:
    """Give the noun a phrase is about: the first in Indonesian, the last in English."""
    nouns = [
        place
        for place, word in enumerate(core)
        if word.kind in ("noun", "party") and not word.text[:1].isdigit()
    ]
    if not nouns:
        return None
    return nouns[0] if grammar.prefixed else nouns[-1]


def _acting_for(
    part: Sequence[Word], core: Sequence[Word], head: int, language: str
) -> Named | None:
    """Give who a noun acts for."""
    acting, before, crowds = _acting(language)
    word = core[head]
    parties = [word for word in core if word.kind == "party"]
    first = min([word.start for word in (*parties[:1], word)])
    span = first, max([word.end for word in (*parties[:1], word)])
    owned = word.text.endswith("nya") or any(word.text in _POSSESSIVE for word in core)
    if owned and not parties:
        return Named(None, span, own=True)
    if word.text in crowds:
        return Named(parties[0].base if parties else None, span, crowd=word.text)
    if word.text not in acting:
        return None
    if parties:
        return Named(parties[0].base, span)
    behind = part[len(core) : len(core) + 4]
    if behind and behind[0].text in before:
        party = next((word for word in behind[1:] if word.kind == "party"), None)
        if party is not None:
            return Named(party.base, (word.start, party.end))
    return None


_POSSESSIVE = frozenset(("its", "their", "his", "her"))


def party_in(words: Sequence[Word], phrase: Phrase, language: str) -> Named | None:
    """Give the first party, or crowd, a phrase names in any way."""
    crowds = _acting(language)[2]
    plain = list(phrase_words(words, phrase))
    for word in plain:
        if word.kind == "party":
            return Named(word.base, (word.start, word.end))
    for word in plain:
        if word.text in crowds:
            return Named(None, (word.start, word.end), crowd=word.text)
    return None
