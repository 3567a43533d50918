"""What annexes are made of: the data of the front page, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from satumeja.brief.words import Phrases
from satumeja.formats import load_readings
from satumeja.front import (
    Apart,
    Assumed,
    Evidence,
    Facts,
    Front,
    Stance,
    apart,
    assumed,
    facts,
    stances,
)
from satumeja.model import Model
from satumeja.stability import Explicit
from satumeja.table import Linkage, Threats, linkage, threats
from satumeja.table.kit import LINKED_STATES, sides

__all__ = ["Matter", "matter_of"]

_LINKED = 2


@dataclass(frozen=True)
class Matter:
    """Everything that annexes say, as data, in no language.

    Parameters
    ----------
    model : Model
        The conflict.
    front : Front
        The data of its front page.
    stances : tuple of Stance
        Where each side stands on each item.
    facts : Facts
        What is agreed and contested, and when.
    readings : tuple of Model
        The other readings.
    apart : Apart
        Which sentences tell the readings apart.
    open_tables : tuple of (int, int) or None
        By reading, this one first: at how many of its tables there is something that all
        seated would accept; None where it has no tables or does not say what is present.
    assumed : Assumed
        What is assumed, and the sentences it rests on.
    threats : Threats or None
        Threats and promises from now; None where they cannot be judged.
    linked : tuple of Linkage or None
        What tables open together; None where that was not asked.
    too_wide : bool
        Whether it was not asked because there are too many states.
    """

    model: Model
    front: Front
    stances: tuple[Stance, ...]
    facts: Facts
    readings: tuple[Model, ...]
    apart: Apart
    open_tables: tuple[tuple[int, int] | None, ...]
    assumed: Assumed
    threats: Threats | None
    linked: tuple[Linkage, ...] | None
    too_wide: bool


def matter_of(
    front: Front,
    phrases: Phrases,
    readings: Sequence[Model] | None = None,
    engine: Explicit | None = None,
) -> Matter:
    """Gather what annexes are made of.

    Parameters
    ----------
    front : Front
        The data of the front page.
    phrases : Phrases
        The names of its model in some language; its sources and ranks are looked up there.
    readings : sequence of Model, optional
        Other readings of the conflict; those that the model file names by default.

    engine : Explicit, optional
        The engine of the model, where one is set up already.

    Notes
    -----
    Threats are judged from the present situation. What tables open together is looked at
    where there are two or more of them and no more states than `linkage` takes.
    """
    model = phrases.model
    evidence = Evidence(model, phrases.archive)
    others = tuple(load_readings(model) if readings is None else readings)
    movable = front.hold is not None and not model.is_graph
    linkable = movable and len(model.tables) >= _LINKED
    is_wide = len(model.states) > LINKED_STATES
    return Matter(
        model,
        front,
        stances(model, list(phrases.ranks.values())),
        facts(evidence),
        others,
        apart(evidence, others),
        (_open_here(front), *map(_open_tables, others)),
        assumed(evidence),
        threats(model, engine=engine) if movable else None,
        linkage(model) if linkable and not is_wide else None,
        linkable and is_wide,
    )


def _open_here(front: Front) -> tuple[int, int] | None:
    """Count the tables of the front page at which something is open, and all of them."""
    named = [table for table in front.tables if table.id]
    return (sum(table.zone > 0 for table in named), len(named)) if named else None


def _open_tables(model: Model) -> tuple[int, int] | None:
    """Count them in another reading."""
    if model.is_graph or model.status_quo is None or not model.tables:
        return None
    zones = [sides(model, table.id).zone for table in model.tables]
    return sum(len(zone) > 0 for zone in zones), len(zones)
