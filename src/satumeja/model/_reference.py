"""How evidence refers to its sources: one notation, read and written here alone."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from satumeja.display import ShownInLine

__all__ = ["Misreference", "Reference"]

_FINGERPRINT = re.compile(r"@([0-9a-fA-F]{8})$")
_KEPT = re.compile(r"r[1-9][0-9]*(?:#[a-z]+[0-9]+)?", re.ASCII)
_MARK = re.compile("[#:@]")
_MOST_MARKS = 64
"""So many marks of a reference may be within the id of its source."""


class Misreference(NamedTuple):
    """What is wrong with a reference, and at which of its characters."""

    message: str
    offset: int


@dataclass(frozen=True, repr=False)
class Reference(ShownInLine):
    """A place that evidence names: a source, or a statement or an act of it.

    Parameters
    ----------
    source : str
        The id of the source.
    place : str
        Of a report, what stands after ``#``: ``s3``. Of a dossier of many reports, what
        stands after ``:``: ``r2``, ``r2#s3``. Empty where the source is cited as a whole.
    kept : bool
        Whether the place is one of a dossier of many reports.
    fingerprint : str
        By which the words are known again, as `satumeja.report.kit.fingerprint` gives it;
        empty where the reference has none.

    See Also
    --------
    references : All that a model has.

    Examples
    --------
    >>> Reference.read("talks:r2#s3@1a2b3c4d", ["talks"])
    Reference(source='talks', place='r2#s3', kept=True, fingerprint='1a2b3c4d')
    >>> print(Reference("talks", "r5#s7", kept=True, fingerprint="1a2b3c4d"))
    talks:r5#s7@1a2b3c4d
    """

    source: str
    place: str = ""
    kept: bool = False
    fingerprint: str = ""

    @classmethod
    def read(cls, text: str, sources: Container[str] = ()) -> Reference:
        """Read a reference as a model has it; whatever is written says something.

        Parameters
        ----------
        text : str
            The reference.
        sources : container of str
            The ids of the sources there are, of which the longest that fits is named: an id
            may hold the marks that end it. Best a set or a mapping where they are many.
        """
        source = _named(text, sources)
        rest = text[len(source) :]
        match = _FINGERPRINT.search(rest)
        if match is not None:
            rest = rest[: match.start()]
        digits = match[1].lower() if match else ""
        if rest.startswith("@"):  # a fingerprint that is none: no place, and `flaw` says so
            return cls(source, rest, fingerprint=digits)
        return cls(source, rest[1:], rest.startswith(":"), digits)

    @property
    def report(self) -> str:
        """The report of the dossier: ``r2``; empty where it names none."""
        return self.place.partition("#")[0] if self.kept else ""

    @property
    def item(self) -> str:
        """The statement or act; empty where a source or a report is cited as a whole."""
        return self.place.partition("#")[2] if self.kept else self.place

    @property
    def plain(self) -> str:
        """The reference without its fingerprint, as people are shown it."""
        if not self.place:
            return self.source + (":" if self.kept else "")
        mark = ":" if self.kept else "" if self.place.startswith("@") else "#"
        return f"{self.source}{mark}{self.place}"

    def __str__(self) -> str:
        return f"{self.plain}@{self.fingerprint}" if self.fingerprint else self.plain

    def flaw(self, has_dossier: bool) -> Misreference | None:
        """Say what is wrong with how it is written, if anything is; the source is taken to exist.

        Parameters
        ----------
        has_dossier : bool
            Whether its source names a dossier.
        """
        at = len(self.source)
        if not self.kept:
            if self.place.startswith("@"):
                return _no_fingerprint(self.place, at)
            return None
        if not has_dossier:
            message = f'source "{self.source}" has no dossier; write {self.source}#s3, or name one'
            return Misreference(message, at)
        place, mark, digits = self.place.partition("@")
        if _KEPT.fullmatch(place):
            return _no_fingerprint(mark + digits, at + 1 + len(place)) if mark else None
        message = (
            f'"{self.place}" is no place in a dossier; '
            "write a report as r2, what it says as r2#s3 or r2#a7"
        )
        return Misreference(message, at + 1)


def _no_fingerprint(text: str, at: int) -> Misreference:
    return Misreference(f'"{text}" is no fingerprint; one is written @1a2b3c4d', at)


def _named(text: str, sources: Container[str]) -> str:
    """Give the id a reference begins with: of a source there is, else up to the first mark."""
    ends = [match.start() for match in islice(_MARK.finditer(text), _MOST_MARKS)]
    for end in (len(text), *reversed(ends)):
        if text[:end] in sources:
            return text[:end]
    return text[: ends[0]] if ends else text
