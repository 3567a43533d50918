"""Find who is named in a report: states, organisations, institutions and persons."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping

from satumeja.dossier._types import Actor, Mention
from satumeja.dossier.reading._finds import sentence_at
from satumeja.dossier.reading._gazetteer import (
    Known,
    institutions,
    known_actors,
    lists,
    national_offices,
    organisation_nouns,
    state_names,
)
from satumeja.dossier.reading._lexicon import tokens_of
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.dossier.reading._nouns import nouns_of
from satumeja.dossier.reading._paint import People, Scan, begin, finish
from satumeja.dossier.reading._party_paint import name_parties, paint_parties
from satumeja.dossier.reading._persons import Person
from satumeja.dossier.reading._starts import Starts
from satumeja.report import Report, Span
from satumeja.report.kit import word_choice

__all__ = ["find_actors"]

_REACH_OF_ITS = 40
_REACH_OF_OWNER = 400


def find_actors(report: Report) -> People:
    """Find everyone named in the sentences of a report.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    People
        The painted text with its actors, their mentions and the words of saying.

    Notes
    -----
    Lists first (states, organisations, offices), then capitalised names; a name is a
    person where it carries an office or speaks, by the forms of ``actors.toml``.
    """
    scan, tokens = begin(report)
    parties = paint_parties(scan, tokens)
    finish(scan, tokens, [span for span, party, _ in parties if not party.open_end])
    name_parties(scan, tokens, parties)
    scan.known = dict(sorted(scan.known.items()))
    _meet_persons(scan)
    _meet_speakers(scan)
    _mention_names(scan)
    _mention_known(scan)
    _finish(scan)
    return scan.people


def _forms(scan: Scan, kind: str) -> Iterator[re.Match[str]]:
    """Match the forms of a kind over each sentence."""
    text = scan.people.mask.text()
    table = lists(scan.report.language, "actors")
    slots = (("nouns", word_choice(table["nouns"]["words"])),)
    for form in table["forms"][kind]:
        shape = compile_shape(form, slots)
        for sentence in scan.report.sentences:
            yield from shape.finditer(text, sentence.start, sentence.end)


def _owner(scan: Scan, match: re.Match[str]) -> str | None:
    """Find the state or organisation a form names."""
    for group in ("of", "of2"):
        if match.groupdict().get(group):
            known = scan.known.get(match.span(group))
            if known:
                return known.id
    if match.groupdict().get("name") and match.start("office") < match.start("name"):
        between = range(match.end("office"), match.start("name"))
        held = (known for span, known in scan.known.items() if span[0] in between)
        first = next((known.id for known in held), None)
        return first or _owner_before(scan, match)
    return _owner_before(scan, match)


def _owner_before(scan: Scan, match: re.Match[str]) -> str | None:
    """Find whose an office is that is told by a pronoun ("its spokesman", "ketuanya")."""
    owned = lists(scan.report.language, "actors")["offices"]["owned"]
    start, end = match.span("office")
    if not re.search(owned, scan.report.text[max(0, start - _REACH_OF_ITS) : end]):
        return None
    before = [
        (span, entry)
        for span, entry in scan.known.items()
        if span[1] <= start and start - span[1] < _REACH_OF_OWNER and entry.way != "adjective"
    ]
    bodies = [entry.id for span, entry in before if _role(scan, span, entry) != "place"]
    return bodies[-1] if bodies else None


def _meet_persons(scan: Scan) -> None:
    """Meet the persons who are named with an office."""
    implied = lists(scan.report.language, "actors")["offices"]["of"]
    states = {"US": "us", "GB": "uk"}
    forms = sorted(_forms(scan, "person"), key=lambda match: (match.start(), -match.end()))
    taken = -1
    for match in forms:
        if match.start() < taken:
            continue
        office = scan.report.text[slice(*match.span("office"))]
        state = _owner(scan, match) or states.get(implied.get(office.lower(), ""))
        state = state or _home_of(scan, office) or _spoken_for(scan, match, office)
        name = scan.report.text[slice(*match.span("name"))]
        person = scan.people.persons.meet(name, _office_words(scan, match), state)
        span = _named_span(match)
        scan.outer[span] = person.id
        scan.first.setdefault(person.id, span[0])
        taken = span[1]


def _named_span(match: re.Match[str]) -> Span:
    """Give the words of a form that name somebody: from its first group to its last."""
    spans = [match.span(name) for name, words in match.groupdict().items() if words]
    return min(start for start, _ in spans), max(end for _, end in spans)


def _home_of(scan: Scan, office: str) -> str | None:
    """Say whose a minister is that no state is named with: the dateline's, if a capital.

    Nothing is concluded where the last one met is of another state: it may be that one's.
    """
    if " ".join(office.lower().split()) not in national_offices(scan.report.language):
        return None
    home, met = _home(scan), [one for one in scan.people.persons.all if one.state]
    return home if not met or met[-1].state == home else None


def _spoken_for(scan: Scan, match: re.Match[str], office: str) -> str | None:
    """Say whose "ministry spokesman" is: of the state the sentence before begins with."""
    table = lists(scan.report.language, "actors")
    bodies = [*table["nouns"]["words"], *table["heads"]["words"], *table["institutions"]]
    around = scan.report.text[match.start() : match.end()].lower()
    voice = " ".join(office.lower().split()) in table["offices"]["voices"]
    if not voice or not any(re.search(rf"\b{re.escape(body)}\b", around) for body in bodies):
        return None
    here = sentence_at(scan.report, match.start())
    before = scan.report.sentences[max(0, here - 1)]
    named = sorted(
        (span, known)
        for span, known in scan.known.items()
        if before.start <= span[0] < match.start() and known.kind == "state"
    )
    return next((one.id for span, one in named if _role(scan, span, one) != "place"), None)


def _home(scan: Scan) -> str | None:
    """Give the state whose capital or seat of government the dateline names."""
    place = scan.report.place
    if place is None:
        return None
    for _, _, known in known_actors("en").find(tokens_of(place, 0, len(place))):
        return known.id if known.way == "seat" else None
    return None


def _office_words(scan: Scan, match: re.Match[str]) -> str:
    """Give an office as named, with the state or body it is of."""
    groups = [name for name in ("office", "of", "of2") if match.groupdict().get(name)]
    spans = [match.span(name) for name in groups]
    words = scan.report.text[min(s for s, _ in spans) : max(e for _, e in spans)]
    name_start, name_end = match.span("name")
    if min(s for s, _ in spans) < name_start < name_end < max(e for _, e in spans):
        words = scan.report.text[slice(*match.span("office"))]
    return " ".join(words.split())


def _meet_speakers(scan: Scan) -> None:
    """Meet the persons who are named without an office but speak."""
    for match in sorted(_forms(scan, "speaks"), key=lambda match: match.start("name")):
        if _word_before(scan, match.start("name")) in _before_places(scan):
            continue
        name = scan.report.text[slice(*match.span("name"))]
        scan.people.persons.meet(name, None, None)


def _mention_names(scan: Scan) -> None:
    """Add every mention of a person met, by any part of the name."""
    text = scan.people.mask.text()
    outer = Starts(scan.outer, lambda span: span[0])
    closed = {} if nouns_of(scan.report.language).head_last else _ends(scan)
    for span, identifier in scan.outer.items():
        scan.people.mentions.append(Mention(*span, identifier, "actor"))
    for sentence in scan.report.sentences:
        for match in re.finditer(f"{SYMBOLS['name']}+", text[sentence.start : sentence.end]):
            span = (match.start() + sentence.start, match.end() + sentence.start)
            if _covers(outer, span):
                continue
            person = scan.people.persons.find(scan.report.text[slice(*span)])
            if person is not None:
                before = closed.get(span[0] - 1)
                if before is not None and not _covers(outer, before):
                    span = (before[0], span[1])
                    person.state = person.state or scan.known[before].id
                scan.outer[span] = person.id
                scan.people.mentions.append(Mention(*span, person.id, "actor"))


def _ends(scan: Scan) -> dict[int, Span]:
    """Give the bodies by where their names end: who is named right behind is of them."""
    return {span[1]: span for span, known in scan.known.items() if known.kind == "org"}


def _covers(outer: Starts[Span], span: Span) -> bool:
    """Whether a span starts inside one of those that were found before."""
    last = outer.last_before(span[0])
    return last is not None and span[0] < last[1]


def _mention_known(scan: Scan) -> None:
    """Add institutions, offices without a name, officials, and the lists' own names."""
    bodies: dict[str, Actor] = {}
    for kind in ("institution", "office", "head", "bare"):
        outer = Starts(scan.outer, lambda span: span[0])
        for match in _forms(scan, kind):
            span = match.span()
            if _covers(outer, span) or outer.within(*span) or span in scan.outer:
                continue
            identifier = _collective(scan, kind, match, bodies)
            if identifier:
                scan.outer[span] = identifier
                scan.people.mentions.append(Mention(*span, identifier, "actor"))
    outer = Starts(scan.outer, lambda span: span[0])
    for span, known in scan.known.items():
        inside = _covers(outer, span)
        role = "modifier" if inside else _role(scan, span, known)
        scan.people.mentions.append(Mention(*span, known.id, role))
        if not inside:
            scan.outer[span] = known.id
    _mention_nouns(scan, bodies)
    scan.people.actors.update(bodies)


