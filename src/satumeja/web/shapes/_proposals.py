"""What a sentence suggests for a model, and models drafted from a dossier."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from satumeja.web.shapes._dossier import Said
from satumeja.web.shapes._shape import Shape

__all__ = [
    "Choice",
    "ChoiceKind",
    "DraftBody",
    "DraftMade",
    "DraftParties",
    "DraftParty",
    "OptionChoice",
    "OwnerChoice",
    "ProposalBody",
    "Proposals",
    "ReadingBody",
    "ReadingMade",
    "Take",
]

Path = list[str | int]
ChoiceKind = Literal["option", "wish", "red_line", "evidence"]


class Take(Shape):
    """What is to be made of a sentence, as a person changed it.

    Parameters
    ----------
    kind : str
        An option, a wish, a red line, or evidence of what the model has already.
    owner : str
        Whose, by id; one that the model has not becomes a decision maker of it.
    option : str
        Of an option its id, where the model has it.
    names : dict
        Of a new option what it is called, by language.
    condition : str
        What is wanted, or what must not come to pass.
    because : dict
        Why, by language.
    place : int or None
        Where among the wishes it is put, from 0; None for the last.
    target : list
        Of evidence the part of the model it is for.
    """

    kind: ChoiceKind
    owner: str = ""
    option: str = ""
    names: dict[str, str] = Field(default_factory=dict)
    condition: str = Field(default="", max_length=4000)
    because: dict[str, str] = Field(default_factory=dict)
    place: int | None = Field(default=None, ge=0)
    target: Path = Field(default_factory=list)


class ProposalBody(Shape):
    """A sentence that is pointed at; and what is to be made of it, where a person changed that."""

    report: str
    item: str
    take: Take | None = None


class Choice(Shape):
    """Something that can be made of a sentence.

    Parameters
    ----------
    take : Take
        What, to be changed and asked for again.
    suggested : bool
        Whether the words say so; else it is what a person may make of any sentence.
    threat : bool
        Whether it is a threat: a deed that is wanted where a condition holds.
    deed, when : str
        Of a threat its two parts, as the condition has them.
    words : str
        What it says, in words.
    operations : list of dict
        What adds it to the model.
    fault : str
        Why it cannot be added as it stands; empty where it can.
    """

    take: Take
    suggested: bool = False
    threat: bool = False
    deed: str = ""
    when: str = ""
    words: str = ""
    operations: list[dict[str, Any]]
    fault: str = ""


class OptionChoice(Shape):
    """An option, as conditions name it."""

    text: str
    name: str


class OwnerChoice(Shape):
    """A decision maker a sentence can be made something of; or a party that can become one."""

    id: str
    name: str
    exists: bool
    ranked: bool
    """Whether wishes order its states, so that one can be added."""
    options: list[OptionChoice]


class Proposals(Shape):
    """What can be made of a sentence, what its words suggest first."""

    version: str
    item: Said
    choices: list[Choice]
    owners: list[OwnerChoice]
    languages: list[str]


class DraftParty(Shape):
    """Somebody who could become a decision maker.

    Parameters
    ----------
    options, acts : int
        How many options the reports name of it, and in how many acts it takes part.
    chosen : bool
        Whether a draft takes it where nobody chooses.
    """

    id: str
    name: str
    options: int
    acts: int
    chosen: bool


class DraftParties(Shape):
    """Who could become a decision maker, those with the most acts first, and how many at most."""

    parties: list[DraftParty]
    most: int
    reports: int
    version: str


class DraftBody(Shape):
    """Who is to decide in a model made of what was said; nobody named: as a draft chooses."""

    makers: list[str] = Field(default_factory=list)
    name: str = Field(default="", max_length=100)
    title: str = Field(default="", max_length=200)
    """What the model and its brief are called; left out, as the reports are."""


class DraftMade(Shape):
    """The model that was made, and how many questions are left open in it."""

    file: str
    questions: int


class ReadingBody(Shape):
    """What a new reading is called."""

    name: str = Field(min_length=1, max_length=120)


class ReadingMade(Shape):
    """The file of a new reading."""

    file: str
    version: str
