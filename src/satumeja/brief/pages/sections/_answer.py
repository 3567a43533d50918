"""The section on top: what was asked, and the answer in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.media import Table
from satumeja.brief.pages.sections._material import Listed, Material, Sets
from satumeja.brief.pages.sections._readings import READINGS
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.pages.sections._tables import TABLES, Talks
from satumeja.brief.sentences import Answer, ReadingInWords, answer, answer_of_sets
from satumeja.brief.tables import counts_table, equilibria_table

__all__ = ["ANSWER", "ANSWER_OF_SETS"]


@dataclass(frozen=True)
class Face:
    """How large the conflict is, what holds, and in short what the other sections say.

    Parameters
    ----------
    size : str
        How many states and decision makers there are.
    answer : Answer
        What holds, and why the status quo does or does not.
    equilibria : Table
        The states that hold, or how many do.
    talks : Talks or None
        What the tables could agree, which threats work, and what never holds.
    readings : tuple of ReadingInWords
        What other readings say differently.
    """

    size: str
    answer: Answer
    equilibria: Table
    talks: Talks | None = None
    readings: tuple[ReadingInWords, ...] = ()


def _face(edition: Edition[Listed]) -> Face:
    analysis, model = edition.material.analysis, edition.model
    seats, others = edition.part(TABLES), edition.part(READINGS)
    return Face(
        size=edition.words.count("answer.size", len(model.states), dms=_everyone(edition)),
        answer=answer(analysis, edition.phrases, edition.material.verdicts),
        equilibria=equilibria_table(analysis, language=edition.phrases),
        talks=seats.talks if seats else None,
        readings=others.readings if others else (),
    )


def _face_of_sets(edition: Edition[Sets]) -> Face:
    material, words = edition.material, edition.words
    count = words.number(material.analysis.feasible.count)
    return Face(
        size=words("sets.size", dms=_everyone(edition), count=count),
        answer=answer_of_sets(
            material.analysis, edition.phrases, material.verdicts, material.samples
        ),
        equilibria=counts_table(material.analysis, edition.phrases),
    )


def _everyone(edition: Edition[Material]) -> str:
    """Name all decision makers."""
    names = [edition.phrases.dm(dm.id) for dm in edition.model.decision_makers]
    return edition.words.all_of(names)


ANSWER = Section("answer", Listed, _face)
ANSWER_OF_SETS = Section("answer", Sets, _face_of_sets)
