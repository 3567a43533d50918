"""A row of a dataset as an event; what is the matter with a cell is told with row and column."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Sequence

from satumeja.bundles.events._days import day_of
from satumeja.bundles.events._event import Event, Party
from satumeja.bundles.events._kinds import Kind
from satumeja.bundles.reading import one_line

__all__ = ["Reader"]

_NOTHING = frozenset({"none", "na", "n/a", "nan", "null"})
_PARTS = re.compile(r"\s*(?:;|\n|<br\s*/?>)\s*")


class Reader:
    """Reads the rows of one file.

    Parameters
    ----------
    kind : Kind
        Which dataset it is of.
    columns : sequence of str
        Its columns.
    tell : callable
        Is told what is the matter with a row: a key, the row, the column, what stands there.
    is_trimmed : bool
        Whether empty cells at the end of a row may be wanting.
    """

    def __init__(
        self,
        kind: Kind,
        columns: Sequence[str],
        tell: Callable[..., None],
        *,
        is_trimmed: bool,
    ) -> None:
        self._kind, self._tell, self._is_trimmed = kind, tell, is_trimmed
        # Of two columns of one name the first counts.
        self._places = {column: place for place, column in reversed(list(enumerate(columns)))}
        self._width = len(columns)
        self._needed = 1 + max(self._places[column] for column in kind.needs)
        self._row: Sequence[str] = ()
        self._number = 0
        self._is_short = False

    def event(self, number: int, row: Sequence[str]) -> Event | None:
        """Read one row; None where its cells cannot be told apart by their columns."""
        cells = len(row)
        while cells > self._width and not row[cells - 1].strip():
            cells -= 1
        self._row, self._number, self._is_short = row, number, cells < self._width
        if cells > self._width or (self._is_short and self._is_unusable(cells)):
            self._tell("event_cells", row=number, cells=cells, columns=self._width)
            return None
        return self._event()

    def end(self) -> None:
        """Say where the last row is a part of one: the file may have been cut off."""
        if self._is_short:
            self._tell("event_cut", row=self._number)

    def _is_unusable(self, cells: int) -> bool:
        """Whether a short row lacks what is needed, or a cell that is lost shifted the others."""
        return not self._is_trimmed or cells < self._needed

    def _cell(self, column: str) -> str:
        """Give the cell of a column; empty where there is none, or the dataset says so."""
        place = self._places.get(column, -1)
        if not 0 <= place < len(self._row):
            return ""
        words = self._row[place].strip()
        if words[:1] == '"' == words[-1:] and len(words) > 1:
            words = words[1:-1].replace('""', '"').strip()
        return "" if words.lower() in _NOTHING else words

    def _matter(self, key: str, column: str, **values: object) -> None:
        """Say what is the matter with a cell."""
        if "value" in values:
            values["value"] = one_line(str(values["value"]))[:80]
        self._tell(key, row=self._number, column=column, **values)

    def _event(self) -> Event:
        """Make the event of the row."""
        kind, cell = self._kind, self._cell
        identifier = cell(kind.needs[0])
        if not identifier:
            self._matter("event_id", kind.needs[0])
        return Event(
            self._number,
            identifier,
            kind.days(cell, self._matter),
            code=cell(kind.code),
            category=self._category(),
            parties=self._parties(),
            place=", ".join(dict.fromkeys(filter(None, map(cell, kind.place)))),
            latitude=self._degrees(kind.latitude, 90),
            longitude=self._degrees(kind.longitude, 180),
            deaths=self._count(kind.deaths),
            source=one_line(cell(kind.source)),
            link=cell(kind.link),
            note=one_line(cell(kind.note)),
            published=self._published(),
        )

    def _category(self) -> tuple[str, ...]:
        """Give the provider's own words for what it is."""
        words = []
        for column in self._kind.category:
            written = self._cell(column)
            if written:
                words.append(self._kind.glosses.get(column, {}).get(written, one_line(written)))
        return tuple(dict.fromkeys(words))

    def _parties(self) -> tuple[Party, ...]:
        """Give those who took part, each as it is named."""
        where = self._kind.directed_where
        directed = where is not None and self._cell(where[0]) == where[1]
        parties = []
        for place, (column, role) in enumerate(self._kind.parties):
            written = self._cell(column)
            part = ("actor", "recipient")[place] if directed else role
            if written:
                parties += [Party(one_line(name), part) for name in _PARTS.split(written) if name]
        return tuple(dict.fromkeys(parties))

    def _published(self) -> dt.date | None:
        """Give the day the provider took it up."""
        words = self._cell(self._kind.published)
        if not words:
            return None
        return _instant(words) or day_of(words)

    def _degrees(self, column: str, most: int) -> float | None:
        """Read a latitude or longitude."""
        words = self._cell(column)
        if not words:
            return None
        try:
            degrees = float(words)
        except ValueError:
            degrees = math.nan
        if not abs(degrees) <= most:
            self._matter("event_number", column, value=words)
            return None
        return degrees

    def _count(self, column: str) -> int | None:
        """Read how many."""
        words = self._cell(column)
        if not words:
            return None
        if not re.fullmatch(r"\d{1,9}(?:\.0+)?", words, re.ASCII):
            self._matter("event_number", column, value=words)
            return None
        return int(float(words))


def _instant(words: str) -> dt.date | None:
    """Read a day that is written as figures alone: seconds since 1970, or day and time of day."""
    if not re.fullmatch(r"\d{10}|\d{14}", words, re.ASCII):
        return None
    if len(words) == 14:
        return day_of(words[:8])
    return dt.datetime.fromtimestamp(int(words), dt.UTC).date()
