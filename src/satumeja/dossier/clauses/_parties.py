"""Whom a noun phrase names: a party, what acts for one, or a crowd; and what is only its own."""

from __future__ import annotations

import re
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


@dataclass(frozen=True)
class _Nouns:
    """The nouns of a language that act for a party, or by themselves.

    Parameters
    ----------
    acting, before : frozenset of str
        Those that act for a party, and what may stand before its name.
    crowds : frozenset of str
        Those that act for themselves.
    offices, ranks : frozenset of str
        Holders of an office who are named by it alone, and first words of such names.
    deeds : frozenset of str
        Those that are somebody's, and so may be followed by whose ("tuntutan buruh").
    alone : frozenset of str
        Bodies that are a party themselves where nobody is named with them.
    things : frozenset of str
        Those that end as nouns of people do ("rivers").
    """

    acting: frozenset[str]
    before: frozenset[str]
    crowds: frozenset[str]
    offices: frozenset[str]
    ranks: frozenset[str]
    deeds: frozenset[str]
    alone: frozenset[str]
    things: frozenset[str]


@cache
def _nouns(language: str) -> _Nouns:
    """Make the nouns of a language ready."""
    clauses = lists(language, "clauses")
    table = clauses["acting"]
    groups = (*lists(language, "actors")["groups"]["apart"], *table.get("crowds", "").split())
    crowds = {word for word in groups if " " not in word}
    deeds = [word for noun in clauses["noun"] for word in noun["words"].split()]
    return _Nouns(
        frozenset(table["words"].split()),
        frozenset(table["before"]),
        frozenset(crowds),
        frozenset(table["offices"].split()),
        frozenset(table["ranks"].split()),
        frozenset((*deeds, *table["owned"].split())),
        frozenset(table.get("alone", "").split()),
        frozenset(table.get("things", "").split()),
    )


def doers_in(
    words: Sequence[Word], phrase: Phrase, grammar: Grammar, language: str
) -> tuple[Named, ...]:
    """Give who acts where a phrase is the subject: several where "and" joins them.

    A party counts where it is the head of the phrase, or where the head is a noun that acts for
    it ("Peru's navy"); a port of Peru does nothing that is Peru's.
    """
    plain = list(phrase_words(words, phrase))
    joined = [part for part in _joined(plain) if part[0].kind != "negation"]
    spans = _unfronted(joined)
    parts = [_doer(part, grammar, language) for part in spans]
    if parts and parts[0] is not None and (parts[0].actor or parts[0].crowd):
        return tuple(named for named in parts if named and (named.actor or named.crowd))
    crowds = [
        named
        for named, part in zip(parts[1:], spans[1:], strict=True)
        if named is not None and (named.crowd or (named.actor and _opens_anew(part, language)))
    ]
    if crowds and (parts[0] is None or not (parts[0].own or parts[0].pronoun)):
        return tuple(crowds)  # "the congregation of X and pupils of Y"
    for first, last in phrase.inserted:
        inner = words[first : last + 1]
        if inner and inner[0].kind == "party":
            return (Named(inner[0].base, (inner[0].start, inner[0].end)),)
    return (parts[0],) if parts and parts[0] is not None else ()


def _opens_anew(part: Sequence[Word], language: str) -> bool:
    """Whether a part of a phrase has an article of its own, or names a crowd."""
    return part[0].kind == "determiner" or part[0].text in _nouns(language).crowds


