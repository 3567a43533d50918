"""Find what a report tells that somebody did, by the verbs of ``acts.toml``."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from satumeja.dossier._types import Act, Actor, Mention
from satumeja.dossier.acts._clausal import (
    heads_nobody,
    is_one_of_a_trade,
    is_told_plainly,
    qualifies,
    sufferer_of,
)
from satumeja.dossier.acts._roles import Sentenced, clause_at, subject_span
from satumeja.dossier.acts._work import (
    ActWork,
    is_conditional,
    is_own,
    is_supposed,
    issues_in,
    side_of,
    statement_over,
    tempered,
)
from satumeja.dossier.clauses import Named, doers_of
from satumeja.dossier.reading import SYMBOLS, compile_shape, lists, sentence_at, slug
from satumeja.report import Sentence, Span
from satumeja.report.kit import word_choice

__all__ = ["drawn_group", "event_acts", "group_named", "named_side"]

_LONGEST_SENTENCE = 1500
_ENDINGS = ("ed", "ing", "ies", "strikes", "strike", "explosion", "out", "dead")
_LONGEST_PREFIX = 260
_REACH_OF_TARGET = 70
# What the report tells of by words that may mean less: "complained", "backed", "will open".
_LOOSE = ("accuse", "support", "agree", "aid", "investigate", "threaten")
_CHARGES = ("accuse", "criticise", "deny")
_WILLED = ("agree", "promise")
_AGREED = r"agree|consent|promis|pledg|vow"
_HARM = ("assault", "use_force", "mobilise", "sanction", "threaten")
_PLAIN = ("say", "claim", "describe")  # in an accusation or a denial nothing is told as done
_SAME = dict.fromkeys(("agree", "agree_to_talk", "meet", "offer", "promise"), "talk")


@dataclass(frozen=True)
class _Event:
    """One kind of event: its verbs, and what it is where it is still to come."""

    kind: str
    ahead: str | None
    verbs: re.Pattern[str]
    passive: re.Pattern[str] | None
    coming: re.Pattern[str] | None


@dataclass(frozen=True)
class _Grammar:
    """How a language's events stand in their clause."""

    events: tuple[_Event, ...]
    done: re.Pattern[str]
    future: re.Pattern[str]
    unless: re.Pattern[str]
    passive_before: re.Pattern[str]
    pronoun: re.Pattern[str]
    doer: re.Pattern[str]
    apart: re.Pattern[str]
    alone: re.Pattern[str]


@cache
def _grammar(language: str) -> _Grammar:
    """Compile the events of a language."""
    table = lists(language, "acts")
    shapes = table["events"]
    groups = lists(language, "actors")["groups"]
    events = tuple(
        _Event(
            event["kind"],
            event.get("ahead"),
            re.compile(rf"(?<![\w-]){event['verbs']}", re.IGNORECASE),
            re.compile(rf"(?<![\w-]){event['passive']}\b") if "passive" in event else None,
            re.compile(rf"(?<![\w-]){_bare(event['verbs'], shapes['bare'])}", re.IGNORECASE)
            if "ahead" in event
            else None,
        )
        for event in table["event"]
    )
    return _Grammar(
        events,
        compile_shape(f"{shapes['subject']}{shapes['aux']}\\Z"),
        compile_shape(f"{shapes['subject']}{shapes['future']}\\Z"),
        re.compile(shapes["unless"]),
        re.compile(shapes["passive_before"]),
        re.compile(shapes["pronoun"]),
        compile_shape(shapes["doer"]),
        re.compile(rf"\b{word_choice(groups['apart'])}\b", re.IGNORECASE),
        re.compile(rf"\b{word_choice(groups['alone'])}\b", re.IGNORECASE),
    )


def _bare(verbs: str, endings: Sequence[str]) -> str:
    """Give verbs in the form they have after "will"."""
    past, bare = endings
    return verbs.replace(past, bare) if past else verbs


def event_acts(work: ActWork, first: Mapping[str, str]) -> None:
    """Add the events told in each sentence, outside quotations and conditions.

    Parameters
    ----------
    work : ActWork
        The report, with the acts found so far.
    first : mapping
        What each statement does first of all: what is done in an accusation is its content.

    Notes
    -----
    A verb counts where a subject that names a known actor or a group stands before it;
    a will is an agreement or a threat. What another finder already took is left to it.
    """
    mask = work.people.mask.text()
    kept = SYMBOLS["actor"] + SYMBOLS["date"]
    shown = "".join(
        seen if seen in kept else said for seen, said in zip(mask, work.report.text, strict=True)
    )
    taken = {_key(work, act) for act in work.acts}
    for sentence in work.report.sentences:
        if sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        for act, verb in _in_sentence(work, shown, sentence):
            key = _key(work, act)
            if key in taken or _is_only_charged(work, act, verb, first):
                continue
            taken.add(key)
            work.acts.append(act)
            work.verbs.update(range(*verb))


