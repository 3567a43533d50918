"""The grade of evidence: a rule anybody can go through by hand, and its reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from satumeja.display import Shown, ShownInLine
from satumeja.dossier.grading._sources import independent

if TYPE_CHECKING:
    from satumeja.dossier.grading._bases import Speech
    from satumeja.dossier.grading._contests import Contest

__all__ = ["LEVELS", "Basis", "Grade", "Level", "Reason", "grade"]

Level = Literal["none", "contested", "weak", "fair", "strong"]

LEVELS: tuple[Level, ...] = ("none", "contested", "weak", "fair", "strong")
"""The grades, the lowest first."""

_FAIR = 2


@dataclass(frozen=True, repr=False)
class Basis(ShownInLine):
    """One piece of evidence, as far as it bears on a grade.

    Parameters
    ----------
    report : str
        The report it is from: two pieces of one report are from one source.
    origin : frozenset of str
        The agencies that report carries and the outlet it stands in; empty where unknown.
    speech : {"direct", "reported", "told", "cited"}
        Words of the speaker's own; what he is reported to have said; what the report tells
        itself; or a place in a publication, or a source as a whole, that nobody is quoted from.
    reviewed : bool
        Whether an analyst looked at it: accepted, edited or added it, or cites a place by hand.
    dated : {"", "own", "report"}
        Whether its day is known for certain: the day of what was said or done, or the day of
        the report, by which it had been.
    doubtful : bool
        Whether it is to be checked before anything rests on it.
    contests : tuple of Contest
        What speaks against it.
    absent : {"", "rejected", "lost"}
        Why it bears nothing out: an analyst rejected it, or its words are not found.
    """

    report: str
    origin: frozenset[str] = frozenset()
    speech: Speech = "reported"
    reviewed: bool = False
    dated: Literal["", "own", "report"] = ""
    doubtful: bool = False
    contests: tuple[Contest, ...] = ()
    absent: Literal["", "rejected", "lost"] = ""


@dataclass(frozen=True, repr=False)
class Reason(ShownInLine):
    """One reason for a grade, as data.

    Parameters
    ----------
    key : str
        What speaks for it or against it: ``independent``, ``one_source``, ``direct``,
        ``reported``, ``told``, ``cited``, ``reviewed``, ``unreviewed``, ``dated``,
        ``dated_by_report``, ``undated``, ``doubtful``, ``denied``, ``denies``,
        ``contradicted``, ``rejected``, ``lost``, ``nothing``.
    count : int
        How many: sources, reports, or references; 0 where nothing is counted.
    by, act : str
        Of what contests it: whose act, and which.
    """

    key: str
    count: int = 0
    by: str = ""
    act: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the reason as plain data."""
        return {
            "reason": self.key,
            "count": self.count or None,
            "by": self.by or None,
            "act": self.act or None,
        }


@dataclass(frozen=True, repr=False)
class Grade(Shown):
    """How well something is borne out.

    Parameters
    ----------
    level : {"none", "contested", "weak", "fair", "strong"}
        The grade.
    reasons : tuple of Reason
        Why, in the order in which they are told.

    See Also
    --------
    grade : Makes it.
    """

    level: Level
    reasons: tuple[Reason, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the grade as plain data."""
        return {"level": self.level, "reasons": [reason.to_json() for reason in self.reasons]}


def grade(bases: Sequence[Basis]) -> Grade:
    """Grade what a statement, an act or an assumption rests on.

    Parameters
    ----------
    bases : sequence of Basis
        Each piece of evidence.

    Returns
    -------
    Grade
        With its reasons.

    Notes
    -----
    What an analyst rejected and what is lost bears nothing out: with nothing left the grade
    is *none*. Where anything speaks against a piece that is left, it is *contested*. Else
    four marks are counted over the pieces that are not doubtful: two independent sources;
    words of the speaker's own; an analyst looked at it; the day is known. All four make it
    *strong*, two or three *fair*, fewer *weak*. So more evidence never lowers a grade, unless
    it is contested, and a contest never raises one.

    Examples
    --------
    >>> ap = Basis("r1", frozenset({"AP"}), "direct", reviewed=True, dated="own")
    >>> grade([ap]).level
    'fair'
    >>> found = grade([ap, Basis("r2", frozenset({"Reuters"}))])
    >>> found.level, [reason.key for reason in found.reasons]
    ('strong', ['independent', 'direct', 'reviewed', 'dated'])
    """
    present = [basis for basis in bases if not basis.absent]
    if not present:
        return Grade("none", tuple(_gone(bases)) or (Reason("nothing"),))
    sound = [basis for basis in present if not basis.doubtful]
    contests = dict.fromkeys(contest for basis in present for contest in basis.contests)
    sources = independent(basis.origin for basis in sound)
    marks = (
        sources > 1,
        any(basis.speech == "direct" for basis in sound),
        any(basis.reviewed for basis in sound),
        any(basis.dated for basis in sound),
    )
    level: Level = "strong" if all(marks) else "fair" if sum(marks) >= _FAIR else "weak"
    reasons = (
        *(Reason(contest.kind, 0, contest.by, contest.act) for contest in contests),
        *_marked(sound, sources, marks),
        *([Reason("doubtful")] if not sound else []),
        *_gone(bases),
    )
    return Grade("contested" if contests else level, reasons)


def _marked(
    sound: Sequence[Basis], sources: int, marks: tuple[bool, bool, bool, bool]
) -> Iterator[Reason]:
    """Say which marks there are, and which are missing."""
    if not sound:
        return
    _, direct, reviewed, dated = marks
    if sources > 1:
        yield Reason("independent", sources)
    else:
        yield Reason("one_source", len({basis.report for basis in sound}))
    yield Reason("direct" if direct else _speech(sound))
    yield Reason("reviewed" if reviewed else "unreviewed")
    own = any(basis.dated == "own" for basis in sound)
    yield Reason("dated" if own else "dated_by_report" if dated else "undated")


def _speech(sound: Sequence[Basis]) -> str:
    """Say how what is not quoted is known."""
    kinds = {basis.speech for basis in sound}
    return next(kind for kind in ("reported", "told", "cited") if kind in kinds)


def _gone(bases: Sequence[Basis]) -> Iterator[Reason]:
    """Say how much bears nothing out."""
    for absent in ("rejected", "lost"):
        count = sum(basis.absent == absent for basis in bases)
        if count:
            yield Reason(absent, count)
