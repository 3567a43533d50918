"""Who acts in a clause, and to whom it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from satumeja.dossier.clauses._clauses import Clause
from satumeja.dossier.clauses._forms import Frame, Grammar
from satumeja.dossier.clauses._parties import Named, doers_in, party_in
from satumeja.dossier.clauses._subjects import Phrase
from satumeja.dossier.clauses._words import Word

__all__ = ["OWNER", "doers_of", "target_of"]

_BY = ("by", "oleh")
OWNER = ("of", "by", "from", "dari", "oleh")
_ADDRESSED = ("demand", "offer", "promise", "threaten", "warn")  # a thing can be the object too
_THINGS = ("reject", "refuse", "deny", "criticise", "agree", "support", "praise")
_REACH = 4
_TOWARDS = "kepada"  # stands behind an inner verb too ("meminta izin membangun kepada X")


def doers_of(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    clause: Clause,
    grammar: Grammar,
    language: str,
) -> tuple[Named, ...]:
    """Give who acts: the subject, or the agent of a passive; "its fighters" are the host's."""
    phrase = _agent(words, clauses, clause) if clause.group.passive else clause.subject
    if phrase is None:
        return ()
    doers = doers_in(words, phrase, grammar, language)
    if not doers or not (doers[0].own or doers[0].pronoun in grammar.same):
        return doers
    for meant in _hosts(clauses, clause):
        named = doers_in(words, meant, grammar, language)
        if named and (named[0].actor or named[0].crowd):
            return named
    return doers


def _hosts(clauses: Sequence[Clause], clause: Clause) -> Iterator[Phrase]:
    """Give the subjects a pronoun of a clause can mean: of those it hangs on, then of the next."""
    host = clause.host
    while host is not None:
        subject = clauses[host].subject
        if subject is not None and not clauses[host].group.passive:
            yield subject
        host = clauses[host].host
    if clause.host is None and clause.link in ("adverbial", "condition"):
        later = (part for part in clauses if part.group.head > clause.group.head)
        whole = next((part for part in later if part.link == "main"), None)
        if whole is not None and whole.subject:
            yield whole.subject


def _agent(words: Sequence[Word], clauses: Sequence[Clause], clause: Clause) -> Phrase | None:
    """Give who does what is told in the passive: behind "by", or right behind the verb.

    Of "diancam akan digugat PT X" it is the one behind the last verb.
    """
    for preposition, phrase in clause.beside:
        if preposition in _BY:
            return phrase
    if not words[clause.group.head].text.startswith("di"):
        return None
    if clause.objects is not None and clause.objects.first > clause.group.head:
        return clause.objects
    number = clauses.index(clause) if clause in clauses else len(clauses)
    later = clauses[number + 1] if number + 1 < len(clauses) else None
    chained = (
        later is not None and later.group.passive and later.group.first == clause.group.head + 1
    )
    return _agent(words, clauses, later) if later is not None and chained else None


