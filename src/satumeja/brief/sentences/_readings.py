"""Two readings of one conflict: what they say differently, and which sentences decide it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from markupsafe import Markup

from satumeja.brief.tables import Archive
from satumeja.brief.words import Phrases, separating_statement
from satumeja.model import Model, OptionStates
from satumeja.stability import Analysis, explain

__all__ = ["ReadingInWords", "alike", "reading_in_words"]

Pair = tuple[int, int]


@dataclass(frozen=True)
class ReadingInWords:
    """Another reading: what it is called, the points on which it differs, and these in short."""

    title: str
    points: tuple[str | Markup, ...]
    short: str


def reading_in_words(here: Analysis, there: Analysis, phrases: Phrases) -> ReadingInWords:
    """Say on what another reading of a conflict differs, and which sentences decide it.

    Parameters
    ----------
    here, there : Analysis
        Of the reading of the brief, and of the other one, under the same concepts.
    phrases : Phrases
        The reading of the brief, and the language.

    Returns
    -------
    ReadingInWords
        For each verdict on the status quo that differs, the two states it turns on and
        the statement that decides between them in each reading.
    """
    words, title = phrases.words, phrases.text(there.model.title)
    if not alike(here.model, there.model):
        return ReadingInWords(title, (words("readings.unlike"),), words("readings.unlike"))
    found = list(_verdicts(here, there, phrases))
    if not found:
        same = words("readings.same", number=here.model.status_quo_number)
        return ReadingInWords(title, (same,), same)
    points = tuple(Markup(" ").join(said) for said in found)
    return ReadingInWords(title, points, " ".join(str(said[0]) for said in found))


def alike(one: Model, other: Model) -> bool:
    """Decide whether two models differ in preferences, and not in what there is to prefer."""
    (a, b), names = (one.states, other.states), (one.option_names, other.option_names)
    same = isinstance(a, OptionStates) and isinstance(b, OptionStates) and names[0] == names[1]
    if not same or one.status_quo is None or one.status_quo != other.status_quo:
        return False
    assert isinstance(a, OptionStates) and isinstance(b, OptionStates)  # noqa: S101
    same = a.widths == b.widths and np.array_equal(a.every, b.every)
    return same and np.array_equal(a.places(a.every), b.places(b.every))


def _verdicts(here: Analysis, there: Analysis, phrases: Phrases) -> Iterator[list[str | Markup]]:
    number = here.model.status_quo_number or 1
    for dm in here.model.decision_makers:
        found: dict[tuple[bool, Pair | None], list[str]] = {}
        for concept in here.concepts:
            stable = bool(here.is_stable(concept.id, dm.id)[number - 1])
            if stable != bool(there.is_stable(concept.id, dm.id)[number - 1]):
                models = (here, there) if stable else (there, here)
                pair = _turning(models, number, dm.id, concept.id)
                found.setdefault((stable, pair), []).append(concept.id)
        for (stable, pair), concepts in found.items():
            yield _verdict(here, there, phrases, dm.id, number, concepts, pair, stable=stable)


def _turning(
    readings: tuple[Analysis, Analysis], number: int, dm: str, concept: str
) -> Pair | None:
    """Find two states of the proofs that the decision maker orders differently in two readings.

    The first reading is the one in which the state is stable.
    """
    stable, unstable = (explain(each.model, number, dm, concept) for each in readings)
    ends = [unstable.improvement] if unstable.improvement else []
    ends += [
        sanction.path[-1].to
        for sanction in stable.sanctions
        if sanction.path and sanction.improvement == unstable.improvement
    ]
    for end in ends:
        signs = [
            np.sign(int(each.ranks[dm][end - 1]) - int(each.ranks[dm][number - 1]))
            for each in readings
        ]
        if signs[0] != signs[1]:
            return end, number
    return None


def _verdict(
    here: Analysis,
    there: Analysis,
    phrases: Phrases,
    dm: str,
    number: int,
    concepts: list[str],
    pair: Pair | None,
    *,
    stable: bool,
) -> list[str | Markup]:
    words, name = phrases.words, phrases.dm(dm)
    said: list[str | Markup] = [
        words(
            "readings.holds_here" if stable else "readings.holds_there",
            concepts=words.all_of([words(f"concept.{concept}.short") for concept in concepts]),
            number=number,
            dm=name,
        )
    ]
    if pair:
        first, second = pair
        what = phrases.described(first)
        said.append(words("readings.turns", dm=name, first=first, second=second, what=what))
        said.append(_because(here.model, phrases, dm, pair, "here"))
        said.append(_because(there.model, phrases, dm, pair, "there"))
    return said


def _because(model: Model, phrases: Phrases, dm: str, pair: Pair, side: str) -> str | Markup:
    """Say which statement of a reading decides between two states, and who said it."""
    words, states = phrases.words, model.states
    assert isinstance(states, OptionStates)  # noqa: S101 others are not compared
    codes = [int(states.codes[number - 1]) for number in pair]
    found = separating_statement(model[dm], codes[0], codes[1])
    if found is None:
        return words(f"readings.{side}_equal", dm=phrases.dm(dm))
    place, statement, better = found
    preferred = pair[codes.index(better)]
    archive = Archive(model)
    quotes = [archive.find(reference).text(words) for reference in statement.evidence]
    source = (
        words("readings.source", sources="; ".join(quotes))
        if quotes
        else words("readings.unsourced")
    )
    return words(
        f"readings.{side}",
        preferred=preferred,
        dm=phrases.dm(dm),
        place=place,
        condition=phrases.condition(statement.condition),
        source=source,
    )
