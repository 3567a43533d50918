"""Who acts towards whom in what somebody said: by the word of saying, and by what was said."""

from __future__ import annotations

import re

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._events import named_side
from satumeja.dossier.acts._roles import deed_of
from satumeja.dossier.acts._rules import Heard, Rule
from satumeja.dossier.acts._targets import meant_side, side_addressed
from satumeja.dossier.acts._work import ActWork, side_of, sides_named
from satumeja.dossier.clauses import Deed, doers_of
from satumeja.dossier.reading import lists, sentence_at
from satumeja.report.kit import knowledge

__all__ = ["parties_of"]

_ROOM = "satumeja.dossier"
_BY_CLAUSE = ("demand", "offer", "promise")
_TWO = 2
_OWN_DEEDS = ("threaten", "promise", "refuse", "offer")


def parties_of(work: ActWork, rule: Rule, heard: Heard, speaker: str) -> tuple[str, str | None]:
    """Say who acts towards whom."""
    statement = heard.statement
    actor = side_of(work.people, speaker)
    if rule.get("actor") == "subject":
        return _joint(work, heard, actor)
    aimed, settled_by_clause = _aimed(work, statement, rule["kind"])
    if aimed is None and rule["kind"] in ("demand", "warn"):
        aimed = _first_of_both(work, statement, actor)
    if aimed is None or aimed == actor:
        aimed = meant_side(work, statement, rule["kind"], actor) or side_addressed(
            work, statement, actor
        )
    if settled_by_clause or aimed not in (None, actor):
        return actor, aimed if aimed != actor else None
    if statement.addressee in work.people.actors:
        addressed = side_of(work.people, statement.addressee or "")
        if addressed != actor:
            return actor, addressed
    return actor, _told_of(work, rule["kind"], heard, actor)


def _told_of(work: ActWork, kind: str, heard: Heard, actor: str) -> str | None:
    """Give the side that what was said is about, where nothing says to whom it is said.

    Whoever is to carry out what is threatened or promised is not whom it is done to.
    """
    statement, subject = heard.statement, heard.stance.subject
    named = [side for side in sides_named(work, statement.content) if side != actor]
    together = [side_of(work.people, speaker) for speaker in heard.speakers]
    if kind == "agree" and len(set(together)) > 1:
        return next(side for side in together if side != actor)
    if kind in _OWN_DEEDS:
        named = [side for side in named if side != subject]
    elif subject is not None:
        return subject
    if kind == "demand" and len(named) > 1 and statement.cue_kind != "demand":
        return None
    return named[0] if named else None


def _first_of_both(work: ActWork, statement: Statement, actor: str) -> str | None:
    """Give the first side that "kedua pihak" means, where only two are named before."""
    both = lists(work.report.language, "clauses")["who"]["both"]
    words = work.report.text[slice(*statement.content)]
    if not re.match(both, words, re.IGNORECASE):
        return None
    before = [side for side in sides_named(work, (0, statement.content[0])) if side != actor]
    return before[0] if len(before) == _TWO else None


def _joint(work: ActWork, heard: Heard, actor: str) -> tuple[str, str | None]:
    """Say who agrees or meets with whom: by the subject of what was said, else by who is named."""
    statement = heard.statement
    subjects = [side for side in _subjects(work, statement) if not _is_group(side)]
    if len(subjects) >= 2:
        return subjects[0], subjects[1]
    parties = [side for side in sides_named(work, statement.content) if not _is_group(side)]
    if len(parties) >= 2 and not _is_forum(parties[0]) and not subjects:
        return parties[0], parties[1]
    others = [one for one in parties if one != actor]
    return actor, others[0] if others else None


def _subjects(work: ActWork, statement: Statement) -> list[str]:
    """Give the sides that are the subject of what was said, before the quotation mark too."""
    sentence = work.report.sentences[sentence_at(work.report, statement.content[0])]
    for span in (statement.content, (sentence.start, statement.content[1])):
        words, clauses = work.sentences.of(span, quoted=True, plain=True)
        for clause in clauses:
            before = words[clause.group.head].end <= statement.content[0]
            if before or clause.subject is None or clause.link != "main":
                continue
            doers = doers_of(words, clauses, clause, work.sentences.grammar, work.report.language)
            actors = [doer.actor for doer in doers if doer.actor in work.people.actors]
            if actors:
                return list(dict.fromkeys(side_of(work.people, actor or "") for actor in actors))
    return []


def _aimed(work: ActWork, statement: Statement, kind: str) -> tuple[str | None, bool]:
    """Give to whom the word of saying does it, and whether the clause alone decides that.

    A ruler who asks something of his own ministers asks it of no other side, and what is
    demanded, offered or promised in a clause of its own is of whom that clause names.
    """
    deed = deed_of(work.report, work.sentences, statement)
    if deed is None:
        return None, False
    own = deed.frame.kind == kind and kind in _BY_CLAUSE
    if deed.target is None and kind == "demand" and own:
        return _asked_first(work, statement), True
    aimed = named_side(work, deed.target) if deed.target is not None else None
    if aimed is None:
        own_of = deed.target is not None and deed.target.own
        return None, own or own_of or _is_at_a_name(work, deed)
    return aimed, own


def _is_at_a_name(work: ActWork, deed: Deed) -> bool:
    """Whether the object is a name that nobody knows, so that nobody else is meant by it.

    Whom "Harbour Rail" is accused of having dismissed is not whom the accusation is aimed at.
    """
    clause = deed.clause
    if clause is None or clause.objects is None or clause.group.passive:
        return False
    sentence = work.report.sentences[sentence_at(work.report, deed.verb[0])]
    words, _ = work.sentences.of((sentence.start, sentence.end))
    if clause.objects.last >= len(words):
        return False
    head = words[clause.objects.first : clause.objects.last + 1]
    nouns = [word for word in head if word.kind == "noun"]
    return bool(nouns) and work.report.text[nouns[0].start].isupper()


def _asked_first(work: ActWork, statement: Statement) -> str | None:
    """Give who stands first in what is demanded: "that Chile paint", whatever the verb is.

    A grammar does not know every verb, but "that", a party and no preposition begin a clause.
    """
    start = statement.content[0]
    sentence = work.report.sentences[sentence_at(work.report, start)]
    words, _ = work.sentences.of((sentence.start, sentence.end))
    places = [place for place, word in enumerate(words) if word.start >= start]
    if not places or not 0 < places[0] < len(words) - 1:
        return None
    before, first, after = words[places[0] - 1 : places[0] + 2]
    is_clause = before.kind == "complement" and after.kind in ("noun", "verb", "negation", "have")
    actor = work.people.at.get(first.start)
    return side_of(work.people, actor) if is_clause and actor else None


def _is_group(actor: str) -> bool:
    """Whether an actor is a group by reference (the West, its allies)."""
    entry = knowledge(_ROOM, "states")["organisations"].get(actor, {})
    return bool(entry.get("group"))


def _is_forum(actor: str) -> bool:
    """Whether an organisation is where others meet."""
    entry = knowledge(_ROOM, "states")["organisations"].get(actor, {})
    return bool(entry.get("forum"))
