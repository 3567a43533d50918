"""Find who is named in a report: states, organisations, institutions and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from satumeja.dossier._gazetteer import Cue, Known, cues, known_actors, lists, words_of
from satumeja.dossier._lexicon import Token, tokens_of
from satumeja.dossier._mask import Mask, compile_shape
from satumeja.dossier._persons import Person, Persons
from satumeja.dossier._starts import Starts
from satumeja.dossier._types import Actor, Mention
from satumeja.report import Report, Span, date_words

__all__ = ["People", "find_actors"]

_INNER_CAPITAL = re.compile(r"(?<=[\w,] )[^\W\d_a-zß-ÿ][\w’']*")
_NAME_WORD = r"[^\W\d_a-zß-ÿ][\w’'-]*[a-zß-ÿ][\w’'-]*"


@dataclass
class People:
    """A report painted with everyone named in it, ready for the shapes of speech.

    Parameters
    ----------
    mask : Mask
        The text, painted.
    actors : dict
        Every actor by its identifier.
    at : dict
        The actor whose (outermost) mention begins at each index.
    cues : dict
        The word of saying that begins at each index.
    mentions : list of Mention
        Every mention, nested ones included.
    """

    mask: Mask
    language: str
    actors: dict[str, Actor] = field(default_factory=dict)
    at: dict[int, str] = field(default_factory=dict)
    cues: dict[int, tuple[int, Cue]] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    persons: Persons = field(default_factory=Persons)


@dataclass
class _Scan:
    """The work in hand: the text, the mask, and what has been found."""

    report: Report
    people: People
    known: dict[Span, Known] = field(default_factory=dict)
    outer: dict[Span, str] = field(default_factory=dict)
    capitalised: frozenset[str] = frozenset()


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
    scan = _Scan(report, People(Mask(report.text), report.language))
    scan.capitalised = frozenset(_INNER_CAPITAL.findall(report.text))
    tokens = [tokens_of(report.text, s.start, s.end) for s in report.sentences]
    for words in tokens:
        _paint_lists(scan, words)
    scan.people.mask.paint([(d.start, d.end) for d in report.dates], "date")
    painted = scan.people.mask.text()
    for words in tokens:
        _paint_cues(scan, words, painted)
    painted = scan.people.mask.text()
    for sentence in report.sentences:
        _paint_names(scan, painted, sentence.start, sentence.end)
    _meet_persons(scan)
    _meet_speakers(scan)
    _mention_names(scan)
    _mention_known(scan)
    _finish(scan)
    return scan.people


def _paint_lists(scan: _Scan, words: list[Token]) -> None:
    """Paint states, organisations, offices, institutions, heads and documents."""
    language, mask = scan.report.language, scan.people.mask
    taken: set[int] = set()
    for first, stop, known in known_actors(language).find(words):
        if known.alone and first and _capital_before(scan.report.text, words, first):
            continue
        span = (words[first].start, words[stop - 1].end)
        if _is_place(scan, words, first, known):
            continue
        scan.known[span] = known
        taken.update(range(*span))
        mask.paint([span], "state" if known.kind == "state" else "org")
    for kind in ("institution", "office", "head", "document", "pronoun"):
        for first, stop, _ in words_of(language, kind).find(words):
            span = (words[first].start, words[stop - 1].end)
            if taken.isdisjoint(range(*span)):
                mask.paint([span], kind)
                taken.update(range(*span))


def _capital_before(text: str, words: list[Token], index: int) -> bool:
    """Whether a capitalised word stands right before, as in "Jawa Barat"."""
    before = words[index - 1]
    return before.text[:1].isupper() and index > 1 and text[before.end] == " "


def _is_place(scan: _Scan, words: list[Token], first: int, known: Known) -> bool:
    """Whether a capital is meant as a place ("in Moscow"), not as a government."""
    if known.way != "seat" or not first:
        return False
    before = words[first - 1].text.lower()
    return before in lists(scan.report.language, "actors")["places"]["before"]


def _paint_cues(scan: _Scan, words: list[Token], text: str) -> None:
    """Paint the words of saying that are not part of something else."""
    for first, stop, cue in cues(scan.report.language).find(words):
        start, end = words[first].start, words[stop - 1].end
        if "\ue000" <= text[start] <= "\ue0ff" or _capitalised_inside(words, first):
            continue
        scan.people.cues[start] = (end, cue)
        scan.people.mask.paint([(start, end)], cue.form)


def _capitalised_inside(words: list[Token], index: int) -> bool:
    """Whether a word is capitalised though no sentence begins with it."""
    return index > 0 and words[index].text[:1].isupper() and words[index - 1].text[:1].isupper()


def _paint_names(scan: _Scan, text: str, start: int, end: int) -> None:
    """Paint runs of capitalised words that can be names of persons."""
    for match in _name_pattern(scan.report.language).finditer(text, start, end):
        span = _trimmed(scan, match.span(), start)
        if span:
            scan.people.mask.paint([span], "name")


def _name_pattern(language: str) -> re.Pattern[str]:
    """Match capitalised words, with the connectors names have."""
    connectors = "|".join(lists(language, "actors")["names"]["connectors"])
    gap = r"(?: |-)"
    initial = r"[A-Z]\.(?:[A-Z]\.)*"
    return re.compile(
        rf"(?<![\w.])(?:{_NAME_WORD}|{initial}(?= {_NAME_WORD}))"
        rf"(?:{gap}(?:(?:{connectors}) )?(?:{_NAME_WORD}|{initial}(?=\s))){{0,5}}"
    )


def _trimmed(scan: _Scan, span: Span, sentence_start: int) -> Span | None:
    """Cut what is no name off a run of capitalised words; None where nothing is left."""
    text, names = scan.report.text, lists(scan.report.language, "actors")["names"]
    start, end = span
    dates = date_words(scan.report.language)
    while start < end:
        word = re.match(r"[\w.’']+", text[start:end])
        if word is None:
            return None
        lower = word.group().lower()
        opener = lower in names["openers"] and start <= sentence_start + 1
        if not (opener or lower in dates or lower in names["openers"]):
            break
        start = _next_word(text, start + word.end(), end)
    words = set(re.findall(r"[\w’']+", text[start:end]))
    if start >= end or words & _not_persons(scan.report.language):
        return None
    first_word = len(words) == 1 and start <= sentence_start + 1
    return None if first_word and not words <= scan.capitalised else (start, end)


def _next_word(text: str, place: int, end: int) -> int:
    """First index of the next word."""
    while place < end and not text[place].isalnum():
        place += 1
    return place


def _not_persons(language: str) -> frozenset[str]:
    """Capitalised words that are part of no person's name."""
    phrases = lists(language, "actors")["names"]["not_persons"]
    return frozenset(word for phrase in phrases for word in phrase.split())


