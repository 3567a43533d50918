"""What a backtest gave, in words and tables: no hit without what chance would give."""

from __future__ import annotations

from fractions import Fraction
from statistics import fmean
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Table
from satumeja.brief.words import Words, short_of
from satumeja.questions.backtest import Row, Score, cases_needed

if TYPE_CHECKING:
    from satumeja.questions import Backtest

__all__ = ["backtest_sentences", "case_table", "power_sentences", "score_table"]

_MORE = 0.2
"""How much more often than random wishes a concept hits that is to be seen."""


def backtest_sentences(result: Backtest, words: Words) -> list[str]:
    """Say of each concept how often it hit, how often random wishes would, and its worst rival.

    Parameters
    ----------
    result : Backtest
        From `satumeja.questions.backtest`.
    words : Words
        The language to speak.

    Returns
    -------
    list of str
        What was counted, and a sentence a concept.
    """
    cases = len({row.case for row in result.rows})
    sentences = [
        words(
            "backtest.counted",
            cases=words.count("backtest.cases", cases),
            conflicts=words.count("backtest.conflicts", len({r.conflict for r in result.rows})),
        )
    ]
    return sentences + [_sentence(result, concept, words) for concept in result.concepts]


def _sentence(result: Backtest, concept: str, words: Words) -> str:
    score = result.score(concept, "rankings")
    sentence = words(
        "backtest.told",
        concept=short_of(concept, words),
        hits=_number(score.hits, words),
        conflicts=words.count("backtest.conflicts", score.conflicts),
        chance=_number(score.chance, words),
        skill=_skill(score, words),
        p=_chance(score.p, words),
        corrected=_chance(score.corrected, words),
        concepts=words.count("backtest.concepts", len(result.concepts)),
    )
    rivals = [rival for rival in result.scores if rival.concept == concept and rival.conflicts]
    hardest = max(rivals, key=lambda rival: rival.chance / rival.conflicts)
    if hardest.null == "rankings":
        return sentence
    rivalry = words(
        "backtest.hardest",
        null=words(f"backtest.null.{hardest.null}"),
        chance=_number(hardest.chance, words),
        conflicts=words.count("backtest.conflicts", hardest.conflicts),
    )
    return f"{sentence} {rivalry}"


def _skill(score: Score, words: Words) -> str:
    if score.skill is None:
        return words("backtest.nothing_left")
    if score.skill <= 0:
        return words("backtest.no_skill", skill=_number(score.skill, words))
    return words("backtest.skill", skill=words.share(score.skill))


def score_table(result: Backtest, *, language: str = "en") -> Table:
    """Show the hits of each concept beside each null, the skill above it, and its p.

    Parameters
    ----------
    result : Backtest
        From `satumeja.questions.backtest`.
    language : {"en", "id"}
        The language of its words.

    Returns
    -------
    Table
        One row a concept and null; nulls that can be asked of no case are left out.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import Case, backtest
    >>> result = backtest([Case("crisis", load("cuban-missile-crisis"), (5,))], ["seq"])
    >>> score_table(result).lines()[0]
    ['SEQ', 'blind', '1', '1', '0.17', '1', '0.167', '0.167', '16.7%']
    """
    words = Words(language)
    titles = [words("column.concept")]
    keys = ("against", "asked", "hits", "chance", "skill_column", "p", "holm", "holding")
    titles += [words(f"backtest.{key}") for key in keys]
    body = []
    for concept in result.concepts:
        rows = [row for row in result.rows if row.concept == concept]
        holding = words.share(fmean(len(row.predicted) / row.states for row in rows))
        for score in result.scores:
            if score.concept == concept and score.conflicts:
                skill = "–" if score.skill is None else _number(score.skill, words)
                numbers = (
                    *(words.number(score.conflicts), _number(score.hits, words)),
                    *(_number(score.chance, words), skill),
                    *(*_chances(score, words), holding),
                )
                name = Cell(short_of(concept, words), "row")
                null = Cell(words(f"backtest.null_short.{score.null}"))
                body.append((name, null, *map(Cell, numbers)))
    head = (tuple(Cell(title, "col") for title in titles),)
    caption, note = words("backtest.scores"), words("backtest.scores_note")
    return Table(caption, head, tuple(body), note, kind="scores", language=language)


