"""Whom words mean that name nobody: "we", "her office", "the statement", "the minister"."""

from __future__ import annotations

import re

from satumeja.dossier.reading._finds import Find, Work
from satumeja.dossier.reading._gazetteer import lists
from satumeja.dossier.reading._mask import SYMBOLS

__all__ = [
    "bearer",
    "is_document",
    "is_of_a_thing",
    "is_owner",
    "is_we",
    "issuer",
    "office_holder",
    "points_back",
]

_ASKS = ("threaten", "demand", "promise", "offer")


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


def is_of_a_thing(work: Work, found: Find) -> bool:
    """Whether what refuses or threatens is nobody at all ("The storm threatened").

    An "it" that nothing before explains is a thing, too, as is what is no word for people and
    will not start or open.
    """
    if found.speaker or found.direct or found.speaker_span is None:
        return False
    language = work.report.language
    phrase = work.report.text[slice(*found.speaker_span)]
    speech, parties = lists(language, "speech"), lists(language, "parties")
    asks = found.kind in _ASKS or (found.kind == "reject" and _is_to_do(work, found))
    if not asks or not parties["speaking"]["nouns"]:
        return False
    if phrase.lower() in speech["pronouns"]["body"]:
        return True
    if not phrase[1:].islower() or SYMBOLS["pronoun"] in work.said[slice(*found.speaker_span)]:
        return False  # a name nobody knows, or people
    words = set(phrase.lower().split())
    people = (
        speech["unnamed"]["people"],
        speech["pronouns"]["many"],
        parties["words"]["groups"],
        lists(language, "actors")["heads"]["words"],
        speech["documents"]["speaking"],
        *parties["sorts"].values(),
    )
    office = SYMBOLS["office"] in work.said[slice(*found.speaker_span)]
    return not office and not any(words.intersection(listed) for listed in people)


def _is_to_do(work: Work, found: Find) -> bool:
    """Whether it is a deed that is refused ("refused to start")."""
    return work.report.text.startswith("to ", found.content[0])


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
