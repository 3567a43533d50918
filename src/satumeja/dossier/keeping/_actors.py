"""Some actors of a file: what they are called, without reading all that is said of them."""

from __future__ import annotations

from collections.abc import Collection
from operator import itemgetter
from typing import Any

from satumeja.dossier._types import Actor
from satumeja.dossier.keeping._events import in_force
from satumeja.dossier.keeping._file import DossierFile
from satumeja.dossier.keeping._names import Names, names_of
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
    Cost is that of those asked for, and of those who were merged or split.
    """
    names = names_of(file)
    rows = _rows(file, identifiers, names)
    languages = _languages(file, {row["source"] for row in rows})
    gathered: dict[str, Gathering] = {}
    for row in rows:
        identifier = names.actor(row["id"], row["source"])
        if identifier in identifiers:
            actor = gathered.setdefault(identifier, Gathering())
            actor.name(row, languages[row["source"]])
    for identifier in identifiers:
        gathered.setdefault(identifier, Gathering())
    return {identifier: actor.actor(identifier, names) for identifier, actor in gathered.items()}


def _rows(file: DossierFile, identifiers: Collection[str], names: Names) -> list[Any]:
    """Give what reports say of them, and of those whom an analyst may have made one of them."""
    query = "SELECT rowid, source, id, kind, name, office, state FROM actor WHERE id = ?"
    rows = [
        row
        for identifier in sorted({*identifiers, *names.renamed_actors()})
        for row in file.rows(query, (identifier,))
    ]
    return sorted(rows, key=itemgetter("source", "rowid"))


def _languages(file: DossierFile, sources: Collection[int]) -> dict[int, str]:
    """Give the language of some reports, as corrected."""
    if not sources:
        return {}
    listed = ",".join(map(str, sorted(sources)))
    query = f"SELECT id, language FROM source WHERE id IN ({listed})"  # noqa: S608
    languages = {row["id"]: row["language"] for row in file.rows(query)}
    for event in in_force(file, ("report",)):
        if "language" in event.change:
            languages[int(event.of[1:])] = event.change["language"]
    return languages
