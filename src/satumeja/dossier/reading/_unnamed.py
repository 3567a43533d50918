"""Whom words mean that name nobody: "we", "her office", "the statement", "the minister"."""

from __future__ import annotations

import re

from satumeja.dossier.reading._finds import Work
from satumeja.dossier.reading._gazetteer import lists
from satumeja.dossier.reading._mask import SYMBOLS

__all__ = ["bearer", "is_document", "is_owner", "is_we", "issuer", "office_holder", "points_back"]


def is_owner(work: Work, start: int, end: int) -> bool:
    """Whether a pronoun says whose a threat or an office is ("their threat to", "her office")."""
    pronouns = lists(work.report.language, "speech")["pronouns"]
    words = work.report.text[start:end].lower().split()
    return words[0] in pronouns["owners"] and words[-1] in (words[0], *pronouns["organs"])


def is_document(work: Work, start: int, end: int) -> bool:
    """Whether "the statement" speaks: for whoever spoke last."""
    documents = lists(work.report.language, "speech")["documents"]
    words = work.report.text[start:end].lower().split()
    return words[0] in documents["definite"] and words[-1] in documents["speaking"]


def is_we(work: Work, start: int, end: int) -> bool:
    """Whether a body speaks of itself ("We condemn"), outside all quotation marks."""
    pronouns = lists(work.report.language, "speech")["pronouns"]["own"]
    return work.report.text[start:end].lower().split()[:1] in [[word] for word in pronouns]


def issuer(work: Work, place: int, end: int = 0) -> str | None:
    """Give whose text it is that says "we": the first body, group or state it names.

    It may be named in apposition ("We, the crews of the Orr line, refuse ...").
    """
    actors = work.people.actors
    if work.said[end : end + 1] == ",":
        place = max(place, work.said.find(",", end + 1))
    for mention in work.people.mentions:
        if mention.start >= place:
            return None
        if actors[mention.actor].kind != "person":
            return mention.actor
    return None


def bearer(work: Work, start: int, end: int) -> str | None:
    """Say whose name capitalised words are that were taken for something else ("Hari")."""
    name = work.report.text[start:end]
    words = set(name.split()) if name.istitle() else set()
    borne = (
        person.id
        for person in reversed(work.people.persons.all)
        if person.id in work.people.actors and words <= set(person.name.split())
    )
    return next(borne, None) if words else None


def points_back(work: Work, start: int, end: int) -> bool:
    """Whether words mean somebody just named ("this senior politician" in Indonesian)."""
    words = lists(work.report.language, "speech")["pronouns"]["demonstrative"]
    rest = re.compile(r"[^.,;:”\"\n]{0,80}").match(work.report.text, end)
    phrase = work.report.text[start : rest.end() if rest else end].split()
    return bool(phrase) and phrase[-1].lower() in words


def office_holder(work: Work, start: int, end: int) -> str | None:
    """Say who "the president" is: the last one met who holds the office."""
    office = re.search(rf"{SYMBOLS['office']}+\Z", work.said[start:end])
    article = work.report.text[start : start + office.start()] if office else ""
    if office is None or len(article.split()) > 1:
        return None
    words = " ".join(work.report.text[start + office.start() : end].split())
    actors = work.people.actors
    holder = work.people.persons.last_holder(
        words, lambda person: person.id in actors and actors[person.id].mentions[0].start < start
    )
    return holder.id if holder else None
