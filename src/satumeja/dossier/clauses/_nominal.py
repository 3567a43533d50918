"""What nouns tell as done: whose threat it is, and against whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from satumeja.dossier.clauses._clauses import Clause, Parsed
from satumeja.dossier.clauses._deeds import Deed
from satumeja.dossier.clauses._forms import Frame, Grammar
from satumeja.dossier.clauses._parties import Named, party_in
from satumeja.dossier.clauses._roles import OWNER, doers_of
from satumeja.dossier.clauses._subjects import Phrase
from satumeja.dossier.clauses._words import Word

__all__ = ["nominal_deeds"]

_NEGLIGIBLE = (
    "no",
    "any",
    "possible",
    "tanpa",
    "tak",
    "tidak",
    "kemungkinan",
    "risk",
    "fear",
    "fears",
)
_REACH = 4
_FAR = 8


def nominal_deeds(parsed: Parsed, grammar: Grammar, language: str) -> Iterator[Deed]:
    """Give what nouns tell as done ("Peru's threat against Malta"), where both are named."""
    words, clauses = parsed
    heads = {clause.group.head for clause in clauses}
    for place, word in enumerate(words):
        framed = None if place in heads else _framed(words, place, grammar)
        if framed is None or _is_idle(words, place):
            continue
        frame, last = framed
        doer = _owner(words, place, last, grammar, frame)
        if doer is None:
            yield from _brought(words, clauses, place, framed, grammar, language)
            continue
        target, end = _toward(words, last, frame, language)
        if target is None:
            target, end = _receiving(words, clauses, place, grammar, language), 0
        if target is None:
            target = _replied(words, clauses, place, grammar, language)
        if target is not None and doer.base == target.actor:
            continue
        if target is not None or _is_about(words, doer, last, grammar):
            named = Named(doer.base, (doer.start, doer.end))
            span = min(word.start, doer.start), max(end, words[last].end, doer.end)
            yield Deed(frame, None, (word.start, words[last].end), (named,), target, span, True)


def _brought(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    place: int,
    framed: tuple[Frame, int],
    grammar: Grammar,
    language: str,
) -> Iterator[Deed]:
    """Give what somebody brings before another: "X melayangkan somasi kepada Y"."""
    frame, last = framed
    for number, clause in enumerate(clauses):
        objects = clause.objects
        brings = words[clause.group.head].text in grammar.bringing and clause.real
        if not brings or clause.group.passive or objects is None or objects.first != place:
            continue
        doer = _doer(words, clauses, number, grammar, language)
        target, end = _toward(words, last, frame, language)
        if doer is not None and target is not None and target.actor != doer.actor:
            start = words[clause.group.first].start
            yield Deed(
                frame, clause, (start, words[last].end), (doer,), target, (start, end), True
            )


def _is_about(words: Sequence[Word], doer: Word, last: int, grammar: Grammar) -> bool:
    """Whether what is asked, offered or threatened follows ("desakan X agar ...")."""
    end = max(doer.end, words[last].end)
    behind = [word for word in words if word.start >= end and word.kind != "date"][:2]
    return any(word.text in grammar.about for word in behind[: 2 if grammar.prefixed else 1])


def _replied(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    place: int,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give who replies to a noun, or to whom it replies: "Peringatan X dibalas ancaman Y"."""
    for clause in clauses:
        subject, objects = clause.subject, clause.objects
        if words[clause.group.head].text not in grammar.replying or subject is None:
            continue
        if clause.group.negated:
            continue
        if subject.first <= place <= subject.last and objects is not None:
            return party_in(words, objects, language)
        framed = _framed(words, subject.first, grammar)
        if framed and objects is not None and objects.first <= place <= objects.last:
            asker = _owner(words, subject.first, framed[1], grammar, framed[0])
            return Named(asker.base, (asker.start, asker.end)) if asker else None
    return None


def _framed(words: Sequence[Word], place: int, grammar: Grammar) -> tuple[Frame, int] | None:
    """Give what a noun does, with the word that may belong to it ("permintaan maaf")."""
    if words[place].kind != "noun":
        return None
    after = place + 1
    pair = f"{words[place].text} {words[after].text}" if after < len(words) else ""
    for name, last in ((pair, after), (words[place].text, place)):
        frame = grammar.nouns.get(name)
        if frame is not None:
            return frame, last
    return None