def _chances(score: Score, words: Words) -> tuple[str, str]:
    """Give p and p corrected; none against a forecast that is certain to be right or wrong."""
    if score.null == "status_quo":
        return "–", "–"
    return _chance(score.p, words), _chance(score.corrected, words)


def case_table(result: Backtest, *, language: str = "en") -> Table:
    """Show case by case what happened, what holds, and how likely a hit is by random wishes.

    Parameters
    ----------
    result : Backtest
        From `satumeja.questions.backtest`.
    language : {"en", "id"}
        The language of its words.

    Returns
    -------
    Table
        One row a case, one column a concept.

    Examples
    --------
    >>> from satumeja.gallery import load
    >>> from satumeja.questions import Case, backtest
    >>> result = backtest([Case("crisis", load("cuban-missile-crisis"), (5,))], ["nash"])
    >>> case_table(result).lines()
    [['crisis', '5', 'miss', 'miss 0/12 8%']]
    """
    words = Words(language)
    titles = [words("backtest.case"), words("backtest.happened"), words("backtest.staying")]
    titles += [short_of(concept, words) for concept in result.concepts]
    by_case = dict[str, list[Row]]()
    for row in result.rows:
        by_case.setdefault(row.case, []).append(row)
    body = tuple(
        (
            Cell(case, "row"),
            Cell(", ".join(map(str, rows[0].outcomes))),
            Cell(_staying(rows[0], words)),
            *(Cell(_cell(row, words)) for row in rows),
        )
        for case, rows in by_case.items()
    )
    head = (tuple(Cell(title, "col") for title in titles),)
    caption, note = words("backtest.rows"), words("backtest.rows_note")
    return Table(caption, head, body, note, kind="cases", language=language)


def _staying(row: Row, words: Words) -> str:
    stays = row.nulls["status_quo"]
    return "–" if stays is None else words("backtest.hit" if stays else "backtest.miss")


def _cell(row: Row, words: Words) -> str:
    return words(
        "backtest.cell",
        hit=words("backtest.hit" if row.hit else "backtest.miss"),
        holding=len(row.predicted),
        states=row.states,
        chance=words.share(round(row.nulls["rankings"] or 0.0, 2)),
    )


def power_sentences(result: Backtest, words: Words) -> list[str]:
    """Say how many conflicts it takes to see a concept that does better than random wishes.

    Parameters
    ----------
    result : Backtest
        From `satumeja.questions.backtest`.
    words : Words
        The language to speak.

    Returns
    -------
    list of str
        None where chance leaves no room for that much more.
    """
    needed = dict[str, int]()
    conflicts = len({row.conflict for row in result.rows})
    for concept in result.concepts:
        score = result.score(concept, "rankings")
        chance = score.chance / score.conflicts
        least = cases_needed(chance, chance + _MORE) if chance + _MORE <= 1 else None
        if least is not None:
            needed[concept] = least
    if not needed:
        return []
    listed = [
        words(
            "backtest.power_of",
            cases=words.count("backtest.conflicts", least),
            concept=short_of(concept, words),
        )
        for concept, least in needed.items()
    ]
    sentence = words("backtest.power", needed=words.all_of(listed), conflicts=conflicts)
    return [sentence, *([words("backtest.too_few")] if conflicts < max(needed.values()) else [])]


def _number(number: float, words: Words) -> str:
    return words.quantity(Fraction(round(number * 100), 100))


def _chance(chance: float, words: Words) -> str:
    least = Fraction(1, 1000)
    if chance < least:
        return f"< {words.quantity(least)}"
    return words.quantity(Fraction(round(chance * 1000), 1000))
