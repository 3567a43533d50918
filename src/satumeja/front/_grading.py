"""How well an assumption is borne out, by counting: the rule, and what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import get_args

from satumeja.dossier.grading import independent
from satumeja.dossier.keeping import is_retold
from satumeja.evidence import Passage
from satumeja.front._sources import Grade

__all__ = ["GRADES", "graded", "independent_reports", "lowered", "thinness"]

GRADES: tuple[Grade, ...] = get_args(Grade)
"""The grades, the best first."""


def thinness(grade: Grade) -> int:
    """Give the place of a grade, from 0, the best first."""
    return GRADES.index(grade)


def lowered(grade: Grade) -> Grade:
    """Give the grade one below, the lowest for the lowest.

    Parameters
    ----------
    grade : str
        A grade.

    Examples
    --------
    >>> lowered("strong"), lowered("none")
    ('fair', 'none')
    """
    return GRADES[min(thinness(grade) + 1, len(GRADES) - 1)]


def graded(passages: Sequence[Passage], denied: int, *, inferred: bool) -> Grade:
    """Grade what an assumption rests on.

    Parameters
    ----------
    passages : sequence of Passage
        What it cites that is there: sentences, places in publications without a text, and
        publications as a whole.
    denied : int
        How many of them are denied, as a person accepted.
    inferred : bool
        Whether it is concluded from what they say, and not said.

    Returns
    -------
    str
        *strong* of two independent reports or more, one of them verbatim or a document, none
        denied; *fair* of two independent reports, or of one with verbatim words; *thin* of
        anything less that has a sentence, and wherever one is doubtful; *published* where no
        sentence is cited; *none* where nothing is. One lower where it is inferred.
    """
    sentences = [passage for passage in passages if passage.content]
    placed = [passage for passage in passages if passage.content or passage.reference.item]
    by_itself = any(passage.speech == "direct" for passage in sentences)
    document = len(placed) > len(sentences)
    grade: Grade
    if not sentences:
        grade = "published" if passages else "none"
    elif any(passage.doubtful for passage in sentences):
        grade = "thin"
    elif independent_reports(placed) > 1:
        grade = "strong" if (by_itself or document) and not denied else "fair"
    else:
        grade = "fair" if by_itself else "thin"
    return lowered(grade) if inferred else grade


def independent_reports(passages: Sequence[Passage]) -> int:
    """Count reports that share neither site nor agency, nor words of one speaker.

    Parameters
    ----------
    passages : sequence of Passage
        What is cited of them.

    Returns
    -------
    int
        The most of which no two share anything. Two that have what one speaker said in nearly
        the same words are one: the second may have it from the first. One of which neither
        site nor agency is known is independent of no other.
    """
    bases = [passage.basis() for passage in passages]
    origins = [set(basis.origin) for basis in bases]
    for first, second in combinations(range(len(passages)), 2):
        apart = bases[first].report != bases[second].report
        if apart and _is_one(passages[first], passages[second]):
            for origin in filter(None, (origins[first], origins[second])):
                origin.add(f"words {first} {second}")
    return independent(map(frozenset, origins))


def _is_one(passage: Passage, other: Passage) -> bool:
    """Whether two passages have the same words of the same speaker."""
    speakers = {_speaker(passage), _speaker(other)}
    if len(speakers) > 1 or "" in speakers or passage.language != other.language:
        return False
    return bool(passage.content and other.content) and is_retold(passage.content, other.content)


def _speaker(passage: Passage) -> str:
    return passage.actor.id if passage.actor else passage.speaker
