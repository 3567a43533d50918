"""The events of datasets that a dossier file holds, in order of time."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from satumeja.bundles import KINDS, Days, Event, Party
from satumeja.display import Shown, ShownInLine
from satumeja.dossier._types import period
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._whole import Whole

__all__ = ["Happenings", "KeptDataset", "KeptEvent", "happenings"]


@dataclass(frozen=True, repr=False)
class KeptDataset(ShownInLine):
    """A file of events in a dossier file.

    Parameters
    ----------
    key : str
        ``d1``, ``d2``, ... in the order they were taken.
    name, sha256 : str
        The file, named from the folder of the dossier file.
    kind, title : str
        Which dataset it is of.
    """

    key: str
    name: str
    sha256: str
    kind: str
    title: str


@dataclass(frozen=True, repr=False)
class KeptEvent(ShownInLine):
    """An event in a dossier file.

    Parameters
    ----------
    key : str
        Its file and its row: ``d1#7``.
    dataset : KeptDataset
        The file it is of.
    event : Event
        What its provider states.
    actors : tuple of (str or None)
        Of each of its parties the actor of the dossier whose name is the very same; None where
        there is none, or more than one.
    """

    key: str
    dataset: KeptDataset
    event: Event
    actors: tuple[str | None, ...] = ()

    @property
    def when(self) -> str:
        """When it was, in ISO form and no more precisely than it is known; empty for unknown."""
        days = self.event.days
        return period(days.first, days.last, days.precision) if days.first else ""


@dataclass(frozen=True, repr=False)
class Happenings(Shown):
    """The events of a dossier file.

    Parameters
    ----------
    events : tuple of KeptEvent
        By their first day; those without a day last.
    datasets : tuple of KeptDataset
        The files they are of.
    left_out : int
        How many were left out since a day was asked for, and nobody can say that they were
        known by then.
    """

    events: tuple[KeptEvent, ...]
    datasets: tuple[KeptDataset, ...]
    left_out: int = field(default=0)


def happenings(file: DossierFile, whole: Whole, as_of: dt.date | None = None) -> Happenings:
    """Give the events of datasets that a dossier file holds, in order of time.

    Parameters
    ----------
    file : DossierFile
        The file.
    whole : Whole
        What its reports say, from `whole`: whose actors parties may be.
    as_of : datetime.date, optional
        Leave out what the provider took up later, and what it does not say that of.

    Notes
    -----
    Cost is linear in the events, but for sorting them.
    """
    datasets = {
        row["id"]: KeptDataset(
            *(f"d{row['id']}", row["name"], row["sha256"], row["kind"]), KINDS[row["kind"]].title
        )
        for row in file.rows("SELECT * FROM dataset ORDER BY id")
    }
    actors = _actors_by_name(whole)
    certain = "published IS NOT NULL AND published <= :day" if as_of else "true"
    day = {"day": as_of.isoformat() if as_of else None}
    order = "first IS NULL, first, last, dataset, row"
    rows = file.rows(f"SELECT * FROM event WHERE {certain} ORDER BY {order}", day)  # noqa: S608
    total = file.rows("SELECT count(*) AS n FROM event")[0]["n"]
    events = tuple(_kept(row, datasets[row["dataset"]], actors) for row in rows)
    return Happenings(events, tuple(datasets.values()), total - len(events))


def _actors_by_name(whole: Whole) -> dict[str, str | None]:
    """Give the actors of a dossier by what they are called; None for a name that several have."""
    actors: dict[str, str | None] = {}
    for actor in whole.dossier.actors:
        for name in {_same(name) for name in (actor.name, *dict(actor.names).values())}:
            actors[name] = actor.id if actors.get(name, actor.id) == actor.id else None
    return actors


@lru_cache(maxsize=4096)
def _same(name: str) -> str:
    """Give a name as it is compared: whole, whatever its capitals."""
    return " ".join(name.casefold().split())


@lru_cache(maxsize=4096)
def _day(words: str | None) -> dt.date | None:
    return dt.date.fromisoformat(words) if words else None


def _kept(row: Any, dataset: KeptDataset, actors: dict[str, str | None]) -> KeptEvent:
    """Make an event of what is kept of it."""
    parties = tuple(Party(*party) for party in json.loads(row["parties"]))
    first, last, published = map(_day, (row["first"], row["last"], row["published"]))
    event = Event(
        row["row"],
        row["id"],
        Days(first, last, row["precision"], bool(row["doubtful"])),
        code=row["code"],
        category=tuple(json.loads(row["category"])),
        parties=parties,
        place=row["place"],
        latitude=row["latitude"],
        longitude=row["longitude"],
        deaths=row["deaths"],
        source=row["source"],
        link=row["link"],
        note=row["note"],
        published=published,
    )
    named = tuple(actors.get(_same(party.name)) for party in parties)
    return KeptEvent(f"{dataset.key}#{row['row']}", dataset, event, named)
