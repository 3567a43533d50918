"""Paint a report with what the lists know, words of saying, and capitalised names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import pairwise

from satumeja.dossier.reading._gazetteer import (
    Cue,
    Known,
    cue_nouns,
    cues,
    known_actors,
    lists,
    words_of,
)
from satumeja.dossier.reading._lexicon import Token, tokens_of
from satumeja.dossier.reading._listings import listings_in
from satumeja.dossier.reading._mask import SYMBOLS, Mask, compile_shape, is_painted
from satumeja.dossier.reading._nouns import nouns_of
from satumeja.dossier.reading._persons import Persons
from satumeja.dossier.reading._scan import People, Scan
from satumeja.report import Report, Span
from satumeja.report.kit import date_words, word_choice

__all__ = ["begin", "finish"]

_INNER_CAPITAL = re.compile(r"(?<=[\w,] )[^\W\d_a-zß-ÿ][\w’']*")
_BEFORE_VERB = re.compile(r"(?P<word>[^\s,.;:()“”\"]+),?\s(?:[a-z]{3,12}ly |also |still |now )?\Z")
_REACH_OF_MANY = 60
_REACH_OF_WHEN = 160
_FIRST_CAPITAL = re.compile(r"(?<![\w,] )\b([A-Z][a-zß-ÿ]+)(?: [A-Z][a-zß-ÿ]+)+ [a-z]")
_NAME_WORDS = 2
_SHORT_MONTH = 3  # "Jan" and "Mar" begin names too; where they are dates they are painted
_OFFICE_BEFORE = re.compile(f"{SYMBOLS['office']}[^,.;:\n]*\\Z")
_OFFICE_REACH = 60
_OWNER = re.compile(r"(?<=\w)['’]s\Z")
_NAME_WORD = r"[^\W\d_a-zß-ÿ][\w’'-]*[a-zß-ÿ][\w’'-]*"


def begin(report: Report) -> tuple[Scan, list[list[Token]]]:
    """Begin to paint a report: the names of the lists.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    tuple
        The text with its states and listed organisations painted, and its words.
    """
    names = lists(report.language, "actors")["names"]
    persons = Persons(names["suffixes"], names["aliases"])
    people = People(
        Mask(report.text), report.language, persons=persons, listings=listings_in(report)
    )
    scan = Scan(report, people)
    openers = (*names["openers"], *date_words(report.language))
    first = {word for word in _FIRST_CAPITAL.findall(report.text) if word.lower() not in openers}
    scan.capitalised = frozenset(_INNER_CAPITAL.findall(report.text)) | first
    tokens = [tokens_of(report.text, s.start, s.end) for s in report.sentences]
    for words in tokens:
        _paint_known(scan, words)
    return scan, tokens


def finish(
    scan: Scan, tokens: list[list[Token]], parties: Iterable[Span], bodies: Collection[int] = ()
) -> None:
    """Paint what is left: other words of the lists, dates, words of saying, and names.

    Parameters
    ----------
    scan : Scan
        The text, with the names of the lists and the parties painted.
    tokens : list of list of Token
        Its words.
    parties : iterable of Span
        The words of parties that are painted.
    bodies : collection of int
        Where the names of bodies begin: an office ends there ("Kepala | Dinas Pertanian").
    """
    report = scan.report
    covered = {place for span in (*scan.known, *parties) for place in range(*span)}
    for words in tokens:
        _paint_lists(scan, words, covered, bodies)
    scan.people.mask.paint([(d.start, d.end) for d in report.dates], "date")
    painted = scan.people.mask.text()
    for words in tokens:
        _paint_cues(scan, words, painted)
    scan.painted = painted = scan.people.mask.text()
    scan.speaking = frozenset(_speaking_alone(report.language, painted))
    for sentence in report.sentences:
        _paint_names(scan, painted, sentence.start, sentence.end)


def _paint_known(scan: Scan, words: list[Token]) -> None:
    """Paint states and organisations."""
    language, mask = scan.report.language, scan.people.mask
    apart = -1
    for first, stop, known in known_actors(language).find(words):
        if known.alone and first and _capital_before(scan, words, first):
            continue
        if known.way == "seat" and _counts(language, words, first, stop):
            continue
        span = (words[first].start, words[stop - 1].end)
        if span[0] < apart:
            continue
        part = _part_of_state(scan, words, first, stop) if known.kind == "state" else None
        if part is not None and known.way == "name":
            scan.known.pop((part[0], words[first - 1].end), None)  # "Western", of "the West"
            apart, span = part[1], part
        if apart == span[1] or _is_place(scan, words, first, known):
            mask.paint([span], "place")
            continue
        scan.known[span] = known
        mask.paint([span], "state" if known.kind == "state" else "org")


def _paint_lists(scan: Scan, words: list[Token], taken: set[int], bodies: Collection[int]) -> None:
    """Paint offices, institutions, heads, documents and pronouns."""
    cuts = [index for index, word in enumerate(words) if word.start in bodies]
    parts = [words[a:b] for a, b in pairwise([0, *cuts, len(words)])]
    for kind in ("institution", "office", "head", "document", "pronoun"):
        for part in parts if kind == "office" else [words]:
            for first, stop, value in words_of(scan.report.language, kind).find(part):
                span = (part[first].start, part[stop - 1].end)
                if taken.isdisjoint(range(*span)):
                    scan.listed[span] = value
                    scan.people.mask.paint([span], kind)
                    taken.update(range(*span))


def _capital_before(scan: Scan, words: list[Token], index: int) -> bool:
    """Whether a capitalised word stands right before, as in "Jawa Barat".

    The first word of a sentence has its capital from there, unless it is a place.
    """
    before = words[index - 1]
    places = lists(scan.report.language, "actors")["names"]["places"]
    named = before.text[:1].isupper() and (index > 1 or before.text in places)
    return named and scan.report.text[before.end] == " "


def _counts(language: str, words: list[Token], first: int, stop: int) -> bool:
    """Whether a capital's name is a number here ("Lima ribu buruh")."""
    behind = words[stop].text if stop < len(words) else ""
    if words[first].text.lower() not in lists(language, "clauses")["words"]["determiner"]:
        return False
    return behind in lists(language, "signs")["classes"]["figure"].split()


