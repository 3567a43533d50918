"""Hold each statement against its sentence: whoever the clause says spoke is who spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from satumeja.dossier._types import Statement
from satumeja.dossier.acts._modal import Sentenced, as_said
from satumeja.dossier.clauses import Clause, Deed, Named, Sentences, Word, doers_of
from satumeja.dossier.reading import People, lists, sentence_at
from satumeja.report import Report, Span

__all__ = ["Sentenced", "clause_at", "deed_of", "settled", "subject_span"]

_JOINED = 8  # what may stand between two halves of one list: ", and "
_OWN_WAYS = ("own", "relative", "shared")
_AMBIGUOUS = frozenset(("base", "third"))


def clause_at(report: Report, sentences: Sentences, place: int) -> Sentenced | None:
    """Give the clause whose verb, or a word of whose verb, stands at a place."""
    words, clauses = _sentence(report, sentences, place)
    for clause in clauses:
        first, head = words[clause.group.first], words[clause.group.head]
        if first.start <= place < head.end:
            return Sentenced(words, clauses, clause)
    return None


def _sentence(
    report: Report, sentences: Sentences, place: int
) -> tuple[Sequence[Word], Sequence[Clause]]:
    """Give the words and clauses of the sentence a place stands in."""
    sentence = report.sentences[sentence_at(report, place)]
    return sentences.of((sentence.start, sentence.end))


def deed_of(report: Report, sentences: Sentences, statement: Statement) -> Deed | None:
    """Give what the word of saying of a statement does by itself, and to whom."""
    if statement.cue is None:
        return None
    sentence = report.sentences[sentence_at(report, statement.cue[0])]
    for deed in sentences.deeds((sentence.start, sentence.end)):
        if deed.verb[0] <= statement.cue[0] < deed.verb[1]:
            return deed
    return None


def subject_span(spot: Sentenced) -> Span | None:
    """Give the words of the subject of a clause."""
    phrase = spot.clause.subject
    if phrase is None:
        return None
    return spot.words[phrase.first].start, spot.words[phrase.last].end


def settled(
    report: Report, people: People, sentences: Sentences, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Give the statements with the speakers their clauses have.

    Parameters
    ----------
    report : Report
        The report.
    people : People
        Everyone named in it.
    sentences : Sentences
        Its clauses.
    statements : sequence of Statement
        What is reported as said, by the shapes of its language.

    Returns
    -------
    tuple of Statement
        Those that are statements, in their order. Where the clause of the word of saying has
        another subject than the speaker, the subject speaks; where that is nobody known, the
        speaker is doubtful. What is no verb there ("disputes"), what only talks or a row could
        have said, and what is asked, hoped or supposed to be said is no statement.
    """
    kept: list[Statement] = []
    for statement in statements:
        item = _settled(report, people, sentences, statement)
        if item is not None:
            kept.append(item)
            continue
        if kept and _goes_on(kept[-1], statement):
            kept[-1] = replace(kept[-1], content=(kept[-1].content[0], statement.content[1]))
    outer = {item.id: item.content for item in kept}
    return tuple(
        item if _lies_in(item, outer.get(item.within or "")) else replace(item, within=None)
        for item in kept
    )


def _lies_in(statement: Statement, outer: Span | None) -> bool:
    """Whether a statement still stands in the words of the one it was reported in."""
    place = (statement.cue or statement.content)[0]
    return outer is not None and outer[0] <= place < outer[1]


def _goes_on(before: Statement, statement: Statement) -> bool:
    """Whether what was no statement is the rest of the one before ("differences and disputes")."""
    cue = statement.cue or statement.content
    return before.mode != "direct" and 0 <= cue[0] - before.content[1] <= _JOINED


def _settled(
    report: Report, people: People, sentences: Sentences, statement: Statement
) -> Statement | None:
    """Settle one statement; None where it is none."""
    if statement.cue is None:
        return statement
    inside = statement.content[0] <= statement.cue[0] < statement.content[1]
    if inside and statement.mode == "direct":  # a word in the quotation is no word of saying
        return replace(statement, cue=None, cue_kind="say")
    spot = clause_at(report, sentences, statement.cue[0])
    if spot is None:
        by_noun = statement.cue[0] in people.nouns  # "made an offer of" tells it by the noun
        return statement if by_noun or not _is_noun(report, sentences, statement) else None
    if _is_of_the_accused(report, statement):
        return statement
    if _says_nothing(report, sentences, spot, statement):
        return None
    heard = as_said(report, sentences, spot, statement)
    if heard is None:
        return None
    statement = heard
    statement = _trimmed(report, spot, statement)
    if spot.clause.way not in _OWN_WAYS or spot.clause.group.passive:
        return statement
    if _quoted_before(spot):
        return statement
    if _stands_in(spot, statement.speaker_span):
        return _confirmed(report, people, sentences, spot, statement)
    return _spoken(report, people, sentences, spot, statement)


