"""What a model says of a table, in short: who sits there, who calls them, and about what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from satumeja.messages import Messages
from satumeja.model import Table, Text

__all__ = ["TableContents", "seated_words", "table_contents"]


@dataclass(frozen=True)
class TableContents:
    """What a model says of a table.

    Parameters
    ----------
    id : str
        The table.
    seats : tuple of str
        Who sits there.
    convenor : Text
        Who calls them together.
    agenda : tuple of Text
        What they speak of.
    until : str
        When they are to be done.
    papers : tuple of str
        What lies on the table.
    """

    id: str
    seats: tuple[str, ...]
    convenor: Text
    agenda: tuple[Text, ...]
    until: str
    papers: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Give it as plain data."""
        return {
            "id": self.id,
            "seats": list(self.seats),
            "convenor": self.convenor,
            "agenda": list(self.agenda),
            "until": self.until,
            "papers": list(self.papers),
        }


def table_contents(table: Table) -> TableContents:
    """Give what is said of a table."""
    return TableContents(
        table.id, table.seats, table.convenor, table.agenda, table.until, table.papers
    )


def seated_words(
    tables: Sequence[TableContents], affected: Sequence[str], say: Messages
) -> Iterator[str]:
    """Say in a line each what is said of tables, and who is affected and sits at none."""
    for table in tables:
        yield _table_words(table, say)
    if affected:
        yield say("contents.affected", affected=", ".join(affected))


def _table_words(contents: TableContents, say: Messages) -> str:
    """Say it in a line; what the file does not say is left out."""
    parts = [say("contents.table", table=contents.id, seats=", ".join(contents.seats))]
    if contents.convenor:
        convenor = contents.convenor.in_language(say.language)
        parts.append(say("contents.convenor", convenor=convenor))
    if contents.until:
        parts.append(say("contents.until", until=contents.until))
    if contents.agenda:
        agenda = ", ".join(item.in_language(say.language) for item in contents.agenda)
        parts.append(say("contents.agenda", agenda=agenda))
    if contents.papers:
        parts.append(say.count("contents.papers", len(contents.papers)))
    return "; ".join(parts)
