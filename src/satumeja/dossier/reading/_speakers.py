"""Who each speaker is: named, meant by a pronoun, or left out."""

from __future__ import annotations

import re
from bisect import bisect_left

from satumeja.dossier._types import Mention
from satumeja.dossier.reading._antecedents import Spoken
from satumeja.dossier.reading._finds import Find, Work, sentence_at, slots_of
from satumeja.dossier.reading._gazetteer import lists
from satumeja.dossier.reading._mask import CUES, SYMBOLS, compile_shape, painted_runs
from satumeja.dossier.reading._unnamed import (
    bearer,
    is_document,
    is_of_a_thing,
    is_owner,
    is_we,
    issuer,
    office_holder,
    points_back,
)
from satumeja.report import Span

__all__ = ["resolve_speakers"]

_PRONOUN = SYMBOLS["pronoun"]
_APPOSED = re.compile(rf"[^,.;:“”\"\n{CUES}]{{0,80}}")
_DESCRIBED = re.compile(rf"(?: \(\d+\))?, [^.,;:“”\"\n{_PRONOUN}{CUES}]{{3,100}}\.?\s*")
_BY_WAY = "(?:melalui|lewat|through|via) (?:[a-z]+ ){0,3}"
_STYLE = r"(?:(?:Ibu|Bapak|Pak|Bu|Sdr|Haji|Hj|H|KH|Dr|Prof|Ir|Mr|Mrs|Ms)\.? )?"
_APPOSITION = re.compile(
    rf"(?: [a-z]+){{0,3}}, (?:{_BY_WAY})?{_STYLE}|(?: [a-z]+){{0,3}} {_BY_WAY}{_STYLE}"
)
_NAME_GOES_ON = r"(?: (?:of|for|on|and|the|[A-Z][\w’'-]*|\([A-Z][\w ]*\)))*"
_FOREIGN_BODY = re.compile(
    rf" (?:of|for|on) [A-Z]\w*{_NAME_GOES_ON} | and [A-Z]\w*{_NAME_GOES_ON} \([A-Z][\w ]*\) "
)
_POSSESSIVE = re.compile(r"(?:'s|’s|'|’)\s\Z")
_BEHIND = 80
_DEMANDED = ("reject", "agree")


def resolve_speakers(work: Work) -> None:
    """Say who each speaker is: the actor named, or whom a pronoun means."""
    work.finds.sort(key=lambda f: (f.cue or f.content, f.order))
    shapes = lists(work.report.language, "speech")["shape"]
    previous: Find | None = None
    spoken = Spoken(work)
    # A find may be one inside another, or go on from one: those of a sentence are near.
    work.near.clear()
    for find in work.finds:
        work.near.setdefault(find.where, []).append(find)
    for find in work.finds:
        elided = shapes[find.order].get("elided", False)
        if elided and previous and _goes_on_asking(work, previous, find):
            previous.content = (previous.content[0], find.content[1])
            continue
        if shapes[find.order].get("listed", False):
            _take_list(work, find, previous)
        elif elided:
            _take_subject(work, find, previous, spoken)
        else:
            subject = _object_of(work, find)
            outer = _outermost(work, find)
            own = outer.speaker if outer is not find and not _is_body(work, find) else None
            _name_speaker(work, find, own or _introduced(work, find) or spoken.meant(find))
            if subject is not None:
                find.speaker, find.doubtful = subject.speaker, subject.doubtful
            find.speaker = find.speaker or spoken.by_noun(find)
        if not _is_nested(work, find):
            spoken.note(find)
        previous = find
    # What is neither spoken nor anybody's is no statement.
    work.finds = [
        find
        for find in work.finds
        if (find.speaker or find.speaker_span or find.direct)
        and not _is_asked(work, find)
        and not _is_of_himself(work, find)
        and not _is_mentioned(work, find)
        and not is_of_a_thing(work, find)
        and not _is_readiness(work, find)
    ]