def _is_of_the_accused(report: Report, statement: Statement) -> bool:
    """Whether words of an accusation only name who speaks ("Yang dituduh menjawab")."""
    if statement.speaker_span is None:
        return False
    words = report.text[slice(*statement.speaker_span)].lower()
    return words in lists(report.language, "speech")["pronouns"]["other"]


def _confirmed(
    report: Report,
    people: People,
    sentences: Sentences,
    spot: Sentenced,
    statement: Statement,
) -> Statement:
    """Take the doubt from a speaker whom the clause has as its subject, too."""
    if not statement.doubtful or statement.speaker is None or spot.clause.way != "own":
        return statement
    doers = doers_of(spot.words, spot.clauses, spot.clause, sentences.grammar, report.language)
    named = next((doer for doer in doers if doer.actor in people.actors), None)
    borne = named is not None and named.crowd is None
    if named is None or not borne or not _same_side(people, named, statement.speaker):
        return statement
    return replace(statement, doubtful=False)


def _spoken(
    report: Report,
    people: People,
    sentences: Sentences,
    spot: Sentenced,
    statement: Statement,
) -> Statement:
    """Give a statement to the subject of its clause."""
    doers = doers_of(spot.words, spot.clauses, spot.clause, sentences.grammar, report.language)
    named = next((item for item in doers if item.actor in people.actors), None)
    if named is None or named.crowd is not None:
        return _unsettled(report, spot, statement)
    if named.actor == statement.speaker or _same_side(people, named, statement.speaker):
        if _names_another(people, statement):
            return replace(statement, speaker_span=named.span)
        return statement
    return replace(
        statement,
        speaker=named.actor,
        speaker_span=named.span,
        content=_content(report, spot, statement),
        doubtful=False,
    )


def _names_another(people: People, statement: Statement) -> bool:
    """Whether the words taken for the speaker's name only others, who stand nearer."""
    places = range(*(statement.speaker_span or (0, 0)))
    named = {people.at[place] for place in places if place in people.at}
    return bool(named) and statement.speaker not in named


def _is_noun(report: Report, sentences: Sentences, statement: Statement) -> bool:
    """Whether a word of saying is a noun where it stands ("differences and disputes")."""
    if statement.cue is None or statement.mode == "direct":
        return False
    word = report.text[slice(*statement.cue)].lower()
    forms = sentences.grammar.forms.get(word)
    words, _ = _sentence(report, sentences, statement.cue[0])
    apart = report.text[statement.cue[0] - 2 : statement.cue[0] - 1] == ","  # an insertion ends
    there = not apart and any(
        item.start == statement.cue[0] and item.kind == "noun" for item in words
    )
    return there and forms is not None and bool(forms[0]) and forms[0] <= _AMBIGUOUS


def _says_nothing(
    report: Report, sentences: Sentences, spot: Sentenced, statement: Statement
) -> bool:
    """Whether nobody says anything: it is asked or hoped, or it is talks that "concluded"."""
    table = lists(report.language, "clauses")["empty"]
    first = spot.clause.group.first
    if statement.mode == "direct" or (first and spot.words[first - 1].text in table["quoting"]):
        return False
    words = report.text[slice(*statement.content)]
    if re.match(table["said"], words, re.IGNORECASE) or _is_phrase(spot, words, sentences):
        return True
    return _is_only_thought(spot, sentences) or _is_inert(spot, table["subjects"])


def _is_only_thought(spot: Sentenced, sentences: Sentences) -> bool:
    """Whether a clause is asked, hoped or supposed, or what a denial or a plan is about."""
    clause = spot.clause
    if clause.link in ("infinitive", "gerund") and clause.host is not None:
        host = spot.words[spot.clauses[clause.host].group.head]
        first = clause.group.first
        apart = first > 0 and spot.words[first - 1].kind == "comma"
        return host.base in sentences.grammar.unreal and not apart
    governed = clause.way == "own" and clause.link in ("complement", "condition", "main")
    return governed and clause.unreal


