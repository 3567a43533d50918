"""Everything a brief says in one language, gathered before a word of it is laid out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from importlib.metadata import version

from markupsafe import Markup

from satumeja.brief.figures import integrated_graph, ranking_strip
from satumeja.brief.media import Figure, Table
from satumeja.brief.pages._paths import PathsInWords, paths_in_words
from satumeja.brief.pages._talks import (
    RestsInWords,
    TablesInWords,
    rests_in_words,
    tables_in_words,
)
from satumeja.brief.sentences import (
    Answer,
    Asked,
    ReadingInWords,
    StateInWords,
    answer,
    in_words,
    reading_in_words,
    threats_by_reading,
)
from satumeja.brief.tables import (
    Archive,
    Quote,
    anchor,
    equilibria_table,
    infeasible_table,
    move_table,
    option_table,
    preference_table,
    ranking_table,
    red_line_table,
    references,
    seat_table,
    stability_table,
    state_tables,
)
from satumeja.brief.words import Phrases, Words
from satumeja.model import Model, Text
from satumeja.model.kit import statements_of
from satumeja.stability import CONCEPTS, Analysis, SymbolicAnalysis, Verdict
from satumeja.table import Threats

__all__ = ["Found", "Listed", "Page", "Told", "everyone", "page", "page_of"]

_LIMITS = ("order", "known", "alone", "time", "reading")


@dataclass(frozen=True)
class Told:
    """The verdicts to be put into words, decided once for all languages."""

    numbers: tuple[int, ...]
    left_out: int
    verdicts: tuple[Verdict, ...]
    asked: Asked
    readings: tuple[Analysis, ...] = ()
    judged: tuple[Threats, ...] = ()


@dataclass(frozen=True)
class Definition:
    """A term, what it means, and who introduced it."""

    term: str
    meaning: str | Markup
    reference: str = ""


@dataclass(frozen=True)
class SourceLine:
    """A source as the page lists it."""

    id: str
    anchor: str
    title: str
    citation: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """What a page shows of states that are listed: tables of them, and figures."""

    states: tuple[Table, ...]
    ranking: Table
    strip: Figure
    stability: Table
    graph: Figure
    paths: PathsInWords | None


@dataclass(frozen=True)
class Page:
    """A brief in one language.

    `listed` has what is shown of states one by one, `sets` what is shown of states that
    are too many for that.
    """

    words: Words
    title: str | Markup
    description: str | Markup
    as_of: str
    size: str
    answer: Answer
    equilibria: Table
    unsourced: int
    preferences: tuple[Table, ...]
    options: Table
    impossible: Table | None
    bound: Table | None
    explained: tuple[StateInWords, ...]
    left_out: int
    red_lines: Table | None
    seats: Table | None
    concepts: tuple[Definition, ...]
    conventions: tuple[Definition, ...]
    limits: tuple[str, ...]
    version: str
    commands: tuple[str, ...]
    digest: tuple[str, str] | None
    sources: tuple[SourceLine, ...]
    quotes: tuple[Quote, ...]
    listed: Listed | None = None
    sets: tuple[Table, ...] = ()
    tables: TablesInWords | None = None
    rests: RestsInWords | None = None
    readings: tuple[ReadingInWords, ...] = ()
    judged: Table | None = None

    @property
    def language(self) -> str:
        """The language the page is in."""
        return self.words.language

    @property
    def sections(self) -> tuple[str, ...]:
        """The keys of the sections the page has, in order."""
        listed = self.listed is not None
        there = {
            "states": listed,
            "sets": bool(self.sets),
            "impossible": not self.listed or self.listed.states[0].kind == "states",
            "rankings": listed,
            "stability": listed,
            "graph": listed,
            "tables": bool(self.red_lines or self.seats),
            "paths": self.listed is not None and self.listed.paths is not None,
            "rests": self.rests is not None,
            "readings": bool(self.readings),
        }
        keys = (
            "answer", "assumptions", "options", "states", "sets", "impossible", "rankings",
            "stability", "graph", "paths", "verdicts", "tables", "rests", "readings", "method",
            "reproduce", "sources",
        )  # fmt: skip
        return tuple(key for key in keys if there.get(key, True))


@dataclass(frozen=True)
class Found:
    """What was found, in words: the part of a page that differs by how states are decided."""

    size: str
    answer: Answer
    equilibria: Table
    explained: tuple[StateInWords, ...]
    left_out: int
    alone: bool


def page(analysis: Analysis, told: Told, archive: Archive, language: str) -> Page:
    """Gather a brief in one language.

    Parameters
    ----------
    analysis : Analysis
        An analysed model.
    told : Told
        The verdicts to put into words.
    archive : Archive
        Where evidence is looked up.
    language : {"en", "id"}
        The language to speak.

    Returns
    -------
    Page
        Tables, figures and sentences, ready to be laid out.
    """
    model = analysis.model
    phrases = Phrases(model, Words(language), analysis.ranks)
    found = Found(
        size=phrases.words.count("answer.size", len(model.states), dms=everyone(phrases)),
        answer=answer(analysis, phrases, told.verdicts),
        equilibria=equilibria_table(analysis, language=language),
        explained=tuple(
            in_words(analysis, phrases, number, told.verdicts) for number in told.numbers
        ),
        left_out=told.left_out,
        alone=told.asked.tables is None,
    )
    return replace(
        page_of(analysis, found, phrases, archive),
        listed=Listed(
            states=state_tables(analysis, language=language),
            ranking=ranking_table(analysis, language=language),
            strip=ranking_strip(analysis, language=language),
            stability=stability_table(analysis, language=language),
            graph=integrated_graph(analysis, language=language),
            paths=paths_in_words(analysis, phrases),
        ),
        tables=tables_in_words(told.asked, phrases),
        rests=rests_in_words(told.asked, phrases),
        readings=tuple(reading_in_words(analysis, other, phrases) for other in told.readings),
        judged=_judged(told, phrases),
    )


def everyone(phrases: Phrases) -> str:
    """Name all decision makers."""
    return phrases.words.all_of([phrases.dm(dm.id) for dm in phrases.model.decision_makers])


def page_of(
    analysis: Analysis | SymbolicAnalysis, found: Found, phrases: Phrases, archive: Archive
) -> Page:
    """Set what was found beside what was assumed, the method and the sources."""
    model, words = analysis.model, phrases.words
    language = words.language
    bound = move_table(model, language=language, archive=archive)
    return Page(
        words=words,
        title=_said(model, model.title, language),
        description=_said(model, model.description, language),
        as_of=words("brief.as_of", date=words.date(model.as_of)) if model.as_of else "",
        size=found.size,
        answer=found.answer,
        equilibria=found.equilibria,
        unsourced=_unsourced(model),
        preferences=tuple(
            preference_table(model, dm.id, language=language, archive=archive)
            for dm in model.decision_makers
        ),
        options=option_table(model, language=language, archive=archive),
        bound=bound if bound.body else None,
        impossible=(
            infeasible_table(model, language=language, archive=archive)
            if model.stated_rules
            else None
        ),
        explained=found.explained,
        left_out=found.left_out,
        red_lines=(
            red_line_table(model, language=language, archive=archive)
            if any(dm.red_lines for dm in model.decision_makers)
            else None
        ),
        seats=(seat_table(model, language=language, archive=archive) if model.tables else None),
        concepts=_concepts(analysis, words),
        conventions=_conventions(analysis, words),
        limits=tuple(
            words(f"method.limit.{key}") for key in _LIMITS if key != "alone" or found.alone
        ),
        version=words("reproduce.version", version=version("satumeja")),
        commands=_commands(analysis, language),
        digest=_digest(model),
        sources=_sources(model, words),
        quotes=tuple(archive.find(reference) for reference in references(model)),
    )


def _judged(told: Told, phrases: Phrases) -> Table | None:
    """Set out the threats of all readings; None where there is one reading, or no threat."""
    titles = [phrases.text(each.model.title) for each in told.judged]
    if len(titles) < 2 or not any(each.threats for each in told.judged):
        return None
    return threats_by_reading(phrases, titles, told.judged)


def _said(model: Model, text: Text, language: str) -> str | Markup:
    """Return a text in a language, marked with the language it is in where that is another."""
    own = next(iter(text.by_language), "") or next(iter(model.languages), "")
    if not text or language in text.by_language or own in ("", language):
        return text.in_language(language)
    return Markup('<span lang="{}">{}</span>').format(own, str(text))


def _unsourced(model: Model) -> int:
    """Count the preference statements that rest on no source."""
    return sum(
        not statement.evidence
        for dm in model.decision_makers
        for statement in statements_of(dm.preference)
    )


def _concepts(analysis: Analysis | SymbolicAnalysis, words: Words) -> tuple[Definition, ...]:
    return tuple(
        Definition(
            words(f"concept.{concept.id}.name"),
            words(f"concept.{concept.id}.definition"),
            concept.reference,
        )
        for concept in analysis.concepts
    )


def _conventions(analysis: Analysis | SymbolicAnalysis, words: Words) -> tuple[Definition, ...]:
    """Put the conventions into words; one the catalogue does not know stays in English."""
    english, found = Words("en"), list[Definition]()
    for key, meaning in analysis.conventions.items():
        known = (
            english(f"method.convention.{key}") if f"method.convention.{key}" in english else ""
        )
        said = (
            words(f"method.convention.{key}")
            if known == meaning
            else Markup('<span lang="en">{}</span>').format(meaning)
        )
        name = words(f"method.convention_name.{key}") if known else key
        found.append(Definition(name, said))
    return tuple(found)


def _commands(analysis: Analysis | SymbolicAnalysis, language: str) -> tuple[str, ...]:
    origin = analysis.model.origin
    if origin is None:
        return ()
    chosen = [concept.id for concept in analysis.concepts]
    asked = "" if chosen == list(CONCEPTS) else f" --concept {','.join(chosen)}"
    if analysis.engine == "symbolic":
        asked += " --engine symbolic"
    return (
        f"satumeja analyse {origin.name}{asked}",
        f"satumeja brief {origin.name}{asked} --language {language} --out brief.html",
    )


def _digest(model: Model) -> tuple[str, str] | None:
    """Return the name and the SHA-256 of the model file, if it can still be read."""
    if model.origin is None:
        return None
    try:
        return model.origin.name, hashlib.sha256(model.origin.read_bytes()).hexdigest()
    except OSError:
        return None


def _sources(model: Model, words: Words) -> tuple[SourceLine, ...]:
    found = []
    for source in model.sources:
        report = source.report.rsplit("/", 1)[-1]
        details = tuple(
            filter(None, (source.url, report and words("sources.report", file=report)))
        )
        title = source.title.in_language(words.language)
        found.append(SourceLine(source.id, anchor(source.id), title, source.citation, details))
    return tuple(found)
