"""Models as sheets: which sheets and columns there are, and how cells hold texts and lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "COMPARISONS",
    "KINDS",
    "LAYOUT",
    "RULES",
    "WORKBOOK",
    "Column",
    "Grid",
    "join",
    "normal",
    "part",
]

WORKBOOK = ".xlsx"
"""The suffix of a workbook; sheets without one are a folder."""

Grid = Sequence[Sequence[str | int]]
"""The rows of a sheet, its headings first."""

_GAPS = re.compile(r"[\s_]+")


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Parameters
    ----------
    name : str
        Its heading.
    kind : {"word", "text", "list", "number"}
        A word; words for people, one column a language (``name.id``); several words; or a
        number, which some spreadsheets write with a comma.
    required : bool
        Whether every row must fill it.
    """

    name: str
    kind: Literal["word", "text", "list", "number"] = "word"
    required: bool = False


_CITED = (Column("because", "text"), Column("evidence", "list"))
_OF = Column("decision_maker", required=True)
_STATEMENTS = (
    *(_OF, Column("statement", required=True), Column("name", "text"), Column("inferred")),
    *_CITED,
)
NAME = Column("name", "text")
"""What a thing is called: a column that is there though nobody has filled it."""
_ID, _NAME = Column("id", required=True), NAME

LAYOUT: Mapping[str, tuple[Column, ...]] = {
    "conflict": (Column("key", required=True), Column("value", "text")),
    "decision_makers": (
        _ID, _NAME, Column("preference"), Column("order"), Column("threshold", "number"),
        Column("shares", "list"), *_CITED,
    ),
    "options": (_OF, _ID, _NAME, Column("direction"), *_CITED),
    "infeasible": (
        Column("kind"), Column("rule", required=True), Column("then"), Column("type"), *_CITED,
    ),
    "irreversible": (
        Column("from", required=True), Column("to", required=True), Column("by", "list"),
        *_CITED,
    ),
    "coalesce": (Column("when", required=True), *_CITED),
    "states": (_ID, _NAME),
    "moves": (_OF, Column("from", required=True), Column("to", required=True)),
    "preferences": (
        *_STATEMENTS, Column("equal"), Column("greatly"), Column("unknown"),
        Column("degree", "number"), Column("chance", "number"),
    ),
    "adjust": (
        _OF, Column("state", required=True), Column("above"), Column("below"),
        Column("level_with"), *_CITED,
    ),
    "comparisons": (
        _OF, Column("kind", required=True), Column("first", required=True),
        Column("second", required=True), Column("number", "number"), *_CITED,
    ),
    "attitudes": (_OF, Column("toward", required=True), Column("attitude", required=True)),
    "weights": (_OF, Column("option", required=True), Column("weight", "number", required=True)),
    "rankings": (Column("state", required=True),),
    "red_lines": _STATEMENTS,
    "unseen": _STATEMENTS,
    "coalitions": (Column("members", "list", required=True),),
    "tables": (
        _ID, _NAME, Column("seats", "list"), Column("date"), Column("until"),
        Column("convenor", "text"), Column("agenda", "list"), Column("papers", "list"), *_CITED,
    ),
    "affected": (_ID, _NAME, *_CITED),
    "deadlines": (_ID, _NAME, Column("date", required=True), *_CITED),
    "sources": (
        _ID, Column("title", "text"), Column("report"), Column("dossier"),
        Column("citation"), Column("url"),
    ),
    "more": (Column("place", required=True), Column("value", required=True)),
}  # fmt: skip
"""The columns of each sheet; ``rankings`` has one more for each decision maker."""

COMPARISONS = ("unknown", "much_better", "degrees", "chances")
KINDS = ("preferences", "ranking", "weights")
RULES = ("condition", "pattern", "at_most_one", "at_least_one", "exactly_one", "requires")


def normal(name: str) -> str:
    """Bring the name of a sheet or a heading to the form it is known by.

    Examples
    --------
    >>> normal(" Decision makers "), normal("Because.ID")
    ('decision_makers', 'because.id')
    """
    return _GAPS.sub("_", name.strip().lower())


def join(items: Sequence[str]) -> str | None:
    r"""Write several words into one cell; None where that cannot be read back.

    Examples
    --------
    >>> join(["wire#s3", "wire#s5"]), join(["book#pp. 3, 4"]), join(["a\nb"])
    ('wire#s3, wire#s5', 'book#pp. 3, 4\n', None)
    """
    if any(item != item.strip() or not item or "\n" in item for item in items):
        return None
    if not any("," in item for item in items):
        return ", ".join(items)
    return "".join(f"{item}\n" for item in items)


def part(cell: str) -> list[str]:
    r"""Part a cell into the words it holds: by lines where it has several, else by commas.

    Examples
    --------
    >>> part("wire#s3, wire#s5"), part("book#pp. 3, 4\n")
    (['wire#s3', 'wire#s5'], ['book#pp. 3, 4'])
    """
    words = cell.split("\n") if "\n" in cell else cell.split(",")
    return [word.strip() for word in words if word.strip()]
