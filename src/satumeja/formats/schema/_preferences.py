"""What a model file may hold on preferences, and on what is known beyond a ranking."""

from __future__ import annotations

from satumeja.formats.schema._base import NUMBER, TRUTH, WORD, Cited, Statement
from satumeja.formats.schema._part import Part, PartOf, field
from satumeja.formats.schema._shapes import AnyOf, ListOf, MapOf, Maybe

__all__ = [
    "COMPARISON",
    "Comparison",
    "Edit",
    "Grounds",
    "Perceives",
    "Preference",
    "Stated",
]


class Grounds(Cited):
    """Why something is so, and what that rests on."""


class Preference(Statement):
    """A preference statement, with how strong or how sure it is."""

    greatly: str = field(
        TRUTH, default="", description="Are states that it tells apart first greatly preferred?"
    )
    unknown: str = field(
        TRUTH,
        default="",
        description="Is the order of states that it tells apart first not known?",
    )
    degree: str = field(
        NUMBER, default="", description="To which degree they are preferred, 0 to 1."
    )
    chance: str = field(
        NUMBER, default="", description="With what probability they are preferred, 0 to 1."
    )
    order: Grounds | None = field(
        Maybe(PartOf(Grounds)),
        default=None,
        description="Why it stands above those after it, where that is known.",
    )


CONDITION = AnyOf(
    WORD, PartOf(Preference), expected='a condition, or a mapping with the key "statement"'
)

PREFERENCE = AnyOf(
    WORD,
    PartOf(Preference),
    ListOf(CONDITION),
    expected='a condition, a mapping with the key "statement", or a list of them',
)

RANK = AnyOf(WORD, ListOf(WORD), expected="a list of states that tie, or one state")

RANKING = AnyOf(WORD, ListOf(RANK), expected="a list of classes of states, or text")


class Edit(Cited):
    """A state put elsewhere by hand: just one of above, below and level_with."""

    state: str = field(WORD, description="The state, in option form.")
    above: str | None = field(
        Maybe(WORD), default=None, description="Put it directly above this state."
    )
    below: str | None = field(
        Maybe(WORD), default=None, description="Put it directly below this state."
    )
    level_with: str | None = field(
        Maybe(WORD), default=None, description="Let it tie with this state."
    )


class Stated(Part):
    """Preferences, in one of the ways to state them."""

    preferences: list[str | Preference | list[str | Preference]] | None = field(
        Maybe(ListOf(PREFERENCE)),
        default=None,
        title="a list of preference statements",
        description="Option prioritisation: conditions it wants to hold, most important first; "
        "a list in the list holds conditions of equal importance.",
    )
    ranking: str | list[str | list[str]] | None = field(
        Maybe(RANKING),
        default=None,
        title="a list of classes of states, or text",
        description="Direct ranking: classes of states that tie, most preferred first; or as "
        'text, such as "2 > 4 = 3 >> 1".',
    )
    weights: dict[str, str] | None = field(
        Maybe(MapOf(NUMBER)),
        default=None,
        title="a mapping of options to numbers",
        description="Option weighting: what each option adds when it is taken.",
    )
    adjust: list[Edit] = field(
        ListOf(PartOf(Edit)),
        default=[],
        title="a list of edits",
        description="States put elsewhere by hand, on top of preferences or weights.",
    )


class Perceives(Cited):
    """What a decision maker takes the conflict for, where that differs from what it is."""

    hidden: list[str] = field(
        ListOf(WORD),
        default=[],
        title="a list of options",
        description="Options of others that it does not know of.",
    )
    beliefs: dict[str, Stated] = field(
        MapOf(PartOf(Stated)),
        default={},
        title="a mapping of decision makers to preferences",
        description="What it believes others prefer.",
    )


class Comparison(Cited):
    """Two states, or two patterns of states, compared."""

    pair: list[str] = field(
        ListOf(WORD),
        title="a list of two states, and a number where one is due",
        description="The two, the first compared with the second.",
    )


COMPARISON = AnyOf(
    ListOf(WORD),
    PartOf(Comparison),
    expected='a list of two states, or a mapping with the key "pair"',
)
