"""What of a document is otherwise after an edit, so that the rest need not be sent again."""

from __future__ import annotations

from typing import Any

from satumeja.web.shapes import Clause, Maker, ModelDocument

__all__ = ["parts_of"]

_ALWAYS = frozenset(
    ("version", "editable", "faults", "can_undo", "can_redo", "undo_words", "redo_words")
)
"""What may be otherwise though the text is not."""


def parts_of(before: ModelDocument, after: ModelDocument) -> dict[str, Any] | None:
    """Give the parts of a document that an edit made otherwise, as they go over the wire.

    Parameters
    ----------
    before, after : ModelDocument
        The document as the page has it, and as it is now.

    Returns
    -------
    dict or None
        By name; of the decision makers those alone that differ, and of their wishes that only
        moved, where they were: ``{"was": 2, "path": ..., "place": 1}``. None where there are other
        decision makers, so that the whole is to be sent.
    """
    if [maker.id for maker in before.makers] != [maker.id for maker in after.makers]:
        return None
    names = {
        name
        for name in ModelDocument.model_fields
        if name in _ALWAYS or getattr(before, name) != getattr(after, name)
    }
    parts = after.model_dump(mode="json", include=names)
    if "makers" in parts:
        sides = zip(before.makers, after.makers, parts["makers"], strict=True)
        parts["makers"] = [_maker(old, new, data) for old, new, data in sides if old != new]
    return parts


def _maker(before: Maker, after: Maker, data: dict[str, Any]) -> dict[str, Any]:
    """Give a decision maker with its wishes; one that only moved is told by where it was."""
    was = {_anywhere(wish): place for place, wish in enumerate(before.wishes)}
    wishes = [
        {"was": was[key], "path": part["path"], "place": part["place"]} if key in was else part
        for key, part in zip(map(_anywhere, after.wishes), data["wishes"], strict=True)
    ]
    return {**data, "wishes": wishes}


def _anywhere(wish: Clause) -> str:
    """Give all that a wish says, wherever it stands."""
    return wish.model_copy(update={"path": [], "place": None}).model_dump_json()