def _is_place(scan: Scan, words: list[Token], first: int, known: Known) -> bool:
    """Whether a capital is meant as a place ("in Moscow"), not as a government."""
    if known.way != "seat" or not first:
        return False
    before = words[first - 1].text.lower()
    return before in lists(scan.report.language, "actors")["places"]["before"]


def _part_of_state(scan: Scan, words: list[Token], first: int, stop: int) -> Span | None:
    """Give where another place than the state is named by it: "Eastern Congo", "Jerman Timur"."""
    head_last = nouns_of(scan.report.language).head_last
    beside = first - 1 if head_last else stop
    if not 0 <= beside < len(words):
        return None
    parts = lists(scan.report.language, "actors")["places"]["parts"]
    begin, end = min(first, beside), max(stop, beside + 1)
    gap = words[first - 1].end if head_last else words[stop - 1].end
    if words[beside].text not in parts or scan.report.text[gap : gap + 1] != " ":
        return None
    longer = head_last and end < len(words) and _follows_as_name(scan, words, end)
    return None if longer else (words[begin].start, words[end - 1].end)


def _follows_as_name(scan: Scan, words: list[Token], index: int) -> bool:
    """Whether a name goes on with a word: "South China | Sea"."""
    joined = scan.report.text[words[index - 1].end] == " "
    return joined and words[index].text[:1].isupper()


def _paint_cues(scan: Scan, words: list[Token], text: str) -> None:
    """Paint the words of saying that are not part of something else.

    What somebody asks for or declines on his own name ("yang enggan disebut namanya") is none.
    """
    hidden = re.compile(lists(scan.report.language, "speech")["nothing"]["hidden"])
    for first, stop, cue in cues(scan.report.language).find(words):
        start, end = words[first].start, words[stop - 1].end
        if is_painted(text[start]) or _is_noun(scan, words, first, cue) or hidden.match(text, end):
            continue
        if cue.only and not re.match(cue.when, text[end : end + _REACH_OF_WHEN]):
            continue
        if cue.many and not _of_many(scan, text, start):
            continue
        scan.people.cues[start] = (end, cue)
        scan.people.mask.paint([(start, end)], cue.form)
    for first, stop, cue in cue_nouns(scan.report.language).find(words):
        start, end = words[first].start, words[stop - 1].end
        if start not in scan.people.cues and not is_painted(text[start]):
            scan.people.nouns[start] = (end, cue)


