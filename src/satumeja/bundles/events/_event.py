"""An event of a dataset: what its provider states of it, and no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from satumeja.display import ShownInLine

__all__ = ["Days", "Event", "Party"]


@dataclass(frozen=True, slots=True, repr=False)
class Party(ShownInLine):
    """Somebody who took part in an event, as the dataset names it.

    Parameters
    ----------
    name : str
        As it is written there.
    role : str
        ``actor`` and ``recipient`` where the dataset says who did it to whom; ``party`` where
        it does not; ``associate`` of one who took part beside a party; ``third`` of a third
        party to an agreement.
    """

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Days:
    """The days an event may have been on, and how precisely that is known.

    Parameters
    ----------
    first, last : date or None
        The first and the last of them; None where the row does not say.
    precision : str or None
        Whether that is a day, a week, a month or a year.
    doubtful : bool
        Whether the provider says that it is a guess.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    precision: str | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Event(ShownInLine):
    """Something that happened, as a dataset codes it.

    Parameters
    ----------
    row : int
        Its row in the file, as a spreadsheet counts: the names of the columns are row 1.
    id : str
        The provider's own id; empty where the row has none.
    days : Days
        When it was.
    code : str
        What the provider states of how precise its day is, as it is written.
    category : tuple of str
        The provider's own words for what it is, the widest first.
    parties : tuple of Party
        Who took part.
    place : str
        Where, the nearest first.
    latitude, longitude : float or None
        Where, in degrees.
    deaths : int or None
        How many were killed, by the provider's best estimate.
    source : str
        The provider's own sources, as it names them.
    link : str
        A page it rests on.
    note : str
        What the provider says of it; of an agreement, its name.
    published : datetime.date or None
        By when it is certain to have been known: the day the provider took it up.
    """

    row: int
    id: str
    days: Days
    code: str = ""
    category: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    deaths: int | None = None
    source: str = ""
    link: str = ""
    note: str = ""
    published: dt.date | None = None

    @property
    def is_directed(self) -> bool:
        """Whether the dataset says who did it to whom."""
        return any(party.role == "recipient" for party in self.parties)
