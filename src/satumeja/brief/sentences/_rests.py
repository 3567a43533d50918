"""What answers rest on, in sentences and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Table
from satumeja.brief.tables import credits_of
from satumeja.brief.words import Phrases, Tongue, Words, phrases_of, short_of
from satumeja.model import Condition, Prioritisation

if TYPE_CHECKING:
    from satumeja.questions import Answer, Assumption, Change, Leaning, RestsOn, Standing

__all__ = [
    "assumption_in_words",
    "leaning_table",
    "sources_in_words",
    "standing_groups",
    "standing_sentences",
]

_FLIPS = 6
_PAIRS = 2


def _condition(phrases: Phrases, about: Assumption) -> Condition:
    if about.kind == "rule":
        return phrases.model.infeasible[about.place - 1].condition
    dm = phrases.model[about.dm]
    if about.kind == "red_line":
        return dm.red_lines[about.place - 1].condition
    assert isinstance(dm.preference, Prioritisation)  # noqa: S101
    return dm.preference.statements[about.place - 1].condition


def _what(phrases: Phrases, about: Assumption) -> str:
    if about.kind == "ranking":
        return about.text
    return phrases.condition(_condition(phrases, about))


def assumption_in_words(phrases: Phrases, about: Assumption) -> str:
    """Name an assumption: whose it is, its place in the list, and what it says."""
    words, what = phrases.words, _what(phrases, about)
    if about.kind == "rule":
        return words("rests.rule", place=about.place, what=what)
    dm = phrases.dm(about.dm)
    if about.kind == "ranking":
        return words("rests.swap", dm=dm, what=what)
    key = "rests.line" if about.kind == "red_line" else "rests.of_dm"
    return words(key, dm=dm, place=about.place, what=what)


def _changed(phrases: Phrases, change: Change) -> str:
    words, about = phrases.words, change.assumption
    blanks = {"what": _what(phrases, about)}
    if about.kind != "rule":
        blanks["dm"] = phrases.dm(about.dm)
    if change.way in ("up", "down"):
        return words.count(f"rests.{change.way}", change.places, place=about.place, **blanks)
    if about.kind in ("statement", "red_line"):
        return words(f"rests.removed.{about.kind}", place=about.place, **blanks)
    if about.kind == "rule":
        return words("rests.removed.rule", **blanks)
    return words("rests.swapped.ranking", **blanks)


def _evidence(words: Words, found: RestsOn, about: Assumption) -> str:
    if about.evidence:
        level = words(f"grade.name.{found.grade(about).level}")
        return words.count("rests.evidence", len(about.evidence), level=level)
    return words("rests.reason" if about.because else "rests.nothing")


def standing_groups(found: RestsOn) -> list[tuple[Standing, tuple[str, ...]]]:
    """Gather the concepts under which the same state holds for the same reasons."""
    groups: dict[tuple[object, ...], tuple[Standing, list[str]]] = {}
    for standing in found.standings:
        answer = replace(standing.answer, concept="")
        key = (answer, standing.flips, standing.stands)
        groups.setdefault(key, (standing, []))[1].append(standing.answer.concept)
    return [(standing, tuple(concepts)) for standing, concepts in groups.values()]


def _answer(phrases: Phrases, answer: Answer, concepts: Sequence[str]) -> str:
    words = phrases.words
    if answer.kind == "equilibrium":
        short = words.all_of([short_of(concept, words) for concept in concepts])
        return words("rests.equilibrium", state=answer.state, concepts=short)
    names = {table.id: phrases.text(table.name) for table in phrases.model.tables}
    table = words("quoted", text=names[answer.table] or answer.table)
    if answer.kind == "deal":
        return words("rests.deal", state=answer.state, table=table)
    if answer.kind == "opening":
        return words("rests.opening", lines=words.all_of(answer.ease), table=table)
    return words("rests.no_deal", table=table)


def standing_sentences(
    phrases: Phrases, found: RestsOn, standing: Standing, concepts: Sequence[str]
) -> Iterator[str]:
    """Say an answer, in how many orders it stands, and which single changes flip it."""
    words, said = phrases.words, _answer(phrases, standing.answer, concepts)
    if standing.of:
        key = "rests.all_orders" if found.exact else "rests.sampled"
        yield words(key, answer=said, share=words.share(standing.share))
    else:
        yield words("rests.plain", answer=said)
    for change in standing.flips[:_FLIPS]:
        evidence = _evidence(words, found, change.assumption)
        yield words("rests.flips", change=_changed(phrases, change), evidence=evidence)
    if len(standing.flips) > _FLIPS:
        yield words.count("rests.more", len(standing.flips) - _FLIPS)
    if not standing.flips:
        yield words("rests.robust")
        for pair in standing.pairs[:_PAIRS]:
            changes = [_changed(phrases, change) for change in pair]
            yield words("rests.flips", change=words.all_of(changes), evidence="")
        if len(standing.pairs) > _PAIRS:
            yield words.count("rests.more_pairs", len(standing.pairs) - _PAIRS)


def sources_in_words(words: Words, about: Assumption) -> str:
    """Say how much an assumption rests on."""
    if about.evidence:
        return words.count("rests.sources", len(about.evidence))
    return words("rests.only_reason" if about.because else "none")


def leaning_table(found: RestsOn, *, language: Tongue = "en", rows: int = 40) -> Table:
    """List the assumptions that answers lean on: what to find out next.

    Parameters
    ----------
    found : RestsOn
        From `satumeja.questions.rests_on`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    rows : int
        How many to list, those that rest on the least first.

    Returns
    -------
    Table
        One row an assumption: what it rests on, and how many answers it would flip.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import rests_on
    >>> found = rests_on(load("prisoners-dilemma"), concepts=["nash"])
    >>> leaning_table(found).lines()[0]
    ['Row player: 4 ≻ 3', 'none', '1', '0']
    """
    phrases = phrases_of(found.model, language)
    words = phrases.words
    body = tuple(_row(phrases, found, each) for each in found.leanings[:rows])
    keys = ("assumption", "rests_on", "weaker", "stronger")
    head = tuple(Cell(words(f"rests.{key}"), "col") for key in keys)
    caption, note = words("rests.caption"), words("rests.note")
    return Table(caption, (head,), body, note, "rests", words.language)


def _graded(words: Words, found: RestsOn, about: Assumption) -> str:
    """Say how much an assumption rests on, how good that is, and of dossiers whose words it is."""
    sources = sources_in_words(words, about)
    if not about.evidence:
        return sources
    level = words(f"grade.name.{found.grade(about).level}")
    credited = credits_of(found.archive, about.evidence, words)
    cited = words("rests.graded.join").join(credited)
    key = "rests.graded.cited" if credited else "rests.graded.bare"
    return words(key, sources=sources, level=level, cited=cited)


def _row(phrases: Phrases, found: RestsOn, each: Leaning) -> tuple[Cell, ...]:
    about = each.assumption
    cells = (
        _graded(phrases.words, found, about),
        phrases.words.number(len(each.weaker)),
        phrases.words.number(len(each.stronger)),
    )
    return (Cell(assumption_in_words(phrases, about), "row"), *(Cell(text) for text in cells))