def _introduced(work: Work, found: Find) -> str | None:
    """Say whom the sentence before a quotation introduces at its end ("by A B, a cook.")."""
    index = sentence_at(work.report, found.content[0]) - 1
    if not found.direct or found.speaker_span or index < 0 or index in work.near:
        return None
    sentence = work.report.sentences[index]
    named = _persons_in(work, sentence.start, sentence.end)
    if len(named) != 1 or not _DESCRIBED.fullmatch(work.said, named[0].end, sentence.end):
        return None
    first = work.people.actors[named[0].actor].mentions[0]
    goes_on = _PRONOUN in work.said[sentence.start : first.start]
    return None if goes_on or first.start < sentence.start else first.actor


def _goes_on_asking(work: Work, previous: Find, found: Find) -> bool:
    """Whether "and refuse ..." is still what the demand before it asks for."""
    demanded = previous.kind == "demand" and previous.where == found.where
    form = lists(work.report.language, "speech")["demands"]["continued_by"]
    word = work.report.text[slice(*(found.cue or found.content))]
    return (
        demanded
        and re.search(form, word) is not None
        and found.kind in _DEMANDED
        and found.content[0] > previous.content[0]
    )


def _is_asked(work: Work, found: Find) -> bool:
    """Whether a clause is what a demand asks for, and so nothing anybody said yet."""
    cue = found.cue
    return cue is not None and any(
        other.kind == "demand" and other.content[0] <= cue[0] < other.content[1]
        for other in work.near[found.where]
        if other is not found and not other.direct
    )


def _object_of(work: Work, found: Find) -> Find | None:
    """Give the find before whose object names who seems to speak ("rejected X's plan, urged")."""
    if found.speaker_span is None or found.cue is None:
        return None
    place = found.speaker_span[0]
    between = work.report.text[found.speaker_span[1] : found.cue[0]]
    if re.search(lists(work.report.language, "speech")["pronouns"]["relative"], between):
        return None
    for other in work.near[found.where]:
        if other is found or other.cue is None or other.direct or other.cue[0] >= place:
            continue
        if other.content[0] <= place < other.content[1] <= found.cue[0] and other.speaker:
            return other
    return None


def _is_body(work: Work, found: Find) -> bool:
    """Whether a pronoun means a body and no person ("it")."""
    bodies = lists(work.report.language, "speech")["pronouns"]["body"]
    start, end = found.speaker_span or (0, 0)
    return work.report.text[start:end].lower() in bodies


def _is_of_himself(work: Work, found: Find) -> bool:
    """Whether somebody says it of himself in what he says ("Algeria said it opposed ...")."""
    outer = _outermost(work, found)
    own = outer is not found and outer.kind == "say" and outer.speaker == found.speaker
    return own and found.speaker is not None and not outer.direct and not found.direct


def _is_mentioned(work: Work, found: Find) -> bool:
    """Whether somebody only mentions in his words what another demands ("X's demand for")."""
    cue = found.cue
    return (
        cue is not None
        and work.cues[cue[0]][1].form == "noun"
        and any(
            # What stands before its verb is told of by itself ("X's claim that ... was denied").
            other.content[0] <= cue[0] < other.content[1] and not _is_subject(other)
            for other in work.near[found.where]
            if other is not found
        )
    )


def _is_subject(found: Find) -> bool:
    """Whether what is denied or accepted is the subject of its word of saying."""
    return found.cue is not None and found.content[1] <= found.cue[0]


def _is_readiness(work: Work, found: Find) -> bool:
    """Whether what one is ready for is only part of what was said ("he said Peru was ready")."""
    ready = lists(work.report.language, "speech")["nothing"]["ready"]
    word = work.report.text[slice(*found.cue)].lower() if found.cue else ""
    return word in ready and _is_nested(work, found)


def _is_nested(work: Work, found: Find) -> bool:
    """Whether a statement stands inside the content of another, or is a document's."""
    cue = found.cue or found.content
    return any(
        other is not found and other.content[0] <= cue[0] < other.content[1]
        for other in work.near[found.where]
    )


