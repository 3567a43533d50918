"""Statements that no shape of speech finds, but a clause tells: who demanded, denied, offered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from satumeja.dossier._types import Statement
from satumeja.dossier.clauses import (
    Clause,
    Deed,
    Grammar,
    Named,
    Sentences,
    Word,
)
from satumeja.dossier.reading import People, lists, sentence_at, time_said
from satumeja.report import Report, Span

__all__ = ["with_stated"]

_SAID = {
    **{kind: kind for kind in ("demand", "accuse", "deny", "reject", "criticise", "warn")},
    **{kind: kind for kind in ("threaten", "offer", "promise", "praise", "agree")},
}
_GIVEN = ("promise", "offer")  # of these the object stays in the passive
_OF_WHAT = {
    "warn": ("about", "of", "over", "against"),
    "threaten": ("with", "dengan"),
    "accuse": ("of", "for", "over"),
    "criticise": ("for", "over"),
    "praise": ("for",),
    "reject": ("as", "sebagai"),
}
_NEAR_NOUN = 12  # words behind a noun in which what it says may begin
_FEW_WORDS = 2  # "Somasi itu", "Ultimatum kedua"
_SHORTEST = 3  # letters of what was said


def with_stated(
    report: Report, people: People, sentences: Sentences, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Add the statements that clauses tell by a word that is itself an act.

    Parameters
    ----------
    report : Report
        The report.
    people : People
        Everyone named in it.
    sentences : Sentences
        Its clauses.
    statements : sequence of Statement
        The statements found so far.

    Returns
    -------
    tuple of Statement
        All of them, in the order of their contents, numbered anew.

    Notes
    -----
    "The request was turned down by X" and "X's threat to strike" are statements of X. What
    stands in a statement already found is left to it, and so is what is only hoped or denied.
    """
    cues = {place for member in statements if member.cue for place in range(*member.cue)}
    inside = [member.content for member in statements]
    stated: list[Statement] = []
    for deed, words, clauses in _deeds(report, people, sentences):
        if any(place in cues for place in range(*deed.verb)):
            continue
        if any(start <= deed.verb[0] < end for start, end in inside):
            continue
        statement = _statement(report, people, deed, words, clauses, sentences.grammar)
        if statement is not None:
            stated.append(statement)
            cues.update(range(*deed.verb))
    return _numbered([*statements, *stated]) if stated else tuple(statements)


def _deeds(
    report: Report, people: People, sentences: Sentences
) -> Iterator[tuple[Deed, Sequence[Word], Sequence[Clause]]]:
    """Give what is done by saying in each sentence, and is real."""
    deeds = lists(report.language, "clauses")["empty"]["done"]
    for sentence in report.sentences:
        span = sentence.start, sentence.end
        if any(start <= span[0] < end for start, end in people.listings):
            continue
        words, clauses = sentences.of(span)
        for deed in sentences.deeds(span):
            if deed.clause is not None and words[deed.clause.group.head].base in deeds:
                continue
            if deed.frame.kind in _SAID and (deed.clause is None or deed.clause.real):
                yield deed, words, clauses


def _is_only_named(
    report: Report, deed: Deed, words: Sequence[Word], grammar: Grammar, content: Span
) -> bool:
    """Whether a passive only names what is sent, without its words ("Somasi dilayangkan X")."""
    if deed.clause is None or not deed.clause.group.passive:
        return False
    parts = report.text[slice(*content)].lower().split()
    verb = words[deed.clause.group.head].base
    sent = {rest for rest, _ in grammar.frames.get(verb, ())}
    return len(parts) <= _FEW_WORDS and tuple(parts[:1]) in sent


def _statement(
    report: Report,
    people: People,
    deed: Deed,
    words: Sequence[Word],
    clauses: Sequence[Clause],
    grammar: Grammar,
) -> Statement | None:
    """Make the statement of a deed; None where nobody known says it, or nothing is said."""
    speaker = _speaker(people, deed.doers)
    content = _content(words, clauses, deed, grammar)
    if speaker is None or content is None:
        return None
    begin, end = content
    end = begin + len(report.text[begin:end].rstrip(" ,;:.!?"))
    if grammar.kinds.get(report.text[begin:end]) == "adverb":
        begin = deed.verb[0]  # "turned that down"
    if end - begin < _SHORTEST or begin < deed.verb[0] < end:
        return None
    if _says_nothing(report, begin, end) or _is_only_named(report, deed, words, grammar, content):
        return None
    quoted = any(begin <= start < end for start, _ in report.quotations)
    target = deed.target.actor if deed.target and deed.target.actor in people.actors else None
    sentence = report.sentences[sentence_at(report, deed.verb[0])]
    times = [day for day in report.dates if sentence.start <= day.start < sentence.end]
    when = time_said(report, times, (begin, end), deed.verb, has_object=True)
    statement = Statement(
        "",
        speaker.actor if speaker.crowd is None else None,
        speaker.span,
        deed.verb,
        _SAID[deed.frame.kind],
        (begin, end),
        "mixed" if quoted else "indirect",
        addressee=target,
        doubtful=not deed.sure or deed.clause is None,
    )
    if when is None:
        return statement
    last = when.last if when.last != when.first else None
    return replace(
        statement,
        date=when.first,
        date_end=last,
        precision=when.precision,
        date_doubtful=when.doubtful,
    )


def _says_nothing(report: Report, begin: int, end: int) -> bool:
    """Whether the words are what one declines to do, or no words at all."""
    nothing = lists(report.language, "speech")["nothing"]
    words = report.text[begin:end]
    return any(re.match(nothing[form], words) for form in ("said", "never"))


