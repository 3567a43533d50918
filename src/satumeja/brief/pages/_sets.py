"""A brief on a model whose states are too many to be listed: counts, patterns, samples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from satumeja.brief.media import Cell, Table
from satumeja.brief.pages._brief import Found, Page, everyone, page_of
from satumeja.brief.sentences import Answer, calm_at, described, on_status_quo, reasons_at
from satumeja.brief.tables import Archive, heads
from satumeja.brief.words import SetPhrases, Words
from satumeja.model import Is
from satumeja.stability import StateSet, SymbolicAnalysis, Verdict

__all__ = ["ToldOfSets", "set_counts", "sets_page", "start_in_words", "told_of_sets"]

_PATTERNS = 20
_SAMPLES = 3
_IMPROVEMENTS = 3


@dataclass(frozen=True)
class ToldOfSets:
    """The states to be put into words, by decimal, and the verdicts on them.

    `states` has the status quo, where there is one, and a few equilibria; `strong` says
    whether these hold under every concept analysed, or under some.
    """

    states: tuple[int, ...]
    samples: tuple[int, ...]
    strong: bool
    verdicts: tuple[Verdict, ...]


def told_of_sets(analysis: SymbolicAnalysis) -> ToldOfSets:
    """Choose the states to put into words, and prove the verdicts on them.

    Notes
    -----
    Costs a closure for each state, decision maker and concept: up to four states.
    """
    start, strong = analysis.model.status_quo, analysis.strong_equilibria
    some = [analysis.equilibria(concept.id) for concept in analysis.concepts]
    held = strong or next((found for found in some if found), strong)
    samples = held.sample(_SAMPLES)
    states = tuple(dict.fromkeys(([] if start is None else [start]) + samples))
    dms = [dm.id for dm in analysis.model.decision_makers]
    asked = [concept.id for concept in analysis.concepts]
    return ToldOfSets(
        states,
        tuple(samples),
        bool(strong),
        tuple(
            verdict
            for state in states
            for verdict in analysis.explain_all(state, dms, asked, _IMPROVEMENTS)
        ),
    )


def sets_page(
    analysis: SymbolicAnalysis, told: ToldOfSets, archive: Archive, language: str
) -> Page:
    """Gather a brief in one language.

    Parameters
    ----------
    analysis : SymbolicAnalysis
        An analysed model.
    told : ToldOfSets
        The verdicts to put into words.
    archive : Archive
        Where evidence is looked up.
    language : {"en", "id"}
        The language to speak.
    """
    phrases = SetPhrases(analysis, Words(language))
    words = phrases.words
    size = words("sets.size", dms=everyone(phrases), count=words.number(analysis.feasible.count))
    found = Found(
        size=size,
        answer=_answer(analysis, told, phrases),
        equilibria=_counts_table(analysis, phrases),
        explained=tuple(
            described(phrases, analysis.number(state), _marks(told, state, phrases), told.verdicts)
            for state in told.states
        ),
        left_out=0,
        alone=True,
    )
    return replace(page_of(analysis, found, phrases, archive), sets=_patterns(analysis, phrases))


def start_in_words(analysis: SymbolicAnalysis, phrases: SetPhrases) -> list[str]:
    """Say under which concepts the status quo holds, and for whom it does not."""
    start = analysis.model.status_quo
    if start is None:
        return [phrases.words("answer.no_status_quo")]

    def is_stable(concept: str, dm: str) -> bool:
        return start in analysis.stable(concept, dm)

    return on_status_quo(phrases, analysis.number(start), analysis.concepts, is_stable)


def set_counts(analysis: SymbolicAnalysis) -> Iterator[tuple[str, list[int]]]:
    """Count for each concept the states stable for each decision maker, and for all."""
    for concept in analysis.concepts:
        counts = [
            analysis.stable(concept.id, dm.id).count for dm in analysis.model.decision_makers
        ]
        yield concept.id, [*counts, analysis.equilibria(concept.id).count]


def _answer(analysis: SymbolicAnalysis, told: ToldOfSets, phrases: SetPhrases) -> Answer:
    words, start = phrases.words, analysis.model.status_quo
    number = None if start is None else analysis.number(start)
    strong = analysis.strong_equilibria
    return Answer(
        status_quo=(
            *start_in_words(analysis, phrases),
            *calm_at(number, phrases, told.verdicts),
        ),
        reasons=reasons_at(number, phrases, told.verdicts),
        strong=words.count("answer.strong", strong.count)
        if strong
        else words("answer.strong_none"),
        states=tuple(
            described(phrases, analysis.number(state), (), ()) for state in told.samples if strong
        ),
        others=(
            *((words("sets.samples"),) if strong.count > len(told.samples) else ()),
            *((words("sets.readings"),) if analysis.model.readings else ()),
        ),
    )


def _marks(told: ToldOfSets, state: int, phrases: SetPhrases) -> list[str]:
    words = phrases.words
    marks = [words("mark.status_quo")] if state == phrases.model.status_quo else []
    if state in told.samples:
        marks.append(words("mark.every_concept" if told.strong else "mark.some_concept"))
    return marks


def _counts_table(analysis: SymbolicAnalysis, phrases: SetPhrases) -> Table:
    words = phrases.words
    names = [phrases.dm(dm.id) for dm in analysis.model.decision_makers]
    return Table(
        caption=words("sets.counts").rstrip(":"),
        head=(
            (
                Cell(words("column.concept"), "col"),
                *(Cell(name, "col") for name in (*names, words("sets.everyone"))),
            ),
        ),
        body=tuple(
            (
                Cell(words(f"concept.{concept}.short"), "row"),
                *(Cell(words.number(count), kind="number") for count in counts),
            )
            for concept, counts in set_counts(analysis)
        ),
        kind="counts",
        language=words.language,
    )


def _shares_table(analysis: SymbolicAnalysis, phrases: SetPhrases) -> Table:
    """Say in how many of the equilibria under each concept an option is taken.

    Notes
    -----
    Costs a count for each option and concept, each linear in the size of a diagram.
    """
    words, model = phrases.words, analysis.model
    held = [analysis.equilibria(concept.id) for concept in analysis.concepts]
    totals = [found.count for found in held]
    body, index = list[tuple[Cell, ...]](), 0
    for dm in model.decision_makers:
        for place, option in enumerate(dm.options):
            name = Cell(phrases.dm(dm.id), "rowgroup", rows=len(dm.options))
            shares = (
                _share(words, found.where(Is(index)).count, total)
                for found, total in zip(held, totals, strict=True)
            )
            body.append(
                (
                    *((name,) if not place else ()),
                    Cell(phrases.text(option.name) or option.id, "row"),
                    *(Cell(share, kind="number") for share in shares),
                )
            )
            index += 1
    concepts = [words(f"concept.{concept.id}.short") for concept in analysis.concepts]
    return Table(
        caption=words("sets.shares"),
        head=((*heads(words, "dm", "option")[0], *(Cell(each, "col") for each in concepts)),),
        body=tuple(body),
        kind="shares",
        language=words.language,
    )


def _share(words: Words, count: int, total: int) -> str:
    """Say a share so that "all" and "none" are told from nearly so."""
    if not total:
        return "–"
    if count in (0, total):
        return words("sets.all" if count else "sets.none")
    return words.share(Fraction(count, total))


def _patterns(analysis: SymbolicAnalysis, phrases: SetPhrases) -> tuple[Table, ...]:
    """Say what equilibria have in common: option by option, then as patterns if these are few."""
    words = phrases.words
    named = [(words("sets.strong"), analysis.strong_equilibria)]
    named += [
        (
            words("sets.under", concept=words(f"concept.{concept.id}.name")),
            analysis.equilibria(concept.id),
        )
        for concept in analysis.concepts
    ]
    found = [(title, each, each.patterns(_PATTERNS)) for title, each in named if each]
    return (
        _shares_table(analysis, phrases),
        *(
            _pattern_table(title, each, patterns.shown, phrases)
            for title, each, patterns in found
            if patterns.total <= _PATTERNS
        ),
    )


def _pattern_table(
    title: str, found: StateSet, patterns: Sequence[str], phrases: SetPhrases
) -> Table:
    words = phrases.words
    return Table(
        caption=f"{title}: {words.count('sets.equilibria', found.count)}",
        head=heads(words, "pattern", "count"),
        body=tuple(
            (
                Cell(pattern, kind="form"),
                Cell(words.number(1 << pattern.count("-")), kind="number"),
            )
            for pattern in patterns
        ),
        note=words("sets.letters"),
        kind="patterns",
        language=words.language,
    )
