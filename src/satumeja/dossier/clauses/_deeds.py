"""What is done in a clause or by a noun, by whom and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from satumeja.dossier.clauses._clauses import Clause, Parsed
from satumeja.dossier.clauses._forms import Frame, Grammar
from satumeja.dossier.clauses._objects import behind
from satumeja.dossier.clauses._parties import Named, doers_in, party_in
from satumeja.dossier.clauses._subjects import Phrase
from satumeja.dossier.clauses._words import Word
from satumeja.report import Span

__all__ = ["OWNER", "Deed", "doers_of", "verb_deeds"]

_BY = ("by", "oleh")
OWNER = ("of", "by", "from", "dari", "oleh")
_ADDRESSED = ("demand", "offer", "promise", "threaten", "warn")  # a thing can be the object too
_REACH = 4
_BETWEEN = ("determiner", "noun", "owner", "adverb", "coordinate")  # may part a phrase
_LONG = 200


@dataclass(frozen=True)
class Deed:
    """An act told by a verb or a noun.

    Parameters
    ----------
    frame : Frame
        What the word does.
    clause : Clause or None
        The clause; None of a noun.
    verb : Span
        The word, with what belongs to it.
    doers : tuple of Named
        Who does it.
    target : Named or None
        To whom.
    span : Span
        The words it is told in.
    sure : bool
        Whether the structure leaves no doubt of who does it.
    """

    frame: Frame
    clause: Clause | None
    verb: Span
    doers: tuple[Named, ...]
    target: Named | None
    span: Span
    sure: bool


def verb_deeds(parsed: Parsed, grammar: Grammar, language: str) -> Iterator[Deed]:
    """Give what the verbs of a stretch do, whether real or not."""
    words, clauses = parsed
    for number, whole in enumerate(clauses):
        framed = _frame_at(words, whole.group.head, grammar)
        if framed is None:
            continue
        frame, last = framed
        clause = _past_particles(words, clauses, whole, last)
        doers = doers_of(words, clauses, clause, grammar, language)
        target = _target(words, clauses, number, clause, frame, grammar, language)
        verb = words[clause.group.first].start, words[last].end
        ends = [verb[1], *(part.span[1] for part in (*doers, *([target] if target else [])))]
        near = verb[0]
        if clause.way == "own" and clause.subject is not None:
            near = max(verb[0] - _LONG, words[clause.subject.first].start)
        sure = clause.way in ("own", "relative", "shared", "fronted") and not _is_meant(
            words, clause, grammar
        )
        yield Deed(
            frame, clause, verb, doers, target, (near, _end(words, clause, max(ends))), sure
        )


def _is_meant(words: Sequence[Word], clause: Clause, grammar: Grammar) -> bool:
    """Whether the subject is a pronoun, so that who acts is only meant."""
    phrase = clause.subject
    return (
        phrase is not None
        and not clause.group.passive
        and words[phrase.first].text in grammar.same
        and words[phrase.first].kind == "pronoun"
    )


def _past_particles(
    words: Sequence[Word], clauses: Sequence[Clause], clause: Clause, last: int
) -> Clause:
    """Give a clause whose object stands behind the words that belong to its verb."""
    if last == clause.group.head or clause.group.passive:
        return clause
    firsts = {part.group.first for part in clauses if part.group.form == "finite"}
    objects, beside, complement = behind(words, {part for part in firsts if part > last}, last)
    return replace(clause, objects=objects, beside=beside, complement=complement)


def _end(words: Sequence[Word], clause: Clause, end: int) -> int:
    """Give where the words of a clause end: behind its object and what stands beside it."""
    phrases = [*([clause.objects] if clause.objects else []), *(part for _, part in clause.beside)]
    return max([end, *(words[part.last].end for part in phrases)])


def _frame_at(words: Sequence[Word], head: int, grammar: Grammar) -> tuple[Frame, int] | None:
    """Give what a verb does, with the words that belong to it; the longest phrase first."""
    for key in dict.fromkeys((words[head].base, words[head].text)):
        for rest, frame in grammar.frames.get(key, ()):
            last = head + len(rest)
            if tuple(word.text for word in words[head + 1 : last + 1]) == rest:
                return frame, last
            thing = bool(rest) and rest[0] not in grammar.kinds
            if thing and (last := _parted(words, head, rest)):
                return frame, last
    return None


def _parted(words: Sequence[Word], head: int, rest: tuple[str, ...]) -> int:
    """Give where a phrase ends that little words part ("imposed new sanctions"); 0 for none."""
    place = head
    for wanted in rest:
        place += 1
        skipped = 0
        while (
            place < len(words)
            and words[place].text != wanted
            and words[place].kind in _BETWEEN
            and skipped < _REACH
        ):
            place, skipped = place + 1, skipped + 1
        if place >= len(words) or words[place].text != wanted:
            return 0
    return place


def doers_of(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    clause: Clause,
    grammar: Grammar,
    language: str,
) -> tuple[Named, ...]:
    """Give who acts: the subject, or the agent of a passive; "its fighters" are the host's."""
    phrase = _agent(words, clause) if clause.group.passive else clause.subject
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


def _agent(words: Sequence[Word], clause: Clause) -> Phrase | None:
    """Give who does what is told in the passive: behind "by", or right behind the verb."""
    for preposition, phrase in clause.beside:
        if preposition in _BY:
            return phrase
    direct = clause.objects is not None and clause.objects.first > clause.group.head
    return clause.objects if direct and words[clause.group.head].text.startswith("di") else None


def _target(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    number: int,
    clause: Clause,
    frame: Frame,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give to whom a verb does it."""
    if clause.group.passive:
        return party_in(words, clause.subject, language) if clause.subject else None
    if clause.objects is not None:
        addressed = frame.kind in _ADDRESSED
        doers = doers_in(words, _with_owner(clause, clause.objects), grammar, language)
        named = doers[0] if doers else None
        if named is not None and (named.actor or named.crowd or named.own):
            return named
        named = None if addressed else party_in(words, clause.objects, language)
        if named is not None:
            return named
    for preposition, phrase in clause.beside:
        wanted = preposition in frame.to or (frame.object == "theme" and preposition in OWNER)
        if wanted and (named := party_in(words, phrase, language)):
            return named
    return _asked(words, clauses, number, grammar, language) if frame.clause else None


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
            phrase = _agent(words, later) if later.group.passive else later.subject
            doers = doers_in(words, phrase, grammar, language) if phrase else ()
            return doers[0] if doers else None
    return None
