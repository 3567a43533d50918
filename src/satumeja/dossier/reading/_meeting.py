"""Meet the persons of a report: by an office, by speaking, by answering in an interview."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from satumeja.dossier.reading._finds import sentence_at
from satumeja.dossier.reading._gazetteer import Known, known_actors, lists, national_offices
from satumeja.dossier.reading._interviews import turns_of
from satumeja.dossier.reading._lexicon import tokens_of
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.dossier.reading._scan import Scan
from satumeja.report import Span
from satumeja.report.kit import word_choice

__all__ = [
    "forms_in",
    "home_of",
    "meet_interviewed",
    "meet_persons",
    "meet_speakers",
    "owner_of",
    "role_of",
]

_NEEDED = {
    "person": "name",
    "speaks": "name",
    "institution": "institution",
    "head": "head",
    "office": "office",
    "bare": "office",
}
"""What the forms of a kind cannot do without, so that other sentences are passed over."""
_IN_HEADING = re.compile(
    r"\b(?:with|to|for|dengan|bersama|kepada) (?:[a-z,-]+ ){0,8}"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){1,3})"
)
_REACH_OF_ITS = 40
_REACH_OF_OWNER = 400
_REACH_OF_HOME = 60


def forms_in(scan: Scan, kind: str) -> Iterator[re.Match[str]]:
    """Match the forms of a kind over each sentence."""
    text = scan.people.mask.text()
    table = lists(scan.report.language, "actors")
    slots = _noun_slot(scan.report.language)
    needed = SYMBOLS[_NEEDED[kind]] if kind in _NEEDED else ""
    sentences = [
        (sentence.start, sentence.end)
        for sentence in scan.report.sentences
        if text.find(needed, sentence.start, sentence.end) >= 0
    ]
    for form in table["forms"][kind]:
        shape = compile_shape(form, slots)
        for start, end in sentences:
            yield from shape.finditer(text, start, end)


@cache
def _noun_slot(language: str) -> tuple[tuple[str, str], ...]:
    """Give the nouns of bodies as a slot of shapes."""
    return (("nouns", word_choice(lists(language, "actors")["nouns"]["words"])),)


def owner_of(scan: Scan, match: re.Match[str]) -> str | None:
    """Find the state or organisation a form names."""
    for group in ("of", "of2"):
        if match.groupdict().get(group):
            known = scan.known.get(match.span(group))
            if known:
                return known.id
    if match.groupdict().get("name") and match.start("office") < match.start("name"):
        between = range(match.end("office"), match.start("name"))
        owners = (entry for span, entry in scan.known.items() if span[0] in between)
        first = next((entry.id for entry in owners), None)
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
    bodies = [(span, entry) for span, entry in before if role_of(scan, span, entry) != "place"]
    if not bodies:
        return None
    # Of several in one sentence it is left open whose.
    number = sentence_at(scan.report, bodies[-1][0][0])
    opening = scan.report.sentences[number].start
    near = {entry.id for span, entry in bodies if span[0] >= opening}
    return bodies[-1][1].id if len(near) == 1 else None


def meet_persons(scan: Scan) -> None:
    """Meet the persons who are named with an office."""
    implied = lists(scan.report.language, "actors")["offices"]["of"]
    states = {"US": "us", "GB": "uk"}
    forms = sorted(forms_in(scan, "person"), key=lambda match: (match.start(), -match.end()))
    taken = -1
    for match in forms:
        if match.start() < taken or _is_whereabouts(scan, match):
            continue
        office = scan.report.text[slice(*match.span("office"))]
        state = owner_of(scan, match) or states.get(implied.get(office.lower(), ""))
        state = state or _home_of(scan, office) or _spoken_for(scan, match, office)
        name = scan.report.text[slice(*match.span("name"))]
        span = _named_span(match)
        nearer = _nearer_office(scan, match)
        if nearer is not None:
            office, span = scan.report.text[slice(*nearer)], (nearer[0], span[1])
        person = scan.people.persons.meet(
            name, office if nearer else _office_words(scan, match), state
        )
        scan.outer[span] = person.id
        scan.first.setdefault(person.id, span[0])
        taken = span[1]


def _is_whereabouts(scan: Scan, match: re.Match[str]) -> bool:
    """Whether one name before an office says where ("held off Puntland, a spokesman said")."""
    if (
        match.start("name") > match.start("office")
        or " " in scan.report.text[slice(*match.span("name"))]
    ):
        return False
    prepositions = lists(scan.report.language, "actors")["places"]["prepositions"]
    return _word_before(scan, match.start("name")) in prepositions


def _nearer_office(scan: Scan, match: re.Match[str]) -> Span | None:
    """Give a state's own office right before a name, where another is listed before it.

    That one is somebody else's: "with the president, Trade Minister A B, ...".
    """
    last = match.start("name") - 1
    before = [
        span
        for span in scan.listed_by_end.get(last, ())
        if match.end("office") < span[0] < last and scan.report.text[span[0] - 2] == ","
    ]
    national = national_offices(scan.report.language)
    return next((span for span in before if scan.listed[span] in national), None)


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
    home, met = home_of(scan), reversed(scan.people.persons.all)
    last = next((person for person in met if person.state), None)
    return home if last is None or last.state == home else None


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
    return next((one.id for span, one in named if role_of(scan, span, one) != "place"), None)


def home_of(scan: Scan) -> str | None:
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


def meet_speakers(scan: Scan) -> None:
    """Meet the persons who are named without an office but speak."""
    for match in sorted(forms_in(scan, "speaks"), key=lambda match: match.start("name")):
        if _word_before(scan, match.start("name")) in _before_places(scan):
            continue
        if _is_home(scan, match):
            continue
        name = scan.report.text[slice(*match.span("name"))]
        scan.people.persons.meet(name, None, None)
    _meet_subjects(scan)


def _is_home(scan: Scan, match: re.Match[str]) -> bool:
    """Whether a name says where the one before it is from ("Anna Tell of Upper Sund said")."""
    home = lists(scan.report.language, "actors")["places"]["home"]
    start = match.start("name")
    before = match.string[max(0, start - _REACH_OF_HOME) : start]
    return compile_shape(rf"(?:{home})\Z").search(before) is not None


def _meet_subjects(scan: Scan) -> None:
    """Meet who begins a sentence with two names, where a "he" goes on and nobody else is met."""
    text, language = scan.people.mask.text(), scan.report.language
    if scan.people.persons.all or SYMBOLS["pronoun"] not in text:
        return
    shape = compile_shape(lists(language, "actors")["forms"]["subject"])
    pronouns = word_choice(lists(language, "speech")["pronouns"]["person"])
    for sentence in scan.report.sentences:
        match = shape.match(text, sentence.start, sentence.end)
        name = scan.report.text[slice(*match.span("name"))] if match else ""
        if " " not in name:
            continue
        # Where no pronoun goes on behind the first such name, none does behind a later one.
        if re.compile(rf"(?i:\b{pronouns}\b)").search(scan.report.text, sentence.start):
            scan.people.persons.meet(name, None, None)
        return


def meet_interviewed(scan: Scan) -> None:
    """Meet those who answer in an interview, by their labels or by how it introduces them."""
    turns = turns_of(scan.report)
    if not turns:
        return
    introduced = _introduced(scan, turns[0].span[0])
    for turn in turns:
        if not turn.answer:
            continue
        who = introduced
        if turn.label is not None:
            name = scan.report.text[slice(*turn.label)]
            named = name.title() if name.isupper() else name
            who = scan.people.persons.meet(named, None, None).id
            scan.outer[turn.label] = who
        scan.people.answers[turn.span] = who


def _introduced(scan: Scan, end: int) -> str | None:
    """Give whom an interview introduces before the first question."""
    for person, start in sorted(scan.first.items(), key=lambda item: item[1]):
        if start < end:
            return person
    for match in re.finditer(f"{SYMBOLS['name']}+", scan.people.mask.text()[:end]):
        name = scan.report.text[slice(*match.span())]
        if " " in name:
            return scan.people.persons.meet(name, None, None).id
    heading = _IN_HEADING.search(scan.report.text, 0, end)
    if heading is None:
        return next(iter(sorted(scan.first, key=scan.first.__getitem__)), None)
    who = scan.people.persons.meet(heading["name"], None, None).id
    scan.outer[heading.span("name")] = who
    return who


def role_of(scan: Scan, span: Span, known: Known) -> str:
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