def _collective(
    scan: Scan, kind: str, match: re.Match[str], bodies: dict[str, Actor]
) -> str | None:
    """Say who an institution, an office or a group of officials stands for."""
    if kind == "bare":
        return _meant_by_office(scan, match)
    state = _owner(scan, match)
    if state is None:
        return None
    if kind == "institution":
        spans = match.span("of"), match.span("institution")
        name = scan.report.text[min(s for s, _ in spans) : max(e for _, e in spans)]
        return _body(scan, match, state, " ".join(name.split()), bodies)
    if kind == "office":
        office = scan.listed[match.span("office")]
        holder = scan.people.persons.holder(office, state)
        if holder:
            return holder.id
        voices = lists(scan.report.language, "actors")["offices"]["voices"]
        national = national_offices(scan.report.language)
        return state if office in national or office in voices else None
    return state


def _meant_by_office(scan: Scan, match: re.Match[str]) -> str | None:
    """Say who "the president" is: the last one met, and named before, who holds the office."""
    start, end = match.span("office")
    article = start > match.start()
    if not article and not scan.report.text[start].isupper():
        return None
    office = " ".join(scan.report.text[start:end].split())
    holder = scan.people.persons.last_holder(office)
    if holder is None or scan.first.get(holder.id, start) >= start:
        return None
    return holder.id