def _name_speaker(work: Work, found: Find, last: str | None) -> None:
    """Resolve a speaker that is named, a pronoun, an office, or in the cue itself."""
    if found.speaker_span is None:
        found.speaker, found.doubtful = last, last is None
        return
    found.speaker_span = start, end = _head_of(work, found.speaker_span, found.cue)
    places = [place for place in range(start, end) if place in work.people.at]
    if places and found.doubtful and _is_of_a_person(work, start, places[0]):
        return
    person = _named_last(work, start, end, found.cue) if places else None
    if places and found.doubtful and not person and _is_of_nobody(work, start, places[0]):
        return
    if places and _stands_behind(work, start, found.cue, places[0]):
        found.doubtful = True
    elif places:
        found.speaker = person or work.people.at[places[0]]
        found.doubtful = found.doubtful and not (person or _begins(work, start, places[0]))
    elif is_we(work, start, end):
        found.speaker, found.doubtful = issuer(work, start, end), True
    elif (
        _PRONOUN in work.said[start:end]
        or is_owner(work, start, end)
        or points_back(work, start, end)
    ):
        found.speaker, found.doubtful = last, last is None
    else:
        holder = office_holder(work, start, end) or bearer(work, start, end)
        spoken = last if is_document(work, start, end) else None
        found.speaker, found.doubtful = holder or spoken, True


def _named_last(work: Work, start: int, end: int, cue: Span | None) -> str | None:
    """Give the person behind a body of his ("committee convener A B said")."""
    named = _persons_in(work, start, end)
    if not named or cue is None or cue[0] < start or named[-1].end != end:
        return None
    belongs = lists(work.report.language, "actors")["names"]["belongs"]
    between = _POSSESSIVE.sub("", work.report.text[start : named[-1].start])
    return named[-1].actor if belongs and not re.search(belongs, between) else None


def _begins(work: Work, start: int, place: int) -> bool:
    """Whether words begin with the party they name ("Residents of the island")."""
    actor = work.people.actors[work.people.at[place]]
    before = work.report.text[start:place].lower().strip()
    articles = lists(work.report.language, "parties")["words"]["articles"]
    return actor.kind in ("group", "organisation") and (not before or before in articles)


def _head_of(work: Work, speaker: Span, cue: Span | None) -> Span:
    """Give who speaks where the words before the cue name another person with him.

    That is whom an apposition is to ("A, counsel of C and B, said"), and the person named
    after a body whose name goes on in English ("Direktur Center of Reform B mengatakan").
    """
    text = work.report.text
    if cue is None or cue[0] < speaker[1]:
        return _named_behind(work, speaker) or speaker
    named = _persons_in(work, speaker[1], cue[0])
    apposed = named and _APPOSITION.fullmatch(text, speaker[1], named[0].start)
    if apposed and text[named[0].end : named[0].end + 1] == "," and not _is_person(work, speaker):
        return named[0].start, named[0].end
    before = _person_by(
        work, work.report.sentences[sentence_at(work.report, speaker[0])].start, speaker[0]
    )
    behind = before is not None and text[speaker[1] : speaker[1] + 1] == ","
    if (
        before
        and behind
        and "," in text[before.start : before.end]
        and _APPOSED.fullmatch(work.said, before.end, speaker[0])
    ):
        return before.start, before.end
    after = _person_by(work, speaker[1], cue[0])
    if after and _FOREIGN_BODY.fullmatch(text, speaker[1], after.start):
        return after.start, after.end
    return speaker


def _named_behind(work: Work, speaker: Span) -> Span | None:
    """Give the person in apposition to a body or people ("said a miner of Oru, A B, ...")."""
    named = _persons_in(work, speaker[1], min(speaker[1] + _BEHIND, len(work.said)))
    first = named[0] if named else None
    if first is None or _is_person(work, speaker):
        return None
    joined = lists(work.report.language, "speech")["pronouns"]["apposed"]
    closed = work.report.text[first.end : first.end + 1] in ("", ".", ",", ";", "\n")
    between = work.report.text[speaker[1] : first.start]
    return (first.start, first.end) if closed and re.fullmatch(joined, between) else None