def _is_only_charged(work: ActWork, act: Act, verb: Span, first: Mapping[str, str]) -> bool:
    """Whether an act is what somebody accuses its actor of, or says that he had agreed to."""
    if act.statement is None or is_own(work, act.statement, act.actor):
        return False
    if act.kind in _WILLED:
        return re.match(_AGREED, work.report.text[slice(*verb)], re.IGNORECASE) is not None
    return act.kind in _HARM and first.get(act.statement) in _CHARGES


def _key(work: ActWork, act: Act) -> tuple[str, str, int]:
    """Give what tells an act from others of its sentence: what kind, and by whom."""
    return _SAME.get(act.kind, act.kind), act.actor, sentence_at(work.report, act.span[0])


def _in_sentence(work: ActWork, shown: str, sentence: Sentence) -> Iterator[tuple[Act, Span]]:
    """Give the acts of one sentence, each with the words of its verb."""
    grammar = _grammar(work.report.language)
    places = _verb_places(work, sentence)

    def uses(verbs: re.Pattern[str]) -> Iterator[re.Match[str]]:
        for place in places:
            match = verbs.match(shown, place, sentence.end)
            if match is not None:
                yield match

    for event in grammar.events:
        for verbs, before, kind in (
            (event.verbs, grammar.done, event.kind),
            (event.coming, grammar.future, event.ahead),
        ):
            if verbs is None or kind is None:
                continue
            for match in uses(verbs):
                for act in _active(work, shown, sentence, match, before, kind):
                    yield act, match.span()
        for match in uses(event.passive) if event.passive else ():
            yield from _suffered(work, shown, sentence, match, event.kind)


def _verb_places(work: ActWork, sentence: Sentence) -> list[int]:
    """Give where a sentence may tell an event: its verbs, and what ends as one, unquoted."""
    quotations = work.report.quotations
    first = bisect_left(quotations, (sentence.start,))
    quoted = quotations[first : bisect_left(quotations, (sentence.end,))]
    words, _ = work.sentences.of((sentence.start, sentence.end))
    return [
        word.start
        for word in words
        if (word.forms or word.kind in ("be", "have") or word.text.endswith(_ENDINGS))
        and not any(start <= word.start < end for start, end in quoted)
    ]


def _suffered(
    work: ActWork, shown: str, sentence: Sentence, match: re.Match[str], kind: str
) -> Iterator[tuple[Act, Span]]:
    """Make the act of a passive verb, by the one named behind it."""
    doer = _grammar(work.report.language).doer.match(shown, match.end(), sentence.end)
    spot = clause_at(work.report, work.sentences, match.start())
    unreal = spot is not None and (spot.clause.unreal or spot.clause.group.negated)
    if doer and not unreal:
        sufferer = sufferer_of(work, match.start())
        for act in _made(work, kind, doer.span("subject"), match.span(), sentence):
            aimed = act.target or (sufferer if sufferer != act.actor else None)
            yield replace(act, target=aimed), match.span()


def _active(
    work: ActWork,
    shown: str,
    sentence: Sentence,
    match: re.Match[str],
    before: re.Pattern[str],
    kind: str,
) -> Iterator[Act]:
    """Make the act of a verb with its subject before it."""
    grammar = _grammar(work.report.language)
    begin = max(sentence.start, match.start() - _LONGEST_PREFIX)
    prefix = shown[begin : match.start()]
    passive = grammar.passive_before.search(prefix) is not None
    if (passive and not match.group().split()[0].endswith("ing")) or grammar.unless.search(prefix):
        return
    found = before.search(prefix)
    if found is None:
        return
    start, end = (begin + place for place in found.span("subject"))
    cues = [work.people.cues[place][0] for place in range(start, end) if place in work.people.cues]
    subject = max([start, *cues]), end
    clause = clause_at(work.report, work.sentences, match.start())
    no_verb = work.sentences.grammar.prefixed  # every event is a verb by its prefix
    if clause is None and (no_verb or qualifies(work, sentence, match.start())):
        return
    if is_told_plainly(work, sentence, match.start()):
        return
    if clause is None:
        yield from _made(work, kind, subject, match.span(), sentence)
    elif _is_untold(clause, ahead=no_verb and before is grammar.done):
        return
    elif not clause.clause.unreal and not clause.clause.group.negated:
        own = subject_span(clause)
        actor = _by_clause(work, clause)
        apart = own is None or not (own[0] < end and subject[0] < own[1])
        if actor is None and not apart and heads_nobody(work, clause):
            return
        if own is not None and (apart or actor) and own[1] <= match.start():
            subject = own
        yield from _made(
            work, kind, subject, match.span(), sentence, actor=actor, doubtful=apart and not actor
        )


def _is_untold(spot: Sentenced, *, ahead: bool) -> bool:
    """Whether a clause has nobody who does it, or (`ahead`) tells what is still to come."""
    clause = spot.clause
    nobody = clause.way == "none" and clause.link == "adverbial"
    return nobody or (ahead and clause.mood == "ahead")


