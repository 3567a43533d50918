"""What a model file may hold on preferences, and on what is known beyond a ranking."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from satumeja.formats.schema._base import (
    AsList,
    AsMap,
    AsText,
    Cited,
    Number,
    Part,
    Statement,
    Truth,
    Word,
    by_shape,
)

__all__ = [
    "Comparison",
    "ComparisonOrList",
    "Edit",
    "Grounds",
    "Perceives",
    "Preference",
    "PreferenceOrClass",
    "RankingOrText",
    "Stated",
]


class Grounds(Cited):
    """Why something is so, and what that rests on."""


class Preference(Statement):
    """A preference statement, with how strong or how sure it is."""

    greatly: Truth = Field(
        "", description="Are states that it tells apart first greatly preferred?"
    )
    unknown: Truth = Field(
        "", description="Is the order of states that it tells apart first not known?"
    )
    degree: Number = Field("", description="To which degree they are preferred, 0 to 1.")
    chance: Number = Field("", description="With what probability they are preferred, 0 to 1.")
    order: Grounds | None = Field(
        None, description="Why it stands above those after it, where that is known."
    )


PreferenceOrCondition = Annotated[
    Annotated[Word, AsText] | Annotated[Preference, AsMap],
    by_shape('a condition, or a mapping with the key "statement"'),
]

PreferenceOrClass = Annotated[
    Annotated[Word, AsText]
    | Annotated[Preference, AsMap]
    | Annotated[list[PreferenceOrCondition], AsList],
    by_shape('a condition, a mapping with the key "statement", or a list of them'),
]

RankClass = Annotated[
    Annotated[Word, AsText] | Annotated[list[Word], AsList],
    by_shape("a list of states that tie, or one state"),
]

RankingOrText = Annotated[
    Annotated[Word, AsText] | Annotated[list[RankClass], AsList],
    by_shape("a list of classes of states, or text"),
]


class Edit(Cited):
    """A state put elsewhere by hand: just one of above, below and level_with."""

    state: Word = Field(description="The state, in option form.")
    above: Word | None = Field(None, description="Put it directly above this state.")
    below: Word | None = Field(None, description="Put it directly below this state.")
    level_with: Word | None = Field(None, description="Let it tie with this state.")


class Stated(Part):
    """Preferences, in one of the ways to state them."""

    preferences: list[PreferenceOrClass] | None = Field(
        default=None,
        title="a list of preference statements",
        description="Option prioritisation: conditions it wants to hold, most important first; "
        "a list in the list holds conditions of equal importance.",
    )
    ranking: RankingOrText | None = Field(
        default=None,
        title="a list of classes of states, or text",
        description="Direct ranking: classes of states that tie, most preferred first; or as "
        'text, such as "2 > 4 = 3 >> 1".',
    )
    weights: dict[str, Number] | None = Field(
        default=None,
        title="a mapping of options to numbers",
        description="Option weighting: what each option adds when it is taken.",
    )
    adjust: list[Edit] = Field(
        default=[],
        title="a list of edits",
        description="States put elsewhere by hand, on top of preferences or weights.",
    )


class Perceives(Cited):
    """What a decision maker takes the conflict for, where that differs from what it is."""

    hidden: list[Word] = Field(
        default=[],
        title="a list of options",
        description="Options of others that it does not know of.",
    )
    beliefs: dict[str, Stated] = Field(
        default={},
        title="a mapping of decision makers to preferences",
        description="What it believes others prefer.",
    )


class Comparison(Cited):
    """Two states, or two patterns of states, compared."""

    pair: list[Word] = Field(
        title="a list of two states, and a number where one is due",
        description="The two, the first compared with the second.",
    )


ComparisonOrList = Annotated[
    Annotated[list[Word], AsList] | Annotated[Comparison, AsMap],
    by_shape('a list of two states, or a mapping with the key "pair"'),
]