def _is_person(work: Work, span: Span) -> bool:
    """Whether words begin with the name of a person."""
    actor = work.people.at.get(span[0])
    return actor is not None and work.people.actors[actor].kind == "person"


def _person_by(work: Work, start: int, end: int) -> Mention | None:
    """Give the last person named between two places."""
    within = [mention for mention in _persons_in(work, start, end) if mention.end <= end]
    return within[-1] if within else None


def _persons_in(work: Work, start: int, end: int) -> list[Mention]:
    """Give the mentions of persons that begin between two places."""
    mentions = work.people.mentions
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    stop = bisect_left(mentions, end, key=lambda mention: mention.start)
    actors = work.people.actors
    between = mentions[first:stop]
    return [mention for mention in between if actors[mention.actor].kind == "person"]


def _is_of_a_person(work: Work, start: int, place: int) -> bool:
    """Whether somebody is named by whose he is ("an aide to Biden", not "navy envoy Biden")."""
    if place <= start + 1 or work.people.actors[work.people.at[place]].kind != "person":
        return False
    belongs = lists(work.report.language, "actors")["names"]["belongs"]
    return re.search(belongs, work.report.text[start:place]) is not None


def _is_of_nobody(work: Work, start: int, place: int) -> bool:
    """Whether one without a name speaks, and only something of his is named ("two sources at")."""
    people = lists(work.report.language, "speech")["unnamed"]["people"]
    return any(word in people for word in work.report.text[start:place].lower().split())


def _stands_behind(work: Work, start: int, cue: Span | None, place: int) -> bool:
    """Whether who is named before a cue is only whom the speaker serves ("an aide to Biden").

    A lawyer or a spokesman of a body speaks for it.
    """
    table = lists(work.report.language, "actors")
    behind = table["names"]["behind"]
    if not behind or cue is None or cue[0] < start:
        return False
    sentence = work.report.sentences[sentence_at(work.report, start)]
    serves = re.search(rf"{behind}\Z", work.report.text[sentence.start : start])
    if serves is None or work.people.actors[work.people.at[place]].kind == "person":
        return serves is not None
    return not any(word in table["offices"]["voices"] for word in serves.group().lower().split())


def _take_list(work: Work, found: Find, previous: Find | None) -> None:
    """Give what a list goes on with ("Second, rejected ...") to who began it."""
    found.speaker = previous.speaker if previous else issuer(work, found.content[0])
    found.doubtful = previous.doubtful if previous else found.speaker is None


def _take_subject(work: Work, found: Find, previous: Find | None, spoken: Spoken) -> None:
    """Give an elided subject: that of the clause before, or what the sentence begins with."""
    if previous and previous.where == found.where and (previous.speaker or previous.speaker_span):
        subject = _outermost(work, previous)
        found.speaker, found.speaker_span = subject.speaker, subject.speaker_span
        found.doubtful = subject.doubtful
        return
    bounds = work.report.sentences[found.where]
    slots = slots_of(work.report.language)
    lead = compile_shape("<lead_in>", slots).match(work.said, bounds.start, bounds.end)
    begin = lead.end() if lead else bounds.start
    opener = compile_shape("<opener>", slots)
    for place in range(begin, (found.cue or found.content)[0]):
        opens = place in work.people.at or work.said[place] == _PRONOUN
        opens = opens and opener.fullmatch(work.said, begin, place) is not None
        if opens and place not in work.people.at:
            pronoun = painted_runs(work.said, "pronoun", place, bounds.end)[0]
            found.speaker_span = place, place + pronoun[1]
            found.speaker = spoken.meant(found)
            found.doubtful = found.speaker is None
            return
        if place in work.people.at:
            found.speaker, found.doubtful = work.people.at[place], not opens
            return


def _outermost(work: Work, found: Find) -> Find:
    """Give the statement that another one of the same sentence is reported in."""
    cue = found.cue or found.content
    for other in work.near[found.where]:
        if other is not found and other.content[0] <= cue[0] < other.content[1]:
            return other
    return found
