"""Find who is named in a report: states, organisations, institutions and persons."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping

from satumeja.dossier._types import Actor, Mention
from satumeja.dossier.reading._finds import slots_of
from satumeja.dossier.reading._gazetteer import (
    institutions,
    lists,
    national_offices,
    organisation_nouns,
    slug,
    state_names,
)
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.dossier.reading._meeting import (
    forms_in,
    home_of,
    meet_interviewed,
    meet_persons,
    meet_speakers,
    owner_of,
    role_of,
)
from satumeja.dossier.reading._nouns import nouns_of
from satumeja.dossier.reading._paint import begin, finish
from satumeja.dossier.reading._party_paint import name_parties, paint_parties
from satumeja.dossier.reading._persons import Person
from satumeja.dossier.reading._scan import People, Scan
from satumeja.dossier.reading._starts import Starts
from satumeja.report import Report, Span

__all__ = ["find_actors"]

_REACH_OF_OFFICE = 600
_REACH_OF_AGENT = 60
_NAMED_BEHIND = re.compile(
    rf",? (?:(?:[A-Z][a-z]{{0,5}}|{SYMBOLS['office']}+)\.? )?{SYMBOLS['name']}"
)


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
    finish(
        scan,
        tokens,
        [span for span, party, _ in parties if not party.open_end],
        {span[0] for span, party, _ in parties if party.kind == "org" and party.named},
    )
    name_parties(scan, tokens, parties)
    scan.known = dict(sorted(scan.known.items()))
    meet_persons(scan)
    meet_speakers(scan)
    meet_interviewed(scan)
    _mention_names(scan)
    _mention_known(scan)
    _finish(scan)
    return scan.people


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
        named = Starts(scan.outer, lambda span: span[0])  # those of this kind, too
        for match in forms_in(scan, kind):
            span = match.span()
            if _covers(outer, span) or outer.within(*span) or span in scan.outer:
                continue
            identifier = _collective(scan, kind, match, bodies, named)
            if identifier:
                scan.outer[span] = identifier
                named.add(span)
                scan.people.mentions.append(Mention(*span, identifier, "actor"))
    outer = Starts(scan.outer, lambda span: span[0])
    for span, known in scan.known.items():
        inside = _covers(outer, span)
        role = "modifier" if inside else role_of(scan, span, known)
        scan.people.mentions.append(Mention(*span, known.id, role))
        if not inside:
            scan.outer[span] = known.id
    _mention_nouns(scan, bodies)
    scan.people.actors.update(bodies)


def _collective(
    scan: Scan, kind: str, match: re.Match[str], bodies: dict[str, Actor], named: Starts[Span]
) -> str | None:
    """Say who an institution, an office or a group of officials stands for."""
    if kind == "bare":
        return _meant_by_office(scan, match, bodies, named)
    state = owner_of(scan, match)
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
        body = any(entry.kind == "org" for entry in scan.known_by_id.get(state, ()))
        body = body and _speaks(scan, match)
        return state if body or office in national or office in voices else None
    return state


def _meant_by_office(
    scan: Scan, match: re.Match[str], bodies: dict[str, Actor], named: Starts[Span]
) -> str | None:
    """Say who "the president" is: the last one met, and named before, who holds the office."""
    start, end = match.span("office")
    article = start > match.start()
    if not article and not scan.report.text[start].isupper():
        return None
    office = " ".join(scan.report.text[start:end].split())
    holder = scan.people.persons.last_holder(office)
    if holder is not None and scan.first.get(holder.id, start) < start:
        return holder.id
    ends = re.compile(rf"\b{re.escape(office)}\Z", re.IGNORECASE)
    before = [
        span
        for span in named.within(start - _REACH_OF_OFFICE + 1, start)
        if span[1] < start and ends.search(scan.report.text[slice(*span)])
    ]
    if before and article:
        return scan.outer[max(before)]
    return _unnamed_holder(scan, match, office, bodies, named) if article else None


def _unnamed_holder(
    scan: Scan, match: re.Match[str], office: str, bodies: dict[str, Actor], named: Starts[Span]
) -> str | None:
    """Say who speaks as "the governor" where none was named: one named later, or only he."""
    if not _speaks(scan, match):
        return None
    table = lists(scan.report.language, "actors")["offices"]
    start, end = match.span()
    voiced = (
        _voice_before(scan, start, office, named) if office.lower() in table["voices"] else None
    )
    later = scan.people.persons.last_holder(office)
    if voiced or later:
        return voiced or (later.id if later else None)
    unnamed = lists(scan.report.language, "speech")["unnamed"]["nobody"]
    if office.lower() in unnamed or _NAMED_BEHIND.match(match.string, end):
        return None
    words = " ".join(scan.report.text[start:end].split())
    name = words.split(" ", 1)[1]
    identifier = slug(name)
    bodies.setdefault(identifier, Actor(identifier, "person", name, (), office))
    return identifier


def _speaks(scan: Scan, match: re.Match[str]) -> bool:
    """Whether words without a name stand where one speaks, is spoken to, or does it."""
    table = lists(scan.report.language, "actors")["offices"]
    slots = slots_of(scan.report.language)
    start, end = match.span()
    behind = compile_shape(table["speaks_behind"], slots).match(match.string, end)
    before = compile_shape(table["speaks_before"], slots)
    agent = before.search(match.string, max(0, start - _REACH_OF_AGENT), start)
    return bool(behind or agent)


def _own_body(noun: str, bodies: dict[str, Actor]) -> str:
    """Draw up a body that only its noun names ("the ministry said")."""
    bodies.setdefault(noun, Actor(noun, "organisation", noun, ()))
    return noun


def _voice_before(scan: Scan, place: int, office: str, named: Starts[Span]) -> str | None:
    """Give the body whose "spokesman" was named last, without a name of his own."""
    spoken = [
        span
        for span in named.within(place - _REACH_OF_OFFICE + 1, place)
        if office.lower() in scan.report.text[slice(*span)].lower()
    ]
    return scan.outer[max(spoken)] if spoken else None


def _body(
    scan: Scan, match: re.Match[str], state: str | None, name: str, bodies: dict[str, Actor]
) -> str:
    """Give the identifier of a state's institution, drawn up where it is new."""
    sort = scan.listed[match.span("institution")]
    identifier = f"{state}_{sort}" if state else slug(name)
    bodies.setdefault(identifier, Actor(identifier, "organisation", name, (), None, state))
    return identifier


