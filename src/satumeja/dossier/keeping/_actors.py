"""Some actors of a file: what they are called, without reading all that is said of them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from satumeja.dossier._types import Actor
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._names import Names, names_of
from satumeja.dossier.keeping._reports import reports
from satumeja.dossier.keeping._whole import Gathering

__all__ = ["actors_by_id"]


def actors_by_id(file: DossierFile, identifiers: Collection[str]) -> dict[str, Actor]:
    """Give some actors of a file by their identifiers, with their names in each language.

    Parameters
    ----------
    file : DossierFile
        The file.
    identifiers : collection of str
        Who, as corrected; of whom no report speaks, what corrections and lists say of him.

    Returns
    -------
    dict of str to Actor
        Without the places where they are named.

    Notes
    -----
    Where no actors were merged or split the cost is that of those asked for.
    """
    names = names_of(file)
    languages = {int(report.key[1:]): report.language for report in reports(file)}
    gathered: dict[str, Gathering] = {}
    for row in _rows(file, identifiers, names):
        identifier = names.actor(row["id"], row["source"])
        if identifier in identifiers:
            actor = gathered.setdefault(identifier, Gathering())
            actor.name(row, languages[row["source"]])
    for identifier in identifiers:
        gathered.setdefault(identifier, Gathering())
    return {identifier: actor.actor(identifier, names) for identifier, actor in gathered.items()}


def _rows(file: DossierFile, identifiers: Collection[str], names: Names) -> list[Any]:
    """Give what reports say of them; of everybody where some were merged or split."""
    columns = "SELECT source, id, kind, name, office, state FROM actor"
    if names.renames:
        return file.rows(f"{columns} ORDER BY source, rowid")
    return [
        row
        for identifier in sorted(identifiers)
        for row in file.rows(f"{columns} WHERE id = ? ORDER BY source, rowid", (identifier,))
    ]
