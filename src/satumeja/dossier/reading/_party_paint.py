"""Paint the parties of a report that are no states, and whom each of their words means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from satumeja.dossier.reading._finds import slots_of
from satumeja.dossier.reading._firms import firms_in
from satumeja.dossier.reading._gazetteer import Known, lists, organisation_nouns, words_of
from satumeja.dossier.reading._lexicon import Lexicon, Token
from satumeja.dossier.reading._mask import SYMBOLS, compile_shape
from satumeja.dossier.reading._nouns import Line, Nouns, Party, nouns_of
from satumeja.dossier.reading._parties import find_parties
from satumeja.dossier.reading._party_names import known_parties
from satumeja.dossier.reading._scan import Scan
from satumeja.dossier.reading._starts import Starts
from satumeja.report import Span
from satumeja.report.kit import word_choice

__all__ = ["name_parties", "paint_parties"]

_NAME_BEHIND = re.compile(f" ({SYMBOLS['name']}+)")
Found = tuple[Span, Party, str | None]
_PAINTS = {"thing": "place", "org": "org", "group": "org"}


def paint_parties(scan: Scan, sentences: Sequence[Sequence[Token]]) -> list[Found]:
    """Paint bodies, firms and groups, and the things that only carry a state's name.

    Parameters
    ----------
    scan : Scan
        The report, with the states and organisations of the lists painted.
    sentences : sequence of sequence of Token
        Its words.

    Returns
    -------
    list of tuple
        Where the words of parties stand, what they are, and the state a public body acts
        for; not painted yet where a person's name may follow in them.

    Notes
    -----
    A state named inside the words of a party or a thing is no longer named there. Cost
    is linear in the words.
    """
    nouns = nouns_of(scan.report.language)
    listed = Starts(scan.known.items(), lambda item: item[0][0])
    meant = _listed_nouns(scan)
    words = [
        naming
        for tokens in sentences
        for naming in _in_sentence(scan, listed, nouns, tokens)
        if naming[1].own or naming[0][0] <= meant.get(naming[1].noun, naming[0][0])
    ]
    named = {party.noun for _, party, _ in words if party.own}
    words = [naming for naming in words if not naming[1].again or naming[1].noun in named]
    for span, party, _ in words:
        for place, _ in listed.within(*span):
            scan.known.pop(place, None)
        if not party.open_end:
            scan.people.mask.paint([span], _PAINTS[party.kind])
    return words


def name_parties(scan: Scan, sentences: Sequence[Sequence[Token]], words: Sequence[Found]) -> None:
    """Say whom the words of parties mean, once the names of persons are painted.

    Parameters
    ----------
    scan : Scan
        The report.
    sentences : sequence of sequence of Token
        Its words.
    words : sequence of tuple
        What `paint_parties` gave.
    """
    painted = scan.people.mask.text()
    parties = []
    for span, party, state in words:
        if party.open_end and painted[span[0]] == SYMBOLS["name"]:
            continue
        if party.open_end:
            scan.people.mask.paint([_before_person(painted, span)], "org")
        if party.kind != "thing":
            parties.append((_before_person(painted, span), party, state))
    painted = scan.people.mask.text()
    firms = dict(firms_in(scan.report.text, painted, scan.report.language))
    firms.update(_with_states(scan, painted))
    firms.update(_speaking(scan, painted))
    for span, party in firms.items():
        scan.people.mask.paint([span], "org")
        parties.append((span, party, None))
    parties.sort(key=lambda naming: naming[0])
    namings, short = known_parties(scan.report.text, parties)
    for naming in namings:
        if naming.meant is not None:
            scan.known[naming.span] = naming.meant
    _paint_short(scan, sentences, short)


def _with_states(scan: Scan, painted: str) -> Iterator[tuple[Span, Party]]:
    """Find the firms whose name begins with a state's ("Comoros Connect")."""
    if not nouns_of(scan.report.language).head_last:
        return
    for span, entry in list(scan.known.items()):
        run = _NAME_BEHIND.match(painted, span[1])
        if run and entry.kind == "state" and entry.way == "name":
            del scan.known[span]
            noun = scan.report.text[slice(*run.span(1))].split()[-1].lower()
            yield (span[0], run.end()), Party(0, 0, "org", "company", noun, True, True)


def _speaking(scan: Scan, painted: str) -> Iterator[tuple[Span, Party]]:
    """Find what speaks by a noun that is a party only where it speaks ("the airport said")."""
    ourselves, forms, nouns = _speaking_shapes(scan.report.language)
    for match in ourselves.finditer(painted):
        noun = match["noun"].lower()
        yield match.span("party"), Party(0, 0, "group", noun, noun, True, False)
    for form in forms:
        for match in form.finditer(painted):
            noun = scan.report.text[slice(*match.span("noun"))].lower()
            if noun not in nouns:  # painted as those who speak for a government
                continue
            own = len(match["party"]) > len(noun)
            yield match.span("party"), Party(0, 0, "org", noun, noun, own, False)


