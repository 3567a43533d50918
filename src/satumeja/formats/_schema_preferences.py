"""What a model file may hold on preferences, and on what is known beyond a ranking."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from satumeja.formats._schema_base import (
    AsList,
    AsMap,
    AsText,
    Cited,
    Number,
    Statement,
    Truth,
    Word,
    by_shape,
)

__all__ = [
    "Comparison",
    "ComparisonOrList",
    "Edit",
    "Preference",
    "PreferenceOrClass",
    "RankingOrText",
]


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


class Comparison(Cited):
    """Two states, or two patterns of states, compared."""

    pair: list[Word] = Field(title="a list of two states, and a number where one is due")


ComparisonOrList = Annotated[
    Annotated[list[Word], AsList] | Annotated[Comparison, AsMap],
    by_shape('a list of two states, or a mapping with the key "pair"'),
]
