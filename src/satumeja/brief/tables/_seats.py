"""Who sits at which table with whom, when and about what, and who is affected without a seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from satumeja.brief.media import Cell, Row, Table
from satumeja.brief.tables._model import grounds, heads
from satumeja.brief.words import Phrases, Tongue, phrases_of
from satumeja.evidence import Archive
from satumeja.model.kit import as_label

if TYPE_CHECKING:
    from satumeja import model as parts
    from satumeja.model import Model

__all__ = ["affected_table", "seat_table"]


def seat_table(model: Model, *, language: Tongue = "en", archive: Archive | None = None) -> Table:
    """List the tables: who sits with whom, when, called by whom, and about what.

    Parameters
    ----------
    model : Model
        A conflict.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    archive : Archive, optional
        Where evidence is looked up; made anew where none is given.

    Returns
    -------
    Table
        One row a table; who convenes it, until when, its agenda and its papers have a
        column where any table says so.

    See Also
    --------
    affected_table : Who is affected and sits at none.
    """
    phrases, archive = phrases_of(model, language), archive or Archive(model)
    words, papers = phrases.words, archive

    def seats(table: parts.Table) -> Cell:
        return Cell(words.all_of([phrases.dm(seat) for seat in table.seats]))

    columns: dict[str, Callable[[parts.Table], Cell]] = {
        "seats": seats,
        "date": lambda table: Cell(words.date(table.date)),
        "until": lambda table: Cell(words.date(table.until)),
        "convenor": lambda table: Cell(_party(phrases, table.convenor)),
        "agenda": lambda table: Cell("; ".join(_item(phrases, item) for item in table.agenda)),
        "papers": lambda table: _papers(phrases, papers, table),
    }
    optional = ("until", "convenor", "agenda", "papers")
    used = [
        key
        for key in columns
        if key not in optional or any(getattr(table, key) for table in model.tables)
    ]
    body = tuple(
        (
            Cell(phrases.text(table.name) or table.id, "row"),
            *(columns[key](table) for key in used),
            *grounds(phrases, archive, table.because, table.evidence),
        )
        for table in model.tables
    )
    head = heads(words, "table", *used, "because", "evidence")
    return Table(words("seats.caption"), head, body, "", "seats", words.language)


def affected_table(
    model: Model, *, language: Tongue = "en", archive: Archive | None = None
) -> Table:
    """List who is affected and has no seat and no option, and how.

    Parameters
    ----------
    model : Model
        A conflict.
    language : {"en", "id"} or Phrases
        The language of its words, or a phrase book that is open.
    archive : Archive, optional
        Where evidence is looked up; made anew where none is given.

    Returns
    -------
    Table
        One row a party.

    See Also
    --------
    seat_table : Who sits with whom.
    """
    phrases, archive = phrases_of(model, language), archive or Archive(model)
    body: list[Row] = [
        (
            Cell(as_label(phrases.text(party.name)) or party.id, "row"),
            *grounds(phrases, archive, party.because, party.evidence),
        )
        for party in model.affected
    ]
    head = heads(phrases.words, "party", "affected", "evidence")
    caption = phrases.words("affected.caption")
    return Table(caption, head, tuple(body), "", "affected", phrases.words.language)


def _party(phrases: Phrases, convenor: parts.Text) -> str:
    """Name who convenes: a party of the model by its name, anybody else in the file's words."""
    model = phrases.model
    named = {maker.id: maker.name for maker in model.decision_makers}
    named |= {party.id: party.name for party in model.affected}
    return as_label(phrases.text(named.get(convenor) or convenor))


def _item(phrases: Phrases, item: parts.Text) -> str:
    """Name an item of an agenda: an option by its name, anything else in the file's words."""
    owner, _, option = item.partition(".")
    for maker in phrases.model.decision_makers:
        for taken in maker.options if maker.id == owner and not item.by_language else ():
            if option in (taken.id, taken.scale.id if taken.scale else taken.id):
                name = taken.scale.name if taken.scale and option == taken.scale.id else taken.name
                return f"{phrases.dm(maker.id)}: {phrases.text(name) or option}"
    return phrases.text(item)


def _papers(phrases: Phrases, archive: Archive, table: parts.Table) -> Cell:
    """Cite what lies on a table; nothing where it is not said."""
    return grounds(phrases, archive, "", table.papers)[1] if table.papers else Cell("")
