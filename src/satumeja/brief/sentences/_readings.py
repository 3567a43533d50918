"""Two readings of one conflict: what they say differently, and which sentences decide it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup

from satumeja.brief.tables import Quote
from satumeja.brief.words import Phrases, separating_statement, short_of
from satumeja.model import Model, OptionStates
from satumeja.stability import Analysis, Verdict, explain_all

if TYPE_CHECKING:
    from satumeja.evidence import Archive
    from satumeja.stability.further import Proof

__all__ = ["Difference", "ReadingInWords", "alike", "differences", "reading_in_words"]

Pair = tuple[int, int]
Party = tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """A verdict on the status quo that differs between two readings.

    Parameters
    ----------
    party : tuple of str
        For whom: a decision maker, or the members of a coalition.
    concepts : tuple of str
        Under which concepts, by id.
    stable : bool
        Whether it is stable in the first reading, and not in the other.
    turns_on : tuple of (int, int) or None
        Two states of the proofs that the readings order differently.
    """

    party: Party
    concepts: tuple[str, ...]
    stable: bool
    turns_on: Pair | None


@dataclass(frozen=True)
class ReadingInWords:
    """Another reading: what it is called, the points on which it differs, and these in short."""

    title: str
    points: tuple[str | Markup, ...]
    short: str


def differences(here: Analysis, there: Analysis) -> tuple[Difference, ...] | None:
    """Find the verdicts on the status quo that another reading of a conflict has otherwise.

    Parameters
    ----------
    here, there : Analysis
        Of the two readings, under the same concepts.

    Returns
    -------
    tuple of Difference or None
        None where they differ in more than preferences (see `alike`).
    """
    if not alike(here.model, there.model):
        return None
    number = here.model.status_quo_number or 1
    changed = dict[tuple[Party, str], bool]()
    for concept in here.concepts:
        for party in here.parties(concept.id):
            stable = bool(here.is_stable(concept.id, *party)[number - 1])
            if stable != bool(there.is_stable(concept.id, *party)[number - 1]):
                changed[party, concept.id] = stable
    if not changed:
        return ()
    proofs = [_proofs(each, number, list(changed)) for each in (here, there)]
    found: dict[tuple[Party, bool, Pair | None], list[str]] = {}
    for (party, concept_id), stable in changed.items():
        readings = (here, there) if stable else (there, here)
        verdicts = [each[party, concept_id] for each in (proofs if stable else proofs[::-1])]
        pair = _turning(readings, verdicts[0], verdicts[1])
        found.setdefault((party, stable, pair), []).append(concept_id)
    return tuple(
        Difference(party, tuple(concepts), stable, pair)
        for (party, stable, pair), concepts in found.items()
    )


def _proofs(
    analysis: Analysis, number: int, asked: Sequence[tuple[Party, str]]
) -> dict[tuple[Party, str], Proof]:
    """Prove the verdicts on a state, by party and concept; some more than asked."""
    dms = list(dict.fromkeys(dm for party, _ in asked for dm in party))
    concepts = list(dict.fromkeys(concept for _, concept in asked))
    verdicts = explain_all(analysis.model, [number], dms, concepts, engine=analysis.explicit)
    return {(verdict.party, verdict.concept): verdict for verdict in verdicts}


def reading_in_words(
    here: Archive, there: Archive, found: Sequence[Difference] | None, phrases: Phrases
) -> ReadingInWords:
    """Say on what another reading of a conflict differs, and which sentences decide it.

    Parameters
    ----------
    here, there : Archive
        The evidence of the reading of the brief, and of the other one.
    found : sequence of Difference or None
        From `differences`.
    phrases : Phrases
        The reading of the brief, and the language.

    Returns
    -------
    ReadingInWords
        For each verdict on the status quo that differs, the two states it turns on and
        the statement that decides between them in each reading.
    """
    words, title = phrases.words, phrases.text(there.model.title)
    if found is None:
        return ReadingInWords(title, (words("readings.unlike"),), words("readings.unlike"))
    if not found:
        same = words("readings.same", number=here.model.status_quo_number)
        return ReadingInWords(title, (same,), same)
    said = [_difference(here, there, phrases, each) for each in found]
    points = tuple(Markup(" ").join(sentences) for sentences in said)
    return ReadingInWords(title, points, " ".join(str(sentences[0]) for sentences in said))


def alike(one: Model, other: Model) -> bool:
    """Decide whether two models differ in preferences, and not in what there is to prefer."""
    (a, b), names = (one.states, other.states), (one.option_names, other.option_names)
    same = isinstance(a, OptionStates) and isinstance(b, OptionStates) and names[0] == names[1]
    if not same or one.status_quo is None or one.status_quo != other.status_quo:
        return False
    assert isinstance(a, OptionStates) and isinstance(b, OptionStates)  # noqa: S101
    same = a.widths == b.widths and np.array_equal(a.every, b.every)
    return same and np.array_equal(a.places(a.every), b.places(b.every))


def _turning(readings: tuple[Analysis, Analysis], stable: Proof, unstable: Proof) -> Pair | None:
    """Find two states of the proofs that the decision maker orders differently in two readings.

    The first reading is the one in which the state is stable. Proofs of other shapes than an
    improvement and its sanctions turn on more than two states.
    """
    if not (isinstance(stable, Verdict) and isinstance(unstable, Verdict)):
        return None
    number, dm = stable.state, stable.dm
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


def _difference(
    here: Archive, there: Archive, phrases: Phrases, found: Difference
) -> list[str | Markup]:
    words, name = phrases.words, phrases.party(found.party)
    said: list[str | Markup] = [
        words(
            "readings.holds_here" if found.stable else "readings.holds_there",
            concepts=words.all_of([short_of(each, words) for each in found.concepts]),
            number=here.model.status_quo_number or 1,
            dm=name,
        )
    ]
    if found.turns_on:
        first, second = found.turns_on
        what = phrases.described(first)
        said.append(words("readings.turns", dm=name, first=first, second=second, what=what))
        said.append(_because(here, phrases, found.party[0], found.turns_on, "here"))
        said.append(_because(there, phrases, found.party[0], found.turns_on, "there"))
    return said


def _because(archive: Archive, phrases: Phrases, dm: str, pair: Pair, side: str) -> str | Markup:
    """Say which statement of a reading decides between two states, and who said it."""
    words, model = phrases.words, archive.model
    states = model.states
    assert isinstance(states, OptionStates)  # noqa: S101 others are not compared
    codes = [int(states.decimal(number)) for number in pair]
    found = separating_statement(model[dm], codes[0], codes[1])
    if found is None:
        return words(f"readings.{side}_equal", dm=phrases.dm(dm))
    place, statement, better = found
    preferred = pair[codes.index(better)]
    quotes = [Quote(archive.find(name)).text(words) for name in statement.evidence]
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
