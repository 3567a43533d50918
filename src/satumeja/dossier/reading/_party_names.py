"""Say which party words mean: one named before, one named later, or one of its own."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from satumeja.dossier.reading._gazetteer import Known, part_words, slug
from satumeja.dossier.reading._nouns import Party
from satumeja.report import Span

__all__ = ["Naming", "known_parties"]

_ARTICLES = re.compile(r"\A(?:the|para|kaum) ", re.IGNORECASE)
_ACRONYM = re.compile(r"\s?\((?:the )?([A-Z][A-Za-z-]{0,5}[A-Z])\)")
_FIRM = re.compile(
    r"\A(?:PT|CV)\.? |,? (?:Ltd|Limited|Inc|Corp|Corporation|plc|PLC|LLC|Co|Company|Holdings"
    r"|Group|Tbk)\.?\Z"
)

_FEW = 12


@dataclass
class Naming:
    """Words that name a party, where they stand, and whom they turn out to mean.

    Parameters
    ----------
    span : Span
        Where the words stand.
    words : str
        The words, on one line and without article.
    party : Party
        What kind of words they are.
    meant : Known or None
        Who is meant, once that is clear.
    """

    span: Span
    words: str
    party: Party
    meant: Known | None = None


@dataclass(eq=False)
class _Body:
    """A party by its fullest name."""

    entry: Known
    sort: str
    words: frozenset[str]


class _Bodies:
    """The parties drawn up so far, by the words of their names and by where they are named."""

    def __init__(self) -> None:
        self._with_word: dict[str, list[_Body]] = {}
        self._named: dict[str, list[tuple[int, int, _Body]]] = {}
        self._number = 0

    def add(self, naming: Naming, state: str | None) -> _Body:
        """Draw up a party by the words that name it."""
        entry = Known(slug(naming.words), naming.party.kind, naming.words, "name", state=state)
        body = _Body(entry, naming.party.sort, _word_set(naming.words))
        for word in body.words:
            self._with_word.setdefault(word, []).append(body)
        return body

    def note(self, body: _Body, place: int) -> None:
        """Remember where a party is named, under its sort and the words of its name."""
        self._number += 1
        for key in (f"sort {body.sort}", *body.words):
            insort(self._named.setdefault(key, []), (place, self._number, body))

    def same(self, naming: Naming) -> _Body | None:
        """Give the body whose fuller name holds the words; None where more than one does."""
        words = _word_set(naming.words)
        fewest = min((self._with_word.get(word, []) for word in words), key=len, default=[])
        fits = [body for body in fewest if body.sort == naming.party.sort and words <= body.words]
        # "Papua" is no short form of "Papua Barat": the rest only says which part another is of.
        fits = [body for body in fits if body.words == words or body.words - words - part_words()]
        exact = [body for body in fits if body.words == words]
        if exact or not naming.party.named:
            return exact[0] if exact else None
        return fits[0] if len(fits) == 1 else None

    def meant(self, naming: Naming) -> _Body | None:
        """Say whom a noun alone means: the last named so before, else the only one after.

        A noun of two words ("karang taruna") is too narrow to mean any other body of its sort.
        """
        noun = naming.party.noun
        for key in (noun,) if " " in noun else (noun, f"sort {naming.party.sort}"):
            named = self._named.get(key, [])
            if named:
                before = bisect_left(named, (naming.span[0],))
                if before:
                    return named[before - 1][2]
                later = {body.entry.id: body for _, _, body in named[: _FEW + 1]}
                return named[0][2] if len(named) <= _FEW and len(later) == 1 else None
        return None


def known_parties(
    text: str, found: Iterable[tuple[Span, Party, str | None]]
) -> tuple[list[Naming], dict[str, Known]]:
    """Say whom each of the words found means.

    Parameters
    ----------
    text : str
        The report.
    found : iterable of tuple
        Where words stand, what they are, and the state a public body acts for.

    Returns
    -------
    tuple
        The words with whom each means, and the short names ("DRU", "Batu Jaya") by which
        they may be meant elsewhere.

    Notes
    -----
    A body that only its noun names is the last one of its sort that was named before it;
    else the only one that is named after it; else one of its own.
    """
    namings: list[Naming] = []
    bodies = _Bodies()
    homes: dict[int, str | None] = {}
    for span, party, state in found:
        words = _ARTICLES.sub("", " ".join(text[slice(*span)].split()))
        namings.append(Naming(span, words, party))
        homes[span[0]] = state
    own = [naming for naming in namings if naming.party.own]
    for naming in sorted(own, key=lambda naming: -len(naming.words)):
        body = bodies.same(naming) or bodies.add(naming, homes[naming.span[0]])
        naming.meant = body.entry
        bodies.note(body, naming.span[0])
    for naming in namings:
        if naming.meant is None:
            body = bodies.meant(naming) or bodies.add(naming, homes[naming.span[0]])
            naming.meant = body.entry
            bodies.note(body, naming.span[0])
    return namings, dict(_short_names(text, namings))


def _word_set(words: str) -> frozenset[str]:
    """Give the words of a name that tell it from others."""
    return frozenset(re.findall(r"\w+", words.lower())) - {"the", "of", "and", "dan"}


def _short_names(text: str, namings: Sequence[Naming]) -> Iterator[tuple[str, Known]]:
    """Give the short names of bodies: an acronym in brackets, a firm without its form."""
    for naming in namings:
        if naming.meant is None or not naming.party.named or naming.party.kind != "org":
            continue
        bracketed = _ACRONYM.match(text, naming.span[1])
        if bracketed:
            yield bracketed.group(1), naming.meant
        bare = _FIRM.sub("", naming.meant.name)
        if bare != naming.meant.name and bare[:1].isupper():
            yield bare, naming.meant
