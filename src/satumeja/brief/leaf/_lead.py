"""The head and the lead: what was asked, how the present situation holds, what tables could do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from satumeja.brief.leaf._names import Names
from satumeja.brief.leaf._sentence import Sentence, capital, spelled
from satumeja.front import Seated
from satumeja.stability import Hold

__all__ = ["Rung", "head", "lead", "strip"]

_RUNGS = (3, 2, 1, 0)
_MOST_READINGS = 6
_SEVERAL = 2


@dataclass(frozen=True)
class Rung:
    """One cell of the strip: a rung of the scale, and who stands on it.

    Parameters
    ----------
    level : int
        The rung, 3 the highest.
    name, title : str
        What it is called, and which concepts it is made from.
    here : bool
        Whether the page's own reading stands on it.
    standing : tuple of str
        Who stands there, each with its sign: a filled one for the page's own reading.
    """

    level: int
    name: str
    title: str
    here: bool
    standing: tuple[str, ...]


def head(names: Names) -> Iterator[Sentence]:
    """Say what the page is about: its title, reading, day and question, those there are."""
    front, words = names.front, names.words
    yield Sentence("title", capital(names.text(front.title)), "title")
    if front.reading:
        yield Sentence("reading", names.text(front.reading), "reading")
    if front.as_of:
        blanks = {"date": words.date(front.as_of)}
        yield Sentence("leaf.as_of", words("leaf.as_of", **blanks), "as_of", "", blanks)
    if front.question:
        blanks = {"question": names.text(front.question)}
        text = words("leaf.asked", **blanks)
        yield Sentence("leaf.asked", text, "question", words("leaf.asked_mark"), blanks)


def lead(names: Names) -> Iterator[Sentence]:
    """Say how the present situation holds, and what could be agreed."""
    hold = names.front.hold
    if hold is None:
        yield _no_present(names)
        return
    yield _holding(names, hold)
    tables = names.front.tables
    if tables:
        yield _zones(names, tables)


def _holding(names: Names, hold: Hold) -> Sentence:
    words, level = names.words, hold.level
    lowest = [side for side in hold.tempted if side.level == level]
    key = f"leaf.lead.{level}"
    if level == 1:
        costly = not any(side.by_level[-1] for side in lowest)
        key += "_all" if costly else "_some"
    others = "one" if len(names.parties) == _SEVERAL and len(lowest) == 1 else "many"
    rung = words(f"leaf.holds.{level}")
    blanks = {
        "rung": rung,
        "dms": names.dms(side.dm for side in lowest),
        "others": words(f"leaf.others_{others}"),
    }
    return Sentence(key, words(key, **blanks), "hold", rung, blanks)


def _no_present(names: Names) -> Sentence:
    elsewhere, words = names.front.elsewhere, names.words
    if elsewhere is None:
        return Sentence("leaf.lead.unlisted", words("leaf.lead.unlisted"), "elsewhere")
    counts = [spelled(words, elsewhere.counts[level]) for level in _RUNGS]
    blanks = dict(zip("abcd", counts, strict=True))
    blanks["n"] = spelled(words, sum(elsewhere.counts))
    text = words.count("leaf.lead.none", elsewhere.counts[-1], **blanks)
    return Sentence("leaf.lead.none", text, "elsewhere", "", blanks)


def _zones(names: Names, tables: Sequence[Seated]) -> Sentence:
    """Say at how many tables there is something that all seated would accept."""
    words, total = names.words, len(tables)
    some = sum(table.zone > 0 for table in tables)
    blanks = {"n": spelled(words, total), "k": spelled(words, some)}
    if not tables[0].id:
        key = "everybody" if some else "nobody"
    elif some == 0:
        key = {1: "none_one", 2: "none_two"}.get(total, "none")
    elif some == total:
        key = "all_one" if total == 1 else "all"
    else:
        key = "some"
    text = words(f"leaf.zone.{key}", **blanks)
    return Sentence(f"leaf.zone.{key}", text, "tables", "", blanks)


def strip(names: Names) -> tuple[Rung, ...]:
    """Give the four rungs with the readings that stand on them, or how many situations do."""
    return tuple(
        Rung(
            level,
            names.words(f"leaf.rung.{level}"),
            names.words(f"leaf.concept.{level}"),
            names.front.hold is not None and names.front.hold.level == level,
            tuple(_standing(names, level)),
        )
        for level in _RUNGS
    )


def _standing(names: Names, level: int) -> Iterator[str]:
    """Say who stands on a rung."""
    front, words = names.front, names.words
    named = zip(front.readings, names.readings, strict=True)
    readings = [(reading, name) for reading, name in named if reading.level == level]
    if front.hold is not None and front.hold.level == level:
        own = [name for reading, name in readings if reading.this]
        alone = len(front.readings) <= 1
        yield f"● {words('leaf.now_word') if alone or not own else own[0]}"
    others = [name for reading, name in readings if not reading.this]
    if len(front.readings) > _MOST_READINGS:
        if others:
            yield f"○ {words.count('leaf.readings', len(others))}"
    else:
        yield from (f"○ {name}" for name in others)
    if front.hold is None and front.elsewhere is not None and front.elsewhere.counts[level]:
        yield words.count("leaf.situations", front.elsewhere.counts[level])
