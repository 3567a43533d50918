"""Conditions of a model as they are shown, and the sentences they rest on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from satumeja.web.shapes._shape import Shape

__all__ = [
    "Clause",
    "Path",
    "Quote",
    "Term",
]

Path = list[str | int]
"""The way to a part of the file, as operations take it."""


class Quote(Shape):
    """A sentence something rests on."""

    text: str
    """The words; empty where a source is cited as a whole, or there is no such sentence."""
    lang: str | None
    before: str = ""
    after: str = ""
    speaker: str = ""
    day: str | None = None
    source: str = ""
    report: str = ""
    """The report of a dossier, such as ``r1``; empty where the source is one report."""
    item: str = ""
    reference: str
    grade: str = ""
    disputed: bool = False
    title: str = ""
    """What the report or the source is called."""
    credit: str = ""
    """Who said it, or where, and when, in words."""
    doubts: tuple[str, ...] = ()
    """What casts doubt on it, in words."""
    missing: str = ""
    """Why there is no sentence, in words; empty where there is one."""


class Term(Shape):
    """A condition as a tree, for chips.

    Parameters
    ----------
    kind : str
        ``option``: it is taken; ``level``: an option with levels stands at one, or at least
        there; ``not``, ``and``, ``or``, ``if`` (the first part if the second), ``iff``: of its
        parts; ``at_least``: so many of its parts.
    text, words : str
        As in the file, and in words.
    option : int or None
        Of an option its place among all options of the document, from 0.
    """

    kind: Literal["option", "level", "not", "and", "or", "if", "iff", "at_least"]
    text: str
    words: str
    option: int | None = None
    count: int | None = None
    parts: tuple[Term, ...] = ()


class Clause(Shape):
    """A condition on options that stands in the file: a wish, a line, something ruled out."""

    path: Path
    text: str
    """As in the file, such as ``attack iff -guarantee``."""
    words: str
    """In words, such as: "Attack" if and only if not "Give the guarantee"."""
    plain: str = ""
    """As the front page of a brief says it, where it is short enough to be said so."""
    tree: Term | None = None
    """The condition as chips; None where the file has it as a pattern, or it is off."""
    because: str = ""
    becauses: dict[str, str] = Field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    """What it cites: keys of the document's quotes."""
    name: str = ""
    """What it is called in a sentence, where the file says so."""
    place: int | None = None
    """Of a wish its place among those of its decision maker, from 1."""
    equal: tuple[Clause, ...] = ()
    """Of several wishes of equal importance, which stand in one list, each of them."""
    off: bool = False
    nth: int = 1
    """Of what is off, which of those at its place it is, as the operation ``on`` takes it."""
    greatly: bool = False
    unknown: bool = False
    inferred: bool = False
    degree: str = ""
    chance: str = ""
    kind: str = ""
    """Of what is ruled out, how the file has it: condition, pattern, at_most_one, ..."""
    removes: int | None = None
    """States it alone rules out, of those that the other rules leave."""