@cache
def _speaking_shapes(
    language: str,
) -> tuple[re.Pattern[str], tuple[re.Pattern[str], ...], frozenset[str]]:
    """Give the shapes of those who speak without a name, and their nouns."""
    table = lists(language, "parties")["speaking"]
    listed = lists(language, "actors")["nouns"]["words"]
    acting = nouns_of(language).words["named_only"].difference(listed)
    nouns = frozenset(table["nouns"]).difference(listed) | acting
    words = [("speaking", nouns), ("acting", acting)]
    slots = (*slots_of(language), *((name, word_choice(sorted(of))) for name, of in words))
    forms = tuple(compile_shape(form, slots) for form in table["forms"])
    return compile_shape(table["ourselves"]), forms, nouns


def _before_person(painted: str, span: Span) -> Span:
    """Give the words of a body before the name of a person that follows in them."""
    name = painted.find(SYMBOLS["name"], *span)
    end = span[1] if name < 0 else span[0] + len(painted[span[0] : name].rstrip())
    return span[0], end


def _in_sentence(
    scan: Scan, listed: Starts[tuple[Span, Known]], nouns: Nouns, tokens: Sequence[Token]
) -> Iterator[Found]:
    """Give the parties of a sentence, with the state each acts for."""
    if not tokens:
        return
    line, named = _line(scan, listed, tokens)
    for party in find_parties(line, nouns):
        span = (tokens[party.first].start, tokens[party.stop - 1].end)
        inside = next(
            (named[place] for place in range(party.first, party.stop) if place in named), None
        )
        if _belongs_to_listed(line, nouns, party, inside):
            continue
        acts = inside is not None and _is_of_state(nouns, party, tokens, party.stop - 1 in named)
        yield span, party, inside.id if inside and acts else None


def _is_of_state(nouns: Nouns, party: Party, tokens: Sequence[Token], closes: bool) -> bool:
    """Whether a body acts for the state in its name, and not for students or donors there.

    In a language that puts the noun first, the state must close the name: "Universitas Indonesia
    Tenggara" is not Indonesia's.
    """
    if not nouns.has("public", party.sort) or not (closes or nouns.head_last):
        return False
    words = (token.text.lower() for token in tokens[party.first : party.stop])
    return not any(nouns.has("private", word) for word in words)


def _line(
    scan: Scan, listed: Starts[tuple[Span, Known]], tokens: Sequence[Token]
) -> tuple[Line, dict[int, Known]]:
    """Give a sentence with what the lists know in it, by its words."""
    first = {token.start: index for index, token in enumerate(tokens)}
    last = {token.end: index + 1 for index, token in enumerate(tokens)}
    states: dict[int, int] = {}
    taken: set[int] = set()
    named: dict[int, Known] = {}
    for span, entry in listed.within(tokens[0].start, tokens[-1].end):
        begin, stop = first[span[0]], last[span[1]]
        if entry.kind == "state":
            states[begin] = stop
            named.update(dict.fromkeys(range(begin, stop), entry))
        else:
            taken.update(range(begin, stop))
    line = Line(scan.report.text, tokens, states, taken)
    for begin, stop, body in words_of(scan.report.language, "institution").find(tokens):
        beside = any(line.is_state(place) for place in (begin - 1, stop, stop + 1))
        if beside or body != "supreme_court":
            taken.update(range(begin, stop))
    return line, named


def _belongs_to_listed(line: Line, nouns: Nouns, party: Party, inside: Known | None) -> bool:
    """Whether people are those of an organisation or a state ("Hamas fighters", its citizens)."""
    if party.kind == "thing":
        return False
    beside = party.first - 1 if nouns.head_last else party.stop
    if beside in line.taken and not party.named:
        return True
    if inside is None or not nouns.has("residents", party.sort):
        return False
    inner = line.tokens[party.first : party.stop]
    return not any(nouns.has("things_first", token.text) for token in inner)


def _listed_nouns(scan: Scan) -> dict[str, int]:
    """Give the nouns that mean a listed organisation ("the union": the EU), and from where on."""
    nouns = organisation_nouns(scan.report.language)
    first: dict[str, int] = {}
    for span, entry in sorted(scan.known.items()):
        for noun in nouns.get(entry.id, ()) if entry.kind == "org" else ():
            first.setdefault(noun, span[0])
    return first


def _paint_short(
    scan: Scan, sentences: Sequence[Sequence[Token]], short: dict[str, Known]
) -> None:
    """Paint the short names of bodies where they stand alone."""
    if not short:
        return
    lexicon: Lexicon[Known] = Lexicon(any_case=False)
    for name, entry in short.items():
        lexicon.add(name, entry)
    covered = [False] * (len(scan.report.text) + 1)
    for start, end in scan.known:
        covered[start:end] = [True] * (end - start)
    for tokens in sentences:
        for first, stop, entry in lexicon.find(tokens):
            span = (tokens[first].start, tokens[stop - 1].end)
            if not covered[span[0]]:
                scan.known[span] = entry
                scan.people.mask.paint([span], "org")
