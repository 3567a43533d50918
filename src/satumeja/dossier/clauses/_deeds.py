"""What is done in a clause or by a noun, by whom and to whom."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from satumeja.dossier.clauses._clauses import Clause, Parsed
from satumeja.dossier.clauses._forms import Frame, Grammar
from satumeja.dossier.clauses._objects import behind
from satumeja.dossier.clauses._parties import Named
from satumeja.dossier.clauses._roles import doers_of, target_of
from satumeja.dossier.clauses._words import Word
from satumeja.report import Span

__all__ = ["Deed", "verb_deeds"]

_REACH = 4
_BETWEEN = ("determiner", "noun", "owner", "adverb", "coordinate")  # may part a phrase
_PARTICLES = ("adverb", "preposition")
_OBJECT = ("determiner", "noun", "owner", "pronoun", "relative", "complement", "party")
_NO_OBJECT = ("stop", "comma", "date", "preposition", "coordinate", "adverb", "adverbial")
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
        framed = next(
            (
                (frame, clause, last)
                for frame, last in _frames_at(words, whole, grammar)
                if (clause := _past_particles(words, clauses, whole, last))
                and _is_about(words, clause, frame)
            ),
            None,
        )
        if framed is None:
            continue
        frame, clause, last = framed
        doers = doers_of(words, clauses, clause, grammar, language)
        target = target_of(words, clauses, number, clause, frame, grammar, language)
        if frame.aimed and target is None:
            continue
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
    inside = words[clause.group.head + 1 : last]
    if last == clause.group.head or clause.group.passive or any(w.kind == "party" for w in inside):
        return clause
    firsts = {part.group.first for part in clauses if part.group.form == "finite"}
    objects, beside, complement = behind(words, {part for part in firsts if part > last}, last)
    return replace(clause, objects=objects, beside=beside, complement=complement)


def _end(words: Sequence[Word], clause: Clause, end: int) -> int:
    """Give where the words of a clause end: behind its object and what stands beside it."""
    phrases = [*([clause.objects] if clause.objects else []), *(part for _, part in clause.beside)]
    return max([end, *(words[part.last].end for part in phrases)])


def _frame_of_subject(
    words: Sequence[Word], clause: Clause, grammar: Grammar
) -> tuple[Frame, int] | None:
    """Give what a passive does to the thing that is its subject ("Sanksi dijatuhkan oleh X")."""
    head, subject = clause.group.head, clause.subject
    if not clause.group.passive or subject is None or subject.first > head:
        return None
    thing = words[subject.first].text
    for rest, frame in grammar.frames.get(words[head].text, ()):
        if rest == (thing,):
            return frame, head
    return None


def _frames_at(
    words: Sequence[Word], clause: Clause, grammar: Grammar
) -> Iterator[tuple[Frame, int]]:
    """Give what a verb may do, each with the words that belong to it; the longest phrase first."""
    head = clause.group.head
    of_subject = _frame_of_subject(words, clause, grammar)
    if of_subject is not None:
        yield of_subject
    for key in dict.fromkeys((words[head].base, words[head].text)):
        for rest, frame in grammar.frames.get(key, ()):
            last = head + len(rest)
            if tuple(_bare(word) for word in words[head + 1 : last + 1]) == rest:
                yield frame, last
                continue
            if not grammar.prefixed and _straddles(words, head, rest):
                yield frame, head
                continue
            thing = bool(rest) and (rest[0] not in grammar.kinds or bool(frame.about))
            if thing and _is_named(words, head, rest):
                yield frame, head
                continue
            aimed = ("party",) if frame.object == "target" and len(rest) == 1 else ()
            if thing and (last := _parted(words, head, rest, (*_BETWEEN, *aimed))):
                yield frame, last


def _is_about(words: Sequence[Word], clause: Clause, frame: Frame) -> bool:
    """Whether a verb has one of the objects its meaning asks for ("called off the strike")."""
    if not frame.about:
        return True
    phrases = [clause.subject if clause.group.passive else clause.objects]
    if frame.object == "target":
        phrases += [beside for _, beside in clause.beside]
    return any(
        word.text in frame.about
        for part in phrases
        if part is not None
        for word in words[part.first : _list_end(words, part.last) + 1]
    )


def _list_end(words: Sequence[Word], last: int) -> int:
    """Give where a phrase ends that "and" goes on from ("new and painful sanctions")."""
    while last + 2 < len(words) and words[last + 1].kind == "coordinate":
        if words[last + 2].kind not in ("noun", "adverb", "determiner"):
            break
        last += 2
        while last + 1 < len(words) and words[last + 1].kind == "noun":
            last += 1
    return last


def _bare(word: Word) -> str:
    """Give a noun without its -nya ("utusannya")."""
    return word.text.removesuffix("nya") if word.kind == "noun" else word.text


def _is_named(words: Sequence[Word], head: int, rest: tuple[str, ...]) -> bool:
    """Whether the thing of a phrase is part of a party's words ("memanggil Duta Besar Rusia")."""
    place = head + 1
    while place < len(words) and words[place].kind == "determiner":
        place += 1
    spelled = " ".join(rest)
    return place < len(words) and words[place].kind == "party" and spelled in words[place].text


def _straddles(words: Sequence[Word], head: int, rest: tuple[str, ...]) -> bool:
    """Whether a short object stands before the verb's particle ("turned that down")."""
    if len(rest) != 1:
        return False
    for place in range(head + 1, min(head + 2 + _REACH, len(words))):
        if words[place].text == rest[0] and words[place].kind in _PARTICLES:
            after = words[place + 1].kind if place + 1 < len(words) else "stop"
            return place > head + 1 and (words[place].kind == "adverb" or after in _NO_OBJECT)
        if words[place].kind not in _OBJECT:
            return False
    return False


def _parted(
    words: Sequence[Word], head: int, rest: tuple[str, ...], between: Collection[str]
) -> int:
    """Give where a phrase ends that little words part ("imposed new sanctions"); 0 for none."""
    place = head
    for wanted in rest:
        place += 1
        skipped = 0
        while (
            place < len(words)
            and _bare(words[place]) != wanted
            and words[place].kind in between
            and skipped < _REACH
        ):
            place, skipped = place + 1, skipped + 1
        if place >= len(words) or _bare(words[place]) != wanted:
            return 0
    return place