def _is_inert(spot: Sentenced, inert: Sequence[str]) -> bool:
    """Whether the subject is nothing that could say anything: talks, a row."""
    phrase = spot.clause.subject
    if phrase is None or spot.clause.way == "inverted" or spot.clause.group.passive:
        return False
    for word in spot.words[phrase.first : phrase.last + 1]:
        if word.kind in ("party", "pronoun", "preposition"):
            return False
        if word.kind == "noun" and word.text in inert:
            return True
    return False


def _is_phrase(spot: Sentenced, content: str, sentences: Sentences) -> bool:
    """Whether a verb has another meaning with the first of the words ("called off")."""
    first = content.split(maxsplit=1)[:1]
    verb = spot.words[spot.clause.group.head]
    phrases = sentences.grammar.frames.get(verb.base, ())
    return any(
        rest and [rest[0]] == first and frame.kind in ("refuse", "protest", "retreat")
        for rest, frame in phrases
    )


def _trimmed(report: Report, spot: Sentenced, statement: Statement) -> Statement:
    """Cut what was said to its clause where that is told of a noun before or after it."""
    clause, words = spot.clause, spot.words
    subject = clause.subject
    if clause.way == "fronted" and subject is not None and statement.mode != "direct":
        end = words[subject.first - 1].start  # the comma before who is accused
        start = statement.content[0]
        return replace(statement, content=(start, end)) if start < end else statement
    if clause.link != "relative" or statement.mode == "direct" or clause.group.passive:
        return statement
    objects = clause.objects
    before = objects is not None and objects.last < clause.group.first
    named = objects is not None and words[objects.first].kind != "pronoun"
    if objects is not None and before and named and statement.cue_kind not in ("say", "claim"):
        return replace(statement, content=(words[objects.first].start, words[objects.last].end))
    later = [item.group.first for item in spot.clauses if item.group.head > clause.group.head]
    commas = [word.start for word in words[clause.group.head :] if word.kind == "comma"]
    if commas and later and statement.content[0] < commas[0] < statement.content[1]:
        return replace(statement, content=(statement.content[0], commas[0]))
    return statement


def _same_side(people: People, named: Named, speaker: str | None) -> bool:
    """Whether a speaker belongs to the party that is the subject, or the other way round."""
    if speaker is None or named.actor is None:
        return False
    states = {people.actors[item].state or item for item in (speaker, named.actor)}
    return len(states) == 1


def _quoted_before(spot: Sentenced) -> bool:
    """Whether a quotation stands right before a verb, whose speaker may then follow."""
    first = spot.clause.group.first
    return first > 0 and spot.words[first - 1].kind == "quote"


def _stands_in(spot: Sentenced, span: Span | None) -> bool:
    """Whether the words of a speaker stand in the subject as its head, or as its apposition."""
    own = subject_span(spot)
    phrase = spot.clause.subject
    if span is None or own is None or phrase is None or not own[0] <= span[0] < own[1]:
        return False
    inserted = [spot.words[first : last + 1] for first, last in phrase.inserted]
    described = any(words and words[0].kind == "relative" for words in inserted)
    # Inside an insertion only what it begins with is named ("X, owned by Y, ...").
    behind = any(words[0].start < span[0] < words[-1].end for words in inserted if words)
    return not (described or behind) and not any(
        word.kind == "verb" for word in spot.words[phrase.first : phrase.last + 1]
    )


def _unsettled(report: Report, spot: Sentenced, statement: Statement) -> Statement:
    """Doubt a speaker who is named behind the verb, and so is no subject of it."""
    span = statement.speaker_span
    head = spot.words[spot.clause.group.head]
    if span is None:
        return statement
    if span[0] < head.start:
        own = subject_span(spot)
        beside = own is not None and own[0] <= span[0] < own[1]
        return replace(statement, doubtful=True) if beside else statement
    return replace(
        statement,
        speaker=None,
        speaker_span=subject_span(spot),
        content=_content(report, spot, statement),
        doubtful=True,
    )


def _content(report: Report, spot: Sentenced, statement: Statement) -> Span:
    """Give what was said: what stands behind the verb, where the words before it were taken."""
    head = spot.words[spot.clause.group.head]
    if statement.content[0] >= head.end or statement.mode == "direct":
        return statement.content
    end = spot.words[-1].end
    for later in spot.clauses:
        if later.group.head > spot.clause.group.head and later.link == spot.clause.link:
            end = spot.words[max(0, later.group.first - 1)].start
            break
    words = report.text[head.end : end]
    start = head.end + len(words) - len(words.lstrip(" ,:"))
    stop = start + len(report.text[start:end].rstrip(" ,;:.!?"))
    return (start, stop) if start < stop else statement.content
