"""What the page rests on and what stands around it: evidence, denials, seats, dates."""

from __future__ import annotations

from collections.abc import Iterator

from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._sentence import Block, Sentence, capital, spelled
from satumeja.front import Ahead, Front

__all__ = ["dates", "evidence", "seats", "short_name"]

_MOST, _BOTH = 3, 2
_SHORT_NAME = 4


def evidence(names: Names) -> Block:
    """Say how well the assumptions are borne out, what is denied, and what is left aside."""
    sentences = (*_counts(names), *_denials(names), *_left_aside(names))
    return Block("evidence", names.words("leaf.heading.evidence"), sentences)


def _counts(names: Names) -> Iterator[Sentence]:
    words, front = names.words, names.front
    backing = front.evidence
    grade = words(f"leaf.grade.{_grade(front)}")
    if backing.passages or backing.reports:
        number = spelled(words, backing.reports)
        blanks = {
            "grade": grade,
            "reports": capital(
                words.count("leaf.evidence.reports", backing.reports, number=number)
            ),
            "passages": words.count("leaf.evidence.passages", backing.passages),
            "verbatim": words.number(backing.verbatim),
            "checked": words.number(backing.checked),
        }
        text = words("leaf.evidence.count", **blanks)
        yield Sentence("leaf.evidence.count", text, "evidence", grade, blanks)
    elif front.sources:
        mark = words("leaf.evidence.nothing_mark")
        blanks = {"grade": mark, "count": words.number(front.sources)}
        text = words.count("leaf.evidence.nothing", front.sources, grade=mark)
        yield Sentence("leaf.evidence.nothing", text, "sources", mark, blanks)
    else:
        text = words("leaf.evidence.bare", grade=grade)
        yield Sentence("leaf.evidence.bare", text, "evidence", grade, {"grade": grade})


def _grade(front: Front) -> str:
    """Give the grade of the weakest link; one that words are quoted for, but inferred, is such."""
    grade = front.evidence.grade
    reasons = [link.why for link in front.links if link.why and link.why.grade == grade]
    quoted = any(why.inferred and why.passages for why in reasons)
    return "inferred" if grade == "published" and quoted else grade


def _denials(names: Names) -> Iterator[Sentence]:
    words, denials = names.words, names.front.denials
    if denials.claims:
        who = [names.dm(dm) if dm in names.parties else dm for dm in denials.by]
        blanks = {
            "number": spelled(words, denials.claims),
            "who": words.all_of(who),
            "k": spelled(words, denials.used),
        }
        key, count = "accepted", denials.claims
    elif denials.reported and not denials.checked:
        blanks = {"number": spelled(words, denials.reported)}
        key, count = "reported", denials.reported
    elif names.front.reports:
        yield Sentence("leaf.denied.none", words("leaf.denied.none"), "denials")
        return
    else:
        return
    text = capital(words.count(f"leaf.denied.{key}", count, **blanks))
    yield Sentence(f"leaf.denied.{key}", text, "denials", "", blanks)


def _left_aside(names: Names) -> Iterator[Sentence]:
    """Say which other readings use sentences that this one leaves aside."""
    words = names.words
    for place, reading in enumerate(names.front.readings):
        count = len(reading.left_aside)
        if count and not reading.this:
            name = short_name(names, names.readings[place])
            blanks = {"name": name, "number": spelled(words, count)}
            text = words.count("leaf.aside", count, **blanks)
            yield Sentence("leaf.aside", text, f"readings[{place}]", "", blanks)


def short_name(names: Names, name: str) -> str:
    """Give the letter before the colon of a reading's name, or the name in quotation marks."""
    letter, colon, _ = name.partition(":")
    return letter if colon and len(letter) <= _SHORT_NAME else names.words("quoted", text=name)


def seats(names: Names) -> Block:
    """Say who is acted upon and has no choice in the model, or ask."""
    words, front = names.words, names.front
    heading = words("leaf.heading.seat")
    affected = [capital(names.text(seat.name)) for seat in front.no_seat[:_MOST]]
    blanks = {"names": words.all_of(affected)} if affected else {}
    if affected:
        key = "reported" if front.reports else "named"
    else:
        key = "nobody" if front.reports else "unknown"
    text = words(f"leaf.seat.{key}", **blanks)
    source = "no_seat" if affected else "reports"
    return Block("seat", heading, (Sentence(f"leaf.seat.{key}", text, source, "", blanks),))


def dates(names: Names) -> Block:
    """Say what lies ahead, the nearest first; tables of one day together."""
    words, front = names.words, names.front
    tables = [ahead for ahead in front.ahead if ahead.what == "table"]
    together = len(tables) > 1 and len({ahead.on for ahead in tables}) == 1
    together = together and len(tables) == len(front.tables)
    sentences, joined = list[Sentence](), False
    for place, ahead in enumerate(front.ahead):
        if ahead.what == "table" and together:
            if not joined:
                sentences.append(_all_tables(names, ahead))
            joined = True
        else:
            sentences.append(_date(names, ahead, f"ahead[{place}]"))
    if not sentences:
        sentences.append(Sentence("leaf.ahead.nothing", words("leaf.ahead.nothing"), "ahead"))
    return Block("ahead", words("leaf.heading.ahead"), tuple(sentences[:_MOST]))


def _all_tables(names: Names, ahead: Ahead) -> Sentence:
    words, count = names.words, len(names.front.tables)
    blanks = {"date": capital(words.date(ahead.on)), "n": spelled(words, count)}
    key = "leaf.ahead.both" if count == _BOTH else "leaf.ahead.all"
    return Sentence(key, words(key, **blanks), "ahead", "", blanks)


def _date(names: Names, ahead: Ahead, source: str) -> Sentence:
    words = names.words
    blanks = {"date": capital(words.date(ahead.on))}
    what = names.text(ahead.text).rstrip(".")
    if what in (ahead.on, words.date(ahead.on)):
        what = ""  # a date that a report names, and no more
    if ahead.what == "table":
        table = next(table for table in names.front.tables if table.id == ahead.id)
        what = names.text(table.name)
    if what:
        blanks["what"] = what
        key = "leaf.ahead.thing"
    else:
        key = "leaf.ahead.the_table" if ahead.what == "table" else "leaf.ahead.report"
    return Sentence(key, words(key, **blanks), source, "", blanks)
