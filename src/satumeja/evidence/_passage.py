"""What a reference stands for: words, whose they are, and how far they can be relied on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from satumeja.display import Shown, ShownInLine
from satumeja.dossier.grading import SETTLED, Basis, Contest, Speech, origin_of

if TYPE_CHECKING:
    from satumeja.dossier import Actor
    from satumeja.model import Reference, Source

__all__ = ["Passage", "Publication", "Review", "When"]

_HOST = re.compile(r"[a-z]+://(?:www\.)?([^/:?#]+)", re.IGNORECASE)


@dataclass(frozen=True, repr=False)
class Publication(ShownInLine):
    """The report a passage stands in.

    Parameters
    ----------
    title : str
        Its heading.
    day : str
        When it was published, in ISO form; empty where that is not known.
    day_doubtful : bool
        Whether that day is only inferred.
    outlet : str
        Where it was published; empty where that is not known.
    agency : tuple of str
        The news agencies it carries or quotes.
    shared : str
        The report whose text it has half of or more, of those that are cited; empty for none.
    """

    title: str = ""
    day: str = ""
    day_doubtful: bool = False
    outlet: str = ""
    agency: tuple[str, ...] = ()
    shared: str = ""

    @property
    def origin(self) -> frozenset[str]:
        """By what it is told whether another report is of the same source."""
        text = {f"text {self.shared}"} if self.shared else set()
        return origin_of(self.agency, self.outlet) | text


@dataclass(frozen=True, repr=False)
class Review(ShownInLine):
    """Where a reading stands between machine and analyst.

    Parameters
    ----------
    state : str
        ``proposed``, ``accepted``, ``edited``, ``added``, ``rejected`` or ``retired``.
    who, at, note : str
        Who corrected it last, when (ISO, in UTC), and why; empty where nobody did.
    """

    state: str
    who: str = ""
    at: str = ""
    note: str = ""

    @property
    def settled(self) -> bool:
        """Whether an analyst looked at it and lets it stand."""
        return self.state in SETTLED


@dataclass(frozen=True, repr=False)
class When(ShownInLine):
    """When something was said or done, as precisely as it is known.

    Parameters
    ----------
    date, end : str
        In ISO form: a day, a month or a year; an end where it is a stretch of days.
    doubtful : bool
        Whether it is only inferred, and never told as certain.
    of_report : bool
        Whether it is the day of the report, since the words name none.
    """

    date: str = ""
    end: str = ""
    doubtful: bool = False
    of_report: bool = False

    @property
    def known_by(self) -> Literal["", "own", "report"]:
        """Whether the day is certain, and whether it is that of the report."""
        if not self.date or self.doubtful:
            return ""
        return "report" if self.of_report else "own"


@dataclass(frozen=True, repr=False)
class Passage(Shown):
    """What a reference stands for.

    Parameters
    ----------
    reference : Reference
        As the model has it.
    source : Source or None
        The source it names; None where the model has no such source.
    missing : str
        Why there are no words: ``no_source``, ``no_report``, ``no_statement``,
        ``unreadable``, ``no_dossier``, ``unusable_dossier``, ``no_kept_report``,
        ``no_item``, ``lost``, ``one_report`` or ``which_report``; empty where there are, or
        where a source is cited as a whole.
    detail : str
        Of what is missing: what a person needs to know besides.
    before, content, after : str
        The sentence: what was said or done, and what stands around it.
    actor : Actor or None
        Whose it is, with its name in each language.
    speaker : str
        Whose it is, where no actor is known: the name as the report has it.
    acts : tuple of str
        The kinds of acts that are done in it; none where it only informs.
    issues : tuple of str
        What these acts are about, as far as they say so; those of what is reported within it
        count, too.
    speech : {"direct", "reported", "told", "cited"}
        How it is known; see `satumeja.dossier.grading.Basis`.
    when : When
        When it was said or done.
    language : str
        The language of the words.
    doubtful : bool
        Whether the reading is to be checked, and nobody has.
    review : Review or None
        Where it stands between machine and analyst; None where no dossier file is named.
    fingerprint : str
        Of the words; empty where there are none.
    now : Reference or None
        Where its words stand now, where the reference names another place.
    publication : Publication
        The report it stands in.
    item : str
        The statement or act it is, as its dossier names it; empty where there are no words.

    See Also
    --------
    Archive : Looks it up.
    """

    reference: Reference
    source: Source | None
    missing: str = ""
    detail: str = ""
    before: str = ""
    content: str = ""
    after: str = ""
    actor: Actor | None = None
    speaker: str = ""
    acts: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    speech: Speech = "cited"
    when: When = field(default=When())
    language: str = ""
    doubtful: bool = False
    review: Review | None = None
    fingerprint: str = ""
    now: Reference | None = None
    publication: Publication = field(default=Publication())
    item: str = ""

    @property
    def is_kept(self) -> bool:
        """Whether it was looked up in a dossier file, so that it is told how it was reviewed."""
        return self.review is not None

    @property
    def rejected(self) -> bool:
        """Whether an analyst rejected the reading."""
        return self.review is not None and self.review.state == "rejected"

    @property
    def retired(self) -> bool:
        """Whether the words are no longer read as a statement or an act."""
        return self.review is not None and self.review.state == "retired"

    def called(self, language: str) -> str:
        """Say whose it is, in a language; empty where nobody is named."""
        return self.actor.called(language) if self.actor else self.speaker

    def basis(self, contests: tuple[Contest, ...] = ()) -> Basis:
        """Say what it adds to a grade of evidence, where something speaks against it or not."""
        source = self.source.id if self.source else self.reference.source
        report = f"{source}:{self.reference.report}" if self.reference.kept else source
        by_hand = self.speech == "cited" and bool(self.reference.item)
        return Basis(
            report,
            self.publication.origin or self._cited_origin,
            self.speech,
            reviewed=by_hand or (self.review is not None and self.review.settled),
            dated=self.when.known_by,
            doubtful=self.doubtful,
            contests=contests,
            absent=self._absent,
        )

    @property
    def _absent(self) -> Literal["", "rejected", "lost"]:
        if self.rejected:
            return "rejected"
        return "lost" if self.missing or self.retired else ""

    @property
    def _cited_origin(self) -> frozenset[str]:
        """By what a source is known that its report does not tell: its address, or citation."""
        if self.source is None:
            return frozenset()
        if host := _HOST.match(self.source.url):
            return frozenset({f"outlet {host[1].casefold()}"})
        is_text = self.source.report or self.source.dossier
        cited = "" if is_text else self.source.citation
        return frozenset({f"source {cited}"} if cited else ())

    def to_json(self) -> dict[str, Any]:
        """Return the passage as plain data."""
        review, now = self.review, self.now
        return {
            "reference": str(self.reference),
            "missing": self.missing or None,
            "now": str(now) if now else None,
            "speaker": self.actor.id if self.actor else self.speaker or None,
            "name": self.called("en") or None,
            "acts": self.acts,
            "date": self.when.date or None,
            "date_end": self.when.end or None,
            "date_doubtful": self.when.doubtful,
            "date_of_report": self.when.of_report,
            "words": self.content or None,
            "doubtful": self.doubtful,
            "state": (review.state or None) if review else None,
            "who": (review.who or None) if review else None,
            "at": (review.at or None) if review else None,
            "note": (review.note or None) if review else None,
        }
