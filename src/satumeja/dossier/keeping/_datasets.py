"""Files of events taken into a dossier file: kept beside the reports, and never as statements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from satumeja.bundles import Dataset, Event, Note, open_dataset
from satumeja.display import Shown
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._intake import digest_of, from_folder, is_utf8
from satumeja.errors import ReportError

__all__ = ["TakenDataset", "take_datasets"]


@dataclass(frozen=True, repr=False)
class TakenDataset(Shown):
    """What came of a file of events.

    Parameters
    ----------
    key : str
        What it is called in the dossier file: ``d1``, ``d2``, ...
    name : str
        The file, as it was named.
    kind, title : str
        Which dataset it is of.
    events : int
        How many events of it the dossier file holds.
    first, last : str
        The first and the last day of these; empty where none has one.
    is_known : bool
        Whether the dossier file held the very same file already.
    replaced : int
        How many events of earlier files of that dataset it states anew.
    repeated : int
        How many of its events have an id that another of them has.
    notes : tuple of Note
        What is the matter with its rows.
    """

    key: str
    name: str
    kind: str
    title: str
    events: int
    first: str
    last: str
    is_known: bool
    replaced: int = 0
    repeated: int = 0
    notes: tuple[Note, ...] = ()


def take_datasets(
    file: DossierFile, paths: Sequence[str], reader: str, *, again: bool = False
) -> tuple[list[str], list[TakenDataset], list[str]]:
    """Take the files of events among files into a dossier file.

    Parameters
    ----------
    file : DossierFile
        Where to keep them; each is kept whole or not at all.
    paths : sequence of str
        Files, whatever they are.
    reader : str
        The version of the program.
    again : bool
        Whether to read anew what the file holds.

    Returns
    -------
    tuple
        The files that are something else; what came of those of events; and a line for each
        that cannot be read.

    Notes
    -----
    Cost is linear in the rows, and the memory needed is that of one row.
    """
    others, taken, refused = [], [], []
    for path in paths:
        try:
            dataset = open_dataset(path) if is_utf8(path) else None
            if dataset is None:
                others.append(path)
            else:
                taken.append(_take(file, dataset, reader, again=again))
        except ReportError as error:
            refused.append(str(error))
    return others, taken, refused


def _take(file: DossierFile, dataset: Dataset, reader: str, *, again: bool) -> TakenDataset:
    """Take one file of events."""
    digest, name = digest_of(dataset.name), from_folder(dataset.name, file.path)
    rows = file.rows("SELECT id, reader FROM dataset WHERE sha256 = ?", (digest,))
    if rows and rows[0]["reader"] == reader and not again:
        file.do("UPDATE dataset SET name = ? WHERE id = ?", (name, rows[0]["id"]))
        return _taken(file, dataset, rows[0]["id"], is_known=True)
    with file.whole():
        if rows:
            number = rows[0]["id"]
            file.do("DELETE FROM event WHERE dataset = ?", (number,))
            file.do("UPDATE dataset SET name = ?, reader = ? WHERE id = ?", (name, reader, number))
        else:
            number = file.do(
                "INSERT INTO dataset (name, sha256, kind, reader) VALUES (?,?,?,?)",
                (name, digest, dataset.kind, reader),
            )
        blanks = ",".join("?" * 18)
        file.do_all(f"INSERT INTO event VALUES ({blanks})", _values(number, dataset))  # noqa: S608
        replaced = _replace(file, number, dataset.kind)
    return _taken(file, dataset, number, replaced=replaced)


def _values(number: int, events: Dataset) -> Iterator[tuple[object, ...]]:
    """Give events as they are kept."""
    for event in events:
        yield (number, event.row, event.id, *_when(event), *_what(event))


def _when(event: Event) -> tuple[object, ...]:
    """Give the days of an event as they are kept."""
    days = event.days
    first, last = (day.isoformat() if day else None for day in (days.first, days.last))
    return first, last, days.precision, days.doubtful, event.code


def _what(event: Event) -> tuple[object, ...]:
    """Give what an event is, and where, as it is kept."""
    return (
        json.dumps(event.category, ensure_ascii=False),
        json.dumps([(party.name, party.role) for party in event.parties], ensure_ascii=False),
        *(event.place, event.latitude, event.longitude, event.deaths),
        *(event.source, event.link, event.note),
        event.published.isoformat() if event.published else None,
    )


def _replace(file: DossierFile, number: int, kind: str) -> int:
    """Let the events of a file stand for those of the same id in earlier files of the dataset."""
    earlier = (
        "FROM event WHERE dataset IN (SELECT id FROM dataset WHERE kind = ? AND id <> ?) "
        "AND id <> '' AND id IN (SELECT id FROM event WHERE dataset = ?)"
    )
    values = (kind, number, number)
    count = int(file.rows(f"SELECT count(*) AS n {earlier}", values)[0]["n"])
    if count:
        file.do(f"DELETE {earlier}", values)
    return count


def _taken(
    file: DossierFile, dataset: Dataset, number: int, *, is_known: bool = False, replaced: int = 0
) -> TakenDataset:
    """Say what came of a file."""
    counts = file.rows(
        "SELECT count(*) AS n, min(first) AS first, max(last) AS last FROM event "
        "WHERE dataset = ?",
        (number,),
    )[0]
    repeated = file.rows(
        "SELECT total(n) AS n FROM (SELECT count(*) AS n FROM event "
        "WHERE dataset = ? AND id <> '' GROUP BY id HAVING n > 1)",
        (number,),
    )[0]["n"]
    return TakenDataset(
        *(f"d{number}", dataset.name, dataset.kind, dataset.title),
        *(counts["n"], counts["first"] or "", counts["last"] or "", is_known),
        *(replaced, int(repeated), tuple(dataset.notes)),
    )