def _forms(scan: _Scan, kind: str) -> Iterator[re.Match[str]]:
    """Match the forms of a kind over each sentence."""
    text = scan.people.mask.text()
    for form in lists(scan.report.language, "actors")["forms"][kind]:
        shape = compile_shape(form)
        for sentence in scan.report.sentences:
            yield from shape.finditer(text, sentence.start, sentence.end)


def _owner(scan: _Scan, match: re.Match[str]) -> str | None:
    """Find the state or organisation a form names."""
    for group in ("of", "of2"):
        if match.groupdict().get(group):
            known = scan.known.get(match.span(group))
            if known:
                return known.id
    return None


def _meet_persons(scan: _Scan) -> None:
    """Meet the persons who are named with an office."""
    implied = lists(scan.report.language, "actors")["offices"]["of"]
    states = {"US": "us", "GB": "uk"}
    found = sorted(_forms(scan, "person"), key=lambda match: (match.start(), -match.end()))
    taken = -1
    for match in found:
        if match.start() < taken:
            continue
        office = scan.report.text[slice(*match.span("office"))]
        state = _owner(scan, match) or states.get(implied.get(office.lower(), ""))
        state = state or _home_of(scan, office)
        name = scan.report.text[slice(*match.span("name"))]
        person = scan.people.persons.meet(name, _office_words(scan, match), state)
        scan.outer[match.span()] = person.id
        taken = match.end()


def _home_of(scan: _Scan, office: str) -> str | None:
    """Say whose a minister is that no state is named with: the dateline's, if a capital."""
    national = lists(scan.report.language, "actors")["offices"]["national"]
    place = scan.report.place
    if place is None or " ".join(office.lower().split()) not in national:
        return None
    for _, _, known in known_actors("en").find(tokens_of(place, 0, len(place))):
        return known.id if known.way == "seat" else None
    return None


def _office_words(scan: _Scan, match: re.Match[str]) -> str:
    """Give an office as named, with the state or body it is of."""
    groups = [name for name in ("office", "of", "of2") if match.groupdict().get(name)]
    spans = [match.span(name) for name in groups]
    words = scan.report.text[min(s for s, _ in spans) : max(e for _, e in spans)]
    name_start, name_end = match.span("name")
    if min(s for s, _ in spans) < name_start < name_end < max(e for _, e in spans):
        words = scan.report.text[slice(*match.span("office"))]
    return " ".join(words.split())