def _role(scan: Scan, span: Span, known: Known) -> str:
    """Say whether a name acts, qualifies a noun, or says where."""
    if known.way == "adjective":
        return "modifier"
    if _word_before(scan, span[0]) in _before_places(scan):
        return "place"
    after = scan.report.text[span[1] : span[1] + 2]
    return "modifier" if after in ("'s", "’s") else "actor"


def _word_before(scan: Scan, place: int) -> str:
    """Give the word right before a place, in lower case."""
    before = re.search(r"([\w’'-]+) $", scan.report.text[max(0, place - 30) : place])
    return before.group(1).lower() if before else ""


def _before_places(scan: Scan) -> list[str]:
    """Give the words that say that what follows is a place."""
    words: list[str] = lists(scan.report.language, "actors")["places"]["before"]
    return words


def _body(
    scan: Scan, match: re.Match[str], state: str, name: str, bodies: dict[str, Actor]
) -> str:
    """Give the identifier of a state's institution, drawn up where it is new."""
    identifier = f"{state}_{scan.listed[match.span('institution')]}"
    bodies.setdefault(identifier, Actor(identifier, "organisation", name, (), None, state))
    return identifier


def _mention_nouns(scan: Scan, bodies: dict[str, Actor]) -> None:
    """Add what "the bank" or "the foreign ministry" means: the last named body of the kind.

    A ministry no body before it explains is that of the dateline's capital.
    """
    last: dict[str, str] = {}
    named = deque(sorted(scan.outer.items()))
    taken = -1
    for match in sorted(_forms(scan, "noun"), key=lambda one: (one.start(), -one.end())):
        while named and named[0][0][0] < match.start():
            span, identifier = named.popleft()
            taken = max(taken, span[1])
            last.update(dict.fromkeys(_nouns_of(scan, identifier, bodies), identifier))
        meant = _meant(scan, match, last, bodies)
        overlaps = match.start() < taken or (named and named[0][0][0] < match.end())
        if meant and not overlaps:
            scan.outer[match.span()] = meant
            scan.people.mentions.append(Mention(*match.span(), meant, "actor"))
            taken = match.end()


