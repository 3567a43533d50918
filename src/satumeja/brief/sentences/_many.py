"""Many equilibria in words and as tables: in groups, by options, and step by step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.words import Phrases, Tongue, Words, name_of, phrases_of, short_of

if TYPE_CHECKING:
    from satumeja.questions import Effectiveness, Groups, Stepwise

__all__ = ["effectiveness_table", "group_table", "shared_sentences", "stage_sentences"]

_NUMBERS = 4
_FORMS = 12


def shared_sentences(phrases: Phrases, grouped: Groups) -> Iterator[str]:
    """Say which options are the same in all of the equilibria."""
    words, letters = phrases.words, grouped.shared.replace("|", "")
    for letter, key in (("Y", "groups.taken"), ("N", "groups.left")):
        options = [phrases.option(k) for k, sign in enumerate(letters) if sign == letter]
        if options:
            yield words(key, options=words.all_of(options))
    if not set(letters) & {"Y", "N"}:
        yield words("groups.differ")


def group_table(grouped: Groups, *, language: Tongue = "en", most: int = 0) -> Table:
    """List the groups of the equilibria under a concept.

    Parameters
    ----------
    grouped : Groups
        From `satumeja.questions.groups`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    most : int
        The most groups to list; 0 for all.

    Returns
    -------
    Table
        One row a group, those that hold most strongly first.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import groups
    >>> table = group_table(groups(load("chicken").analyse(), "nash"))
    >>> table.lines()[0]
    ['Y|N', '1', '2', '–', '–', 'Nash, GMR, SMR, SEQ and SSEQ']
    """
    phrases = phrases_of(grouped.model, language)
    words = phrases.words
    shown = grouped.groups[:most] if most else grouped.groups
    body = tuple(
        (
            Cell(group.pattern, "row", "form"),
            Cell(words.number(len(group.states)), kind="number"),
            Cell(_numbers(group.states)),
            Cell(_count(words, group.moves), kind="number"),
            Cell(_count(words, group.changes), kind="number"),
            Cell(words.all_of([short_of(concept, words) for concept in group.concepts])),
        )
        for group in shown
    )
    keys = ("pattern", "states", "numbers", "moves", "changes", "concepts")
    head = (tuple(Cell(words(f"groups.column.{key}"), "col") for key in keys),)
    more = len(grouped.groups) - len(shown)
    note = " ".join([words("groups.note"), *([words.count("groups.more", more)] if more else [])])
    caption = words("groups.caption", concept=name_of(grouped.concept, words))
    return Table(caption, head, body, note, "groups", words.language)


def _numbers(states: tuple[int, ...]) -> str:
    return ", ".join(map(str, states[:_NUMBERS])) + (" …" if len(states) > _NUMBERS else "")


def _count(words: Words, count: int | None) -> str:
    return "–" if count is None else words.number(count)


def effectiveness_table(counts: Effectiveness, *, language: Tongue = "en") -> Table:
    """Show in how many equilibria of which strength each option is taken, and left.

    Parameters
    ----------
    counts : Effectiveness
        From `satumeja.questions.effectiveness`.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.

    Returns
    -------
    Table
        One row an option; for each grade a column for taken and one for left, then the share
        of all equilibria in which the option is taken.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import effectiveness
    >>> table = effectiveness_table(effectiveness(load("chicken").analyse("nash")))
    >>> table.header(), table.lines()[0]
    (['Option', 'Nash Y', 'Nash N', 'Share'], ['“Row player: Stand firm”', '1', '1', '50%'])
    """
    phrases = phrases_of(counts.model, language)
    words, body = phrases.words, list[Row]()
    for option in range(len(counts.model.options)):
        cells = [
            Cell(words.number(of[option, grade]), kind="number")
            for grade in counts.grades
            for of in (counts.taken, counts.left)
        ]
        share = counts.share(option)
        last = Cell("–" if share is None else words.share(share), kind="number")
        body.append((Cell(phrases.option(option), "row"), *cells, last))
    first = Cell(words("column.option"), "col", rows=2)
    grades = [
        Cell(short_of(grade, words), "colgroup", columns=2, title=name_of(grade, words))
        for grade in counts.grades
    ]
    signs = tuple(Cell(sign, "col") for _ in counts.grades for sign in "YN")
    head = ((first, *grades, Cell(words("effectiveness.share"), "col", rows=2)), signs)
    totals = words.all_of(
        [
            words("effectiveness.total", concept=short_of(grade, words), count=words.number(count))
            for grade, count in counts.totals.items()
        ]
    )
    note = words.count("effectiveness.note", counts.equilibria, totals=totals)
    caption = words("effectiveness.caption")
    return Table(caption, head, tuple(body), note, "effectiveness", words.language)


def stage_sentences(phrases: Phrases, answer: Stepwise) -> Iterator[tuple[str, list[str]]]:
    """Say of each step what came in and how many states hold, and list these."""
    words = phrases.words
    places = {name: k for k, name in enumerate(answer.model.option_names)}
    for number, stage in enumerate(answer.stages, start=1):
        options = words.all_of([phrases.option(places[name]) for name in stage.options])
        states = words.count("count.states", len(stage.analysis.model.states))
        holds = words.count("stepwise.holds", len(stage.equilibria))
        concept = short_of(answer.concept, words)
        lead = words(
            "stepwise.step",
            number=number,
            options=options,
            states=states,
            holds=holds,
            concept=concept,
        )
        forms = list(stage.equilibria[:_FORMS])
        if more := len(stage.equilibria) - len(forms):
            forms.append(words.count("terminal.more", more))
        yield lead, forms