def _receiving(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    place: int,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give who gets what a noun tells: "Armenia mendapat ancaman", "Atas desakan X, Armenia"."""
    for number, clause in enumerate(clauses):
        objects = clause.objects
        verb = words[clause.group.head].text
        gets = (verb in grammar.receiving and clause.real) or verb in grammar.answering
        if gets and objects is not None and objects.first <= place <= objects.last:
            return _doer(words, clauses, number, grammar, language)
    if not place or words[place - 1].text not in grammar.prompted:
        return None
    for number, clause in enumerate(clauses):
        if clause.group.head > place and clause.link == "main" and clause.real:
            return _doer(words, clauses, number, grammar, language)
    return None


def _doer(
    words: Sequence[Word],
    clauses: Sequence[Clause],
    number: int,
    grammar: Grammar,
    language: str,
) -> Named | None:
    """Give who is the subject of a clause, where that is a party or a crowd."""
    doers = doers_of(words, clauses, clauses[number], grammar, language)
    return next((doer for doer in doers if doer.actor or doer.crowd), None)


def _is_idle(words: Sequence[Word], place: int) -> bool:
    """Whether a noun is only thought of ("no threat", "fears of an attack").

    What a verb says of it behind "not" leaves it as real as before ("did not answer the demand").
    """
    for word in reversed(words[max(0, place - 3) : place]):
        if word.kind == "verb":
            return False
        if word.text in _NEGLIGIBLE:
            return True
    return False


def _owner(
    words: Sequence[Word], place: int, last: int, grammar: Grammar, frame: Frame
) -> Word | None:
    """Give whose a noun is: named before it, or behind it by "of", "by" or at once."""
    beside = _owner_beside(words, place, last, grammar, frame)
    if beside is not None or grammar.prefixed:
        return beside
    return _agent_behind(words, last + 1) or _owner_of_same(words, place)


def _agent_behind(words: Sequence[Word], start: int) -> Word | None:
    """Give who stands further behind a noun with "by" ("criticism of X by Y")."""
    for place in range(start, min(len(words) - 1, start + _FAR)):
        if words[place].kind in ("stop", "comma", "verb", "quote", "complement", "infinitive"):
            return None
        if words[place].text in OWNER[1:]:
            behind = place + 1
            while behind < len(words) - 1 and words[behind].kind == "determiner":
                behind += 1
            return words[behind] if words[behind].kind == "party" else None
    return None


def _owner_of_same(words: Sequence[Word], place: int) -> Word | None:
    """Give whose a noun is that only says what another is ("Peru's answer, a demand for ...")."""
    before = place - 1
    while before > 0 and words[before].kind in ("noun", "determiner"):
        before -= 1
    if before < 3 or words[before].kind != "comma" or words[before + 1].kind != "determiner":
        return None
    noun = before - 1
    while noun > 0 and words[noun].kind == "noun":
        noun -= 1
    owned = words[noun].kind == "owner" and noun > 0 and words[noun - 1].kind == "party"
    return words[noun - 1] if owned and noun < before - 1 else None


def _owner_beside(
    words: Sequence[Word], place: int, last: int, grammar: Grammar, frame: Frame
) -> Word | None:
    """Give whose a noun is that is named right before or behind it."""
    before = -1 if grammar.prefixed else place - 1
    while before >= 0 and words[before].kind in ("noun", "determiner", "owner"):
        before -= 1
    if before >= 0 and words[before].kind == "party" and place - before <= _REACH:
        after = words[before + 1].kind
        if (
            after == "owner"
            or before + 1 == place
            or words[before].end + 1 == words[before + 1].start
        ):
            return (
                words[before]
                if not _follows_preposition(words, before) or after == "owner"
                else None
            )
    behind = last + 1
    while behind < len(words) and words[behind].kind == "noun" and behind - last <= 2:
        behind += 1
    if behind < len(words) and words[behind].text == "of" and "of" in frame.to:
        return None  # "criticism of X" is of another
    if behind < len(words) and words[behind].text in OWNER:
        behind += 1
        while behind < len(words) and words[behind].kind == "determiner":
            behind += 1
    if behind < len(words) and words[behind].kind == "party":
        return words[behind]
    return None


def _follows_preposition(words: Sequence[Word], place: int) -> bool:
    """Whether a party stands behind a preposition, and so is not what qualifies a noun."""
    return place > 0 and words[place - 1].kind == "preposition" and words[place - 1].text != "of"


def _toward(
    words: Sequence[Word], place: int, frame: Frame, language: str
) -> tuple[Named | None, int]:
    """Give against whom a noun is, and where that ends."""
    for at in range(place + 1, min(len(words), place + 8)):
        word = words[at]
        if word.kind in ("stop", "comma", "verb", "quote"):
            break
        if word.text in frame.to:
            stop = at + 1
            while stop < len(words) and words[stop].kind in (
                "determiner",
                "noun",
                "party",
                "owner",
            ):
                stop += 1
            if stop > at + 1:
                named = party_in(words, Phrase(at + 1, stop - 1), language)
                if named is not None:
                    return named, named.span[1]
    return None, 0
