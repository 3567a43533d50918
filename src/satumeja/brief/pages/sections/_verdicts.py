"""The section that goes through a few states, and says of each why it holds or does not."""

from __future__ import annotations

from dataclasses import dataclass

from satumeja.brief.pages.sections._material import Listed, Sets
from satumeja.brief.pages.sections._section import Edition, Section
from satumeja.brief.sentences import StateInWords, described, in_words

__all__ = ["VERDICTS", "VERDICTS_OF_SETS"]


@dataclass(frozen=True)
class Explained:
    """The states that are gone through, and how many equilibria are left out."""

    states: tuple[StateInWords, ...]
    left_out: int


def _explained(edition: Edition[Listed]) -> Explained:
    material = edition.material
    numbers, left_out = material.explained
    states = (
        in_words(material.analysis, edition.phrases, number, material.verdicts)
        for number in numbers
    )
    return Explained(tuple(states), left_out)


def _explained_of_sets(edition: Edition[Sets]) -> Explained:
    material, phrases = edition.material, edition.phrases
    states = (
        described(
            phrases, material.analysis.number(state), _marks(edition, state), material.verdicts
        )
        for state in material.explained
    )
    return Explained(tuple(states), 0)


def _marks(edition: Edition[Sets], state: int) -> list[str]:
    words, material = edition.words, edition.material
    marks = [words("mark.status_quo")] if state == edition.model.status_quo else []
    if state in material.samples:
        marks.append(words("mark.every_concept" if material.strong else "mark.some_concept"))
    return marks


VERDICTS = Section("verdicts", Listed, _explained)
VERDICTS_OF_SETS = Section("verdicts", Sets, _explained_of_sets)
