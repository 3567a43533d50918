"""Grades of evidence, straight from the rule: counted over all sets of pieces, however slowly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

GRADES = ("strong", "fair", "thin", "published", "none")


@dataclass(frozen=True)
class Piece:
    """Something cited: a sentence of a report, a place in a publication, or one as a whole."""

    kind: str
    report: int = 0
    site: str = ""
    agencies: tuple[str, ...] = ()
    speaker: str = "a"
    words: str = ""
    verbatim: bool = False
    doubtful: bool = False
    denied: bool = False


def are_apart(one: Piece, other: Piece) -> bool:
    """Other site and other agency, and not the same words of the same speaker."""
    if one.report == other.report:
        return False
    if not (one.site or one.agencies) or not (other.site or other.agencies):
        return False
    if one.site == other.site != "" or set(one.agencies) & set(other.agencies):
        return False
    return not (one.words and one.speaker == other.speaker and one.words == other.words)


def reports(pieces: Sequence[Piece]) -> int:
    """The largest number of pieces each of which is independent of each other one."""
    placed = [piece for piece in pieces if piece.kind != "whole"]
    for size in range(len(placed), 1, -1):
        for some in combinations(placed, size):
            if all(are_apart(one, other) for one, other in combinations(some, 2)):
                return size
    return 1 if placed else 0


def grade(pieces: Sequence[Piece], *, inferred: bool) -> str:
    """The grade by the table of the rule, row by row."""
    sentences = [piece for piece in pieces if piece.kind == "sentence"]
    verbatim_or_document = any(p.verbatim or p.kind == "place" for p in pieces)
    doubtful = any(piece.doubtful for piece in sentences)
    denied = any(piece.denied for piece in sentences)
    many = reports(pieces) >= 2
    if not pieces:
        found = "none"
    elif not sentences:
        found = "published"
    elif many and verbatim_or_document and not denied and not doubtful:
        found = "strong"
    elif (many or any(piece.verbatim for piece in sentences)) and not doubtful:
        found = "fair"
    else:
        found = "thin"
    return GRADES[min(GRADES.index(found) + inferred, 4)]
