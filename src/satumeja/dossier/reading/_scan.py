"""A report while it is painted: who is named in it, and what has been found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from satumeja.dossier._types import Actor, Mention
from satumeja.dossier.reading._gazetteer import Cue, Known
from satumeja.dossier.reading._mask import Mask
from satumeja.dossier.reading._persons import Persons
from satumeja.report import Report, Span

__all__ = ["People", "Scan"]


@dataclass
class People:
    """A report painted with everyone named in it, ready for the shapes of speech.

    Parameters
    ----------
    mask : Mask
        The text, painted.
    actors : dict
        Every actor by its identifier.
    at : dict
        The actor whose (outermost) mention begins at each index.
    cues : dict
        The word of saying that begins at each index.
    nouns : dict
        The noun for something said ("refusal") that begins at each index, not painted.
    mentions : list of Mention
        Every mention, nested ones included.
    answers : dict
        Who gives each answer of an interview, by where it stands.
    listings : tuple of (int, int)
        The paragraphs that tell of nobody: horoscopes, programmes, games.
    """

    mask: Mask
    language: str
    actors: dict[str, Actor] = field(default_factory=dict)
    at: dict[int, str] = field(default_factory=dict)
    cues: dict[int, tuple[int, Cue]] = field(default_factory=dict)
    nouns: dict[int, tuple[int, Cue]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    persons: Persons = field(default_factory=Persons)
    answers: dict[Span, str | None] = field(default_factory=dict)
    listings: tuple[Span, ...] = ()


@dataclass
class Scan:
    """The work in hand: the text, the mask, and what has been found."""

    report: Report
    people: People
    known: dict[Span, Known] = field(default_factory=dict)
    listed: dict[Span, str] = field(default_factory=dict)
    outer: dict[Span, str] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    capitalised: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    painted: str = ""
    named_until: dict[str, tuple[int, bool]] = field(default_factory=dict)
    """By noun: up to where the text was looked through for it, and whether it is there."""

    @cached_property
    def listed_by_end(self) -> dict[int, list[Span]]:
        """What is listed, by where it ends, once all of it is painted."""
        ends: dict[int, list[Span]] = {}
        for span in self.listed:
            ends.setdefault(span[1], []).append(span)
        return ends

    @cached_property
    def known_by_id(self) -> dict[str, list[Known]]:
        """The entries of the lists that are named, by whom they name."""
        entries: dict[str, list[Known]] = {}
        for known in self.known.values():
            entries.setdefault(known.id, []).append(known)
        return entries
