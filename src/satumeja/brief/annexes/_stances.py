"""Annex 1: where each side stands on each item."""

from __future__ import annotations

from satumeja.brief.annexes._annex import Annex, Shortened
from satumeja.brief.annexes._saying import Saying, cell
from satumeja.brief.media import Cell, Piece
from satumeja.front import Stance

__all__ = ["stance_annex"]

_VIEWS = {"wants": "wants", "against": "against", "depends": "depends", "red line": "line",
          "no view": "none"}  # fmt: skip
_URGENCY = ("divides", "open", "shared")


def stance_annex(saying: Saying, most: int) -> Annex:
    """Set out where each side stands; what divides them is the last to be left out."""
    items, names = saying.matter.stances, saying.names
    title = saying("annexes.heading", number=1, title=saying("annexes.title.stances"))
    if not items:
        return Annex(
            1, "stances", title, (saying.sentence("annexes.stances.graph", "stances"),), ()
        )
    cut = Shortened(most)
    shown = cut(items, [_URGENCY.index(item.between) for item in items])
    head = [
        saying("annexes.stances.item"),
        *map(names.label, names.parties),
        saying("annexes.stances.between"),
    ]
    table = saying.table(
        saying("annexes.stances.caption"), head, (_row(saying, item) for item in shown), "stances"
    )
    note = " ".join(filter(None, [saying("annexes.stances.note"), saying.more(cut.left)]))
    return Annex(1, "stances", title, (), (table,), note)


def _row(saying: Saying, item: Stance) -> list[Cell]:
    pieces = [Piece(saying.option(item.dm, item.option))]
    if item.now:
        pieces += [Piece(" "), Piece(saying("annexes.stances.now"), quiet=True)]
    return [
        Cell.pieced(pieces, "row"),
        *(_view(saying, item.views[dm]) for dm in saying.names.parties),
        Cell(saying(f"annexes.stances.between_all.{item.between}")),
    ]


def _view(saying: Saying, view: str) -> Cell:
    """Say a view, so that it can be told by its letters where colours are not seen."""
    text = saying(f"annexes.stances.view.{_VIEWS[view]}")
    return cell(
        text,
        bold=view == "red line",
        slanted=view == "against",
        quiet=view in ("depends", "no view"),
    )