def _meet_speakers(scan: _Scan) -> None:
    """Meet the persons who are named without an office but speak."""
    for match in sorted(_forms(scan, "speaks"), key=lambda match: match.start("name")):
        name = scan.report.text[slice(*match.span("name"))]
        scan.people.persons.meet(name, None, None)


def _mention_names(scan: _Scan) -> None:
    """Add every mention of a person met, by any part of the name."""
    text = scan.people.mask.text()
    outer = Starts(scan.outer, lambda span: span[0])
    for span, identifier in scan.outer.items():
        scan.people.mentions.append(Mention(*span, identifier, "actor"))
    for sentence in scan.report.sentences:
        for match in re.finditer("\ue003+", text[sentence.start : sentence.end]):
            span = (match.start() + sentence.start, match.end() + sentence.start)
            if _covers(outer, span):
                continue
            person = scan.people.persons.find(scan.report.text[slice(*span)])
            if person is not None:
                scan.outer[span] = person.id
                scan.people.mentions.append(Mention(*span, person.id, "actor"))


def _covers(outer: Starts[Span], span: Span) -> bool:
    """Whether a span starts inside one of those that were found before."""
    last = outer.last_before(span[0])
    return last is not None and span[0] < last[1]


def _mention_known(scan: _Scan) -> None:
    """Add institutions, offices without a name, officials, and the lists' own names."""
    bodies: dict[str, Actor] = {}
    for kind in ("institution", "office", "head"):
        outer = Starts(scan.outer, lambda span: span[0])
        for match in _forms(scan, kind):
            span = match.span()
            if _covers(outer, span) or outer.within(*span) or span in scan.outer:
                continue
            identifier = _collective(scan, kind, match, bodies)
            if identifier:
                scan.outer[span] = identifier
                scan.people.mentions.append(Mention(*span, identifier, "actor"))
    scan.people.actors.update(bodies)
    outer = Starts(scan.outer, lambda span: span[0])
    for span, known in scan.known.items():
        inside = _covers(outer, span)
        role = "modifier" if inside else _role(scan, span, known)
        scan.people.mentions.append(Mention(*span, known.id, role))
        if not inside:
            scan.outer[span] = known.id


def _collective(
    scan: _Scan, kind: str, match: re.Match[str], bodies: dict[str, Actor]
) -> str | None:
    """Say who an institution, an office or a group of officials stands for."""
    state = _owner(scan, match)
    if state is None:
        return None
    words = scan.report.text[slice(*match.span())]
    if kind == "institution":
        phrase = scan.report.text[slice(*match.span("institution"))].lower()
        table: Mapping[str, str] = lists(scan.report.language, "actors")["institutions"]
        identifier = f"{state}_{table[' '.join(phrase.split())]}"
        bodies.setdefault(identifier, Actor(identifier, "organisation", words, (), None, state))
        return identifier
    if kind == "office":
        office = scan.report.text[slice(*match.span("office"))]
        holder = scan.people.persons.holder(office, state)
        return holder.id if holder else None
    return state


def _role(scan: _Scan, span: Span, known: Known) -> str:
    """Say whether a name acts, qualifies a noun, or says where."""
    before = re.search(r"([\w’'-]+) $", scan.report.text[max(0, span[0] - 30) : span[0]])
    word = before.group(1).lower() if before else ""
    if known.way == "adjective":
        return "modifier"
    if word in lists(scan.report.language, "actors")["places"]["before"]:
        return "place"
    after = scan.report.text[span[1] : span[1] + 2]
    return "modifier" if after in ("'s", "’s") else "actor"


def _finish(scan: _Scan) -> None:
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


def _actor(scan: _Scan, identifier: str, mentions: tuple[Mention, ...]) -> Actor:
    """Draw up one actor with all its mentions."""
    person: Person | None = next((p for p in scan.people.persons.all if p.id == identifier), None)
    if person is not None:
        return Actor(identifier, "person", person.name, mentions, person.office, person.state)
    body = scan.people.actors.get(identifier)
    if body is not None:
        return Actor(identifier, body.kind, body.name, mentions, None, body.state)
    known = [known for known in scan.known.values() if known.id == identifier]
    if known[0].kind == "org":
        return Actor(identifier, "organisation", known[0].name, mentions, None, known[0].state)
    seats_only = all(one.way == "seat" for one in known)
    kind = "place-for-government" if seats_only else "state"
    return Actor(identifier, kind, known[0].name, mentions)
