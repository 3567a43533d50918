"""A dossier: who said and did what by one report, and how the acts bear on each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from satumeja.display import Shown
from satumeja.dossier._json import document
from satumeja.dossier._links import Link, links_between
from satumeja.dossier._meant import CHARGES, DENIALS, meant_by
from satumeja.dossier._types import Act, Actor, Statement
from satumeja.report import Report, Span

__all__ = ["Dossier", "denials", "links"]


@dataclass(frozen=True, repr=False)
class Dossier(Shown):
    """Who said and did what, by one report.

    Parameters
    ----------
    report : Report
        The report read.
    actors : tuple of Actor
        In the order they first appear.
    statements : tuple of Statement
        In the order of the text.
    acts : tuple of Act
        In the order of the text.
    """

    report: Report
    actors: tuple[Actor, ...]
    statements: tuple[Statement, ...]
    acts: tuple[Act, ...]

    def words(self, span: Span) -> str:
        """Give the words of a span."""
        return self.report.text[slice(*span)]

    def actor(self, identifier: str) -> Actor:
        """Give an actor by its identifier."""
        return next(actor for actor in self.actors if actor.id == identifier)

    def to_json(self) -> dict[str, Any]:
        """Give the dossier as the ``satumeja/dossier/1`` document.

        Returns
        -------
        dict
            JSON values only; every span is a pair of string indices into the report.
        """
        return document(self.report, self.actors, self.statements, self.acts)


def links(dossier: Dossier) -> tuple[Link, ...]:
    """Find how the acts of a dossier bear on earlier ones.

    Parameters
    ----------
    dossier : Dossier
        The acts, in the order of the text.

    Returns
    -------
    tuple of Link
        For each act and kind the nearest earlier act it bears on, if any.

    Notes
    -----
    A denial *denies* a claim or accusation about the one who makes it. A refusal *rejects*,
    and an agreement, offer or promise *answers*, a demand or offer made to the one who
    speaks. Two acts of one kind by the same side on the same issue towards the same other
    *repeat* each other; a stand for and a stand against the same issue *contradict*.

    Examples
    --------
    >>> from satumeja.dossier import read
    >>> from satumeja.report import parse
    >>> found = read(parse('''GENEVA (AP) - Iran demanded that Iraq withdraw its troops.
    ... Iraq rejected the demand of Iran.'''))
    >>> [(link.kind, link.act, link.of) for link in links(found)]
    [('rejects', 'a2', 'a1')]
    """
    named = meant_by(dossier.report.text, dossier.statements, dossier.acts)
    return links_between(dossier.acts, named)


def denials(dossier: Dossier) -> tuple[Link, ...]:
    """Find which acts of a dossier deny earlier ones: those of `links`, without the others."""
    acts = [act for act in dossier.acts if act.kind in (*CHARGES, *DENIALS)]
    named = meant_by(dossier.report.text, dossier.statements, acts)
    return links_between(dossier.acts, named, ("denies",))
