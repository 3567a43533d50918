"""A file of events: which dataset it is of, and its events one after the other."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from satumeja.bundles._types import Note
from satumeja.bundles.events._event import Event
from satumeja.bundles.events._kinds import Kind, bare_columns, kind_by_columns
from satumeja.bundles.events._rows import Reader
from satumeja.bundles.kinds import workbook_sheets
from satumeja.bundles.reading import cells_of, one_line, opened, text_lines
from satumeja.display import Card, Shown, brief
from satumeja.errors import Fault, MissingExtraError, ReportError, did_you_mean

__all__ = ["Dataset", "open_dataset"]

_TEXTS = frozenset({".csv", ".tsv", ".txt", ".tab"})
_BOOKS = frozenset({".xlsx", ".xlsm"})
_MARKS = "\t,;|"
_LEAST_MARKS = 3
_LONGEST_HEAD = 64 * 1024
_NOTES_A_KIND = 20  # of one thing that is the matter; the rest are counted


class Dataset(Shown):
    """A file of events of one dataset, read as often as it is iterated over.

    Parameters
    ----------
    name : str
        The file.
    kind : Kind
        Which dataset it is of.
    rows : callable
        Gives its rows from the start, the names of the columns among them.
    columns : sequence of str
        The names of its columns, in small letters.
    origin : int
        The number of the first row of events, as a spreadsheet counts.
    is_trimmed : bool
        Whether empty cells at the end of a row may be wanting, as where a spreadsheet wrote it.

    Attributes
    ----------
    notes : list of Note
        What is the matter with its rows; whole when it was read to its end.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> head = "event_id_cnty,event_date,time_precision,event_type,actor1,actor2"
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "export.csv")
    ...     _ = file.write_text(f"{head}{chr(10)}XYZ1,2024-03-09,1,Protests,Miners,")
    ...     dataset = open_dataset(file)
    ...     [(event.id, event.days.first.isoformat()) for event in dataset]
    [('XYZ1', '2024-03-09')]
    """

    def __init__(
        self,
        name: str,
        kind: Kind,
        rows: Callable[[], Iterator[Sequence[str]]],
        columns: Sequence[str],
        *,
        origin: int,
        is_trimmed: bool,
    ) -> None:
        self.name, self.kind, self.columns = name, kind.name, tuple(columns)
        self.title = kind.title
        self.notes: list[Note] = []
        self._kind, self._rows = kind, rows
        self._origin, self._is_trimmed = origin, is_trimmed

    def card(self) -> Card:
        """Say what is shown of it."""
        return Card(f"Dataset {brief(self.name)}: {self.title}", [])

    def __iter__(self) -> Iterator[Event]:
        """Yield its events; what is the matter with a row becomes a note."""
        self.notes = []
        counts: dict[str, int] = {}

        def tell(key: str, **values: object) -> None:
            counts[key] = counts.get(key, 0) + 1
            if counts[key] <= _NOTES_A_KIND:
                self.notes.append(Note(key, None, values))

        missing = [column for column in self._kind.expects if column not in self.columns]
        if missing:
            tell("event_columns", columns=", ".join(missing))
        reader = Reader(self._kind, self.columns, tell, is_trimmed=self._is_trimmed)
        for number, row in enumerate(self._rows(), 1):
            if number < self._origin or not any(cell and not cell.isspace() for cell in row):
                continue
            event = reader.event(number, row)
            if event is not None:
                yield event
        reader.end()
        more = sum(max(count - _NOTES_A_KIND, 0) for count in counts.values())
        if more:
            self.notes.append(Note("event_more", None, {"count": more}))


def open_dataset(path: str | os.PathLike[str]) -> Dataset | None:
    """Open a file of events of a dataset that is known.

    Parameters
    ----------
    path : str or path-like
        The file; which dataset it is of is told by the names of its columns, and of GDELT,
        whose exports have none, by their number.

    Returns
    -------
    Dataset or None
        None where it is something else.

    Raises
    ------
    ReportError
        It is of a dataset that is known, and a column without which no event can be read is
        missing.
    """
    name = os.fspath(path)
    suffix = Path(name).suffix.lower()
    if not os.path.isfile(name):
        return None
    if suffix in _BOOKS:
        return _of_workbook(name)
    return _of_text(name) if suffix in _TEXTS else None


def _plain(column: str) -> str:
    """Name a column as it is compared.

    Examples
    --------
    >>> _plain(" Event ID"), _plain("AgtId"), _plain("SOURCE_SCALE")
    ('event_id', 'agtid', 'source_scale')
    """
    return re.sub(r"[\W_]+", "_", column.strip().removeprefix("\ufeff").lower()).strip("_")


def _named(header: Sequence[str], name: str) -> tuple[Kind, list[str]] | None:
    """Tell the dataset of a header, and name its columns as they are compared."""
    columns = [_plain(column) for column in header]
    kind = kind_by_columns(columns)
    if kind is None:
        return None
    columns = [kind.also.get(column, column) for column in columns]
    for needed in kind.needs:
        if needed not in columns:
            hint = did_you_mean(needed, columns)
            listed = ", ".join(one_line(column)[:40] for column in header[:60])
            raise ReportError(
                Fault(
                    f'is event data of {kind.title} without its column "{needed}"{hint}; '
                    f"it has {listed}",
                    name,
                )
            )
    return kind, columns


def _of_text(name: str) -> Dataset | None:
    """Open a table in text."""
    first = _first_line(name)
    mark = max(_MARKS, key=first.count)
    if first.count(mark) < _LEAST_MARKS:
        return None
    # Between tabs a quotation mark is one, as providers write them.
    cells = partial(cells_of, mark=mark, name=name, is_quoted=mark != "\t")
    header = next(cells([first]))
    named = _named(header, name)
    origin = 2
    if named is None:
        named, origin = _bare(header, mark), 1
    if named is None:
        return None
    kind, columns = named
    return Dataset(
        name,
        kind,
        lambda: cells(text_lines(name)),
        columns,
        origin=origin,
        is_trimmed=mark != "\t",
    )


def _first_line(name: str) -> str:
    """Give the first line of a file; empty where that is no header, or cannot be read."""
    try:
        with opened(name) as file:
            begin = file.readline(_LONGEST_HEAD + 1)
        if len(begin) > _LONGEST_HEAD and b"\r" not in begin:
            return ""  # no header is that long, and the rest of the line may be the whole file
        is_wide = begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        if not is_wide and all(begin.count(mark.encode()) < _LEAST_MARKS for mark in _MARKS):
            return ""  # prose: what encoding it is in need not be found out
        return next(text_lines(name), "")
    except ReportError:
        return ""  # what reads it next says so


def _bare(cells: Sequence[str], mark: str) -> tuple[Kind, list[str]] | None:
    """Tell an export of GDELT, which has no header, by how many cells it has and the first two."""
    columns = bare_columns(len(cells)) if mark == "\t" else ()
    if not columns or not (cells[0].isdigit() and re.fullmatch(r"[12]\d{7}", cells[1])):
        return None
    kind = kind_by_columns(columns)
    return (kind, list(columns)) if kind else None


def _of_workbook(name: str) -> Dataset | None:
    """Open a workbook: its first sheet that is of a dataset."""
    sheet_at: tuple[int, Kind, list[str], int] | None = None
    try:
        with workbook_sheets(name) as sheets:
            headers = [_header(sheet) for sheet in sheets]
    except (ReportError, MissingExtraError):
        return None  # what reads it next says so
    for place, (number, header) in enumerate(headers):
        named = _named(header, name)
        if named is not None:
            sheet_at = (place, *named, number)
            break
    if sheet_at is None:
        return None
    at, kind, columns, number = sheet_at

    def rows() -> Iterator[Sequence[str]]:
        with workbook_sheets(name) as sheets:
            yield from sheets[at]

    return Dataset(name, kind, rows, columns, origin=number + 1, is_trimmed=True)


def _header(rows: Iterable[Sequence[str]]) -> tuple[int, Sequence[str]]:
    """Give the first row of a sheet that has something in it, and its number."""
    for number, row in enumerate(rows, 1):
        if any(row):
            return number, row
    return 0, ()
