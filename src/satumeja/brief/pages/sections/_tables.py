"""The section on tables: what they could agree, which threats work, and what never holds."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.figures import (
    deal_zone,
    opening_sets,
    outcome_in_words,
    table_map,
    zone_dates,
)
from satumeja.brief.media import Figure, Table
from satumeja.brief.pages.sections._material import Listed, Material
from satumeja.brief.pages.sections._never import NeverHolds
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.sentences import (
    Explanation,
    comparison_table,
    deal_sentences,
    deal_table,
    explanation,
    opening_sentences,
    opening_table,
    package_sentences,
    seats_in_words,
    table_sentences,
    threat_face,
    threat_lead,
    threat_sentences,
)
from satumeja.brief.tables import Quote, affected_table, red_line_table, seat_table
from satumeja.brief.words import Phrases, separating_statement, short_of
from satumeja.evidence import Archive
from satumeja.model import Model, OptionStates, Statement
from satumeja.stability import Verdict
from satumeja.stability.further import Proof
from satumeja.table import Deals, Openings

__all__ = ["TABLES", "Point", "Talks"]

_DEALS = 4


@dataclass(frozen=True)
class Point:
    """A sentence in bold, and the sentences under it."""

    lead: str
    points: tuple[str, ...]


@dataclass(frozen=True)
class TableInWords:
    """One table: what it could agree on, and what would open the way."""

    name: str
    sentences: tuple[str, ...]
    deals: Table | None
    described: tuple[Point, ...]
    zone: Figure
    opened: tuple[str, ...]
    openings: Table | None
    sets: Figure | None
    packages: tuple[str, ...]


@dataclass(frozen=True)
class NeverInWords:
    """An option that never holds, who leaves the states with it, why, and an example."""

    sentences: tuple[str, ...]
    because: str
    example: Explanation
    evidence: str


@dataclass(frozen=True)
class Talks:
    """What all tables could agree, which threats work, and what never holds."""

    summary: tuple[str, ...]
    face: tuple[str, ...]
    map: Figure
    comparison: Table | None
    dates: Figure | None
    tables: tuple[TableInWords, ...]
    threats: tuple[Point, ...]
    never: tuple[NeverInWords, ...]


@dataclass(frozen=True)
class Tables:
    """Who sits where, what nobody will live with, and what is said of that."""

    seats: Table | None
    affected: Table | None
    red_lines: Table | None
    talks: Talks | None


def _tables(edition: Edition[Material]) -> Tables | None:
    model, phrases, material = edition.model, edition.phrases, edition.material
    lines = any(dm.red_lines for dm in model.decision_makers)
    if not (model.tables or lines or model.affected):
        return None
    archive = material.archive
    return Tables(
        seats=seat_table(model, language=phrases, archive=archive) if model.tables else None,
        affected=affected_table(model, language=phrases, archive=archive)
        if model.affected
        else None,
        red_lines=red_line_table(model, language=phrases, archive=archive) if lines else None,
        talks=_talks(material, phrases) if isinstance(material, Listed) else None,
    )


def _talks(material: Listed, phrases: Phrases) -> Talks | None:
    """Say what the tables could agree; nothing where there are none, or none was asked about."""
    found = material.comparison
    if found is None:
        return None
    opened = {each.table: each for each in material.openings}
    start = found.deals[0].start
    told = material.threats.threats if material.threats else ()
    return Talks(
        summary=tuple(
            phrases.words(
                "map.summary",
                name=seats_in_words(phrases, each.table, each.seats),
                outcome=_outcome(phrases, each, opened.get(each.table)),
            )
            for each in found.deals
        ),
        face=tuple(threat_face(phrases, threat) for threat in told),
        map=table_map(found, material.openings, language=phrases),
        comparison=comparison_table(found, language=phrases) if len(found.deals) > 1 else None,
        dates=zone_dates(material.dates, language=phrases) if material.dates else None,
        tables=tuple(_table(phrases, each, opened.get(each.table)) for each in found.deals),
        threats=tuple(
            Point(threat_lead(phrases, threat), tuple(threat_sentences(phrases, threat, start)))
            for threat in told
        ),
        never=tuple(_never(phrases, material.archive, each) for each in material.never),
    )


def _outcome(phrases: Phrases, found: Deals, opened: Openings | None) -> str:
    """Say what a table could agree, the red lines told by what they say."""
    lines = {line.name: line.statement.condition for line in opened.red_lines} if opened else {}

    def named(name: str) -> str:
        condition = phrases.condition(lines[name])
        return phrases.words("map.line", name=name, condition=condition)

    return outcome_in_words(phrases.words, found, opened, named)


def _table(phrases: Phrases, found: Deals, opened: Openings | None) -> TableInWords:
    ways = opened is not None and bool(opened.openings or opened.concessions)
    best = [n for n in found.best().tolist() if n in set(found.numbers[found.efficient].tolist())]
    return TableInWords(
        name=seats_in_words(phrases, found.table, found.seats),
        sentences=tuple(table_sentences(phrases, found)),
        deals=deal_table(found, language=phrases) if len(found) else None,
        described=tuple(
            Point(
                f"{number}: {phrases.described(number)}",
                tuple(deal_sentences(phrases, found.deal(number))),
            )
            for number in best[:_DEALS]
        ),
        zone=deal_zone(found, language=phrases),
        opened=tuple(opening_sentences(phrases, opened)) if opened else (),
        openings=opening_table(opened, language=phrases) if opened and ways else None,
        sets=opening_sets(opened, language=phrases) if opened and ways else None,
        packages=tuple(package_sentences(phrases, opened)) if opened else (),
    )


def _never(phrases: Phrases, archive: Archive, found: NeverHolds) -> NeverInWords:
    words = phrases.words
    concepts = words.all_of([short_of(concept, words) for concept in found.concepts])
    said = [words("table.option", option=phrases.option(found.option), concepts=concepts)]
    everywhere = [dm for dm, count in found.leaving if count == found.states]
    if everywhere:
        name = phrases.dm(everywhere[0])
        said.append(words.count("table.leaves_all", found.states, dm=name))
    elif found.leaving:
        parts = [
            words.count("table.leaves_part", count, dm=phrases.dm(dm))
            for dm, count in found.leaving
        ]
        said.append(
            words("table.leaves_some", all=words.number(found.states), dms=words.all_of(parts))
        )
    decides, leaver = _decides(phrases.model, found.verdict), found.verdict.party[0]
    return NeverInWords(
        sentences=tuple(said),
        because=_because(phrases, leaver, *decides) if decides and everywhere else "",
        example=explanation(phrases, [found.verdict]),
        evidence=_evidence(phrases, archive, decides[1]) if decides else "",
    )


def _decides(model: Model, verdict: Proof) -> tuple[int, Statement] | None:
    """Find the statement that makes a state worth leaving, and its place."""
    states = model.states
    if not (isinstance(verdict, Verdict) and isinstance(states, OptionStates)):
        return None
    if verdict.improvement is None:
        return None
    first, second = map(states.decimal, (verdict.state, verdict.improvement))
    decides = separating_statement(model[verdict.dm], first, second)
    return decides[:2] if decides else None


def _because(phrases: Phrases, dm: str, place: int, statement: Statement) -> str:
    words, reason = phrases.words, phrases.text(statement.because).rstrip(".")
    blanks = {"dm": phrases.dm(dm), "condition": phrases.condition(statement.condition)}
    said = words("table.because", place=place, **blanks)
    return f"{said} {words('reason.given', because=reason)}" if reason else said


def _evidence(phrases: Phrases, archive: Archive, statement: Statement) -> str:
    """Quote what a statement rests on."""
    if not statement.evidence:
        return ""
    words = phrases.words
    quotes = [Quote(archive.find(name)).text(words) for name in statement.evidence]
    return words("table.rests", evidence="; ".join(quotes))


TABLES = Section("tables", Material, _tables)