def target_of(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    number: int,
    clause: Clause,
    frame: Frame,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give to whom a verb does it."""
    if clause.group.passive and (frame.object != "theme" or clause.subject is None):
        return _suffering(words, clauses, clause, grammar, language) or _addressed(
            words, clause, frame, language
        )
    if clause.group.passive and clause.subject is not None:
        named = _of_theme(words, clauses, clause, clause.subject, grammar, language)
    else:
        named = _as_object(words, clauses, clause, frame, grammar, language)
    if named is not None and not (named.own and frame.object == "theme"):
        return named
    for preposition, phrase in clause.beside:
        wanted = preposition in frame.to or (frame.object == "theme" and preposition in OWNER)
        if wanted and (beside := party_in(words, phrase, language)):
            return beside
    if named is not None:
        return named
    subject = _asked(words, clauses, number, grammar, language) if frame.clause else None
    if subject is not None or _TOWARDS not in frame.to:
        return subject
    return (
        _farther(words, clauses, number, language)
        or _before(words, clause, grammar, language)
        or _visited(words, clauses, number, grammar, language)
    )


def _as_object(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    clause: Clause,
    frame: Frame,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give whom the object of a verb names."""
    objects = clause.objects
    if objects is None:
        return None
    receiver = None if grammar.prefixed else _given_to(words, objects)
    if receiver is not None:
        return receiver
    doers = doers_in(words, _with_owner(clause, objects), grammar, language)
    named = doers[0] if doers else None
    if named is not None and (named.actor or named.crowd or named.own):
        return named
    if frame.kind in _THINGS:
        return _of_theme(words, clauses, clause, objects, grammar, language)
    gives = words[objects.first].text in grammar.giving
    if frame.kind in _ADDRESSED and not gives:
        return None
    return party_in(words, objects, language)


def _given_to(words: Sequence[Word], objects: Phrase) -> Named | None:
    """Give who gets something ("promised Malta a new port", "gave Malta 72 hours")."""
    for place in range(objects.first, min(objects.last, objects.first + _REACH)):
        word, after = words[place], words[place + 1]
        if word.kind == "party" and (after.kind == "determiner" or after.text[:1].isdigit()):
            return Named(word.base, (word.start, word.end))
        if word.kind not in ("determiner", "noun"):
            return None
    return None


def _of_theme(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    clause: Clause,
    phrase: Phrase,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give whose the thing is that is rejected, blamed or accepted.

    "Usul damai yang diajukan X" and "penahanan nelayan oleh X" are of X, whatever else they name.
    """
    for part in clauses:
        subject = part.subject
        behind = part.link == "relative" and part.group.passive and subject is not None
        if behind and subject is not None and phrase.first <= subject.first <= phrase.last:
            agent = _agent(words, clauses, part)
            doers = doers_in(words, agent, grammar, language) if agent else ()
            if doers and (doers[0].actor or doers[0].crowd):
                return doers[0]
    if not clause.group.passive:
        for preposition, agent in clause.beside[:2]:
            if preposition in _BY and (named := party_in(words, agent, language)):
                return named
    return party_in(words, phrase, language, owning=True)


def _before(
    words: Sequence[Word], clause: Clause, grammar: Grammar, language: str
) -> Named | None:
    """Give who is named before the subject: "Dalam surat kepada Y, X meminta agar ..."."""
    first = clause.subject.first if clause.subject is not None else 0
    if clause.way != "own":
        return None
    for place in range(first - 1):
        if words[place].text in grammar.facing and words[0].kind in ("preposition", "noun"):
            return party_in(words, Phrase(place + 1, first - 1), language)
    return None


def _visited(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    number: int,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give whom the same subject just wrote to or went to: "menyurati Y dan meminta ..."."""
    own = clauses[number].subject
    for earlier in reversed(clauses[:number]):
        visits = words[earlier.group.head].text in grammar.visiting and earlier.real
        if visits and earlier.subject == own and earlier.objects is not None:
            return party_in(words, earlier.objects, language)
    return None


def _suffering(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    clause: Clause,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give to whom a passive does it: its subject; of "yang kapalnya ditahan" whose ship it is."""
    if clause.subject is None:
        return None
    doers = doers_in(words, clause.subject, grammar, language)
    if doers and (doers[0].actor or doers[0].crowd):
        return doers[0]
    objects = clause.objects
    if doers and doers[0].own and objects is not None and objects.last < clause.group.first:
        return party_in(words, objects, language)
    return party_in(words, clause.subject, language)


def _addressed(words: Sequence[Word], clause: Clause, frame: Frame, language: str) -> Named | None:
    """Give to whom what nobody suffers is sent ("Somasi dilayangkan X kepada Y")."""
    for preposition, phrase in clause.beside:
        if preposition in frame.to and (named := party_in(words, phrase, language)):
            return named
    return None


def _farther(
    words: Sequence[Word], clauses: Sequence[Clause], number: int, language: str
) -> Named | None:
    """Give who is named by "kepada" behind the verb of what is asked or offered."""
    for later in clauses[number + 1 : number + 2]:
        if later.host != number or later.link not in ("relative", "infinitive", "complement"):
            return None
        for preposition, phrase in later.beside:
            if preposition == _TOWARDS:
                return party_in(words, phrase, language)
    return None


def _with_owner(clause: Clause, objects: Phrase) -> Phrase:
    """Give an object with the "of" right behind it ("envoys of Chile")."""
    if clause.beside and clause.beside[0][0] in OWNER:
        return Phrase(objects.first, clause.beside[0][1].last)
    return objects


def _asked(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    number: int,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give of whom something is asked: the subject of the clause that is the object."""
    for later in clauses[number + 1 :]:
        if later.host == number and later.link == "complement" and later.subject:
            phrase = _agent(words, clauses, later) if later.group.passive else later.subject
            doers = doers_in(words, phrase, grammar, language) if phrase else ()
            return doers[0] if doers else None
    return None