def _unfronted(parts: list[list[Word]]) -> list[list[Word]]:
    """Leave out what stands before a subject ("On 12 June, ...", "for nine days, ...")."""
    while len(parts) > 1 and parts[0][0].kind == "preposition":
        parts = parts[1:]
    if parts and parts[0][0].kind == "preposition":
        days = [place for place, word in enumerate(parts[0]) if word.kind == "date"]
        if days and days[-1] + 1 < len(parts[0]):
            parts = [parts[0][days[-1] + 1 :], *parts[1:]]
    return parts


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
    nouns = _nouns(language)
    word = core[head]
    parties = [word for word in core if word.kind == "party"]
    opening = head
    while opening and core[opening - 1].kind == "noun" and core[opening - 1].text[:1].isalpha():
        opening -= 1
    first = min([word.start for word in (*parties[:1], core[opening])])
    span = first, max([word.end for word in (*parties[:1], word)])
    owned = word.text.endswith("nya") or any(word.text in _POSSESSIVE for word in core)
    if owned and not parties:
        return Named(None, span, own=True)
    by_itself = word.text not in nouns.acting and _are_people(word.text, language)
    if word.text in nouns.crowds or by_itself:
        owner = _owner_behind(part[len(core) :]) if not parties else None
        if owner is not None and not word.text.endswith("nya"):
            return Named(owner.base, (first, owner.end), crowd=word.text)
        return Named(parties[0].base if parties else None, span, crowd=word.text)
    if not parties and (office := _office(core, head, nouns)):
        return office
    alone = word.text in nouns.alone
    if word.text not in nouns.acting and not alone:
        return None
    if parties:
        return Named(parties[0].base, span)
    behind = part[len(core) : len(core) + 4]
    if behind and behind[0].text in nouns.before:
        party = next((word for word in behind[1:] if word.kind == "party"), None)
        if party is not None:
            return Named(party.base, (word.start, party.end))
    return Named(None, span, crowd=word.text) if alone else None


def _owner_behind(behind: Sequence[Word]) -> Word | None:
    """Give the party that people are of ("three organisers of the dockers' union")."""
    if not behind or behind[0].text != "of":
        return None
    near = [word for word in behind[1:_NEAR] if word.kind in ("party", "preposition")]
    return near[0] if near and near[0].kind == "party" else None


def _are_people(noun: str, language: str) -> bool:
    """Whether a noun ends as those of people do, and is of none of the things that do, too."""
    table = lists(language, "clauses")["acting"]
    form = table.get("people")
    return (
        bool(form) and noun not in _nouns(language).things and re.fullmatch(form, noun) is not None
    )


_NEAR = 4
_POSSESSIVE = frozenset(("its", "their", "his", "her"))


def _office(core: Sequence[Word], head: int, nouns: _Nouns) -> Named | None:
    """Give the holder of an office who is named by it alone ("bupati", "menteri perdagangan")."""
    word = core[head]
    if word.text in nouns.offices:
        return Named(None, (word.start, word.end), crowd=word.text)
    behind = core[head + 1] if head + 1 < len(core) else None
    if word.text not in nouns.ranks or behind is None or behind.kind != "noun":
        return None
    return Named(None, (word.start, behind.end), crowd=f"{word.text} {behind.text}")


def party_in(
    words: Sequence[Word], phrase: Phrase, language: str, *, owning: bool = False
) -> Named | None:
    """Give the first party, crowd or office a phrase names in any way.

    With `owning` a bare crowd counts only as the head, or as whose demand or plan it is: "the
    exchange of prisoners" is nobody's.
    """
    nouns = _nouns(language)
    plain = list(phrase_words(words, phrase))
    for number, word in enumerate(plain):
        if word.kind == "party" and (not owning or _is_owner(plain, number, nouns)):
            return Named(word.base, (word.start, word.end))
    for number, word in enumerate(plain):
        if word.text in nouns.crowds and (not owning or _is_owner(plain, number, nouns)):
            return Named(None, (word.start, word.end), crowd=word.text)
        if word.kind == "noun" and (office := _office(plain, number, nouns)):
            return office
    return None


def _is_owner(plain: Sequence[Word], number: int, nouns: _Nouns) -> bool:
    """Whether a party, or a crowd as head or owner, stands at a place of a phrase."""
    if plain[number].text not in nouns.crowds or not number:
        return True
    return plain[number - 1].text in nouns.deeds or plain[number - 1].kind == "preposition"
