"""Say which party words mean: one named before, one named later, or one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from satumeja.dossier.reading._gazetteer import Known, slug
from satumeja.dossier.reading._nouns import Party
from satumeja.report import Span

__all__ = ["Naming", "known_parties"]

_ARTICLES = re.compile(r"\A(?:the|para|kaum) ", re.IGNORECASE)
_ACRONYM = re.compile(r"\s?\((?:the )?([A-Z][A-Za-z-]{0,5}[A-Z])\)")
_FIRM = re.compile(
    r"\A(?:PT|CV)\.? |,? (?:Ltd|Limited|Inc|Corp|Corporation|plc|PLC|LLC|Co|Company|Holdings"
    r"|Group|Tbk)\.?\Z"
)


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


@dataclass
class _Body:
    """A party by its fullest name."""

    entry: Known
    sort: str
    words: frozenset[str]
    starts: list[int] = field(default_factory=list)


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
    bodies: list[_Body] = []
    homes: dict[int, str | None] = {}
    for span, party, state in found:
        words = _ARTICLES.sub("", " ".join(text[slice(*span)].split()))
        namings.append(Naming(span, words, party))
        homes[span[0]] = state
    longest = sorted(
        (body for body in namings if body.party.own), key=lambda naming: -len(naming.words)
    )
    for naming in longest:
        body = _same(bodies, naming) or _new(bodies, naming, homes[naming.span[0]])
        naming.meant = body.entry
        body.starts.append(naming.span[0])
    for naming in namings:
        if naming.meant is None:
            body = _meant(bodies, naming) or _new(bodies, naming, homes[naming.span[0]])
            naming.meant = body.entry
            body.starts.append(naming.span[0])
    return namings, dict(_short_names(text, namings))


def _word_set(words: str) -> frozenset[str]:
    """Give the words of a name that tell it from others."""
    return frozenset(re.findall(r"\w+", words.lower())) - {"the", "of", "and", "dan"}


def _same(bodies: Sequence[_Body], naming: Naming) -> _Body | None:
    """Give the body whose fuller name holds the words; None where more than one does."""
    words = _word_set(naming.words)
    fits = [body for body in bodies if body.sort == naming.party.sort and words <= body.words]
    if not naming.party.named:
        fits = [body for body in fits if body.words == words]
    exact = [body for body in fits if body.words == words]
    return exact[0] if exact else fits[0] if len(fits) == 1 else None


def _new(bodies: list[_Body], naming: Naming, state: str | None) -> _Body:
    """Draw up a party by the words that name it."""
    kind = naming.party.kind
    entry = Known(slug(naming.words), kind, naming.words, "name", state=state)
    body = _Body(entry, naming.party.sort, _word_set(naming.words))
    bodies.append(body)
    return body


def _meant(bodies: Sequence[_Body], naming: Naming) -> _Body | None:
    """Say whom a noun alone means."""
    place, sort, noun = naming.span[0], naming.party.sort, naming.party.noun
    kin = [body for body in bodies if noun in body.words]
    kin = kin or [body for body in bodies if body.sort == sort]
    before = [
        (max(starts), body) for body in kin if (starts := [s for s in body.starts if s < place])
    ]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return kin[0] if len(kin) == 1 else None


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