def _meant(
    scan: Scan, match: re.Match[str], last: Mapping[str, str], bodies: dict[str, Actor]
) -> str | None:
    """Say which body a noun means, given the last one of each kind."""
    if match.groupdict().get("noun"):
        return last.get(match["noun"].lower())
    name = " ".join(scan.report.text[slice(*match.span("institution"))].split())
    known, home = last.get(name.lower()), _home(scan)
    return known or (_body(scan, match, home, name, bodies) if home else None)


def _nouns_of(scan: Scan, identifier: str, bodies: Mapping[str, Actor]) -> list[str]:
    """Give the nouns a body can be meant by."""
    table = lists(scan.report.language, "actors")
    if identifier not in bodies:
        return list(organisation_nouns(scan.report.language).get(identifier, ()))
    name = bodies[identifier].name.lower()
    phrases = [phrase for phrase in institutions(scan.report.language) if phrase in name]
    return [*phrases, *(noun for noun in table["nouns"]["words"] if noun in name.split())]


def _finish(scan: Scan) -> None:
    """Paint the outermost mentions and draw up the actors in order."""
    people = scan.people
    for span, identifier in scan.outer.items():
        people.at[span[0]] = identifier
        people.mask.paint([span], "actor")
        for place in range(*span):
            people.cues.pop(place, None)
    people.mentions.sort(key=lambda mention: (mention.start, -mention.end))
    mentions: dict[str, list[Mention]] = {}
    for mention in people.mentions:
        mentions.setdefault(mention.actor, []).append(mention)
    people.actors = {
        identifier: _actor(scan, identifier, tuple(named))
        for identifier, named in mentions.items()
    }
    for actor in list(people.actors.values()):
        if actor.state and actor.state not in people.actors:
            people.actors[actor.state] = _implied(scan, actor, actor.state)
    ordered = sorted(people.actors.values(), key=lambda actor: actor.mentions[0].start)
    people.actors = {actor.id: actor for actor in ordered}


def _implied(scan: Scan, actor: Actor, state: str) -> Actor:
    """Draw up a state no word names but an office or an institution of it does."""
    first = actor.mentions[0]
    mention = Mention(first.start, first.end, state, "modifier")
    name = state_names()[state][scan.report.language]
    return Actor(state, "state", name, (mention,))


def _actor(scan: Scan, identifier: str, mentions: tuple[Mention, ...]) -> Actor:
    """Draw up one actor with all its mentions."""
    person: Person | None = next((p for p in scan.people.persons.all if p.id == identifier), None)
    if person is not None:
        return Actor(identifier, "person", person.name, mentions, person.office, person.state)
    body = scan.people.actors.get(identifier)
    if body is not None:
        return Actor(identifier, body.kind, body.name, mentions, None, body.state)
    entries = [entry for entry in scan.known.values() if entry.id == identifier]
    if entries[0].kind == "group":
        return Actor(identifier, "group", entries[0].name, mentions)
    if entries[0].kind == "org":
        return Actor(identifier, "organisation", entries[0].name, mentions, None, entries[0].state)
    seats_only = all(entry.way == "seat" for entry in entries)
    kind = "place-for-government" if seats_only else "state"
    return Actor(identifier, kind, entries[0].name, mentions)