def _of_many(scan: Scan, painted: str, place: int) -> bool:
    """Whether a word stands behind those who are many, and so is their verb ("miners fear")."""
    before = _BEFORE_VERB.search(painted, max(0, place - _REACH_OF_MANY), place)
    if before is None:
        return False
    word = before["word"].lower()
    many = lists(scan.report.language, "speech")["pronouns"]["many"]
    return word in many or (
        is_painted(word[-1]) and scan.report.text[before.end("word") - 1] == "s"
    )


def _is_noun(scan: Scan, words: list[Token], index: int, cue: Cue) -> bool:
    """Whether a word of saying stands where a noun or a name does."""
    after = lists(scan.report.language, "speech")["nouns"]["after"]
    if index and cue.form in ("verb", "gerund", "root"):
        gap = scan.report.text[words[index - 1].end : words[index].start]
        joined = not gap.strip() and words[index - 1].text.lower() in after
        owned = gap.strip() in ("'", "’") and words[index - 1].text.endswith("s")
        counted = not gap.strip() and _is_described(words, index)
        if joined or owned or counted or gap.strip() in ("'s", "’s"):
            return True
    if index > 1 and _is_paired(scan, words, index):
        return True
    return index > 0 and words[index].text[:1].isupper() and words[index - 1].text[:1].isupper()


def _is_described(words: list[Token], index: int) -> bool:
    """Whether a word only describes what follows ("17 dismissed men", "dumped rejected fruit")."""
    word, before = words[index].lower, words[index - 1].text
    verb = before.islower() and before.endswith("ed") and before != "indeed"
    return word.endswith("ed") and (before.isdigit() or verb)


def _is_paired(scan: Scan, words: list[Token], index: int) -> bool:
    """Whether a word is the second of two plurals ("differences and disputes")."""
    joints = lists(scan.report.language, "actors")["coordination"]["and"]
    first, joint, second = words[index - 2 : index + 1]
    plural = first.lower.endswith("s") and second.lower.endswith("s")
    return plural and joint.lower in joints and first.start not in scan.people.cues


def _paint_names(scan: Scan, text: str, start: int, end: int) -> None:
    """Paint runs of capitalised words that can be names of persons."""
    for match in _name_pattern(scan.report.language).finditer(text, start, end):
        span = _trimmed(scan, match.span(), start)
        if span:
            scan.people.mask.paint([span], "name")


def _name_pattern(language: str) -> re.Pattern[str]:
    """Match capitalised words, with the connectors names have."""
    names = lists(language, "actors")["names"]
    connectors, suffixes = "|".join(names["connectors"]), "|".join(names["suffixes"])
    gap = r"(?: |-)"
    initial = r"[A-Z]\.(?:[A-Z]\.)*"
    joint = rf"{gap}(?!(?i:{suffixes})\b)(?:(?:{connectors}) |(?:a[dlnrstz]|ash|el|ul|ur)-)?"
    return re.compile(
        rf"(?<![\w.])(?:{_NAME_WORD}|{initial}(?= {_NAME_WORD}))"
        rf"(?:{joint}(?:{_NAME_WORD}|{initial}(?=\s))){{0,8}}"
        rf"(?:,? (?i:{suffixes})\b\.?(?=[\s,]|$))?"
    )


def _speaking_alone(language: str, painted: str) -> Iterator[str]:
    """Give the single capitalised words that stand where a speaker does."""
    pattern: str = lists(language, "actors")["names"]["speaking_alone"]
    for match in compile_shape(pattern).finditer(painted):
        yield next((word for word in match.groups() if word), "")