def _speaker(people: People, doers: Sequence[Named]) -> Named | None:
    """Give who speaks: the first party, or a crowd; all who do it together by their words."""
    named = [doer for doer in doers if doer.crowd or doer.actor in people.actors]
    if not named:
        return None
    first = named[0]
    return replace(first, span=(first.span[0], max(doer.span[1] for doer in named)))


def _content(
    words: Sequence[Word], clauses: Sequence[Clause], deed: Deed, grammar: Grammar
) -> Span | None:
    """Give what is said: of a passive its subject, else what stands behind the word."""
    clause = deed.clause
    if clause is not None and clause.group.passive:
        if clause.complement is not None:
            return _behind(words, clauses, clause, words[clause.complement - 1].end)
        object_of = _of_passive(words, clauses, clause, deed.frame.kind)
        if object_of is not None:
            return object_of
        phrase = clause.subject
        return (words[phrase.first].start, words[phrase.last].end) if phrase else None
    if clause is None:
        return _behind_noun(words, clauses, deed, grammar)
    objects = clause.objects
    if objects is not None and objects.last < clause.group.first:
        return words[objects.first].start, words[objects.last].end
    if _is_only_aimed(words, clause, deed):
        return None
    return _behind(words, clauses, clause, deed.verb[1])


def _is_only_aimed(words: Sequence[Word], clause: Clause, deed: Deed) -> bool:
    """Whether behind a verb with its noun stands only to whom ("melayangkan protes kepada X")."""
    if deed.verb[1] <= words[clause.group.head].end:
        return False
    behind = (word for word in words if word.start >= deed.verb[1] and word.kind != "adverb")
    first = next(behind, None)
    return first is not None and first.text in deed.frame.to


def _of_passive(
    words: Sequence[Word], clauses: Sequence[Clause], clause: Clause, kind: str
) -> Span | None:
    """Give what one is promised, warned of or threatened with; None where the subject is it."""
    objects = clause.objects
    if kind in _GIVEN and objects is not None and objects.first > clause.group.head:
        return words[objects.first].start, words[objects.last].end
    for preposition, phrase in clause.beside:
        if kind in _OF_WHAT and preposition in _OF_WHAT[kind]:
            return _behind(words, clauses, clause, words[phrase.first].start)
    return None


def _behind(
    words: Sequence[Word], clauses: Sequence[Clause], clause: Clause, start: int
) -> Span | None:
    """Give the words behind a verb, up to the next clause that goes on from it."""
    end = words[-1].end
    for later in clauses:
        same = later.link == clause.link and later.host == clause.host
        if later.group.head > clause.group.head and same:
            end = min(end, _before(words, later.group.first))
            break
    fronted = clause.subject is not None and clause.subject.first > clause.group.head
    if clause.link == "relative" or fronted:
        commas = [word.start for word in words if word.kind == "comma" and word.start > start]
        end = min([end, *commas[:1]])
    there = [word for word in words if start <= word.start < end and word.kind != "complement"]
    return (there[0].start, end) if there else None


def _before(words: Sequence[Word], first: int) -> int:
    """Give where the words before a later clause end, without what joins it."""
    place = first - 1
    while place > 0 and words[place].kind in ("coordinate", "comma", "adverb", "mark"):
        place -= 1
    return words[place].end


def _behind_noun(
    words: Sequence[Word], clauses: Sequence[Clause], deed: Deed, grammar: Grammar
) -> Span | None:
    """Give what a noun says, behind "that", "to" or "about" ("X's threat to strike").

    What names only against whom it is ("against Y") is passed over where more follows.
    """
    begin = max(deed.verb[1], *(doer.span[1] for doer in deed.doers))
    behind = [place for place, word in enumerate(words) if word.start >= begin]
    openers = [place for place in behind[:_NEAR_NOUN] if _opens(words[place], grammar)]
    if not openers or openers[0] != behind[0]:
        return None
    place = openers[0]
    aimed = deed.target is not None and words[place].end + 1 == deed.target.span[0]
    later = [after for after in openers[1:] if deed.target and words[after].start > begin]
    if aimed and later and not any(words[at].kind == "verb" for at in range(place, later[0])):
        place = later[0]
    return _opened(words, clauses, place)


def _opens(word: Word, grammar: Grammar) -> bool:
    """Whether a word opens what a noun says."""
    return word.kind in ("infinitive", "complement") or word.text in grammar.about


def _opened(words: Sequence[Word], clauses: Sequence[Clause], place: int) -> Span | None:
    """Give the words an opener opens, up to the verb whose subject they are part of."""
    if place + 1 >= len(words):
        return None
    own = words[place].kind in ("infinitive", "complement")
    behind = [member for member in clauses if member.group.first > place]
    later = [member.group.first for member in behind[1 if own else 0 :]]
    stops = [n for n, member in enumerate(words) if n > place and member.kind in ("comma", "stop")]
    finite = [first for first in later if words[first - 1].kind != "infinitive"]
    stop = min([len(words), *finite[:1], *stops[:1]])
    first = place if words[place].text == "to" else place + 1
    return (words[first].start, words[stop - 1].end) if first < stop else None


def _numbered(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Give statements their numbers by where they stand, and keep what they are reported in."""
    ordered = sorted(statements, key=lambda member: (member.content, member.cue or member.content))
    names = {member.id: f"s{number}" for number, member in enumerate(ordered, 1) if member.id}
    return tuple(
        replace(member, id=f"s{number}", within=names.get(member.within or ""))
        for number, member in enumerate(ordered, 1)
    )