def _mention_nouns(scan: Scan, bodies: dict[str, Actor]) -> None:
    """Add what "the bank" or "the foreign ministry" means: the last named body of the kind.

    A ministry no body before it explains is that of the dateline's capital.
    """
    last: dict[str, str] = {}
    named = deque(sorted(scan.outer.items()))
    taken = -1
    for match in sorted(forms_in(scan, "noun"), key=lambda one: (one.start(), -one.end())):
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
        noun = match["noun"].lower()
        named = _is_named_before(scan, noun, match.start())  # one of those: who knows which
        alone = not named and _speaks(scan, match)
        return last.get(noun) or (_own_body(noun, bodies) if alone else None)
    name = " ".join(scan.report.text[slice(*match.span("institution"))].split())
    body = last.get(name.lower())
    return body or _body(scan, match, home_of(scan), name, bodies)


def _is_named_before(scan: Scan, noun: str, place: int) -> bool:
    """Whether a noun stands in the text before a place; places come in order."""
    until, named = scan.named_until.get(noun, (0, False))
    named = named or noun in scan.report.text[max(0, until - len(noun)) : place].lower()
    scan.named_until[noun] = (place, named)
    return named


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
            people.nouns.pop(place, None)
    people.mentions.sort(key=lambda mention: (mention.start, -mention.end))
    mentions: dict[str, list[Mention]] = {}
    for mention in people.mentions:
        mentions.setdefault(mention.actor, []).append(mention)
    persons = {person.id: person for person in people.persons.all}
    people.actors = {
        identifier: _actor(scan, identifier, persons.get(identifier), tuple(named))
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


def _actor(
    scan: Scan, identifier: str, person: Person | None, mentions: tuple[Mention, ...]
) -> Actor:
    """Draw up one actor with all its mentions."""
    if person is not None:
        return Actor(identifier, "person", person.name, mentions, person.office, person.state)
    body = scan.people.actors.get(identifier)
    if body is not None:
        return Actor(identifier, body.kind, body.name, mentions, body.office, body.state)
    entries = scan.known_by_id[identifier]
    if entries[0].kind == "group":
        return Actor(identifier, "group", entries[0].name, mentions)
    if entries[0].kind == "org":
        return Actor(identifier, "organisation", entries[0].name, mentions, None, entries[0].state)
    seats_only = all(entry.way == "seat" for entry in entries)
    kind = "place-for-government" if seats_only else "state"
    return Actor(identifier, kind, entries[0].name, mentions)
