"""What the clause of a word says of an event told by it: who suffers it, or that it is none."""

from __future__ import annotations

from satumeja.dossier.acts._roles import Sentenced, clause_at
from satumeja.dossier.acts._work import ActWork, side_of
from satumeja.dossier.clauses import Named, party_in
from satumeja.dossier.reading import lists
from satumeja.report import Sentence

__all__ = ["heads_nobody", "is_one_of_a_trade", "is_told_plainly", "qualifies", "sufferer_of"]

_COUNTS = ("tens", "dozens", "scores", "hundreds", "thousands", "millions", "members", "groups")


def sufferer_of(work: ActWork, place: int) -> str | None:
    """Give the side a passive verb is done to: its subject."""
    clause = clause_at(work.report, work.sentences, place)
    if clause is None or not clause.clause.group.passive or clause.clause.subject is None:
        return None
    named = party_in(clause.words, clause.clause.subject, work.report.language)
    if named is None or named.actor not in work.people.actors:
        return None
    return side_of(work.people, named.actor or "")


def is_told_plainly(work: ActWork, sentence: Sentence, place: int) -> bool:
    """Whether a verb with its object says more than a word of it ("called off its strike")."""
    for deed in work.sentences.deeds((sentence.start, sentence.end)):
        if deed.frame.about and deed.verb[0] <= place < deed.span[1]:
            return True
    return False


def qualifies(work: ActWork, sentence: Sentence, place: int) -> bool:
    """Whether what looks like a verb only qualifies a noun where it stands ("jailed members")."""
    words, _ = work.sentences.of((sentence.start, sentence.end))
    return any(
        word.start == place and word.kind == "noun" and "part" in word.forms for word in words
    )


def heads_nobody(work: ActWork, clause: Sentenced) -> bool:
    """Whether the only names in a subject stand behind a preposition ("keepers on X's canal")."""
    phrase = clause.clause.subject
    if phrase is None or work.sentences.grammar.prefixed:
        return False
    words = clause.words[phrase.first : phrase.last + 1]
    if words[0].kind == "preposition":  # "On 12 June harbour police ..."
        set_off = [place for place, word in enumerate(words) if word.kind in ("date", "comma")]
        words = words[set_off[-1] + 1 :] if set_off else words
    kinds = [word.kind for word in words]
    if "preposition" not in kinds:
        return False
    head = words[: kinds.index("preposition")]
    counted = any(word.text in _COUNTS for word in head)
    return not counted and not any(word.kind == "party" for word in head)


def is_one_of_a_trade(work: ActWork, named: Named) -> bool:
    """Whether the noun of a crowd only says what the person named with it is.

    Those who follow somebody ("pendukung X") remain a crowd of their own.
    """
    if named.actor is None or not work.sentences.grammar.prefixed:
        return False
    actor = work.people.actors.get(named.actor)
    language = work.report.language
    trades = (
        *lists(language, "actors")["offices"]["names"],
        *lists(language, "parties")["words"]["titles"],
    )
    return actor is not None and actor.kind == "person" and named.crowd in trades