def _trimmed(scan: Scan, span: Span, sentence_start: int) -> Span | None:
    """Cut what is no name off a run of capitalised words; None where nothing is left."""
    text, names = scan.report.text, lists(scan.report.language, "actors")["names"]
    start, end = span
    owner = _OWNER.search(text, start, end)
    end = owner.start() if owner else end
    dates = date_words(scan.report.language)
    while start < end:
        word = re.match(r"[\w.’']+", text[start:end])
        if word is None:
            return None
        lower = word.group().lower()
        opener = lower in names["openers"] and start <= sentence_start + 1
        named = len(lower) <= _SHORT_MONTH and text[start + word.end() : end].strip() != ""
        if not (opener or (lower in dates and not named) or lower in names["openers"]):
            break
        start = _next_word(text, start + word.end(), end)
    before = re.search(r"([\w-]+) \Z", text[max(0, start - 20) : start])
    if before and before.group(1) in names["not_after"]:
        return None
    start = _past_places(scan, start, end)
    start = _past_bodies(scan, start, end)
    start = _at_first_name(scan, start, end)
    words = set(re.findall(r"[\w’']+", text[start:end]))
    if start >= end or _is_part(scan, start, end):
        return None
    first_word = len(words) == 1 and start <= sentence_start + 1
    return None if first_word and not words <= scan.capitalised else (start, end)


def _is_part(scan: Scan, start: int, end: int) -> bool:
    """Whether words name a part of a country: "North Kivu", and not Oliver North."""
    if not nouns_of(scan.report.language).head_last:
        return False  # there the places are known by their first words
    opening, _, behind = scan.report.text[start:end].partition(" ")
    return bool(behind) and opening in lists(scan.report.language, "actors")["places"]["parts"]


def _past_bodies(scan: Scan, start: int, end: int) -> int:
    """Skip a body that stands before a name ("Bank Central Asia Tbk Jahja Setiaatmadja").

    What follows a body is its own name, unless its last word closes it or so many words
    follow that the last two can only be a person's; else nobody is named.
    """
    text, names = scan.report.text, lists(scan.report.language, "actors")["names"]
    words = list(re.finditer(r"[\w’']+", text[start:end]))
    bodies = _not_persons(scan.report.language)
    last = next((i for i in reversed(range(len(words))) if words[i].group() in bodies), None)
    if last is None:
        before = re.search(r"(\w+) \Z", text[max(0, start - 12) : start])
        if before is None or before.group(1) not in names["firms"]:
            return start
        last = -1
    rest = words[last + 1 :]
    spoken = next((word for word in rest if word.group() in scan.speaking), None)
    if spoken is not None:
        return start + spoken.start()
    if not rest:
        return end
    begin = start + rest[0].start()
    placed = _past_places(scan, begin, end)
    if placed > begin or (len(rest) >= _NAME_WORDS and words[last].group() in names["ends"]):
        return placed
    enough = 2 * _NAME_WORDS - _has_a_speaker(scan, start, end)
    return start + words[-2].start() if len(rest) >= enough else end


def _has_a_speaker(scan: Scan, start: int, end: int) -> bool:
    """Whether somebody is named: an office stands before the words, one of saying behind."""
    text = scan.painted
    office = _OFFICE_BEFORE.search(text[max(0, start - _OFFICE_REACH) : start])
    return office is not None and text[end + 1 : end + 2] == SYMBOLS["verb"]


def _at_first_name(scan: Scan, start: int, end: int) -> int:
    """Skip to the name somebody later speaks by alone ("Emas Lestari Maria L.": "kata Maria")."""
    words = list(re.finditer(r"[\w’']+", scan.report.text[start:end]))
    if len(words) <= _NAME_WORDS:
        return start
    named = [i for i, word in enumerate(words[:-1]) if word.group() in scan.speaking]
    return start + words[named[0]].start() if named else start


def _past_places(scan: Scan, start: int, end: int) -> int:
    """Skip the places that stand before a name ("Maluku Benediktus Sarkol")."""
    pattern = _places(scan.report.language)
    match = pattern.match(f"{scan.report.text[start:end]} ") if pattern else None
    return min(start + match.end(), end) if match else start


@cache
def _places(language: str) -> re.Pattern[str] | None:
    """Match places that more of a name follows."""
    places = lists(language, "actors")["names"]["places"]
    return re.compile(rf"(?:{word_choice(places)} )+") if places else None


def _next_word(text: str, place: int, end: int) -> int:
    """First index of the next word."""
    while place < end and not text[place].isalnum():
        place += 1
    return place


@cache
def _not_persons(language: str) -> frozenset[str]:
    """Capitalised words that are part of no person's name."""
    names = lists(language, "actors")["names"]
    phrases = [*names["not_persons"], *names["ends"]]
    return frozenset(word for phrase in phrases for word in phrase.split())