def _by_clause(work: ActWork, clause: Sentenced) -> str | None:
    """Give the side, or the crowd, that is the subject of a clause."""
    doers = doers_of(
        clause.words, clause.clauses, clause.clause, work.sentences.grammar, work.report.language
    )
    for doer in doers:
        side = side_of(work.people, doer.actor) if doer.actor in work.people.actors else None
        if doer.crowd is not None:
            return drawn_group(work, side, doer.span, doer.crowd)
        if side is not None:
            return side
    return None


def _made(
    work: ActWork,
    kind: str,
    subject: Span,
    verb: Span,
    sentence: Sentence,
    *,
    actor: str | None = None,
    doubtful: bool = False,
) -> Iterator[Act]:
    """Make an act, unless nobody known does it or it is only supposed."""
    words = work.report.text[slice(*subject)]
    start = subject[1] - len(words.lstrip())
    if is_supposed(work, verb[0]) or (kind == "agree" and is_conditional(work, verb[0])):
        return
    meant = actor is None
    actor = actor or _doer(work, (start, subject[1]))
    if actor is None:
        return
    target, end = _target(work, actor, verb, sentence)
    begin, end = min(start, verb[0]), max(end, verb[1], subject[1])
    span = (begin, begin + len(work.report.text[begin:end].rstrip(" ,;:")))
    issues = issues_in(work.report.language, kind, work.report.text[verb[0] : span[1]])
    statement = statement_over(work, span)
    if statement and _cue_kind(work, statement) not in _PLAIN:
        return
    hearsay = meant or statement is None or not is_own(work, statement, actor)
    yield Act(
        *("", tempered(work, kind, actor), actor, None, target, statement, span),
        issues[0] if issues else None,
        doubtful=doubtful or kind in _LOOSE or (statement is not None and hearsay),
    )


def _cue_kind(work: ActWork, statement: str) -> str:
    """Give what the cue of a statement claims."""
    return work.by_id[statement].cue_kind


def _doer(work: ActWork, subject: Span) -> str | None:
    """Say who a subject is: a named side, a group that is no part of one, or who speaks."""
    grammar, text = _grammar(work.report.language), work.report.text
    named = [one for one in work.mentions.within(*subject) if one.role != "place"]
    side = side_of(work.people, named[0].actor) if named else None
    if named and work.people.actors[named[0].actor].kind == "group":
        return side
    group = grammar.apart.search(text, *subject)
    if group is None and side is None:
        speaker = _meant(work, subject)
        if speaker is not None:
            return speaker
        group = grammar.alone.search(text, *subject)
    if group is None:
        return side
    begin = named[0].start if named and named[0].start < group.start() else group.start()
    return drawn_group(work, side, (begin, group.end()), group.group())


def drawn_group(work: ActWork, side: str | None, span: Span, noun: str) -> str:
    """Give the identifier of a group, drawn up where it is new."""
    identifier = "_".join(part for part in (side, slug(noun)) if part)
    if identifier not in work.people.actors:
        name = " ".join(work.report.text[slice(*span)].split())
        mention = Mention(*span, identifier, "actor")
        work.people.actors[identifier] = Actor(identifier, "group", name, (mention,))
    return identifier


def named_side(work: ActWork, named: Named) -> str | None:
    """Give the decision maker that words name; None where they name nobody known."""
    if named.crowd is not None:
        side = side_of(work.people, named.actor) if named.actor in work.people.actors else None
        if is_one_of_a_trade(work, named):
            return side  # "the teacher Rina", who is no group
        return drawn_group(work, side, named.span, named.crowd)
    if named.actor is None or named.actor not in work.people.actors:
        return None
    return side_of(work.people, named.actor)


def group_named(work: ActWork, span: Span) -> str | None:
    """Give the group that speaks where nobody known does ("rebels in the north")."""
    found = _grammar(work.report.language).apart.search(work.report.text, *span)
    return drawn_group(work, None, found.span(), found.group()) if found else None


def _meant(work: ActWork, subject: Span) -> str | None:
    """Give who a pronoun in what somebody said means: the one who said it."""
    if not _grammar(work.report.language).pronoun.search(work.report.text, *subject):
        return None
    over = statement_over(work, (subject[0], subject[0] + 1))
    statement = work.by_id.get(over or "")
    if statement is None:
        return None
    if statement.speaker is not None:
        return side_of(work.people, statement.speaker)
    return group_named(work, statement.speaker_span) if statement.speaker_span else None


def _target(work: ActWork, actor: str, verb: Span, sentence: Sentence) -> tuple[str | None, int]:
    """Find towards whom, and where that ends: by the clause, else the first side named behind."""
    for deed in work.sentences.deeds((sentence.start, sentence.end)):
        if deed.verb[0] < verb[1] and verb[0] < deed.verb[1] and deed.target is not None:
            side = named_side(work, deed.target)
            if side is not None and side != actor:
                return side, deed.target.span[1]
    place = verb[1]
    stop = min(sentence.end, place + _REACH_OF_TARGET)
    pause = re.search(r"[;:.]", work.report.text[place:stop])
    stop = place + pause.start() if pause else stop
    for mention in work.mentions.within(place, stop):
        side = side_of(work.people, mention.actor)
        if side != actor and mention.role != "place":
            return side, mention.end
    return None, place
