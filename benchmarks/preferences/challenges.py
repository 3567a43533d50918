"""A demand backed by a threat, as a conflict: which outcome the product says it leads to.

The status quo `sq` is left where the *sender* challenges; the *target* gives in (`cd`) or
resists; then the sender backs down (`bd`) or imposes what it threatened, standing firm (`sf`).
No step is taken back: that is a model of four states whose options change one way.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import permutations, product

from satumeja.model import (
    Binary,
    DecisionMaker,
    Is,
    Model,
    Not,
    Option,
    Ranking,
    Rule,
    Text,
)
from satumeja.table import conditional, threats

__all__ = [
    "ENDS",
    "STATES",
    "Orders",
    "conflict",
    "consistent",
    "foreseen",
    "stated",
    "threatened",
]

STATES = {"sq": 1, "cd": 2, "bd": 3, "sf": 4}
"""The number of each outcome among the states of the model."""

ENDS = ("cd", "sf", "bd")
"""How a challenge ends."""

MAJOR = 2
"""From this anticipated cost on, of 0 none, 1 minor, 2 major and 3 severe, it decides."""


@dataclass(frozen=True)
class Orders:
    """What the sender and the target prefer: the four outcomes, best first."""

    sender: tuple[str, ...]
    target: tuple[str, ...]


def stated(sender_cost: int, target_cost: int) -> Orders:
    """State both orderings from the costs that were anticipated, and from nothing else."""
    if sender_cost >= MAJOR:
        sender = ("cd", "sq", "bd", "sf")
    elif sender_cost:
        sender = ("cd", "sq", "sf", "bd")
    else:
        sender = ("cd", "sf", "sq", "bd")
    gives_in = target_cost >= MAJOR
    return Orders(sender, ("sq", "bd", *(("cd", "sf") if gives_in else ("sf", "cd"))))


@cache
def consistent() -> tuple[Orders, ...]:
    """List all strict orderings that the meaning of the outcomes allows, whatever the costs.

    The sender likes best that the target gives in, and backing down less than never having
    challenged. The target likes whatever costs it nothing better than giving in or sanctions.
    """
    outcomes = list(permutations(STATES))
    senders = [o for o in outcomes if o[0] == "cd" and o.index("sq") < o.index("bd")]
    targets = [o for o in outcomes if set(o[:2]) == {"sq", "bd"}]
    return tuple(Orders(*pair) for pair in product(senders, targets))


@cache
def conflict(orders: Orders) -> Model:
    """Model a demand backed by a threat, before it is made."""
    challenge, impose, resist = 0, 1, 2
    rules = tuple(
        Rule(Binary("and", Is(step), Not(Is(before))), "", "requires")
        for step, before in ((resist, challenge), (impose, resist))
    )
    makers = (
        DecisionMaker(
            "sender", Text("Sender"), _ranking(orders.sender), _options("challenge", "impose")
        ),
        DecisionMaker("target", Text("Target"), _ranking(orders.target), _options("resist")),
    )
    return Model(Text("A demand backed by a threat"), makers, rules, status_quo=0)


@cache
def threatened(orders: Orders) -> str:
    """Say how a challenge ends, by what the product says of the threat once it is made.

    Credible and deterring: the target gives in. Credible alone: it is carried out. Else: the
    sender backs down.
    """
    model = conflict(orders)
    threat = conditional(model, "sender", when="resist", then="impose")
    (judged,) = threats(model, [threat], start=STATES["cd"]).threats
    if not judged.credible:
        return "bd"
    return "cd" if judged.deters else "sf"


@cache
def foreseen(orders: Orders) -> bool:
    """Say whether a sender who foresees how its challenge ends would make it."""
    model = conflict(orders)
    ranks = model.ranks(model["sender"])
    return bool(ranks[STATES[threatened(orders)] - 1] > ranks[STATES["sq"] - 1])


def _ranking(outcomes: tuple[str, ...]) -> Ranking:
    return Ranking(tuple((STATES[outcome],) for outcome in outcomes))


def _options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name, Text(name), "forward") for name in names)
